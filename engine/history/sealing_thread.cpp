// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/sealing_thread.h"

namespace shopbell {

SealingThread::SealingThread(db::Workspace workspace, std::shared_ptr<Shelf> shelf)
    : m_workspace(std::move(workspace)), m_shelf(std::move(shelf))
{
}

SealingThread::~SealingThread()
{
    cancel();
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

bool SealingThread::isBusy() const
{
    const std::scoped_lock lock(m_mutex);
    return m_busy;
}

void SealingThread::start(Task task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_task = std::move(task);
        m_busy = true;
        m_outcome.reset();
        m_newGeneration = -1;
        m_newKeys.clear();
        m_stop = false;
    }
    if (!m_thread.joinable()) {
        m_thread = std::thread([this] { run(); });
    }
    m_changed.notify_all();
}

void SealingThread::wait()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_busy; });
}

void SealingThread::cancel()
{
    m_stop = true;
    wait();
}

void SealingThread::letGo()
{
    cancel();
    // Not busy: the thread sleeps and touches neither.
    m_file.reset();
    m_log.reset();
}

std::optional<Result<bool>> SealingThread::takeOutcome()
{
    const std::scoped_lock lock(m_mutex);
    return m_busy ? std::nullopt : std::exchange(m_outcome, std::nullopt);
}

std::vector<std::shared_ptr<const SealedKeys>> SealingThread::newKeysOf(std::int64_t generation) const
{
    const std::scoped_lock lock(m_mutex);
    return generation == m_newGeneration ? m_newKeys : std::vector<std::shared_ptr<const SealedKeys>>();
}

void SealingThread::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_ending || m_task; });
        if (m_ending) {
            return;
        }
        Task task = std::move(*m_task);
        m_task.reset();
        lock.unlock();
        auto sealed = seal(task);
        if (!sealed) {
            // Whatever is wrong with the connections, the next task begins with new ones.
            m_file.reset();
            m_log.reset();
        }
        task.keys.clear();
        lock.lock();
        if (!sealed || !*sealed) {
            m_newGeneration = -1;
            m_newKeys.clear();
        }
        m_outcome = std::move(sealed);
        m_busy = false;
        m_changed.notify_all();
    }
}

Result<bool> SealingThread::seal(Task& task)
{
    if (m_file == nullptr) {
        auto opened = DerivedFile::openBeside(m_workspace, task.token);
        if (!opened) {
            return fail(opened.error());
        }
        m_file = std::move(*opened);
    }
    if (!m_log) {
        auto opened = m_workspace.connect(db::OpenMode::ReadOnly);
        if (!opened) {
            return fail(opened.error());
        }
        m_log.emplace(std::move(*opened));
    }
    if (auto saved = m_shelf->properties().save(m_file->connection()); !saved) {
        return fail(saved.error());
    }
    if (task.through <= task.from) {
        return false;
    }
    if (auto refreshed = m_file->refresh(); !refreshed) {
        return fail(refreshed.error());
    }
    DerivedFile::Sealing sealing;
    sealing.from = task.from;
    sealing.newThrough = task.through;
    sealing.mostMerged = task.mostMerged;
    sealing.stop = &m_stop;
    m_shelf->listUnsealed(task.through, sealing.events, sealing.voided);
    std::size_t keys = 0;
    for (const auto& table : task.keys) {
        keys += table->size();
    }
    sealing.keys.reserve(keys);
    for (const auto& table : task.keys) {
        table->forEach([&](std::uint64_t hash, std::int64_t row) {
            if (row > task.from && row <= task.through) {
                sealing.keys.push_back({hash >> keyPrefixShift, row});
            }
        });
    }
    sealing.ready = [this](std::int64_t generation, std::vector<std::shared_ptr<const SealedKeys>> newKeys) {
        const std::scoped_lock lock(m_mutex);
        m_newGeneration = generation;
        m_newKeys = std::move(newKeys);
    };
    return m_file->seal(sealing, *m_log);
}

}  // namespace shopbell
