// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ingest/text_source.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace shopbell {

inline constexpr std::size_t maxJsonLineBytes = 1024 * 1024;

struct JsonLine {
    std::int64_t line = 0;  ///< from 1
    std::string_view text;  ///< valid until the next call; followed by readable bytes enough for simdjson
    Sentence problem;       ///< not empty: the line cannot be used
};

/// Reads a file of one JSON value a line, plain or .gz; blank lines are passed over. What stands in the lines is for
/// the caller to parse. Used by one thread at a time.
class NdjsonReader {
public:
    [[nodiscard]] static Result<std::unique_ptr<NdjsonReader>> open(const std::filesystem::path& file);
    /// False at the end.
    [[nodiscard]] Result<bool> next(JsonLine& line);
    [[nodiscard]] double progress() const { return m_source->progress(); }

private:
    explicit NdjsonReader(std::unique_ptr<TextSource> source) : m_source(std::move(source)) {}

    std::unique_ptr<TextSource> m_source;
    std::string m_text;
    std::size_t m_at = 0;
    bool m_isAtEnd = false;
    std::int64_t m_line = 0;
};

/// True when the first character of the file that is not a blank opens a JSON object.
[[nodiscard]] Result<bool> looksLikeNdjson(const std::filesystem::path& file);

}  // namespace shopbell
