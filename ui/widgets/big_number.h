// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

namespace shopbell::ui {

class Text;

/// What a change is, and whether that is good: a falling bounce rate is Down and good.
enum class Trend { None, Up, Down, Flat };

/// A label, the number large beneath it, and its comparison small beneath that.
class BigNumber : public QWidget {
    Q_OBJECT
public:
    explicit BigNumber(const QString& label, const QString& value = {}, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    void setValue(const QString& value);
    /// "12 %" with its triangle, then "vs the 30 days before". `good` picks green or red; Flat and None stay soft.
    void setComparison(Trend trend, const QString& amount, const QString& against = {}, bool good = true);
    /// A comparison whose direction is good when it goes up.
    void setChange(Trend trend, const QString& amount, const QString& against = {});
    /// Plain words in the comparison's place: "34 % of it last click, 5 days".
    void setNote(const QString& note);
    void setTextStyle(TextStyle style);

    [[nodiscard]] QString value() const { return m_value; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    [[nodiscard]] bool breaks(int width) const;

    QString m_label;
    QString m_value;
    QString m_amount;
    QString m_against;
    Trend m_trend = Trend::None;
    bool m_good = true;
    TextStyle m_style = TextStyle::BigNumber;
};

}  // namespace shopbell::ui
