// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>

namespace shopbell::ui {

/// A switch for what takes effect at once; a check box (QCheckBox, dressed by the style) is for forms one confirms.
class Toggle : public QCheckBox {
    Q_OBJECT
    Q_PROPERTY(double slide READ slide WRITE setSlide)
public:
    explicit Toggle(const QString& text = {}, QWidget* parent = nullptr);

    [[nodiscard]] double slide() const { return m_slide; }
    void setSlide(double slide);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& position) const override;

private:
    double m_slide = 0;
};

}  // namespace shopbell::ui
