// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/charts/line_area_chart.h"
#include "ui/gallery/gallery_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice_list.h"
#include "ui/widgets/command_palette.h"
#include "ui/widgets/date_range_picker.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/table.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/toggle.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace shopbell::ui;

namespace {

/// A picture of everything on the page, not only of what fits on the screen.
QImage wholePage(QWidget& page)
{
    const auto* scroll = page.findChild<QScrollArea*>();
    const int hidden = scroll->widget()->sizeHint().height() - scroll->viewport()->height();
    page.resize(page.width(), page.height() + std::max(0, hidden));
    QCoreApplication::processEvents();
    return page.grab().toImage();
}

void save(const QImage& image, const QString& name)
{
    QDir().mkpath(QStringLiteral(SHOPBELL_SHOTS));
    QVERIFY(image.save(QStringLiteral(SHOPBELL_SHOTS "/%1.png").arg(name)));
}

QString roleName(QAccessibleInterface* face)
{
    return QString::number(static_cast<int>(face->role()), 16);
}

QAccessible::Role roleOf(QWidget* widget)
{
    auto* face = QAccessible::queryAccessibleInterface(widget);
    return face ? face->role() : QAccessible::NoRole;
}

void listUnnamed(QAccessibleInterface* face, QStringList& unnamed, int& seen)
{
    if (!face || face->state().invisible) {
        return;
    }
    const auto role = face->role();
    const bool control =
        role == QAccessible::Button || role == QAccessible::CheckBox || role == QAccessible::RadioButton ||
        role == QAccessible::EditableText || role == QAccessible::ComboBox || role == QAccessible::PageTab ||
        role == QAccessible::PageTabList || role == QAccessible::ButtonMenu || role == QAccessible::List ||
        role == QAccessible::Table || role == QAccessible::Slider || face->state().focusable;
    if (control && role != QAccessible::ScrollBar) {
        ++seen;
        if (face->text(QAccessible::Name).isEmpty()) {
            const QObject* object = face->object();
            unnamed.append(
                QStringLiteral("role %1, %2 in %3")
                    .arg(
                        roleName(face), QLatin1String(object ? object->metaObject()->className() : "?"),
                        QLatin1String(object && object->parent() ? object->parent()->metaObject()->className() : "?")));
        }
    }
    if (role == QAccessible::Table || role == QAccessible::List) {
        return;  // a million cells
    }
    for (int i = 0; i < face->childCount(); ++i) {
        listUnnamed(face->child(i), unnamed, seen);
    }
}

}  // namespace

class TestGallery : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void everyControlHasANameAndARole();
    void paintedPiecesHaveTheRoleOfWhatTheyDo();
    void aScreenReaderCanPressAPaintedPiece();
    void tabVisitsEverythingAndComesRound();
    void nothingIsPaintedOutsideItsPlaceWhenNarrow();
    void picturesOfEveryState();
    void pictureOfEveryFocus();
    void howLongItTakes();

private:
    std::unique_ptr<QWidget> m_page;
};

void TestGallery::init()
{
    m_page.reset(makeGallery());
    m_page->resize(1440, 900);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestGallery::cleanup()
{
    m_page.reset();
    theme().setAppearance(Appearance::Light);
}

void TestGallery::everyControlHasANameAndARole()
{
    QStringList unnamed;
    int seen = 0;
    listUnnamed(QAccessible::queryAccessibleInterface(m_page.get()), unnamed, seen);
    QVERIFY(seen > 80);
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(QLatin1Char('\n'))));
}

void TestGallery::paintedPiecesHaveTheRoleOfWhatTheyDo()
{
    QCOMPARE(roleOf(m_page->findChild<Picker*>()), QAccessible::ComboBox);
    QCOMPARE(roleOf(m_page->findChild<Pill*>()), QAccessible::Button);
    QCOMPARE(roleOf(m_page->findChild<DateRangePicker*>()), QAccessible::ButtonDropDown);
    QCOMPARE(roleOf(m_page->findChild<Toggle*>()), QAccessible::CheckBox);
    QCOMPARE(roleOf(m_page->findChild<SegmentedControl*>()), QAccessible::PageTabList);
    QCOMPARE(roleOf(m_page->findChild<ProgressBar*>()), QAccessible::ProgressBar);
    QCOMPARE(roleOf(m_page->findChild<LineAreaChart*>()), QAccessible::Chart);
    QCOMPARE(roleOf(m_page->findChild<Sheet*>()), QAccessible::Dialog);
    QCOMPARE(roleOf(m_page->findChild<Table*>()), QAccessible::Table);
    QCOMPARE(roleOf(m_page->findChild<BigNumber*>()), QAccessible::StaticText);
}

