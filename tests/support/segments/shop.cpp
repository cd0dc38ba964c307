// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/segments/shop.h"

#include "db/transaction.h"
#include "profiles/erasure.h"
#include "profiles/profile_reading.h"
#include "profiles/suppressions.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace shopbell::test {

namespace {

template <class T>
T must(Result<T> result, const char* what)
{
    if (!result) {
        std::fprintf(stderr, "%s: %s\n", what, describe(result.error()).c_str());
        std::abort();
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

}  // namespace

struct Shop::Sink final : ChangeSink {
    explicit Sink(EventLog& eventLog) : log(eventLog) {}

    Result<void> record(ProfileId profile, std::string_view metric, Instant at, std::string_view uniqueId,
                        std::string_view properties, bool backfill) override
    {
        auto id = log.ensureMetric(metric);
        if (!id) {
            return fail(id.error());
        }
        NewEvent event{profile, *id, at, std::nullopt, uniqueId, properties, backfill};
        auto done = log.append(std::span(&event, 1));
        return done ? Result<void>() : fail(done.error());
    }
    Result<void> profilesMerged(ProfileId from, ProfileId into) override { return log.profilesMerged(from, into); }

    EventLog& log;
};

Shop::Shop(Instant start, const std::string& shopZone)
    : clock(start),
      zoneName(shopZone),
      zone(must(TimeZone::load(shopZone), "zone")),
      workspace(
          must(db::Workspace::create(folder / "shop.shopbell", {"Shop", shopZone, "EUR", "AT"}, clock), "create")),
      writer(must(workspace.connect(db::OpenMode::ReadWrite), "writer")),
      reader(must(workspace.connect(db::OpenMode::ReadOnly), "reader"))
{
    must(writer.relaxDurability(), "relax");
    log = must(EventLog::open(workspace, writer), "log");
    sink = std::make_unique<Sink>(*log);
    store = std::make_unique<ProfileStore>(writer, *sink, clock, "AT");
    listStore = std::make_unique<Lists>(writer, *sink, clock);
    columns = must(ProfileColumns::open(workspace), "columns");
}

Shop::~Shop() = default;

void Shop::restart()
{
    must(log->seal(), "seal");
    listStore.reset();
    store.reset();
    sink.reset();
    log.reset();
    log = must(EventLog::open(workspace, writer), "log");
    sink = std::make_unique<Sink>(*log);
    store = std::make_unique<ProfileStore>(writer, *sink, clock, "AT");
    listStore = std::make_unique<Lists>(writer, *sink, clock);
}

void Shop::finish(std::int64_t profile)
{
    log->published();
    if (profile > 0) {
        record(profile);
    }
}

void Shop::record(std::int64_t profile)
{
    KnownFacts facts;
    const Profile known = must(loadProfile(writer, {profile}), "load");
    facts.properties = known.properties;
    facts.email = known.email;
    facts.phone = known.phone;
    for (const Consent& one : must(loadConsents(writer, {profile}), "consents")) {
        facts.consents[one.channel] = one;
    }
    for (const ListMembership& one : must(listMemberships(writer, {profile}), "lists")) {
        facts.lists[one.list.value] = one.joinedAt.ms;
    }
    if (!known.email.empty()) {
        facts.suppressed = must(findSuppression(writer, Channel::Email, known.email), "suppression");
    }
    m_facts[profile].emplace_back(clock.now().ms, std::move(facts));
}

std::int64_t Shop::addPerson(const std::string& email, const Properties& properties)
{
    auto transaction = must(db::Transaction::begin(writer), "begin");
    ProfileUpdate update;
    update.email = email;
    update.properties = properties;
    update.externalId = "x" + std::to_string(everybody.size());
    const auto outcome = must(store->apply(update), "apply");
    must(transaction.commit(), "commit");
    people.push_back(outcome.profile.value);
    everybody.push_back(outcome.profile.value);
    finish(outcome.profile.value);
    return outcome.profile.value;
}

void Shop::change(std::int64_t profile, const Properties& set, const std::vector<std::string>& unset,
                  const std::string& email)
{
    auto transaction = must(db::Transaction::begin(writer), "begin");
    const Profile known = must(loadProfile(writer, {profile}), "load");
    ProfileUpdate update;
    for (const Identifier& identifier : known.identifiers) {
        if (identifier.kind == IdentifierKind::External) {
            update.externalId = identifier.value;
        }
    }
    update.email = email;
    update.properties = set;
    update.unset = unset;
    const auto outcome = must(store->apply(update), "apply");
    must(transaction.commit(), "commit");
    finish(outcome.profile.value);
}

void Shop::happen(std::int64_t profile, const std::string& metric, Instant at, std::optional<std::int64_t> cents,
                  const std::string& properties, const std::string& uniqueId)
{
    auto transaction = must(db::Transaction::begin(writer), "begin");
    const MetricId id = must(log->ensureMetric(metric), "metric");
    const auto value = cents ? std::optional(Decimal{*cents * 10'000}) : std::nullopt;
    NewEvent event{{profile}, id, at, value, uniqueId, properties, false};
    const auto counts = must(log->append(std::span(&event, 1)), "append");
    must(transaction.commit(), "commit");
    if (counts.appended == 1) {
        told.push_back({profile, metric, at.ms, cents, uniqueId, properties, ++m_order, true});
    }
    finish(0);
}

void Shop::replace(std::int64_t profile, const std::string& metric, Instant at, std::optional<std::int64_t> cents,
                   const std::string& properties, const std::string& uniqueId)
{
    takeBack(profile, metric, uniqueId);
    happen(profile, metric, at, cents, properties, uniqueId);
}

void Shop::edit(std::int64_t profile, const std::string& metric, Instant at, std::optional<std::int64_t> cents,
                const std::string& properties, const std::string& uniqueId)
{
    auto transaction = must(db::Transaction::begin(writer), "begin");
    const MetricId id = must(log->ensureMetric(metric), "metric");
    const auto value = cents ? std::optional(Decimal{*cents * 10'000}) : std::nullopt;
    const bool written = must(log->replace({{profile}, id, at, value, uniqueId, properties, false}), "replace");
    must(transaction.commit(), "commit");
    std::int64_t owner = profile;
    for (ToldEvent& event : told) {
        if (written && event.standing && living(event.profile) == profile && event.metric == metric &&
            event.uniqueId == uniqueId) {
            event.standing = false;
            owner = event.profile;
        }
    }
    if (written) {
        told.push_back({owner, metric, at.ms, cents, uniqueId, properties, ++m_order, true});
    }
    finish(0);
}

void Shop::takeBack(std::int64_t profile, const std::string& metric, const std::string& uniqueId)
{
    auto transaction = must(db::Transaction::begin(writer), "begin");
    const MetricId id = must(log->ensureMetric(metric), "metric");
    static_cast<void>(must(log->takeBack({profile}, id, uniqueId), "take back"));
    must(transaction.commit(), "commit");
    for (ToldEvent& event : told) {
        if (living(event.profile) == profile && event.metric == metric && event.uniqueId == uniqueId) {
            event.standing = false;
        }
    }
    finish(0);
}

void Shop::merge(std::int64_t from, std::int64_t into)
{
    auto transaction = must(db::Transaction::begin(writer), "begin");
    must(store->merge({from}, {into}, "test"), "merge");
    must(transaction.commit(), "commit");
    m_into[from] = {into, clock.now().ms};
    merges.push_back(clock.now().ms);
    std::erase(people, from);
    finish(into);
}

void Shop::erase(std::int64_t profile)
{
    auto transaction = must(db::Transaction::begin(writer), "begin");
    Erasure erasure{{profile}, clock.now(), must(makeErasureProof(writer, {profile}), "proof"), {}};
    static_cast<void>(must(log->erase({profile}), "erase events"));
    static_cast<void>(must(store->erase({profile}), "erase"));
    must(recordErasure(writer, erasure), "record");
    must(transaction.commit(), "commit");
    for (ToldEvent& event : told) {
        event.standing = event.standing && living(event.profile) != profile;
    }
    for (const std::int64_t one : everybody) {
        if (living(one) == profile) {
            m_erased.insert(one);
        }
    }
    std::erase(people, profile);
    finish(0);
}

void Shop::consent(std::int64_t profile, Channel channel, ConsentState state, const std::string& method)
{
    auto transaction = must(db::Transaction::begin(writer), "begin");
    static_cast<void>(must(store->setConsent({profile}, {channel, state, clock.now(), method, {}, {}}), "consent"));
    must(transaction.commit(), "commit");
    finish(profile);
}

void Shop::suppress(std::int64_t profile, SuppressionReason reason)
{
    const std::string email = factsAt(profile, clock.now().ms)->email;
    auto transaction = must(db::Transaction::begin(writer), "begin");
    static_cast<void>(must(store->suppress({Channel::Email, email, reason, clock.now(), {}}), "suppress"));
    must(transaction.commit(), "commit");
    finish(profile);
}

void Shop::unsuppress(std::int64_t profile)
{
    const std::string email = factsAt(profile, clock.now().ms)->email;
    auto transaction = must(db::Transaction::begin(writer), "begin");
    static_cast<void>(must(store->unsuppress(Channel::Email, email), "unsuppress"));
    must(transaction.commit(), "commit");
    finish(profile);
}

std::int64_t Shop::addList(const std::string& name)
{
    const ListId list = must(listStore->create(name), "list");
    lists.push_back(list.value);
    return list.value;
}

void Shop::join(std::int64_t list, std::int64_t profile)
{
    const ProfileId id{profile};
    auto transaction = must(db::Transaction::begin(writer), "begin");
    static_cast<void>(must(listStore->join({list}, std::span(&id, 1)), "join"));
    must(transaction.commit(), "commit");
    finish(profile);
}

void Shop::leave(std::int64_t list, std::int64_t profile)
{
    const ProfileId id{profile};
    auto transaction = must(db::Transaction::begin(writer), "begin");
    static_cast<void>(must(listStore->leave({list}, std::span(&id, 1)), "leave"));
    must(transaction.commit(), "commit");
    finish(profile);
}

segments::Sources Shop::sources()
{
    segments::Sources sources;
    sources.history = log->view();
    sources.people = columns.get();
    sources.db = &reader;
    sources.zone = zone;
    return sources;
}

std::int64_t Shop::living(std::int64_t profile) const
{
    for (auto next = m_into.find(profile); next != m_into.end(); next = m_into.find(profile)) {
        profile = next->second.into;
    }
    return profile;
}

std::int64_t Shop::standingFor(std::int64_t profile, std::int64_t at) const
{
    for (auto next = m_into.find(profile); next != m_into.end() && next->second.at <= at; next = m_into.find(profile)) {
        profile = next->second.into;
    }
    return profile;
}

const KnownFacts* Shop::factsAt(std::int64_t profile, std::int64_t at) const
{
    const KnownFacts* found = nullptr;
    if (const auto facts = m_facts.find(profile); facts != m_facts.end()) {
        for (const auto& [since, known] : facts->second) {
            if (since <= at) {
                found = &known;
            }
        }
    }
    return found;
}

bool Shop::existed(std::int64_t profile, std::int64_t at) const
{
    return factsAt(profile, at) != nullptr && standingFor(profile, at) == profile && !m_erased.contains(profile);
}

std::vector<ToldEvent> Shop::eventsOf(std::int64_t profile, const std::string& metric, std::int64_t at) const
{
    std::vector<ToldEvent> found;
    for (const ToldEvent& event : told) {
        if (event.standing && event.metric == metric && standingFor(event.profile, at) == profile) {
            found.push_back(event);
        }
    }
    std::sort(found.begin(), found.end(), [](const ToldEvent& a, const ToldEvent& b) {
        return std::pair(a.at, a.order) < std::pair(b.at, b.order);
    });
    return found;
}

}  // namespace shopbell::test
