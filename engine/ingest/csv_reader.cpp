// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/csv_reader.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_set>

namespace shopbell {
namespace {

constexpr std::array<char, 4> delimiters{',', ';', '\t', '|'};

bool isMissingMark(std::string_view field)
{
    return field == "NA" || field == "NULL" || field == "\\N";
}

std::int64_t countLines(std::string_view text)
{
    return std::count(text.begin(), text.end(), '\n');
}

}  // namespace

Result<std::unique_ptr<CsvReader>> CsvReader::open(const std::filesystem::path& file, std::optional<char> delimiter)
{
    auto source = TextSource::open(file);
    if (!source) {
        return fail(source.error());
    }
    std::unique_ptr<CsvReader> reader(new CsvReader(std::move(*source)));
    if (auto filled = reader->more(); !filled) {
        return fail(filled.error());
    }
    if (delimiter) {
        reader->m_delimiter = *delimiter;
    } else {
        reader->findDelimiter();
    }
    CsvRow row;
    auto first = reader->readRow(row);
    if (!first) {
        return fail(first.error());
    }
    if (!*first || !row.problem.empty()) {
        return fail(ErrorKind::InvalidInput,
                    say("file-header-missing", "The file has no header: its first line must name the columns."),
                    row.problem.words);
    }
    const auto& pieces = reader->m_pieces;
    reader->m_quotesTexts =
        std::all_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.isQuoted; });
    std::unordered_set<std::string> seen;
    for (const auto field : row.fields) {
        std::string name(trimmed(field));
        if (name.empty()) {
            name = "column " + std::to_string(reader->m_header.size() + 1);
        }
        std::string unique = name;
        for (int again = 2; !seen.insert(unique).second; ++again) {
            unique = name + " (" + std::to_string(again) + ')';
        }
        reader->m_header.push_back(std::move(unique));
    }
    return reader;
}

Result<bool> CsvReader::more()
{
    if (m_isAtEnd) {
        return false;
    }
    if (m_at > 0) {
        m_text.erase(0, m_at);
        m_at = 0;
    }
    const std::size_t before = m_text.size();
    for (;;) {
        auto got = m_source->read(m_text);
        if (!got) {
            return fail(got.error());
        }
        if (!*got) {
            m_isAtEnd = true;
        }
        if (m_isAtEnd || m_text.size() > before) {
            return m_text.size() > before;
        }
    }
}

CsvReader::Outcome CsvReader::parseRow()
{
    m_pieces.clear();
    m_rowLines = 0;
    const char* const text = m_text.data();
    const std::size_t size = m_text.size();
    const char delimiter = m_delimiter;
    std::size_t at = m_at;
    for (;;) {
        if (m_pieces.size() >= maxCsvColumns) {
            return Outcome::TooManyFields;
        }
        std::size_t start = at;
        bool isDoubled = false;
        const bool isQuoted = at < size && text[at] == '"';
        std::size_t end = 0;
        if (isQuoted) {
            start = ++at;
            for (;;) {
                const auto* const quote = static_cast<const char*>(std::memchr(text + at, '"', size - at));
                if (quote == nullptr || static_cast<std::size_t>(quote - text) - start > maxCsvFieldBytes) {
                    if (quote != nullptr || size - start > maxCsvFieldBytes) {
                        return Outcome::NotClosed;
                    }
                    return m_isAtEnd ? Outcome::NotClosed : Outcome::NeedsMore;
                }
                at = static_cast<std::size_t>(quote - text) + 1;
                if (at >= size && !m_isAtEnd) {
                    return Outcome::NeedsMore;
                }
                if (at >= size || text[at] != '"') {
                    break;
                }
                isDoubled = true;
                ++at;
            }
            end = at - 1;
            m_rowLines += countLines({text + start, end - start});
            if (at < size && text[at] != delimiter && text[at] != '\n' && text[at] != '\r') {
                isDoubled = true;  // text after the closing quote, kept
                while (at < size && text[at] != delimiter && text[at] != '\n' && text[at] != '\r') {
                    ++at;
                }
                end = at;
            }
        } else {
            while (at < size && text[at] != delimiter && text[at] != '\n' && text[at] != '\r') {
                ++at;
            }
            end = at;
        }
        if (at >= size && !m_isAtEnd) {
            return at - m_at > maxCsvRowBytes ? Outcome::TooLong : Outcome::NeedsMore;
        }
        m_pieces.push_back({start, end - start, isDoubled, isQuoted});
        if (at - m_at > maxCsvRowBytes || end - start > maxCsvFieldBytes) {
            return Outcome::TooLong;
        }
        if (at < size && text[at] == delimiter) {
            ++at;
            continue;
        }
        // The end of the line, or of the file.
        if (at < size && text[at] == '\r') {
            if (at + 1 >= size && !m_isAtEnd) {
                return Outcome::NeedsMore;
            }
            ++at;
        }
        if (at < size && text[at] == '\n') {
            ++at;
        }
        ++m_rowLines;
        m_rowEnd = at;
        return Outcome::Row;
    }
}

