// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace shopbell::ui {

/// A line to search in, with a glass before, a cross to clear, and a key hint after ("Ctrl K").
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(const QString& hint = {}, QWidget* parent = nullptr);

    /// Words in a small key cap at the end; only shown, the shortcut itself is the page's.
    void setKeyHint(const QString& keys);
    /// Makes it a door: nothing is typed here, a click, Return or a letter emits opened() (with the letter).
    void setOpensElsewhere(bool elsewhere);
    /// No edge and no fill: inside popovers.
    void setBare(bool bare);

    QSize sizeHint() const override;

signals:
    void opened(const QString& firstLetters);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setMargins();

    class IconButton* m_clear;
    QString m_keys;
    bool m_elsewhere = false;
};

}  // namespace shopbell::ui
