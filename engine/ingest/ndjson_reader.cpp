// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ndjson_reader.h"

#include "base/text.h"

#include <simdjson.h>

#include <cstring>

namespace shopbell {

Result<std::unique_ptr<NdjsonReader>> NdjsonReader::open(const std::filesystem::path& file)
{
    auto source = TextSource::open(file);
    if (!source) {
        return fail(source.error());
    }
    return std::unique_ptr<NdjsonReader>(new NdjsonReader(std::move(*source)));
}

Result<bool> NdjsonReader::next(JsonLine& line)
{
    line.problem = {};
    bool isPassing = false;  // over the rest of a line that is too long
    std::size_t searched = m_at;
    for (;;) {
        const auto* const found = static_cast<const char*>(
            searched < m_text.size() ? std::memchr(m_text.data() + searched, '\n', m_text.size() - searched) : nullptr);
        if (found == nullptr && !m_isAtEnd) {
            if (isPassing || m_text.size() - m_at > maxJsonLineBytes) {
                isPassing = true;
                m_at = m_text.size();
            }
            m_text.erase(0, m_at);
            m_at = 0;
            searched = m_text.size();
            auto got = m_source->read(m_text);
            if (!got) {
                return fail(got.error());
            }
            m_isAtEnd = !*got;
            m_text.reserve(m_text.size() + simdjson::SIMDJSON_PADDING);
            continue;
        }
        if (found == nullptr && m_at >= m_text.size() && !isPassing) {
            return false;
        }
        const std::size_t end = found != nullptr ? static_cast<std::size_t>(found - m_text.data()) : m_text.size();
        const auto text = trimmed(std::string_view(m_text).substr(m_at, end - m_at));
        m_at = found != nullptr ? end + 1 : m_text.size();
        searched = m_at;
        ++m_line;
        line.line = m_line;
        if (isPassing || text.size() > maxJsonLineBytes) {
            line.problem = say("line-too-long", "The line is longer than 1 MB.");
            line.text = {};
            return true;
        }
        if (text.empty()) {
            continue;
        }
        line.text = text;
        return true;
    }
}

Result<bool> looksLikeNdjson(const std::filesystem::path& file)
{
    auto source = TextSource::open(file);
    if (!source) {
        return fail(source.error());
    }
    std::string beginning;
    while (trimmed(beginning).empty()) {
        auto got = (*source)->read(beginning);
        if (!got) {
            return fail(got.error());
        }
        if (!*got) {
            break;
        }
    }
    return trimmed(beginning).starts_with('{');
}

}  // namespace shopbell
