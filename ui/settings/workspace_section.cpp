// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/engine_words.h"
#include "ui/bridge/text.h"
#include "ui/settings/place_choices.h"
#include "ui/settings/settings_section.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toast.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>
#include <utility>

namespace shopbell::ui {

namespace {

/// What a check looked at; one of a name that is not known here is shown as the engine calls it.
QString checkName(const std::string& name)
{
    static constexpr std::pair<const char*, const char*> names[] = {
        {"file", QT_TRANSLATE_NOOP("Health", "The file")},
        {"identifiers", QT_TRANSLATE_NOOP("Health", "Who is who")},
        {"merges", QT_TRANSLATE_NOOP("Health", "People who were merged")},
        {"ledger", QT_TRANSLATE_NOOP("Health", "The list of messages")},
        {"fates", QT_TRANSLATE_NOOP("Health", "What became of messages")},
        {"columns", QT_TRANSLATE_NOOP("Health", "The figures")},
        {"sending", QT_TRANSLATE_NOOP("Health", "Sending")},
        {"acting", QT_TRANSLATE_NOOP("Health", "Who works")},
        {"keys", QT_TRANSLATE_NOOP("Health", "Keys and passwords")},
    };
    const auto* known = std::ranges::find(names, name, [](const auto& each) { return std::string_view(each.first); });
    return known == std::end(names) ? toQString(name) : QCoreApplication::translate("Health", known->second);
}

/// The shop's name and place, the file, and whether all in it is sound.
class WorkspaceSection final : public SettingsSection {
    Q_OBJECT
public:
    explicit WorkspaceSection(PageContext& context);
    void reload() override { showInfo(); }

private:
    void showInfo();
    void edited();
    void save();
    void examine();
    void showHealth(const std::vector<HealthCheck>& checks);

