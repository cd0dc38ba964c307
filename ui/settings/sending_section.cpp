// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/engine_words.h"
#include "ui/bridge/text.h"
#include "ui/settings/provider_sheet.h"
#include "ui/settings/settings_section.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toast.h"

#include <QCoreApplication>

#include <algorithm>

namespace shopbell::ui {

namespace {

/// Who carries messages, whether anything may leave at all, and what waits.
class SendingSection final : public SettingsSection {
    Q_OBJECT
public:
    explicit SendingSection(PageContext& context);
    void reload() override;

private:
    void show();
    void showInfo();
    Card* makeCard(const ProviderInfo& provider);
    void open(const ProviderInfo& provider);
    void makeDefault(const ProviderInfo& provider);
    void remove(const ProviderInfo& provider);

    Banner* m_lock;
    SectionTitle* m_title;
    QVBoxLayout* m_cards;
    EmptyState* m_empty;
    KeyValueList* m_facts;
    std::vector<ProviderInfo> m_providers;
    std::vector<ProviderKindInfo> m_kinds;
    bool m_shown = false;
    Asker m_asker;
    Asker m_kindAsker;
};

SendingSection::SendingSection(PageContext& context)
    : SettingsSection(context),
      m_lock(new Banner(Tone::Brass)),
      m_title(new SectionTitle(tr("Who carries your messages"))),
      m_cards(makeColumn(space::between)),
      m_empty(new EmptyState(IconName::Send, tr("No mail server yet"),
                             tr("Enter the mail server that your mail program uses. Until then campaigns go to a local "
                                "outbox: a folder of messages to look at, which reach nobody."))),
      m_facts(new KeyValueList)
{
    m_lock->setIconName(IconName::Lock);
    m_lock->setText(
        tr("<b>Sending is locked.</b> This workspace was restored or copied. Unlock it when this is the file "
           "you go on with, so that nobody gets a message twice."));
    m_lock->setAction(tr("Unlock sending"));
    m_lock->hide();
    connect(m_lock, &Banner::actionTriggered, this, [this] { m_context.unlockSending(); });
    auto* add = new Button(tr("Add a way to send"), IconName::Plus);
    m_title->addAction(add);
    connect(add, &QAbstractButton::clicked, this, [this] { open({}); });
    connect(m_empty->addAction(tr("Enter a mail server")), &QAbstractButton::clicked, this, [this] { open({}); });
    m_empty->hide();
    column()->addWidget(m_lock);
    column()->addWidget(m_title);
    column()->addLayout(m_cards);
    column()->addWidget(m_empty);
    auto* facts = new Card(tr("Sending now"));
    facts->body()->addWidget(m_facts);
    column()->addWidget(facts);
    column()->addStretch(1);
    connect(&context.bridge(), &EngineBridge::infoChanged, this, &SendingSection::showInfo);
    showInfo();
}

void SendingSection::reload()
{
    m_asker.ask(m_context.bridge(), ListProviders{}, [this](Result<std::vector<ProviderInfo>> providers) {
        if (!providers) {
            m_context.showError(providers.error(), ErrorContext::Provider);
            return;
        }
        m_providers = std::move(*providers);
        show();
    });
    if (m_kinds.empty()) {
        m_kindAsker.ask(m_context.bridge(), ListProviderKinds{}, [this](Result<std::vector<ProviderKindInfo>> kinds) {
            if (kinds) {
                m_kinds = std::move(*kinds);
                show();
            }
        });
    }
    showInfo();
}

void SendingSection::showInfo()
{
    if (!m_context.bridge().hasInfo()) {
        return;
    }
    const WorkspaceInfo& info = m_context.bridge().info();
    m_lock->setVisible(info.sendingLocked);
    m_facts->clear();
    m_facts->addRow(tr("Waiting"), tr("%Ln messages", nullptr, static_cast<int>(info.waitingMessages)));
    m_facts->addRow(tr("Who sends"),
                    info.acting ? tr("This window") : tr("Another process: %1").arg(engineWords(info.actingElsewhere)));
    m_facts->addRow(tr("Keys are kept in"), engineWords(info.secretPlace));
}

void SendingSection::show()
{
    clearLayout(m_cards);
    for (const ProviderInfo& each : m_providers) {
        m_cards->addWidget(makeCard(each));
    }
    m_empty->setVisible(m_providers.empty());
    m_title->setVisible(!m_providers.empty());
}

Card* SendingSection::makeCard(const ProviderInfo& provider)
{
    const QString label = labelWords(provider.label);
    auto* card = new Card(label);
    if (provider.isDefault) {
        card->addToHeader(new Tag(tr("Used by default"), Tone::Ok));
    }
    const auto kind = std::ranges::find(m_kinds, provider.kind, &ProviderKindInfo::name);
    auto* facts = new KeyValueList;
    facts->addRow(tr("Kind"), labelWords(kind == m_kinds.end() ? provider.kind : kind->label));
    if (kind != m_kinds.end()) {
        for (const FieldSpec& field : kind->fields) {
            const auto value = findValue(provider.values, field.key);
            if (field.required && field.kind != FieldKind::Secret && !value.empty()) {
                facts->addRow(labelWords(field.label), toQString(value));
            }
        }
    }
    card->body()->addWidget(facts);
    auto* buttons = makeRow(space::s);
    auto* change = new Button(tr("Change"), IconName::Edit);
    change->setAccessibleName(tr("Change %1").arg(label));
    buttons->addWidget(change);
    connect(change, &QAbstractButton::clicked, this, [this, provider] { open(provider); });
    if (!provider.isDefault) {
        auto* usual = new Button(tr("Use by default"));
        usual->setAccessibleName(tr("Use %1 by default").arg(label));
        buttons->addWidget(usual);
        connect(usual, &QAbstractButton::clicked, this, [this, provider] { makeDefault(provider); });
    }
    auto* away = new Button(tr("Remove…"), Button::Kind::Quiet);
    away->setAccessibleName(tr("Remove %1").arg(label));
    buttons->addWidget(away);
    connect(away, &QAbstractButton::clicked, this, [this, provider] { remove(provider); });
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
    return card;
}

void SendingSection::open(const ProviderInfo& provider)
{
    (new ProviderSheet(m_context, provider, m_providers.empty()))->openSheet();
}

void SendingSection::makeDefault(const ProviderInfo& provider)
{
    m_context.bridge().submit(this, SaveProvider{provider.id, provider.kind, provider.label, provider.values, true},
                              [this](Result<ProviderId> id) {
                                  if (!id) {
                                      m_context.showError(id.error(), ErrorContext::Provider);
                                  }
                              });
}

void SendingSection::remove(const ProviderInfo& provider)
{
    if (Dialog::confirm(m_context.dialogParent(), tr("Remove %1?").arg(toQString(provider.label)),
                        tr("Its password is forgotten. What was sent through it stays written down."), tr("Remove"),
                        Button::Kind::Danger)) {
        m_context.bridge().submit(this, RemoveProvider{provider.id}, [this](Result<Done> done) {
            if (!done) {
                m_context.showError(done.error(), ErrorContext::Provider);
            }
        });
    }
}

}  // namespace

SettingsSection* makeSendingSection(PageContext& context)
{
    return new SendingSection(context);
}

}  // namespace shopbell::ui

#include "sending_section.moc"
