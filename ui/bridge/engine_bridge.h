// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/engine.h"
#include "api/workspace.h"
#include "base/clock.h"
#include "ui/bridge/formats.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace shopbell::ui {

class ProgressList;

/// The engine as the window sees it: answers come on the UI thread, and only while somebody waits for them.
///
/// One per open workspace, UI thread only. It neither owns nor outlives the engine it is given: whoever opened the
/// engine destroys the pages first, then the bridge, then the engine.
class EngineBridge : public QObject {
    Q_OBJECT
public:
    /// `clock` is what "now" and "2 min ago" go by; it must outlive the bridge.
    EngineBridge(Engine& engine, const Clock& clock, QObject* parent = nullptr);
    ~EngineBridge() override;

    /// `handler` gets the answer on the UI thread. When `context` goes before, the question is cancelled and the
    /// handler never runs. For questions that replace each other (a count while one types) use an Asker.
    template <Question Q>
    void ask(QObject* context, Q question, std::function<void(Result<typename Q::Answer>)> handler)
    {
        askWaiting(context, std::move(question), std::move(handler));
    }

    /// `handler` (may be empty) gets the answer on the UI thread while `context` lives. A command goes on without its
    /// context: what was begun is finished, unless it is cancelled by its ticket.
    template <Command C>
    Ticket submit(QObject* context, C command, std::function<void(Result<typename C::Answer>)> handler = {})
    {
        using Answer = typename C::Answer;
        if (!handler) {
            return m_engine.submit(std::move(command));
        }
        const quint64 id = startWaiting(context);
        return m_engine.submit(std::move(command),
                               [mail = m_mail, id, handler = std::move(handler)](Result<Answer> answer) {
                                   auto held = std::make_shared<Result<Answer>>(std::move(answer));
                                   mail->post([id, handler, held](EngineBridge& bridge) {
                                       if (bridge.stopWaiting(id)) {
                                           handler(std::move(*held));
                                       }
                                   });
                               });
    }

    void cancel(Ticket ticket) { m_engine.cancel(ticket); }

    /// What the window knows of the workspace without asking; empty until the first answer came. Kept up to date.
    [[nodiscard]] const WorkspaceInfo& info() const { return m_info; }
    [[nodiscard]] bool hasInfo() const { return m_hasInfo; }
    /// Numbers, money and dates in the words of the locale and the shop.
    [[nodiscard]] const Formats& formats() const { return m_formats; }
    [[nodiscard]] Instant now() const { return m_clock.now(); }
    /// Nothing asked is still unanswered: what is on the screen is all there is. For tests and pictures.
    [[nodiscard]] bool isIdle() const { return m_waiting.empty() && !m_flushTimer.isActive(); }
    /// The long commands that run now.
    [[nodiscard]] ProgressList& progress() { return *m_progress; }

    /// Calls `handler` after changes of any of these topics, while `context` lives. Pages use Page::reloadOn() instead.
    void onChange(QObject* context, std::initializer_list<Topic> topics, std::function<void(qint64 subject)> handler);

signals:
    /// Something about `topic` changed: ask again. Bursts come as one, ten a second at most per topic; `subject` is the
    /// id of what changed, 0 when it was several things or all.
    void changed(shopbell::Topic topic, qint64 subject);
    /// How far a long command is; the last one has `finished` set. Coalesced like changed(), the last one never lost.
    void progressed(const shopbell::Progress& progress);
    void infoChanged();

private:
    friend class Asker;

    /// Carries work from the engine's threads to this one; outlives the bridge as long as an answer is under way.
    class Mail {
    public:
        explicit Mail(EngineBridge* to) : m_to(to) {}
        void post(std::function<void(EngineBridge&)> work);
        void close();

    private:
        std::mutex m_mutex;
        EngineBridge* m_to;
    };
    struct Waiting {
        Pending pending;
        QMetaObject::Connection contextGone;
    };
    class Notices;

    template <Question Q>
    quint64 askWaiting(QObject* context, Q question, std::function<void(Result<typename Q::Answer>)> handler)
    {
        using Answer = typename Q::Answer;
        const quint64 id = startWaiting(context);
        keepWaiting(id, m_engine.ask(std::move(question),
                                     [mail = m_mail, id, handler = std::move(handler)](Result<Answer> answer) {
                                         auto held = std::make_shared<Result<Answer>>(std::move(answer));
                                         mail->post([id, handler, held](EngineBridge& bridge) {
                                             if (bridge.stopWaiting(id)) {
                                                 handler(std::move(*held));
                                             }
                                         });
                                     }));
        return id;
    }
    quint64 startWaiting(QObject* context);
    void keepWaiting(quint64 id, Pending pending);
    bool stopWaiting(quint64 id);
    [[nodiscard]] bool isWaiting(quint64 id) const { return m_waiting.contains(id); }
    void loadInfo();
    void flush();

    Engine& m_engine;
    const Clock& m_clock;
    Formats m_formats;
    WorkspaceInfo m_info;
    bool m_hasInfo = false;
    ProgressList* m_progress;
    std::shared_ptr<Mail> m_mail;
    std::unordered_map<quint64, Waiting> m_waiting;
    quint64 m_lastId = 0;
    bool m_infoWaits = false;
    bool m_infoStale = false;
    std::shared_ptr<Notices> m_notices;
    QTimer m_flushTimer;
    QElapsedTimer m_sinceFlush;
    std::vector<Subscription> m_subscriptions;
};

/// One slot for a question whose newer version makes the older one pointless. As a member:
/// `m_count.ask(bridge, CountSegment{…}, [this](Result<SegmentCount> count) { … });`
/// Asking again, cancel() and the Asker's end cancel what waits; its handler then never runs.
class Asker {
public:
    Asker() = default;
    Asker(const Asker&) = delete;
    Asker& operator=(const Asker&) = delete;
    ~Asker() { cancel(); }

    template <Question Q>
    void ask(EngineBridge& bridge, Q question, std::function<void(Result<typename Q::Answer>)> handler)
    {
        cancel();
        m_bridge = &bridge;
        m_id = bridge.askWaiting(nullptr, std::move(question), std::move(handler));
    }
    void cancel()
    {
        if (m_bridge) {
            m_bridge->stopWaiting(m_id);
            m_bridge = nullptr;
        }
    }
    [[nodiscard]] bool isWaiting() const { return m_bridge && m_bridge->isWaiting(m_id); }

private:
    QPointer<EngineBridge> m_bridge;
    quint64 m_id = 0;
};

}  // namespace shopbell::ui

Q_DECLARE_METATYPE(shopbell::Topic)
Q_DECLARE_METATYPE(shopbell::Progress)
