// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/formats.h"

#include "api/segment_editing.h"

#include <QWidget>

namespace shopbell::ui {

/// Two circles whose areas, and the area of what they share, are as large as the people in them.
class OverlapView : public QWidget {
    Q_OBJECT
public:
    explicit OverlapView(QWidget* parent = nullptr);
    void setOverlap(const SegmentOverlap& overlap, const QString& first, const QString& second, const Formats& formats);
    QSize sizeHint() const override { return {360, 200}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    SegmentOverlap m_overlap;
};

/// How far apart the middles of two circles are, so that they share `shared` of area.
[[nodiscard]] double distanceForOverlap(double firstRadius, double secondRadius, double shared);

}  // namespace shopbell::ui
