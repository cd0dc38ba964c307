// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/engine.h"
#include "base/decimal.h"
#include "base/error.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell::cli {

/// What scripts can tell from the exit code.
enum ExitCode : int {
    exitGood = 0,
    exitFailed = 1,    ///< something went wrong; the sentence on standard error says what
    exitUsage = 2,     ///< the words of the call are off
    exitNotFound = 3,  ///< what was named does not exist
    exitRefused = 4,   ///< a key, a password, a lock or a rule does not allow it
    exitTryAgain = 5,  ///< network or another process; the same call may succeed later
    exitPartly = 6,    ///< done, but some rows or messages were not good
};

[[nodiscard]] int exitCodeOf(const Error& error);

/// Writes for people, or one JSON document for machines, never both. Progress goes to standard error, as a bar on a
/// terminal, not at all elsewhere.
class Console {
public:
    Console(bool json, bool quiet);

    [[nodiscard]] bool isJson() const { return m_json; }
    /// For people only.
    void line(const std::string& text = {});
    void heading(const std::string& text);
    /// Columns aligned; cells that look like numbers to the right. People only.
    void table(const std::vector<std::string>& headers, const std::vector<std::vector<std::string>>& rows);
    /// For machines only.
    void answer(const nlohmann::json& document);
    /// To standard error, as text or JSON; returns the exit code.
    [[nodiscard]] int failure(const Error& error);
    void warning(const std::string& text);

    /// Any thread; draws at most ten times a second.
    void progress(const Progress& progress);
    void endProgress();

private:
    const bool m_json;
    const bool m_quiet;
    const bool m_terminal;
    std::mutex m_mutex;
    bool m_barShown = false;
    std::int64_t m_lastDrawn = 0;
};

[[nodiscard]] std::string formatMoney(Decimal amount, std::string_view currency);
[[nodiscard]] std::string formatShare(std::int64_t part, std::int64_t whole);  ///< "12.5 %"
[[nodiscard]] std::string formatSeconds(double seconds);

}  // namespace shopbell::cli
