// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/text.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QTimerEvent>

namespace shopbell::ui {

namespace {

constexpr int reach = 14;
constexpr int most = 4;
constexpr int showFor = 6000;

/// Words that act, in the toast's own accent: the toast is dark on a light page and light on a dark one.
class ToastButton : public Button {
public:
    ToastButton(const QString& text, IconName icon, QWidget* parent) : Button(text, icon, Kind::Quiet, parent) {}

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (underMouse() || isDown()) {
            drawBox(painter, rect(), 6, color(Token::OnTip, isDown() ? 0.2 : 0.12));
        }
        const QColor ink = color(text().isEmpty() ? Token::OnTipSoft : Token::TipAccent);
        if (text().isEmpty()) {
            drawIcon(painter, rect(), m_icon, ink, 14);
        } else {
            painter.setFont(textFont(TextStyle::BodyStrong));
            painter.setPen(ink);
            painter.drawText(rect(), Qt::AlignCenter, text());
        }
        if (showsFocus(this)) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(color(Token::TipAccent), 1.6));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.8, 0.8, -0.8, -0.8), 6, 6);
        }
    }
};

}  // namespace

Toast::Toast(const QString& text, Tone tone, const QString& action, int milliseconds, QWidget* parent)
    : QWidget(parent),
      m_text(new Text(text, TextStyle::Body, Token::OnTip, this)),
      m_tone(tone),
      m_milliseconds(milliseconds)
{
    setAttribute(Qt::WA_Hover);
    setAccessibleRole(this, QAccessible::AlertMessage);
    auto* row = makeRow(this, space::s, QMargins(reach + 14, reach + 6, reach + 6, reach + 6));
    if (tone != Tone::Neutral) {
        row->addSpacing(16);
    }
    row->addWidget(m_text->elided());
    m_text->setMinimumHeight(28);
    row->addSpacing(space::s);
    if (!action.isEmpty()) {
        m_action = new ToastButton(action, IconName::None, this);
        m_action->setSmall(true);
        row->addWidget(m_action);
        connect(m_action, &QAbstractButton::clicked, this, &Toast::actionTriggered);
    }
    auto* close = new ToastButton(QString(), IconName::Close, this);
    close->setSmall(true);
    close->setFixedSize(26, 26);
    close->setAccessibleName(tr("Dismiss"));
    m_close = close;
    row->addWidget(close);
    connect(close, &QAbstractButton::clicked, this, &Toast::gone);
    setAccessibleName(text);
    startClock();
}

QString Toast::text() const
{
    return m_text->text();
}

void Toast::setText(const QString& text)
{
    m_text->setText(text);
    setAccessibleName(text);
    updateGeometry();
}

void Toast::setProgress(double fraction)
{
    m_fraction = fraction;
    if (m_clock) {
        killTimer(m_clock);
        m_clock = 0;
    }
    if (fraction < 0 && !m_pulseClock && !theme().reducedMotion()) {
        m_pulseClock = startTimer(32);
    } else if (fraction >= 0 && m_pulseClock) {
        killTimer(m_pulseClock);
        m_pulseClock = 0;
    }
    update();
}

void Toast::finish(const QString& text, Tone tone)
{
    m_fraction = -2;
    if (m_pulseClock) {
        killTimer(m_pulseClock);
        m_pulseClock = 0;
    }
    if (m_action) {
        m_action->hide();
    }
    if (m_tone == Tone::Neutral && tone != Tone::Neutral) {
        static_cast<QBoxLayout*>(layout())->insertSpacing(0, 16);
    }
    m_tone = tone;
    setText(text);
    startClock();
    update();
}

void Toast::startClock()
{
    if (m_clock) {
        killTimer(m_clock);
    }
    m_clock = m_milliseconds > 0 ? startTimer(m_milliseconds) : 0;
}

void Toast::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_pulseClock) {
        m_pulse = (m_pulse + 2) % 200;
        update();
        return;
    }
    if (event->timerId() == m_clock && !isAncestorOf(focusWidget())) {
        killTimer(m_clock);
        m_clock = 0;
        emit gone();
    }
}

