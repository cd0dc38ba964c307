// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/conditions/judges.h"

#include "base/text.h"

#include <bit>
#include <charconv>
#include <iterator>

namespace shopbell::segments {

namespace {

std::string contentWords(const PropertyReader::Content& content)
{
    if (!content.isSet) {
        return "not known";
    }
    std::string words;
    for (const PropertyAtom& atom : content.atoms) {
        words += words.empty() ? "" : ", ";
        words += cutUtf8(atom.text, 80);
    }
    return words.empty() ? "empty" : words;
}

/// A test on a profile's property. Made once per distinct content, then looked up by profile.
class PropertyJudge final : public Judge {
public:
    static MadeJudge make(const PropertyCondition& condition, const std::shared_ptr<Materials>& materials)
    {
        auto test = CompiledTest::make(condition.test, materials->sources().zone);
        if (!test) {
            return fail(test.error());
        }
        auto reader = materials->property(condition.test.property);
        if (!reader) {
            return fail(reader.error());
        }
        return std::unique_ptr<Judge>(new PropertyJudge(std::move(*test), std::move(*reader), materials));
    }

    Result<void> ready(std::int64_t at) override { return m_reader->ready(*m_materials, at); }

    Judgement judge(ProfileNumber profile, std::int64_t at) const override
    {
        const std::uint32_t code = m_reader->codeAt(profile, at);
        const auto content = m_reader->content(code);
        return {m_test.judge(content.isSet, content.isList, content.atoms, at), m_test.nextChange(content.atoms, at)};
    }

    void explain(ProfileNumber profile, std::int64_t at, Explanation& explanation) const override
    {
        const auto content = m_reader->contentAt(profile, at);
        explanation.because = m_test.test().property + " is " + contentWords(content);
        explanation.facts.push_back(
            content.isSet ? makeFact(VerdictFact::Kind::Value, m_test.test().property, contentWords(content))
                          : makeFact(VerdictFact::Kind::NotKnown, m_test.test().property));
    }

    Result<void> plan(std::int64_t at, TallyPool&) override
    {
        const std::uint32_t codes = m_reader->codeCount();
        m_truths.resize(codes);
        for (std::uint32_t code = 0; code < codes; ++code) {
            const auto content = m_reader->content(code);
            m_truths[code] = m_test.judge(content.isSet, content.isList, content.atoms, at);
        }
        m_changed = m_reader->changedAfter(at);
        return {};
    }

    void fill(const Chunk& chunk, std::int64_t at, const std::uint64_t* care, std::uint64_t* yes,
              std::uint64_t* unset) const override
    {
        const auto codes = m_reader->column().codes();
        for (std::size_t word = 0; word < chunk.count; ++word) {
            if (care[word] == 0) {
                continue;
            }
            const std::size_t base = (chunk.first + word) * 64;
            std::uint64_t yesBits = 0;
            std::uint64_t unsetBits = 0;
            const std::size_t known = codes.size() > base ? std::min<std::size_t>(64, codes.size() - base) : 0;
            for (std::size_t bit = 0; bit < known; ++bit) {
                const auto truth = static_cast<std::uint64_t>(m_truths[codes[base + bit]]);
                yesBits |= (truth & 1) << bit;
                unsetBits |= (truth >> 1) << bit;
            }
            if (known < 64) {
                const std::uint64_t rest = ~std::uint64_t{0} << known;
                yesBits |= m_truths[0] == Truth::Yes ? rest : 0;
                unsetBits |= m_truths[0] == Truth::Unset ? rest : 0;
            }
            yes[word] = yesBits;
            unset[word] = unsetBits;
        }
        // Those who were different then.
        const ProfileNumber begin = chunk.begin();
        const auto end = static_cast<std::uint64_t>(begin) + chunk.count * 64;
        for (auto changed = std::lower_bound(m_changed.begin(), m_changed.end(), begin);
             changed != m_changed.end() && *changed < end; ++changed) {
            const std::size_t word = (*changed - begin) >> 6;
            const std::uint64_t bit = std::uint64_t{1} << (*changed & 63);
            const Truth truth = m_truths[m_reader->codeAt(*changed, at)];
            yes[word] = truth == Truth::Yes ? yes[word] | bit : yes[word] & ~bit;
            unset[word] = truth == Truth::Unset ? unset[word] | bit : unset[word] & ~bit;
        }
    }
    void markMovers(std::int64_t now, std::int64_t until, ProfileBitmap& movers) const override
    {
        if (!m_test.isRelative()) {
            return;
        }
        std::vector<std::uint8_t> moves(m_reader->codeCount());
        for (std::uint32_t code = 1; code < moves.size(); ++code) {
            moves[code] = m_test.nextChange(m_reader->content(code).atoms, now) <= until ? 1 : 0;
        }
        const auto codes = m_reader->column().codes();
        for (ProfileNumber profile = 0; profile < codes.size() && profile < movers.end(); ++profile) {
            if (moves[codes[profile]] != 0) {
                movers.add(profile);
            }
        }
        // What was different then is looked at one by one.
        for (const ProfileNumber profile : m_reader->changedAfter(now)) {
            if (profile < movers.end()) {
                movers.add(profile);
            }
        }
    }
    bool mayBeUnset() const override
    {
        return m_test.test().kind != PropertyTest::Kind::Presence && !m_test.test().includeUnset;
    }
    double cost() const override { return 3; }

private:
    PropertyJudge(CompiledTest test, std::shared_ptr<PropertyReader> reader, std::shared_ptr<Materials> materials)
        : m_test(std::move(test)), m_reader(std::move(reader)), m_materials(std::move(materials))
    {
    }

