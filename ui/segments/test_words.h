// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/choice.h"

#include <QDate>

#include <cstdint>
#include <optional>

namespace shopbell::ui {

/// What a test on a property compares with.
enum class TestInput : std::uint8_t {
    None,
    Text,   ///< one of its values
    Texts,  ///< several of them
    Part,   ///< letters, a pattern
    Number,
    Numbers,  ///< two of them
    Day,
    Days,    ///< two of them
    Length,  ///< so many units
    Month,
    Days365,  ///< up to 364 days
    Count,    ///< a comparison and a number of entries
};

/// One test as a picker names it. `form` is what tells tests of one op apart: "calendar", or when of an anniversary.
struct TestRow {
    const char* kind;
    const char* op;
    const char* form;
    TestInput input;
    const char* words;  ///< source text of the context "Tests"
};

[[nodiscard]] std::optional<TestRow> findTest(const QString& id);
/// All tests, or those of one kind and whether it is set; those of `firstKind` first.
[[nodiscard]] Choices testChoices(const QString& onlyKind, const QString& firstKind);
[[nodiscard]] bool isDay(const QString& text);

}  // namespace shopbell::ui
