// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/message_provider.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace shopbell {

/// The wire journal's file: slots of 32 bytes, little-endian. Slot 0 is the header; each other one is empty (zeros) or
/// holds one record. Every slot carries a checksum over its bytes, its number and the journal's generation, so that
/// what another time or another file left there is never taken for a record. It holds numbers alone: no address, no
/// text.
inline constexpr std::size_t wireSlotBytes = 32;

/// One step of one message.
struct WireRecord {
    enum class Kind : std::uint8_t {
        Leased = 1,    ///< it may be begun from now on
        Begun = 2,     ///< its last bytes go out now
        Answered = 3,  ///< what became of it
    };
    Kind kind = Kind::Leased;
    std::int64_t message = 0;
    int attempt = 0;            ///< LedgerMessage::attempts of this try
    std::uint32_t durable = 0;  ///< this slot and all before it were on the disk when the record was written
    DeliveryFate fate = DeliveryFate::Unknown;
    bool badAddress = false;
    bool notTried = false;
    bool providerBroken = false;
    int serverCode = 0;
    std::int64_t retryAfterSeconds = 0;
};

[[nodiscard]] std::string encodeWireHeader(std::string_view generation);
[[nodiscard]] std::string encodeWireRecord(const WireRecord& record, std::uint32_t slot, std::string_view generation);

/// The last that a journal says of a message.
struct WireTrace {
    WireRecord::Kind stage = WireRecord::Kind::Leased;
    int attempt = 0;
    DeliveryResult answer;  ///< when Answered; without the server's words, which are not kept
};

/// What a journal says of all messages that it knows.
struct WireTraces {
    /// Something is missing that was on the disk already: the file was damaged, and nothing in it is believed.
    bool damaged = false;
    std::unordered_map<std::int64_t, WireTrace> traces;

    /// Nothing when the journal does not know this try of this message.
    [[nodiscard]] const WireTrace* find(std::int64_t message, int attempt) const;
};

/// Reads a journal's bytes. Records are believed up to the first empty or broken slot: what stands behind was not yet
/// known to be on the disk, so nobody acted upon it. A file of another generation, or none, knows nothing.
[[nodiscard]] WireTraces readWireRecords(std::string_view bytes, std::string_view generation);

}  // namespace shopbell
