// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/formats.h"
#include "ui/segments/definition_tree.h"

#include "api/segment_editing.h"

#include <QWidget>

namespace shopbell::ui {

class Text;

/// Two shares of one track: who stays, dark, and whom it removes (or who is in already), light.
class EffectBar : public QWidget {
    Q_OBJECT
public:
    explicit EffectBar(QWidget* parent = nullptr);
    void setShares(double dark, double light);
    [[nodiscard]] double dark() const { return m_dark; }
    [[nodiscard]] double light() const { return m_light; }
    QSize sizeHint() const override { return {120, 4}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_dark = 0;
    double m_light = 0;
};

/// What one condition or group does: how many people are left with it, a bar of whom it removes, and the same in words.
class EffectMeter : public QWidget {
    Q_OBJECT
public:
    explicit EffectMeter(QWidget* parent = nullptr);

    /// `inside`: the kind of group it is in; `index`: its place there. `everybody` and `groupTotal` are what bars
    /// are measured by.
    void showEffect(const NodeEffect& effect, GroupKind inside, int index, std::int64_t everybody,
                    std::int64_t groupTotal, const Formats& formats);
    [[nodiscard]] QString numberText() const;
    [[nodiscard]] QString noteText() const;

private:
    Text* m_number;
    EffectBar* m_bar;
    Text* m_note;
};

}  // namespace shopbell::ui