void CsvReader::passLine()
{
    for (;;) {
        const auto end = m_text.find_first_of("\r\n", m_at);
        if (end != std::string::npos) {
            m_at = end + 1;
            if (m_text[end] == '\r' && m_at < m_text.size() && m_text[m_at] == '\n') {
                ++m_at;
            }
            ++m_line;
            return;
        }
        m_at = m_text.size();
        auto got = more();
        if (!got || !*got) {
            return;  // an unreadable file tells itself at the next row
        }
    }
}

Result<bool> CsvReader::readRow(CsvRow& row)
{
    row.problem = {};
    row.fields = {};
    for (;;) {
        if (m_at >= m_text.size()) {
            auto got = more();
            if (!got) {
                return fail(got.error());
            }
            if (!*got) {
                return false;
            }
        }
        const Outcome outcome = parseRow();
        if (outcome == Outcome::NeedsMore) {
            auto got = more();
            if (!got) {
                return fail(got.error());
            }
            continue;  // at the end, m_isAtEnd lets the row be finished
        }
        row.line = m_line;
        if (outcome != Outcome::Row) {
            row.problem = outcome == Outcome::NotClosed
                              ? say("row-quote-open", "A quote is opened here and not closed.")
                          : outcome == Outcome::TooLong
                              ? say("row-too-long", "The row is longer than 4 MB, or a field of it than 1 MB.")
                              : say("row-fields-too-many", "The row has more than 2,000 fields.");
            passLine();
            return true;
        }
        m_line += m_rowLines;
        m_at = m_rowEnd;
        if (m_pieces.size() == 1 && m_pieces[0].length == 0) {
            continue;  // a blank line
        }
        break;
    }

    m_fields.clear();
    for (const Piece& piece : m_pieces) {
        char* const start = m_text.data() + piece.start;
        std::size_t length = piece.length;
        if (piece.isDoubled) {
            // Doubled quotes become one, the closing one goes: in place, for the text only gets shorter.
            std::size_t kept = 0;
            bool isInside = true;
            for (std::size_t i = 0; i < piece.length; ++i) {
                if (isInside && start[i] == '"') {
                    if (i + 1 < piece.length && start[i + 1] == '"') {
                        ++i;
                    } else {
                        isInside = false;
                        continue;
                    }
                }
                start[kept++] = start[i];
            }
            length = kept;
        }
        m_fields.emplace_back(start, length);
        if (m_quotesTexts && !piece.isQuoted && isMissingMark(m_fields.back())) {
            m_fields.back() = {};
        }
    }
    if (!m_header.empty()) {
        for (std::size_t i = m_header.size(); i < m_fields.size(); ++i) {
            if (!trimmed(m_fields[i]).empty()) {
                row.problem =
                    say("row-fields-beyond", "The row has %1 fields, but there are only %2 columns.",
                        {static_cast<std::int64_t>(m_fields.size()), static_cast<std::int64_t>(m_header.size())});
                return true;
            }
        }
        m_fields.resize(m_header.size());
    }
    row.fields = m_fields;
    return true;
}

Result<bool> CsvReader::next(CsvRow& row)
{
    return readRow(row);
}

void CsvReader::findDelimiter()
{
    // Excel says it itself in a first line "sep=;".
    if (m_text.size() > 5 && equalsIgnoreCase(std::string_view(m_text).substr(0, 4), "sep=") &&
        (m_text[5] == '\n' || m_text[5] == '\r')) {
        m_delimiter = m_text[4];
        passLine();
        return;
    }
    // Each candidate reads the first rows; the one that cuts most of them into as many fields as the header, and into
    // the most fields, is it.
    const std::size_t start = m_at;
    char best = ',';
    double bestScore = 0;
    for (const char candidate : delimiters) {
        m_delimiter = candidate;
        m_at = start;
        std::size_t columns = 0;
        int rows = 0;
        int alike = 0;
        while (rows < 30 && m_at < m_text.size() && parseRow() == Outcome::Row) {
            m_at = m_rowEnd;
            if (m_pieces.size() == 1 && m_pieces[0].length == 0) {
                continue;
            }
            if (columns == 0) {
                columns = m_pieces.size();
            }
            ++rows;
            alike += m_pieces.size() == columns ? 1 : 0;
        }
        const double score =
            rows == 0 || columns < 2 ? 0 : static_cast<double>(alike) / rows + static_cast<double>(columns) / 1e4;
        if (score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    m_delimiter = best;
    m_at = start;
}

}  // namespace shopbell
