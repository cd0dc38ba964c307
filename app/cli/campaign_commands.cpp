// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/campaigns.h"
#include "api/profiles.h"
#include "api/segments.h"
#include "app/cli/commands.h"
#include "base/file.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

namespace shopbell::cli {

namespace {

constexpr std::size_t maxTemplateBytes = 2 * 1024 * 1024;

struct CampaignOptions {
    std::string name;
    std::vector<std::string> segments;
    std::vector<std::string> lists;
    std::vector<std::string> excludedSegments;
    std::vector<std::string> excludedLists;
    std::string subject;
    std::string preheader;
    std::string fromAddress;
    std::string fromName;
    std::string replyTo;
    std::string htmlFile;
    std::string textFile;
    std::string provider;
    std::string profile;
};

nlohmann::json pairs(const std::vector<std::pair<std::string, std::int64_t>>& counts)
{
    auto document = nlohmann::json::object();
    for (const auto& [name, count] : counts) {
        document[name] = count;
    }
    return document;
}

nlohmann::json toJson(const CampaignSummary& summary)
{
    return {{"id", summary.campaign.id.value},
            {"name", summary.campaign.name},
            {"state", campaignStateName(summary.campaign.state)},
            {"planned", summary.planned},
            {"accepted", summary.accepted},
            {"failed", summary.failed},
            {"skipped", summary.skipped},
            {"unknown", summary.unknown},
            {"waiting", summary.waiting},
            {"cancelled", summary.cancelled},
            {"skip_reasons", pairs(summary.skipReasons)},
            {"failures", pairs(summary.failures)}};
}

void show(Session& session, const CampaignSummary& summary)
{
    session.console.line("\"" + summary.campaign.name + "\" is " +
                         std::string(campaignStateName(summary.campaign.state)) + ".");
    std::vector<std::vector<std::string>> rows{{"people in the audience", formatCount(summary.planned)},
                                               {"accepted by the provider", formatCount(summary.accepted)},
                                               {"skipped", formatCount(summary.skipped)}};
    for (const auto& [reason, count] : summary.skipReasons) {
        rows.push_back({"  " + reason, formatCount(count)});
    }
    rows.push_back({"failed", formatCount(summary.failed)});
    for (const auto& [reason, count] : summary.failures) {
        rows.push_back({"  " + std::string(cutUtf8(reason, 60)), formatCount(count)});
    }
    if (summary.unknown > 0) {
        rows.push_back({"fate unknown (not sent again)", formatCount(summary.unknown)});
    }
    if (summary.waiting > 0) {
        rows.push_back({"waiting", formatCount(summary.waiting)});
    }
    if (summary.cancelled > 0) {
        rows.push_back({"cancelled", formatCount(summary.cancelled)});
    }
    session.console.table({"", ""}, rows);
}

Result<CampaignSummary> findCampaign(Session& session, const std::string& name)
{
    auto campaigns = session.ask(ListCampaigns{});
    if (!campaigns) {
        return fail(campaigns.error());
    }
    return pickNamed(
        *campaigns, name, "campaign", [](const CampaignSummary& c) { return c.campaign.name; },
        [](const CampaignSummary& c) { return c.campaign.id.value; });
}

Result<void> fillAudience(Session& session, const CampaignOptions& options, Audience& audience)
{
    auto segments = session.ask(ListSegments{});
    if (!segments) {
        return fail(segments.error());
    }
    auto lists = session.ask(ListLists{});
    if (!lists) {
        return fail(lists.error());
    }
    const auto addSegments = [&](const std::vector<std::string>& names, std::vector<SegmentId>& into) -> Result<void> {
        for (const auto& name : names) {
            auto one = pickNamed(
                *segments, name, "segment", [](const SegmentInfo& s) { return s.name; },
                [](const SegmentInfo& s) { return s.id.value; });
            if (!one) {
                return fail(one.error());
            }
            into.push_back(one->id);
        }
        return {};
    };
    const auto addLists = [&](const std::vector<std::string>& names, std::vector<ListId>& into) -> Result<void> {
        for (const auto& name : names) {
            auto one = pickNamed(
                *lists, name, "list", [](const ListSummary& l) { return l.name; },
                [](const ListSummary& l) { return l.id.value; });
            if (!one) {
                return fail(one.error());
            }
            into.push_back(one->id);
        }
        return {};
    };
    for (auto done :
         {addSegments(options.segments, audience.segments),
          addSegments(options.excludedSegments, audience.excludedSegments), addLists(options.lists, audience.lists),
          addLists(options.excludedLists, audience.excludedLists)}) {
        if (!done) {
            return done;
        }
    }
    if (audience.segments.empty() && audience.lists.empty()) {
        return fail(ErrorKind::InvalidInput, "Say whom it goes to with --segment or --list.");
    }
    return {};
}

int runCreate(Session& session, const CampaignOptions& options)
{
    Campaign campaign;
    campaign.name = options.name;
    campaign.content = {
        options.fromName, options.fromAddress, options.replyTo, options.subject, options.preheader, "", ""};
    for (const auto& [file, part] :
         {std::pair{&options.htmlFile, &campaign.content.html}, std::pair{&options.textFile, &campaign.content.text}}) {
        if (!file->empty()) {
            auto text = readFile(toPath(*file), maxTemplateBytes);
            if (!text) {
                return session.console.failure(text.error());
            }
            *part = *text;
        }
    }
    if (auto filled = fillAudience(session, options, campaign.audience); !filled) {
        return session.console.failure(filled.error());
    }
    if (!options.provider.empty()) {
        auto providers = session.ask(ListProviders{});
        if (!providers) {
            return session.console.failure(providers.error());
        }
        auto one = pickNamed(
            *providers, options.provider, "provider", [](const ProviderInfo& p) { return p.label; },
            [](const ProviderInfo& p) { return p.id.value; });
        if (!one) {
            return session.console.failure(one.error());
        }
        campaign.provider = one->id;
    }
    auto saved = session.submit(SaveCampaign{campaign});
    if (!saved) {
        return session.console.failure(saved.error());
    }
    auto audience = session.ask(CountAudience{campaign.audience, campaign.channel});
    if (!audience) {
        return session.console.failure(audience.error());
    }
    session.console.answer({{"id", saved->value},
                            {"name", campaign.name},
                            {"audience", audience->people},
                            {"will_get", audience->willGet},
                            {"skips", pairs(audience->skips)}});
    session.console.line("Made the draft \"" + campaign.name + "\" for " + formatCount(audience->people) + " people; " +
                         formatCount(audience->willGet) + " of them may be written to now.");
    session.console.line("Next: campaign preview, campaign check, then campaign send \"" + campaign.name + "\".");
    return exitGood;
}

int runPreview(Session& session, const CampaignOptions& options)
{
    auto campaign = findCampaign(session, options.name);
    if (!campaign) {
        return session.console.failure(campaign.error());
    }
    ProfileId profile;
    if (!options.profile.empty()) {
        auto found = session.ask(FindProfile{options.profile});
        if (!found) {
            return session.console.failure(found.error());
        }
        profile = *found;
    }
    auto email = session.ask(PreviewMessage{campaign->campaign.content, campaign->campaign.audience, profile});
    if (!email) {
        return session.console.failure(email.error());
    }
    session.console.answer({{"subject", email->subject},
                            {"from", email->from},
                            {"to", email->to},
                            {"html", email->html},
                            {"text", email->text},
                            {"source", email->source}});
    session.console.line("From:    " + email->from);
    session.console.line("To:      " + email->to);
    session.console.line("Subject: " + email->subject);
    session.console.line();
    session.console.line(email->text);
    return exitGood;
}

int runCheck(Session& session, const std::string& name)
{
    auto campaign = findCampaign(session, name);
    if (!campaign) {
        return session.console.failure(campaign.error());
    }
    auto findings = session.ask(PreflightCampaign{campaign->campaign.id});
    if (!findings) {
        return session.console.failure(findings.error());
    }
    auto document = nlohmann::json::array();
    bool blocked = false;
    for (const auto& finding : *findings) {
        blocked = blocked || finding.blocks;
        document.push_back({{"blocks", finding.blocks}, {"words", finding.words.words}, {"people", finding.people}});
        session.console.line((finding.blocks ? "STOP  " : "note  ") + finding.words.words);
    }
    session.console.answer(document);
    if (findings->empty()) {
        session.console.line("Every message was rendered and checked; nothing to say.");
    }
    return blocked ? exitFailed : exitGood;
}

int runSend(Session& session, const std::string& name)
{
    auto campaign = findCampaign(session, name);
    if (!campaign) {
        return session.console.failure(campaign.error());
    }
    auto summary = session.submit(SendCampaign{campaign->campaign.id});
    if (!summary) {
        return session.console.failure(summary.error());
    }
    session.console.answer(toJson(*summary));
    show(session, *summary);
    return summary->failed + summary->unknown + summary->waiting == 0 ? exitGood : exitPartly;
}

int runStatus(Session& session, const std::string& name)
{
    if (!name.empty()) {
        auto campaign = findCampaign(session, name);
        if (!campaign) {
            return session.console.failure(campaign.error());
        }
        session.console.answer(toJson(*campaign));
        show(session, *campaign);
        return exitGood;
    }
    auto campaigns = session.ask(ListCampaigns{});
    if (!campaigns) {
        return session.console.failure(campaigns.error());
    }
    auto document = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows;
    for (const auto& summary : *campaigns) {
        document.push_back(toJson(summary));
        rows.push_back({"#" + std::to_string(summary.campaign.id.value), summary.campaign.name,
                        std::string(campaignStateName(summary.campaign.state)), formatCount(summary.planned),
                        formatCount(summary.accepted), formatCount(summary.skipped), formatCount(summary.failed),
                        formatCount(summary.waiting)});
    }
    session.console.answer(document);
    session.console.table({"id", "campaign", "state", "audience", "accepted", "skipped", "failed", "waiting"}, rows);
    return exitGood;
}

template <class C>
int runOnCampaign(Session& session, const std::string& name, const char* words)
{
    auto campaign = findCampaign(session, name);
    if (!campaign) {
        return session.console.failure(campaign.error());
    }
    auto done = session.submit(C{campaign->campaign.id});
    if (!done) {
        return session.console.failure(done.error());
    }
    session.console.answer({{"id", campaign->campaign.id.value}, {"done", words}});
    session.console.line("\"" + campaign->campaign.name + "\" is " + words + ".");
    return exitGood;
}

}  // namespace

void addCampaignCommands(CLI::App& program, Action& chosen)
{
    auto* campaign = program.add_subcommand("campaign", "one-time messages to an audience");
    campaign->require_subcommand(1);

    auto making = std::make_shared<CampaignOptions>();
    auto* create = campaign->add_subcommand("create", "write a draft");
    create->add_option("name", making->name, "what to call it")->required();
    create->add_option("--segment", making->segments, "goes to this segment; may be given often");
    create->add_option("--list", making->lists, "goes to this list; may be given often");
    create->add_option("--exclude-segment", making->excludedSegments, "but not to these");
    create->add_option("--exclude-list", making->excludedLists, "but not to these");
    create->add_option("--subject", making->subject, "may hold fields: {{ first_name | default: \"friend\" }}")
        ->required();
    create->add_option("--preheader", making->preheader, "the line that mail programs show after the subject");
    create->add_option("--from", making->fromAddress, "sender's address")->required();
    create->add_option("--from-name", making->fromName, "sender's name");
    create->add_option("--reply-to", making->replyTo, "where answers go, if elsewhere");
    create->add_option("--html", making->htmlFile, "file with the HTML part");
    create->add_option("--text", making->textFile, "file with the text part; made from the HTML without it");
    create->add_option("--provider", making->provider, "label of the provider; else the default one");
    create->callback(
        [making, &chosen] { chosen = [making](Session& session) { return runCreate(session, *making); }; });

    auto previewing = std::make_shared<CampaignOptions>();
    auto* preview = campaign->add_subcommand("preview", "the message as one person would get it");
    preview->add_option("campaign", previewing->name, "name or #id")->required();
    preview->add_option("--profile", previewing->profile,
                        "email, phone, external id or #id; else the first of the audience");
    preview->callback([previewing, &chosen] {
        chosen = [previewing](Session& session) { return runPreview(session, *previewing); };
    });

    const auto addNamed = [&](const char* name, const char* help, bool required,
                              int (*run)(Session&, const std::string&)) {
        auto which = std::make_shared<std::string>();
        auto* command = campaign->add_subcommand(name, help);
        auto* option = command->add_option("campaign", *which, "name or #id");
        if (required) {
            option->required();
        }
        command->callback(
            [which, run, &chosen] { chosen = [which, run](Session& session) { return run(session, *which); }; });
    };
    addNamed("check", "render and check every message, send nothing", true, runCheck);
    addNamed("send", "send it; run again after a cut, it goes on", true, runSend);
    addNamed("status", "how far it is", false, runStatus);
    addNamed("pause", "hold it; send goes on later", true, [](Session& session, const std::string& name) {
        return runOnCampaign<PauseCampaign>(session, name, "paused");
    });
    addNamed("cancel", "never send what still waits", true, [](Session& session, const std::string& name) {
        return runOnCampaign<CancelCampaign>(session, name, "cancelled");
    });
    addNamed("remove", "forget a draft", true, [](Session& session, const std::string& name) {
        return runOnCampaign<RemoveCampaign>(session, name, "removed");
    });
}

}  // namespace shopbell::cli
