// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/text.h"

#include <QPainter>

namespace shopbell::ui {

namespace {

constexpr int readingWidth = 400;

}  // namespace

EmptyState::EmptyState(IconName icon, const QString& title, const QString& sentence, QWidget* parent)
    : QWidget(parent),
      m_title(new Text(title, TextStyle::DialogTitle)),
      m_sentence(new Text(sentence, TextStyle::Body, Token::InkSoft)),
      m_actions(makeRow(space::s))
{
    auto* column = makeColumn(this, 6, QMargins(space::page, space::page, space::page, space::page));
    column->addStretch(1);
    auto* tile = new IconTile(icon, Token::Accent, Token::AccentSoft, 48, this);
    column->addWidget(tile, 0, Qt::AlignHCenter);
    column->addSpacing(10);
    m_title->setAlignment(Qt::AlignCenter);
    column->addWidget(m_title->wrapped(), 0, Qt::AlignHCenter);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->wrapped();
    m_sentence->setFixedWidth(readingWidth);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addSpacing(12);
    auto* actionRow = makeRow(0);
    actionRow->addStretch(1);
    actionRow->addLayout(m_actions);
    actionRow->addStretch(1);
    column->addLayout(actionRow);
    column->addStretch(1);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

void EmptyState::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitWords();
}

void EmptyState::fitWords()
{
    const int room = std::clamp(width() - 2 * space::page, 120, readingWidth);
    for (Text* words : {m_title, m_sentence}) {
        words->setFixedSize(room, words->heightForWidth(room));
    }
}

void EmptyState::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
    fitWords();
}

void EmptyState::setSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
    setAccessibleDescription(sentence);
    fitWords();
}

Button* EmptyState::addAction(const QString& text, Button::Kind kind)
{
    if (m_actions->count() > 0 && kind == Button::Kind::Primary) {
        kind = Button::Kind::Secondary;
    }
    auto* button = new Button(text, kind, this);
    m_actions->addWidget(button);
    return button;
}

IconTile::IconTile(IconName icon, Token ink, Token fill, int side, QWidget* parent)
    : QWidget(parent), m_icon(icon), m_ink(ink), m_fill(fill), m_side(side)
{
    setFixedSize(side, side);
}

void IconTile::setIcon(IconName icon)
{
    m_icon = icon;
    update();
}

void IconTile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawBox(painter, rect(), m_side > 40 ? radius::card : radius::button, color(m_fill));
    drawIcon(painter, rect(), m_icon, color(m_ink), m_side > 40 ? 22 : m_side > 28 ? 16 : 14);
}

}  // namespace shopbell::ui
