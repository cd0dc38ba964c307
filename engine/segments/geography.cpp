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

std::optional<double> numberOf(std::span<const PropertyAtom> atoms, double limit)
{
    if (atoms.empty()) {
        return std::nullopt;
    }
    const auto micros = findMicros(atoms.front());
    if (!micros) {
        return std::nullopt;
    }
    const double value = Decimal{*micros}.toDouble();
    return std::abs(value) <= limit ? std::optional(value) : std::nullopt;
}

std::string_view textOf(std::span<const PropertyAtom> atoms)
{
    return atoms.empty() ? std::string_view() : atoms.front().text;
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

Places::Places(const Columns& columns)
    : m_latitude(columns.latitude),
      m_longitude(columns.longitude),
      m_postcode(columns.postcode),
      m_country(columns.country),
      m_located(columns.end)
{
    sortIntoCells(findPositions(columns));
}

bool Places::isOf(const Columns& columns) const
{
    return m_latitude.isOf(columns.latitude) && m_longitude.isOf(columns.longitude) &&
           m_postcode.isOf(columns.postcode) && m_country.isOf(columns.country) && m_located.end() == columns.end;
}

/// Everybody's position, by profile; and the middles.
std::vector<std::pair<ProfileNumber, Position>> Places::findPositions(const Columns& columns)
{
    struct Sum {
        double latitude = 0;
        double longitude = 0;
        std::int64_t count = 0;
    };
    const auto postcodeOf = [&columns](ProfileNumber profile) {
        return static_cast<std::uint64_t>(columns.country->code(profile)) << 32 | columns.postcode->code(profile);
    };
    const auto nameOf = [&columns](std::uint64_t codes) {
        return keyOf(textOf(columns.country->atoms(static_cast<std::uint32_t>(codes >> 32))),
                     textOf(columns.postcode->atoms(static_cast<std::uint32_t>(codes))));
    };
    std::vector<std::pair<ProfileNumber, Position>> positions;
    std::vector<ProfileNumber> others;
    std::unordered_map<std::uint64_t, Sum> sums;
    for (ProfileNumber profile = 1; profile < columns.end; ++profile) {
        const auto latitude = numberOf(columns.latitude->atoms(columns.latitude->code(profile)), 90);
        const auto longitude = numberOf(columns.longitude->atoms(columns.longitude->code(profile)), 180);
        if (!latitude || !longitude) {
            others.push_back(profile);
            continue;
        }
        positions.emplace_back(profile, Position{*latitude, *longitude});
        if (columns.postcode->code(profile) != 0) {
            Sum& sum = sums[postcodeOf(profile)];
            sum.latitude += *latitude;
            sum.longitude += *longitude;
            ++sum.count;
        }
    }
    std::unordered_map<std::string, Sum> byName;
    for (const auto& [codes, sum] : sums) {
        Sum& all = byName[nameOf(codes)];
        all.latitude += sum.latitude;
        all.longitude += sum.longitude;
        all.count += sum.count;
    }
    for (const auto& [name, sum] : byName) {
        const auto count = static_cast<double>(sum.count);
        m_middles[name] = {sum.latitude / count, sum.longitude / count};
    }
    // Names are made once for each pair of codes, not for each person.
    std::unordered_map<std::uint64_t, std::optional<Position>> middleOf;
    for (const ProfileNumber profile : others) {
        if (m_middles.empty() || columns.postcode->code(profile) == 0) {
            continue;
        }
        const auto [known, isNew] = middleOf.try_emplace(postcodeOf(profile));
        if (isNew) {
            if (const auto found = m_middles.find(nameOf(known->first)); found != m_middles.end()) {
                known->second = found->second;
            }
        }
        if (known->second) {
            positions.emplace_back(profile, *known->second);
        }
    }
    std::sort(positions.begin(), positions.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return positions;
}

void Places::sortIntoCells(const std::vector<std::pair<ProfileNumber, Position>>& positions)
{
    m_cellBegins.assign(static_cast<std::size_t>(cells) + 1, 0);
    for (const auto& [profile, position] : positions) {
        m_located.add(profile);
        ++m_cellBegins[static_cast<std::size_t>(cellOf(position)) + 1];
    }
    for (std::size_t cell = 0; cell < static_cast<std::size_t>(cells); ++cell) {
        m_cellBegins[cell + 1] += m_cellBegins[cell];
    }
    m_inCells.resize(positions.size());
    m_positions.resize(positions.size());
    std::vector<std::uint32_t> next(m_cellBegins.begin(), m_cellBegins.end() - 1);
    for (const auto& [profile, position] : positions) {
        const std::uint32_t place = next[static_cast<std::size_t>(cellOf(position))]++;
        m_inCells[place] = profile;
        m_positions[place] = position;
    }
}

std::shared_ptr<const Places> PlacesKeeper::load(const Places::Columns& columns)
{
    const std::lock_guard lock(m_mutex);
    if (!m_last || !m_last->isOf(columns)) {
        m_last = std::make_shared<const Places>(columns);
    }
    return m_last;
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
    if (const ApartSource* apart = materials.sources().apart) {
        // Everybody tells where a postcode is; who was where is asked of one person at a time.
        auto whole = make(apart->whole);
        if (!whole) {
            return whole;
        }
        geography.m_present = whole->m_present;
        return geography;
    }
    PlacesKeeper own;
    PlacesKeeper* const kept = materials.sources().places;
    geography.m_present =
        (kept != nullptr ? *kept : own)
            .load({geography.m_latitude->present(), geography.m_longitude->present(), geography.m_postcode->present(),
                   geography.m_country->present(), materials.people().end});
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

std::optional<Position> Geography::find(ProfileNumber profile, std::int64_t at) const
{
    const auto latitude = numberOf(m_latitude->contentAt(profile, at).atoms, 90);
    const auto longitude = numberOf(m_longitude->contentAt(profile, at).atoms, 180);
    if (latitude && longitude) {
        return Position{*latitude, *longitude};
    }
    const std::uint32_t postcode = m_postcode->codeAt(profile, at);
    const auto& middles = m_present->middles();
    if (postcode == 0 || middles.empty()) {
        return std::nullopt;
    }
    const auto found = middles.find(
        keyOf(textOf(m_country->contentAt(profile, at).atoms), textOf(m_postcode->content(postcode).atoms)));
    return found == middles.end() ? std::nullopt : std::optional(found->second);
}

Result<Position> Geography::locate(std::string_view postcode, std::string_view country) const
{
    if (!country.empty()) {
        if (const auto found = m_present->middles().find(keyOf(country, postcode));
            found != m_present->middles().end()) {
            return found->second;
        }
    } else {
        const std::string ending = ' ' + comparablePostcode(postcode);
        std::optional<Position> found;
        std::set<std::string> countries;
        for (const auto& [key, position] : m_present->middles()) {
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
