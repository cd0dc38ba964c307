// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/engine_words.h"
#include "ui/bridge/text.h"
#include "ui/settings/settings_section.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"

namespace shopbell::ui {

namespace {

/// Where everything is, and what to do when somebody asks about their own data.
class PrivacySection final : public SettingsSection {
    Q_OBJECT
public:
    explicit PrivacySection(PageContext& context);
    void reload() override { showInfo(); }

private:
    void showInfo();

    KeyValueList* m_facts;
};

PrivacySection::PrivacySection(PageContext& context) : SettingsSection(context), m_facts(new KeyValueList)
{
    auto* where = new Card(tr("Where everything is"));
    where->body()->addWidget(
        (new Text(
             tr("Everything that Shopbell knows stands in one file on this computer. It speaks only with the stores "
                "and mail servers that you entered, and reports to nobody."),
             TextStyle::Body, Token::InkSoft))
            ->wrapped());
    where->body()->addWidget(m_facts);
    column()->addWidget(where);
    auto* people = new Card(tr("When somebody asks for their data"));
    people->body()->addWidget(
        (new Text(
             tr("Open the person under Profiles. More › Export this person writes all that is known of them into a "
                "file; More › Erase this person removes it for good and keeps only a code of the address, so that "
                "an import cannot bring it back."),
             TextStyle::Body, Token::InkSoft))
            ->wrapped());
    auto* go = new Button(tr("Go to Profiles"), IconName::Profiles);
    auto* row = makeRow(0);
    row->addWidget(go);
    row->addStretch(1);
    people->body()->addLayout(row);
    column()->addWidget(people);
    column()->addStretch(1);
    connect(go, &QAbstractButton::clicked, this, [this] { m_context.navigate({.page = PageId::Profiles}); });
    connect(&context.bridge(), &EngineBridge::infoChanged, this, &PrivacySection::showInfo);
    showInfo();
}

void PrivacySection::showInfo()
{
    if (!m_context.bridge().hasInfo()) {
        return;
    }
    const WorkspaceInfo& info = m_context.bridge().info();
    m_facts->clear();
    m_facts->addRow(tr("File"), toQString(info.file));
    m_facts->addRow(tr("Keys and passwords"), engineWords(info.secretPlace));
}

}  // namespace

SettingsSection* makePrivacySection(PageContext& context)
{
    return new PrivacySection(context);
}

}  // namespace shopbell::ui

#include "privacy_section.moc"
