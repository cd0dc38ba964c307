// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/open_shop.h"

#include "api/campaigns.h"
#include "api/demo.h"
#include "api/profiles.h"
#include "api/segments.h"
#include "runtime/local_workspaces.h"
#include "ui/bridge/text.h"
#include "ui/shell/page_registry.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QThread>

#include <map>
#include <mutex>

namespace shopbell::test {

namespace {

constexpr int patience = 300'000;
constexpr int atRest = 350;
constexpr Instant standing{1'795'250'460'000};

class Secrets final : public SecretStore {
public:
    Result<std::string> load(std::string_view name) override
    {
        const std::lock_guard lock(m_mutex);
        const auto at = m_all.find(std::string(name));
        if (at == m_all.end()) {
            return fail(ErrorKind::NotFound, "There is no such secret.");
        }
        return at->second;
    }
    Result<void> save(std::string_view name, std::string_view secret) override
    {
        const std::lock_guard lock(m_mutex);
        m_all[std::string(name)] = std::string(secret);
        return {};
    }
    Result<void> remove(std::string_view name) override
    {
        const std::lock_guard lock(m_mutex);
        m_all.erase(std::string(name));
        return {};
    }
    [[nodiscard]] std::string place() const override { return "memory"; }

private:
    std::mutex m_mutex;
    std::map<std::string, std::string> m_all;
};

}  // namespace

OpenShop::OpenShop(AtTheDoor) : m_clock(standing), m_preferences(m_folder.filePath(QStringLiteral("window.ini")))
{
    makeWindow();
    m_window->showWelcome();
    m_ready = true;
}

void OpenShop::makeWindow(const std::string& extraCaFile)
{
    RuntimeOptions runtime;
    runtime.makeSecretStore = [](const std::filesystem::path&) { return std::make_unique<Secrets>(); };
    runtime.recentFile = std::filesystem::path(ui::toUtf8(m_folder.filePath(QStringLiteral("recent.json"))));
    runtime.extraCaFile = extraCaFile;
    runtime.makeClock = [] { return std::make_unique<FakeClock>(standing); };
    m_workspaces = makeLocalWorkspaces(std::move(runtime));
    m_window = std::make_unique<ui::MainWindow>(
        ui::WindowNeeds{*m_workspaces, m_preferences, m_languages, m_clock, m_folder.path(), {}});
    m_window->resize(1440, 900);
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
}

OpenShop::OpenShop(bool filled, const QString& language, const std::string& extraCaFile)
    : m_clock(standing), m_preferences(m_folder.filePath(QStringLiteral("window.ini")))
{
    if (!language.isEmpty()) {
        m_preferences.setLanguage(language);
        m_languages.use(language);
    }
    makeWindow(extraCaFile);
    const QString file = m_folder.filePath(QStringLiteral("shop.shopbell"));
    if (!m_workspaces->create({ui::toUtf8(file), "Fernhill Candles", "Europe/Vienna", "EUR", "AT"})) {
        return;
    }
    m_window->openFile(file);
    m_ready = waitFor([this] { return m_window->frame().isAttached(); });
    if (m_ready && filled) {
        m_ready = fill();
    }
    settle();
}

/// The demo shop, with a campaign sent to the local outbox.
bool OpenShop::fill()
{
    bool good = true;
    const auto run = [&](auto command, auto keep) {
        using Answer = typename decltype(command)::Answer;
        bool finished = !good;
        if (good) {
            m_window->bridge()->submit(m_window.get(), std::move(command), [&](Result<Answer> answer) {
                good = answer.has_value();
                finished = true;
                if (answer) {
                    keep(*answer);
                }
            });
        }
        good = waitFor([&] { return finished; }) && good;
    };
    Campaign campaign;
    campaign.name = "Autumn scents";
    campaign.content = {"Fernhill", "hello@fernhill.example",
                        "",         "Autumn scents",
                        "",         "<p>Hello</p><p><a href=\"{{ unsubscribe_url }}\">Unsubscribe</a></p>",
                        ""};
    CampaignId saved;
    run(FillWithDemo{1000, 1}, [](const DemoSummary&) {});
    run(SaveSegment{{},
                    "Bought",
                    {R"({"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":1})"}},
        [&](SegmentId id) { campaign.audience.segments = {id}; });
    run(SaveCampaign{campaign}, [&](CampaignId id) { saved = id; });
    run(SendCampaign{saved}, [](const CampaignSummary&) {});
    return good;
}

OpenShop::~OpenShop()
{
    m_window.reset();
}

bool OpenShop::waitFor(const std::function<bool()>& done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        if (timer.elapsed() > patience) {
            return false;
        }
        QApplication::processEvents(QEventLoop::AllEvents, 5);
        QThread::yieldCurrentThread();
    }
    return true;
}

void OpenShop::settle()
{
    // Some pages ask only after a moment's rest.
    QElapsedTimer quiet;
    quiet.start();
    waitFor([&] {
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (m_window->bridge() != nullptr && !m_window->bridge()->isIdle()) {
            quiet.restart();
        }
        return quiet.elapsed() > atRest;
    });
}

void OpenShop::show(const ui::Place& place)
{
    m_window->frame().navigate(place);
    settle();
}

std::vector<ui::Place> OpenShop::places()
{
    std::vector<ui::Place> all;
    for (const ui::PageEntry& entry : ui::pageTable()) {
        all.push_back({.page = entry.id});
    }
    ui::EngineBridge& bridge = *m_window->bridge();
    SearchProfiles search;
    search.limit = 1;
    bridge.ask(m_window.get(), search, [&](Result<ProfilePage> page) {
        if (page && !page->rows.empty()) {
            all.push_back({.page = ui::PageId::Profiles, .id = page->rows.front().id.value});
        }
    });
    bridge.ask(m_window.get(), ListSegments{}, [&](Result<std::vector<SegmentInfo>> segments) {
        if (segments && !segments->empty()) {
            all.push_back({.page = ui::PageId::Segments, .id = segments->front().id.value});
        }
    });
    bridge.ask(m_window.get(), ListCampaigns{}, [&](Result<std::vector<CampaignSummary>> campaigns) {
        if (campaigns && !campaigns->empty()) {
            all.push_back({.page = ui::PageId::Campaigns, .id = campaigns->front().campaign.id.value});
        }
    });
    settle();
    all.push_back({.page = ui::PageId::Segments, .action = QStringLiteral("new")});
    all.push_back({.page = ui::PageId::Campaigns, .action = QStringLiteral("new")});
    for (const char* section : {"stores", "providers", "sending", "look", "workspace", "backup", "privacy"}) {
        all.push_back({.page = ui::PageId::Settings, .action = QLatin1String(section)});
    }
    std::erase_if(all, [](const ui::Place& each) { return ui::findPage(each.page) == nullptr; });
    return all;
}

}  // namespace shopbell::test
