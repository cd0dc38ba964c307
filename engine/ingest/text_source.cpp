// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/text_source.h"

#include "base/file.h"
#include "base/text.h"

#include <simdjson.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <system_error>

namespace shopbell {
namespace {

constexpr std::size_t pieceBytes = 256 * 1024;

struct CloseGz {
    void operator()(gzFile file) const { gzclose(file); }
};
using GzFile = std::unique_ptr<gzFile_s, CloseGz>;

/// The 0x80 to 0x9f of Windows-1252 (WHATWG Encoding Standard, index windows-1252).
constexpr std::array<std::uint16_t, 32> windows1252Upper = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

void appendPoint(std::string& out, std::uint32_t point)
{
    if (point == 0) {
        point = 0xFFFD;
    }
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0 | point >> 6);
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0 | point >> 12);
        out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | point >> 18);
        out += static_cast<char>(0x80 | (point >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    }
}

void appendWindows1252(std::string& out, std::string_view bytes)
{
    for (const char c : bytes) {
        const auto code = static_cast<unsigned char>(c);
        appendPoint(out, code >= 0x80 && code < 0xA0 ? windows1252Upper[code - 0x80u] : code);
    }
}

/// Length of the character whose first bytes end `text` without being whole; 0: it ends on a whole one (or on
/// nonsense).
std::size_t incompleteTail(std::string_view text)
{
    for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
        const auto code = static_cast<unsigned char>(text[text.size() - back]);
        if ((code & 0xC0) == 0x80) {
            continue;
        }
        const std::size_t length = code >= 0xF0 ? 4 : code >= 0xE0 ? 3 : code >= 0xC0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

bool hasNul(std::string_view text)
{
    return text.find('\0') != std::string_view::npos;
}

}  // namespace

std::string_view textEncodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8: return "UTF-8";
    case TextEncoding::Utf16LittleEndian: return "UTF-16LE";
    case TextEncoding::Utf16BigEndian: return "UTF-16BE";
    case TextEncoding::Windows1252: return "Windows-1252";
    }
    return {};
}

struct TextSource::State {
    GzFile file;
    std::string name;
    std::uintmax_t fileBytes = 0;
    TextEncoding encoding = TextEncoding::Utf8;
    bool compressed = false;
    bool isFirst = true;
    bool isAtEnd = false;
    bool wasAscii = true;
    std::uint32_t highSurrogate = 0;
    std::string raw;  ///< bytes not decoded yet

    /// Fills `raw` up to a piece; false when there is nothing more.
    Result<void> fill()
    {
        const std::size_t kept = raw.size();
        raw.resize(kept + pieceBytes);
        std::size_t got = 0;
        while (got < pieceBytes) {
            const int count = gzread(file.get(), raw.data() + kept + got, static_cast<unsigned>(pieceBytes - got));
            if (count < 0) {
                int code = Z_OK;
                const char* const words = gzerror(file.get(), &code);
                raw.resize(kept);
                return fail(code == Z_ERRNO ? ErrorKind::Io : ErrorKind::Corrupt,
                            name + " cannot be read" + (compressed ? ": its compressed data is damaged or cut." : "."),
                            words != nullptr ? words : "");
            }
            if (count == 0) {
                isAtEnd = true;
                break;
            }
            got += static_cast<std::size_t>(count);
        }
        raw.resize(kept + got);
        if (isAtEnd && compressed) {
            int code = Z_OK;
            (void)gzerror(file.get(), &code);
            if (code != Z_OK && code != Z_STREAM_END) {
                return fail(ErrorKind::Corrupt,
                            say("file-compression-damaged", "%1 cannot be read: its compressed data is damaged or cut.",
                                {name}));
            }
        }
        return {};
    }

    void findEncoding()
    {
        if (raw.starts_with("\xEF\xBB\xBF")) {
            raw.erase(0, 3);
            wasAscii = false;  // it said that it is UTF-8
            return;
        }
        if (raw.starts_with("\xFF\xFE") || raw.starts_with("\xFE\xFF")) {
            encoding = raw[0] == '\xFF' ? TextEncoding::Utf16LittleEndian : TextEncoding::Utf16BigEndian;
            raw.erase(0, 2);
            return;
        }
        const std::size_t looked = std::min<std::size_t>(raw.size(), 4096) / 2 * 2;
        std::size_t even = 0;
        std::size_t odd = 0;
        for (std::size_t i = 0; i < looked; i += 2) {
            even += raw[i] == '\0' ? 1 : 0;
            odd += raw[i + 1] == '\0' ? 1 : 0;
        }
        if (odd * 5 > looked && even * 20 < looked) {
            encoding = TextEncoding::Utf16LittleEndian;
        } else if (even * 5 > looked && odd * 20 < looked) {
            encoding = TextEncoding::Utf16BigEndian;
        }
    }

