// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the enumerations of this folder: as stored, as written in JSON and as typed on the command line.
#include "model/campaign.h"
#include "model/channel.h"
#include "model/consent.h"
#include "model/identifier.h"
#include "model/message.h"
#include "model/order.h"

#include <cstddef>

namespace shopbell {

namespace {

template <class Enum>
struct Named {
    Enum value;
    std::string_view name;
};

/// Each table lists every value at the place of its number, so that a lookup is one index; checked when compiled.
template <class Enum, std::size_t Count>
constexpr bool isInOrder(const Named<Enum> (&table)[Count])
{
    for (std::size_t place = 0; place < Count; ++place) {
        if (static_cast<std::size_t>(table[place].value) != place) {
            return false;
        }
    }
    return true;
}

template <class Enum, std::size_t Count>
std::string_view nameIn(const Named<Enum> (&table)[Count], Enum value)
{
    // A number read from a damaged file may be none of ours.
    const auto place = static_cast<std::size_t>(value);
    return place < Count ? table[place].name : std::string_view("unknown");
}

template <class Enum, std::size_t Count>
std::optional<Enum> findIn(const Named<Enum> (&table)[Count], std::string_view name)
{
    for (const auto& entry : table) {
        if (entry.name == name) {
            return entry.value;
        }
    }
    return std::nullopt;
}

constexpr Named<Channel> channels[] = {
    {Channel::Email, "email"},
    {Channel::Sms, "sms"},
    {Channel::Push, "push"},
};
static_assert(isInOrder(channels));

constexpr Named<IdentifierKind> identifierKinds[] = {
    {IdentifierKind::Email, "email"},
    {IdentifierKind::Phone, "phone"},
    {IdentifierKind::External, "external"},
    {IdentifierKind::Anonymous, "anonymous"},
};
static_assert(isInOrder(identifierKinds));

constexpr Named<ConsentState> consentStates[] = {
    {ConsentState::NeverAsked, "never-asked"},
    {ConsentState::Subscribed, "subscribed"},
    {ConsentState::Pending, "pending"},
    {ConsentState::Unsubscribed, "unsubscribed"},
};
static_assert(isInOrder(consentStates));

constexpr Named<SuppressionReason> suppressionReasons[] = {
    {SuppressionReason::HardBounce, "hard-bounce"},
    {SuppressionReason::Complaint, "complaint"},
    {SuppressionReason::Unsubscribed, "unsubscribed"},
    {SuppressionReason::Invalid, "invalid"},
    {SuppressionReason::Manual, "manual"},
    {SuppressionReason::Erased, "erased"},
};
static_assert(isInOrder(suppressionReasons));

constexpr Named<OrderStatus> orderStatuses[] = {
    {OrderStatus::Draft, "draft"},         {OrderStatus::AwaitingPayment, "awaiting-payment"},
    {OrderStatus::Paid, "paid"},           {OrderStatus::OnHold, "on-hold"},
    {OrderStatus::Fulfilled, "fulfilled"}, {OrderStatus::Cancelled, "cancelled"},
    {OrderStatus::Refunded, "refunded"},   {OrderStatus::Failed, "failed"},
    {OrderStatus::Deleted, "deleted"},
};
static_assert(isInOrder(orderStatuses));

constexpr Named<CampaignState> campaignStates[] = {
    {CampaignState::Draft, "draft"},   {CampaignState::Scheduled, "scheduled"}, {CampaignState::Sending, "sending"},
    {CampaignState::Paused, "paused"}, {CampaignState::Sent, "sent"},           {CampaignState::Cancelled, "cancelled"},
};
static_assert(isInOrder(campaignStates));

constexpr Named<OriginKind> originKinds[] = {
    {OriginKind::Campaign, "campaign"},
    {OriginKind::FlowStep, "flow-step"},
    {OriginKind::Test, "test"},
};
static_assert(isInOrder(originKinds));

constexpr Named<MessageState> messageStates[] = {
    {MessageState::Planned, "planned"},   {MessageState::Queued, "queued"},       {MessageState::Sending, "sending"},
    {MessageState::Accepted, "accepted"}, {MessageState::Failed, "failed"},       {MessageState::Skipped, "skipped"},
    {MessageState::Unknown, "unknown"},   {MessageState::Cancelled, "cancelled"},
};
static_assert(isInOrder(messageStates));

constexpr Named<SkipReason> skipReasons[] = {
    {SkipReason::NoAddress, "no-address"},       {SkipReason::InvalidAddress, "invalid-address"},
    {SkipReason::NoConsent, "no-consent"},       {SkipReason::Unsubscribed, "unsubscribed"},
    {SkipReason::Suppressed, "suppressed"},      {SkipReason::DuplicateAddress, "duplicate-address"},
    {SkipReason::SmartSending, "smart-sending"}, {SkipReason::Erased, "erased"},
    {SkipReason::CannotRender, "cannot-render"},
};
static_assert(isInOrder(skipReasons));

}  // namespace

std::string_view channelName(Channel channel)
{
    return nameIn(channels, channel);
}

std::optional<Channel> findChannel(std::string_view name)
{
    return findIn(channels, name);
}

std::string_view identifierKindName(IdentifierKind kind)
{
    return nameIn(identifierKinds, kind);
}

std::optional<IdentifierKind> findIdentifierKind(std::string_view name)
{
    return findIn(identifierKinds, name);
}

std::string_view consentStateName(ConsentState state)
{
    return nameIn(consentStates, state);
}

std::optional<ConsentState> findConsentState(std::string_view name)
{
    return findIn(consentStates, name);
}

std::string_view suppressionReasonName(SuppressionReason reason)
{
    return nameIn(suppressionReasons, reason);
}

std::optional<SuppressionReason> findSuppressionReason(std::string_view name)
{
    return findIn(suppressionReasons, name);
}

std::string_view orderStatusName(OrderStatus status)
{
    return nameIn(orderStatuses, status);
}

std::string_view campaignStateName(CampaignState state)
{
    return nameIn(campaignStates, state);
}

std::optional<CampaignState> findCampaignState(std::string_view name)
{
    return findIn(campaignStates, name);
}

std::string_view originKindName(OriginKind kind)
{
    return nameIn(originKinds, kind);
}

std::string_view messageStateName(MessageState state)
{
    return nameIn(messageStates, state);
}

std::optional<MessageState> findMessageState(std::string_view name)
{
    return findIn(messageStates, name);
}

std::string_view skipReasonName(SkipReason reason)
{
    return nameIn(skipReasons, reason);
}

std::optional<SkipReason> findSkipReason(std::string_view name)
{
    return findIn(skipReasons, name);
}

}  // namespace shopbell
