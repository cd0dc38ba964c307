// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/engine.h"
#include "runtime/local_engine.h"
#include "runtime/memory_secrets.h"
#include "support/segments/shop.h"

#include <QtGlobal>

#include <filesystem>
#include <future>
#include <memory>
#include <utility>

namespace shopbell::test {

/// The world's clock, for an engine that wants one of its own.
class SameClock final : public Clock {
public:
    explicit SameClock(const Clock& clock) : m_clock(clock) {}
    [[nodiscard]] Instant now() const override { return m_clock.now(); }

private:
    const Clock& m_clock;
};

template <Command C>
Result<typename C::Answer> submit(LocalEngine& engine, C command)
{
    auto promise = std::make_shared<std::promise<Result<typename C::Answer>>>();
    auto future = promise->get_future();
    engine.submit(std::move(command),
                  [promise](Result<typename C::Answer> answer) { promise->set_value(std::move(answer)); });
    return future.get();
}

template <Question Q>
Result<typename Q::Answer> ask(LocalEngine& engine, Q question)
{
    auto promise = std::make_shared<std::promise<Result<typename Q::Answer>>>();
    auto future = promise->get_future();
    const auto pending = engine.ask(
        std::move(question), [promise](Result<typename Q::Answer> answer) { promise->set_value(std::move(answer)); });
    return future.get();
}

inline std::unique_ptr<LocalEngine> openEngineAt(const std::filesystem::path& file, const Clock& clock)
{
    EngineOptions options;
    options.liveSegments = true;
    auto engine =
        LocalEngine::open(file, std::make_unique<MemorySecrets>(), std::make_unique<SameClock>(clock), options);
    if (!engine) {
        qWarning("%s", describe(engine.error()).c_str());
        return nullptr;
    }
    (*engine)->awaitSegments();
    return std::move(*engine);
}

inline std::unique_ptr<LocalEngine> openEngine(Shop& shop)
{
    return openEngineAt(shop.workspace.file(), shop.clock);
}

}  // namespace shopbell::test
