// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/wire_record.h"

#include "base/text.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace shopbell {

namespace {

constexpr std::string_view mark = "SBELwire";
constexpr std::uint32_t layout = 1;
// Where each field of a record stands.
constexpr std::size_t checksumAt = 0, durableAt = 4, retryAt = 8, attemptAt = 12, codeAt = 14, messageAt = 16,
                      kindAt = 24, fateAt = 25, flagsAt = 26;
constexpr unsigned badAddressFlag = 1, notTriedFlag = 2, providerBrokenFlag = 4;

template <class Number>
void put(std::string& slot, std::size_t at, Number value)
{
    for (std::size_t byte = 0; byte < sizeof(Number); ++byte) {
        slot[at + byte] = static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * byte) & 0xff);
    }
}

template <class Number>
Number get(std::string_view slot, std::size_t at)
{
    std::uint64_t value = 0;
    for (std::size_t byte = 0; byte < sizeof(Number); ++byte) {
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(slot[at + byte])) << (8 * byte);
    }
    return static_cast<Number>(value);
}

std::uint32_t checksumOf(std::string_view slot, std::uint32_t number, std::string_view generation)
{
    return static_cast<std::uint32_t>(stableHash(slot.substr(durableAt), stableHash(generation, number)));
}

template <class Number>
Number clamped(std::int64_t value)
{
    return static_cast<Number>(std::clamp<std::int64_t>(value, 0, std::numeric_limits<Number>::max()));
}

std::optional<WireRecord> decode(std::string_view slot, std::uint32_t number, std::string_view generation)
{
    const auto kind = get<std::uint8_t>(slot, kindAt);
    const auto fate = get<std::uint8_t>(slot, fateAt);
    if (get<std::uint32_t>(slot, checksumAt) != checksumOf(slot, number, generation) ||
        kind < static_cast<std::uint8_t>(WireRecord::Kind::Leased) ||
        kind > static_cast<std::uint8_t>(WireRecord::Kind::Answered) ||
        fate > static_cast<std::uint8_t>(DeliveryFate::Unknown)) {
        return std::nullopt;
    }
    WireRecord record;
    record.kind = static_cast<WireRecord::Kind>(kind);
    record.message = get<std::int64_t>(slot, messageAt);
    record.attempt = get<std::uint16_t>(slot, attemptAt);
    record.durable = get<std::uint32_t>(slot, durableAt);
    record.fate = static_cast<DeliveryFate>(fate);
    const unsigned flags = get<std::uint8_t>(slot, flagsAt);
    record.badAddress = (flags & badAddressFlag) != 0;
    record.notTried = (flags & notTriedFlag) != 0;
    record.providerBroken = (flags & providerBrokenFlag) != 0;
    record.serverCode = get<std::uint16_t>(slot, codeAt);
    record.retryAfterSeconds = get<std::uint32_t>(slot, retryAt);
    return record;
}

DeliveryResult answerOf(const WireRecord& record)
{
    DeliveryResult answer;
    answer.fate = record.fate;
    answer.badAddress = record.badAddress;
    answer.notTried = record.notTried;
    answer.providerBroken = record.providerBroken;
    answer.serverCode = record.serverCode;
    answer.retryAfterSeconds = record.retryAfterSeconds;
    if (record.fate != DeliveryFate::Accepted) {
        answer.reply = (record.serverCode > 0 ? std::to_string(record.serverCode) + " " : std::string()) +
                       "(the words of this answer were lost when Shopbell stopped)";
    }
    return answer;
}

}  // namespace

std::string encodeWireHeader(std::string_view generation)
{
    std::string slot(wireSlotBytes, '\0');
    put(slot, durableAt, layout);
    std::copy(mark.begin(), mark.end(), slot.begin() + static_cast<std::ptrdiff_t>(messageAt));
    put(slot, checksumAt, checksumOf(slot, 0, generation));
    return slot;
}

std::string encodeWireRecord(const WireRecord& record, std::uint32_t slotNumber, std::string_view generation)
{
    std::string slot(wireSlotBytes, '\0');
    put(slot, durableAt, record.durable);
    put(slot, retryAt, clamped<std::uint32_t>(record.retryAfterSeconds));
    put(slot, attemptAt, clamped<std::uint16_t>(record.attempt));
    put(slot, codeAt, clamped<std::uint16_t>(record.serverCode));
    put(slot, messageAt, record.message);
    put(slot, kindAt, static_cast<std::uint8_t>(record.kind));
    put(slot, fateAt, static_cast<std::uint8_t>(record.fate));
    put(slot, flagsAt,
        static_cast<std::uint8_t>((record.badAddress ? badAddressFlag : 0) | (record.notTried ? notTriedFlag : 0) |
                                  (record.providerBroken ? providerBrokenFlag : 0)));
    put(slot, checksumAt, checksumOf(slot, slotNumber, generation));
    return slot;
}

const WireTrace* WireTraces::find(std::int64_t message, int attempt) const
{
    const auto found = traces.find(message);
    return found != traces.end() && found->second.attempt == attempt ? &found->second : nullptr;
}

WireTraces readWireRecords(std::string_view bytes, std::string_view generation)
{
    WireTraces all;
    if (generation.empty() || bytes.size() < wireSlotBytes ||
        bytes.substr(0, wireSlotBytes) != encodeWireHeader(generation)) {
        return all;
    }
    const auto slotCount = static_cast<std::uint32_t>(bytes.size() / wireSlotBytes);
    std::uint32_t firstGap = slotCount;
    std::uint32_t durable = 0;
    for (std::uint32_t number = 1; number < slotCount; ++number) {
        const auto record = decode(bytes.substr(number * wireSlotBytes, wireSlotBytes), number, generation);
        if (!record) {
            firstGap = std::min(firstGap, number);
            continue;
        }
        durable = std::max(durable, record->durable);
        if (firstGap < slotCount) {
            continue;
        }
        auto& trace = all.traces[record->message];
        if (record->kind == WireRecord::Kind::Leased) {
            trace = {};
        }
        trace.stage = record->kind;
        trace.attempt = record->attempt;
        if (record->kind == WireRecord::Kind::Answered) {
            trace.answer = answerOf(*record);
        }
    }
    if (firstGap <= durable) {
        all.damaged = true;
        all.traces.clear();
    }
    return all;
}

}  // namespace shopbell
