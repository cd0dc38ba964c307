// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/hover_chart.h"

class QBarCategoryAxis;

namespace shopbell::ui {

struct Bar {
    QString label;
    double value = 0;
    QString note = {};  ///< words before the value when hovered; by itself the label
};

/// Upright bars of one series; as many labels beneath as fit. Hover or arrow keys show the exact value.
class BarChart : public HoverChart {
    Q_OBJECT
public:
    explicit BarChart(QWidget* parent = nullptr);
    void setBars(const QList<Bar>& bars);
    void setColor(Token color);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void barActivated(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void rebuild() override;
    [[nodiscard]] QMargins plotMargins() const override;
    void paintOver(QPainter& painter) const override;
    [[nodiscard]] int placeCount() const override;
    [[nodiscard]] int placeAt(const QPointF& position) const override;
    void activate(int place) override;
    [[nodiscard]] QString placeWords(int place) const override;
    [[nodiscard]] QString summary() const override;

private:
    explicit BarChart(QBarCategoryAxis* x, QWidget* parent);
    [[nodiscard]] QRectF barRect(int index) const;
    [[nodiscard]] double step() const;

    QBarCategoryAxis* m_x;
    QList<Bar> m_bars;
    Token m_color = Token::Chart1;
};

}  // namespace shopbell::ui
