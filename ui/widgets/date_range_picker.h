// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QDate>
#include <QPointer>

namespace shopbell::ui {

class Popover;

/// Both days belong to the range.
struct DateRange {
    QDate from;
    QDate to;
    friend bool operator==(const DateRange&, const DateRange&) = default;
    [[nodiscard]] int days() const { return static_cast<int>(from.daysTo(to)) + 1; }
};

enum class RangePreset { Custom, Today, Last7, Last30, Last90, Last12Months, ThisMonth, LastMonth, ThisYear, LastYear };
enum class Comparison { None, PeriodBefore, YearBefore };

/// What a preset means on `today`.
[[nodiscard]] DateRange rangeOf(RangePreset preset, const QDate& today);
/// What `range` is compared with; an invalid range for None. A month, quarter or year is compared with the calendar
/// unit before it only through YearBefore; PeriodBefore is as many days directly before.
[[nodiscard]] DateRange comparedRange(const DateRange& range, Comparison comparison);
[[nodiscard]] QString presetName(RangePreset preset);

/// A button that opens presets, two months and what to compare with.
class DateRangePicker : public QAbstractButton {
    Q_OBJECT
public:
    /// `today` is given, so that a page and its tests agree on it.
    explicit DateRangePicker(const QDate& today, QWidget* parent = nullptr);

    void setPreset(RangePreset preset);
    void setRange(const DateRange& range);  ///< a custom one
    [[nodiscard]] DateRange range() const { return m_range; }
    [[nodiscard]] RangePreset preset() const { return m_preset; }
    void setComparison(Comparison comparison);
    [[nodiscard]] Comparison comparison() const { return m_comparison; }
    void setComparable(bool comparable);
    void setEarliest(const QDate& earliest);

    void openPanel();
    [[nodiscard]] QWidget* panel() const;  ///< null while closed

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void rangeChanged();  ///< range, preset or comparison, by the person

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QString shownText() const;
    void describe();

    QDate m_today;
    QDate m_earliest;
    DateRange m_range;
    RangePreset m_preset = RangePreset::Last30;
    Comparison m_comparison = Comparison::PeriodBefore;
    bool m_comparable = true;
    QPointer<Popover> m_popover;
};

}  // namespace shopbell::ui
