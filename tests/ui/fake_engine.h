// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/engine.h"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <typeindex>
#include <utility>
#include <vector>

namespace shopbell::test {

/// An engine whose answers a test decides. Questions and commands of a type that has an answer are answered from
/// another thread at once; those that are held wait for release(). What has no answer is answered NotFound.
class FakeEngine : public Engine {
public:
    ~FakeEngine() override { join(); }

    template <class T>
    void on(std::function<Result<typename T::Answer>(const T&)> answer)
    {
        m_answers[typeid(T)] = [answer = std::move(answer)](const std::any& asked) -> Result<std::any> {
            auto given = answer(std::any_cast<const T&>(asked));
            if (!given) {
                return fail(given.error());
            }
            return std::any(std::move(*given));
        };
    }
    template <class T>
    void hold(bool held = true)
    {
        m_held[typeid(T)] = held;
    }
    /// Answers all that waits, in the order asked.
    void release()
    {
        std::vector<Waiting> waiting = std::exchange(m_waiting, {});
        for (Waiting& each : waiting) {
            each.cancelledBefore = each.token.isCancelled();
            reply(each.type, std::move(each.asked), std::move(each.done));
        }
        join();
    }
    template <class T>
    [[nodiscard]] int asked() const
    {
        const auto at = m_asked.find(typeid(T));
        return at == m_asked.end() ? 0 : at->second;
    }
    /// Of the held ones.
    [[nodiscard]] int cancelledWaiting() const
    {
        return static_cast<int>(
            std::ranges::count_if(m_waiting, [](const Waiting& each) { return each.token.isCancelled(); }));
    }
    [[nodiscard]] std::vector<Ticket> cancelled() const { return m_cancelled; }

    /// From a thread of its own, as the real one does.
    void publish(const Notice& notice)
    {
        std::thread([this, notice] {
            for (const auto& [topic, handler] : m_handlers) {
                if (topic == notice.topic && !handler.expired()) {
                    (*handler.lock())(notice);
                }
            }
        }).join();
    }
    void join()
    {
        for (auto& thread : m_threads) {
            thread.join();
        }
        m_threads.clear();
    }

    void cancel(Ticket ticket) override { m_cancelled.push_back(ticket); }
    Subscription subscribe(Topic topic, std::function<void(const Notice&)> handler) override
    {
        auto held = std::make_shared<std::function<void(const Notice&)>>(std::move(handler));
        m_handlers.emplace_back(topic, held);
        return Subscription(held);
    }

protected:
    Ticket submitAny(std::type_index type, std::any command, AnyReply done) override
    {
        ++m_asked[type];
        take(type, std::move(command), std::move(done), CancelToken());
        return Ticket{++m_lastTicket};
    }
    void askAny(std::type_index type, std::any question, AnyReply done, const CancelToken& token) override
    {
        ++m_asked[type];
        take(type, std::move(question), std::move(done), token);
    }

private:
    struct Waiting {
        std::type_index type;
        std::any asked;
        AnyReply done;
        CancelToken token;
        bool cancelledBefore = false;
    };

    void take(std::type_index type, std::any asked, AnyReply done, const CancelToken& token)
    {
        if (m_held[type]) {
            m_waiting.push_back({type, std::move(asked), std::move(done), token});
            return;
        }
        reply(type, std::move(asked), std::move(done));
    }
    void reply(std::type_index type, std::any asked, AnyReply done)
    {
        const auto at = m_answers.find(type);
        auto answer = at == m_answers.end()
            ? [](const std::any&) -> Result<std::any> { return fail(ErrorKind::NotFound, "There is no answer."); }
        : at->second;
        m_threads.emplace_back([answer, asked = std::move(asked), done = std::move(done)] { done(answer(asked)); });
    }

    std::map<std::type_index, std::function<Result<std::any>(const std::any&)>> m_answers;
    std::map<std::type_index, bool> m_held;
    std::map<std::type_index, int> m_asked;
    std::vector<Waiting> m_waiting;
    std::vector<std::thread> m_threads;
    std::vector<std::pair<Topic, std::weak_ptr<std::function<void(const Notice&)>>>> m_handlers;
    std::vector<Ticket> m_cancelled;
    std::uint64_t m_lastTicket = 0;
};

}  // namespace shopbell::test
