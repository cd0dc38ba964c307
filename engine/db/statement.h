// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace shopbell::db {

/// A prepared statement. Parameters count from 1, columns from 0. Text and blobs are bound without a copy: what was
/// handed to bind() must live, unchanged, until the statement is reset or bound anew. A parameter that does not exist
/// is reported by the next step(). Used by one thread at a time, the connection's.
class Statement {
public:
    Statement() = default;
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    ~Statement();

    void bind(int parameter, std::nullptr_t);
    void bind(int parameter, std::int64_t value);
    void bind(int parameter, int value) { bind(parameter, static_cast<std::int64_t>(value)); }
    void bind(int parameter, bool value) { bind(parameter, static_cast<std::int64_t>(value)); }
    void bind(int parameter, double value);
    void bind(int parameter, std::string_view text);
    void bind(int parameter, const std::string& text) { bind(parameter, std::string_view(text)); }
    void bind(int parameter, const char* text) { bind(parameter, std::string_view(text)); }
    /// As its number.
    template <class Enum>
    requires std::is_enum_v<Enum>
    void bind(int parameter, Enum value) { bind(parameter, static_cast<std::int64_t>(value)); }
    void bind(int parameter, Instant at) { bind(parameter, at.ms); }
    void bind(int parameter, Decimal value) { bind(parameter, value.micros); }
    void bindBlob(int parameter, std::string_view bytes);
    template <class Tag>
    void bind(int parameter, Id<Tag> id)
    {
        id.isValid() ? bind(parameter, id.value) : bind(parameter, nullptr);
    }
    template <class T>
    void bind(int parameter, const std::optional<T>& value)
    {
        value ? bind(parameter, *value) : bind(parameter, nullptr);
    }
    /// Binds from parameter 1 on.
    template <class... Values>
    void bindAll(const Values&... values)
    {
        int parameter = 0;
        (bind(++parameter, values), ...);
    }

    /// True while there is a row; false at the end. Busy waits up to the connection's timeout.
    [[nodiscard]] Result<bool> step();
    /// For statements without rows: one step, then reset.
    [[nodiscard]] Result<void> run();
    /// Ready to be stepped again; bindings are cleared.
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    /// Valid until the next step() or reset().
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;
    [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }
    [[nodiscard]] Instant instant(int column) const { return {integer(column)}; }
    [[nodiscard]] std::optional<Decimal> decimal(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(Decimal{integer(column)});
    }
    template <class IdType>
    [[nodiscard]] IdType id(int column) const
    {
        return IdType{integer(column)};
    }

private:
    friend class Connection;
    explicit Statement(sqlite3_stmt* handle) : m_handle(handle) {}
    void note(int outcome);

    sqlite3_stmt* m_handle = nullptr;
    int m_bindProblem = 0;  ///< SQLite's code of the first bind() that failed
};

}  // namespace shopbell::db
