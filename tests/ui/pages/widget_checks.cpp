// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/widget_checks.h"

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>

namespace shopbell::test {

namespace {

using ui::contrastRatio;

constexpr int mostChildren = 300;
constexpr double least = 4.5;       ///< WCAG AA
constexpr double leastLarge = 3.0;  ///< from 24 px, or 18.66 px bold
constexpr int slack = 1;            ///< pixels that rounding may cost

bool mustHaveAName(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::PageTab:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::MenuItem:
    case QAccessible::Link:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::List:
    case QAccessible::Chart:
    case QAccessible::ProgressBar:
    case QAccessible::Graphic: return true;
    default: return false;
    }
}

QString className(const QObject* object)
{
    return QString::fromLatin1(object->metaObject()->className()).section(QLatin1String("::"), -1);
}

QString pathOf(const QObject* object)
{
    QString words = className(object);
    for (const QObject* above = object->parent(); above != nullptr; above = above->parent()) {
        words.prepend(className(above) + QLatin1Char('>'));
    }
    return words;
}

/// What it is and what it says.
QString callOf(const QWidget* widget)
{
    QString says = widget->accessibleName();
    if (says.isEmpty()) {
        says = widget->property("text").toString();
    }
    return QStringLiteral("%1 \"%2\"").arg(pathOf(widget).section(QLatin1Char('>'), -4), says.left(60));
}

void collectUnnamed(QAccessibleInterface* accessible, QStringList& unnamed)
{
    if (accessible == nullptr || !accessible->isValid() || accessible->state().invisible) {
        return;
    }
    // An empty cell has nothing to say; its table has a name.
    const bool focusable = accessible->state().focusable && accessible->role() != QAccessible::ScrollBar &&
                           accessible->role() != QAccessible::Cell &&
                           qobject_cast<QAbstractScrollArea*>(accessible->object()) == nullptr;
    const auto* button = qobject_cast<QAbstractButton*>(accessible->object());
    if ((mustHaveAName(accessible->role()) || focusable || button != nullptr) &&
        accessible->text(QAccessible::Name).trimmed().isEmpty()) {
        unnamed << QStringLiteral("no name: %1, role %2")
                       .arg(accessible->object() != nullptr ? pathOf(accessible->object()) : QStringLiteral("item"))
                       .arg(accessible->role());
    }
    for (int index = 0; index < std::min(accessible->childCount(), mostChildren); ++index) {
        collectUnnamed(accessible->child(index), unnamed);
    }
}

/// Everything that Tab should reach.
QSet<QWidget*> tabStops(QWidget& scope)
{
    QSet<QWidget*> stops;
    for (QWidget* each : scope.findChildren<QWidget*>()) {
        if ((each->focusPolicy() & Qt::TabFocus) && each->isVisible() && each->isEnabled() &&
            each->focusProxy() == nullptr && !each->isWindow() && qobject_cast<QScrollBar*>(each) == nullptr &&
            qobject_cast<QScrollArea*>(each) == nullptr && each->window() == scope.window()) {
            stops << each;
        }
    }
    return stops;
}

/// The colour that covers most of `rect`: what the text stands on.
QColor background(const QImage& image, const QRect& rect)
{
    std::map<QRgb, int> counts;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x) {
            ++counts[image.pixel(x, y)];
        }
    }
    const auto most = std::ranges::max_element(counts, {}, [](const auto& each) { return each.second; });
    return QColor::fromRgb(most->first);
}

double strongest(const QImage& image, const QRect& rect, const QColor& behind)
{
    double best = 1;
    QSet<QRgb> seen;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            if (!seen.contains(pixel)) {
                seen.insert(pixel);
                best = std::max(best, contrastRatio(QColor::fromRgb(pixel), behind));
            }
        }
    }
    return best;
}

QString wordsOf(const QWidget* widget)
{
    const auto* label = qobject_cast<const QLabel*>(widget);
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return label != nullptr ? label->text() : button != nullptr ? button->text() : QString();
}

bool hasLetters(const QString& text)
{
    return std::ranges::any_of(text, [](QChar each) { return each.isLetterOrNumber(); });
}

/// Something to read or to use, by itself.
bool isWorthReaching(const QWidget* widget)
{
    if (!widget->isVisible() || widget->isWindow() || qobject_cast<const QScrollBar*>(widget) != nullptr) {
        return false;
    }
    return hasLetters(wordsOf(widget)) || qobject_cast<const QAbstractButton*>(widget) != nullptr ||
           qobject_cast<const QLineEdit*>(widget) != nullptr ||
           ((widget->focusPolicy() & Qt::TabFocus) && qobject_cast<const QScrollArea*>(widget) == nullptr);
}

