// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame.h"

#include "ui/bridge/text.h"
#include "ui/shell/page.h"
#include "ui/shell/palette_search.h"
#include "ui/shell/preferences.h"
#include "ui/shell/rail.h"
#include "ui/shell/status_line.h"
#include "ui/shell/top_bar.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/command_palette.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/toast.h"

#include <QShortcut>
#include <QStackedWidget>

namespace shopbell::ui {

namespace {

constexpr std::size_t mostHistory = 50;

}  // namespace

Frame::Frame(WorkspaceDoor& door, Preferences& preferences, QWidget* parent)
    : QWidget(parent),
      m_door(door),
      m_preferences(preferences),
      m_rail(new Rail(this)),
      m_top(new TopBar(this)),
      m_locked(new Banner(Tone::Brass)),
      m_lockedPlace(new QWidget(this)),
      m_stack(new QStackedWidget(this)),
      m_status(new StatusLine(this))
{
    auto* body = new QWidget(this);
    auto* bodyColumn = makeColumn(body, 0);
    bodyColumn->addWidget(m_top);
    makeColumn(m_lockedPlace, 0, QMargins(space::page, space::l, space::page, 0))->addWidget(m_locked);
    bodyColumn->addWidget(m_lockedPlace);
    bodyColumn->addWidget(m_stack, 1);
    auto* row = makeRow(0);
    row->addWidget(m_rail);
    row->addWidget(body, 1);
    auto* column = makeColumn(this, 0);
    column->addLayout(row, 1);
    column->addWidget(m_status);

    m_lockedPlace->hide();
    m_locked->setIconName(IconName::Lock);
    m_locked->setText(
        tr("<b>Nothing is sent from here yet.</b> This workspace was restored or copied. Unlock sending if "
           "this is the one you go on with, so that no customer gets a message twice."));
    m_locked->setAction(tr("Unlock sending…"));
    connect(m_locked, &Banner::actionTriggered, this, &Frame::unlockSending);

    m_toasts = new ToastHost(body);
    m_palette = new PaletteSearch(*this, this);
    m_rail->setCollapsed(preferences.railCollapsed());
    connect(m_rail, &Rail::chosen, this, [this](PageId page) { navigate({.page = page}); });
    connect(m_rail, &Rail::collapseToggled, this,
            [this](bool collapsed) { m_preferences.setRailCollapsed(collapsed); });
    connect(m_top, &TopBar::backAsked, this, &Frame::goBack);
    connect(m_top, &TopBar::searchAsked, this, &Frame::openPalette);
    connect(m_status, &StatusLine::storesAsked, this,
            [this] { navigate({.page = PageId::Settings, .action = QStringLiteral("stores")}); });
    connect(m_status, &StatusLine::outboxAsked, this, [this] { navigate({.page = PageId::Campaigns}); });
    addShortcuts();
    showHeader();
}

Frame::~Frame()
{
    attach(nullptr);
}

void Frame::attach(EngineBridge* bridge, const Place& place, const QString& words)
{
    m_palette->close();
    for (const auto& [id, page] : m_pages) {
        page->setActive(false);
    }
    m_top->setActions(nullptr);
    m_current = nullptr;
    for (const auto& [id, page] : m_pages) {
        delete page;
    }
    m_pages.clear();
    m_history.clear();
    if (m_bridge != nullptr) {
        disconnect(m_bridge, nullptr, this, nullptr);
    }
    m_bridge = bridge;
    m_status->attach(bridge);
    m_status->setWords(words);
    m_place = place;
    if (bridge == nullptr) {
        m_lockedPlace->hide();
        showHeader();
        return;
    }
    connect(bridge, &EngineBridge::infoChanged, this, &Frame::showInfo);
    showInfo();
    showPlace(place);
}

void Frame::setShop(const QString& name)
{
    m_rail->setShop(name);
}

void Frame::setMenu(QMenu* menu)
{
    m_rail->setMenu(menu);
}

bool Frame::mayClose()
{
    return m_current == nullptr || m_current->mayLeave();
}

void Frame::openPalette(const QString& firstLetters)
{
    if (m_bridge != nullptr) {
        m_palette->open(firstLetters);
    }
}

void Frame::navigate(const Place& place)
{
    if (m_bridge == nullptr || findPage(place.page) == nullptr) {
        return;
    }
    if (m_current != nullptr && !m_current->mayLeave()) {
        m_rail->setCurrent(m_place.page);
        return;
    }
    if (place != m_place) {
        m_history.push_back(m_place);
        if (m_history.size() > mostHistory) {
            m_history.erase(m_history.begin());
        }
    }
    showPlace(place);
}

void Frame::goBack()
{
    if (m_bridge == nullptr || (m_current != nullptr && !m_current->mayLeave())) {
        return;
    }
    if (m_history.empty()) {
        if (!m_place.isFront()) {
            showPlace({.page = m_place.page});
        }
        return;
    }
    const Place before = m_history.back();
    m_history.pop_back();
    showPlace(before);
}

Page* Frame::pageFor(PageId id)
{
    const auto at = m_pages.find(id);
    if (at != m_pages.end()) {
        return at->second;
    }
    Page* page = findPage(id)->make(*this);
    connect(page, &Page::headerChanged, this, [this, page] {
        if (page == m_current) {
            showHeader();
        }
    });
    m_stack->addWidget(page);
    m_pages[id] = page;
    return page;
}

void Frame::showPlace(const Place& place)
{
    Page* page = pageFor(place.page);
    m_place = place;
    if (m_current != page && m_current != nullptr) {
        m_current->setActive(false);
    }
    m_current = page;
    page->turnTo(place);
    m_stack->setCurrentWidget(page);
    m_top->setActions(page->actionBar());
    page->setActive(true);
    showHeader();
}

void Frame::showHeader()
{
    const PageEntry* entry = findPage(m_place.page);
    const QString title = m_current != nullptr ? m_current->title() : entry != nullptr ? pageName(*entry) : QString();
    m_top->setHeader(title, m_current != nullptr ? m_current->subtitle() : QString());
    m_top->setBackShown(m_current != nullptr && (!m_place.isFront() || (entry != nullptr && !entry->inRail)));
    m_rail->setCurrent(m_place.page);
    emit titleChanged(title);
}

void Frame::showInfo()
{
    if (!m_bridge->hasInfo()) {
        return;
    }
    const WorkspaceInfo& info = m_bridge->info();
    setShop(toQString(info.shopName));
    for (const PageEntry& entry : pageTable()) {
        if (entry.count != nullptr) {
            const std::int64_t count = entry.count(info);
            m_rail->setCount(entry.id, count > 0 ? m_bridge->formats().number(count) : QString());
        }
    }
    m_lockedPlace->setVisible(info.sendingLocked);
}

void Frame::showError(const Error& error, ErrorContext context)
{
    if (error.kind == ErrorKind::Cancelled) {
        return;
    }
    const ErrorWords words = errorWords(error, context);
    m_toasts->showAction(
        words.sentence, tr("Details"),
        [this, words] { Dialog::tell(this, tr("What happened"), words.sentence, words.detail); }, Tone::Bad);
}

void Frame::backUp()
{
    if (m_bridge == nullptr) {
        return;
    }
    m_bridge->submit(this, BackUp{}, [this](Result<BackupInfo> backup) {
        if (!backup) {
            showError(backup.error(), ErrorContext::Backup);
            return;
        }
        m_toasts->show(tr("Backed up, %1").arg(m_bridge->formats().bytes(backup->bytes)), Tone::Ok);
    });
}

void Frame::unlockSending()
{
    const bool sure = Dialog::confirm(
        this, tr("Unlock sending?"),
        tr("Messages that were waiting will be sent from this workspace. Do this only if the one it was copied from "
           "will not send any more: otherwise customers get messages twice."),
        tr("Unlock sending"));
    if (sure && m_bridge != nullptr) {
        m_bridge->submit(this, UnlockSending{}, [this](Result<Done> done) {
            if (!done) {
                showError(done.error(), ErrorContext::Workspace);
                return;
            }
            m_toasts->show(tr("Sending is unlocked"), Tone::Ok);
        });
    }
}

void Frame::addShortcuts()
{
    const auto on = [this](const QKeySequence& keys, auto&& run) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, run);
    };
    on(QKeySequence(Qt::CTRL | Qt::Key_K), [this] { openPalette(); });
    on(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { goBack(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_B), [this] {
        m_rail->setCollapsed(!m_rail->isCollapsed());
        m_preferences.setRailCollapsed(m_rail->isCollapsed());
    });
    int number = 0;
    for (const PageEntry& entry : pageTable()) {
        if (entry.inRail && ++number <= 9) {
            on(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)),
               [this, id = entry.id] { navigate({.page = id}); });
        }
    }
}

}  // namespace shopbell::ui
