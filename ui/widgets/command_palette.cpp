// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/command_palette.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_list.h"
#include "ui/widgets/layout.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace shopbell::ui {

namespace {

constexpr int panelWidth = 580;
constexpr int panelHeight = 420;

}  // namespace

CommandPalette::CommandPalette(QWidget* over)
    : QWidget(over), m_over(over), m_panel(new QWidget(this)), m_list(new ChoiceList)
{
    hide();
    setAccessibleRole(this, QAccessible::Dialog);
    setAccessibleName(tr("Search or jump to"));
    over->installEventFilter(this);
    auto* column = makeColumn(m_panel, 0, QMargins(4, 6, 4, 0));
    column->addWidget(m_list);
    m_list->setSearchHint(tr("Search or jump to…"));
    m_list->setEmptyText(tr("Nothing found. Try fewer letters."));
    connect(m_list, &ChoiceList::searchChanged, this, [this](const QString& text) {
        m_found.clear();
        emit searchChanged(text);
    });
    connect(m_list, &ChoiceList::chosen, this, [this](const QString& id) {
        closePalette();
        emit chosen(id);
    });
}

void CommandPalette::setChoices(const Choices& choices)
{
    m_choices = choices;
    if (isVisible()) {
        refill();
    }
}

void CommandPalette::setFound(const Choices& found)
{
    m_found = found;
    refill();
}

void CommandPalette::refill()
{
    m_list->setChoices(m_choices + m_found);
}

void CommandPalette::openPalette(const QString& firstLetters)
{
    m_cameFrom = QApplication::focusWidget();
    m_found.clear();
    m_list->search()->clear();
    refill();
    place();
    show();
    raise();
    m_list->search()->setFocus(Qt::ShortcutFocusReason);
    if (!firstLetters.isEmpty()) {
        m_list->search()->setText(firstLetters);
    } else {
        emit searchChanged(QString());
    }
}

void CommandPalette::closePalette()
{
    hide();
    if (m_cameFrom) {
        m_cameFrom->setFocus(Qt::OtherFocusReason);
    }
}

void CommandPalette::place()
{
    setGeometry(m_over->rect());
    const int w = std::min(panelWidth, width() - 48);
    const int h = std::min(panelHeight, height() - 96);
    m_panel->setGeometry((width() - w) / 2, std::max(24, height() / 8), w, h);
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Scrim, theme().isDark() ? 0.5 : 0.16));
    const QRectF box(m_panel->geometry());
    drawShadow(painter, box, radius::card, 1.3);
    drawBox(painter, box, radius::card, color(Token::Surface),
            color(theme().isDark() ? Token::LineStrong : Token::Line));
    painter.fillRect(QRectF(box.x() + 1, box.y() + 46, box.width() - 2, 1), color(Token::Line));
}

void CommandPalette::mousePressEvent(QMouseEvent* event)
{
    if (!m_panel->geometry().contains(event->pos())) {
        closePalette();
    }
}

void CommandPalette::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        closePalette();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_over && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

bool CommandPalette::focusNextPrevChild(bool)
{
    // One field and one list that the field moves in: Tab has nowhere else to go while the palette is open.
    m_list->search()->setFocus();
    return true;
}

}  // namespace shopbell::ui
