// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icon.h"

#include <QList>
#include <QWidget>

namespace shopbell::ui {

/// Initials in a circle.
class Avatar : public QWidget {
    Q_OBJECT
public:
    explicit Avatar(const QString& name = {}, int side = 28, QWidget* parent = nullptr);
    void setName(const QString& name);
    QSize sizeHint() const override { return {m_side, m_side}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    int m_side;
};

/// One or two letters for a name or an address: "Ana Pereira" → "AP", "lena@x.test" → "L".
[[nodiscard]] QString initialsOf(const QString& name);
void drawAvatar(QPainter& painter, const QRectF& rect, const QString& name);

/// A share as a bar: how much of the whole is left, or how much one thing earned beside the others.
class ProportionBar : public QWidget {
    Q_OBJECT
public:
    explicit ProportionBar(double share = 0, QWidget* parent = nullptr);
    void setShare(double share);  ///< 0…1
    void setColor(Token color);
    void setThickness(int pixels);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_share;
    Token m_color = Token::Accent;
    int m_thickness = 4;
};

/// An estimate: a point inside the interval that holds it, on a line from least to most.
class IntervalBar : public QWidget {
    Q_OBJECT
public:
    explicit IntervalBar(QWidget* parent = nullptr);
    void setScale(double least, double most);
    void setInterval(double low, double point, double high);
    void setColor(Token color);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_least = 0;
    double m_most = 1;
    double m_low = 0;
    double m_point = 0;
    double m_high = 0;
    Token m_color = Token::Accent;
};

/// A small line without axes. Name it: a screen reader reads its first, last, least and most value.
class Sparkline : public QWidget {
    Q_OBJECT
public:
    explicit Sparkline(QWidget* parent = nullptr);
    void setValues(const QList<double>& values);
    void setColor(Token color);
    void setFilled(bool filled);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<double> m_values;
    Token m_color = Token::Accent;
    bool m_filled = true;
};

/// An icon by itself.
class IconMark : public QWidget {
    Q_OBJECT
public:
    explicit IconMark(IconName icon, Token color = Token::InkSoft, int side = size::icon, QWidget* parent = nullptr);
    void setIcon(IconName icon);
    void setColor(Token color);
    QSize sizeHint() const override { return {m_side, m_side}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    IconName m_icon;
    Token m_color;
    int m_side;
};

/// A coloured dot and a word: the key of a chart, at its title's far end.
class LegendKey : public QWidget {
    Q_OBJECT
public:
    LegendKey(const QString& text, Token color, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    Token m_color;
};

}  // namespace shopbell::ui
