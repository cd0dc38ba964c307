// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/engine_bridge.h"

#include "ui/bridge/progress_list.h"
#include "ui/bridge/text.h"

#include <algorithm>
#include <map>
#include <utility>

namespace shopbell::ui {

namespace {

constexpr int flushMilliseconds = 100;
constexpr Topic allTopics[] = {Topic::Progress, Topic::Workspace, Topic::Profiles,  Topic::History,
                               Topic::Segments, Topic::Stores,    Topic::Campaigns, Topic::Sending};

}  // namespace

void EngineBridge::Mail::post(std::function<void(EngineBridge&)> work)
{
    const std::lock_guard lock(m_mutex);
    if (m_to == nullptr) {
        return;
    }
    // The receiver is the context object: Qt drops the event when the bridge goes before it is delivered.
    QMetaObject::invokeMethod(
        m_to, [to = m_to, work = std::move(work)] { work(*to); }, Qt::QueuedConnection);
}

void EngineBridge::Mail::close()
{
    const std::lock_guard lock(m_mutex);
    m_to = nullptr;
}

/// What was heard since the last flush; filled on the engine's threads, emptied on this one.
class EngineBridge::Notices {
public:
    struct Heard {
        std::map<Topic, qint64> topics;
        std::map<std::uint64_t, Progress> progress;
    };

    /// True when this is the first since the last take(), so that somebody must ask for a flush.
    bool add(const Notice& notice)
    {
        const std::lock_guard lock(m_mutex);
        if (notice.topic == Topic::Progress) {
            m_heard.progress[notice.progress.ticket] = notice.progress;
        } else {
            const auto [at, isNew] = m_heard.topics.try_emplace(notice.topic, notice.subject);
            if (!isNew && at->second != notice.subject) {
                at->second = 0;
            }
        }
        return !std::exchange(m_asked, true);
    }

    [[nodiscard]] Heard take()
    {
        const std::lock_guard lock(m_mutex);
        m_asked = false;
        return std::exchange(m_heard, {});
    }

private:
    std::mutex m_mutex;
    Heard m_heard;
    bool m_asked = false;
};

EngineBridge::EngineBridge(Engine& engine, const Clock& clock, QObject* parent)
    : QObject(parent),
      m_engine(engine),
      m_clock(clock),
      m_progress(new ProgressList(this)),
      m_mail(std::make_shared<Mail>(this)),
      m_notices(std::make_shared<Notices>())
{
    qRegisterMetaType<Topic>();
    qRegisterMetaType<Progress>();
    m_flushTimer.setSingleShot(true);
    connect(&m_flushTimer, &QTimer::timeout, this, &EngineBridge::flush);
    for (const Topic topic : allTopics) {
        m_subscriptions.push_back(m_engine.subscribe(topic, [mail = m_mail, notices = m_notices](const Notice& notice) {
            if (!notices->add(notice)) {
                return;
            }
            mail->post([](EngineBridge& bridge) {
                if (bridge.m_flushTimer.isActive()) {
                    return;
                }
                const qint64 since = bridge.m_sinceFlush.isValid() ? bridge.m_sinceFlush.elapsed() : flushMilliseconds;
                bridge.m_flushTimer.start(
                    static_cast<int>(std::clamp<qint64>(flushMilliseconds - since, 0, flushMilliseconds)));
            });
        }));
    }
    onChange(this, {Topic::Workspace, Topic::Profiles, Topic::Segments, Topic::Sending, Topic::History},
             [this](qint64) { loadInfo(); });
    loadInfo();
}

EngineBridge::~EngineBridge()
{
    m_mail->close();
    m_subscriptions.clear();
    m_waiting.clear();
}

void EngineBridge::onChange(QObject* context, std::initializer_list<Topic> topics, std::function<void(qint64)> handler)
{
    connect(this, &EngineBridge::changed, context,
            [wanted = std::vector<Topic>(topics), handler = std::move(handler)](Topic topic, qint64 subject) {
                if (std::ranges::find(wanted, topic) != wanted.end()) {
                    handler(subject);
                }
            });
}

quint64 EngineBridge::startWaiting(QObject* context)
{
    const quint64 id = ++m_lastId;
    Waiting& waiting = m_waiting[id];
    if (context != nullptr) {
        waiting.contextGone = connect(context, &QObject::destroyed, this, [this, id] { m_waiting.erase(id); });
    }
    return id;
}

void EngineBridge::keepWaiting(quint64 id, Pending pending)
{
    const auto at = m_waiting.find(id);
    if (at != m_waiting.end()) {
        at->second.pending = std::move(pending);
    }
}

bool EngineBridge::stopWaiting(quint64 id)
{
    const auto at = m_waiting.find(id);
    if (at == m_waiting.end()) {
        return false;
    }
    disconnect(at->second.contextGone);
    m_waiting.erase(at);
    return true;
}

void EngineBridge::loadInfo()
{
    // Under a stream of changes the running question is let finish, and asked once more after it.
    if (std::exchange(m_infoWaits, true)) {
        m_infoStale = true;
        return;
    }
    m_infoStale = false;
    ask(this, LoadWorkspaceInfo{}, [this](Result<WorkspaceInfo> info) {
        m_infoWaits = false;
        if (m_infoStale) {
            loadInfo();
        }
        if (!info) {
            return;
        }
        m_info = std::move(*info);
        m_hasInfo = true;
        const QTimeZone zone(toQString(m_info.timeZone).toUtf8());
        m_formats = Formats(QLocale(), toQString(m_info.currency), zone);
        emit infoChanged();
    });
}

void EngineBridge::flush()
{
    m_sinceFlush.start();
    const Notices::Heard heard = m_notices->take();
    for (const auto& [ticket, progress] : heard.progress) {
        m_progress->apply(progress);
        emit progressed(progress);
    }
    for (const auto& [topic, subject] : heard.topics) {
        emit changed(topic, subject);
    }
}

}  // namespace shopbell::ui
