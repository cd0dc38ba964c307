// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_search.h"

#include "ui/bridge/text.h"
#include "ui/shell/page.h"
#include "ui/shell/preferences.h"
#include "ui/theme/theme.h"
#include "ui/widgets/command_palette.h"

namespace shopbell::ui {

namespace {

constexpr std::int64_t mostPeople = 8;

}  // namespace

PaletteSearch::PaletteSearch(Frame& frame, QWidget* over)
    : QObject(&frame), m_frame(frame), m_palette(new CommandPalette(over))
{
    connect(m_palette, &CommandPalette::searchChanged, this, &PaletteSearch::searchPeople);
    connect(m_palette, &CommandPalette::chosen, this, [this](const QString& id) {
        const auto at = m_actions.find(id);
        if (at != m_actions.end()) {
            // A copy: what runs may open the palette anew.
            const auto run = at->second;
            run();
        }
    });
}

void PaletteSearch::open(const QString& firstLetters)
{
    collect();
    m_palette->setChoices(m_choices);
    m_palette->openPalette(firstLetters);
    loadNamed();
}

void PaletteSearch::close()
{
    m_segments.cancel();
    m_campaigns.cancel();
    m_people.cancel();
    m_palette->closePalette();
}

void PaletteSearch::add(const Choice& choice, std::function<void()> run)
{
    m_actions[choice.id] = std::move(run);
    m_choices << choice;
}

void PaletteSearch::collect()
{
    m_choices.clear();
    m_actions.clear();
    if (Page* page = m_frame.currentPage()) {
        for (Choice entry : page->paletteEntries()) {
            const QString own = entry.id;
            entry.id = QStringLiteral("here/") + own;
            entry.group = page->title();
            add(entry, [this, own] {
                if (Page* current = m_frame.currentPage()) {
                    current->runPaletteEntry(own);
                }
            });
        }
    }
    for (const PageEntry& entry : pageTable()) {
        add({.id = QStringLiteral("page/") + QLatin1String(entry.key),
             .text = pageName(entry),
             .group = tr("Pages"),
             .icon = entry.icon},
            [this, id = entry.id] { m_frame.navigate({.page = id}); });
    }
    addCommands();
}

void PaletteSearch::addCommands()
{
    const auto command = [this](const char* id, const QString& text, IconName icon, std::function<void()> run) {
        add({.id = QStringLiteral("command/") + QLatin1String(id), .text = text, .group = tr("Commands"), .icon = icon},
            std::move(run));
    };
    if (findPage(PageId::Campaigns) != nullptr) {
        command("new-campaign", tr("New campaign"), IconName::Plus,
                [this] { m_frame.navigate({.page = PageId::Campaigns, .action = QStringLiteral("new")}); });
    }
    if (findPage(PageId::Segments) != nullptr) {
        command("new-segment", tr("New segment"), IconName::Plus,
                [this] { m_frame.navigate({.page = PageId::Segments, .action = QStringLiteral("new")}); });
    }
    command("back-up", tr("Back up now"), IconName::Save, [this] { m_frame.backUp(); });
    command("restore", tr("Restore a backup…"), IconName::History, [this] { m_frame.restoreBackup({}); });
    command("open", tr("Open a workspace…"), IconName::Folder, [this] { m_frame.openWorkspace(); });
    command("new", tr("New workspace…"), IconName::File, [this] { m_frame.newWorkspace(); });
    command("light", tr("Light look"), IconName::Sun,
            [this] { m_frame.preferences().setAppearance(Appearance::Light); });
    command("dark", tr("Dark look"), IconName::Moon, [this] { m_frame.preferences().setAppearance(Appearance::Dark); });
    command("system", tr("Look like the system"), IconName::Palette,
            [this] { m_frame.preferences().setAppearance(Appearance::System); });
}

void PaletteSearch::loadNamed()
{
    m_segments.ask(m_frame.bridge(), ListSegments{}, [this](Result<std::vector<SegmentInfo>> segments) {
        if (!segments) {
            return;
        }
        for (const SegmentInfo& segment : *segments) {
            add({.id = QStringLiteral("segment/%1").arg(segment.id.value),
                 .text = toQString(segment.name),
                 .count = segment.members,
                 .group = tr("Segments"),
                 .icon = IconName::Segments},
                [this, id = segment.id.value] { m_frame.navigate({.page = PageId::Segments, .id = id}); });
        }
        m_palette->setChoices(m_choices);
    });
    m_campaigns.ask(m_frame.bridge(), ListCampaigns{}, [this](Result<std::vector<CampaignSummary>> campaigns) {
        if (!campaigns) {
            return;
        }
        for (const CampaignSummary& each : *campaigns) {
            add({.id = QStringLiteral("campaign/%1").arg(each.campaign.id.value),
                 .text = toQString(each.campaign.name),
                 .group = tr("Campaigns"),
                 .icon = IconName::Campaigns},
                [this, id = each.campaign.id.value] { m_frame.navigate({.page = PageId::Campaigns, .id = id}); });
        }
        m_palette->setChoices(m_choices);
    });
}

void PaletteSearch::searchPeople(const QString& words)
{
    if (words.trimmed().isEmpty() || !m_frame.isAttached()) {
        m_people.cancel();
        return;
    }
    SearchProfiles search;
    search.words = toUtf8(words.trimmed());
    search.order = ProfileOrder::Name;
    search.descending = false;
    search.limit = mostPeople;
    m_people.ask(m_frame.bridge(), search, [this](Result<ProfilePage> page) {
        if (!page) {
            return;
        }
        Choices found;
        for (const ProfileEntry& person : page->rows) {
            const QString email = toQString(person.email);
            const QString name = person.name.empty() ? email : toQString(person.name);
            const QString id = QStringLiteral("person/%1").arg(person.id.value);
            m_actions[id] = [this, profile = person.id.value] {
                m_frame.navigate({.page = PageId::Profiles, .id = profile});
            };
            found << Choice{.id = id,
                            .text = name,
                            .note = name == email ? toQString(person.phone) : email,
                            .group = tr("People"),
                            .icon = IconName::User};
        }
        m_palette->setFound(found);
    });
}

}  // namespace shopbell::ui
