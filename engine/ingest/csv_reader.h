// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ingest/text_source.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

inline constexpr std::size_t maxCsvFieldBytes = 1024 * 1024;
inline constexpr std::size_t maxCsvRowBytes = 4 * 1024 * 1024;
inline constexpr std::size_t maxCsvColumns = 2000;

struct CsvRow {
    std::int64_t line = 0;                     ///< where it begins, from 1
    std::span<const std::string_view> fields;  ///< as many as the header has; valid until the next call
    Sentence problem;                          ///< not empty: the row cannot be used, and why; `fields` is empty
};

/// Reads a delimited text file row by row (RFC 4180, and what is written in its name): fields in quotes hold
/// delimiters, line breaks and doubled quotes; a quote inside a bare field is itself; text after a closing quote is
/// kept; lines end with LF, CRLF or CR; blank lines are passed over. A row with more filled fields than the header, one
/// past the bounds above, or a quote that is never closed is a row with a problem, and reading goes on at the next
/// line. Shorter rows are filled up with empty fields. Fields are trimmed neither here nor there.
///
/// The first row is the header: names are trimmed, an empty one becomes "column 3", one that stands twice "Name (2)".
/// In a file whose header is in quotes, a bare NA, NULL or \N is an empty field: programs for statistics and databases
/// write so what they do not have (in one without quotes NA may as well be Namibia).
/// Nothing is allocated per field. Used by one thread at a time.
class CsvReader {
public:
    /// `delimiter`: found out (comma, semicolon, tab, bar) unless given. InvalidInput when there is no header.
    [[nodiscard]] static Result<std::unique_ptr<CsvReader>> open(const std::filesystem::path& file,
                                                                 std::optional<char> delimiter = {});

    [[nodiscard]] const std::vector<std::string>& header() const { return m_header; }
    /// False at the end.
    [[nodiscard]] Result<bool> next(CsvRow& row);

    [[nodiscard]] char delimiter() const { return m_delimiter; }
    [[nodiscard]] TextEncoding encoding() const { return m_source->encoding(); }
    [[nodiscard]] bool isCompressed() const { return m_source->isCompressed(); }
    [[nodiscard]] double progress() const { return m_source->progress(); }

private:
    explicit CsvReader(std::unique_ptr<TextSource> source) : m_source(std::move(source)) {}

    enum class Outcome { Row, NeedsMore, NotClosed, TooLong, TooManyFields };
    [[nodiscard]] Outcome parseRow();
    [[nodiscard]] Result<bool> more();
    [[nodiscard]] Result<bool> readRow(CsvRow& row);
    void passLine();
    void findDelimiter();

    std::unique_ptr<TextSource> m_source;
    std::string m_text;  ///< decoded; parsed up to m_at
    std::size_t m_at = 0;
    bool m_isAtEnd = false;
    char m_delimiter = ',';
    std::int64_t m_line = 1;
    std::vector<std::string> m_header;
    bool m_quotesTexts = false;

    // The row being parsed.
    struct Piece {
        std::size_t start;
        std::size_t length;
        bool isDoubled;  ///< holds doubled quotes, or text after its closing one
        bool isQuoted;
    };
    std::vector<Piece> m_pieces;
    std::size_t m_rowEnd = 0;
    std::int64_t m_rowLines = 0;
    std::vector<std::string_view> m_fields;
};

}  // namespace shopbell
