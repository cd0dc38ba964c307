// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "segments/conditions/judges.h"
#include "segments/countries.h"
#include "segments/geography.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace shopbell::segments {

namespace {

using Area = LocationCondition::Area;

std::string_view propertyOf(Area area)
{
    switch (area) {
    case Area::Region: return "region";
    case Area::City: return "city";
    case Area::Postcode: return "postcode";
    default: return "country";
    }
}

std::string comparable(Area area, std::string_view text)
{
    switch (area) {
    case Area::Region:
    case Area::City: return comparablePlace(text);
    case Area::Postcode: return comparablePostcode(text);
    default: return comparableCountry(text);
    }
}

/// Country, region, city, postcode, European Union: decided once per distinct text.
class NamedPlaceJudge final : public Judge {
public:
    NamedPlaceJudge(const LocationCondition& condition, std::shared_ptr<Materials> materials,
                    std::shared_ptr<PropertyReader> reader)
        : m_condition(condition), m_materials(std::move(materials)), m_reader(std::move(reader))
    {
        for (std::string& value : m_condition.values) {
            value = comparable(condition.area, value);
        }
        std::sort(m_condition.values.begin(), m_condition.values.end());
    }

    Result<void> ready(std::int64_t at) override
    {
        if (auto done = m_reader->ready(*m_materials, at); !done) {
            return done;
        }
        const auto known = static_cast<std::uint32_t>(m_truths.size());
        m_truths.resize(m_reader->codeCount());
        for (std::uint32_t code = known; code < m_reader->codeCount(); ++code) {
            m_truths[code] = decide(m_reader->content(code));
        }
        m_changed = m_reader->changedAfter(at);
        return {};
    }

    Judgement judge(ProfileNumber profile, std::int64_t at) const override
    {
        return {m_truths[m_reader->codeAt(profile, at)], never};
    }
    void explain(ProfileNumber profile, std::int64_t at, Explanation& explanation) const override
    {
        const auto content = m_reader->contentAt(profile, at);
        explanation.because = std::string(propertyOf(m_condition.area)) + " is " +
                              (content.atoms.empty() ? "not known" : std::string(content.atoms.front().text));
        const std::string property(propertyOf(m_condition.area));
        explanation.facts.push_back(content.atoms.empty() ? makeFact(VerdictFact::Kind::NotKnown, property)
                                                          : makeFact(VerdictFact::Kind::Value, property,
                                                                     std::string(content.atoms.front().text)));
    }
    void fill(const Chunk& chunk, std::int64_t at, const std::uint64_t* care, std::uint64_t* yes,
              std::uint64_t* unset) const override
    {
        for (std::size_t word = 0; word < chunk.count; ++word) {
            for (std::uint64_t left = care[word]; left != 0; left &= left - 1) {
                const int bit = std::countr_zero(left);
                const auto profile =
                    static_cast<ProfileNumber>((chunk.first + word) * 64 + static_cast<std::size_t>(bit));
                const std::uint32_t code =
                    m_changed.empty() ? m_reader->column().code(profile) : m_reader->codeAt(profile, at);
                const auto truth = static_cast<std::uint64_t>(m_truths[code]);
                yes[word] |= (truth & 1) << bit;
                unset[word] |= (truth >> 1) << bit;
            }
        }
    }
    bool mayBeUnset() const override { return !m_condition.includeUnset; }
    void markMovers(std::int64_t, std::int64_t, ProfileBitmap&) const override {}
    double cost() const override { return 3; }

private:
    Truth decide(const PropertyReader::Content& content) const
    {
        if (!content.isSet || content.atoms.empty()) {
            return m_condition.includeUnset ? Truth::Yes : Truth::Unset;
        }
        const bool inside = std::any_of(content.atoms.begin(), content.atoms.end(), [&](const PropertyAtom& atom) {
            const std::string text = comparable(m_condition.area, atom.text);
            return m_condition.area == Area::EuropeanUnion
                       ? isInEuropeanUnion(text)
                       : std::binary_search(m_condition.values.begin(), m_condition.values.end(), text);
        });
        return toTruth(inside == m_condition.inside);
    }

    LocationCondition m_condition;
    const std::shared_ptr<Materials> m_materials;
    const std::shared_ptr<PropertyReader> m_reader;
    std::vector<Truth> m_truths;
    std::vector<ProfileNumber> m_changed;
};

/// Within so far of a point.
class NearJudge final : public Judge {
public:
    NearJudge(const LocationCondition& condition, std::shared_ptr<Materials> materials, Geography geography,
              Position centre)
        : m_condition(condition), m_materials(std::move(materials)), m_geography(std::move(geography)), m_centre(centre)
    {
        constexpr double kmPerMile = 1.609344;
        m_km = condition.distance * (condition.miles ? kmPerMile : 1);
    }

