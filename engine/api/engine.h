// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/notices.h"
#include "base/cancel.h"
#include "base/result.h"

#include <any>
#include <concepts>
#include <cstdint>
#include <functional>
#include <typeindex>
#include <utility>

namespace shopbell {

/// What a command answers when there is nothing to say but that it is done.
struct Done {};

/// A command changes something. It names its answer and says `isCommand`:
/// `struct RemoveSegment { using Answer = Done; static constexpr bool isCommand = true; SegmentId segment; };`
template <class T>
concept Command = requires
{
    typename T::Answer;
}
&&requires
{
    requires T::isCommand;
};

/// A question reads. It names its answer: `struct CountSegment { using Answer = SegmentCount; … };`
template <class T>
concept Question = requires
{
    typename T::Answer;
}
&&!Command<T>;

/// Names a submitted command in Progress notices and for cancel().
struct Ticket {
    std::uint64_t number = 0;
    friend auto operator<=>(Ticket, Ticket) = default;
};

/// Somebody waits for an answer. When it goes, the question is cancelled and its callback will not be called any more
/// (one that is running in another thread at that moment may still finish).
class [[nodiscard]] Pending {
public:
    Pending() = default;
    explicit Pending(CancelToken token) : m_token(std::move(token)), m_active(true) {}
    Pending(Pending&& other) noexcept : m_token(other.m_token), m_active(std::exchange(other.m_active, false)) {}
    Pending& operator=(Pending&& other) noexcept
    {
        if (this != &other) {
            cancel();
            m_token = other.m_token;
            m_active = std::exchange(other.m_active, false);
        }
        return *this;
    }
    ~Pending() { cancel(); }
    void cancel()
    {
        if (m_active) {
            m_token.cancel();
            m_active = false;
        }
    }

private:
    CancelToken m_token;
    bool m_active = false;
};

/// The door to one open workspace: submit, ask, subscribe. Any thread may call; callbacks come on a thread of the
/// engine's (the window's bridge carries them over to its own) and must be quick. Destroying it stops the engine in
/// order: what is on the wire finishes, what waits stays in the workspace.
class Engine {
public:
    virtual ~Engine() = default;

    /// Commands run on the engine thread in the order submitted; long ones (imports, sync, sending) give way to others
    /// between their steps and tell their Progress. `done` may be empty.
    template <Command C>
    Ticket submit(C command, std::function<void(Result<typename C::Answer>)> done = {})
    {
        return submitAny(typeid(C), std::any(std::move(command)), unwrap<typename C::Answer>(std::move(done)));
    }

    /// Questions run on readers, in parallel.
    template <Question Q>
    Pending ask(Q question, std::function<void(Result<typename Q::Answer>)> done)
    {
        CancelToken token;
        askAny(typeid(Q), std::any(std::move(question)), unwrap<typename Q::Answer>(std::move(done)), token);
        return Pending(token);
    }

    /// A wish; the command then answers Cancelled, or its answer if it was quicker. What it had done stays done.
    virtual void cancel(Ticket ticket) = 0;

    /// The handler is called for each notice of the topic until the subscription goes.
    virtual Subscription subscribe(Topic topic, std::function<void(const Notice&)> handler) = 0;

protected:
    using AnyReply = std::function<void(Result<std::any>)>;
    virtual Ticket submitAny(std::type_index type, std::any command, AnyReply done) = 0;
    virtual void askAny(std::type_index type, std::any question, AnyReply done, const CancelToken& token) = 0;

private:
    template <class Answer>
    static AnyReply unwrap(std::function<void(Result<Answer>)> done)
    {
        return [done = std::move(done)](Result<std::any> answer) {
            if (!done) {
                return;
            }
            if (!answer) {
                done(fail(std::move(answer.error())));
                return;
            }
            done(std::any_cast<Answer>(std::move(*answer)));
        };
    }
};

}  // namespace shopbell
