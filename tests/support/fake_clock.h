// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <atomic>

namespace shopbell::test {

/// Stands still until told otherwise. Starts at 2026-01-01T00:00:00Z unless told. Any thread.
class FakeClock final : public Clock {
public:
    explicit FakeClock(Instant start = {1'767'225'600'000}) : m_ms(start.ms) {}

    [[nodiscard]] Instant now() const override { return {m_ms.load()}; }
    void set(Instant at) { m_ms.store(at.ms); }
    void advance(Duration by) { m_ms.fetch_add(by.count()); }

private:
    std::atomic<std::int64_t> m_ms;
};

}  // namespace shopbell::test
