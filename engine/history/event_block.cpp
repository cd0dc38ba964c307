// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/event_block.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace shopbell {

namespace {

template <class Number>
std::string packColumn(std::int64_t blockId, char column, std::span<const LoggedEvent> events, const Number& number)
{
    PackedColumn packed;
    for (const LoggedEvent& event : events) {
        packed.add(number(event));
    }
    packed.finish();
    std::string bytes;
    packed.store(bytes);
    return sealBytes(blockId, column, bytes);
}

/// Values are stored as multiples of the largest power of ten that divides them all; "none" is one less than the
/// smallest.
std::string packValues(std::int64_t blockId, std::span<const LoggedEvent> events)
{
    std::int64_t scale = 1'000'000;
    std::int64_t smallest = std::numeric_limits<std::int64_t>::max();
    bool any = false;
    for (const LoggedEvent& event : events) {
        if (event.value == noValue) {
            continue;
        }
        any = true;
        while (event.value % scale != 0) {
            scale /= 10;
        }
        smallest = std::min(smallest, event.value);
    }
    if (!any) {
        return {};
    }
    const std::int64_t none = smallest / scale - 1;
    PackedColumn packed;
    for (const LoggedEvent& event : events) {
        packed.add(event.value == noValue ? none : event.value / scale);
    }
    packed.finish();
    std::string bytes(sizeof(scale) + sizeof(none), '\0');
    std::memcpy(bytes.data(), &scale, sizeof(scale));
    std::memcpy(bytes.data() + sizeof(scale), &none, sizeof(none));
    packed.store(bytes);
    return sealBytes(blockId, 'v', bytes);
}

bool unpack(std::string_view bytes, std::size_t count, std::vector<std::int64_t>& numbers)
{
    PackedColumn packed;
    if (!packed.append(bytes) || !bytes.empty() || packed.view().size() != count) {
        return false;
    }
    const PackedView view = packed.view();
    numbers.resize(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        numbers[i] = view[i];
    }
    return true;
}

}  // namespace

std::string sealBytes(std::int64_t id, char column, std::string_view bytes)
{
    const std::uint64_t sum =
        checksum(bytes, static_cast<std::uint64_t>(id) * 256 + static_cast<unsigned char>(column));
    std::string sealed(sizeof(sum), '\0');
    std::memcpy(sealed.data(), &sum, sizeof(sum));
    sealed += bytes;
    return sealed;
}

bool openBytes(std::int64_t id, char column, std::string_view& bytes)
{
    std::uint64_t sum = 0;
    if (bytes.size() < sizeof(sum)) {
        return false;
    }
    std::memcpy(&sum, bytes.data(), sizeof(sum));
    bytes.remove_prefix(sizeof(sum));
    return sum == checksum(bytes, static_cast<std::uint64_t>(id) * 256 + static_cast<unsigned char>(column));
}

EventBlockBytes packEvents(std::int64_t blockId, std::span<const LoggedEvent> events)
{
    EventBlockBytes bytes;
    bytes.at = packColumn(blockId, 'a', events, [](const LoggedEvent& event) { return event.at; });
    bytes.profile =
        packColumn(blockId, 'p', events, [](const LoggedEvent& event) { return std::int64_t{event.profile}; });
    bytes.value = packValues(blockId, events);
    bytes.row = packColumn(blockId, 'r', events, [](const LoggedEvent& event) { return event.row; });
    return bytes;
}

bool unpackNumbers(std::int64_t blockId, char column, std::string_view bytes, std::size_t count,
                   std::vector<std::int64_t>& numbers)
{
    return openBytes(blockId, column, bytes) && unpack(bytes, count, numbers);
}

bool unpackValues(std::int64_t blockId, std::string_view bytes, std::size_t count, std::vector<std::int64_t>& values)
{
    if (bytes.empty()) {
        values.assign(count, noValue);
        return true;
    }
    std::int64_t scale = 0;
    std::int64_t none = 0;
    if (!openBytes(blockId, 'v', bytes) || bytes.size() < sizeof(scale) + sizeof(none)) {
        return false;
    }
    std::memcpy(&scale, bytes.data(), sizeof(scale));
    std::memcpy(&none, bytes.data() + sizeof(scale), sizeof(none));
    bytes.remove_prefix(sizeof(scale) + sizeof(none));
    if (!unpack(bytes, count, values)) {
        return false;
    }
    for (std::int64_t& value : values) {
        value = value == none ? noValue : value * scale;
    }
    return true;
}

}  // namespace shopbell
