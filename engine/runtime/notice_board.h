// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/notices.h"

#include <functional>
#include <memory>

namespace shopbell {

/// Hands notices to whoever subscribed. Any thread; handlers are called in the publishing thread, without a lock held.
/// After a Subscription is gone its handler is not called again, except for a call already under way in another thread.
class NoticeBoard {
public:
    NoticeBoard();
    [[nodiscard]] Subscription subscribe(Topic topic, std::function<void(const Notice&)> handler) const;
    void publish(const Notice& notice) const;
    void publish(Topic topic, std::int64_t subject = 0) const { publish(Notice{topic, subject, {}}); }

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

}  // namespace shopbell
