// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/text.h"

#include <QKeySequence>
#include <QPainter>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int barHeight = 56;
constexpr int searchWidth = 250;
constexpr int leastSubtitle = 150;

}  // namespace

TopBar::TopBar(QWidget* parent)
    : QWidget(parent),
      m_back(new IconButton(IconName::ArrowLeft, tr("Back"), this)),
      m_title(new Text(QString(), TextStyle::PageTitle)),
      m_subtitle(new Text(QString(), TextStyle::Body, Token::InkSoft)),
      m_search(new SearchField(tr("Search or jump to…"), this)),
      m_row(makeRow(this, space::m, QMargins(space::page, 0, space::page, 0)))
{
    setFixedHeight(barHeight);
    m_back->hide();
    m_search->setOpensElsewhere(true);
    m_search->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_K)
                             .toString(QKeySequence::NativeText)
                             .replace(QLatin1Char('+'), QLatin1Char(' ')));
    m_search->setMinimumWidth(150);
    m_search->setMaximumWidth(searchWidth);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_subtitle->elided();
    m_row->addWidget(m_back);
    m_row->addWidget(m_title->elided());
    m_row->addWidget(m_subtitle, 1);
    m_row->addWidget(m_search, 1);
    connect(m_back, &QAbstractButton::clicked, this, &TopBar::backAsked);
    connect(m_search, &SearchField::opened, this, &TopBar::searchAsked);
}

void TopBar::setHeader(const QString& title, const QString& subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    // Of a long title and a long second line, the title gives way first: its whole is in the page too.
    m_subtitle->setMinimumWidth(subtitle.isEmpty() ? 0 : std::min(m_subtitle->sizeHint().width(), leastSubtitle));
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
    m_search->setVisible(shown);
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, color(Token::Line));
}

}  // namespace shopbell::ui
