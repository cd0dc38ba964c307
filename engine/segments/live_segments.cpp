// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/live_segments.h"

#include "model/metric.h"
#include "segments/live_segments_state.h"
#include "segments/mentioned_metrics.h"

#include <algorithm>
#include <bit>

namespace shopbell::segments {

namespace {

/// With so many events beside the view, a new view is taken.
constexpr std::size_t mostFresh = 4'000;

ProfileBitmap widened(const ProfileBitmap& bits, ProfileNumber end)
{
    ProfileBitmap wider(end);
    std::copy(bits.words().begin(), bits.words().end(), wider.words().begin());
    return wider;
}

/// For the length of a call.
struct QuietMark {
    QuietMark(const ProfileBitmap*& place, const ProfileBitmap* quiet) : m_place(place) { m_place = quiet; }
    ~QuietMark() { m_place = nullptr; }
    QuietMark(const QuietMark&) = delete;
    QuietMark& operator=(const QuietMark&) = delete;

private:
    const ProfileBitmap*& m_place;
};

/// Members as they are known after merges and erasures: who was merged is in what either was in, who is gone in none.
void settleKnown(ProfileBitmap& members, const People& people, const HistoryView& history)
{
    std::vector<ProfileNumber> heirs;
    for (std::size_t word = 0; word < members.words().size(); ++word) {
        const std::uint64_t living = word < people.living.size() ? people.living[word] : 0;
        for (std::uint64_t gone = members.words()[word] & ~living; gone != 0; gone &= gone - 1) {
            const auto profile =
                static_cast<ProfileNumber>(word * 64 + static_cast<std::size_t>(std::countr_zero(gone)));
            const ProfileId heir = history.resolve({profile});
            if (heir.value != profile && heir.value > 0 && heir.value < people.end) {
                heirs.push_back(static_cast<ProfileNumber>(heir.value));
            }
        }
        members.words()[word] &= living;
    }
    for (const ProfileNumber heir : heirs) {
        if (((people.living[heir >> 6] >> (heir & 63)) & 1) != 0) {
            if (heir >= members.end()) {
                members = widened(members, heir + 1);
            }
            members.add(heir);
        }
    }
}

}  // namespace

Result<void> LiveSegments::State::loadDefinitions()
{
    auto stored = listSegments(*sources.db);
    if (!stored) {
        return fail(stored.error());
    }
    Definitions definitions;
    std::map<SegmentId, std::string> questions;
    for (Live& one : live) {
        questions.emplace(one.stored.id, std::move(one.question));
    }
    for (const StoredSegment& segment : *stored) {
        if (auto parsed = parseDefinition(segment.definition)) {
            definitions.emplace(segment.id.value, std::move(*parsed));
        }
    }
    live.clear();
    byMetric.clear();
    for (StoredSegment& segment : *stored) {
        Live one;
        if (const auto definition = definitions.find(segment.id.value); definition != definitions.end()) {
            one.mentioned = mentionedMetrics(definition->second, definitions);
            one.question = spellOut(definition->second, definitions);
        }
        const auto before = questions.find(segment.id);
        one.asksAnew = before != questions.end() && before->second != one.question;
        one.stored = std::move(segment);
        const auto place = static_cast<std::uint32_t>(live.size());
        for (const std::string& metric : one.mentioned) {
            byMetric[metric].push_back(place);
        }
        live.push_back(std::move(one));
    }
    return {};
}

Result<void> LiveSegments::State::makePrograms(const std::shared_ptr<const HistoryView>& view)
{
    newest = view;
    sources.history = view;
    sources.fresh = &fresh;
    fresh.clear();
    // Let go of the columns first: what nobody holds is mended in place.
    for (Live& one : live) {
        one.program.reset();
    }
    for (Live& one : live) {
        auto parsed = parseDefinition(one.stored.definition);
        if (!parsed) {
            continue;
        }
        auto program = Program::make(sources, *parsed);
        if (!program) {
            const ErrorKind kind = program.error().kind;
            if (kind == ErrorKind::NotFound || kind == ErrorKind::InvalidInput) {
                continue;
            }
            return fail(program.error());
        }
        one.program = std::move(*program);
        one.takesFresh = one.program->takesFresh();
    }
    return {};
}

Result<void> LiveSegments::State::evaluate(Live& one, Instant now, const ProfileBitmap* known, const OnMove& onMove)
{
    if (!one.program) {
        one.members = known != nullptr ? *known : ProfileBitmap();
        return {};
    }
    if (auto ready = one.program->ready(now.ms); !ready) {
        return ready;
    }
    auto found = one.program->membersNow(now.ms);
    if (!found) {
        return fail(found.error());
    }
    if (known != nullptr) {
        ProfileBitmap before = *known;
        settleKnown(before, one.program->materials().people(), one.program->materials().history());
        const auto tellAll = [&](const ProfileBitmap& from, const ProfileBitmap& without, bool entered) {
            from.forEach([&](ProfileNumber profile) {
                if (!without.contains(profile)) {
                    tell(one, profile, entered, now.ms, onMove);
                }
            });
        };
        tellAll(before, *found, false);
        tellAll(*found, before, true);
    }
    one.members = std::move(*found);
    one.asksAnew = false;
    return {};
}

Result<void> LiveSegments::State::evaluateAll(Instant now, const Known& known, const OnMove& onMove)
{
    clock = now.ms;
    for (Live& one : live) {
        const auto before = known.find(one.stored.id);
        if (auto done = evaluate(one, now, before == known.end() ? nullptr : &before->second, onMove); !done) {
            return done;
        }
    }
    lookAhead(now.ms, onMove);
    return {};
}

void LiveSegments::State::judge(std::uint32_t segment, ProfileNumber profile, std::int64_t at, const OnMove& onMove)
{
    Live& one = live[segment];
    if (!one.program) {
        return;
    }
    const Judgement judgement = one.program->judge(profile, at);
    waiting.add(judgement.until, segment, profile);
    const bool isIn = judgement.truth == Truth::Yes;
    if (isIn == one.members.contains(profile)) {
        return;
    }
    if (profile >= one.members.end()) {
        one.members = widened(one.members, profile + 1);
    }
    isIn ? one.members.add(profile) : one.members.remove(profile);
    tell(one, profile, isIn, at, onMove);
}

LiveSegments::LiveSegments(std::unique_ptr<State> state) : m_state(std::move(state)) {}
LiveSegments::~LiveSegments() = default;

Result<std::unique_ptr<LiveSegments>> LiveSegments::start(const Sources& sources, Instant now, const Known& known,
                                                          const OnMove& onMove, const ProfileBitmap* quiet,
                                                          const Questions& asked)
{
    auto state = std::make_unique<State>();
    state->quiet = quiet;
    state->sources = sources;
    state->sources.cancel = CancelToken();
    auto done = state->loadDefinitions();
    for (State::Live& one : state->live) {
        const auto before = asked.find(one.stored.id);
        one.asksAnew = before != asked.end() && before->second != state->digest(one);
    }
    if (done) {
        done = state->makePrograms(sources.history);
    }
    if (done) {
        done = state->evaluateAll(now, known, onMove);
    }
    if (!done) {
        return fail(done.error());
    }
    state->quiet = nullptr;
    return std::unique_ptr<LiveSegments>(new LiveSegments(std::move(state)));
}

Result<void> LiveSegments::take(const LiveNews& news, Instant now, const OnMove& onMove)
{
    State& s = *m_state;
    const std::span<const LiveEvent> events = news.events;
    const auto& newest = news.newest;
    if (std::any_of(events.begin(), events.end(),
                    [](const LiveEvent& e) { return e.metric == metrics::mergedProfile; })) {
        return rebuild(newest, now, onMove, news.quiet);  // somebody is no more
    }
    if (auto done = s.passTime(now.ms, onMove); !done) {
        return done;
    }
    s.newest = newest;
    const QuietMark mark{s.quiet, news.quiet};
    const std::int64_t at = s.clock;
    // Does the view of then, with these events beside it, still do?
    bool newView = s.fresh.count() + events.size() > mostFresh || !news.changed.empty();
    for (const LiveEvent& event : events) {
        newView = newView || isFact(event.metric);
        if (newView || s.people() == nullptr) {
            continue;
        }
        const People& people = *s.people();
        newView = event.profile.value >= people.end ||
                  ((people.living[static_cast<std::size_t>(event.profile.value) >> 6] >> (event.profile.value & 63)) &
                   1) == 0;
        if (const auto concerned = s.byMetric.find(event.metric); concerned != s.byMetric.end()) {
            newView = newView || std::any_of(concerned->second.begin(), concerned->second.end(),
                                             [&](std::uint32_t i) { return !s.live[i].takesFresh; });
        }
    }
    if (newView) {
        if (auto made = s.makePrograms(newest); !made) {
            return made;
        }
        // What is ready for an instant is ready for all later ones.
        for (State::Live& one : s.live) {
            if (!one.program) {
                continue;
            }
            if (auto ready = one.program->ready(at); !ready) {
                return ready;
            }
        }
    }
    const auto judgeInAll = [&](ProfileId id) {
        const ProfileId living = newest->resolve(id);
        for (std::uint32_t i = 0; living.value > 0 && living.value <= maxProfileNumber && i < s.live.size(); ++i) {
            s.judge(i, static_cast<ProfileNumber>(living.value), at, onMove);
        }
    };
    for (const ProfileId profile : news.changed) {
        judgeInAll(profile);
    }
    for (const LiveEvent& event : events) {
        if (newView) {
            judgeInAll(event.profile);
            continue;
        }
        const auto concerned = s.byMetric.find(event.metric);
        if (concerned == s.byMetric.end() || event.profile.value <= 0 || event.profile.value > maxProfileNumber) {
            continue;
        }
        const auto profile = static_cast<ProfileNumber>(event.profile.value);
        s.fresh.add(event.metric, {profile, event.at.ms, event.value ? event.value->micros : noValue, event.row.value,
                                   std::string(event.properties)});
        for (const std::uint32_t i : concerned->second) {
            s.judge(i, profile, at, onMove);
        }
    }
    return {};
}

Result<void> LiveSegments::rebuild(const std::shared_ptr<const HistoryView>& newest, Instant now, const OnMove& onMove,
                                   const ProfileBitmap* quiet)
{
    State& s = *m_state;
    const Known before = known();
    const QuietMark mark{s.quiet, quiet};
    auto done = s.loadDefinitions();
    if (done) {
        done = s.makePrograms(newest);
    }
    if (done) {
        done = s.evaluateAll(std::max(now, Instant{s.clock}), before, onMove);
    }
    return done;
}

bool LiveSegments::concerns(std::string_view metric) const
{
    return isFact(metric) || m_state->byMetric.contains(metric);
}

bool LiveSegments::readsLedger() const
{
    return m_state->byMetric.contains(ledgerMark);
}

const ProfileBitmap* LiveSegments::findMembers(SegmentId segment) const
{
    for (const State::Live& one : m_state->live) {
        if (one.stored.id == segment && one.program) {
            return &one.members;
        }
    }
    return nullptr;
}

LiveSegments::Known LiveSegments::State::membersNow() const
{
    Known all;
    for (const Live& one : live) {
        all.emplace(one.stored.id, one.members);
    }
    return all;
}

LiveSegments::Known LiveSegments::known() const
{
    return m_state->membersNow();
}

LiveSegments::Questions LiveSegments::questions() const
{
    Questions all;
    for (const State::Live& one : m_state->live) {
        all.emplace(one.stored.id, m_state->digest(one));
    }
    return all;
}

}  // namespace shopbell::segments
