// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toggle.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPropertyAnimation>
#include <QStyle>

namespace shopbell::ui {

namespace {

constexpr int trackWidth = 34;
constexpr int trackHeight = 20;
constexpr int textGap = 10;

}  // namespace

Toggle::Toggle(const QString& text, QWidget* parent) : QCheckBox(text, parent)
{
    setAttribute(Qt::WA_Hover);
    connect(this, &QCheckBox::toggled, this, [this](bool on) {
        const int milliseconds = isVisible() ? theme().duration(motion::quick) : 0;
        if (milliseconds == 0) {
            setSlide(on ? 1 : 0);
            return;
        }
        auto* slide = new QPropertyAnimation(this, "slide", this);
        slide->setDuration(milliseconds);
        slide->setEasingCurve(QEasingCurve::OutCubic);
        slide->setStartValue(m_slide);
        slide->setEndValue(on ? 1.0 : 0.0);
        slide->start(QAbstractAnimation::DeleteWhenStopped);
    });
}

void Toggle::setSlide(double slide)
{
    m_slide = slide;
    update();
}

QSize Toggle::sizeHint() const
{
    const int words = text().isEmpty() ? 0 : textGap + QFontMetrics(font()).size(Qt::TextShowMnemonic, text()).width();
    return {trackWidth + words + 2, std::max(trackHeight + 4, fontMetrics().height())};
}

QSize Toggle::minimumSizeHint() const
{
    return sizeHint();
}

bool Toggle::hitButton(const QPoint& position) const
{
    return rect().contains(position);
}

void Toggle::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const auto mirror = [&](const QRect& r) { return style()->visualRect(layoutDirection(), rect(), r); };
    const QRect track = mirror(QRect(0, (height() - trackHeight) / 2, trackWidth, trackHeight));
    const bool over = underMouse();
    const QColor off = color(over ? Token::InkSoft : Token::InkFaint);
    const QColor on = color(over ? Token::AccentHover : Token::Accent);
    drawBox(painter, track, trackHeight / 2.0, isEnabled() ? mixed(off, on, m_slide) : color(Token::Line));
    const double way = (trackWidth - trackHeight) * (isRightToLeft() ? 1 - m_slide : m_slide);
    const QRectF knob(track.x() + 2.5 + way, track.y() + 2.5, trackHeight - 5, trackHeight - 5);
    drawBox(painter, knob, knob.width() / 2,
            color(theme().isDark() && m_slide > 0.5 ? Token::OnAccent : Token::Surface));
    if (showsFocus(this)) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color(Token::Accent), 1.6));
        painter.drawRoundedRect(QRectF(track).adjusted(-0.2, -1.2, 0.2, 1.2), 11, 11);
        painter.setPen(QPen(color(Token::Surface), 1.4));
        painter.drawRoundedRect(QRectF(track).adjusted(1.2, 0.6, -1.2, -0.6), 9.6, 9.6);
    }
    if (!text().isEmpty()) {
        painter.setPen(color(isEnabled() ? Token::Ink : Token::InkFaint));
        painter.drawText(mirror(QRect(trackWidth + textGap + 1, 0, width() - trackWidth - textGap, height())),
                         leading(this) | Qt::TextShowMnemonic | Qt::TextHideMnemonic, text());
    }
}

}  // namespace shopbell::ui