void TestGallery::aScreenReaderCanPressAPaintedPiece()
{
    for (auto* card : m_page->findChildren<Card*>()) {
        if (card->accessibleName() != QStringLiteral("Win-back")) {
            continue;
        }
        QSignalSpy clicked(card, &Card::clicked);
        auto* face = QAccessible::queryAccessibleInterface(card);
        QCOMPARE(face->role(), QAccessible::Button);
        QVERIFY(face->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));
        face->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(clicked.count(), 1);
        return;
    }
    QFAIL("The gallery shows a card that can be clicked");
}

void TestGallery::tabVisitsEverythingAndComesRound()
{
    QSet<QWidget*> visited;
    QWidget* first = nullptr;
    for (int i = 0; i < 400; ++i) {
        QTest::keyClick(m_page.get(), Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        QVERIFY(now);
        if (!first) {
            first = now;
        } else if (now == first) {
            break;
        }
        QVERIFY2(!visited.contains(now), qPrintable(QStringLiteral("a trap at %1").arg(now->accessibleName())));
        visited.insert(now);
    }
    QStringList missed;
    for (auto* button : m_page->findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->isEnabled() && (button->focusPolicy() & Qt::TabFocus) &&
            !visited.contains(button) && button->group() == nullptr && !button->inherits("QRadioButton")) {
            missed.append(button->text().isEmpty() ? button->accessibleName() : button->text());
        }
    }
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(QLatin1Char('\n'))));
}

void TestGallery::nothingIsPaintedOutsideItsPlaceWhenNarrow()
{
    m_page->resize(1100, 700);
    QCoreApplication::processEvents();
    QCOMPARE(m_page->width(), 1100);
    QStringList outside;
    for (auto* widget : m_page->findChildren<QWidget*>()) {
        QWidget* parent = widget->parentWidget();
        if (!widget->isVisible() || widget->isWindow() || !parent || widget->width() == 0 ||
            qobject_cast<QScrollArea*>(parent->parentWidget()) || qobject_cast<QAbstractScrollArea*>(parent) ||
            qobject_cast<QAbstractScrollArea*>(parent->parentWidget()) || parent->inherits("QLineEdit")) {
            continue;
        }
        if (widget->geometry().left() < -1 || widget->geometry().right() > parent->width()) {
            outside.append(QStringLiteral("%1 in %2: %3..%4 of %5")
                               .arg(QLatin1String(widget->metaObject()->className()),
                                    QLatin1String(parent->metaObject()->className()))
                               .arg(widget->geometry().left())
                               .arg(widget->geometry().right())
                               .arg(parent->width()));
        }
    }
    QVERIFY2(outside.isEmpty(), qPrintable(outside.join(QLatin1Char('\n'))));
}

