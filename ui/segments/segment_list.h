// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/segments.h"
#include "ui/shell/page_context.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <vector>

class QStackedWidget;

namespace shopbell::ui {

class Materials;
class Table;

/// Segments as rows: name and words, people, when changed.
class SegmentModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, People, Changed, ColumnCount };

    explicit SegmentModel(Materials& materials, QObject* parent = nullptr)
        : QAbstractTableModel(parent), m_materials(materials)
    {
    }
    void setSegments(std::vector<SegmentInfo> segments);
    [[nodiscard]] const std::vector<SegmentInfo>& segments() const { return m_segments; }
    [[nodiscard]] const SegmentInfo* segmentAt(int row) const;
    /// Names that sentences mention have come, or are others.
    void tellAgain();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void tell();

    Materials& m_materials;
    std::vector<SegmentInfo> m_segments;
    QStringList m_words;  ///< each definition as a sentence, in the window's language
};

/// All segments. A click opens; the menu duplicates, renames, removes; Delete removes, and can be undone.
class SegmentList : public QWidget {
    Q_OBJECT
public:
    explicit SegmentList(PageContext& context, QWidget* parent = nullptr);

    void reload();
    [[nodiscard]] bool isEmpty() const { return m_loaded && m_model->rowCount() == 0; }
    [[nodiscard]] QString countWords() const;
    /// What the list knows of a segment; null when it is not in it.
    [[nodiscard]] const SegmentInfo* find(SegmentId segment) const;

    void duplicate(const SegmentInfo& segment);
    void rename(const SegmentInfo& segment);
    void remove(const SegmentInfo& segment);

signals:
    void segmentAsked(qint64 segment);
    void newAsked();
    void countChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void openMenu(const QPoint& at);
    void openRow(const QModelIndex& index);
    void save(const SaveSegment& command);

    PageContext& m_context;
    Materials* m_materials;
    QStackedWidget* m_stack;
    Table* m_table;
    SegmentModel* m_model;
    Asker m_asker;
    bool m_loaded = false;
};

}  // namespace shopbell::ui
