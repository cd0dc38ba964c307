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

class Table;

/// Segments as rows: name and words, people, when changed.
class SegmentModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, People, Changed, ColumnCount };

    explicit SegmentModel(EngineBridge& bridge, QObject* parent = nullptr)
        : QAbstractTableModel(parent), m_bridge(bridge)
    {
    }
    void setSegments(std::vector<SegmentInfo> segments);
    [[nodiscard]] const SegmentInfo* segmentAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    EngineBridge& m_bridge;
    std::vector<SegmentInfo> m_segments;
};

/// All segments. A click opens; the menu duplicates, renames, removes; Delete removes, and can be undone.
class SegmentList : public QWidget {
    Q_OBJECT
public:
    explicit SegmentList(PageContext& context, QWidget* parent = nullptr);

    void reload();
    [[nodiscard]] bool isEmpty() const { return m_loaded && m_model->rowCount() == 0; }
    [[nodiscard]] QString countWords() const;

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
    QStackedWidget* m_stack;
    Table* m_table;
    SegmentModel* m_model;
    Asker m_asker;
    bool m_loaded = false;
};

}  // namespace shopbell::ui
