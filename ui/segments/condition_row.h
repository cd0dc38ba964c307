// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_bridge.h"
#include "ui/segments/condition_words.h"
#include "ui/widgets/card.h"

#include <QJsonObject>

#include <functional>

namespace shopbell::ui {

class CountMeter;
class FlowLayout;

/// One condition as a sentence of small pickers, with the number of people it holds alone.
class ConditionRow : public Card {
    Q_OBJECT
public:
    ConditionRow(EngineBridge& bridge, const Materials& materials, const QJsonObject& condition,
                 QWidget* parent = nullptr);

    void recount();
    [[nodiscard]] const QJsonObject& condition() const { return m_condition; }

signals:
    /// `typed`: the next one may be part of the same edit.
    void edited(const QJsonObject& condition, bool typed);
    void removeAsked();

private:
    void build();
    void buildMetric();
    void buildProperty();
    void buildLocation();
    void buildConsent();
    void buildMembership();
    void addTimeframe();
    void addWord(const QString& word);
    void addPicker(const QString& name, const Choices& choices, const QString& current, bool subject,
                   std::function<void(const QString&)> take);
    void addNumber(const QString& name, const QJsonObject& holder, const QString& member,
                   std::function<void(double)> take);
    void addText(const QString& name, const QString& text, const QString& hint,
                 std::function<void(const QString&)> take);
    void addDay(const QString& name, const QString& iso, std::function<void(const QString&)> take);
    void take(const QJsonObject& condition, bool rebuild);

    EngineBridge& m_bridge;
    const Materials& m_materials;
    QJsonObject m_condition;
    QWidget* m_place;
    FlowLayout* m_sentence;
    CountMeter* m_meter;
};

}  // namespace shopbell::ui
