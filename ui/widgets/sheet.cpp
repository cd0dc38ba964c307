// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sheet.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPropertyAnimation>
#include <QScrollArea>
#include <QStyle>

namespace shopbell::ui {

namespace {

constexpr int reach = 18;

}  // namespace

Sheet::Sheet(const QString& title, QWidget* over)
    : QWidget(over),
      m_over(over),
      m_panel(new QWidget(this)),
      m_title(new Text(title, TextStyle::DialogTitle)),
      m_subtitle(new Text(QString(), TextStyle::Label, Token::InkSoft)),
      m_footer(new QWidget),
      m_animation(new QPropertyAnimation(this, "opening", this))
{
    hide();
    setAccessibleRole(this, QAccessible::Dialog);
    over->installEventFilter(this);
    setAccessibleName(title);
    m_panel->setBackgroundRole(QPalette::Base);

    auto* column = makeColumn(m_panel, 0);
    auto* head = makeRow(space::s);
    head->setContentsMargins(22, 18, 14, 10);
    auto* names = makeColumn(2);
    names->addWidget(m_title->elided());
    names->addWidget(m_subtitle->elided());
    m_subtitle->hide();
    head->addLayout(names, 1);
    auto* close = new IconButton(IconName::Close, tr("Close"));
    connect(close, &QAbstractButton::clicked, this, &Sheet::closeSheet);
    head->addWidget(close, 0, Qt::AlignTop);
    column->addLayout(head);

    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto* inside = new QWidget;
    inside->setAutoFillBackground(false);
    m_body = makeColumn(inside, space::between, QMargins(22, 6, 22, 22));
    scroll->setWidget(inside);
    inside->setAutoFillBackground(false);
    column->addWidget(scroll, 1);

    auto* footerColumn = makeColumn(m_footer, 0);
    footerColumn->addWidget(new Separator);
    m_footerRow = makeRow(space::s);
    m_footerRow->setContentsMargins(22, 12, 22, 12);
    m_footerRow->addStretch(1);
    footerColumn->addLayout(m_footerRow);
    m_footer->hide();
    column->addWidget(m_footer);

    m_animation->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_animation, &QPropertyAnimation::finished, this, [this] {
        if (!m_open) {
            hide();
        }
    });
}

void Sheet::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Sheet::setSubtitle(const QString& subtitle)
{
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void Sheet::setPanelWidth(int width)
{
    m_panelWidth = width;
    place();
}

void Sheet::addFooterButton(QWidget* button)
{
    m_footerRow->addWidget(button);
    m_footer->show();
}

void Sheet::openSheet()
{
    if (m_open) {
        return;
    }
    m_open = true;
    m_cameFrom = QApplication::focusWidget();
    place();
    show();
    raise();
    m_animation->stop();
    m_animation->setDuration(theme().duration(motion::slow));
    m_animation->setStartValue(m_opening);
    m_animation->setEndValue(1.0);
    if (m_animation->duration() == 0) {
        setOpening(1);
    } else {
        m_animation->start();
    }
    m_panel->setFocus();
    focusNextPrevChild(true);
}

void Sheet::closeSheet()
{
    if (!m_open) {
        return;
    }
    m_open = false;
    m_animation->stop();
    m_animation->setDuration(theme().duration(motion::quick));
    m_animation->setStartValue(m_opening);
    m_animation->setEndValue(0.0);
    if (m_animation->duration() == 0) {
        setOpening(0);
        hide();
    } else {
        m_animation->start();
    }
    if (m_cameFrom) {
        m_cameFrom->setFocus(Qt::OtherFocusReason);
    }
    emit closed();
}

void Sheet::setOpening(double opening)
{
    m_opening = opening;
    place();
    update();
}

void Sheet::place()
{
    setGeometry(m_over->rect());
    const int panel = std::min(m_panelWidth, width() - 40);
    const int out = static_cast<int>((1 - m_opening) * (panel + reach));
    const QRect at(width() - panel + out, 0, panel, height());
    m_panel->setGeometry(style()->visualRect(layoutDirection(), rect(), at));
}

void Sheet::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Scrim, (theme().isDark() ? 0.5 : 0.22) * m_opening));
    drawShadow(painter, m_panel->geometry(), 0);
    painter.fillRect(m_panel->geometry(), color(Token::Surface));
    const QRect edge(isRightToLeft() ? m_panel->geometry().right() : m_panel->x(), 0, 1, height());
    painter.fillRect(edge, color(Token::Line));
}

void Sheet::mousePressEvent(QMouseEvent* event)
{
    if (!m_panel->geometry().contains(event->pos())) {
        closeSheet();
    }
}

void Sheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        closeSheet();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool Sheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_over && event->type() == QEvent::Resize) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

bool Sheet::focusNextPrevChild(bool next)
{
    // Tab goes round inside the sheet: the page behind it is dimmed.
    QWidget* from = QApplication::focusWidget();
    if (!from || !isAncestorOf(from)) {
        from = m_panel;
    }
    QWidget* at = from;
    do {
        at = next ? at->nextInFocusChain() : at->previousInFocusChain();
        if (m_panel->isAncestorOf(at) && (at->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && at->isEnabled() &&
            at->isVisibleTo(this) && !at->focusProxy()) {
            at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (at != from);
    return true;
}

}  // namespace shopbell::ui
