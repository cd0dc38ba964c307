// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots.h"

#include "api/campaigns.h"
#include "api/demo.h"
#include "api/profiles.h"
#include "api/segments.h"
#include "app/secrets/make_secret_store.h"
#include "base/clock.h"
#include "runtime/local_workspaces.h"
#include "ui/bridge/progress_list.h"
#include "ui/bridge/text.h"
#include "ui/gallery/gallery_page.h"
#include "ui/shell/languages.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/preferences.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>
#include <optional>

namespace shopbell::desktop {

namespace {

/// Saturday 21 November 2026, 9:41 in Vienna.
constexpr Instant shotInstant{1'795'250'460'000};
constexpr int patience = 240'000;
/// Milliseconds without a question: for a page that was turned to, and for one that was only resized.
constexpr int atRest = 350;
constexpr int atHand = 30;
constexpr const char* orderedThisYear =
    R"({"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":1,)"
    R"("timeframe":{"kind":"in-the-last","n":365,"unit":"day"}})";
constexpr const char* letter =
    "<p>Hello {{ first_name | default: \"there\" }},</p><p>three new scents are on the shelf.</p>"
    "<p><a href=\"{{ unsubscribe_url }}\">Unsubscribe</a></p>";
constexpr QSize sizes[] = {{1100, 700}, {1600, 1000}};

class StandingClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return shotInstant; }
};

struct NamedPlace {
    QString name;
    ui::Place place;
};

class Shots {
public:
    explicit Shots(const Options& options) : m_options(options)
    {
        RuntimeOptions runtime;
        runtime.makeSecretStore = [](const std::filesystem::path& workspace) { return makeSecretStore(workspace); };
        runtime.recentFile = std::filesystem::path(m_folder.filePath(QStringLiteral("recent.json")).toStdU16String());
        runtime.makeClock = [] { return std::make_unique<StandingClock>(); };
        m_workspaces = makeLocalWorkspaces(std::move(runtime));
    }

    int draw();

private:
    bool waitFor(const std::function<bool()>& done);
    void settle(ui::MainWindow& window, int quietFor = atRest);
    bool makeWorkspace(const QString& file, const QString& shop);
    template <class Command>
    std::optional<typename Command::Answer> run(ui::MainWindow& window, Command command);
    bool fill(ui::MainWindow& window);
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

bool Shots::waitFor(const std::function<bool()>& done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        if (timer.elapsed() > patience) {
            return false;
        }
        QApplication::processEvents(QEventLoop::AllEvents, 10);
        QThread::msleep(1);
    }
    return true;
}

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

template <class Command>
std::optional<typename Command::Answer> Shots::run(ui::MainWindow& window, Command command)
{
    std::optional<Result<typename Command::Answer>> answer;
    window.bridge()->submit(&window, std::move(command),
                            [&](Result<typename Command::Answer> given) { answer = std::move(given); });
    if (!waitFor([&] { return answer.has_value(); })) {
        std::fprintf(stderr, "The workspace for the pictures did not get ready in time.\n");
        return std::nullopt;
    }
    if (!*answer) {
        std::fprintf(stderr, "%s\n", describe(answer->error()).c_str());
        return std::nullopt;
    }
    return std::move(**answer);
}

/// The demo shop, a campaign that was sent to the local outbox, and a draft.
bool Shots::fill(ui::MainWindow& window)
{
    if (!run(window, FillWithDemo{1000, 1})) {
        return false;
    }
    const auto segment = run(window, SaveSegment{{}, "Ordered this year", {orderedThisYear}});
    if (!segment) {
        return false;
    }
    Campaign campaign;
    campaign.name = "Autumn scents";
    campaign.audience.segments = {*segment};
    campaign.content = {
        "Fernhill Candles", "hello@fernhill.example", "", "Autumn scents are here", "Three new ones", letter, ""};
    const auto sent = run(window, SaveCampaign{campaign});
    campaign.name = "Winter, by candlelight";
    campaign.content.subject = "Winter, by candlelight";
    const auto draft = run(window, SaveCampaign{campaign});
    return sent && draft && run(window, SendCampaign{*sent});
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
    search.limit = 40;
    bridge.ask(&window, search, [&](Result<ProfilePage> page) {
        if (!page || page->rows.empty()) {
            return;
        }
        const auto best = std::ranges::max_element(page->rows, {}, &ProfileEntry::orders);
        places.push_back({QStringLiteral("profiles_one"), {.page = ui::PageId::Profiles, .id = best->id.value}});
    });
    bridge.ask(&window, ListSegments{}, [&](Result<std::vector<SegmentInfo>> segments) {
        if (segments && !segments->empty()) {
            places.push_back(
                {QStringLiteral("segments_one"), {.page = ui::PageId::Segments, .id = segments->front().id.value}});
        }
    });
    bridge.ask(&window, ListCampaigns{}, [&](Result<std::vector<CampaignSummary>> campaigns) {
        if (!campaigns) {
            return;
        }
        for (const CampaignSummary& each : *campaigns) {
            const bool draft = each.campaign.state == CampaignState::Draft;
            places.push_back({draft ? QStringLiteral("campaigns_draft") : QStringLiteral("campaigns_report"),
                              {.page = ui::PageId::Campaigns, .id = each.campaign.id.value}});
        }
    });
    settle(window);
    places.push_back({QStringLiteral("segments_new"), {.page = ui::PageId::Segments, .action = QStringLiteral("new")}});
    places.push_back(
        {QStringLiteral("campaigns_new"), {.page = ui::PageId::Campaigns, .action = QStringLiteral("new")}});
    for (const char* section : {"stores", "providers", "sending", "look", "workspace", "backup", "privacy"}) {
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
        settle(window);
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
    const QString empty = m_folder.filePath(QStringLiteral("My shop.shopbell"));
    const QString small = m_folder.filePath(QStringLiteral("Fernhill Candles.shopbell"));
    if (!makeWorkspace(empty, QStringLiteral("My shop")) || !makeWorkspace(small, QStringLiteral("Fernhill Candles"))) {
        std::fprintf(stderr, "The workspaces for the pictures cannot be made.\n");
        return 1;
    }
    bool filled = false;
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
        ui::MainWindow window({*m_workspaces, preferences, languages, m_clock, m_folder.path(), false});
        window.show();
        if (wants(QStringLiteral("welcome"))) {
            window.showWelcome();
            waitFor([n = 0]() mutable { return ++n > 5; });
            drawEach(window, QStringLiteral("welcome-empty"), language, [&] { settle(window, atHand); });
        }
        for (const auto& [state, file] :
             {std::pair{QStringLiteral("empty"), empty}, std::pair{QStringLiteral("small"), small}}) {
            window.openFile(file);
            if (!waitFor([&] { return window.bridge() != nullptr && window.frame().isAttached(); })) {
                std::fprintf(stderr, "%s did not open.\n", qPrintable(file));
                return 1;
            }
            if (state == QLatin1String("small") && !std::exchange(filled, true) && !fill(window)) {
                return 1;
            }
            settle(window);
            drawPlaces(window, state, language);
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
