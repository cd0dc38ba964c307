// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/result.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell::segments {

/// A JSON document as plain values.
struct JsonValue {
    enum class Kind : std::uint8_t { Null, Boolean, Integer, Real, Text, Array, Object };
    Kind kind = Kind::Null;
    bool boolean = false;
    std::int64_t integer = 0;
    double real = 0;
    std::string text;
    std::vector<std::string> names;  ///< Object: parallel to children
    std::vector<JsonValue> children;
};

/// InvalidInput with line and column when it is not JSON, is longer than maxBytes or nested deeper than maxDepth.
[[nodiscard]] Result<JsonValue> parseJsonValue(std::string_view json, std::size_t maxBytes, std::size_t maxDepth);

/// A place in a JSON document that is being read strictly: every member has to be asked for, or it is an error. The
/// first error is kept, with its place; after it every reading gives a default, so that readers need no checks in
/// between.
class JsonPlace {
public:
    struct Problem {
        std::optional<Error> error;
    };
    JsonPlace(const JsonValue& value, std::string pointer, Problem& problem)
        : m_value(&value), m_pointer(std::move(pointer)), m_problem(&problem)
    {
    }

    [[nodiscard]] bool failed() const { return m_problem->error.has_value(); }
    /// "At /all/0/op: …". `what` says what is wrong and what to write.
    void complain(const std::string& what) const;

    [[nodiscard]] bool isObject() const { return m_value->kind == JsonValue::Kind::Object; }
    [[nodiscard]] bool isArray() const { return m_value->kind == JsonValue::Kind::Array; }
    [[nodiscard]] bool isText() const { return m_value->kind == JsonValue::Kind::Text; }
    [[nodiscard]] bool isBoolean() const { return m_value->kind == JsonValue::Kind::Boolean; }
    [[nodiscard]] bool isNumber() const
    {
        return m_value->kind == JsonValue::Kind::Integer || m_value->kind == JsonValue::Kind::Real;
    }
    [[nodiscard]] std::string text(std::size_t maxBytes) const;
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] Decimal decimal() const;
    [[nodiscard]] double real(double low, double high) const;
    [[nodiscard]] std::int64_t integer(std::int64_t low, std::int64_t high) const;
    [[nodiscard]] std::vector<JsonPlace> elements() const;

    /// A member that has to be there; complains and gives nothing when it is not.
    [[nodiscard]] std::optional<JsonPlace> member(std::string_view name);
    [[nodiscard]] std::optional<JsonPlace> findMember(std::string_view name);
    [[nodiscard]] bool has(std::string_view name) const;
    /// Complains about members that nobody asked for, naming those that could have been.
    void finish();

private:
    const JsonValue* m_value;
    std::string m_pointer;
    Problem* m_problem;
    std::vector<std::string> m_asked;
};

}  // namespace shopbell::segments
