// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/engine.h"
#include "db/runner_lease.h"
#include "runtime/contexts.h"
#include "runtime/handler_table.h"
#include "runtime/worker_pool.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>

namespace shopbell {

struct EngineOptions {
    bool background = false;  ///< sync by the clock and go on with what was cut off (the window and `run`)
    bool wantLease = true;
    bool liveSegments =
        false;                ///< with the lease: members are kept current, and their moves recorded (with background)
    std::string extraCaFile;  ///< PEM, trusted beside the system's own authorities
};

/// The engine in this process: one thread that writes, two that read, a few for long commands.
class LocalEngine final : public Engine {
public:
    [[nodiscard]] static Result<std::unique_ptr<LocalEngine>> open(const std::filesystem::path& file,
                                                                   std::unique_ptr<SecretStore> secrets,
                                                                   std::unique_ptr<Clock> clock,
                                                                   const EngineOptions& options);
    ~LocalEngine() override;

    [[nodiscard]] std::string shopName() const;
    /// Waits until saved segments are kept current, or it is known that they are not here (no lease, or not wanted).
    void awaitSegments() const;

    void cancel(Ticket ticket) override;
    Subscription subscribe(Topic topic, std::function<void(const Notice&)> handler) override;

protected:
    Ticket submitAny(std::type_index type, std::any command, AnyReply done) override;
    void askAny(std::type_index type, std::any question, AnyReply done, const CancelToken& token) override;

private:
    struct Parts;
    explicit LocalEngine(std::unique_ptr<Parts> parts);
    void watchSegments();
    void followTheOther();
    void runJob(std::uint64_t number, const HandlerTable::Long& handler, const std::any& command, const AnyReply& done,
                const CancelToken& token);

    std::unique_ptr<Parts> m_parts;
};

}  // namespace shopbell
