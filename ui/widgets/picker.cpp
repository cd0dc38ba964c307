// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/picker.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_list.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/popover.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>

namespace shopbell::ui {

namespace {

constexpr int searchFrom = 9;

int paddingOf(Picker::Look look)
{
    return look == Picker::Look::Field || look == Picker::Look::Button ? 12 : 10;
}

bool showsChevron(Picker::Look look)
{
    return look == Picker::Look::Field || look == Picker::Look::Button;
}

}  // namespace

Picker::Picker(QWidget* parent, Look look) : QAbstractButton(parent), m_look(look), m_placeholder(tr("Choose"))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(this, QAccessible::ComboBox);
    setAttribute(Qt::WA_Hover);
    setLook(look);
    connect(this, &QAbstractButton::pressed, this, [this] {
        setDown(false);
        openList();
    });
}

void Picker::setLook(Look look)
{
    m_look = look;
    setFont(theme().font(look == Look::Field ? TextStyle::Body : TextStyle::BodyMedium));
    setSizePolicy(look == Look::Field ? QSizePolicy::Expanding : QSizePolicy::Maximum, QSizePolicy::Fixed);
    updateGeometry();
    update();
}

void Picker::setChoices(const Choices& choices)
{
    m_choices = choices;
    if (m_list) {
        m_list->setChoices(choices);
        if (m_popover) {
            m_popover->update();
        }
    }
    describe();
}

void Picker::setCurrent(const QString& id)
{
    m_current = id;
    describe();
}

QString Picker::currentText() const
{
    for (const Choice& choice : m_choices) {
        if (choice.id == m_current) {
            return choice.text;
        }
    }
    return {};
}

void Picker::setPlaceholder(const QString& text)
{
    m_placeholder = text;
    describe();
}

void Picker::setSearchHint(const QString& text)
{
    m_searchHint = text;
}

void Picker::setExternalSearch(bool external)
{
    m_external = external;
}

void Picker::setInvalid(bool invalid)
{
    m_invalid = invalid;
    update();
}

void Picker::setSearchable(bool searchable)
{
    m_searchable = searchable ? 1 : 0;
}

ChoiceList* Picker::list() const
{
    return m_list;
}

void Picker::openList()
{
    if (m_popover || !isEnabled()) {
        return;
    }
    m_popover = new Popover(this);
    m_list = new ChoiceList;
    m_list->setAccessibleName(accessibleName());
    auto* column = makeColumn(m_popover->content(), 0);
    column->addWidget(m_list);
    const bool search = m_searchable >= 0 ? m_searchable == 1 : m_external || m_choices.size() >= searchFrom;
    m_list->setSearchVisible(search);
    m_list->setExternalSearch(m_external);
    if (!m_searchHint.isEmpty()) {
        m_list->setSearchHint(m_searchHint);
    }
    prepareList(m_list);
    connect(m_list, &ChoiceList::searchChanged, this, &Picker::searchChanged);
    connect(m_list, &ChoiceList::chosen, this, [this](const QString& id) { take(id); });
    connect(m_popover, &Popover::closed, this, [this] { update(); });
    const QSize hint = m_list->sizeHint();
    m_list->setFixedSize(std::max(hint.width(), m_look == Look::Field ? std::min(width() - 2, 640) : 0), hint.height());
    m_popover->openBelow();
    m_list->search()->setFocus(Qt::PopupFocusReason);
    update();
    if (m_external) {
        emit searchChanged(QString());
    }
}

void Picker::prepareList(ChoiceList* list)
{
    list->setChoices(m_choices);
    list->setCurrent(m_current);
}

void Picker::take(const QString& id)
{
    if (m_popover) {
        m_popover->close();
    }
    setFocus(Qt::PopupFocusReason);
    m_current = id;
    describe();
    emit chosen(id);
}

QString Picker::shownText() const
{
    return isEmpty() ? m_placeholder : currentText();
}

bool Picker::isEmpty() const
{
    return currentText().isEmpty();
}

void Picker::describe()
{
    // The button's text is what a screen reader says after its name; it is painted here, not by the base class.
    setText(shownText());
    setAccessibleDescription(isEmpty() ? tr("Nothing chosen") : shownText());
    updateGeometry();
    update();
}