void Toast::enterEvent(QEnterEvent*)
{
    if (m_clock) {
        killTimer(m_clock);
        m_clock = 0;
    }
}

void Toast::leaveEvent(QEvent*)
{
    if (m_fraction < -1.5) {
        startClock();
    }
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF box = QRectF(rect()).adjusted(reach, reach, -reach, -reach);
    drawShadow(painter, box, 10);
    drawBox(painter, box, 10, color(Token::Tip));
    if (m_tone != Tone::Neutral) {
        const Token dot = m_tone == Tone::Bad ? Token::Bad : m_tone == Tone::Brass ? Token::Brass : Token::TipAccent;
        const QRect at = style()->visualRect(layoutDirection(), rect(),
                                             QRect(reach + 14, static_cast<int>(box.center().y()) - 4, 8, 8));
        drawBox(painter, at, 4, color(dot));
    }
    if (m_fraction > -1.5) {
        const QRectF track(box.x() + 12, box.bottom() - 6, box.width() - 24, 3);
        drawBox(painter, track, 1.5, color(Token::OnTip, 0.18));
        QRectF done = track;
        if (m_fraction >= 0) {
            done.setWidth(track.width() * std::min(1.0, m_fraction));
            if (isRightToLeft()) {
                done.moveRight(track.right());
            }
        } else {
            const double at = theme().reducedMotion() ? 0.35 : m_pulse / 200.0 * 1.3 - 0.3;
            done = QRectF(track.x() + track.width() * at, track.y(), track.width() * 0.3, 3).intersected(track);
        }
        if (!done.isEmpty()) {
            drawBox(painter, done, 1.5, color(Token::TipAccent));
        }
    }
}

ToastHost::ToastHost(QWidget* over) : QWidget(over), m_over(over), m_column(makeColumn(this, 0))
{
    m_column->setSizeConstraint(QLayout::SetNoConstraint);
    over->installEventFilter(this);
    hide();
}

Toast* ToastHost::show(const QString& text, Tone tone)
{
    return add(new Toast(text, tone, {}, showFor, this));
}

Toast* ToastHost::showUndo(const QString& text, std::function<void()> undo)
{
    return showAction(text, tr("Undo"), std::move(undo));
}

Toast* ToastHost::showAction(const QString& text, const QString& action, std::function<void()> run, Tone tone)
{
    auto* toast = new Toast(text, tone, action, showFor + 4000, this);
    connect(toast, &Toast::actionTriggered, toast, [toast, run = std::move(run)] {
        emit toast->gone();
        if (run) {
            run();
        }
    });
    return add(toast);
}

Toast* ToastHost::showProgress(const QString& text, std::function<void()> cancel)
{
    auto* toast = new Toast(text, Tone::Neutral, cancel ? tr("Cancel") : QString(), showFor, this);
    toast->setProgress(-1);
    connect(toast, &Toast::actionTriggered, toast, [cancel = std::move(cancel)] {
        if (cancel) {
            cancel();
        }
    });
    return add(toast);
}

Toast* ToastHost::add(Toast* toast)
{
    while (m_column->count() >= most) {
        auto* oldest = qobject_cast<Toast*>(m_column->itemAt(0)->widget());
        m_column->removeWidget(oldest);
        oldest->hide();
        oldest->deleteLater();
    }
    m_column->addWidget(toast, 0, Qt::AlignHCenter);
    connect(toast, &Toast::gone, this, [this, toast] {
        m_column->removeWidget(toast);
        toast->hide();
        toast->deleteLater();
        place();
    });
    toast->show();
    place();
    QAccessibleEvent heard(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&heard);
    return toast;
}

bool ToastHost::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_over && event->type() == QEvent::Resize) {
        place();
    } else if (event->type() == QEvent::LayoutRequest) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void ToastHost::place()
{
    if (m_column->count() == 0) {
        hide();
        return;
    }
    m_column->invalidate();
    const int width = std::min(m_column->sizeHint().width(), m_over->width() - 16);
    const int height = m_column->sizeHint().height();
    setGeometry((m_over->width() - width) / 2, m_over->height() - height - 6, width, height);
    QWidget::show();
    raise();
    m_column->activate();
}

}  // namespace shopbell::ui
