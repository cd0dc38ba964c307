// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "base/result.h"
#include "model/channel.h"
#include "model/field_spec.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// One rendered message, ready for the wire.
struct OutgoingMessage {
    std::int64_t ledgerId = 0;  ///< also the idempotency key where a provider takes one
    std::string from;           ///< envelope sender
    std::string to;             ///< channel address: email in wire form, E.164, device token
    std::string content;        ///< email: the whole RFC 5322 message with CRLF; SMS and push: the text
    /// Called by a provider that tellsBeforeWire(), on its thread, before each time that bytes go out whose arrival may
    /// make the message accepted. When it fails they must not go: the message is Deferred, the provider broken, and the
    /// error's words are the reply. May be empty.
    std::function<Result<void>()> beforeWire = {};
};

enum class DeliveryFate {
    Accepted,  ///< the provider has taken it over
    Rejected,  ///< this message will never be taken: `permanent`
    Deferred,  ///< not now; try later
    Unknown,   ///< the connection broke when it may or may not have been taken
};

struct DeliveryResult {
    DeliveryFate fate = DeliveryFate::Deferred;
    std::string providerMessageId;
    std::string reply;            ///< the server's words, without secrets
    bool badAddress = false;      ///< Rejected because the address does not exist: suppress it
    bool notTried = false;        ///< Deferred before it was begun: does not count as a try
    bool providerBroken = false;  ///< not this message's fault (login refused, no connection): stop and tell the owner
    int serverCode = 0;           ///< the number in the server's answer (SMTP reply, HTTP status); 0: none
    std::int64_t retryAfterSeconds = 0;  ///< Deferred: what the server asked for; 0: it did not say
};

/// What the provider can answer about a message whose fate is not known.
enum class LookedUp { Accepted, NotAccepted, CannotTell };

/// Carries messages. One instance is used by one thread at a time; the dispatcher makes several for several
/// connections.
class MessageProvider {
public:
    virtual ~MessageProvider() = default;
    /// In words: what works, or what is wrong and what to do.
    [[nodiscard]] virtual Result<Sentence> test(const CancelToken& cancel) = 0;
    [[nodiscard]] virtual DeliveryResult send(const OutgoingMessage& message, const CancelToken& cancel) = 0;
    /// After a crash: was the message with this ledger id taken?
    [[nodiscard]] virtual LookedUp lookUp(std::int64_t /*ledgerId*/) { return LookedUp::CannotTell; }
    /// Sending the same ledger id again cannot deliver twice.
    [[nodiscard]] virtual bool isIdempotent() const { return false; }
    /// It calls OutgoingMessage::beforeWire at the right moment. One that does not is taken to be on the wire from the
    /// start of send(): safe, but a crash while it connects leaves a message in doubt that never went.
    [[nodiscard]] virtual bool tellsBeforeWire() const { return false; }
};

struct ProviderContext {
    const Clock& clock;
    std::filesystem::path workspace;  ///< the local outbox stands beside it
};

/// One kind of provider; the registry is the table in providers/registry.cpp.
struct ProviderKind {
    std::string_view name;   ///< "smtp"
    std::string_view label;  ///< "Your own mail server (SMTP)"
    Channel channel;
    std::vector<FieldSpec> (*fields)();
    Result<std::unique_ptr<MessageProvider>> (*make)(const FieldValues& values, const ProviderContext& context);
    int connections;  ///< how many instances a dispatcher may use at once
};

[[nodiscard]] std::span<const ProviderKind> providerKinds();
[[nodiscard]] const ProviderKind* findProviderKind(std::string_view name);

}  // namespace shopbell
