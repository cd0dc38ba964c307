// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/segment_editing.h"
#include "app/cli/segment_source.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <functional>

namespace shopbell::cli {

namespace {

using Json = nlohmann::json;

constexpr std::size_t maxFormBytes = 4 * 1024 * 1024;
constexpr std::int64_t yearMs = std::int64_t{365} * 86'400'000;

struct EditingOptions {
    SegmentSource source;
    std::string second;
    std::string from;
    std::string to;
    int points = 53;
    std::string key;
    std::string read;
    std::string names;
    std::string save;
};

/// The nodes of a definition in the order of a walk, each before its parts: function(node, depth).
void walk(const Json& node, int depth, const std::function<void(const Json&, int)>& visit)
{
    visit(node, depth);
    if (!node.is_object()) {
        return;
    }
    for (const char* group : {"all", "any"}) {
        if (const auto parts = node.find(group); parts != node.end() && parts->is_array()) {
            for (const auto& part : *parts) {
                walk(part, depth + 1, visit);
            }
        }
    }
    if (const auto part = node.find("not"); part != node.end()) {
        walk(*part, depth + 1, visit);
    }
}

int runEffects(Session& session, const EditingOptions& options)
{
    auto definition = readDefinition(session, options.source);
    if (!definition) {
        return session.console.failure(definition.error());
    }
    auto asOf = readInstant(options.source.asOf);
    if (!asOf) {
        return session.console.failure(asOf.error());
    }
    auto effects = session.ask(MeasureSegmentEffects{*definition, *asOf});
    if (!effects) {
        return session.console.failure(effects.error());
    }
    auto nodes = Json::array();
    std::vector<std::vector<std::string>> rows;
    std::size_t place = 0;
    walk(Json::parse(definition->json, nullptr, false), 0, [&](const Json& node, int depth) {
        if (place >= effects->nodes.size()) {
            return;
        }
        const NodeEffect& effect = effects->nodes[place++];
        nodes.push_back({{"node", node},
                         {"words", effect.words},
                         {"alone", effect.alone},
                         {"running", effect.running},
                         {"removes", effect.removes},
                         {"only_this", effect.onlyThis},
                         {"unset", effect.unset},
                         {"unset_decides", effect.unsetDecides}});
        rows.push_back({std::string(static_cast<std::size_t>(depth) * 2, ' ') + effect.words, formatCount(effect.alone),
                        formatCount(effect.running), formatCount(effect.onlyThis), formatCount(effect.unset),
                        formatCount(effect.unsetDecides)});
    });
    session.console.answer({{"members", effects->members},
                            {"everybody", effects->everybody},
                            {"milliseconds", effects->milliseconds},
                            {"nodes", nodes}});
    session.console.table({"part", "alone", "running", "only this", "unset", "unset decides"}, rows);
    session.console.line(formatCount(effects->members) + " of " + formatCount(effects->everybody) + " people.");
    return exitGood;
}

int runSizes(Session& session, const EditingOptions& options)
{
    auto definition = readDefinition(session, options.source);
    if (!definition) {
        return session.console.failure(definition.error());
    }
    auto from = readInstant(options.from);
    if (!from) {
        return session.console.failure(from.error());
    }
    auto to = readInstant(options.to);
    if (!to) {
        return session.console.failure(to.error());
    }
    const Instant end = to->value_or(SystemClock().now());
    const Instant begin = from->value_or(Instant{end.ms - yearMs});
    auto sizes = session.ask(MeasureSegmentSizes{*definition, begin, end, options.points});
    if (!sizes) {
        return session.console.failure(sizes.error());
    }
    auto document = Json::array();
    std::vector<std::vector<std::string>> rows;
    for (const SegmentSize& size : *sizes) {
        document.push_back({{"at", size.at.toIso()}, {"members", size.members}, {"everybody", size.everybody}});
        rows.push_back({size.at.toIso(), formatCount(size.members), formatCount(size.everybody)});
    }
    session.console.answer(document);
    session.console.table({"at", "people", "of"}, rows);
    return exitGood;
}

/// A name, an #id, or a file that ends in .json.
Result<SegmentDefinition> readEither(Session& session, const std::string& text)
{
    SegmentSource source;
    (text.ends_with(".json") ? source.definitionFile : source.name) = text;
    return readDefinition(session, source);
}

int runCompare(Session& session, const EditingOptions& options)
{
    auto first = readEither(session, options.source.name);
    if (!first) {
        return session.console.failure(first.error());
    }
    auto second = readEither(session, options.second);
    if (!second) {
        return session.console.failure(second.error());
    }
    auto asOf = readInstant(options.source.asOf);
    if (!asOf) {
        return session.console.failure(asOf.error());
    }
    auto overlap = session.ask(CompareSegments{*first, *second, *asOf});
    if (!overlap) {
        return session.console.failure(overlap.error());
    }
    session.console.answer(
        {{"only_first", overlap->onlyFirst}, {"both", overlap->both}, {"only_second", overlap->onlySecond}});
    session.console.table({"", "people"}, {{"only " + options.source.name, formatCount(overlap->onlyFirst)},
                                           {"both", formatCount(overlap->both)},
                                           {"only " + options.second, formatCount(overlap->onlySecond)}});
    return exitGood;
}

int runTemplates(Session& session, const EditingOptions& options)
{
    auto templates = session.ask(ListSegmentTemplates{});
    if (!templates) {
        return session.console.failure(templates.error());
    }
    auto document = Json::array();
    std::vector<std::vector<std::string>> rows;
    for (const SegmentTemplateInfo& one : *templates) {
        const Json definition = Json::parse(one.definition.json, nullptr, false);
        if (!options.key.empty() && options.key != one.key) {
            continue;
        }
        if (!options.key.empty()) {
            session.console.answer(definition);
            session.console.line(definition.dump(2));
            return exitGood;
        }
        document.push_back({{"key", one.key},
                            {"group", one.group},
                            {"name", one.name},
                            {"purpose", one.purpose},
                            {"definition", definition}});
        rows.push_back({one.key, one.group, one.name, one.purpose});
    }
    if (!options.key.empty()) {
        return session.console.failure(
            {ErrorKind::NotFound, "There is no template \"" + options.key + "\"; `segment templates` lists them.", {}});
    }
    session.console.answer(document);
    session.console.table({"key", "group", "name", "what for"}, rows);
    return exitGood;
}

Result<std::vector<std::pair<std::string, std::string>>> readNames(const std::string& file)
{
    std::vector<std::pair<std::string, std::string>> names;
    if (file.empty()) {
        return names;
    }
    auto text = readFile(toPath(file), maxFormBytes);
    if (!text) {
        return fail(text.error());
    }
    const Json json = Json::parse(*text, nullptr, false);
    if (!json.is_object()) {
        return fail(ErrorKind::InvalidInput,
                    "The file of names must hold one JSON object: {\"Klaviyo's id\": \"name here\"}.");
    }
    for (const auto& [id, name] : json.items()) {
        if (!name.is_string()) {
            return fail(ErrorKind::InvalidInput, "The name of \"" + id + "\" must be text.");
        }
        names.emplace_back(id, name.get<std::string>());
    }
    return names;
}

void showDifferences(Session& session, const std::vector<FormDifference>& differences)
{
    for (const FormDifference& difference : differences) {
        session.console.warning((difference.place.empty() ? "" : difference.place + ": ") + difference.what);
    }
}

Json differencesJson(const std::vector<FormDifference>& differences)
{
    auto list = Json::array();
    for (const FormDifference& difference : differences) {
        list.push_back({{"place", difference.place}, {"what", difference.what}});
    }
    return list;
}

int runKlaviyo(Session& session, const EditingOptions& options)
{
    auto names = readNames(options.names);
    if (!names) {
        return session.console.failure(names.error());
    }
    if (options.read.empty()) {
        auto definition = readDefinition(session, options.source);
        if (!definition) {
            return session.console.failure(definition.error());
        }
        auto written = session.ask(WriteKlaviyoSegment{*definition, *names});
        if (!written) {
            return session.console.failure(written.error());
        }
        const Json form = Json::parse(written->json, nullptr, false);
        session.console.answer({{"definition", form}, {"differences", differencesJson(written->differences)}});
        session.console.line(form.dump(2));
        showDifferences(session, written->differences);
        return written->differences.empty() ? exitGood : exitPartly;
    }
    auto text = readFile(toPath(options.read), maxFormBytes);
    if (!text) {
        return session.console.failure(text.error());
    }
    auto reading = session.ask(ReadKlaviyoSegment{*text, *names});
    if (!reading) {
        return session.console.failure(reading.error());
    }
    const Json definition = Json::parse(reading->definition.json, nullptr, false);
    Json document{{"definition", definition}, {"differences", differencesJson(reading->differences)}};
    if (!options.save.empty()) {
        auto saved = session.submit(SaveSegment{{}, options.save, reading->definition});
        if (!saved) {
            return session.console.failure(saved.error());
        }
        document["id"] = saved->value;
    }
    session.console.answer(document);
    session.console.line(definition.dump(2));
    if (!options.save.empty()) {
        session.console.line("Saved as \"" + options.save + "\".");
    }
    showDifferences(session, reading->differences);
    return reading->differences.empty() ? exitGood : exitPartly;
}

template <class Run>
void choose(CLI::App* command, Action& chosen, const std::shared_ptr<EditingOptions>& options, Run run)
{
    command->callback([options, run, &chosen] { chosen = [options, run](Session& s) { return run(s, *options); }; });
}

}  // namespace

void addSegmentEditingCommands(CLI::App& segment, Action& chosen)
{
    auto effecting = std::make_shared<EditingOptions>();
    auto* effects = segment.add_subcommand("effects", "what each condition does to the count");
    addSegmentSource(effects, effecting->source);
    choose(effects, chosen, effecting, runEffects);

    auto sizing = std::make_shared<EditingOptions>();
    auto* sizes = segment.add_subcommand("sizes", "how large it was over time");
    addSegmentSource(sizes, sizing->source, false);
    sizes->add_option("--from", sizing->from, "begin here; a year before the end when not said");
    sizes->add_option("--to", sizing->to, "end here; now when not said");
    sizes->add_option("--points", sizing->points, "at how many instants, both ends counted")->check(CLI::Range(2, 400));
    choose(sizes, chosen, sizing, runSizes);

    auto comparing = std::make_shared<EditingOptions>();
    auto* compare = segment.add_subcommand("compare", "who is in one, the other, or both");
    compare->add_option("first", comparing->source.name, "name or #id, or a definition's FILE.json")->required();
    compare->add_option("second", comparing->second, "the other")->required();
    compare->add_option("--as-of", comparing->source.asOf, "as it was then");
    choose(compare, chosen, comparing, runCompare);

    auto templating = std::make_shared<EditingOptions>();
    auto* templates = segment.add_subcommand("templates", "definitions to start from");
    templates->add_option("--key", templating->key, "write this one's definition");
    choose(templates, chosen, templating, runTemplates);

    auto translating = std::make_shared<EditingOptions>();
    auto* klaviyo = segment.add_subcommand("klaviyo", "to Klaviyo's form of a definition, and from it");
    addSegmentSource(klaviyo, translating->source, false);
    klaviyo->add_option("--read", translating->read, "a definition in Klaviyo's form, to be brought into ours");
    klaviyo->add_option("--names", translating->names, "a JSON object: Klaviyo's id to the name here");
    klaviyo->add_option("--save", translating->save, "with --read: save it under this name");
    choose(klaviyo, chosen, translating, runKlaviyo);
}

}  // namespace shopbell::cli
