// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page_context.h"
#include "ui/widgets/sheet.h"

#include "api/segment_editing.h"

namespace shopbell::ui {

class OverlapView;
class Picker;
class Text;

/// One segment laid over another: who is in both, who in one alone, and a new segment of any of the three. Deletes
/// itself when closed.
class CompareSheet : public Sheet {
    Q_OBJECT
public:
    CompareSheet(PageContext& context, const SegmentInfo& segment);

signals:
    /// A segment to make of what was compared.
    void segmentWanted(const QString& name, const shopbell::SegmentDefinition& definition);

private:
    enum class Part { OnlyFirst, Both, OnlySecond };

    void loadOthers();
    void compare(const QString& id);
    void showOverlap(const SegmentOverlap& overlap);
    void want(Part part);

    PageContext& m_context;
    SegmentInfo m_segment;
    std::vector<SegmentInfo> m_others;
    SegmentInfo m_other;
    Picker* m_picker;
    OverlapView* m_circles;
    QVBoxLayout* m_answer;
    Asker m_list;
    Asker m_asker;
};

}  // namespace shopbell::ui
