// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/evaluator.h"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace shopbell::segments {

class Materials;
class PropertyReader;

/// Where people come from who were merged later and are asked about as they were; see ApartProgram.
struct ApartSource {
    const std::vector<ProfileNumber>& ids;  ///< by number: the profile's own
    Materials& whole;                       ///< of everybody
};

/// What one program has loaded; each thing once, shared by its conditions.
class Materials {
public:
    [[nodiscard]] static Result<std::shared_ptr<Materials>> make(const Sources& sources);

    [[nodiscard]] const Sources& sources() const { return m_sources; }
    [[nodiscard]] const People& people() const { return *m_people; }
    [[nodiscard]] const HistoryView& history() const { return *m_sources.history; }
    /// The number that a profile has in the workspace: the same mostly, see ApartSource.
    [[nodiscard]] ProfileNumber ownNumber(ProfileNumber profile) const
    {
        return m_sources.apart == nullptr ? profile : m_sources.apart->ids[profile];
    }

    /// Reads what is not in memory of these on both threads: one after the other it would take twice as long. What
    /// fails here fails again, and is told, when it is asked for.
    void preload(const std::set<std::string>& metrics);
    /// Null when there is no metric of this name.
    [[nodiscard]] Result<std::shared_ptr<const MetricColumns>> metric(std::string_view name);
    [[nodiscard]] Result<std::shared_ptr<const PropertyColumn>> eventProperty(std::string_view metric,
                                                                              std::string_view path);
    /// A profile property with its past.
    [[nodiscard]] Result<std::shared_ptr<PropertyReader>> property(std::string_view name);

    /// Log rows of places in a metric's columns, in the order given.
    [[nodiscard]] std::vector<std::int64_t> rowsOf(std::string_view metric, const MetricColumns& columns,
                                                   const std::vector<EventPlace>& places) const;

    /// True when the metric has events later than `at`: the past of what it tells about is not the present.
    [[nodiscard]] Result<bool> hasEventsAfter(std::string_view metric, std::int64_t at);
    /// Every event of a metric, by profile, then ascending in time: function(profile, at, row, properties as JSON).
    using OnEvent = std::function<void(ProfileNumber, std::int64_t, std::int64_t, const std::string&)>;
    [[nodiscard]] Result<void> forEachEvent(std::string_view metric, const OnEvent& onEvent);

private:
    explicit Materials(const Sources& sources) : m_sources(sources) {}

    Sources m_sources;
    std::shared_ptr<const People> m_people;
    std::map<std::string, std::shared_ptr<const MetricColumns>, std::less<>> m_metrics;
    std::map<std::string, std::shared_ptr<PropertyReader>, std::less<>> m_properties;
};

/// The content of a profile property at an instant, now or then.
class PropertyReader {
public:
    PropertyReader(std::string name, std::shared_ptr<const ProfilePropertyColumn> column)
        : m_name(std::move(name)), m_column(std::move(column))
    {
    }

    struct Content {
        bool isSet = false;
        bool isList = false;
        std::span<const PropertyAtom> atoms;
    };
    /// Loads the changes of the property when something about anybody changed after `at`.
    [[nodiscard]] Result<void> ready(Materials& materials, std::int64_t at);
    /// Codes of the present; those in changedAfter(at) were something else then.
    [[nodiscard]] const ProfilePropertyColumn& column() const { return *m_column; }
    [[nodiscard]] const std::shared_ptr<const ProfilePropertyColumn>& present() const { return m_column; }
    [[nodiscard]] std::uint32_t codeAt(ProfileNumber profile, std::int64_t at) const;
    /// Codes of the present and of the past alike.
    [[nodiscard]] Content content(std::uint32_t code) const
    {
        return {code != 0, codes().isList(code), codes().atoms(code)};
    }
    [[nodiscard]] std::uint32_t codeCount() const { return codes().codeCount(); }
    [[nodiscard]] Content contentAt(ProfileNumber profile, std::int64_t at) const
    {
        return content(codeAt(profile, at));
    }
    /// Profiles whose value as of `at` may differ from the present one.
    [[nodiscard]] std::vector<ProfileNumber> changedAfter(std::int64_t at) const;

private:
    struct Change {
        ProfileNumber profile = 0;
        std::int64_t at = 0;
        std::uint32_t before = 0;
    };
    [[nodiscard]] const ProfilePropertyColumn& codes() const { return m_past ? *m_past : *m_column; }

    std::string m_name;
    std::shared_ptr<const ProfilePropertyColumn> m_column;
    std::shared_ptr<ProfilePropertyColumn> m_past;  ///< column's codes and those of the past; once changes are loaded
    std::vector<Change> m_changes;                  ///< by profile, then ascending in time
    bool m_loaded = false;
};

}  // namespace shopbell::segments
