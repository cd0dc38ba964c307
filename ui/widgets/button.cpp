// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QTimerEvent>

namespace shopbell::ui {

namespace {

struct Colours {
    Token fill;
    Token ink;
    Token edge;
    bool filled;
    bool edged;
};

Colours coloursOf(Button::Kind kind, bool enabled, bool over, bool down, bool checked)
{
    const Token tint = down ? Token::Pressed : Token::Hover;
    const bool touched = enabled && (over || down);
    switch (kind) {
    case Button::Kind::Primary:
        if (!enabled) {
            return {Token::Pressed, Token::InkSoft, Token::Line, true, false};
        }
        return {down   ? Token::AccentPressed
                : over ? Token::AccentHover
                       : Token::Accent,
                Token::OnAccent, Token::Line, true, false};
    case Button::Kind::Danger:
        if (!enabled) {
            return {Token::Pressed, Token::InkSoft, Token::Line, true, false};
        }
        return {Token::Bad, Token::OnBad, Token::Line, true, false};
    case Button::Kind::Quiet:
        if (checked) {
            return {Token::AccentSoft, Token::Accent, Token::Line, true, false};
        }
        return {tint, enabled ? Token::InkSoft : Token::InkFaint, Token::Line, touched, false};
    case Button::Kind::Link: return {tint, enabled ? Token::Accent : Token::InkFaint, Token::Line, false, false};
    case Button::Kind::Secondary: break;
    }
    if (checked) {
        return {Token::AccentSoft, Token::Accent, Token::Accent, true, true};
    }
    return {enabled ? (touched ? tint : Token::Surface) : Token::Sunk, enabled ? Token::Ink : Token::InkFaint,
            enabled ? Token::LineStrong : Token::Line, true, true};
}

}  // namespace

Button::Button(const QString& text, Kind kind, QWidget* parent) : Button(text, IconName::None, kind, parent) {}

Button::Button(const QString& text, IconName icon, Kind kind, QWidget* parent)
    : QPushButton(text, parent), m_kind(kind), m_icon(icon)
{
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
    setFont(theme().font(kind == Kind::Link ? TextStyle::Body : TextStyle::BodyMedium));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (kind == Kind::Link) {
        setCursor(Qt::PointingHandCursor);
    }
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    updateGeometry();
    update();
}

void Button::setIconName(IconName icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

void Button::setSmall(bool small)
{
    m_small = small;
    setFont(theme().font(small ? TextStyle::Label : TextStyle::BodyMedium));
    updateGeometry();
}

void Button::setShowsChevron(bool shows)
{
    m_chevron = shows;
    updateGeometry();
}

void Button::setTextLeading(bool leads)
{
    m_leading = leads;
    update();
}

bool Button::event(QEvent* event)
{
    if (m_busy) {
        const auto type = event->type();
        if (type == QEvent::MouseButtonPress || type == QEvent::MouseButtonRelease ||
            type == QEvent::MouseButtonDblClick) {
            return true;
        }
        if (type == QEvent::KeyPress || type == QEvent::KeyRelease) {
            const int key = static_cast<QKeyEvent*>(event)->key();
            if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter) {
                return true;
            }
        }
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        // Else Return would press the dialog's main button, though another one has the focus.
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            menu() != nullptr ? showMenu() : click();
            return true;
        }
    }
    return QPushButton::event(event);
}

void Button::setBusy(bool busy)
{
    if (busy == m_busy) {
        return;
    }
    m_busy = busy;
    setAccessibleDescription(busy ? tr("Working on it") : QString());
    if (busy && !theme().reducedMotion()) {
        m_timer = startTimer(40);
    } else if (m_timer) {
        killTimer(m_timer);
        m_timer = 0;
    }
    updateGeometry();
    update();
}

void Button::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer) {
        QPushButton::timerEvent(event);
        return;
    }
    if (!m_busy) {
        killTimer(m_timer);
        m_timer = 0;
    }
    m_angle = (m_angle + 24) % 360;
    update();
}

QSize Button::sizeHint() const
{
    const QFontMetrics metrics(font());
    const bool link = m_kind == Kind::Link;
    int width = metrics.size(Qt::TextShowMnemonic, text()).width() + (link ? 4 : m_small ? 22 : 30);
    if (m_icon != IconName::None || m_busy) {
        width += text().isEmpty() ? 16 : 22;
    }
    if (m_chevron || menu()) {
        width += 20;
    }
    return {width, link ? metrics.height() + 6 : m_small ? size::pill : size::button};
}

