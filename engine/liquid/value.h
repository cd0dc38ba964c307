// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/instant.h"

#include <compare>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace shopbell::liquid {

class Value;
class Record;
using List = std::vector<Value>;

/// Whole numbers from first to last, both included; nothing when last < first.
struct Range {
    std::int64_t first = 0;
    std::int64_t last = 0;
    [[nodiscard]] std::int64_t size() const;
};

/// What a template works with. Cheap to copy: text, lists and records are shared, or borrowed from whoever asked for
/// the rendering.
class Value {
public:
    /// Blank and Empty are the words `blank` and `empty`, which only mean something in comparisons.
    enum class Kind { Nil, Boolean, Integer, Number, Text, Date, Sequence, Range, Record, Blank, Empty };

    Value() = default;
    template <std::same_as<bool> Bool>
    Value(Bool value) : m_value(value)
    {
    }
    Value(int value) : m_value(std::int64_t{value}) {}
    Value(std::int64_t value) : m_value(value) {}
    Value(double value) : m_value(value) {}
    Value(std::string text) : m_value(Text::owned(std::move(text))) {}
    Value(const char* text) : Value(std::string(text)) {}
    Value(Instant at) : m_value(at) {}
    Value(List list) : m_value(std::make_shared<const List>(std::move(list))) {}
    Value(Range range) : m_value(range) {}
    Value(std::shared_ptr<const Record> record) : m_value(std::move(record)) {}
    /// A whole one becomes an Integer.
    [[nodiscard]] static Value fromDecimal(Decimal value);
    /// Without a copy; the text must live as long as the rendering.
    [[nodiscard]] static Value borrowed(std::string_view text);
    [[nodiscard]] static Value blank();
    [[nodiscard]] static Value empty();
    /// Text that is HTML already: not escaped again.
    [[nodiscard]] static Value html(std::string text);

    [[nodiscard]] Kind kind() const { return static_cast<Kind>(m_value.index()); }
    [[nodiscard]] bool isNil() const { return kind() == Kind::Nil; }
    [[nodiscard]] bool isText() const { return kind() == Kind::Text; }
    [[nodiscard]] bool isList() const { return kind() == Kind::Sequence; }
    [[nodiscard]] bool isRecord() const { return kind() == Kind::Record; }
    [[nodiscard]] bool isHtml() const { return isText() && std::get<Text>(m_value).html; }
    [[nodiscard]] bool isTruthy() const;  ///< all but nil and false

    // Each only for its kind.
    [[nodiscard]] bool boolean() const { return std::get<bool>(m_value); }
    [[nodiscard]] std::int64_t integer() const { return std::get<std::int64_t>(m_value); }
    [[nodiscard]] double number() const { return std::get<double>(m_value); }
    [[nodiscard]] std::string_view text() const { return std::get<Text>(m_value).view(); }
    [[nodiscard]] Instant date() const { return std::get<Instant>(m_value); }
    [[nodiscard]] const List& list() const { return *std::get<std::shared_ptr<const List>>(m_value); }
    [[nodiscard]] Range range() const { return std::get<Range>(m_value); }
    [[nodiscard]] const Record& record() const { return *std::get<std::shared_ptr<const Record>>(m_value); }

private:
    struct Text {
        std::shared_ptr<const std::string> owner;
        std::string_view borrowed;
        bool html = false;
        static Text owned(std::string text)
        {
            return {std::make_shared<const std::string>(std::move(text)), {}, false};
        }
        [[nodiscard]] std::string_view view() const { return owner ? std::string_view(*owner) : borrowed; }
    };
    struct Word {
        int which = 0;
    };
    struct OtherWord {
        int which = 0;
    };
    std::variant<std::monostate, bool, std::int64_t, double, Text, Instant, std::shared_ptr<const List>, Range,
                 std::shared_ptr<const Record>, Word, OtherWord>
        m_value;
};

/// Something with named members. Members may be worked out when they are asked for: only what a template mentions
/// costs. One record is read by one thread at a time.
class Record {
public:
    virtual ~Record() = default;
    /// Nothing when there is no such member; a member may also be nil.
    [[nodiscard]] virtual std::optional<Value> find(std::string_view name) const = 0;
    /// In the order in which a loop sees them.
    [[nodiscard]] virtual std::vector<std::string> listNames() const = 0;
};

/// A record that holds its members, in the order they were set.
class Object final : public Record {
public:
    /// Takes the place of a member of the same name.
    void set(std::string name, Value value);
    [[nodiscard]] std::optional<Value> find(std::string_view name) const override;
    [[nodiscard]] std::vector<std::string> listNames() const override;

private:
    std::vector<std::pair<std::string, Value>> m_members;
};

/// As printed: nil is nothing, lists are their items one behind the other, numbers as Ruby writes them ("1.0").
[[nodiscard]] std::string toText(const Value& value);
void appendText(std::string& out, const Value& value);
/// `==`: numbers by size whatever their kind, text by bytes, lists item by item; `blank` and `empty` by meaning.
[[nodiscard]] bool isEqual(const Value& left, const Value& right);
/// Order of two numbers, texts or dates; nothing where there is none.
[[nodiscard]] std::optional<std::partial_ordering> order(const Value& left, const Value& right);
[[nodiscard]] bool isEmpty(const Value& value);  ///< "", a list or record without members
[[nodiscard]] bool isBlank(const Value& value);  ///< nil, false, white space alone, or empty
/// Number of characters, items or members; nothing for the rest.
[[nodiscard]] std::optional<std::int64_t> sizeOf(const Value& value);
/// `value.name`, or `value[index]`; nil where there is none. Lists, texts and records know size, first and last.
[[nodiscard]] Value memberOf(const Value& value, std::string_view name);
[[nodiscard]] Value itemOf(const Value& value, const Value& index);
/// What a loop goes through: a list's items, a range's numbers, a record's [name, value] pairs.
[[nodiscard]] List itemsOf(const Value& value);

}  // namespace shopbell::liquid
