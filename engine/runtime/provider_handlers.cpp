// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/campaigns.h"
#include "dispatch/provider_store.h"
#include "runtime/handlers.h"

namespace shopbell {

namespace {

Result<std::vector<ProviderKindInfo>> listKinds(ReadContext&, const ListProviderKinds&)
{
    std::vector<ProviderKindInfo> infos;
    for (const auto& kind : providerKinds()) {
        infos.push_back({std::string(kind.name), std::string(kind.label), kind.channel, kind.fields()});
    }
    return infos;
}

Result<std::vector<ProviderInfo>> listProviders(ReadContext& reading, const ListProviders&)
{
    auto all = ProviderStore(reading.db).listAll();
    if (!all) {
        return fail(all.error());
    }
    std::vector<ProviderInfo> infos;
    for (auto& provider : *all) {
        infos.push_back({provider.id, provider.kind, provider.label, provider.channel, std::move(provider.settings),
                         provider.isDefault});
    }
    return infos;
}

/// Secrets that were left empty are tried as they are kept.
Result<void> fillKeptSecrets(ReadContext& reading, ProviderId id, const std::vector<FieldSpec>& fields,
                             FieldValues& values)
{
    ProviderStore providers(reading.db);
    auto stored = providers.load(id);
    if (!stored) {
        return fail(stored.error());
    }
    auto kept = providers.loadValues(*stored, reading.secrets);
    if (!kept) {
        return fail(kept.error());
    }
    for (const FieldSpec& field : fields) {
        if (field.kind == FieldKind::Secret && findValue(values, field.key).empty()) {
            std::erase_if(values, [&](const auto& each) { return each.first == field.key; });
            values.emplace_back(field.key, findValue(*kept, field.key));
        }
    }
    return {};
}

Result<Sentence> testProvider(ReadContext& reading, const TestProvider& question)
{
    const auto* kind = findProviderKind(question.kind);
    if (kind == nullptr) {
        return fail(ErrorKind::NotFound,
                    say("provider-kind-unknown", "Shopbell knows no kind of provider called \"%1\".", {question.kind}));
    }
    auto values = question.values;
    if (question.provider.isValid()) {
        if (auto filled = fillKeptSecrets(reading, question.provider, kind->fields(), values); !filled) {
            return fail(filled.error());
        }
    }
    auto provider = kind->make(values, {reading.clock, reading.workspace.file()});
    if (!provider) {
        return fail(provider.error());
    }
    return (*provider)->test(reading.cancel);
}

Result<ProviderId> saveProvider(WriteContext& writing, const SaveProvider& command)
{
    auto saved =
        ProviderStore(writing.db)
            .save(command.provider, command.kind, command.label, command.values, command.makeDefault, writing.secrets);
    if (saved) {
        writing.notices.publish(Topic::Sending);
    }
    return saved;
}

Result<Done> removeProvider(WriteContext& writing, const RemoveProvider& command)
{
    if (auto removed = ProviderStore(writing.db).remove(command.provider, writing.secrets); !removed) {
        return fail(removed.error());
    }
    writing.notices.publish(Topic::Sending);
    return Done{};
}

}  // namespace

void addProviderHandlers(HandlerTable& table)
{
    table.question(listKinds);
    table.question(listProviders);
    table.outsideQuestion(testProvider);
    table.command(saveProvider);
    table.command(removeProvider);
}

}  // namespace shopbell
