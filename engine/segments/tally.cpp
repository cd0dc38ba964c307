// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/tally.h"

#include <algorithm>

namespace shopbell::segments {

namespace {

constexpr std::size_t mostIdle = 12;
constexpr int fewBits = 8;

}  // namespace

void Tally::clear(std::size_t profile)
{
    for (auto* array : {&sums, &least, &most}) {
        if (!array->empty()) {
            (*array)[profile] = 0;
        }
    }
    if (!few.empty()) {
        few[profile] = 0;
    }
    if (!counts.empty()) {
        counts[profile] = 0;
    }
}

void Tally::clear()
{
    if (fewEverywhere) {
        std::fill(few.begin(), few.end(), std::uint8_t{0});
        fewEverywhere = false;
    }
    for (std::size_t i = 0; i < touched.size(); ++i) {
        if (touched[i] == 0) {
            continue;
        }
        if (std::popcount(touched[i]) <= fewBits) {
            // Where few are touched, clearing their neighbours too would be most of the work.
            for (std::uint64_t left = touched[i]; left != 0; left &= left - 1) {
                clear(i * 64 + static_cast<std::size_t>(std::countr_zero(left)));
            }
            touched[i] = 0;
            continue;
        }
        for (auto* array : {&sums, &least, &most}) {
            if (!array->empty()) {
                std::fill_n(array->begin() + static_cast<std::ptrdiff_t>(i * 64), 64, 0);
            }
        }
        if (!few.empty()) {
            std::fill_n(few.begin() + static_cast<std::ptrdiff_t>(i * 64), 64, std::uint8_t{0});
        }
        if (!counts.empty()) {
            std::fill_n(counts.begin() + static_cast<std::ptrdiff_t>(i * 64), 64, 0U);
        }
        touched[i] = 0;
    }
}

void TallyPool::Return::operator()(Tally* tally) const
{
    std::unique_ptr<Tally> owned(tally);
    owned->clear();
    const std::lock_guard lock(pool->m_mutex);
    if (pool->m_idle.size() < mostIdle) {
        pool->m_idle.push_back(std::move(owned));
    }
}

TallyPool::Lease TallyPool::lend(ProfileNumber end, const Needs& needs)
{
    const std::size_t words = (static_cast<std::size_t>(end) + 63) / 64;
    std::unique_ptr<Tally> tally;
    {
        const std::lock_guard lock(m_mutex);
        // One that has the arrays already; else any.
        auto found = std::find_if(m_idle.begin(), m_idle.end(), [&](const auto& idle) {
            return needs.few != idle->few.empty() && needs.sums != idle->sums.empty() &&
                   needs.counts != idle->counts.empty() && needs.extremes != idle->least.empty() &&
                   idle->touched.size() >= words;
        });
        if (found == m_idle.end() && !m_idle.empty()) {
            found = m_idle.end() - 1;
        }
        if (found != m_idle.end()) {
            tally = std::move(*found);
            m_idle.erase(found);
        }
    }
    if (!tally) {
        tally = std::make_unique<Tally>();
    }
    if (tally->touched.size() < words) {
        tally->touched.resize(words);
    }
    // Arrays follow the bits: clear() walks both.
    const std::size_t profiles = tally->touched.size() * 64;
    if (needs.few || !tally->few.empty()) {
        tally->few.resize(profiles);
    }
    if (needs.counts || !tally->counts.empty()) {
        tally->counts.resize(profiles);
    }
    if (needs.sums || !tally->sums.empty()) {
        tally->sums.resize(profiles);
    }
    if (needs.extremes || !tally->least.empty()) {
        tally->least.resize(profiles);
        tally->most.resize(profiles);
    }
    return {tally.release(), Return{this}};
}

}  // namespace shopbell::segments