    Result<void> ready(std::int64_t at) override { return m_geography.ready(*m_materials, at); }

    Judgement judge(ProfileNumber profile, std::int64_t at) const override
    {
        return {decide(m_geography.find(profile, at)), never};
    }

    void explain(ProfileNumber profile, std::int64_t at, Explanation& explanation) const override
    {
        const auto position = m_geography.find(profile, at);
        explanation.because = position
                                  ? formatNumber(std::round(distanceKm(*position, m_centre) * 10) / 10) + " km away"
                                  : "where they live is not known";
        VerdictFact fact;
        fact.kind = position ? VerdictFact::Kind::Distance : VerdictFact::Kind::PlaceNotKnown;
        if (position) {
            fact.amount = Decimal{std::llround(distanceKm(*position, m_centre) * 10) * 100'000};
        }
        explanation.facts.push_back(std::move(fact));
    }

    Result<void> plan(std::int64_t at, TallyPool&) override
    {
        m_yes = ProfileBitmap(m_materials->people().end);
        m_known = m_geography.present().located();
        // A degree of latitude is 111 km everywhere; one of longitude gets shorter towards the poles. Near a pole or
        // the date line the box is the whole way around.
        constexpr double kmPerDegree = 111.0;
        const double latitude = m_km / kmPerDegree;
        const double widest =
            std::min(90.0, std::max(std::abs(m_centre.latitude - latitude), std::abs(m_centre.latitude + latitude)));
        const double shrink = std::cos(widest * std::numbers::pi / 180);
        double longitude = shrink > 0.01 ? latitude / shrink : 360;
        if (m_centre.longitude - longitude < -180 || m_centre.longitude + longitude > 180) {
            longitude = 360;
        }
        m_geography.present().forEachIn({m_centre.latitude - latitude, m_centre.longitude - longitude},
                                        {m_centre.latitude + latitude, m_centre.longitude + longitude},
                                        [&](ProfileNumber profile, const Position& position) {
                                            if (std::abs(position.latitude - m_centre.latitude) <= latitude &&
                                                std::abs(position.longitude - m_centre.longitude) <= longitude &&
                                                distanceKm(position, m_centre) <= m_km) {
                                                m_yes.add(profile);
                                            }
                                        });
        for (const ProfileNumber profile : m_geography.changedAfter(at)) {
            if (profile >= m_yes.end()) {
                continue;
            }
            const auto position = m_geography.find(profile, at);
            m_known.remove(profile);
            m_yes.remove(profile);
            if (position) {
                m_known.add(profile);
                if (distanceKm(*position, m_centre) <= m_km) {
                    m_yes.add(profile);
                }
            }
        }
        return {};
    }

    void fill(const Chunk& chunk, std::int64_t, const std::uint64_t*, std::uint64_t* yes,
              std::uint64_t* unset) const override
    {
        for (std::size_t word = 0; word < chunk.count; ++word) {
            const std::uint64_t known = m_known.words()[chunk.first + word];
            const std::uint64_t inside = m_yes.words()[chunk.first + word];
            yes[word] = m_condition.inside ? inside : known & ~inside;
            (m_condition.includeUnset ? yes[word] : unset[word]) |= ~known;
        }
    }
    bool mayBeUnset() const override { return !m_condition.includeUnset; }
    void markMovers(std::int64_t, std::int64_t, ProfileBitmap&) const override {}
    double cost() const override { return 1; }

private:
    Truth decide(const std::optional<Position>& position) const
    {
        if (!position) {
            return m_condition.includeUnset ? Truth::Yes : Truth::Unset;
        }
        return toTruth((distanceKm(*position, m_centre) <= m_km) == m_condition.inside);
    }

    const LocationCondition m_condition;
    const std::shared_ptr<Materials> m_materials;
    Geography m_geography;
    Position m_centre;
    double m_km = 0;
    ProfileBitmap m_yes;
    ProfileBitmap m_known;
};

}  // namespace

MadeJudge makeJudge(const LocationCondition& condition, const std::shared_ptr<Materials>& materials)
{
    if (condition.area != Area::Near) {
        auto reader = materials->property(propertyOf(condition.area));
        if (!reader) {
            return fail(reader.error());
        }
        return std::unique_ptr<Judge>(std::make_unique<NamedPlaceJudge>(condition, materials, std::move(*reader)));
    }
    auto geography = Geography::make(*materials);
    if (!geography) {
        return fail(geography.error());
    }
    Position centre{condition.latitude.value_or(0), condition.longitude.value_or(0)};
    if (!condition.postcode.empty()) {
        auto located = geography->locate(condition.postcode, condition.country);
        if (!located) {
            return fail(located.error());
        }
        centre = *located;
    }
    return std::unique_ptr<Judge>(std::make_unique<NearJudge>(condition, materials, std::move(*geography), centre));
}

}  // namespace shopbell::segments
