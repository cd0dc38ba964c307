// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/engine.h"
#include "runtime/contexts.h"

#include <any>
#include <typeindex>
#include <unordered_map>
#include <unordered_set>

namespace shopbell {

/// Which function answers which command or question. Filled once, in handlers.cpp's one line per kind; read by all
/// threads.
class HandlerTable {
public:
    using Immediate = std::function<Result<std::any>(WriteContext&, const std::any&)>;
    using Long = std::function<Result<std::any>(JobContext&, const std::any&)>;
    using Reading = std::function<Result<std::any>(ReadContext&, const std::any&)>;

    /// A command that is done at once, on the engine thread.
    template <Command C>
    void command(Result<typename C::Answer> (*handler)(WriteContext&, const C&))
    {
        m_immediate[typeid(C)] = wrap<WriteContext, C>(handler);
    }
    /// A command that takes long, on a thread of its own.
    template <Command C>
    void job(Result<typename C::Answer> (*handler)(JobContext&, const C&))
    {
        m_long[typeid(C)] = wrap<JobContext, C>(handler);
    }
    template <Question Q>
    void question(Result<typename Q::Answer> (*handler)(ReadContext&, const Q&))
    {
        m_reading[typeid(Q)] = wrap<ReadContext, Q>(handler);
    }

    /// A question that asks somebody outside (a store, a mail server), and so must not hold a reader up.
    template <Question Q>
    void outsideQuestion(Result<typename Q::Answer> (*handler)(ReadContext&, const Q&))
    {
        question<Q>(handler);
        m_outside.insert(typeid(Q));
    }

    [[nodiscard]] bool asksOutside(std::type_index type) const { return m_outside.contains(type); }
    [[nodiscard]] const Immediate* findCommand(std::type_index type) const { return find(m_immediate, type); }
    [[nodiscard]] const Long* findJob(std::type_index type) const { return find(m_long, type); }
    [[nodiscard]] const Reading* findQuestion(std::type_index type) const { return find(m_reading, type); }

private:
    template <class Context, class What>
    static auto wrap(Result<typename What::Answer> (*handler)(Context&, const What&))
    {
        return [handler](Context& context, const std::any& what) -> Result<std::any> {
            auto answer = handler(context, *std::any_cast<What>(&what));
            if (!answer) {
                return fail(std::move(answer.error()));
            }
            return std::any(std::move(*answer));
        };
    }
    template <class Map>
    static const typename Map::mapped_type* find(const Map& map, std::type_index type)
    {
        const auto found = map.find(type);
        return found == map.end() ? nullptr : &found->second;
    }

    std::unordered_map<std::type_index, Immediate> m_immediate;
    std::unordered_map<std::type_index, Long> m_long;
    std::unordered_map<std::type_index, Reading> m_reading;
    std::unordered_set<std::type_index> m_outside;
};

/// Every command and question there is.
[[nodiscard]] HandlerTable makeHandlerTable();

}  // namespace shopbell
