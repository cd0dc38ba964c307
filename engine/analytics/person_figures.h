// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "history/history_view.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace shopbell {

/// What one person bought so far.
struct PersonFigures {
    std::int64_t orders = 0;
    Decimal spent;  ///< orders less refunds
    std::optional<Instant> firstOrder;
    std::optional<Instant> lastOrder;
};

enum class PersonFigure { Orders, Spent, LastOrder };

/// Answers for many people from the same columns: make one per question. One thread.
class PersonFigureReader {
public:
    [[nodiscard]] static Result<PersonFigureReader> make(const HistoryView& history);
    [[nodiscard]] PersonFigures read(ProfileId profile) const;
    /// By profile number: a count, micros, or milliseconds; 0 where there is nothing.
    [[nodiscard]] std::vector<std::int64_t> column(PersonFigure figure, ProfileNumber end) const;

private:
    std::shared_ptr<const MetricColumns> m_orders;  ///< null: the shop has none
    std::shared_ptr<const MetricColumns> m_refunds;
};

/// The last column that was asked for: people are sorted by it page after page. Any thread.
class PersonFigureColumns {
public:
    [[nodiscard]] Result<std::shared_ptr<const std::vector<std::int64_t>>>
    column(const std::shared_ptr<const HistoryView>& history, PersonFigure figure);

private:
    std::mutex m_mutex;
    std::weak_ptr<const HistoryView> m_history;
    PersonFigure m_figure = PersonFigure::Orders;
    std::shared_ptr<const std::vector<std::int64_t>> m_column;
};

}  // namespace shopbell
