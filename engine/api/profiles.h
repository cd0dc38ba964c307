// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/engine.h"
#include "base/decimal.h"
#include "model/profile.h"
#include "model/segment_definition.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace shopbell {

enum class ProfileOrder { Name, Email, Created, Orders, Spent, LastOrder };

struct ProfileEntry {
    ProfileId id;
    std::string name;
    std::string email;
    std::string phone;
    std::string city;
    std::string country;
    Instant createdAt;
    ConsentState emailConsent = ConsentState::NeverAsked;
    std::int64_t orders = 0;
    Decimal spent;
    std::optional<Instant> lastOrder;
};

struct ProfilePage {
    std::int64_t total = 0;  ///< matches, not only of this page
    std::vector<ProfileEntry> rows;
};

/// Words are matched at the beginnings of names, emails and phone numbers; none: everybody.
struct SearchProfiles {
    using Answer = ProfilePage;
    std::string words;
    ProfileOrder order = ProfileOrder::Created;
    bool descending = true;
    std::int64_t offset = 0;
    std::int64_t limit = 50;
    SegmentId segment;  ///< only its members
    ListId list;        ///< only its members
};

/// Reads what searching needs into memory, so that the first search is as quick as any other.
struct PrepareSearch {
    using Answer = Done;
};

/// By email, phone, external id, or "#17" for the profile's own id.
struct FindProfile {
    using Answer = ProfileId;
    std::string key;
};

struct ProfileDetail {
    Profile profile;
    std::string name;
    std::vector<Consent> consents;  ///< one per channel that anything is known of
    std::vector<Suppression> suppressions;
    struct Membership {
        std::int64_t id = 0;
        std::string name;
        Instant since;  ///< ms 0: not known
    };
    std::vector<Membership> lists;
    std::vector<Membership> segments;
    std::int64_t orders = 0;
    Decimal spent;
    std::optional<Instant> firstOrder;
    std::optional<Instant> lastOrder;
    std::vector<ProfileId> mergedFrom;
};

struct LoadProfile {
    using Answer = ProfileDetail;
    ProfileId profile;
};

struct TimelineEntry {
    std::int64_t row = 0;
    Instant at;
    std::string metric;
    std::optional<Decimal> value;
    std::string properties;  ///< JSON object
    ProfileId profile;
    std::string profileName;  ///< only where several people are listed
};

struct TimelineEntries {
    std::vector<TimelineEntry> entries;  ///< newest first
    std::string next;                    ///< hand it back as `after` for what is older; empty: that was all
};

/// What happened with one person, or with everybody (profile none).
struct LoadTimeline {
    using Answer = TimelineEntries;
    ProfileId profile;
    std::vector<std::string> metrics;  ///< only these; empty: all
    std::string after;
    std::int64_t limit = 50;
};

/// Changes what is known of a person; makes one when `profile` is none.
struct SaveProfile {
    using Answer = ProfileId;
    static constexpr bool isCommand = true;
    ProfileId profile;
    std::string email;
    std::string phone;
    std::string externalId;
    Properties properties;
    std::vector<std::string> unset;
    /// The shown address or number is taken from the person, and is nobody's from then on; one given above takes its
    /// place. Conflict when nothing else would tell who the person is.
    bool unsetEmail = false;
    bool unsetPhone = false;
};

struct MergeProfiles {
    using Answer = Done;
    static constexpr bool isCommand = true;
    ProfileId from;
    ProfileId into;
};

struct SaveConsent {
    using Answer = Done;
    static constexpr bool isCommand = true;
    ProfileId profile;
    Consent consent;  ///< `at` with ms 0: now
};

struct SuppressAddress {
    using Answer = Done;
    static constexpr bool isCommand = true;
    Channel channel = Channel::Email;
    std::string address;
    SuppressionReason reason = SuppressionReason::Manual;
    std::string detail;
};

/// Several at once: all or none.
struct SuppressAddresses {
    using Answer = std::vector<std::string>;  ///< those that were not suppressed before
    static constexpr bool isCommand = true;
    Channel channel = Channel::Email;
    std::vector<std::string> addresses;
    SuppressionReason reason = SuppressionReason::Manual;
};

struct ReleaseAddress {
    using Answer = bool;  ///< false: it was not suppressed
    static constexpr bool isCommand = true;
    Channel channel = Channel::Email;
    std::string address;
};

struct ReleaseAddresses {
    using Answer = std::int64_t;  ///< released
    static constexpr bool isCommand = true;
    Channel channel = Channel::Email;
    std::vector<std::string> addresses;
};

struct ErasureProof {
    Instant at;
    std::string proof;      ///< the line to keep: hash, time, counts
    std::int64_t rows = 0;  ///< removed in all
};

/// By law: the person is gone from every table, and from every backup made from now on.
struct EraseProfile {
    using Answer = ErasureProof;
    static constexpr bool isCommand = true;
    ProfileId profile;
};

struct ExportProfiles {
    using Answer = std::int64_t;  ///< people written
    static constexpr bool isCommand = true;
    std::string file;
    bool ndjson = false;
    SegmentId segment;                ///< only its members
    ListId list;                      ///< only its members
    std::vector<ProfileId> profiles;  ///< only these; empty: all that the others let through
};

struct ListSummary {
    ListId id;
    std::string name;
    std::int64_t members = 0;
    Instant createdAt;
};

struct ListLists {
    using Answer = std::vector<ListSummary>;
};
struct CreateList {
    using Answer = ListId;
    static constexpr bool isCommand = true;
    std::string name;
};
struct RemoveList {
    using Answer = Done;
    static constexpr bool isCommand = true;
    ListId list;
};
struct JoinList {
    using Answer = std::int64_t;  ///< who were not in it before
    static constexpr bool isCommand = true;
    ListId list;
    std::vector<ProfileId> profiles;
};
struct LeaveList {
    using Answer = std::int64_t;
    static constexpr bool isCommand = true;
    ListId list;
    std::vector<ProfileId> profiles;
};

/// Every metric of this shop with how often it happened, most often first.
struct MetricInfo {
    MetricId id;
    std::string name;
    std::int64_t events = 0;
    std::int64_t profiles = 0;
    std::optional<Instant> first;
    std::optional<Instant> last;
};
struct ListMetrics {
    using Answer = std::vector<MetricInfo>;
};

}  // namespace shopbell
