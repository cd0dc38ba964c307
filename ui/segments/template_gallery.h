// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page_context.h"

#include "api/segment_editing.h"

#include <QWidget>

class QVBoxLayout;

namespace shopbell::ui {

class CardGrid;
class SearchField;
class Text;

/// Ready-made definitions in groups: what each is for, and how many people of this shop it would hold. Counted one
/// after the other, while it is seen.
class TemplateGallery : public QWidget {
    Q_OBJECT
public:
    explicit TemplateGallery(PageContext& context, QWidget* parent = nullptr);
    void load();

signals:
    void templateChosen(const QString& name, const shopbell::SegmentDefinition& definition);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Entry {
        SegmentTemplateInfo info;
        QWidget* card = nullptr;
        Text* people = nullptr;
        CardGrid* grid = nullptr;
        QString searched;
        bool counted = false;
    };

    void build(const std::vector<SegmentTemplateInfo>& templates);
    void addCard(CardGrid* grid, const SegmentTemplateInfo& info);
    void filter(const QString& words);
    void countNext();

    PageContext& m_context;
    QVBoxLayout* m_column;
    SearchField* m_search;
    QVBoxLayout* m_groups;
    QList<std::pair<QWidget*, CardGrid*>> m_sections;
    std::vector<Entry> m_entries;
    Text* m_nothing;
    Asker m_list;
    Asker m_count;
};

}  // namespace shopbell::ui
