// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/segments/definition_tree.h"
#include "ui/segments/spot.h"
#include "ui/widgets/card.h"

#include "api/segment_editing.h"

namespace shopbell::ui {

class Button;
class EffectMeter;
class Materials;
class NodeGrip;
class SentenceView;
class Text;

/// One condition as a sentence of small controls, what it does to the whole, and whom it leaves out because too little
/// is known of them. Only its own sentence is built anew when it changes, and not while one types.
class ConditionRow : public Card {
    Q_OBJECT
public:
    ConditionRow(Materials& materials, const QJsonObject& condition, QWidget* parent = nullptr);

    [[nodiscard]] const QJsonObject& condition() const { return m_condition; }
    /// Another condition in its place: taken back, or changed elsewhere.
    void setCondition(const QJsonObject& condition);
    void setPath(const NodePath& path) { m_path = path; }
    [[nodiscard]] const NodePath& path() const { return m_path; }
    [[nodiscard]] EffectMeter& meter() const { return *m_meter; }
    [[nodiscard]] NodeGrip& grip() const { return *m_grip; }
    void showUnset(const NodeEffect& effect);

signals:
    void edited(const QJsonObject& condition, shopbell::ui::EditKind kind);
    void removeAsked();

private:
    void build();
    void take(const QJsonObject& condition, EditKind kind);

    Materials& m_materials;
    QJsonObject m_condition;
    NodePath m_path;
    NodeGrip* m_grip;
    SentenceView* m_sentence;
    QWidget* m_unset;
    Text* m_unsetText;
    Button* m_unsetAction;
    EffectMeter* m_meter;
    bool m_buildWaits = false;
};

}  // namespace shopbell::ui
