// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "db/connection.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

// How event.properties is stored: NULL for an empty object; the JSON itself, '{' first; or the byte 1, the dictionary's
// id in table property_dictionary (seven bits a byte, low ones first, the top bit says "more"), and a zstd frame
// without its four magic bytes, made with that dictionary.

/// Reads stored properties. Used by one thread at a time.
class PropertyDecoder {
public:
    PropertyDecoder();
    ~PropertyDecoder();
    PropertyDecoder(PropertyDecoder&&) noexcept;
    PropertyDecoder& operator=(PropertyDecoder&&) noexcept;

    /// The JSON, "{}" for nothing. Valid until the next call or as long as `stored`. Dictionaries are read through the
    /// connection when first met.
    [[nodiscard]] Result<std::string_view> decode(db::Connection& connection, std::string_view stored);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The dictionary that new properties are packed with, shared by all who pack for one log. Any thread.
class PackingDictionaries;

/// Packs properties ahead of EventLog::append(), so that the engine thread need not: what reads a file or the network
/// does it beside. Made by EventLog::packer(); used by one thread at a time, may outlive the log.
class PropertyPacker {
public:
    explicit PropertyPacker(std::shared_ptr<PackingDictionaries> dictionaries);
    ~PropertyPacker();
    PropertyPacker(PropertyPacker&&) noexcept;
    PropertyPacker& operator=(PropertyPacker&&) noexcept;

    /// Appends the stored form to `into`; nothing when there is no dictionary yet, or when packing gains nothing.
    void pack(std::string_view json, std::string& into);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Writes them. The dictionary is made from the shop's own first events, and made anew when the events have become so
/// different that it no longer serves. It never holds a text or a long number that fewer than three people had in their
/// events: what names one person must go when that person is erased. Engine thread.
class PropertyEncoder {
public:
    explicit PropertyEncoder(db::Connection& connection);
    ~PropertyEncoder();
    PropertyEncoder(const PropertyEncoder&) = delete;
    PropertyEncoder& operator=(const PropertyEncoder&) = delete;

    /// Appends the stored form to `into`. `profile` tells whose event it is, for the rule above. `packed` is what a
    /// PropertyPacker of packing() made of the JSON, or empty.
    void encode(std::string_view json, std::string_view packed, std::int64_t profile, std::string& into);
    /// Makes a dictionary when enough was seen; called inside the transaction that writes the events, before encode().
    [[nodiscard]] Result<void> prepare();
    /// The transaction was rolled back: a dictionary it made is gone.
    void forget();
    /// The transaction was committed: packers may use the dictionary from now on.
    void committed();
    [[nodiscard]] std::shared_ptr<PackingDictionaries> packing() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The samples as they may go into a dictionary, see PropertyEncoder. Pairs of profile and JSON.
[[nodiscard]] std::vector<std::string>
withoutPersonalText(const std::vector<std::pair<std::int64_t, std::string>>& samples);

}  // namespace shopbell