QSize Picker::sizeHint() const
{
    const int words = QFontMetrics(font()).horizontalAdvance(shownText()) + 2;
    const int width = words + 2 * paddingOf(m_look) + (showsChevron(m_look) ? 20 : 0);
    const int height = m_look == Look::Field ? size::field : m_look == Look::Button ? size::button : size::pill;
    return {m_look == Look::Field ? std::max(width, 140) : width, height};
}

QSize Picker::minimumSizeHint() const
{
    return {m_look == Look::Field ? 90 : std::min(sizeHint().width(), 56), sizeHint().height()};
}

void Picker::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const bool open = m_popover && m_popover->isVisible();
    const bool over = underMouse() && isEnabled();
    const bool accent = m_look == Look::Pill && !isEmpty();
    const double corner = m_look == Look::Field || m_look == Look::Button ? radius::button : radius::pill;
    QColor ink = color(!isEnabled() ? Token::InkFaint : isEmpty() ? Token::InkSoft : Token::Ink);
    if (accent) {
        ink = color(Token::Accent);
        const QColor fill = color(Token::AccentSoft);
        drawBox(painter, rect(), corner, over || open ? mixed(fill, ink, 0.1) : fill);
    } else {
        const bool bar = m_look != Look::Field;
        const Token edge = m_invalid ? Token::Bad : over && !bar ? Token::InkFaint : Token::LineStrong;
        drawBox(painter, rect(), corner,
                color(!isEnabled()  ? Token::Sunk
                      : over && bar ? Token::Hover
                                    : Token::Surface),
                color(edge));
    }
    const int padding = paddingOf(m_look);
    const int tail = padding + (showsChevron(m_look) ? 20 : 0);
    const auto mirror = [&](const QRect& r) { return style()->visualRect(layoutDirection(), rect(), r); };
    const QRect words = mirror(QRect(padding, 0, width() - padding - tail + 2, height()));
    painter.setPen(ink);
    painter.setFont(font());
    painter.drawText(words, leading(this),
                     painter.fontMetrics().elidedText(shownText(), Qt::ElideRight, words.width()));
    if (showsChevron(m_look)) {
        drawIcon(painter, mirror(QRect(width() - padding - 13, 0, 14, height())), IconName::ChevronDown,
                 color(isEnabled() ? Token::InkSoft : Token::InkFaint), 14);
    }
    if (open || showsFocus(this)) {
        drawFocusRing(painter, rect(), corner);
    }
}

void Picker::keyPressEvent(QKeyEvent* event)
{
    const QString typed = event->text();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_Down:
    case Qt::Key_F4: openList(); return;
    default: break;
    }
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (plain && !typed.isEmpty() && typed.front().isPrint()) {
        openList();
        if (m_list) {
            m_list->search()->setText(typed);
        }
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

MultiPicker::MultiPicker(QWidget* parent, Look look) : Picker(parent, look), m_joiner(tr("or")) {}

void MultiPicker::setChecked(const QStringList& ids)
{
    m_checked = ids;
    describe();
}

void MultiPicker::setJoiner(const QString& word)
{
    m_joiner = word;
    describe();
}

QString MultiPicker::shownText() const
{
    QStringList words;
    for (const QString& id : m_checked) {
        for (const Choice& choice : m_choices) {
            if (choice.id == id) {
                words.append(choice.text);
                break;
            }
        }
    }
    if (words.isEmpty()) {
        return m_placeholder;
    }
    if (words.size() == 1) {
        return words.front();
    }
    if (words.size() <= 3) {
        const QString last = words.takeLast();
        return QStringLiteral("%1 %2 %3").arg(words.join(QStringLiteral(", ")), m_joiner, last);
    }
    return tr("%1, %2 and %Ln more", nullptr, static_cast<int>(words.size()) - 2).arg(words[0], words[1]);
}

bool MultiPicker::isEmpty() const
{
    return m_checked.isEmpty();
}

void MultiPicker::prepareList(ChoiceList* list)
{
    list->setMulti(true);
    list->setChoices(m_choices);
    list->setChecked(m_checked);
}

void MultiPicker::take(const QString& id)
{
    if (!m_checked.removeOne(id)) {
        m_checked.append(id);
    }
    if (m_list) {
        m_list->setChecked(m_checked);
    }
    describe();
    emit checkedChanged(m_checked);
}

}  // namespace shopbell::ui