/// Why nobody can bring it into view; empty: one can.
QString whyOutOfReach(const QWidget* widget)
{
    QRect rect(QPoint(), widget->size());
    const QWidget* inner = widget;
    while (!inner->isWindow()) {
        const QWidget* outer = inner->parentWidget();
        rect = QRect(inner->mapTo(outer, rect.topLeft()), rect.size());
        const auto* area = qobject_cast<const QAbstractScrollArea*>(outer->parentWidget());
        if (area != nullptr && area->viewport() == outer) {
            // It can be scrolled to, as far as the bars go; it is then somewhere in the viewport.
            const auto reaches = [](int from, int to, int size, const QScrollBar* bar, bool hidden, bool mirrored) {
                const int before = (mirrored ? bar->maximum() - bar->value() : bar->value() - bar->minimum());
                const int after = (mirrored ? bar->value() - bar->minimum() : bar->maximum() - bar->value());
                return from >= -slack - (hidden ? 0 : before) && to <= size + slack + (hidden ? 0 : after);
            };
            const bool noBar = area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff;
            if (!reaches(rect.left(), rect.right() + 1, outer->width(), area->horizontalScrollBar(), noBar,
                         area->layoutDirection() == Qt::RightToLeft)) {
                return QStringLiteral("beside what scrolls in %1").arg(className(area));
            }
            if (!reaches(rect.top(), rect.bottom() + 1, outer->height(), area->verticalScrollBar(), false, false)) {
                return QStringLiteral("below what scrolls in %1").arg(className(area));
            }
            rect = rect.intersected(outer->rect());
            if (rect.isEmpty()) {
                rect = QRect(outer->rect().topLeft(), QSize(1, 1));
            }
        } else if (!outer->rect().adjusted(-slack, -slack, slack, slack).contains(rect)) {
            return QStringLiteral("%1,%2 %3x%4 is not inside %5, %6x%7")
                .arg(rect.x())
                .arg(rect.y())
                .arg(rect.width())
                .arg(rect.height())
                .arg(className(outer))
                .arg(outer->width())
                .arg(outer->height());
        }
        inner = outer;
    }
    return {};
}

/// Words that are cut because their place is smaller than they need.
QString whyCut(const QWidget* widget)
{
    if (qobject_cast<const QLineEdit*>(widget) != nullptr || wordsOf(widget).isEmpty()) {
        return {};
    }
    const QSize needed = widget->minimumSizeHint();
    const auto* label = qobject_cast<const QLabel*>(widget);
    const int high = label != nullptr && label->wordWrap() ? label->heightForWidth(label->width()) : needed.height();
    if (needed.width() > widget->width() + slack) {
        return QStringLiteral("needs %1 px of width and has %2").arg(needed.width()).arg(widget->width());
    }
    if (high > widget->height() + slack) {
        return QStringLiteral("needs %1 px of height and has %2").arg(high).arg(widget->height());
    }
    return {};
}

}  // namespace

QStringList findUnnamed(QWidget& scope)
{
    QStringList unnamed;
    collectUnnamed(QAccessible::queryAccessibleInterface(&scope), unnamed);
    return unnamed;
}

QStringList findTabTroubles(QWidget& scope)
{
    QStringList troubles;
    QWidget& window = *scope.window();
    QApplication::setActiveWindow(&window);
    if (&scope == &window) {
        window.setFocus();
    }
    QSet<QWidget*> missing = tabStops(scope);
    const qsizetype stops = missing.size();
    QWidget* before = nullptr;
    for (qsizetype step = 0; step < 2 * stops + 5; ++step) {
        QWidget* target = QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : &scope;
        QTest::keyClick(target, Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        if (now == nullptr || (now == before && stops > 1)) {
            troubles << QStringLiteral("Tab stays at %1").arg(now != nullptr ? callOf(now) : QStringLiteral("nothing"));
            break;
        }
        if (now != &scope && !scope.isAncestorOf(now)) {
            troubles << QStringLiteral("Tab leads out, to %1").arg(callOf(now));
            break;
        }
        before = now;
        missing.remove(now);
    }
    // What a wheel of tabs or radio buttons holds is reached by its arrows.
    for (const QWidget* each : std::as_const(missing)) {
        const auto* button = qobject_cast<const QAbstractButton*>(each);
        if (button == nullptr || !button->autoExclusive()) {
            troubles << QStringLiteral("Tab does not reach %1").arg(callOf(each));
        }
    }
    return troubles;
}

QStringList findFaintText(QWidget& scope)
{
    QStringList faint;
    QWidget& window = *scope.window();
    const QImage image = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
    const double ratioOfPixels = image.devicePixelRatio();
    for (QWidget* each : scope.findChildren<QWidget*>()) {
        const QString text = wordsOf(each);
        if (!each->isVisible() || !hasLetters(text) || !each->isEnabled() || each->window() != &window) {
            continue;
        }
        const QRect whole(each->mapTo(&window, QPoint()), each->size());
        const QRect shown = each->visibleRegion().boundingRect().translated(whole.topLeft()).intersected(window.rect());
        const QRect rect = QRect((QPointF(shown.topLeft()) * ratioOfPixels).toPoint(), shown.size() * ratioOfPixels)
                               .intersected(image.rect());
        if (shown.width() < 8 || shown.height() < 8) {
            continue;
        }
        const QFont font = each->font();
        const bool large = font.pixelSize() >= 24 || (font.pixelSize() >= 19 && font.weight() >= QFont::DemiBold);
        const QColor behind = background(image, rect);
        const double ratio = strongest(image, rect, behind);
        // Smoothing takes a little of the edge of every stroke.
        if (ratio < (large ? leastLarge : least) - 0.05) {
            faint << QStringLiteral("\"%1\" (%2) on %3: %4")
                         .arg(text, className(each), behind.name())
                         .arg(ratio, 0, 'f', 2);
        }
    }
    return faint;
}

QStringList findOutOfReach(QWidget& scope)
{
    QStringList troubles;
    for (const QWidget* each : scope.findChildren<QWidget*>()) {
        if (each->window() != scope.window() || !isWorthReaching(each)) {
            continue;
        }
        if (const QString why = whyOutOfReach(each); !why.isEmpty()) {
            troubles << QStringLiteral("out of reach: %1: %2").arg(callOf(each), why);
        } else if (const QString cut = whyCut(each); !cut.isEmpty()) {
            troubles << QStringLiteral("cut off: %1: %2").arg(callOf(each), cut);
        }
    }
    return troubles;
}

}  // namespace shopbell::test
