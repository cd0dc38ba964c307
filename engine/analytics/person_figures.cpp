// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/person_figures.h"

#include "model/metric.h"

namespace shopbell {

Result<PersonFigureReader> PersonFigureReader::make(const HistoryView& history)
{
    PersonFigureReader reader;
    for (const auto& [name, into] :
         {std::pair{metrics::placedOrder, &reader.m_orders}, std::pair{metrics::refundedOrder, &reader.m_refunds}}) {
        if (const auto metric = history.findMetric(name)) {
            auto columns = history.metric(*metric);
            if (!columns) {
                return fail(columns.error());
            }
            *into = std::move(*columns);
        }
    }
    return reader;
}

PersonFigures PersonFigureReader::read(ProfileId profile) const
{
    PersonFigures figures;
    const auto number = static_cast<ProfileNumber>(profile.value);
    if (m_orders) {
        m_orders->forEachOf(number, [&](const EventPlace& order) {
            ++figures.orders;
            figures.spent.micros += order.value == noValue ? 0 : order.value;
            figures.firstOrder = figures.firstOrder.value_or(order.at);
            figures.lastOrder = order.at;
        });
    }
    if (m_refunds) {
        m_refunds->forEachOf(number, [&](const EventPlace& refund) {
            figures.spent.micros -= refund.value == noValue ? 0 : refund.value;
        });
    }
    return figures;
}

std::vector<std::int64_t> PersonFigureReader::column(PersonFigure figure, ProfileNumber end) const
{
    std::vector<std::int64_t> column(end, 0);
    for (ProfileNumber number = 1; number < end; ++number) {
        const PersonFigures figures = read(ProfileId{number});
        switch (figure) {
        case PersonFigure::Orders: column[number] = figures.orders; break;
        case PersonFigure::Spent: column[number] = figures.spent.micros; break;
        case PersonFigure::LastOrder: column[number] = figures.lastOrder ? figures.lastOrder->ms : 0; break;
        }
    }
    return column;
}

Result<std::shared_ptr<const std::vector<std::int64_t>>>
PersonFigureColumns::column(const std::shared_ptr<const HistoryView>& history, PersonFigure figure)
{
    const std::lock_guard lock(m_mutex);
    if (!m_column || m_figure != figure || m_history.lock() != history) {
        auto reader = PersonFigureReader::make(*history);
        if (!reader) {
            return fail(reader.error());
        }
        m_column = std::make_shared<const std::vector<std::int64_t>>(reader->column(figure, history->profileEnd()));
        m_figure = figure;
        m_history = history;
    }
    return m_column;
}

}  // namespace shopbell
