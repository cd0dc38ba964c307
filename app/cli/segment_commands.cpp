// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles.h"
#include "api/segment_editing.h"
#include "api/segments.h"
#include "app/cli/segment_source.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace shopbell::cli {

namespace {

struct SegmentOptions {
    SegmentSource source;
    std::string profile;
    std::string templateKey;
    int repeat = 1;
    std::int64_t limit = 50;
    bool idsOnly = false;
};

int runList(Session& session)
{
    auto segments = session.ask(ListSegments{});
    if (!segments) {
        return session.console.failure(segments.error());
    }
    auto document = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows;
    for (const auto& segment : *segments) {
        document.push_back({{"id", segment.id.value},
                            {"name", segment.name},
                            {"members", segment.members},
                            {"definition", nlohmann::json::parse(segment.definition.json, nullptr, false)},
                            {"words", segment.words},
                            {"problem", segment.problem.words}});
        rows.push_back({"#" + std::to_string(segment.id.value), segment.name,
                        segment.problem.empty() ? formatCount(segment.members) : "?",
                        segment.problem.empty() ? segment.words : segment.problem.words});
    }
    session.console.answer(document);
    session.console.table({"id", "segment", "people", "who"}, rows);
    return exitGood;
}

Result<SegmentDefinition> findTemplate(Session& session, const std::string& key)
{
    auto templates = session.ask(ListSegmentTemplates{});
    if (!templates) {
        return fail(templates.error());
    }
    for (const SegmentTemplateInfo& one : *templates) {
        if (one.key == key) {
            return one.definition;
        }
    }
    return fail(ErrorKind::NotFound, "There is no template \"" + key + "\"; `segment templates` lists them.");
}

int runCreate(Session& session, const SegmentOptions& options)
{
    SegmentSource source = options.source;
    source.name.clear();
    auto definition =
        options.templateKey.empty() ? readDefinition(session, source) : findTemplate(session, options.templateKey);
    if (!definition) {
        return session.console.failure(definition.error());
    }
    auto segment = session.submit(SaveSegment{{}, options.source.name, *definition});
    if (!segment) {
        return session.console.failure(segment.error());
    }
    auto count = session.ask(CountSegment{*definition, {}});
    if (!count) {
        return session.console.failure(count.error());
    }
    session.console.answer({{"id", segment->value}, {"name", options.source.name}, {"members", count->members}});
    session.console.line("Made \"" + options.source.name + "\": " + formatCount(count->members) + " people.");
    return exitGood;
}

int runCount(Session& session, const SegmentOptions& options)
{
    auto definition = readDefinition(session, options.source);
    if (!definition) {
        return session.console.failure(definition.error());
    }
    auto asOf = readInstant(options.source.asOf);
    if (!asOf) {
        return session.console.failure(asOf.error());
    }
    std::vector<double> times;
    SegmentCount count;
    for (int run = 0; run < options.repeat; ++run) {
        auto answer = session.ask(CountSegment{*definition, *asOf});
        if (!answer) {
            return session.console.failure(answer.error());
        }
        count = *answer;
        times.push_back(count.milliseconds);
    }
    std::sort(times.begin(), times.end());
    const double median = times[times.size() / 2];
    session.console.answer({{"count", count.members},
                            {"profiles", count.profiles},
                            {"median_ms", median},
                            {"min_ms", times.front()},
                            {"runs", options.repeat}});
    char milliseconds[64];
    std::snprintf(milliseconds, sizeof milliseconds, "%.2f ms", median);
    session.console.line(formatCount(count.members) + " people, " + formatShare(count.members, count.profiles) +
                         " of " + formatCount(count.profiles) + " (" + milliseconds + ").");
    return exitGood;
}

int runMembers(Session& session, const SegmentOptions& options)
{
    auto definition = readDefinition(session, options.source);
    if (!definition) {
        return session.console.failure(definition.error());
    }
    auto asOf = readInstant(options.source.asOf);
    if (!asOf) {
        return session.console.failure(asOf.error());
    }
    if (options.idsOnly) {
        auto ids = session.ask(ListSegmentIds{*definition, *asOf});
        if (!ids) {
            return session.console.failure(ids.error());
        }
        auto document = nlohmann::json::array();
        std::string text;
        for (const auto id : *ids) {
            if (session.console.isJson()) {
                document.push_back(id.value);
            } else {
                text += std::to_string(id.value) + "\n";
            }
        }
        session.console.answer(document);
        std::fputs(text.c_str(), stdout);
        return exitGood;
    }
    auto members = session.ask(ListSegmentMembers{*definition, *asOf, 0, options.limit});
    if (!members) {
        return session.console.failure(members.error());
    }
    auto list = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows;
    for (const auto& member : members->members) {
        list.push_back({{"id", member.profile.value}, {"name", member.name}, {"email", member.email}});
        rows.push_back({"#" + std::to_string(member.profile.value), member.name, member.email});
    }
    session.console.answer({{"total", members->total}, {"members", list}});
    session.console.table({"id", "name", "email"}, rows);
    session.console.line(formatCount(members->total) + " people in all.");
    return exitGood;
}

nlohmann::json toJson(const Verdict& verdict)
{
    nlohmann::json document{{"holds", verdict.holds},
                            {"condition", verdict.condition},
                            {"because", verdict.because},
                            {"events", verdict.events}};
    document["node"] = nlohmann::json::parse(verdict.node.json, nullptr, false);
    document["place"] = verdict.place;
    document["unset"] = verdict.unset;
    if (verdict.holdsUntil) {
        document["holds_until"] = verdict.holdsUntil->toIso();
    }
    auto parts = nlohmann::json::array();
    for (const auto& part : verdict.parts) {
        parts.push_back(toJson(part));
    }
    document["parts"] = parts;
    return document;
}

void showVerdict(Session& session, const Verdict& verdict, std::size_t depth)
{
    session.console.line(std::string(depth * 2, ' ') + (verdict.holds ? "yes  " : "no   ") + verdict.condition +
                         (verdict.because.empty() ? "" : ": " + verdict.because) +
                         (verdict.holdsUntil ? " (until " + verdict.holdsUntil->toIso() + ")" : ""));
    for (const auto& part : verdict.parts) {
        showVerdict(session, part, depth + 1);
    }
}

int runExplain(Session& session, const SegmentOptions& options)
{
    auto definition = readDefinition(session, options.source);
    if (!definition) {
        return session.console.failure(definition.error());
    }
    auto asOf = readInstant(options.source.asOf);
    if (!asOf) {
        return session.console.failure(asOf.error());
    }
    // A bare number is the profile's own id here, since scripts get such numbers from `members --ids`.
    const auto number = parseInteger(options.profile);
    auto profile = session.ask(FindProfile{number ? "#" + options.profile : options.profile});
    if (!profile) {
        return session.console.failure(profile.error());
    }
    auto verdict = session.ask(ExplainMembership{*definition, *profile, *asOf});
    if (!verdict) {
        return session.console.failure(verdict.error());
    }
    session.console.answer(toJson(*verdict));
    showVerdict(session, *verdict, 0);
    return exitGood;
}

int runRemove(Session& session, const std::string& name)
{
    auto segment = findSegment(session, name);
    if (!segment) {
        return session.console.failure(segment.error());
    }
    auto removed = session.submit(RemoveSegment{segment->id});
    if (!removed) {
        return session.console.failure(removed.error());
    }
    session.console.answer({{"removed", segment->name}});
    session.console.line("Removed \"" + segment->name + "\".");
    return exitGood;
}

}  // namespace

