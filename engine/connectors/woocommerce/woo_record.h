// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/instant.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace simdjson::dom {
class element;
}

namespace shopbell::woo {

/// Reads the members of one JSON object the way WooCommerce and its plugins write them: numbers as text and text as
/// numbers, null and "" for nothing, false where an object is missing, an empty list where an empty object is meant.
/// What cannot be understood at all is kept as problem(), the first one found, with its path ("line_items[2].total");
/// the caller asks for it once at the end. Views nothing beyond the element, which must live as long.
class RecordReader {
public:
    explicit RecordReader(const simdjson::dom::element& object);
    RecordReader(const RecordReader&) = delete;
    RecordReader& operator=(const RecordReader&) = delete;

    /// Empty where it is missing or null; numbers and booleans as text. Always valid UTF-8 without NUL.
    [[nodiscard]] std::string text(std::string_view key) const;
    /// An id: a positive whole number as number or text; empty for 0, null, "" and missing.
    [[nodiscard]] std::string id(std::string_view key) const;
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key) const;
    /// 0 where it is missing.
    [[nodiscard]] Decimal amount(std::string_view key) const;
    [[nodiscard]] std::optional<Decimal> findAmount(std::string_view key) const;
    /// As amount(), but nothing there is a problem.
    [[nodiscard]] Decimal requiredAmount(std::string_view key) const;
    /// A *_gmt time, which WooCommerce writes without a zone. ms 0 where there is none.
    [[nodiscard]] Instant time(std::string_view key) const;
    /// true, 1, "1", "true", "yes"; anything else is false.
    [[nodiscard]] bool flag(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const;
    /// Calls the function for every object of a list; nothing where the list is missing.
    void each(std::string_view key, const std::function<void(const RecordReader&)>& function) const;
    /// Calls it for the object of that name, where there is one.
    void within(std::string_view key, const std::function<void(const RecordReader&)>& function) const;

    void setProblem(std::string problem) const;
    [[nodiscard]] const std::string& problem() const { return *m_problem; }

private:
    RecordReader(const simdjson::dom::element& object, std::string path, std::string* problem);
    void complain(std::string_view key, std::string_view what) const;
    [[nodiscard]] std::optional<Decimal> readAmount(std::string_view key) const;

    const simdjson::dom::element& m_object;
    std::string m_path;  ///< of this object, with the point after it
    mutable std::string m_ownProblem;
    std::string* m_problem;
};

}  // namespace shopbell::woo
