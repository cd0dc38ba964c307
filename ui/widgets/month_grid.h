// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/date_range_picker.h"

#include <QWidget>

namespace shopbell::ui {

/// One month of days to click; arrows move by day and week, Page Up/Down by month, Return chooses.
class MonthGrid : public QWidget {
    Q_OBJECT
public:
    explicit MonthGrid(const QDate& month, QWidget* parent = nullptr);

    void setMonth(const QDate& month);
    [[nodiscard]] QDate month() const { return m_month; }
    void setRange(const DateRange& range);
    void setBounds(const QDate& earliest, const QDate& latest);
    void setCursor(const QDate& day);
    using QWidget::setCursor;
    QSize sizeHint() const override;

signals:
    void dayChosen(const QDate& day);
    void cursorLeft(const QDate& day);  ///< the keyboard moved out of this month to `day`

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRect cellRect(const QDate& day) const;
    [[nodiscard]] QDate dayAt(const QPoint& position) const;
    [[nodiscard]] QDate firstShown() const;
    void moveCursor(const QDate& day);

    QDate m_month;
    QDate m_cursor;
    QDate m_hovered;
    QDate m_earliest;
    QDate m_latest;
    DateRange m_range;
};

}  // namespace shopbell::ui
