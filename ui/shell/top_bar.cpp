// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QKeySequence>
#include <QPainter>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int barHeight = 56;
constexpr int searchWidth = 250;
constexpr int leastSearch = 190;
constexpr int leastTitle = 240;

}  // namespace

TopBar::TopBar(QWidget* parent)
    : QWidget(parent),
      m_back(new IconButton(IconName::ArrowLeft, tr("Back"), this)),
      m_title(new Text(QString(), TextStyle::PageTitle)),
      m_subtitle(new Text(QString(), TextStyle::Body, Token::InkSoft)),
      m_search(new SearchField(tr("Search or jump to…"), this)),
      m_glass(new IconButton(IconName::Search, tr("Search or jump to…"), this)),
      m_row(makeRow(this, space::m, QMargins(space::page, 0, space::page, 0)))
{
    setFixedHeight(barHeight);
    m_back->hide();
    m_search->setOpensElsewhere(true);
    m_search->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_K)
                             .toString(QKeySequence::NativeText)
                             .replace(QLatin1Char('+'), QLatin1Char(' ')));
    m_search->setMinimumWidth(leastSearch);
    m_search->setMaximumWidth(searchWidth);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_subtitle->elided();
    m_row->addWidget(m_back);
    m_row->addWidget(m_title->elided());
    m_row->addWidget(m_subtitle, 1);
    m_row->addWidget(m_search, 1);
    m_row->addWidget(m_glass);
    m_glass->hide();
    connect(m_back, &QAbstractButton::clicked, this, &TopBar::backAsked);
    connect(m_search, &SearchField::opened, this, &TopBar::searchAsked);
    connect(m_glass, &QAbstractButton::clicked, this, [this] { emit searchAsked({}); });
}

void TopBar::setHeader(const QString& title, const QString& subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    share();
}

bool TopBar::event(QEvent* event)
{
    // The page has shown or hidden actions, or named them otherwise.
    if (event->type() == QEvent::LayoutRequest) {
        share();
    }
    return QWidget::event(event);
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    share();
}

void TopBar::share()
{
    const auto wanted = [this](const QWidget* widget) {
        return widget != nullptr && !widget->isHidden() ? widget->sizeHint().width() + m_row->spacing() : 0;
    };
    const int actions = m_actions != nullptr ? wanted(m_actions) : 0;
    const int title = m_title->sizeHint().width();
    const int subtitle = m_subtitle->text().isEmpty() ? 0 : m_subtitle->sizeHint().width();
    const int room = width() - 2 * space::page - wanted(m_back) - actions - 2 * m_row->spacing();
    const bool asGlass = room - title - subtitle < leastSearch;
    m_search->setVisible(m_searchShown && !asGlass);
    m_glass->setVisible(m_searchShown && asGlass);
    // Then the title, whose whole is in the page too, and last the second line.
    const int words = room - (asGlass ? m_glass->sizeHint().width() : leastSearch);
    const int least = std::min(title, leastTitle);
    m_title->setMinimumWidth(least);
    m_subtitle->setMinimumWidth(std::clamp(words - least, 0, subtitle));
}

void TopBar::setBackShown(bool shown)
{
    m_back->setVisible(shown);
}

void TopBar::setActions(QWidget* actions)
{
    if (m_actions == actions) {
        return;
    }
    if (m_actions) {
        m_actions->hide();
    }
    m_actions = actions;
    // The page shows it as soon as it is in front, if there is anything in it.
    if (actions != nullptr && actions->parentWidget() != this) {
        m_row->addWidget(actions);
    }
}

void TopBar::setSearchShown(bool shown)
{
    m_searchShown = shown;
    share();
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, color(Token::Line));
}

}  // namespace shopbell::ui
