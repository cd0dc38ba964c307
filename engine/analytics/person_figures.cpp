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

std::int64_t PersonFigureReader::figure(PersonFigure figure, ProfileId profile) const
{
    const PersonFigures figures = read(profile);
    switch (figure) {
    case PersonFigure::Orders: return figures.orders;
    case PersonFigure::Spent: return figures.spent.micros;
    case PersonFigure::LastOrder: break;
    }
    return figures.lastOrder ? figures.lastOrder->ms : 0;
}

}  // namespace shopbell
