// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/card_grid.h"

#include "ui/theme/tokens.h"

#include <QEvent>
#include <QStyle>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int leastWidth = 232;
constexpr int mostColumns = 4;
constexpr int gap = space::m;

}  // namespace

CardGrid::CardGrid(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CardGrid::addCard(QWidget* card)
{
    card->setParent(this);
    card->show();
    m_cards.append({card, true});
    updateGeometry();
}

void CardGrid::setCardShown(QWidget* card, bool shown)
{
    for (auto& [each, isShown] : m_cards) {
        if (each == card && isShown != shown) {
            isShown = shown;
            card->setVisible(shown);
            updateGeometry();
            arrange(width(), true);
        }
    }
}

bool CardGrid::hasShown() const
{
    return std::ranges::any_of(m_cards, [](const auto& each) { return each.second; });
}

int CardGrid::arrange(int width, bool place) const
{
    const int columns = std::clamp((width + gap) / (leastWidth + gap), 1, mostColumns);
    const int cardWidth = (width - (columns - 1) * gap) / columns;
    const auto heightOf = [cardWidth](const QWidget* card) {
        return card->hasHeightForWidth() ? card->heightForWidth(cardWidth) : card->sizeHint().height();
    };
    QList<QWidget*> shown;
    for (const auto& [card, isShown] : m_cards) {
        if (isShown) {
            shown.append(card);
        }
    }
    int y = 0;
    for (qsizetype begin = 0; begin < shown.size(); begin += columns) {
        const qsizetype end = std::min<qsizetype>(begin + columns, shown.size());
        int tallest = 0;
        for (qsizetype i = begin; i < end; ++i) {
            tallest = std::max(tallest, heightOf(shown[i]));
        }
        for (qsizetype i = begin; place && i < end; ++i) {
            // By shares of the whole, so that the last card of a full row ends where the page does.
            const auto column = static_cast<int>(i - begin);
            const int x = column * (width + gap) / columns;
            const QRect at(x, y, (column + 1) * (width + gap) / columns - gap - x, tallest);
            shown[i]->setGeometry(QStyle::visualRect(layoutDirection(), rect(), at));
        }
        y += tallest + gap;
    }
    return std::max(0, y - gap);
}

QSize CardGrid::sizeHint() const
{
    const int width = 2 * leastWidth + gap;
    return {width, heightForWidth(width)};
}

QSize CardGrid::minimumSizeHint() const
{
    return {leastWidth, 0};
}

void CardGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange(width(), true);
}

bool CardGrid::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        arrange(width(), true);
    }
    return QWidget::event(event);
}

}  // namespace shopbell::ui
