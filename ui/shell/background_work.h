// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace shopbell::ui {

/// Calls that wait for a disk, one after the other, away from the UI thread; their answers come back on it.
/// Going away waits for what runs, and drops its answer.
class BackgroundWork : public QObject {
    Q_OBJECT
public:
    explicit BackgroundWork(QObject* parent = nullptr) : QObject(parent) { m_pool.setMaxThreadCount(1); }
    ~BackgroundWork() override { m_pool.waitForDone(); }

    template <class Answer>
    void run(std::function<Answer()> work, std::function<void(Answer)> done)
    {
        m_pool.start([this, work = std::move(work), done = std::move(done)]() mutable {
            // An answer may be movable only; the queue copies. What `done` holds goes with it: the last of it must not
            // end on this thread.
            auto answer = std::make_shared<Answer>(work());
            QMetaObject::invokeMethod(
                this, [answer, done = std::move(done)] { done(std::move(*answer)); }, Qt::QueuedConnection);
        });
    }

private:
    QThreadPool m_pool;
};

}  // namespace shopbell::ui
