// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/engine.h"
#include "model/campaign.h"
#include "model/field_spec.h"
#include "model/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace shopbell {

struct CampaignSummary {
    Campaign campaign;
    std::int64_t planned = 0;  ///< in the ledger
    std::int64_t accepted = 0;
    std::int64_t failed = 0;
    std::int64_t skipped = 0;
    std::int64_t unknown = 0;
    std::int64_t waiting = 0;  ///< planned, queued, sending
    std::int64_t cancelled = 0;
    std::vector<std::pair<std::string, std::int64_t>> skipReasons;  ///< SkipReason name → count, most first
    std::vector<std::pair<std::string, std::int64_t>> failures;     ///< the server's words → count, most first
};
struct ListCampaigns {
    using Answer = std::vector<CampaignSummary>;
};
struct LoadCampaign {
    using Answer = CampaignSummary;
    CampaignId campaign;
};
/// Makes (id none) or changes a draft.
struct SaveCampaign {
    using Answer = CampaignId;
    static constexpr bool isCommand = true;
    Campaign campaign;
};
struct RemoveCampaign {
    using Answer = Done;
    static constexpr bool isCommand = true;
    CampaignId campaign;  ///< drafts only
};

/// Whom a campaign would reach if it were sent now.
struct AudienceCount {
    std::int64_t people = 0;
    std::int64_t willGet = 0;
    std::vector<std::pair<std::string, std::int64_t>> skips;  ///< SkipReason name → count
};
struct CountAudience {
    using Answer = AudienceCount;
    Audience audience;
    Channel channel = Channel::Email;
};

struct RenderedEmail {
    std::string subject;
    std::string from;
    std::string to;
    std::string html;
    std::string text;
    std::string source;  ///< the whole message as it would go out
};
/// As one person would get it; none: the first of the audience.
struct PreviewMessage {
    using Answer = RenderedEmail;
    MessageContent content;
    Audience audience;
    ProfileId profile;
};

struct PreflightFinding {
    bool blocks = false;  ///< the campaign will not start with it
    Sentence words;
    std::int64_t people = 0;  ///< whom it concerns; 0: everybody
};
/// Every message is rendered and checked before the first one leaves.
struct PreflightCampaign {
    using Answer = std::vector<PreflightFinding>;
    CampaignId campaign;
};

/// Freezes the audience and sends; answers when nothing waits any more.
struct SendCampaign {
    using Answer = CampaignSummary;
    static constexpr bool isCommand = true;
    CampaignId campaign;
};
/// A draft goes out by itself at `at`, when the workspace is open then; ms 0 makes a scheduled one a draft again.
struct ScheduleCampaign {
    using Answer = Done;
    static constexpr bool isCommand = true;
    CampaignId campaign;
    Instant at;
};
struct PauseCampaign {
    using Answer = Done;
    static constexpr bool isCommand = true;
    CampaignId campaign;
};
struct CancelCampaign {
    using Answer = Done;
    static constexpr bool isCommand = true;
    CampaignId campaign;
};
struct SendTestMessage {
    using Answer = Done;
    static constexpr bool isCommand = true;
    MessageContent content;
    std::string to;
    ProfileId profile;  ///< whose data fills the fields; none: sample values
};

struct LedgerRow {
    LedgerMessage message;
    std::string profileName;
};
struct LedgerPage {
    std::int64_t total = 0;
    std::vector<LedgerRow> rows;
};
/// Ledger rows by what they belong to; empty filters let all through.
struct ListLedger {
    using Answer = LedgerPage;
    CampaignId campaign;
    ProfileId profile;
    std::vector<MessageState> states;
    std::string skipReason;
    std::int64_t offset = 0;
    std::int64_t limit = 50;
};

struct ProviderKindInfo {
    std::string name;  ///< "smtp"
    std::string label;
    Channel channel = Channel::Email;
    std::vector<FieldSpec> fields;
};
struct ListProviderKinds {
    using Answer = std::vector<ProviderKindInfo>;
};
struct ProviderInfo {
    ProviderId id;
    std::string kind;
    std::string label;
    Channel channel = Channel::Email;
    FieldValues values;  ///< without secrets
    bool isDefault = false;
};
struct ListProviders {
    using Answer = std::vector<ProviderInfo>;
};
/// In words what works; an Error in words says what does not.
struct TestProvider {
    using Answer = Sentence;
    std::string kind;
    FieldValues values;
    ProviderId provider = {};  ///< whose kept secrets fill those left empty; none: a new one
};
struct SaveProvider {
    using Answer = ProviderId;
    static constexpr bool isCommand = true;
    ProviderId provider;  ///< none: a new one
    std::string kind;
    std::string label;
    FieldValues values;  ///< a secret left empty stays as it was
    bool makeDefault = false;
};
struct RemoveProvider {
    using Answer = Done;
    static constexpr bool isCommand = true;
    ProviderId provider;
};

}  // namespace shopbell
