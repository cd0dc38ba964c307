// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/campaigns.h"
#include "app/cli/field_values.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

namespace shopbell::cli {

namespace {

struct ProviderOptions {
    std::string kind;
    std::string label;
    FieldOptions fields;
    bool makeDefault = false;
    bool noTest = false;
};

int runList(Session& session)
{
    auto providers = session.ask(ListProviders{});
    if (!providers) {
        return session.console.failure(providers.error());
    }
    auto document = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows;
    for (const auto& provider : *providers) {
        document.push_back({{"id", provider.id.value},
                            {"label", provider.label},
                            {"kind", provider.kind},
                            {"channel", channelName(provider.channel)},
                            {"default", provider.isDefault}});
        rows.push_back({provider.label, provider.kind, std::string(channelName(provider.channel)),
                        provider.isDefault ? "default" : ""});
    }
    session.console.answer(document);
    session.console.table({"provider", "kind", "channel", ""}, rows);
    return exitGood;
}

int runKinds(Session& session)
{
    auto kinds = session.ask(ListProviderKinds{});
    if (!kinds) {
        return session.console.failure(kinds.error());
    }
    showKinds(session.console, linesOf(*kinds));
    return exitGood;
}

int runTest(Session& session, const ProviderOptions& options, bool add)
{
    auto values = options.fields.read();
    if (!values) {
        (void)session.console.failure(values.error());
        return exitUsage;
    }
    nlohmann::json document;
    if (!add || !options.noTest) {
        auto words = session.ask(TestProvider{options.kind, *values});
        if (!words) {
            return session.console.failure(words.error());
        }
        document["test"] = words->words;
        session.console.line(words->words);
    }
    if (add) {
        auto provider = session.submit(SaveProvider{{}, options.kind, options.label, *values, options.makeDefault});
        if (!provider) {
            return session.console.failure(provider.error());
        }
        document["id"] = provider->value;
        session.console.line("Added as \"" + options.label + "\".");
    }
    session.console.answer(document);
    return exitGood;
}

int runRemove(Session& session, const std::string& label)
{
    auto providers = session.ask(ListProviders{});
    if (!providers) {
        return session.console.failure(providers.error());
    }
    auto one = pickNamed(
        *providers, label, "provider", [](const ProviderInfo& p) { return p.label; },
        [](const ProviderInfo& p) { return p.id.value; });
    if (!one) {
        return session.console.failure(one.error());
    }
    auto removed = session.submit(RemoveProvider{one->id});
    if (!removed) {
        return session.console.failure(removed.error());
    }
    session.console.answer({{"removed", one->label}});
    session.console.line("Removed \"" + one->label + "\".");
    return exitGood;
}

}  // namespace

void addProviderCommands(CLI::App& program, Action& chosen)
{
    auto* provider = program.add_subcommand("provider", "who carries the messages: the local outbox, a mail server");
    provider->require_subcommand(1);
    provider->add_subcommand("list", "providers of this workspace")->callback([&chosen] { chosen = runList; });
    provider->add_subcommand("kinds", "kinds of provider, and what each asks for")->callback([&chosen] {
        chosen = runKinds;
    });
    for (const bool add : {true, false}) {
        auto options = std::make_shared<ProviderOptions>();
        auto* command =
            provider->add_subcommand(add ? "add" : "test", add ? "test a provider, and keep it" : "only test it");
        command->add_option("kind", options->kind, "for example smtp; see: provider kinds")->required();
        if (add) {
            command->add_option("--label", options->label, "what to call it")->required();
            command->add_flag("--default", options->makeDefault, "campaigns use it unless they say otherwise");
            command->add_flag("--no-test", options->noTest, "keep it without asking it first");
        }
        options->fields.addTo(*command);
        command->callback([options, add, &chosen] {
            chosen = [options, add](Session& session) { return runTest(session, *options, add); };
        });
    }
    auto label = std::make_shared<std::string>();
    auto* remove = provider->add_subcommand("remove", "forget a provider");
    remove->add_option("provider", *label, "label or #id")->required();
    remove->callback([label, &chosen] { chosen = [label](Session& session) { return runRemove(session, *label); }; });
}

}  // namespace shopbell::cli
