// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots.h"

#include "api/campaigns.h"
#include "api/profiles.h"
#include "api/segments.h"
#include "app/desktop/shop_filler.h"
#include "base/clock.h"
#include "runtime/local_workspaces.h"
#include "runtime/memory_secrets.h"
#include "ui/bridge/progress_list.h"
#include "ui/bridge/text.h"
#include "ui/gallery/gallery_page.h"
#include "ui/shell/languages.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/preferences.h"
#include "ui/widgets/stepper.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace shopbell::desktop {

namespace {

/// Saturday 21 November 2026, 9:41 in Vienna.
constexpr Instant shotInstant{1'795'250'460'000};
/// Milliseconds without a question: for a page that was turned to, and for one that was only resized.
constexpr int atRest = 350;
constexpr int atHand = 30;
constexpr int atRestInSegments = 700;  ///< the curve of a segment's sizes is asked for last
constexpr QSize sizes[] = {{1100, 700}, {1600, 1000}};

class StandingClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return shotInstant; }
};

/// Keys in memory: what the pictures' stores and mail servers are opened with has no business in anybody's keychain.
class PictureSecrets final : public SecretStore {
public:
    Result<std::string> load(std::string_view name) override { return m_kept.load(name); }
    Result<void> save(std::string_view name, std::string_view secret) override { return m_kept.save(name, secret); }
    Result<void> remove(std::string_view name) override { return m_kept.remove(name); }
    std::string place() const override { return "the system keychain"; }

private:
    MemorySecrets m_kept;
};

struct NamedPlace {
    QString name;
    ui::Place place;
    int step = -1;  ///< of a campaign's path; -1: as it opens
};

/// A workspace of the pictures, and how it comes to what is in it.
struct Shop {
    QString state;
    QString name;
    bool (*fill)(ShopFiller& filler, const std::string& folder);
    bool filled = false;
};

class Shots {
public:
    explicit Shots(const Options& options) : m_options(options)
    {
        RuntimeOptions runtime;
        runtime.makeSecretStore = [](const std::filesystem::path&) { return std::make_unique<PictureSecrets>(); };
        runtime.recentFile = std::filesystem::path(m_folder.filePath(QStringLiteral("recent.json")).toStdU16String());
        runtime.makeClock = [] { return std::make_unique<StandingClock>(); };
        m_workspaces = makeLocalWorkspaces(std::move(runtime));
    }

    int draw();

private:
    void settle(ui::MainWindow& window, int quietFor = atRest);
    bool makeWorkspace(const QString& file, const QString& shop);
    bool open(ui::MainWindow& window, Shop& shop);
    std::vector<NamedPlace> listPlaces(ui::MainWindow& window);
    void drawPlaces(ui::MainWindow& window, const QString& state, const QString& language);
    void drawEach(QWidget& widget, const QString& name, const QString& language, const std::function<void()>& settled);
    [[nodiscard]] bool wants(const QString& page) const
    {
        return m_options.pages.isEmpty() || m_options.pages.contains(page.section(QLatin1Char('_'), 0, 0)) ||
               m_options.pages.contains(page);
    }

    const Options& m_options;
    QTemporaryDir m_folder;
    StandingClock m_clock;
    std::unique_ptr<Workspaces> m_workspaces;
    int m_drawn = 0;
};

void Shots::settle(ui::MainWindow& window, int quietFor)
{
    // Answers ask further questions, and some pages ask only after a moment's rest: quiet means quiet for a while.
    QElapsedTimer quiet;
    quiet.start();
    waitFor([&] {
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (window.bridge() != nullptr && !window.bridge()->isIdle()) {
            quiet.restart();
        }
        return quiet.elapsed() > quietFor;
    });
}

bool Shots::makeWorkspace(const QString& file, const QString& shop)
{
    return m_workspaces->create({ui::toUtf8(file), ui::toUtf8(shop), "Europe/Vienna", "EUR", "AT"}).has_value();
}

