// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sentence.h"

#include <memory>
#include <string>
#include <string_view>

namespace shopbell {

/// What went wrong, by what can be done about it. The window turns kind and context into words.
enum class ErrorKind {
    InvalidInput,   ///< the caller's data is wrong; asking again will not help
    NotFound,       ///< what was asked for does not exist
    AlreadyExists,  ///< it would stand twice
    Refused,        ///< credentials or permissions do not allow it
    Conflict,       ///< the state does not allow it now (locked, in use, wrong order)
    RateLimited,    ///< the other side asks us to slow down
    Network,        ///< no connection, or it broke
    Timeout,        ///< no answer in time
    Remote,         ///< the other side failed or spoke nonsense
    Corrupt,        ///< stored data is damaged
    Io,             ///< disk or operating system
    Cancelled,      ///< somebody asked us to stop
};

/// One failure. `what` is an English sentence for logs and the command line that says what failed and
/// what to do; `detail` holds raw facts (a server's reply, a line number). Neither may hold a secret.
struct Error {
    ErrorKind kind = ErrorKind::InvalidInput;
    std::string what;
    std::string detail;
    std::shared_ptr<const Sentence> sentence{};  ///< `what` with its code; null: nobody gave it one
};

/// A stable lower-case name, for JSON and logs: "invalid-input", "not-found", …
[[nodiscard]] std::string_view errorKindName(ErrorKind kind);

/// True when the same call may succeed later without anybody changing anything.
[[nodiscard]] bool isRetryable(ErrorKind kind);

[[nodiscard]] Error makeError(ErrorKind kind, Sentence sentence, std::string detail = {});

/// `what` with its code, where it has one.
[[nodiscard]] Sentence sentenceOf(const Error& error);
/// As describe(), with the code.
[[nodiscard]] Sentence describedSentence(const Error& error);

/// `what`, and the detail in brackets when there is one.
[[nodiscard]] std::string describe(const Error& error);

}  // namespace shopbell
