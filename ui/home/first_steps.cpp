// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/first_steps.h"

#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/text.h"

namespace shopbell::ui {

namespace {

struct Step {
    IconName icon;
    Token ink;
    Token fill;
    QString title;
    QString sentence;
    QString action;
    Button::Kind kind;
};

Button* addStep(QHBoxLayout* row, const Step& step)
{
    auto* card = new Card;
    card->setPadding(20, 20);
    card->setAccessibleName(step.title);
    auto* body = card->body();
    body->addWidget(new IconTile(step.icon, step.ink, step.fill, 40), 0, Qt::AlignLeading);
    body->addSpacing(4);
    body->addWidget((new Text(step.title, TextStyle::DialogTitle))->wrapped());
    body->addWidget((new Text(step.sentence, TextStyle::Body, Token::InkSoft))->wrapped());
    body->addStretch(1);
    body->addSpacing(8);
    auto* button = new Button(step.action, step.kind);
    body->addWidget(button, 0, Qt::AlignLeading);
    row->addWidget(card, 1);
    return button;
}

}  // namespace

FirstSteps::FirstSteps(QWidget* parent) : QWidget(parent)
{
    auto* row = makeRow(this, space::between);
    connect(addStep(row, {IconName::Store, Token::Accent, Token::AccentSoft, tr("Connect your store"),
                          tr("Shopbell reads your customers, orders and products, and keeps up with them from then on. "
                             "Nothing in your shop is changed."),
                          tr("Connect a store"), Button::Kind::Primary}),
            &QAbstractButton::clicked, this, &FirstSteps::connectStoreAsked);
    connect(addStep(row, {IconName::Sparkles, Token::Brass, Token::BrassSoft, tr("Look around the demo shop"),
                          tr("A made-up candle shop with a thousand customers, made on this computer in a few seconds. "
                             "Messages go to a local outbox, to nobody."),
                          tr("Open the demo shop"), Button::Kind::Secondary}),
            &QAbstractButton::clicked, this, &FirstSteps::demoAsked);
    connect(
        addStep(row, {IconName::Upload, Token::Ok, Token::OkSoft, tr("Import a CSV"),
                      tr("People, orders or events from a spreadsheet or another program. You see what is what before "
                         "anything is stored."),
                      tr("Choose a file"), Button::Kind::Secondary}),
        &QAbstractButton::clicked, this, &FirstSteps::importAsked);
}

}  // namespace shopbell::ui