void addSegmentCommands(CLI::App& program, Action& chosen)
{
    auto* segment = program.add_subcommand("segment", "groups of people, by what they are and did");
    segment->require_subcommand(1);
    segment->add_subcommand("list", "saved segments with their sizes")->callback([&chosen] { chosen = runList; });

    auto make = std::make_shared<SegmentOptions>();
    auto* create = segment->add_subcommand("create", "save a definition under a name");
    create->add_option("name", make->source.name, "what to call it")->required();
    create->add_option("--file", make->source.definitionFile, "a definition in JSON");
    create->add_option("--definition", make->source.definition, "the JSON itself");
    create->add_option("--template", make->templateKey, "start from a template: `segment templates` lists their keys");
    create->callback([make, &chosen] { chosen = [make](Session& session) { return runCreate(session, *make); }; });

    auto counting = std::make_shared<SegmentOptions>();
    auto* count = segment->add_subcommand("count", "how many people");
    addSegmentSource(count, counting->source);
    count->add_option("--repeat", counting->repeat, "evaluate N times and tell the median")
        ->check(CLI::Range(1, 100000));
    count->callback([counting, &chosen] { chosen = [counting](Session& s) { return runCount(s, *counting); }; });

    auto listing = std::make_shared<SegmentOptions>();
    auto* members = segment->add_subcommand("members", "who");
    addSegmentSource(members, listing->source);
    members->add_flag("--ids", listing->idsOnly, "all of them, ids alone, one a line");
    members->add_option("--limit", listing->limit, "how many to show")->check(CLI::Range(1, 1000000));
    members->callback([listing, &chosen] { chosen = [listing](Session& s) { return runMembers(s, *listing); }; });

    auto explaining = std::make_shared<SegmentOptions>();
    auto* explain = segment->add_subcommand("explain", "why somebody is in it, or not");
    addSegmentSource(explain, explaining->source);
    explain->add_option("--profile", explaining->profile, "id, email, phone or external id")->required();
    explain->callback(
        [explaining, &chosen] { chosen = [explaining](Session& s) { return runExplain(s, *explaining); }; });

    auto name = std::make_shared<std::string>();
    auto* remove = segment->add_subcommand("remove", "forget a saved segment");
    remove->add_option("segment", *name, "name or #id")->required();
    remove->callback([name, &chosen] { chosen = [name](Session& session) { return runRemove(session, *name); }; });

    addSegmentEditingCommands(*segment, chosen);
}

}  // namespace shopbell::cli
