// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace shopbell {

enum class TextEncoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252 };

[[nodiscard]] std::string_view textEncodingName(TextEncoding encoding);  ///< "UTF-8", …

/// A text file, plain or gzip-compressed (told by its first bytes), handed out as valid UTF-8 in pieces.
///
/// The encoding is found out: a byte order mark, else UTF-16 where every other byte of the beginning is zero, else
/// UTF-8 for as long as the text is valid UTF-8. A file that was ASCII up to its first invalid byte is read as
/// Windows-1252 from there on; in one that had proper UTF-8 before, malformed bytes become U+FFFD. NUL bytes become
/// U+FFFD. Used by one thread at a time.
class TextSource {
public:
    /// NotFound, Io; Corrupt for a damaged gzip header.
    [[nodiscard]] static Result<std::unique_ptr<TextSource>> open(const std::filesystem::path& file);
    ~TextSource();
    TextSource(const TextSource&) = delete;
    TextSource& operator=(const TextSource&) = delete;

    /// Appends the next piece (some 256 KB) to `out`; false at the end. Corrupt when the compressed data is damaged or
    /// cut.
    [[nodiscard]] Result<bool> read(std::string& out);

    [[nodiscard]] TextEncoding encoding() const;
    [[nodiscard]] bool isCompressed() const;
    /// How much of the file, 0 to 1, was read.
    [[nodiscard]] double progress() const;

private:
    struct State;
    explicit TextSource(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace shopbell
