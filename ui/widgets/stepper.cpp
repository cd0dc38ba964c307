// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stepper.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace shopbell::ui {

namespace {

constexpr int disc = 22;
constexpr int gapAfterDisc = 8;
constexpr int bridge = 36;
constexpr int bridgeGap = 12;
constexpr int edge = 4;

int stepWidth(const QString& words)
{
    return disc + gapAfterDisc + QFontMetrics(textFont(TextStyle::BodyStrong)).horizontalAdvance(words) + 2;
}

}  // namespace

Stepper::Stepper(const QStringList& steps, QWidget* parent) : QWidget(parent), m_steps(steps)
{
    m_problems.fill(false, steps.size());
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(this, QAccessible::PageTabList);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Steps"));
    describe();
}

void Stepper::setCurrent(int step)
{
    m_current = std::clamp(step, 0, static_cast<int>(m_steps.size()) - 1);
    m_reached = std::max(m_reached, m_current);
    describe();
}

void Stepper::setReached(int step)
{
    m_reached = std::max(m_current, step);
    describe();
}

void Stepper::setProblem(int step, bool problem)
{
    if (step >= 0 && step < m_problems.size()) {
        m_problems[step] = problem;
    }
    describe();
}

void Stepper::describe()
{
    if (!m_steps.isEmpty()) {
        setAccessibleDescription(
            tr("Step %1 of %2: %3").arg(m_current + 1).arg(m_steps.size()).arg(m_steps[m_current]));
    }
    update();
}

QSize Stepper::sizeHint() const
{
    int width = 2 * edge;
    for (const QString& words : m_steps) {
        width += stepWidth(words);
    }
    width += static_cast<int>(std::max<qsizetype>(0, m_steps.size() - 1)) * (bridge + 2 * bridgeGap);
    return {width, disc + 12};
}

QSize Stepper::minimumSizeHint() const
{
    return sizeHint();
}

QRect Stepper::stepRect(int step) const
{
    int x = edge;
    for (int i = 0; i < step; ++i) {
        x += stepWidth(m_steps[i]) + bridge + 2 * bridgeGap;
    }
    return style()->visualRect(layoutDirection(), rect(), QRect(x, 0, stepWidth(m_steps[step]), height()));
}

int Stepper::stepAt(const QPoint& position) const
{
    for (int i = 0; i < m_steps.size(); ++i) {
        if (stepRect(i).adjusted(-4, 0, 4, 0).contains(position)) {
            return i;
        }
    }
    return -1;
}

void Stepper::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    for (int i = 0; i < m_steps.size(); ++i) {
        const QRect step = stepRect(i);
        const auto mirror = [&](const QRect& r) { return style()->visualRect(layoutDirection(), step, r); };
        const QRect mark = mirror(QRect(step.x(), (height() - disc) / 2, disc, disc));
        const bool now = i == m_current;
        const bool done = i < m_reached && !now;
        const bool open = i <= m_reached;
        if (m_problems[i]) {
            drawBox(painter, mark, disc / 2.0, color(now ? Token::Bad : Token::BadSoft));
            painter.setFont(textFont(TextStyle::LabelStrong));
            painter.setPen(color(now ? Token::OnBad : Token::Bad));
            painter.drawText(mark, Qt::AlignCenter, QStringLiteral("!"));
        } else if (now) {
            drawBox(painter, mark, disc / 2.0, color(Token::Accent));
        } else if (done) {
            drawBox(painter, mark, disc / 2.0, color(Token::AccentSoft));
            drawTick(painter, QRectF(mark).adjusted(4, 4, -4, -4), color(Token::Accent), 1.8);
        } else {
            drawBox(painter, mark, disc / 2.0, color(Token::Surface), color(Token::LineStrong));
        }
        if (!m_problems[i] && !done) {
            painter.setFont(textFont(TextStyle::LabelStrong));
            painter.setPen(color(now ? Token::OnAccent : Token::InkSoft));
            painter.drawText(mark, Qt::AlignCenter, locale().toString(i + 1));
        }
        painter.setFont(textFont(now ? TextStyle::BodyStrong : TextStyle::Body));
        painter.setPen(color(now || (open && i == m_hovered) ? Token::Ink : Token::InkSoft));
        painter.drawText(mirror(step.adjusted(disc + gapAfterDisc, 0, 0, 0)), leading(this), m_steps[i]);
        if (i + 1 < m_steps.size()) {
            const QRect next = stepRect(i + 1);
            const int from = isRightToLeft() ? next.right() + 1 + bridgeGap : step.right() + 1 + bridgeGap;
            painter.fillRect(QRect(from, height() / 2, bridge, 1),
                             color(i < m_reached ? Token::Accent : Token::LineStrong));
        }
        if (now && showsFocus(this)) {
            drawFocusRing(painter, QRectF(step).adjusted(-4, 0, 6, 0), radius::button);
        }
    }
}

void Stepper::mouseReleaseEvent(QMouseEvent* event)
{
    const int step = stepAt(event->pos());
    if (step >= 0 && step <= m_reached && step != m_current) {
        emit stepChosen(step);
    }
}

void Stepper::mouseMoveEvent(QMouseEvent* event)
{
    m_hovered = stepAt(event->pos());
    setCursor(m_hovered >= 0 && m_hovered <= m_reached ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void Stepper::leaveEvent(QEvent*)
{
    m_hovered = -1;
    update();
}

void Stepper::keyPressEvent(QKeyEvent* event)
{
    int way = 0;
    if (event->key() == Qt::Key_Right) {
        way = isRightToLeft() ? -1 : 1;
    } else if (event->key() == Qt::Key_Left) {
        way = isRightToLeft() ? 1 : -1;
    }
    const int target = m_current + way;
    if (way == 0) {
        QWidget::keyPressEvent(event);
    } else if (target >= 0 && target <= m_reached && target < m_steps.size()) {
        emit stepChosen(target);
    }
}

}  // namespace shopbell::ui
