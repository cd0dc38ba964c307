// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/engine_words.h"
#include "ui/bridge/progress_list.h"
#include "ui/bridge/text.h"
#include "ui/settings/connect_store_sheet.h"
#include "ui/settings/settings_section.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toast.h"

#include <map>

namespace shopbell::ui {

namespace {

/// One connected store: how it is, what it reads now, and what can be done.
class StoreCard final : public Card {
    Q_OBJECT
public:
    StoreCard(PageContext& context, const StoreStatus& store);

    void show(const StoreStatus& store);
    /// The sync that runs for it; null: none does.
    void showProgress(const Progress* progress);

private:
    void sync();
    void remove();

    PageContext& m_context;
    StoreStatus m_store;
    Tag* m_state;
    Banner* m_problem;
    KeyValueList* m_facts;
    ProgressBar* m_progress;
    Button* m_sync;
    std::uint64_t m_shownTicket = 0;
    bool m_running = false;
};

StoreCard::StoreCard(PageContext& context, const StoreStatus& store)
    : Card(toQString(store.label)),
      m_context(context),
      m_state(new Tag(QString())),
      m_problem(new Banner(Tone::Bad)),
      m_facts(new KeyValueList),
      m_progress(new ProgressBar),
      m_sync(new Button(tr("Read what is new"), IconName::Refresh))
{
    m_state->setDot(true);
    addToHeader(m_state);
    body()->addWidget(m_problem);
    body()->addWidget(m_facts);
    m_progress->setCancellable(true);
    m_progress->hide();
    body()->addWidget(m_progress);
    auto* buttons = makeRow(space::s);
    buttons->addWidget(m_sync);
    auto* remove = new Button(tr("Disconnect…"), Button::Kind::Quiet);
    remove->setAccessibleName(tr("Disconnect %1").arg(toQString(store.label)));
    buttons->addWidget(remove);
    buttons->addStretch(1);
    body()->addLayout(buttons);
    connect(m_sync, &QAbstractButton::clicked, this, &StoreCard::sync);
    connect(remove, &QAbstractButton::clicked, this, &StoreCard::remove);
    connect(m_progress, &ProgressBar::cancelled, this, [this] { m_context.bridge().cancel(Ticket{m_shownTicket}); });
    show(store);
}

void StoreCard::show(const StoreStatus& store)
{
    m_store = store;
    const Formats& formats = m_context.bridge().formats();
    const Instant now = m_context.bridge().now();
    setTitle(toQString(store.label));
    m_state->setText(!store.problem.empty() ? tr("Needs a look")
                     : store.syncing        ? tr("Reading now")
                     : store.firstSyncDone  ? tr("Connected")
                                            : tr("First reading not finished"));
    m_state->setTone(!store.problem.empty() ? Tone::Bad : store.firstSyncDone ? Tone::Ok : Tone::Brass);
    m_problem->setVisible(!store.problem.empty());
    m_problem->setText(store.nextTry
                           ? tr("%1 Shopbell tries again %2.")
                                 .arg(engineWords(store.problem).toHtmlEscaped(), formats.dateTime(*store.nextTry))
                           : engineWords(store.problem).toHtmlEscaped());
    m_facts->clear();
    m_facts->addRow(tr("Address"), toQString(store.url));
    m_facts->addRow(tr("Connected"), formats.date(store.connectedAt));
    m_facts->addRow(tr("Last read"), store.lastSuccess ? formats.ago(*store.lastSuccess, now) : tr("not yet"));
    if (store.setAside > 0) {
        m_facts->addRow(tr("Set aside"),
                        tr("%Ln records that could not be read", nullptr, static_cast<int>(store.setAside)));
    }
}

void StoreCard::showProgress(const Progress* progress)
{
    m_progress->setVisible(progress != nullptr);
    m_sync->setEnabled(progress == nullptr && !m_running);
    m_shownTicket = progress != nullptr ? progress->ticket : 0;
    if (progress == nullptr) {
        return;
    }
    const Formats& formats = m_context.bridge().formats();
    m_progress->setLabel(progress->words.empty() ? progressTitle(*progress) : engineWords(progress->words));
    m_progress->setFraction(fractionOf(*progress));
    m_progress->setDetail(progress->total > 0
                              ? tr("%1 of %2").arg(formats.number(progress->done), formats.number(progress->total))
                          : progress->done > 0 ? formats.number(progress->done)
                                               : QString());
}

void StoreCard::sync()
{
    m_running = true;
    m_sync->setEnabled(false);
    m_context.bridge().submit(this, SyncStore{m_store.id, false}, [this](Result<SyncSummary> summary) {
        m_running = false;
        m_sync->setEnabled(m_shownTicket == 0);
        if (!summary) {
            m_context.showError(summary.error(), ErrorContext::Store);
            return;
        }
        m_context.toasts().show(summary->newEvents > 0
                                    ? tr("%Ln new things were read", nullptr, static_cast<int>(summary->newEvents))
                                    : tr("Nothing new in the store"),
                                Tone::Ok);
    });
}

void StoreCard::remove()
{
    if (Dialog::confirm(m_context.dialogParent(), tr("Disconnect %1?").arg(toQString(m_store.label)),
                        tr("Its key is forgotten and nothing more is read. People, orders and everything that happened "
                           "stay in this workspace."),
                        tr("Disconnect"), Button::Kind::Danger)) {
        m_context.bridge().submit(this, RemoveStore{m_store.id}, [this](Result<Done> done) {
            if (!done) {
                m_context.showError(done.error(), ErrorContext::Store);
            }
        });
    }
}

class StoresSection final : public SettingsSection {
    Q_OBJECT
public:
    explicit StoresSection(PageContext& context);
    void reload() override;

private:
    void show(const std::vector<StoreStatus>& stores);
    void showProgress();
    void connectStore() { (new ConnectStoreSheet(m_context))->openSheet(); }