bool Shots::open(ui::MainWindow& window, Shop& shop)
{
    const QString file = m_folder.filePath(shop.name + QStringLiteral(".shopbell"));
    if (!shop.filled && !makeWorkspace(file, shop.name)) {
        std::fprintf(stderr, "%s cannot be made.\n", qPrintable(file));
        return false;
    }
    window.openFile(file);
    if (!waitFor([&] { return window.bridge() != nullptr && window.frame().isAttached(); })) {
        std::fprintf(stderr, "%s did not open.\n", qPrintable(file));
        return false;
    }
    if (!std::exchange(shop.filled, true)) {
        ShopFiller filler(*window.bridge());
        return shop.fill(filler, m_folder.path().toStdString());
    }
    return true;
}

/// Of each state the campaign with most people in it; a draft with every step of its path.
void listCampaigns(std::vector<CampaignSummary> campaigns, std::vector<NamedPlace>& places)
{
    std::ranges::stable_sort(campaigns, std::ranges::greater{}, &CampaignSummary::planned);
    constexpr std::pair<CampaignState, const char*> states[] = {
        {CampaignState::Draft, "draft"},     {CampaignState::Scheduled, "scheduled"},
        {CampaignState::Sending, "sending"}, {CampaignState::Paused, "paused"},
        {CampaignState::Sent, "report"},     {CampaignState::Cancelled, "cancelled"}};
    for (const auto& [state, name] : states) {
        const auto found = std::ranges::find(campaigns, state, [](const auto& each) { return each.campaign.state; });
        if (found == campaigns.end()) {
            continue;
        }
        const ui::Place place{.page = ui::PageId::Campaigns, .id = found->campaign.id.value};
        places.push_back({QStringLiteral("campaigns_") + QLatin1String(name), place});
        if (state == CampaignState::Draft) {
            for (const auto& [step, stepName] :
                 {std::pair{1, "message"}, std::pair{2, "time"}, std::pair{3, "check"}}) {
                places.push_back({QStringLiteral("campaigns_") + QLatin1String(stepName), place, step});
            }
        }
    }
}

/// Every page's front, and one inner place of those that have any.
std::vector<NamedPlace> Shots::listPlaces(ui::MainWindow& window)
{
    std::vector<NamedPlace> places;
    for (const ui::PageEntry& entry : ui::pageTable()) {
        places.push_back({QString::fromLatin1(entry.key), {.page = entry.id}});
    }
    ui::EngineBridge& bridge = *window.bridge();
    SearchProfiles search;
    search.words = "";
    search.order = ProfileOrder::Orders;
    search.limit = 1;
    bridge.ask(&window, search, [&](Result<ProfilePage> page) {
        if (!page || page->rows.empty()) {
            return;
        }
        const std::int64_t best = page->rows.front().id.value;
        places.push_back({QStringLiteral("profiles_one"), {.page = ui::PageId::Profiles, .id = best}});
    });
    bridge.ask(&window, ListSegments{}, [&](Result<std::vector<SegmentInfo>> segments) {
        if (segments && !segments->empty()) {
            // The one with most to say.
            const auto longest = std::ranges::max_element(
                *segments, {}, [](const SegmentInfo& each) { return each.definition.json.size(); });
            places.push_back({QStringLiteral("segments_one"), {.page = ui::PageId::Segments, .id = longest->id.value}});
        }
    });
    bridge.ask(&window, ListCampaigns{}, [&](Result<std::vector<CampaignSummary>> campaigns) {
        if (campaigns) {
            listCampaigns(std::move(*campaigns), places);
        }
    });
    settle(window);
    places.push_back({QStringLiteral("segments_new"), {.page = ui::PageId::Segments, .action = QStringLiteral("new")}});
    places.push_back(
        {QStringLiteral("campaigns_new"), {.page = ui::PageId::Campaigns, .action = QStringLiteral("new")}});
    for (const char* section : {"stores", "sending", "look", "workspace", "backup", "privacy"}) {
        places.push_back({QStringLiteral("settings_") + QLatin1String(section),
                          {.page = ui::PageId::Settings, .action = QLatin1String(section)}});
    }
    return places;
}