    void decodeUtf16(std::string& out)
    {
        const bool little = encoding == TextEncoding::Utf16LittleEndian;
        std::size_t at = 0;
        for (; at + 1 < raw.size(); at += 2) {
            const auto first = static_cast<unsigned char>(raw[at]);
            const auto second = static_cast<unsigned char>(raw[at + 1]);
            const std::uint32_t unit = little ? first | static_cast<std::uint32_t>(second) << 8
                                              : second | static_cast<std::uint32_t>(first) << 8;
            const bool isLow = unit >= 0xDC00 && unit < 0xE000;
            if (highSurrogate != 0 && isLow) {
                appendPoint(out, 0x10000 + ((highSurrogate - 0xD800) << 10) + (unit - 0xDC00));
                highSurrogate = 0;
                continue;
            }
            if (highSurrogate != 0) {
                appendPoint(out, 0xFFFD);
                highSurrogate = 0;
            }
            if (unit >= 0xD800 && unit < 0xDC00) {
                highSurrogate = unit;
            } else {
                appendPoint(out, isLow ? 0xFFFD : unit);
            }
        }
        raw.erase(0, at);
        if (isAtEnd && (highSurrogate != 0 || !raw.empty())) {
            appendPoint(out, 0xFFFD);
            highSurrogate = 0;
            raw.clear();
        }
    }

    void decodeUtf8(std::string& out)
    {
        const std::size_t tail = isAtEnd ? 0 : incompleteTail(raw);
        const std::string_view whole = std::string_view(raw).substr(0, raw.size() - tail);
        if (simdjson::validate_utf8(whole.data(), whole.size()) && !hasNul(whole)) {
            wasAscii = wasAscii && isAscii(whole);
            out += whole;
        } else if (wasAscii && !hasNul(whole)) {
            encoding = TextEncoding::Windows1252;
            appendWindows1252(out, raw);
            raw.clear();
            return;
        } else {
            out += toValidUtf8(whole);
        }
        raw.erase(0, whole.size());
    }
};

TextSource::TextSource(std::unique_ptr<State> state) : m_state(std::move(state)) {}

TextSource::~TextSource() = default;

Result<std::unique_ptr<TextSource>> TextSource::open(const std::filesystem::path& file)
{
    auto state = std::make_unique<State>();
    state->name = fromPath(file.filename());
    std::error_code problem;
    const auto status = std::filesystem::status(file, problem);
    if (!std::filesystem::exists(status)) {
        return fail(ErrorKind::NotFound, say("file-missing", "There is no file %1. Check the path.", {fromPath(file)}));
    }
    if (std::filesystem::is_directory(status)) {
        return fail(ErrorKind::InvalidInput,
                    say("file-is-folder", "%1 is a folder; name a file in it.", {fromPath(file)}));
    }
    state->fileBytes = std::filesystem::file_size(file, problem);
#ifdef _WIN32
    state->file.reset(gzopen_w(file.c_str(), "rb"));
#else
    state->file.reset(gzopen(file.c_str(), "rb"));
#endif
    if (!state->file) {
        return fail(ErrorKind::Io, say("file-not-openable", "The file %1 cannot be opened. Check that you may read it.",
                                       {fromPath(file)}));
    }
    gzbuffer(state->file.get(), static_cast<unsigned>(pieceBytes));
    state->compressed = gzdirect(state->file.get()) == 0;
    if (auto filled = state->fill(); !filled) {
        return fail(filled.error());
    }
    state->findEncoding();
    return std::unique_ptr<TextSource>(new TextSource(std::move(state)));
}

Result<bool> TextSource::read(std::string& out)
{
    State& s = *m_state;
    if (!s.isFirst) {
        if (s.isAtEnd && s.raw.empty()) {
            return false;
        }
        if (!s.isAtEnd) {
            if (auto filled = s.fill(); !filled) {
                return fail(filled.error());
            }
        }
    }
    s.isFirst = false;
    const std::size_t before = out.size();
    switch (s.encoding) {
    case TextEncoding::Utf8: s.decodeUtf8(out); break;
    case TextEncoding::Windows1252:
        appendWindows1252(out, s.raw);
        s.raw.clear();
        break;
    case TextEncoding::Utf16LittleEndian:
    case TextEncoding::Utf16BigEndian: s.decodeUtf16(out); break;
    }
    return out.size() > before || !s.isAtEnd || !s.raw.empty();
}

TextEncoding TextSource::encoding() const
{
    return m_state->encoding;
}

bool TextSource::isCompressed() const
{
    return m_state->compressed;
}

double TextSource::progress() const
{
    if (m_state->fileBytes == 0) {
        return 1;
    }
    const auto at = gzoffset(m_state->file.get());
    return std::clamp(static_cast<double>(at) / static_cast<double>(m_state->fileBytes), 0.0, 1.0);
}

}  // namespace shopbell