void TestGallery::picturesOfEveryState()
{
    const QSize small = m_page->size();
    for (const bool dark : {false, true}) {
        theme().setAppearance(dark ? Appearance::Dark : Appearance::Light);
        const QString look = dark ? QStringLiteral("dark") : QStringLiteral("light");
        m_page->resize(small);
        save(wholePage(*m_page), QStringLiteral("gallery-%1").arg(look));
        m_page->resize(small);
        QCoreApplication::processEvents();
        auto* toasts = m_page->findChild<ToastHost*>();
        toasts->show(QStringLiteral("Segment saved"), Tone::Ok);
        toasts->showUndo(QStringLiteral("Deleted “Good customers gone quiet”"), [] {});
        toasts->showProgress(QStringLiteral("Reading 10,000 orders"), [] {})->setProgress(0.4);
        auto* sheet = m_page->findChild<Sheet*>();
        sheet->openSheet();
        save(m_page->grab().toImage(), QStringLiteral("gallery-sheet-%1").arg(look));
        sheet->closeSheet();
        auto* palette = m_page->findChild<CommandPalette*>();
        palette->openPalette();
        save(m_page->grab().toImage(), QStringLiteral("gallery-palette-%1").arg(look));
        palette->closePalette();
        for (auto* toast : toasts->findChildren<Toast*>()) {
            emit toast->gone();
        }
        auto* dates = m_page->findChild<DateRangePicker*>();
        dates->openPanel();
        save(dates->panel()->grab().toImage(), QStringLiteral("gallery-dates-%1").arg(look));
        dates->panel()->close();
        auto* picker = m_page->findChild<Picker*>();
        picker->openList();
        save(picker->list()->window()->grab().toImage(), QStringLiteral("gallery-picker-%1").arg(look));
        picker->list()->window()->close();
        Dialog dialog(QStringLiteral("Send to 391 people?"), m_page.get());
        dialog.setSentence(QStringLiteral(
            "“Autumn scents are here” leaves at once, by email. 16 people are skipped, each with a reason."));
        dialog.addButton(QStringLiteral("Cancel"), Button::Kind::Secondary);
        dialog.addButton(QStringLiteral("Send now"), Button::Kind::Primary);
        dialog.show();
        save(dialog.grab().toImage(), QStringLiteral("gallery-dialog-%1").arg(look));
        dialog.close();
        auto* menu = m_page->findChild<QMenu*>();
        menu->popup(QPoint(100, 100));
        menu->setActiveAction(menu->actions().front());
        save(menu->grab().toImage(), QStringLiteral("gallery-menu-%1").arg(look));
        menu->close();
        QCoreApplication::processEvents();
    }
    theme().setAppearance(Appearance::Light);
    m_page->setLayoutDirection(Qt::RightToLeft);
    m_page->resize(small);
    save(wholePage(*m_page), QStringLiteral("gallery-rtl"));
    m_page->setLayoutDirection(Qt::LeftToRight);
    m_page->resize(1100, 700);
    save(wholePage(*m_page), QStringLiteral("gallery-1100"));
}

void TestGallery::pictureOfEveryFocus()
{
    // One picture in which every kind of control shows its focus in turn, cut out and stacked.
    QList<QImage> rings;
    QSet<QString> kinds;
    QTest::keyClick(m_page.get(), Qt::Key_Tab);
    for (int i = 0; i < 160; ++i) {
        QWidget* now = QApplication::focusWidget();
        QVERIFY(now);
        const QString kind = QLatin1String(now->metaObject()->className()) +
                             now->metaObject()->superClass()->className() +
                             QString::number(now->property("text").toString().size() > 12);
        if (!kinds.contains(kind) && now->height() < 120) {
            kinds.insert(kind);
            QWidget* around = now->parentWidget();
            rings.append(around
                             ->grab(QRect(now->mapTo(around, QPoint(-6, -6)),
                                          QSize(std::min(now->width(), 460), now->height()) + QSize(12, 12)))
                             .toImage());
        }
        QTest::keyClick(m_page.get(), Qt::Key_Tab);
    }
    int height = 0;
    for (const QImage& ring : rings) {
        height += ring.height() + 6;
    }
    QImage stack(500, height, QImage::Format_RGB32);
    stack.fill(color(Token::Surface));
    QPainter painter(&stack);
    int y = 0;
    for (const QImage& ring : rings) {
        painter.drawImage(10, y, ring);
        y += ring.height() + 6;
    }
    painter.end();
    QVERIFY(rings.size() > 15);
    save(stack, QStringLiteral("gallery-focus"));
}

void TestGallery::howLongItTakes()
{
    QElapsedTimer clock;
    clock.start();
    std::unique_ptr<QWidget> page(makeGallery());
    const auto made = clock.nsecsElapsed();
    page->resize(1440, 900);
    clock.restart();
    (void)page->grab();
    qInfo("the whole gallery: made in %.1f ms, laid out and painted in %.1f ms", double(made) / 1e6,
          double(clock.nsecsElapsed()) / 1e6);
}

SHOPBELL_TEST(TestGallery)
#include "test_gallery.moc"
