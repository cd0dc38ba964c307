// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/segments/definition_tree.h"
#include "ui/shell/page_context.h"
#include "ui/widgets/sheet.h"

#include "api/segment_editing.h"

namespace shopbell::ui {

class Button;
class TextArea;

/// A definition from Klaviyo, pasted or from a file, or this one in Klaviyo's form; with what means something else
/// there listed. Deletes itself when closed.
class KlaviyoSheet : public Sheet {
    Q_OBJECT
public:
    enum class Way { In, Out };
    KlaviyoSheet(PageContext& context, Way way, const DefinitionTree& tree);

signals:
    /// What was read is to take the place of the definition.
    void taken(const shopbell::SegmentDefinition& definition);

private:
    void buildIn();
    void buildOut();
    void read();
    void write(const DefinitionTree& tree);
    void openFile();
    void saveFile();
    void showDifferences(const std::vector<FormDifference>& differences, const QString& none);

    PageContext& m_context;
    TextArea* m_text;
    QVBoxLayout* m_answer;
    Button* m_take = nullptr;
    SegmentDefinition m_read;
    Asker m_asker;
};

}  // namespace shopbell::ui
