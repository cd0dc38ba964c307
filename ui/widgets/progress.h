// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

namespace shopbell::ui {

class IconButton;

/// A thin bar with what is being done above it, how far it is beside that, and a cancel.
class ProgressBar : public QWidget {
    Q_OBJECT
public:
    explicit ProgressBar(const QString& label = {}, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    /// "3,120 of 10,000 orders · about 2 minutes left"
    void setDetail(const QString& detail);
    /// 0…1; below 0 when the end is not known.
    void setFraction(double fraction);
    void setTone(Tone tone);
    void setCancellable(bool cancellable);
    [[nodiscard]] double fraction() const { return m_fraction; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void cancelled();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void runClock();
    void describe();

    QString m_label;
    QString m_detail;
    double m_fraction = 0;
    Tone m_tone = Tone::Accent;
    IconButton* m_cancel;
    int m_clock = 0;
    int m_pulse = 0;
};

}  // namespace shopbell::ui
