// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/tally.h"

#include "segments/profile_bitmap.h"

#include <algorithm>

namespace shopbell::segments {

namespace {

constexpr std::int64_t fewBits = 8;
/// Together, for each profile they have room for.
constexpr std::size_t mostIdleBytes = 40;

template <class T>
std::size_t bytesOf(const std::vector<T>& array)
{
    return array.capacity() * sizeof(T);
}

template <class T>
void clearTouched(std::vector<T>& array, const std::vector<std::uint64_t>& touched)
{
    for (std::size_t i = 0; !array.empty() && i < touched.size(); ++i) {
        if (touched[i] == 0) {
            continue;
        }
        T* const its = array.data() + i * 64;
        if (countBits(touched[i]) > fewBits) {
            std::fill_n(its, 64, T{0});
            continue;
        }
        // Where few are touched, clearing their neighbours too would be most of the work.
        for (std::uint64_t left = touched[i]; left != 0; left &= left - 1) {
            its[std::countr_zero(left)] = T{0};
        }
    }
}

}  // namespace

void Tally::clear()
{
    if (fewEverywhere) {
        std::fill(few.begin(), few.end(), std::uint8_t{0});
        fewEverywhere = false;
    } else {
        clearTouched(few, touched);
    }
    clearTouched(counts, touched);
    clearTouched(sums, touched);
    clearTouched(least, touched);
    clearTouched(most, touched);
    std::fill(touched.begin(), touched.end(), std::uint64_t{0});
}

std::size_t Tally::bytes() const
{
    return bytesOf(touched) + bytesOf(few) + bytesOf(counts) + bytesOf(sums) + bytesOf(least) + bytesOf(most);
}

void TallyPool::Return::operator()(Tally* tally) const
{
    std::unique_ptr<Tally> owned(tally);
    owned->clear();
    const std::size_t most = owned->touched.size() * 64 * mostIdleBytes;
    const std::lock_guard lock(pool->m_mutex);
    auto& idle = pool->m_idle;
    idle.push_back(std::move(owned));
    std::size_t together = 0;
    auto kept = idle.end();
    while (kept != idle.begin() && together + (*std::prev(kept))->bytes() <= most) {
        --kept;
        together += (*kept)->bytes();
    }
    idle.erase(idle.begin(), kept);
}

TallyPool::Lease TallyPool::lend(ProfileNumber end, const Needs& needs)
{
    const std::size_t words = (static_cast<std::size_t>(end) + 63) / 64;
    {
        const std::lock_guard lock(m_mutex);
        // People became more: what is too small by now never fits again.
        std::erase_if(m_idle, [&](const auto& idle) { return idle->touched.size() < words; });
        auto smallest = m_idle.end();
        for (auto idle = m_idle.begin(); idle != m_idle.end(); ++idle) {
            const Tally& its = **idle;
            const bool serves = needs.few <= !its.few.empty() && needs.counts <= !its.counts.empty() &&
                                needs.sums <= !its.sums.empty() && needs.extremes <= !its.least.empty();
            if (serves && (smallest == m_idle.end() || its.bytes() < (*smallest)->bytes())) {
                smallest = idle;
            }
        }
        if (smallest != m_idle.end()) {
            Lease lease{smallest->release(), Return{this}};
            m_idle.erase(smallest);
            return lease;
        }
    }
    auto tally = std::make_unique<Tally>();
    // A little more, so that not every few newcomers make it too small.
    tally->touched.resize(words + words / 16);
    const std::size_t profiles = tally->touched.size() * 64;
    tally->few.resize(needs.few ? profiles : 0);
    tally->counts.resize(needs.counts ? profiles : 0);
    tally->sums.resize(needs.sums ? profiles : 0);
    tally->least.resize(needs.extremes ? profiles : 0);
    tally->most.resize(needs.extremes ? profiles : 0);
    return {tally.release(), Return{this}};
}

}  // namespace shopbell::segments
