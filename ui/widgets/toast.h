// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace shopbell::ui {

class Button;
class Text;

/// One notice that floats over the window's lower edge. Goes by itself, stays while hovered, focused or in progress.
class Toast : public QWidget {
    Q_OBJECT
public:
    void setText(const QString& text);
    /// Shows a bar; below 0 it moves without end. The toast stays until finish() or close().
    void setProgress(double fraction);
    /// Ends the progress with these words and lets the toast go.
    void finish(const QString& text, Tone tone = Tone::Ok);
    [[nodiscard]] QString text() const;

signals:
    void actionTriggered();  ///< the button: Undo, Open, Cancel
    void gone();

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    friend class ToastHost;
    Toast(const QString& text, Tone tone, const QString& action, int milliseconds, QWidget* parent);
    void startClock();

    Text* m_text;
    Button* m_action = nullptr;
    Button* m_close;
    Tone m_tone;
    int m_milliseconds;
    int m_clock = 0;
    double m_fraction = -2;  ///< -2: no bar
    int m_pulse = 0;
    int m_pulseClock = 0;
};

/// Stacks toasts over a window's lower edge, newest lowest, at most four.
class ToastHost : public QWidget {
    Q_OBJECT
public:
    /// `over` is the widget whose lower edge is used, usually the page area; the host follows its size.
    explicit ToastHost(QWidget* over);

    /// Words alone.
    Toast* show(const QString& text, Tone tone = Tone::Neutral);
    /// With an Undo button; `undo` runs when it is pressed, and never after the toast is gone.
    Toast* showUndo(const QString& text, std::function<void()> undo);
    /// With any one button.
    Toast* showAction(const QString& text, const QString& action, std::function<void()> run, Tone tone = Tone::Neutral);
    /// With a bar, and a Cancel button when `cancel` is given.
    Toast* showProgress(const QString& text, std::function<void()> cancel = {});

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Toast* add(Toast* toast);
    void place();

    QWidget* m_over;
    QVBoxLayout* m_column;
};

}  // namespace shopbell::ui
