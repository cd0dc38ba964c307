// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles.h"
#include "api/segments.h"
#include "app/cli/commands.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

namespace shopbell::cli {

namespace {

struct ProfileOptions {
    std::string key;
    std::string into;
    std::string words;
    std::string list;
    std::string segment;
    std::string file;
    std::string channel = "email";
    std::string state;
    std::string text;
    std::int64_t limit = 20;
    bool yes = false;
    bool ndjson = false;
};

nlohmann::json instantJson(Instant at)
{
    return at.ms == 0 ? nlohmann::json() : nlohmann::json(at.toIso());
}

nlohmann::json toJson(const ProfileDetail& detail)
{
    auto consents = nlohmann::json::array();
    for (const auto& consent : detail.consents) {
        consents.push_back({{"channel", channelName(consent.channel)},
                            {"state", consentStateName(consent.state)},
                            {"at", instantJson(consent.at)},
                            {"method", consent.method},
                            {"place", consent.place},
                            {"text", consent.text}});
    }
    auto identifiers = nlohmann::json::array();
    for (const auto& identifier : detail.profile.identifiers) {
        identifiers.push_back({{"kind", identifierKindName(identifier.kind)},
                               {"store", identifier.scope.value},
                               {"value", identifier.value}});
    }
    auto suppressions = nlohmann::json::array();
    for (const auto& suppression : detail.suppressions) {
        suppressions.push_back({{"channel", channelName(suppression.channel)},
                                {"address", suppression.address},
                                {"reason", suppressionReasonName(suppression.reason)},
                                {"at", instantJson(suppression.at)}});
    }
    const auto memberships = [](const std::vector<ProfileDetail::Membership>& all) {
        auto names = nlohmann::json::array();
        for (const auto& membership : all) {
            names.push_back(membership.name);
        }
        return names;
    };
    return {{"id", detail.profile.id.value},
            {"name", detail.name},
            {"email", detail.profile.email},
            {"phone", detail.profile.phone},
            {"created_at", instantJson(detail.profile.createdAt)},
            {"properties", nlohmann::json::parse(shopbell::toJson(detail.profile.properties), nullptr, false)},
            {"identifiers", identifiers},
            {"consents", consents},
            {"suppressions", suppressions},
            {"lists", memberships(detail.lists)},
            {"segments", memberships(detail.segments)},
            {"orders", detail.orders},
            {"spent", detail.spent.toDouble()}};
}

Result<ProfileDetail> loadByKey(Session& session, const std::string& key)
{
    auto found = session.ask(FindProfile{key});
    if (!found) {
        return fail(found.error());
    }
    return session.ask(LoadProfile{*found});
}

int runShow(Session& session, const ProfileOptions& options)
{
    auto detail = loadByKey(session, options.key);
    if (!detail) {
        return session.console.failure(detail.error());
    }
    auto timeline = session.ask(LoadTimeline{detail->profile.id, {}, {}, options.limit});
    if (!timeline) {
        return session.console.failure(timeline.error());
    }
    auto document = toJson(*detail);
    auto entries = nlohmann::json::array();
    for (const auto& entry : timeline->entries) {
        entries.push_back({{"at", entry.at.toIso()},
                           {"metric", entry.metric},
                           {"value", entry.value ? nlohmann::json(entry.value->toDouble()) : nlohmann::json()},
                           {"properties", nlohmann::json::parse(entry.properties, nullptr, false)}});
    }
    document["timeline"] = entries;
    session.console.answer(document);

    session.console.heading(detail->name + "  #" + std::to_string(detail->profile.id.value));
    std::vector<std::vector<std::string>> rows{{"email", detail->profile.email},
                                               {"phone", detail->profile.phone},
                                               {"known since", detail->profile.createdAt.toIso()},
                                               {"orders", formatCount(detail->orders)},
                                               {"spent", formatMoney(detail->spent, "")}};
    for (const auto& [name, value] : detail->profile.properties) {
        rows.push_back({name, std::string(cutUtf8(toText(value), 80))});
    }
    for (const auto& consent : detail->consents) {
        rows.push_back({std::string(channelName(consent.channel)) + " consent",
                        std::string(consentStateName(consent.state)) + ", " + consent.at.toIso() + ", " +
                            consent.method + (consent.place.empty() ? "" : ", " + consent.place)});
    }
    for (const auto& suppression : detail->suppressions) {
        rows.push_back({"not to be written to",
                        suppression.address + ": " + std::string(suppressionReasonName(suppression.reason))});
    }
    for (const auto& list : detail->lists) {
        rows.push_back({"on the list", list.name});
    }
    for (const auto& segment : detail->segments) {
        rows.push_back({"in the segment", segment.name});
    }
    session.console.table({"", ""}, rows);
    session.console.heading("Latest");
    std::vector<std::vector<std::string>> events;
    for (const auto& entry : timeline->entries) {
        events.push_back({entry.at.toIso(), entry.metric, entry.value ? formatMoney(*entry.value, "") : "",
                          std::string(cutUtf8(entry.properties, 80))});
    }
    session.console.table({"when", "what", "value", "details"}, events);
    return exitGood;
}

int runSearch(Session& session, const ProfileOptions& options)
{
    SearchProfiles search;
    search.words = options.words;
    search.limit = options.limit;
    auto page = session.ask(search);
    if (!page) {
        return session.console.failure(page.error());
    }
    auto list = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : page->rows) {
        list.push_back({{"id", row.id.value},
                        {"name", row.name},
                        {"email", row.email},
                        {"phone", row.phone},
                        {"orders", row.orders},
                        {"spent", row.spent.toDouble()}});
        rows.push_back({"#" + std::to_string(row.id.value), row.name, row.email, row.phone, formatCount(row.orders),
                        formatMoney(row.spent, "")});
    }
    session.console.answer({{"total", page->total}, {"profiles", list}});
    session.console.table({"id", "name", "email", "phone", "orders", "spent"}, rows);
    session.console.line(formatCount(page->total) + " people.");
    return exitGood;
}

int runErase(Session& session, const ProfileOptions& options)
{
    auto detail = loadByKey(session, options.key);
    if (!detail) {
        return session.console.failure(detail.error());
    }
    if (!options.yes) {
        return session.console.failure(
            {ErrorKind::Refused,
             "This removes " + detail->name + " from every table for good. Say --yes to do it.",
             {}});
    }
    auto proof = session.submit(EraseProfile{detail->profile.id});
    if (!proof) {
        return session.console.failure(proof.error());
    }
    session.console.answer({{"at", proof->at.toIso()}, {"proof", proof->proof}, {"rows", proof->rows}});
    session.console.line("Erased. Keep this line as proof:");
    session.console.line(proof->proof);
    return exitGood;
}

int runMerge(Session& session, const ProfileOptions& options)
{
    auto from = session.ask(FindProfile{options.key});
    if (!from) {
        return session.console.failure(from.error());
    }
    auto into = session.ask(FindProfile{options.into});
    if (!into) {
        return session.console.failure(into.error());
    }
    auto merged = session.submit(MergeProfiles{*from, *into});
    if (!merged) {
        return session.console.failure(merged.error());
    }
    session.console.answer({{"into", into->value}, {"from", from->value}});
    session.console.line("Merged into #" + std::to_string(into->value) + ".");
    return exitGood;
}

int runConsent(Session& session, const ProfileOptions& options)
{
    auto found = session.ask(FindProfile{options.key});
    if (!found) {
        return session.console.failure(found.error());
    }
    const auto channel = findChannel(options.channel);
    const auto state = findConsentState(options.state);
    if (!channel || !state) {
        return session.console.failure(
            {ErrorKind::InvalidInput,
             "Channels are email, sms, push; states subscribed, unsubscribed, pending, never-asked.",
             {}});
    }
    auto saved = session.submit(SaveConsent{*found, {*channel, *state, {}, "manual", "command line", options.text}});
    if (!saved) {
        return session.console.failure(saved.error());
    }
    session.console.answer({{"profile", found->value}, {"channel", options.channel}, {"state", options.state}});
    session.console.line("Noted.");
    return exitGood;
}

int runSuppress(Session& session, const ProfileOptions& options, bool release)
{
    const auto channel = findChannel(options.channel);
    if (!channel) {
        return session.console.failure({ErrorKind::InvalidInput, "Channels are email, sms, push.", {}});
    }
    if (release) {
        auto released = session.submit(ReleaseAddress{*channel, options.key});
        if (!released) {
            return session.console.failure(released.error());
        }
        session.console.answer({{"released", *released}});
        session.console.line(*released ? "It may be written to again, where consent allows it."
                                       : "It was not suppressed.");
        return exitGood;
    }
    auto done = session.submit(SuppressAddress{*channel, options.key, SuppressionReason::Manual, options.text});
    if (!done) {
        return session.console.failure(done.error());
    }
    session.console.answer({{"suppressed", options.key}});
    session.console.line(options.key + " will not be written to.");
    return exitGood;
}

int runExport(Session& session, const ProfileOptions& options)
{
    ExportProfiles what;
    what.file = options.file;
    what.ndjson = options.ndjson;
    if (!options.segment.empty()) {
        auto segments = session.ask(ListSegments{});
        if (!segments) {
            return session.console.failure(segments.error());
        }
        auto one = pickNamed(
            *segments, options.segment, "segment", [](const SegmentInfo& s) { return s.name; },
            [](const SegmentInfo& s) { return s.id.value; });
        if (!one) {
            return session.console.failure(one.error());
        }
        what.segment = one->id;
    }
    if (!options.list.empty()) {
        auto lists = session.ask(ListLists{});
        if (!lists) {
            return session.console.failure(lists.error());
        }
        auto one = pickNamed(
            *lists, options.list, "list", [](const ListSummary& l) { return l.name; },
            [](const ListSummary& l) { return l.id.value; });
        if (!one) {
            return session.console.failure(one.error());
        }
        what.list = one->id;
    }
    auto written = session.submit(what);
    if (!written) {
        return session.console.failure(written.error());
    }
    session.console.answer({{"file", options.file}, {"profiles", *written}});
    session.console.line("Wrote " + formatCount(*written) + " people to " + options.file + ".");
    return exitGood;
}

}  // namespace

