// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <utility>

namespace shopbell {

std::string_view errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput: return "invalid-input";
    case ErrorKind::NotFound: return "not-found";
    case ErrorKind::AlreadyExists: return "already-exists";
    case ErrorKind::Refused: return "refused";
    case ErrorKind::Conflict: return "conflict";
    case ErrorKind::RateLimited: return "rate-limited";
    case ErrorKind::Network: return "network";
    case ErrorKind::Timeout: return "timeout";
    case ErrorKind::Remote: return "remote";
    case ErrorKind::Corrupt: return "corrupt";
    case ErrorKind::Io: return "io";
    case ErrorKind::Cancelled: return "cancelled";
    }
    return "unknown";
}

bool isRetryable(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::RateLimited:
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Remote: return true;
    default: return false;
    }
}

Error makeError(ErrorKind kind, Sentence sentence, std::string detail)
{
    auto what = sentence.words;
    auto shared = sentence.code.empty() ? nullptr : std::make_shared<const Sentence>(std::move(sentence));
    return {kind, std::move(what), std::move(detail), std::move(shared)};
}

Sentence sentenceOf(const Error& error)
{
    return error.sentence && error.sentence->words == error.what ? *error.sentence : Sentence(error.what);
}

Sentence describedSentence(const Error& error)
{
    auto sentence = sentenceOf(error);
    return error.detail.empty() ? sentence : say("with-detail", "%1 (%2)", {std::move(sentence), error.detail});
}

std::string describe(const Error& error)
{
    return error.detail.empty() ? error.what : error.what + " (" + error.detail + ")";
}

}  // namespace shopbell
