// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/segments/definition_tree.h"
#include "ui/shell/page_context.h"
#include "ui/widgets/sheet.h"

#include "api/segments.h"

#include <QDate>

namespace shopbell::ui {

class AskingPicker;
class DayPill;
class Materials;

/// Why somebody is in a segment, or is not: any person by search, now or as of a day; a verdict per condition with what
/// decided. Deletes itself when closed.
class SegmentWhySheet : public Sheet {
    Q_OBJECT
public:
    /// `person` may be none: then one is looked for first.
    SegmentWhySheet(PageContext& context, Materials& materials, const DefinitionTree& tree,
                    const std::optional<SegmentMember>& person);

private:
    void choose(const QString& key);
    void ask();
    void showVerdict(const Verdict& verdict);

    PageContext& m_context;
    Materials& m_materials;
    DefinitionTree m_tree;
    AskingPicker* m_who;
    DayPill* m_when;
    QVBoxLayout* m_answer;
    QHash<QString, QString> m_names;  ///< by profile id
    ProfileId m_person;
    QDate m_day;
    Asker m_asker;
    Asker m_search;
};

}  // namespace shopbell::ui
