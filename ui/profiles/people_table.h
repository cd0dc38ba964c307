// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/table.h"

namespace shopbell::ui {

/// The table of people: a click opens the person, the box in the first column and Space choose, Shift and Ctrl choose
/// several as in any list. Arrow keys move without choosing.
class PeopleTable : public Table {
    Q_OBJECT
public:
    explicit PeopleTable(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    /// First and last row on the screen.
    [[nodiscard]] std::pair<int, int> shownRows() const;

signals:
    void shownRowsChanged();

protected:
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index, const QEvent* event) const override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    QPersistentModelIndex m_pressed;
};

}  // namespace shopbell::ui