QSize Button::minimumSizeHint() const
{
    return sizeHint();
}

void Button::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const bool over = underMouse() && !m_busy;
    const bool down = isDown() || (menu() && menu()->isVisible());
    const Colours c = coloursOf(m_kind, isEnabled(), over, down, isChecked());
    const double corner = m_small ? radius::pill : radius::button;
    if (c.filled) {
        drawBox(painter, rect(), corner, color(c.fill), c.edged ? color(c.edge) : QColor());
    }
    if (m_kind == Kind::Danger && isEnabled() && (over || down)) {
        drawBox(painter, rect(), corner, color(Token::Ink, down ? 0.22 : 0.12));
    }
    const QColor ink = color(m_kind == Kind::Quiet && over && isEnabled() && !isChecked() ? Token::Ink : c.ink);

    const QFontMetrics metrics(font());
    const bool chevron = m_chevron || menu();
    const bool pictured = m_icon != IconName::None || m_busy;
    const int iconSide = m_small ? 14 : 16;
    const int textWidth = text().isEmpty() ? 0 : metrics.size(Qt::TextShowMnemonic, text()).width();
    int content = textWidth;
    if (pictured) {
        content += iconSide + (text().isEmpty() ? 0 : 7);
    }
    if (chevron) {
        content += 14 + (text().isEmpty() && !pictured ? 0 : 6);
    }
    int x = m_kind == Kind::Link ? 2 : m_leading ? 12 : std::max(6, (width() - content) / 2);
    const auto mirror = [&](int left, int w) {
        return style()->visualRect(layoutDirection(), rect(), QRect(left, 0, w, height()));
    };
    const bool mirrored = isRightToLeft();
    if (m_busy) {
        const QRect at = mirror(x, iconSide);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap));
        const QRectF ring(at.center().x() - 5.5, at.center().y() - 5.5, 12, 12);
        painter.drawArc(ring, -m_angle * 16, 270 * 16);
    } else if (pictured) {
        const bool turns = m_icon == IconName::ArrowLeft || m_icon == IconName::ArrowRight ||
                           m_icon == IconName::ChevronLeft || m_icon == IconName::ChevronRight;
        drawIcon(painter, mirror(x, iconSide), m_icon, ink, iconSide, mirrored && turns);
    }
    if (pictured) {
        x += iconSide + (text().isEmpty() ? 0 : 7);
    }
    if (textWidth > 0) {
        painter.setPen(ink);
        painter.setFont(font());
        const int room = std::min(textWidth + 2, width() - x - (chevron ? 22 : 0));
        painter.drawText(mirror(x, room), leading(this) | Qt::TextShowMnemonic | Qt::TextHideMnemonic,
                         room < textWidth ? metrics.elidedText(text(), Qt::ElideRight, room, Qt::TextShowMnemonic)
                                          : text());
        if (m_kind == Kind::Link && over && isEnabled()) {
            const QRect under = mirror(x, textWidth);
            painter.fillRect(QRect(under.x(), height() / 2 + metrics.ascent() / 2 + 3, under.width(), 1), ink);
        }
        x += textWidth + 6;
    }
    if (chevron) {
        drawIcon(painter, mirror(x, 14), IconName::ChevronDown,
                 m_kind == Kind::Secondary && isEnabled() ? color(Token::InkSoft) : ink, 14);
    }
    if (showsFocus(this)) {
        if (m_kind == Kind::Primary || m_kind == Kind::Danger) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(ink, 1.6));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(2.8, 2.8, -2.8, -2.8), corner - 2.8, corner - 2.8);
        } else {
            drawFocusRing(painter, rect(), corner);
        }
    }
}

IconButton::IconButton(IconName icon, const QString& name, QWidget* parent, Kind kind)
    : Button(QString(), icon, kind, parent)
{
    setAccessibleName(name);
    setToolTip(name);
}

QSize IconButton::sizeHint() const
{
    const int side = m_small ? size::pill : size::button;
    return {menu() || m_chevron ? side + 18 : side, side};
}

}  // namespace shopbell::ui
