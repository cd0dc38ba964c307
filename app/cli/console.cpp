// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

#ifdef _WIN32
#include <io.h>
#define SHOPBELL_ISATTY(stream) (_isatty(_fileno(stream)) != 0)
#else
#include <unistd.h>
#define SHOPBELL_ISATTY(stream) (isatty(fileno(stream)) == 1)
#endif

namespace shopbell::cli {

namespace {

constexpr std::int64_t drawEveryMs = 100;
constexpr int barWidth = 28;

std::int64_t steadyMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

bool looksLikeNumber(const std::string& cell)
{
    return !cell.empty() &&
           (std::isdigit(static_cast<unsigned char>(cell.front())) != 0 || (cell.front() == '-' && cell.size() > 1)) &&
           std::all_of(cell.begin(), cell.end(), [](unsigned char c) {
               return std::isdigit(c) != 0 || c == ',' || c == '.' || c == '-' || c == '%' || c == ' ';
           });
}

}  // namespace

int exitCodeOf(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::NotFound: return exitNotFound;
    case ErrorKind::Refused: return exitRefused;
    case ErrorKind::Conflict:
    case ErrorKind::RateLimited:
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Remote: return exitTryAgain;
    default: return exitFailed;
    }
}

Console::Console(bool json, bool quiet) : m_json(json), m_quiet(quiet), m_terminal(SHOPBELL_ISATTY(stderr)) {}

void Console::line(const std::string& text)
{
    if (!m_json) {
        endProgress();
        std::fprintf(stdout, "%s\n", text.c_str());
    }
}

void Console::heading(const std::string& text)
{
    if (!m_json) {
        line();
        line(text);
        line(std::string(countCodePoints(text), '-'));
    }
}

void Console::table(const std::vector<std::string>& headers, const std::vector<std::vector<std::string>>& rows)
{
    if (m_json) {
        return;
    }
    std::vector<std::size_t> widths(headers.size());
    std::vector<bool> numeric(headers.size(), !rows.empty());
    const auto measure = [&](const std::vector<std::string>& cells) {
        for (std::size_t column = 0; column < headers.size() && column < cells.size(); ++column) {
            widths[column] = std::max(widths[column], countCodePoints(cells[column]));
        }
    };
    measure(headers);
    for (const auto& row : rows) {
        measure(row);
        for (std::size_t column = 0; column < headers.size() && column < row.size(); ++column) {
            numeric[column] = numeric[column] && (row[column].empty() || looksLikeNumber(row[column]));
        }
    }
    const auto write = [&](const std::vector<std::string>& cells) {
        std::string text;
        for (std::size_t column = 0; column < headers.size() && column < cells.size(); ++column) {
            const std::string space(widths[column] - countCodePoints(cells[column]), ' ');
            text += column == 0 ? "" : "  ";
            text += numeric[column] ? space + cells[column] : cells[column] + space;
        }
        while (!text.empty() && text.back() == ' ') {
            text.pop_back();
        }
        line(text);
    };
    if (std::any_of(headers.begin(), headers.end(), [](const std::string& header) { return !header.empty(); })) {
        write(headers);
    }
    for (const auto& row : rows) {
        write(row);
    }
}

void Console::answer(const nlohmann::json& document)
{
    if (m_json) {
        std::fprintf(stdout, "%s\n", document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    }
}

int Console::failure(const Error& error)
{
    endProgress();
    if (m_json) {
        const nlohmann::json document{
            {"error", {{"kind", errorKindName(error.kind)}, {"what", error.what}, {"detail", error.detail}}}};
        std::fprintf(stderr, "%s\n", document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    } else {
        std::fprintf(stderr, "shopbell-cli: %s\n", describe(error).c_str());
    }
    return exitCodeOf(error);
}

void Console::warning(const std::string& text)
{
    endProgress();
    std::fprintf(stderr, "shopbell-cli: %s\n", text.c_str());
}

void Console::progress(const Progress& progress)
{
    if (m_json || m_quiet || !m_terminal) {
        return;
    }
    const std::lock_guard lock(m_mutex);
    const auto now = steadyMs();
    if (m_barShown && now - m_lastDrawn < drawEveryMs) {
        return;
    }
    m_lastDrawn = now;
    m_barShown = true;
    std::string text = "\r\033[K";
    if (progress.total > 0) {
        const double share =
            std::clamp(static_cast<double>(progress.done) / static_cast<double>(progress.total), 0.0, 1.0);
        const int full = static_cast<int>(std::lround(share * barWidth));
        text += "[" + std::string(static_cast<std::size_t>(full), '#') +
                std::string(static_cast<std::size_t>(barWidth - full), '.') + "] " + formatCount(progress.done) +
                " / " + formatCount(progress.total);
    } else {
        text += formatCount(progress.done);
    }
    text += "  " + std::string(cutUtf8(progress.words.words, 50));
    std::fputs(text.c_str(), stderr);
    std::fflush(stderr);
}

void Console::endProgress()
{
    const std::lock_guard lock(m_mutex);
    if (m_barShown) {
        std::fputs("\r\033[K", stderr);
        std::fflush(stderr);
        m_barShown = false;
    }
}

std::string formatMoney(Decimal amount, std::string_view currency)
{
    const bool negative = amount.micros < 0;
    const auto cents = (std::llabs(amount.micros) + 5'000) / 10'000;
    char decimals[8];
    std::snprintf(decimals, sizeof decimals, ".%02d", static_cast<int>(cents % 100));
    return (negative ? "-" : "") + formatCount(cents / 100) + decimals +
           (currency.empty() ? std::string() : " " + std::string(currency));
}

std::string formatShare(std::int64_t part, std::int64_t whole)
{
    if (whole == 0) {
        return "0 %";
    }
    char text[32];
    std::snprintf(text, sizeof text, "%.1f %%", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
    return text;
}

std::string formatSeconds(double seconds)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f s", seconds);
    return text;
}

}  // namespace shopbell::cli