void Shots::drawEach(QWidget& widget, const QString& name, const QString& language,
                     const std::function<void()>& settled)
{
    for (const QSize& size : sizes) {
        if (m_options.quick && size != sizes[1]) {
            continue;
        }
        for (const ui::Appearance look : {ui::Appearance::Light, ui::Appearance::Dark}) {
            ui::theme().setAppearance(look);
            widget.resize(size);
            settled();
            const QString file =
                QStringLiteral("%1-%2-%3-%4.png")
                    .arg(name, look == ui::Appearance::Dark ? QStringLiteral("dark") : QStringLiteral("light"),
                         language)
                    .arg(size.width());
            widget.grab().save(QDir(m_options.shots).filePath(file));
            ++m_drawn;
        }
    }
}

void Shots::drawPlaces(ui::MainWindow& window, const QString& state, const QString& language)
{
    for (const NamedPlace& each : listPlaces(window)) {
        if (ui::findPage(each.place.page) == nullptr || !wants(each.name)) {
            continue;
        }
        window.frame().navigate(each.place);
        settle(window, each.place.page == ui::PageId::Segments ? atRestInSegments : atRest);
        if (each.step >= 0) {
            for (auto* stepper : window.findChildren<ui::Stepper*>()) {
                emit stepper->stepChosen(each.step);
            }
            settle(window);
        }
        drawEach(window, each.name + QLatin1Char('-') + state, language, [&] { settle(window, atHand); });
    }
    if (wants(QStringLiteral("palette")) && state != QLatin1String("empty")) {
        window.frame().navigate({});
        window.frame().openPalette();
        drawEach(window, QStringLiteral("palette-") + state, language, [&] { settle(window, atHand); });
    }
}

int Shots::draw()
{
    if (!QDir().mkpath(m_options.shots)) {
        std::fprintf(stderr, "%s cannot be made.\n", qPrintable(m_options.shots));
        return 1;
    }
    ui::Languages languages;
    ui::Preferences preferences(m_folder.filePath(QStringLiteral("window.ini")));
    ui::theme().setReducedMotion(true);
    Shop shops[] = {
        {QStringLiteral("empty"), QStringLiteral("My shop"), [](ShopFiller&, const std::string&) { return true; }},
        {QStringLiteral("small"), QStringLiteral("Fernhill Candles"),
         [](ShopFiller& filler, const std::string&) { return filler.fillSmall(); }},
        {QStringLiteral("full"), QStringLiteral("Fernhill Candles, Lights and Fragrances of Northern Europe"),
         [](ShopFiller& filler, const std::string& folder) { return filler.fillFull(folder); }},
    };
    QStringList wanted = {QStringLiteral("en"), QStringLiteral("de")};
    if (!m_options.language.isEmpty()) {
        wanted = {m_options.language};
    } else if (m_options.quick) {
        wanted.removeLast();
    }
    for (const QString& language : std::as_const(wanted)) {
        languages.use(language);
        if (m_options.mirrored) {
            QApplication::setLayoutDirection(Qt::RightToLeft);
        }
        // The same country's habits everywhere, whatever this computer's are.
        if (language == QLatin1String("en")) {
            QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        } else if (language == QLatin1String("de")) {
            QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        }
        if (wants(QStringLiteral("gallery"))) {
            const std::unique_ptr<QWidget> gallery(ui::makeGallery(nullptr));
            gallery->setAttribute(Qt::WA_DontShowOnScreen);
            gallery->show();
            drawEach(*gallery, QStringLiteral("gallery-all"), language, [] { QApplication::processEvents(); });
        }
        ui::MainWindow window({*m_workspaces, preferences, languages, m_clock, m_folder.path(), {}});
        window.show();
        if (wants(QStringLiteral("welcome"))) {
            window.showWelcome();
            waitFor([n = 0]() mutable { return ++n > 5; });
            drawEach(window, QStringLiteral("welcome-empty"), language, [&] { settle(window, atHand); });
        }
        for (Shop& shop : shops) {
            if (!m_options.states.isEmpty() && !m_options.states.contains(shop.state)) {
                continue;
            }
            if (!open(window, shop)) {
                return 1;
            }
            settle(window);
            drawPlaces(window, shop.state, language);
        }
    }
    std::printf("%d pictures in %s\n", m_drawn, qPrintable(m_options.shots));
    return 0;
}

}  // namespace

int drawShots(const Options& options)
{
    return Shots(options).draw();
}

}  // namespace shopbell::desktop