void addProfileCommands(CLI::App& program, Action& chosen)
{
    auto* profile = program.add_subcommand("profile", "people: look up, correct, export, erase");
    profile->require_subcommand(1);
    constexpr const char* keyHelp = "email, phone, external id, or #id";
    const auto add = [&](const char* name, const char* help, auto configure, auto run) {
        auto options = std::make_shared<ProfileOptions>();
        auto* command = profile->add_subcommand(name, help);
        configure(command, *options);
        command->callback(
            [options, run, &chosen] { chosen = [options, run](Session& session) { return run(session, *options); }; });
    };
    add(
        "show", "everything known of one person",
        [&](CLI::App* command, ProfileOptions& options) {
            command->add_option("person", options.key, keyHelp)->required();
            command->add_option("--limit", options.limit, "events to show")->check(CLI::Range(0, 10000));
        },
        runShow);
    add(
        "search", "people by the beginnings of name, email or phone",
        [](CLI::App* command, ProfileOptions& options) {
            command->add_option("words", options.words, "what to look for; nothing: everybody, newest first");
            command->add_option("--limit", options.limit, "how many to show")->check(CLI::Range(1, 10000));
        },
        runSearch);
    add(
        "erase", "remove a person for good, with a proof (privacy law)",
        [&](CLI::App* command, ProfileOptions& options) {
            command->add_option("person", options.key, keyHelp)->required();
            command->add_flag("--yes", options.yes, "I mean it");
        },
        runErase);
    add(
        "merge", "two profiles are one person",
        [&](CLI::App* command, ProfileOptions& options) {
            command->add_option("from", options.key, keyHelp)->required();
            command->add_option("into", options.into, keyHelp)->required();
        },
        runMerge);
    add(
        "consent", "note what a person allowed",
        [&](CLI::App* command, ProfileOptions& options) {
            command->add_option("person", options.key, keyHelp)->required();
            command->add_option("state", options.state, "subscribed, unsubscribed, pending")->required();
            command->add_option("--channel", options.channel, "email, sms or push");
            command->add_option("--text", options.text, "the words they agreed to");
        },
        runConsent);
    add(
        "suppress", "never write to an address",
        [](CLI::App* command, ProfileOptions& options) {
            command->add_option("address", options.key, "email or phone")->required();
            command->add_option("--channel", options.channel, "email, sms or push");
            command->add_option("--why", options.text, "for your own notes");
        },
        [](Session& session, const ProfileOptions& options) { return runSuppress(session, options, false); });
    add(
        "release", "lift a suppression",
        [](CLI::App* command, ProfileOptions& options) {
            command->add_option("address", options.key, "email or phone")->required();
            command->add_option("--channel", options.channel, "email, sms or push");
        },
        [](Session& session, const ProfileOptions& options) { return runSuppress(session, options, true); });
    add(
        "export", "write people to a file (CSV, or NDJSON with --ndjson)",
        [](CLI::App* command, ProfileOptions& options) {
            command->add_option("file", options.file, "file to write")->required();
            command->add_flag("--ndjson", options.ndjson, "one JSON object a line");
            command->add_option("--segment", options.segment, "only its members");
            command->add_option("--list", options.list, "only its members");
        },
        runExport);
}

}  // namespace shopbell::cli
