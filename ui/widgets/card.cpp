// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace shopbell::ui {

Card::Card(QWidget* parent, Kind kind) : QWidget(parent), m_kind(kind)
{
    setAccessibleRole(this, QAccessible::Grouping);
    m_outer = makeColumn(this, space::m);
    m_body = makeColumn(space::row);
    m_outer->addLayout(m_body, 1);
    setPadding(kind == Kind::Well ? space::m : space::card, kind == Kind::Well ? space::row : space::l);
}

Card::Card(const QString& title, QWidget* parent) : Card(parent, Kind::Plain)
{
    setTitle(title);
}

void Card::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void Card::setTitle(const QString& title)
{
    if (!m_title) {
        m_title = new Text(title, TextStyle::CardTitle, Token::Ink, this);
        placeHeader();
        m_header->insertWidget(0, m_title->elided(), 1);
    }
    m_title->setText(title);
    setAccessibleName(title);
}

void Card::addToHeader(QWidget* widget)
{
    placeHeader();
    if (!m_title && m_header->count() == 0) {
        m_header->addStretch(1);
    }
    m_header->addWidget(widget, 0, Qt::AlignVCenter);
}

void Card::setPadding(int horizontal, int vertical)
{
    m_horizontal = horizontal;
    m_vertical = vertical;
    pad();
}

void Card::addFlush(QWidget* widget, int stretch)
{
    m_flush = true;
    auto* edge = makeColumn(0);
    edge->setContentsMargins(1, 0, 1, 0);
    edge->addWidget(widget);
    m_outer->addLayout(edge, stretch);
    pad();
}

void Card::placeHeader()
{
    if (!m_header) {
        m_header = makeRow(space::m);
        m_outer->insertLayout(0, m_header);
        pad();
    }
}

void Card::pad()
{
    // The sides belong to header and body, so that something flush can reach the edge.
    m_outer->setContentsMargins(0, m_vertical, 0, m_flush ? radius::card / 2 : m_vertical);
    m_body->setContentsMargins(m_horizontal, 0, m_horizontal, 0);
    if (m_header) {
        m_header->setContentsMargins(m_horizontal, 0, m_horizontal, 0);
    }
}

void Card::setClickable(bool clickable)
{
    setAccessibleRole(this, clickable ? QAccessible::Button : QAccessible::Grouping);
    m_clickable = clickable;
    setFocusPolicy(clickable ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_Hover, clickable);
    if (clickable) {
        setCursor(Qt::PointingHandCursor);
    } else {
        unsetCursor();
    }
}

void Card::setSelected(bool selected)
{
    m_selected = selected;
    update();
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(rect());
    const double corner = m_kind == Kind::Well ? radius::button + 2 : radius::card;
    switch (m_kind) {
    case Kind::Plain:
    case Kind::Raised:
        drawBox(painter, box, corner,
                color(m_pressed                  ? Token::Pressed
                      : m_hovered && m_clickable ? Token::Hover
                                                 : Token::Surface),
                color(m_kind == Kind::Raised || (m_hovered && m_clickable) ? Token::LineStrong : Token::Line));
        break;
    case Kind::Well:
        drawBox(painter, box, corner, color(m_hovered && m_clickable ? Token::Pressed : Token::Sunk));
        break;
    case Kind::Dashed: {
        QPen pen(color(Token::LineStrong), 1.2);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), corner, corner);
        break;
    }
    }
    if (m_selected) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color(Token::Accent), 2));
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), corner - 1, corner - 1);
    }
    if (m_clickable && showsFocus(this)) {
        drawFocusRing(painter, m_selected ? box.adjusted(3.5, 3.5, -3.5, -3.5) : box,
                      m_selected ? corner - 3.5 : corner);
    }
}

bool Card::event(QEvent* event)
{
    if (m_clickable && (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)) {
        m_hovered = event->type() == QEvent::HoverEnter;
        update();
    } else if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    }
    return QWidget::event(event);
}

void Card::mousePressEvent(QMouseEvent* event)
{
    if (m_clickable && event->button() == Qt::LeftButton) {
        m_pressed = true;
        update();
        return;
    }
    QWidget::mousePressEvent(event);
}

void Card::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_pressed) {
        m_pressed = false;
        update();
        if (rect().contains(event->pos())) {
            emit clicked();
        }
        return;
    }
    QWidget::mouseReleaseEvent(event);
}

void Card::keyPressEvent(QKeyEvent* event)
{
    if (m_clickable &&
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)) {
        emit clicked();
        return;
    }
    QWidget::keyPressEvent(event);
}

SectionTitle::SectionTitle(const QString& title, QWidget* parent)
    : QWidget(parent),
      m_title(new Text(title, TextStyle::CardTitle)),
      m_note(new Text(QString(), TextStyle::Label, Token::InkSoft)),
      m_row(makeRow(this, space::row))
{
    m_row->addWidget(m_title);
    m_row->addWidget(m_note);
    m_row->addStretch(1);
    m_note->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SectionTitle::setTitle(const QString& title)
{
    m_title->setText(title);
}

void SectionTitle::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void SectionTitle::addAction(QWidget* widget)
{
    m_row->addWidget(widget);
}

}  // namespace shopbell::ui
