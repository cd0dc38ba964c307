// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/joining_card.h"

#include "api/profiles.h"
#include "ui/bridge/text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/text.h"

#include <QCheckBox>

namespace shopbell::ui {

namespace {

constexpr auto newId = "new";

}  // namespace

JoiningCard::JoiningCard(EngineBridge& bridge, QWidget* parent)
    : Card(tr("The people in it"), parent),
      m_bridge(bridge),
      m_list(new Picker),
      m_newList(new TextField(tr("Name of the new list"))),
      m_vouch(new QCheckBox(tr("They agreed to get emails from me, and I can show it"))),
      m_text(new TextField(tr("What they agreed to, where and when")))
{
    m_list->setPlaceholder(tr("No list"));
    m_newList->hide();
    m_text->hide();
    m_text->setPlaceholder(tr("for example “Yes, send me news”, sign-up form in the shop, 2025"));
    m_text->setHelp(tr("Kept with each person as the proof of consent."));
    body()->addWidget(new Field(tr("Add them to a list"), m_list));
    body()->addWidget(m_newList);
    body()->addSpacing(space::xs);
    body()->addWidget(m_vouch);
    body()->addWidget(
        (new Text(tr("Without this, only people whose line says so may be emailed."), TextStyle::Small, Token::InkSoft))
            ->wrapped());
    body()->addWidget(m_text);
    connect(m_list, &Picker::chosen, this,
            [this](const QString& id) { m_newList->setVisible(id == QLatin1String(newId)); });
    connect(m_vouch, &QCheckBox::toggled, m_text, &QWidget::setVisible);
    connect(m_text, &TextField::edited, m_text, [this] { m_text->setError({}); });
    connect(m_newList, &TextField::edited, m_newList, [this] { m_newList->setError({}); });
}

void JoiningCard::reload()
{
    m_asker.ask(m_bridge, ListLists{}, [this](Result<std::vector<ListSummary>> lists) {
        const QString chosen = m_list->current();
        Choices choices{{.id = QString(), .text = tr("No list")},
                        {.id = QLatin1String(newId), .text = tr("A new list"), .icon = IconName::Plus}};
        if (lists) {
            for (const ListSummary& each : *lists) {
                choices.append({.id = QString::number(each.id.value),
                                .text = toQString(each.name),
                                .count = each.members,
                                .group = tr("Lists")});
            }
        }
        m_list->setChoices(choices);
        m_list->setCurrent(chosen);
    });
}

bool JoiningCard::check()
{
    const bool unnamed = m_list->current() == QLatin1String(newId) && newList().isEmpty();
    m_newList->setError(unnamed ? tr("Give the new list a name.") : QString());
    const bool untold = vouches() && consentText().isEmpty();
    m_text->setError(untold ? tr("Say how they agreed: this is the proof you may need one day.") : QString());
    return !unnamed && !untold;
}

ListId JoiningCard::list() const
{
    return {m_list->current().toLongLong()};
}

QString JoiningCard::newList() const
{
    return m_list->current() == QLatin1String(newId) ? m_newList->text().trimmed() : QString();
}

bool JoiningCard::vouches() const
{
    return m_vouch->isChecked();
}

QString JoiningCard::consentText() const
{
    return m_text->text().trimmed();
}

}  // namespace shopbell::ui
