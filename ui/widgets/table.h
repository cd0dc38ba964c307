// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QList>
#include <QStyledItemDelegate>
#include <QTableView>

#include <utility>

namespace shopbell::ui {

class EmptyState;

/// What a model may say about a cell beside Qt::DisplayRole; all optional, asked only for cells on screen.
enum TableRole {
    SecondLineRole = Qt::UserRole + 100,  ///< QString: soft words under the text
    FiguresRole,                          ///< bool: a number, aligned to the far end with even digits
    IconRole,                             ///< int(IconName): before the text
    AvatarRole,                           ///< QString: a name to draw as initials before the text
    TagToneRole,                          ///< int(Tone): draw the text as a tag
    TagsRole,                             ///< QStringList: several tags in place of text
    ShareRole,                            ///< double 0…1: a bar before the text
    InkRole,                              ///< int(Token): colour of the text
    StrongRole,                           ///< bool: semibold
};

/// Draws the cells. A page may subclass it for one column.
class TableDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// A table of any size: rows of one fixed height, whole-row selection, hover, sortable headers whose columns can be
/// moved and resized. Nothing is measured or made per row; a model of a million rows opens as fast as one of ten.
/// Sorting and paging are the model's own (override sort(), fetch what data() is asked for).
class Table : public QTableView {
    Q_OBJECT
public:
    explicit Table(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    void setRowHeight(int height);
    /// Shown over the body while the model has no rows. The table takes it over.
    void setEmptyState(EmptyState* state);
    /// As high as its rows and no higher, where the layout lets it: a short list is not followed by an empty wall.
    void setHugsRows(bool hugs);
    /// Wide enough for its header and for each of these, drawn as text or as a tag.
    void fitColumn(int column, const QStringList& contents);
    /// The column that takes the spare width; -1 for none.
    void setStretchColumn(int column);
    /// While the stretch column would be narrower than `least`, these columns are hidden, one after the other; as wide
    /// as they are now. Columns that people choose themselves do not belong here.
    void setYieldingColumns(int least, const QList<int>& columns);

    QSize sizeHint() const override;

    [[nodiscard]] QByteArray saveColumns() const;
    bool restoreColumns(const QByteArray& state);

signals:
    /// Double click, or Return on the current row.
    void rowActivated(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showEmptiness();
    void shareWidth();
    void setHoveredRow(int row);

    EmptyState* m_empty = nullptr;
    int m_hoveredRow = -1;
    bool m_hugsRows = false;
    int m_stretchColumn = -1;
    int m_leastStretch = 0;
    QList<std::pair<int, int>> m_yielding;  ///< column and width
    friend class TableDelegate;
};

}  // namespace shopbell::ui
