// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/geography.h"

#include "segments/countries.h"
#include "segments/property_test.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

namespace shopbell::segments {

namespace {

std::optional<double> numberOf(const PropertyReader::Content& content, double limit)
{
    if (content.atoms.empty()) {
        return std::nullopt;
    }
    const auto micros = findMicros(content.atoms.front());
    if (!micros) {
        return std::nullopt;
    }
    const double value = Decimal{*micros}.toDouble();
    return std::abs(value) <= limit ? std::optional(value) : std::nullopt;
}

std::string_view textOf(const PropertyReader::Content& content)
{
    return content.atoms.empty() ? std::string_view() : content.atoms.front().text;
}

std::string keyOf(std::string_view country, std::string_view postcode)
{
    return comparableCountry(country) + ' ' + comparablePostcode(postcode);
}

}  // namespace

double distanceKm(const Position& a, const Position& b)
{
    constexpr double radiusKm = 6371.0088;
    constexpr double radians = std::numbers::pi / 180;
    const double latitude = std::sin((b.latitude - a.latitude) * radians / 2);
    const double longitude = std::sin((b.longitude - a.longitude) * radians / 2);
    const double h =
        latitude * latitude + std::cos(a.latitude * radians) * std::cos(b.latitude * radians) * longitude * longitude;
    return 2 * radiusKm * std::asin(std::min(1.0, std::sqrt(h)));
}

Result<Geography> Geography::make(Materials& materials)
{
    Geography geography;
    const std::pair<std::string_view, std::shared_ptr<PropertyReader>*> readers[] = {
        {"latitude", &geography.m_latitude},
        {"longitude", &geography.m_longitude},
        {"postcode", &geography.m_postcode},
        {"country", &geography.m_country}};
    for (const auto& [name, reader] : readers) {
        auto found = materials.property(name);
        if (!found) {
            return fail(found.error());
        }
        *reader = std::move(*found);
    }
    if (!materials.middles()) {
        if (const ApartSource* apart = materials.sources().apart) {
            if (auto whole = make(apart->whole); !whole) {
                return whole;
            }
        } else {
            materials.middles() = std::make_shared<PostcodeMiddles>(geography.findMiddles(materials));
        }
    }
    geography.m_middles = materials.middles();
    geography.sortIntoCells(materials);
    return geography;
}

Result<void> Geography::ready(Materials& materials, std::int64_t at)
{
    for (const auto& reader : {m_latitude, m_longitude, m_postcode, m_country}) {
        if (auto done = reader->ready(materials, at); !done) {
            return done;
        }
    }
    return {};
}

PostcodeMiddles Geography::findMiddles(const Materials& materials) const
{
    struct Sum {
        double latitude = 0;
        double longitude = 0;
        std::int64_t count = 0;
    };
    std::unordered_map<std::uint64_t, Sum> sums;
    const ProfileNumber end = materials.people().end;
    for (ProfileNumber profile = 1; profile < end; ++profile) {
        const std::uint32_t postcode = m_postcode->column().code(profile);
        if (postcode == 0 || m_latitude->column().code(profile) == 0 || m_longitude->column().code(profile) == 0) {
            continue;
        }
        const auto latitude = numberOf(m_latitude->content(m_latitude->column().code(profile)), 90);
        const auto longitude = numberOf(m_longitude->content(m_longitude->column().code(profile)), 180);
        if (latitude && longitude) {
            Sum& sum = sums[static_cast<std::uint64_t>(m_country->column().code(profile)) << 32 | postcode];
            sum.latitude += *latitude;
            sum.longitude += *longitude;
            ++sum.count;
        }
    }
    std::unordered_map<std::string, Sum> byKey;
    for (const auto& [codes, sum] : sums) {
        Sum& all = byKey[keyOf(textOf(m_country->content(static_cast<std::uint32_t>(codes >> 32))),
                               textOf(m_postcode->content(static_cast<std::uint32_t>(codes))))];
        all.latitude += sum.latitude;
        all.longitude += sum.longitude;
        all.count += sum.count;
    }
    PostcodeMiddles middles;
    for (const auto& [key, sum] : byKey) {
        const auto count = static_cast<double>(sum.count);
        middles.byPlace[key] = {sum.latitude / count, sum.longitude / count};
    }
    return middles;
}

void Geography::sortIntoCells(const Materials& materials)
{
    const ProfileNumber end = materials.people().end;
    std::vector<std::pair<ProfileNumber, Position>> located;
    m_cellBegins.assign(static_cast<std::size_t>(cells) + 1, 0);
    for (ProfileNumber profile = 1; profile < end; ++profile) {
        if (const auto position = find(profile, never)) {
            located.emplace_back(profile, *position);
            ++m_cellBegins[static_cast<std::size_t>(cellOf(*position)) + 1];
        }
    }
    for (std::size_t cell = 0; cell < static_cast<std::size_t>(cells); ++cell) {
        m_cellBegins[cell + 1] += m_cellBegins[cell];
    }
    m_inCells.resize(located.size());
    m_positions.resize(located.size());
    std::vector<std::uint32_t> next(m_cellBegins.begin(), m_cellBegins.end() - 1);
    for (const auto& [profile, position] : located) {
        const std::uint32_t place = next[static_cast<std::size_t>(cellOf(position))]++;
        m_inCells[place] = profile;
        m_positions[place] = position;
    }
}

std::optional<Position> Geography::middleOf(std::uint32_t postcode, std::uint32_t country) const
{
    if (postcode == 0 || m_middles->byPlace.empty()) {
        return std::nullopt;
    }
    const auto found =
        m_middles->byPlace.find(keyOf(textOf(m_country->content(country)), textOf(m_postcode->content(postcode))));
    return found == m_middles->byPlace.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Position> Geography::find(ProfileNumber profile, std::int64_t at) const
{
    const auto latitude = numberOf(m_latitude->contentAt(profile, at), 90);
    const auto longitude = numberOf(m_longitude->contentAt(profile, at), 180);
    if (latitude && longitude) {
        return Position{*latitude, *longitude};
    }
    return middleOf(m_postcode->codeAt(profile, at), m_country->codeAt(profile, at));
}

Result<Position> Geography::locate(std::string_view postcode, std::string_view country) const
{
    if (!country.empty()) {
        if (const auto found = m_middles->byPlace.find(keyOf(country, postcode)); found != m_middles->byPlace.end()) {
            return found->second;
        }
    } else {
        const std::string ending = ' ' + comparablePostcode(postcode);
        std::optional<Position> found;
        std::set<std::string> countries;
        for (const auto& [key, position] : m_middles->byPlace) {
            if (key.ends_with(ending) && key.find(' ') == key.size() - ending.size()) {
                found = position;
                countries.insert(key.substr(0, key.size() - ending.size()));
            }
        }
        if (countries.size() > 1) {
            std::string names;
            for (const std::string& name : countries) {
                names += (names.empty() ? "" : ", ") + (name.empty() ? std::string("no country") : name);
            }
            return fail(ErrorKind::InvalidInput, "The postcode " + std::string(postcode) +
                                                     " is known in several countries (" + names +
                                                     "); add \"country\".");
        }
        if (found) {
            return *found;
        }
    }
    return fail(ErrorKind::NotFound, "Nobody whose coordinates are known lives in the postcode " +
                                         std::string(postcode) +
                                         "; give a point with \"latitude\" and \"longitude\" instead.");
}

std::vector<ProfileNumber> Geography::changedAfter(std::int64_t at) const
{
    std::vector<ProfileNumber> all;
    for (const auto& reader : {m_latitude, m_longitude, m_postcode, m_country}) {
        const auto changed = reader->changedAfter(at);
        all.insert(all.end(), changed.begin(), changed.end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace shopbell::segments
