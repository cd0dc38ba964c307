// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_bridge.h"
#include "ui/widgets/choice.h"

#include "api/segment_editing.h"

#include <QHash>

namespace shopbell::ui {

/// What the pickers of conditions offer that lives in the workspace. Names are loaded with the editor; properties and
/// values are asked for when a picker opens.
class Materials : public QObject {
    Q_OBJECT
public:
    explicit Materials(EngineBridge& bridge, QObject* parent = nullptr);

    /// Asks again; changed() comes when names are others than before.
    void load();
    /// The segment being edited: it is not offered as a part of itself.
    void setSelf(qint64 segment);

    [[nodiscard]] const Choices& metrics() const { return m_metrics; }
    [[nodiscard]] const Choices& lists() const { return m_lists; }
    [[nodiscard]] const Choices& segments() const { return m_segments; }
    [[nodiscard]] const Choices& campaigns() const { return m_campaigns; }
    [[nodiscard]] EngineBridge& bridge() const { return m_bridge; }

    using Show = std::function<void(const Choices&)>;
    /// Properties of people (metric empty) or of a metric's events, the ones that match `search`. Answers while
    /// `context` lives.
    void findProperties(QObject* context, const QString& metric, const QString& search, Show show);
    /// Values of a property with how often they occur.
    void findValues(QObject* context, const QString& metric, const QString& property, const QString& search, Show show);
    /// What most values of it are; Text where nothing is known.
    void findSort(QObject* context, const QString& metric, const QString& property,
                  std::function<void(ValueSort)> show);

signals:
    void changed();

private:
    void findCountries(QObject* context, const QString& search, Show show);
    void take(Choices& kept, Choices answered);
    void leaveSelfOut();

    EngineBridge& m_bridge;
    Choices m_metrics;
    Choices m_lists;
    Choices m_allSegments;
    Choices m_segments;
    Choices m_campaigns;
    QHash<QString, Choices> m_properties;  ///< by metric
    qint64 m_self = 0;
    Asker m_metricAsker;
    Asker m_listAsker;
    Asker m_segmentAsker;
    Asker m_campaignAsker;
};

/// "Country" for "country"; the name itself where the window has no word for it.
[[nodiscard]] QString propertyWords(const QString& property);
/// The same for what events carry: the properties that Shopbell itself writes; others as they are.
[[nodiscard]] QString detailWords(const QString& property);
/// A value as people read it: a country's name for its code.
[[nodiscard]] QString valueWords(const QString& metric, const QString& property, const QString& value);

}  // namespace shopbell::ui
