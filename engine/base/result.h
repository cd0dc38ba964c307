// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <concepts>
#include <string>
#include <utility>

// Declared first so that every Result is [[nodiscard]]; the library's own class is not.
namespace tl {
template <class T, class E>
class [[nodiscard]] expected;
}
#include <tl/expected.hpp>

namespace shopbell {

/// A value, or the Error that took its place. No exception crosses a module.
template <class T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorKind::NotFound, "There is no list called X.");`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string what, std::string detail = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(what), std::move(detail)});
}

/// The same with a code, so that the window can say it too: `return fail(ErrorKind::NotFound, say("list-unknown", …));`
template <std::same_as<Sentence> Said>
[[nodiscard]] tl::unexpected<Error> fail(ErrorKind kind, Said sentence, std::string detail = {})
{
    return tl::unexpected<Error>(makeError(kind, std::move(sentence), std::move(detail)));
}

/// Hands on the error of another result: `if (!rows) return fail(rows.error());`
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

}  // namespace shopbell
