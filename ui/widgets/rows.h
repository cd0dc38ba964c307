// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icon.h"

#include <QWidget>

class QGridLayout;

namespace shopbell::ui {

class Text;

/// Labels at the leading edge, values beside them, in two columns that line up.
class KeyValueList : public QWidget {
    Q_OBJECT
public:
    explicit KeyValueList(QWidget* parent = nullptr);
    /// The value can be selected with the mouse and the keyboard.
    Text* addRow(const QString& key, const QString& value);
    void addRow(const QString& key, QWidget* value);
    void clear();
    void setKeyWidth(int pixels);  ///< 116 unless told

private:
    QGridLayout* m_grid;
    int m_rows = 0;
};

/// One thing that happened: icon tile, what, the details beneath, when at the far end.
class TimelineRow : public QWidget {
    Q_OBJECT
public:
    TimelineRow(IconName icon, Token color, const QString& title, const QString& detail, const QString& when,
                QWidget* parent = nullptr);
    void setClickable(bool clickable);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    IconName m_icon;
    Token m_color;
    QString m_title;
    QString m_detail;
    QString m_when;
    bool m_clickable = false;
    bool m_hovered = false;
};

/// A line of a list inside a card: leading icon or avatar, text with bold beginnings, something at the far end; a
/// hairline above unless first.
class ListRow : public QWidget {
    Q_OBJECT
public:
    explicit ListRow(QWidget* parent = nullptr);
    void setIcon(IconName icon, Token color = Token::InkSoft);
    void setAvatar(const QString& name);
    /// `strong` is drawn semibold before `text`.
    void setText(const QString& strong, const QString& text = {});
    void setSecondLine(const QString& text);
    void setTrailing(const QString& text);
    /// A bar before the trailing words, 0…1; less than 0 for none.
    void setShare(double share, Token color = Token::Accent);
    void setFirst(bool first);  ///< no hairline above
    void setClickable(bool clickable);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void describe();

    IconName m_icon = IconName::None;
    Token m_iconColor = Token::InkSoft;
    QString m_avatar;
    QString m_strong;
    QString m_text;
    QString m_second;
    QString m_trailing;
    double m_share = -1;
    Token m_shareColor = Token::Accent;
    bool m_first = false;
    bool m_clickable = false;
    bool m_hovered = false;
};

}  // namespace shopbell::ui
