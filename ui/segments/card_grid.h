// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace shopbell::ui {

/// Cards of one width in as many columns as there is room for; those of a row are of one height. Its own height follows
/// its width.
class CardGrid : public QWidget {
    Q_OBJECT
public:
    explicit CardGrid(QWidget* parent = nullptr);
    void addCard(QWidget* card);
    void setCardShown(QWidget* card, bool shown);
    [[nodiscard]] bool hasShown() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(width, false); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    int arrange(int width, bool place) const;

    QList<std::pair<QWidget*, bool>> m_cards;
};

}  // namespace shopbell::ui
