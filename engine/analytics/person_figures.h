// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "history/history_view.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace shopbell {

/// What one person bought so far.
struct PersonFigures {
    std::int64_t orders = 0;
    Decimal spent;  ///< orders less refunds
    std::optional<Instant> firstOrder;
    std::optional<Instant> lastOrder;
};

enum class PersonFigure { Orders, Spent, LastOrder };

/// Answers for many people from the same columns: make one per question.
class PersonFigureReader {
public:
    [[nodiscard]] static Result<PersonFigureReader> make(const HistoryView& history);
    [[nodiscard]] PersonFigures read(ProfileId profile) const;
    /// A count, micros, or milliseconds; 0 where there is nothing.
    [[nodiscard]] std::int64_t figure(PersonFigure figure, ProfileId profile) const;

private:
    std::shared_ptr<const MetricColumns> m_orders;  ///< null: the shop has none
    std::shared_ptr<const MetricColumns> m_refunds;
};

}  // namespace shopbell