    const CompiledTest m_test;
    const std::shared_ptr<PropertyReader> m_reader;
    const std::shared_ptr<Materials> m_materials;
    std::vector<Truth> m_truths;
    std::vector<ProfileNumber> m_changed;
};

/// A field of predictions; everybody's is unset while there is no source.
class PredictionJudge final : public Judge {
public:
    static MadeJudge make(const PredictionCondition& condition, const std::shared_ptr<Materials>& materials)
    {
        auto test = CompiledTest::make(condition.test, materials->sources().zone);
        if (!test) {
            return fail(test.error());
        }
        return std::unique_ptr<Judge>(new PredictionJudge(std::move(*test), materials));
    }

    Judgement judge(ProfileNumber profile, std::int64_t at) const override
    {
        const auto atom = find(profile, at);
        const std::span<const PropertyAtom> atoms = atom ? std::span(&*atom, 1) : std::span<const PropertyAtom>();
        return {m_test.judge(atom.has_value(), false, atoms, at), m_test.nextChange(atoms, at)};
    }
    void explain(ProfileNumber profile, std::int64_t at, Explanation& explanation) const override
    {
        const auto atom = find(profile, at);
        explanation.because = m_test.test().property + " is " + (atom ? std::string(atom->text) : "not known");
        explanation.facts.push_back(
            atom ? makeFact(VerdictFact::Kind::Value, m_test.test().property, std::string(atom->text))
                 : makeFact(VerdictFact::Kind::NotKnown, m_test.test().property));
    }
    void markMovers(std::int64_t now, std::int64_t until, ProfileBitmap& movers) const override
    {
        if (m_test.isRelative() && m_source != nullptr) {
            Judge::markMovers(now, until, movers);
        }
    }
    bool mayBeUnset() const override
    {
        return m_test.test().kind != PropertyTest::Kind::Presence && !m_test.test().includeUnset;
    }

private:
    PredictionJudge(CompiledTest test, const std::shared_ptr<Materials>& materials)
        : m_test(std::move(test)), m_source(materials->sources().predictions), m_materials(materials)
    {
    }
    std::optional<PropertyAtom> find(ProfileNumber profile, std::int64_t at) const
    {
        return m_source != nullptr ? m_source->find(m_materials->ownNumber(profile), m_test.test().property, {at})
                                   : std::nullopt;
    }

    const CompiledTest m_test;
    const PredictionSource* const m_source;
    const std::shared_ptr<Materials> m_materials;
};

/// A share of people by hash: the same people every time, others with another salt.
class SampleJudge final : public Judge {
public:
    SampleJudge(const SampleCondition& condition, std::shared_ptr<Materials> materials)
        : m_materials(std::move(materials)), m_seed(stableHash(condition.salt))
    {
        constexpr std::int64_t everybody = 100'000'000;
        const auto share = static_cast<long double>(condition.percent.micros) / everybody;
        m_all = condition.percent.micros >= everybody;
        m_bound = m_all ? 0 : static_cast<std::uint64_t>(share * 18446744073709551616.0L);
    }
    Judgement judge(ProfileNumber profile, std::int64_t) const override { return {toTruth(isIn(profile)), never}; }
    void explain(ProfileNumber, std::int64_t, Explanation& explanation) const override
    {
        explanation.because = "decided by a hash of the profile's number";
        explanation.facts.push_back(makeFact(VerdictFact::Kind::Chance, {}));
    }
    void markMovers(std::int64_t, std::int64_t, ProfileBitmap&) const override {}
    double cost() const override { return 5; }
    void fill(const Chunk& chunk, std::int64_t, const std::uint64_t* care, std::uint64_t* yes,
              std::uint64_t*) const override
    {
        for (std::size_t word = 0; word < chunk.count; ++word) {
            std::uint64_t found = 0;
            for (std::uint64_t left = care[word]; left != 0; left &= left - 1) {
                const int bit = std::countr_zero(left);
                const auto profile = static_cast<ProfileNumber>((chunk.first + word) * 64) + static_cast<unsigned>(bit);
                found |= static_cast<std::uint64_t>(isIn(profile)) << bit;
            }
            yes[word] = found;
        }
    }

private:
    bool isIn(ProfileNumber profile) const
    {
        char digits[10];
        const char* const end =
            std::to_chars(std::begin(digits), std::end(digits), m_materials->ownNumber(profile)).ptr;
        return m_all || stableHash({digits, static_cast<std::size_t>(end - digits)}, m_seed) < m_bound;
    }
    const std::shared_ptr<Materials> m_materials;
    std::uint64_t m_seed;
    std::uint64_t m_bound = 0;
    bool m_all = false;
};

}  // namespace

MadeJudge makeJudge(const PropertyCondition& condition, const std::shared_ptr<Materials>& materials)
{
    return PropertyJudge::make(condition, materials);
}

MadeJudge makeJudge(const PredictionCondition& condition, const std::shared_ptr<Materials>& materials)
{
    return PredictionJudge::make(condition, materials);
}

MadeJudge makeJudge(const SampleCondition& condition, const std::shared_ptr<Materials>& materials)
{
    return std::unique_ptr<Judge>(std::make_unique<SampleJudge>(condition, materials));
}

}  // namespace shopbell::segments
