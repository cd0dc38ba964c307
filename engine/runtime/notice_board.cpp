// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/notice_board.h"

#include <map>
#include <mutex>
#include <vector>

namespace shopbell {

struct NoticeBoard::Shared {
    using Handler = std::shared_ptr<const std::function<void(const Notice&)>>;
    std::mutex mutex;
    std::uint64_t last = 0;
    std::map<std::pair<Topic, std::uint64_t>, Handler> handlers;
};

NoticeBoard::NoticeBoard() : m_shared(std::make_shared<Shared>()) {}

Subscription NoticeBoard::subscribe(Topic topic, std::function<void(const Notice&)> handler) const
{
    const std::lock_guard lock(m_shared->mutex);
    const std::pair key{topic, ++m_shared->last};
    m_shared->handlers.emplace(key, std::make_shared<const std::function<void(const Notice&)>>(std::move(handler)));
    return Subscription(std::shared_ptr<void>(nullptr, [weak = std::weak_ptr(m_shared), key](void*) {
        if (const auto shared = weak.lock()) {
            const std::lock_guard ending(shared->mutex);
            shared->handlers.erase(key);
        }
    }));
}

void NoticeBoard::publish(const Notice& notice) const
{
    std::vector<Shared::Handler> handlers;
    {
        const std::lock_guard lock(m_shared->mutex);
        const auto begin = m_shared->handlers.lower_bound({notice.topic, 0});
        for (auto entry = begin; entry != m_shared->handlers.end() && entry->first.first == notice.topic; ++entry) {
            handlers.push_back(entry->second);
        }
    }
    for (const auto& handler : handlers) {
        (*handler)(notice);
    }
}

}  // namespace shopbell
