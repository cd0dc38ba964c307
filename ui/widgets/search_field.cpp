// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/search_field.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace shopbell::ui {

namespace {

int keyCapWidth(const QString& keys)
{
    return keys.isEmpty() ? 0 : QFontMetrics(textFont(TextStyle::Small)).horizontalAdvance(keys) + 12;
}

}  // namespace

SearchField::SearchField(const QString& hint, QWidget* parent)
    : QLineEdit(parent), m_clear(new IconButton(IconName::Close, tr("Clear the search"), this))
{
    setPlaceholderText(hint);
    setAccessibleName(hint.isEmpty() ? tr("Search") : hint);
    m_clear->setSmall(true);
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->hide();
    connect(m_clear, &QAbstractButton::clicked, this, [this] {
        clear();
        setFocus();
        emit textEdited(QString());
    });
    connect(this, &QLineEdit::textChanged, this, [this] {
        m_clear->setVisible(!text().isEmpty());
        setMargins();
    });
    setMargins();
}

void SearchField::setKeyHint(const QString& keys)
{
    m_keys = keys;
    setMargins();
    update();
}

void SearchField::setOpensElsewhere(bool elsewhere)
{
    m_elsewhere = elsewhere;
    setProperty("door", elsewhere);
    setReadOnly(elsewhere);
    setCursor(elsewhere ? Qt::PointingHandCursor : Qt::IBeamCursor);
    setContextMenuPolicy(elsewhere ? Qt::NoContextMenu : Qt::DefaultContextMenu);
}

void SearchField::setBare(bool bare)
{
    setProperty("bare", bare);
    setFrame(!bare);
    setMinimumHeight(bare ? 38 : 0);
    update();
}

QSize SearchField::sizeHint() const
{
    return {std::max(QLineEdit::sizeHint().width(), 180), property("bare").toBool() ? 38 : size::button};
}

void SearchField::setMargins()
{
    const int lead = property("bare").toBool() ? 34 : 24;
    const int tail = !text().isEmpty() ? 26 : keyCapWidth(m_keys);
    if (isRightToLeft()) {
        setTextMargins(tail, 0, lead, 0);
    } else {
        setTextMargins(lead, 0, tail, 0);
    }
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const auto mirror = [&](const QRect& r) { return style()->visualRect(layoutDirection(), rect(), r); };
    drawIcon(painter, mirror(QRect(12, 0, 15, height())), IconName::Search, color(Token::InkSoft), 15);
    if (!m_keys.isEmpty() && text().isEmpty()) {
        const int w = keyCapWidth(m_keys);
        const QRect cap = mirror(QRect(width() - w - 8, (height() - 18) / 2, w, 18));
        drawBox(painter, cap, radius::small, color(Token::Surface), color(Token::Line));
        painter.setFont(textFont(TextStyle::Small));
        painter.setPen(color(Token::InkSoft));
        painter.drawText(cap, Qt::AlignCenter, m_keys);
    }
}

void SearchField::mousePressEvent(QMouseEvent* event)
{
    QLineEdit::mousePressEvent(event);
    if (m_elsewhere) {
        emit opened(QString());
    }
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (m_elsewhere) {
        const QString typed = event->text();
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down) {
            emit opened(QString());
            return;
        }
        if (!typed.isEmpty() && typed.front().isPrint() && !(event->modifiers() & Qt::ControlModifier)) {
            emit opened(typed);
            return;
        }
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        emit textEdited(QString());
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    m_clear->setFixedSize(22, 22);
    const QRect at(width() - 22 - 6, (height() - 22) / 2, 22, 22);
    m_clear->setGeometry(style()->visualRect(layoutDirection(), rect(), at));
    setMargins();
}

}  // namespace shopbell::ui
