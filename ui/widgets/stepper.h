// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace shopbell::ui {

/// A path of a few steps ("Audience, Message, Time, Check"): which is done, which is now, which has a problem. A step
/// up to the furthest one reached can be clicked; arrow keys move between those.
class Stepper : public QWidget {
    Q_OBJECT
public:
    explicit Stepper(const QStringList& steps, QWidget* parent = nullptr);

    void setCurrent(int step);
    [[nodiscard]] int current() const { return m_current; }
    void setReached(int step);  ///< the furthest step one may go to
    void setProblem(int step, bool problem);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void stepChosen(int step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QRect stepRect(int step) const;
    [[nodiscard]] int stepAt(const QPoint& position) const;
    void describe();

    QStringList m_steps;
    QList<bool> m_problems;
    int m_current = 0;
    int m_reached = 0;
    int m_hovered = -1;
};

}  // namespace shopbell::ui