    EmptyState* m_empty;
    SectionTitle* m_title;
    QVBoxLayout* m_cards;
    std::map<std::int64_t, StoreCard*> m_shown;
    Asker m_asker;
};

StoresSection::StoresSection(PageContext& context)
    : SettingsSection(context),
      m_empty(
          new EmptyState(IconName::Store, tr("Connect your store"),
                         tr("Shopbell reads customers, orders and products from your shop and keeps them up to date. "
                            "It changes nothing there."))),
      m_title(new SectionTitle(tr("Stores"))),
      m_cards(makeColumn(space::between))
{
    auto* another = new Button(tr("Connect a store"), IconName::Plus);
    m_title->addAction(another);
    column()->addWidget(m_title);
    column()->addLayout(m_cards);
    column()->addWidget(m_empty, 1);
    column()->addStretch(1);
    connect(another, &QAbstractButton::clicked, this, &StoresSection::connectStore);
    connect(m_empty->addAction(tr("Connect a store")), &QAbstractButton::clicked, this, &StoresSection::connectStore);
    m_empty->hide();
    connect(&context.bridge(), &EngineBridge::progressed, this, &StoresSection::showProgress);
}

void StoresSection::reload()
{
    m_asker.ask(m_context.bridge(), ListStores{}, [this](Result<std::vector<StoreStatus>> stores) {
        if (!stores) {
            m_context.showError(stores.error(), ErrorContext::Store);
            return;
        }
        show(*stores);
    });
}

void StoresSection::show(const std::vector<StoreStatus>& stores)
{
    std::map<std::int64_t, StoreCard*> kept;
    for (const StoreStatus& each : stores) {
        auto at = m_shown.find(each.id.value);
        if (at != m_shown.end()) {
            at->second->show(each);
            kept[each.id.value] = at->second;
            m_shown.erase(at);
        } else {
            auto* card = new StoreCard(m_context, each);
            m_cards->addWidget(card);
            kept[each.id.value] = card;
        }
    }
    for (const auto& [id, card] : m_shown) {
        card->hide();
        card->deleteLater();
    }
    m_shown = std::move(kept);
    m_title->setVisible(!stores.empty());
    m_empty->setVisible(stores.empty());
    showProgress();
}

void StoresSection::showProgress()
{
    const auto& jobs = m_context.bridge().progress().jobs();
    for (const auto& [id, card] : m_shown) {
        const Progress* found = nullptr;
        for (const Progress& each : jobs) {
            if (each.kind == Progress::Kind::Sync && each.subject == id) {
                found = &each;
            }
        }
        card->showProgress(found);
    }
}

}  // namespace

SettingsSection* makeStoresSection(PageContext& context)
{
    return new StoresSection(context);
}

}  // namespace shopbell::ui

#include "stores_section.moc"
