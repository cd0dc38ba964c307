// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page_context.h"
#include "ui/widgets/sheet.h"

#include "api/segments.h"

namespace shopbell::ui {

class Button;
class ListRow;

/// Everybody in a segment, fifty at a time. Deletes itself when closed.
class MembersSheet : public Sheet {
    Q_OBJECT
public:
    MembersSheet(PageContext& context, const SegmentDefinition& definition);

    /// One of them, to be clicked for the reason; owned by whom it is added to.
    [[nodiscard]] static ListRow* memberRow(const SegmentMember& member, bool first);

signals:
    void whyAsked(const shopbell::SegmentMember& member);

private:
    void askMore();

    PageContext& m_context;
    SegmentDefinition m_definition;
    QVBoxLayout* m_rows;
    Button* m_more;
    std::int64_t m_shown = 0;
    Asker m_asker;
};

}  // namespace shopbell::ui