    TextField* m_name;
    Picker* m_country;
    Picker* m_currency;
    Picker* m_zone;
    Button* m_save;
    KeyValueList* m_facts;
    Button* m_examine;
    Text* m_healthHint;
    QVBoxLayout* m_health;
    bool m_dirty = false;
    Asker m_doctorAsker;
};

WorkspaceSection::WorkspaceSection(PageContext& context)
    : SettingsSection(context),
      m_name(new TextField(tr("Your shop's name"))),
      m_country(new Picker),
      m_currency(new Picker),
      m_zone(new Picker),
      m_save(new Button(tr("Save"), Button::Kind::Primary)),
      m_facts(new KeyValueList),
      m_examine(new Button(tr("Examine the workspace"), IconName::Shield)),
      m_healthHint(
          new Text(tr("Looks whether the file is sound and whether every sum agrees with what happened. Takes a "
                      "few seconds and changes nothing."),
                   TextStyle::Body, Token::InkSoft)),
      m_health(nullptr)
{
    auto* shop = new Card(tr("Your shop"));
    shop->body()->setSpacing(space::m);
    shop->body()->addWidget(m_name);
    auto* row = makeRow(space::m);
    m_country->setChoices(countryChoices());
    m_country->setPlaceholder(tr("Choose a country"));
    m_currency->setChoices(currencyChoices());
    m_currency->setPlaceholder(tr("Choose a currency"));
    m_zone->setChoices(timeZoneChoices());
    m_zone->setPlaceholder(tr("Choose a time zone"));
    row->addWidget(new Field(tr("Country"), m_country), 1, Qt::AlignTop);
    row->addWidget(new Field(tr("Currency"), m_currency), 1, Qt::AlignTop);
    shop->body()->addLayout(row);
    auto* zone = new Field(tr("Time zone"), m_zone);
    zone->setHelp(tr("Days in every number begin at midnight there."));
    shop->body()->addWidget(zone);
    auto* buttons = makeRow(0);
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    m_save->setEnabled(false);
    shop->body()->addLayout(buttons);
    column()->addWidget(shop);

    auto* file = new Card(tr("The workspace"));
    file->body()->addWidget(m_facts);
    column()->addWidget(file);

    auto* health = new Card(tr("Is everything in order?"));
    health->addToHeader(m_examine);
    health->body()->addWidget(m_healthHint->wrapped());
    auto* checks = new QWidget;
    m_health = makeColumn(checks, 0);
    health->body()->addWidget(checks);
    column()->addWidget(health);
    column()->addStretch(1);

    connect(m_name, &TextField::edited, this, &WorkspaceSection::edited);
    for (Picker* each : {m_country, m_currency, m_zone}) {
        connect(each, &Picker::chosen, this, &WorkspaceSection::edited);
    }
    connect(m_save, &QAbstractButton::clicked, this, &WorkspaceSection::save);
    connect(m_examine, &QAbstractButton::clicked, this, &WorkspaceSection::examine);
    connect(&context.bridge(), &EngineBridge::infoChanged, this, &WorkspaceSection::showInfo);
    showInfo();
}

void WorkspaceSection::showInfo()
{
    if (!m_context.bridge().hasInfo()) {
        return;
    }
    const WorkspaceInfo& info = m_context.bridge().info();
    const Formats& formats = m_context.bridge().formats();
    if (!m_dirty) {
        m_name->setText(toQString(info.shopName));
        m_country->setCurrent(toQString(info.country));
        m_currency->setCurrent(toQString(info.currency));
        m_zone->setCurrent(toQString(info.timeZone));
        if (m_zone->currentText().isEmpty() && !info.timeZone.empty()) {
            // A zone that this computer does not list is still the shop's.
            m_zone->setChoices(timeZoneChoices() << Choice{.id = m_zone->current(), .text = m_zone->current()});
        }
    }
    m_facts->clear();
    m_facts->addRow(tr("File"), toQString(info.file));
    m_facts->addRow(tr("In it"), tr("%1 people, %2 events, %3 segments")
                                     .arg(formats.number(info.profiles), formats.number(info.events),
                                          formats.number(info.segments)));
    m_facts->addRow(tr("Who works in it"),
                    info.acting ? tr("This window reads stores and sends") : engineWords(info.actingElsewhere));
}

void WorkspaceSection::edited()
{
    m_dirty = true;
    m_save->setEnabled(true);
    m_name->setError({});
}

void WorkspaceSection::save()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        m_name->setError(tr("Give the shop a name."));
        return;
    }
    m_save->setBusy(true);
    m_context.bridge().submit(this,
                              SaveWorkspaceSettings{toUtf8(name), toUtf8(m_zone->current()),
                                                    toUtf8(m_currency->current()), toUtf8(m_country->current())},
                              [this](Result<Done> done) {
                                  m_save->setBusy(false);
                                  if (!done) {
                                      m_context.showError(done.error(), ErrorContext::Workspace);
                                      return;
                                  }
                                  m_dirty = false;
                                  m_save->setEnabled(false);
                                  m_context.toasts().show(tr("Saved"), Tone::Ok);
                              });
}

void WorkspaceSection::examine()
{
    m_examine->setBusy(true);
    m_doctorAsker.ask(m_context.bridge(), RunDoctor{}, [this](Result<std::vector<HealthCheck>> checks) {
        m_examine->setBusy(false);
        if (!checks) {
            m_context.showError(checks.error(), ErrorContext::Workspace);
            return;
        }
        showHealth(*checks);
    });
}

void WorkspaceSection::showHealth(const std::vector<HealthCheck>& checks)
{
    clearLayout(m_health);
    m_healthHint->hide();
    bool first = true;
    for (const HealthCheck& each : checks) {
        auto* row = new ListRow;
        const bool good = each.verdict == HealthCheck::Verdict::Good;
        const bool bad = each.verdict == HealthCheck::Verdict::Bad;
        row->setIcon(good ? IconName::Check : IconName::Warning, good ? Token::Ok : bad ? Token::Bad : Token::Brass);
        row->setText(checkName(each.name));
        row->setSecondLine(engineWords(each.words));
        row->setTrailing(good ? tr("good") : bad ? tr("bad") : tr("worth a look"));
        row->setFirst(std::exchange(first, false));
        m_health->addWidget(row);
    }
}

}  // namespace

SettingsSection* makeWorkspaceSection(PageContext& context)
{
    return new WorkspaceSection(context);
}

}  // namespace shopbell::ui

#include "workspace_section.moc"
