// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progress.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"

#include <QAccessible>
#include <QPainter>
#include <QStyle>
#include <QTimerEvent>

#include <cmath>

namespace shopbell::ui {

namespace {

constexpr int barHeight = 6;

}  // namespace

ProgressBar::ProgressBar(const QString& label, QWidget* parent)
    : QWidget(parent), m_label(label), m_cancel(new IconButton(IconName::Close, tr("Cancel"), this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::ProgressBar);
    m_cancel->setSmall(true);
    m_cancel->hide();
    connect(m_cancel, &QAbstractButton::clicked, this, &ProgressBar::cancelled);
    describe();
}

void ProgressBar::setLabel(const QString& label)
{
    m_label = label;
    updateGeometry();
    describe();
}

void ProgressBar::setDetail(const QString& detail)
{
    if (detail.isEmpty() != m_detail.isEmpty()) {
        updateGeometry();
    }
    m_detail = detail;
    describe();
}

void ProgressBar::setFraction(double fraction)
{
    m_fraction = fraction < 0 ? -1 : std::min(1.0, fraction);
    runClock();
    describe();
}

void ProgressBar::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void ProgressBar::setCancellable(bool cancellable)
{
    m_cancel->setVisible(cancellable);
    updateGeometry();
    update();
}

void ProgressBar::describe()
{
    setAccessibleName(m_label.isEmpty() ? tr("Progress") : m_label);
    m_cancel->setAccessibleName(m_label.isEmpty() ? tr("Cancel") : tr("Cancel: %1").arg(m_label));
    const QString done =
        m_fraction < 0 ? tr("working") : tr("%1%", "per cent").arg(static_cast<int>(std::lround(m_fraction * 100)));
    setAccessibleDescription(m_detail.isEmpty() ? done : QStringLiteral("%1, %2").arg(done, m_detail));
    update();
}

void ProgressBar::runClock()
{
    const bool wanted = m_fraction < 0 && isVisible() && !theme().reducedMotion();
    if (wanted && !m_clock) {
        m_clock = startTimer(32);
    } else if (!wanted && m_clock) {
        killTimer(m_clock);
        m_clock = 0;
    }
}

QSize ProgressBar::sizeHint() const
{
    const int line = QFontMetrics(textFont(TextStyle::Body)).height();
    const int small = QFontMetrics(textFont(TextStyle::Small)).height();
    return {240, barHeight + (m_label.isEmpty() ? 0 : line + 6) + (m_detail.isEmpty() ? 0 : small + 6)};
}

QSize ProgressBar::minimumSizeHint() const
{
    return {100, std::max(sizeHint().height(), m_cancel->isHidden() ? 0 : 26)};
}

void ProgressBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const int tail = m_cancel->isHidden() ? 0 : 34;
    const QRect room = style()->visualRect(layoutDirection(), rect(), QRect(0, 0, width() - tail, height()));
    int y = 0;
    const int lead = leading(this);
    if (!m_label.isEmpty()) {
        painter.setFont(textFont(TextStyle::Body));
        painter.setPen(color(Token::Ink));
        const QFontMetrics metrics(painter.font());
        const QRect line(room.x(), y, room.width(), metrics.height());
        const QRect words(room.x(), y, room.width() - 50, metrics.height());
        painter.drawText(style()->visualRect(layoutDirection(), line, words), lead,
                         metrics.elidedText(m_label, Qt::ElideRight, room.width() - 50));
        if (m_fraction >= 0) {
            painter.setFont(textFont(TextStyle::Label));
            painter.setPen(color(Token::InkSoft));
            drawFigures(painter, QRect(room.x(), y, room.width(), metrics.height()), trailing(this),
                        tr("%1%", "per cent").arg(static_cast<int>(std::floor(m_fraction * 100))));
        }
        y += metrics.height() + 6;
    }
    const QRectF track(room.x(), y, room.width(), barHeight);
    drawBox(painter, track, barHeight / 2.0, color(Token::Sunk));
    drawBox(painter, track, barHeight / 2.0, color(Token::Line, 0.6));
    QRectF done = track;
    if (m_fraction >= 0) {
        done.setWidth(m_fraction > 0 ? std::max<double>(barHeight, track.width() * m_fraction) : 0);
        if (isRightToLeft()) {
            done.moveRight(track.right());
        }
    } else {
        const double at = theme().reducedMotion() ? 0.35 : m_pulse / 200.0 * 1.35 - 0.35;
        done = QRectF(track.x() + track.width() * at, track.y(), track.width() * 0.35, barHeight).intersected(track);
    }
    if (done.width() > 0) {
        const Token ink = m_tone == Tone::Brass     ? Token::Brass
                          : m_tone == Tone::Neutral ? Token::InkFaint
                                                    : toneInk(m_tone);
        drawBox(painter, done, barHeight / 2.0, color(ink));
    }
    y += barHeight + 6;
    if (!m_detail.isEmpty()) {
        painter.setFont(textFont(TextStyle::Small));
        painter.setPen(color(Token::InkSoft));
        const QFontMetrics metrics(painter.font());
        painter.drawText(QRect(room.x(), y, room.width(), metrics.height()), lead,
                         metrics.elidedText(m_detail, Qt::ElideRight, room.width()));
    }
}

void ProgressBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int y = m_label.isEmpty() ? 0 : QFontMetrics(textFont(TextStyle::Body)).height() + 6 + barHeight / 2 - 13;
    const QRect at(width() - 26, std::clamp(y, 0, std::max(0, height() - 26)), 26, 26);
    m_cancel->setGeometry(style()->visualRect(layoutDirection(), rect(), at));
}

void ProgressBar::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_clock) {
        m_pulse = (m_pulse + 2) % 200;
        update();
        return;
    }
    QWidget::timerEvent(event);
}

void ProgressBar::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    runClock();
}

void ProgressBar::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_clock) {
        killTimer(m_clock);
        m_clock = 0;
    }
}

}  // namespace shopbell::ui
