// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/local_outbox/local_outbox.h"

#include "base/file.h"

#include <cstdio>
#include <system_error>

namespace shopbell {

namespace {

class LocalOutbox final : public MessageProvider {
public:
    explicit LocalOutbox(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    Result<Sentence> test(const CancelToken&) override
    {
        if (auto ready = makeFolder(); !ready) {
            return fail(ready.error());
        }
        const auto probe = m_folder / ".shopbell-test";
        if (auto written = writeFileSafely(probe, "test"); !written) {
            return fail(written.error());
        }
        std::error_code ignored;
        std::filesystem::remove(probe, ignored);
        return "Messages will be written into " + fromPath(m_folder) + ".";
    }

    DeliveryResult send(const OutgoingMessage& message, const CancelToken&) override
    {
        DeliveryResult result;
        auto written = makeFolder();
        if (written) {
            written = writeFileSafely(fileOf(message.ledgerId), message.content);
        }
        if (!written) {
            result.fate = DeliveryFate::Deferred;
            result.providerBroken = true;
            result.reply = describe(written.error());
            return result;
        }
        result.fate = DeliveryFate::Accepted;
        result.providerMessageId = fromPath(fileOf(message.ledgerId).filename());
        return result;
    }

    LookedUp lookUp(std::int64_t ledgerId) override
    {
        std::error_code problem;
        const bool exists = std::filesystem::exists(fileOf(ledgerId), problem);
        return problem ? LookedUp::CannotTell : exists ? LookedUp::Accepted : LookedUp::NotAccepted;
    }

    bool isIdempotent() const override { return true; }

private:
    std::filesystem::path fileOf(std::int64_t ledgerId) const
    {
        char name[32];
        std::snprintf(name, sizeof name, "%010lld.eml", static_cast<long long>(ledgerId));
        return m_folder / name;
    }

    Result<void> makeFolder() const
    {
        std::error_code problem;
        std::filesystem::create_directories(m_folder, problem);
        if (problem) {
            return fail(
                ErrorKind::Io,
                say("outbox-folder-refused", "The folder %1 cannot be made. Choose another one.", {fromPath(m_folder)}),
                problem.message());
        }
        return {};
    }

    std::filesystem::path m_folder;
};

}  // namespace

std::vector<FieldSpec> localOutboxFields()
{
    FieldSpec folder;
    folder.key = "folder";
    folder.label = "Folder";
    folder.help = "Where the messages are written, one .eml file each. Empty: beside the workspace.";
    return {folder};
}

std::filesystem::path localOutboxFolder(const FieldValues& values, const std::filesystem::path& workspace)
{
    if (const auto chosen = findValue(values, "folder"); !chosen.empty()) {
        return toPath(chosen);
    }
    return workspace.parent_path() / (workspace.stem() += "-outbox");
}

Result<std::unique_ptr<MessageProvider>> makeLocalOutbox(const FieldValues& values, const ProviderContext& context)
{
    return std::unique_ptr<MessageProvider>(
        std::make_unique<LocalOutbox>(localOutboxFolder(values, context.workspace)));
}

}  // namespace shopbell
