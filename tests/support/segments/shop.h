// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "db/workspace.h"
#include "history/event_log.h"
#include "profiles/lists.h"
#include "profiles/profile_columns.h"
#include "profiles/profile_store.h"
#include "segments/evaluator.h"
#include "support/fake_clock.h"
#include "support/temp_dir.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace shopbell::test {

/// An event as it was told to the shop.
struct ToldEvent {
    std::int64_t profile = 0;  ///< as told
    std::string metric;
    std::int64_t at = 0;
    std::optional<std::int64_t> cents;  ///< the value
    std::string uniqueId;
    std::string properties;
    std::int64_t order = 0;
    bool standing = true;
};

/// What was known of a person from one instant on, copied out of the tables when it happened.
struct KnownFacts {
    Properties properties;
    std::string email;
    std::string phone;
    std::map<Channel, Consent> consents;
    std::map<std::int64_t, std::int64_t> lists;  ///< list → joined
    std::optional<Suppression> suppressed;       ///< of the email address
};

/// A shop in a real workspace that writes down, in plain lists, what it was told: the segments' tests ask both.
class Shop {
public:
    Shop(Instant start, const std::string& zone);
    ~Shop();

    // What happens, at clock.now() unless said otherwise. Each returns when it is committed and published.
    std::int64_t addPerson(const std::string& email, const Properties& properties);
    void change(std::int64_t profile, const Properties& set, const std::vector<std::string>& unset = {},
                const std::string& email = {});
    void happen(std::int64_t profile, const std::string& metric, Instant at, std::optional<std::int64_t> cents,
                const std::string& properties, const std::string& uniqueId);
    void replace(std::int64_t profile, const std::string& metric, Instant at, std::optional<std::int64_t> cents,
                 const std::string& properties, const std::string& uniqueId);
    /// The event with this id reads so from now on, and is still of whom it was told.
    void edit(std::int64_t profile, const std::string& metric, Instant at, std::optional<std::int64_t> cents,
              const std::string& properties, const std::string& uniqueId);
    void takeBack(std::int64_t profile, const std::string& metric, const std::string& uniqueId);
    void merge(std::int64_t from, std::int64_t into);
    /// By law: they and all they ever were are gone, now and in the past.
    void erase(std::int64_t profile);
    void consent(std::int64_t profile, Channel channel, ConsentState state, const std::string& method);
    void suppress(std::int64_t profile, SuppressionReason reason);
    void unsuppress(std::int64_t profile);
    void join(std::int64_t list, std::int64_t profile);
    void leave(std::int64_t list, std::int64_t profile);
    std::int64_t addList(const std::string& name);
    /// The program ends, having sealed its columns, and is started again: what happened until now is in bases, what
    /// happens after this in tails.
    void restart();

    [[nodiscard]] segments::Sources sources();
    [[nodiscard]] std::int64_t living(std::int64_t profile) const;
    /// Whose number an id stood for at an instant, by the merges until then.
    [[nodiscard]] std::int64_t standingFor(std::int64_t profile, std::int64_t at) const;
    /// What was written down of a number until then; null: nothing yet.
    [[nodiscard]] const KnownFacts* factsAt(std::int64_t profile, std::int64_t at) const;
    /// The number was somebody's then: made, and not merged away yet.
    [[nodiscard]] bool existed(std::int64_t profile, std::int64_t at) const;
    /// Standing events of one metric, of whoever had this number at `at`, by (instant, order); later ones too.
    [[nodiscard]] std::vector<ToldEvent> eventsOf(std::int64_t profile, const std::string& metric,
                                                  std::int64_t at) const;

    FakeClock clock;
    std::string zoneName;
    TimeZone zone;
    std::vector<std::int64_t> people;     ///< living
    std::vector<std::int64_t> everybody;  ///< whoever was made, ever
    std::vector<std::int64_t> lists;
    std::vector<std::int64_t> merges;  ///< when there was one
    std::vector<ToldEvent> told;

    struct Sink;
    TempDir folder;
    db::Workspace workspace;
    db::Connection writer;
    db::Connection reader;
    std::unique_ptr<EventLog> log;
    std::unique_ptr<Sink> sink;
    std::unique_ptr<ProfileStore> store;
    std::unique_ptr<Lists> listStore;
    std::unique_ptr<ProfileColumns> columns;

private:
    void record(std::int64_t profile);
    void finish(std::int64_t profile);

    struct Merged {
        std::int64_t into = 0;
        std::int64_t at = 0;
    };
    std::map<std::int64_t, Merged> m_into;
    std::set<std::int64_t> m_erased;
    std::map<std::int64_t, std::vector<std::pair<std::int64_t, KnownFacts>>> m_facts;
    std::int64_t m_order = 0;
};

}  // namespace shopbell::test
