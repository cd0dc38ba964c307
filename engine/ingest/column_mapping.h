// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

enum class ImportKind { Profiles, Events, Orders };

/// What one column of a file means. `target` is one of the names below, "" for a column that is not read, or any other
/// text: a property of that name.
///
/// Profiles: email, phone, external_id, anonymous_id, full_name, created_at, email_consent, email_consent_at,
/// sms_consent, sms_consent_at. Events: profile (an email address or an external id), email, phone, external_id,
/// anonymous_id, metric, time, value, unique_id. Orders: order_id, time, profile, email, phone, external_id, full_name,
/// status, currency, order_total, discount, shipping, tax, product_id, product_name, sku, category, quantity,
/// unit_price, line_total, payment_method, coupon; other names stand for properties of the person (first_name, city,
/// country, …).
struct MappedColumn {
    std::string header;
    std::string target;
    friend bool operator==(const MappedColumn&, const MappedColumn&) = default;
};

/// How the columns of a CSV file are read: guessed from headers in English and German as shops, newsletters and exports
/// write them, shown to the owner, and changed by them.
class ColumnMapping {
public:
    ColumnMapping() = default;
    /// `sample`: some first rows; where no header says where the email is, a column full of addresses does.
    [[nodiscard]] static ColumnMapping guess(ImportKind kind, std::span<const std::string> header,
                                             std::span<const std::vector<std::string>> sample = {});

    /// "E-Mail=email"; "Notes=" leaves a column out. The last '=' divides. NotFound when no column is called so.
    [[nodiscard]] Result<void> set(std::string_view assignment);

    /// [{"column":"E-Mail","target":"email"}, …]
    [[nodiscard]] std::string toJson() const;
    [[nodiscard]] static Result<ColumnMapping> parse(std::string_view json);

    [[nodiscard]] const std::vector<MappedColumn>& columns() const { return m_columns; }
    [[nodiscard]] std::optional<std::size_t> find(std::string_view target) const;
    /// In the order of `header`, for a file whose columns stand differently; columns not named are not read.
    [[nodiscard]] ColumnMapping arrangedFor(std::span<const std::string> header) const;

private:
    std::vector<MappedColumn> m_columns;
};

/// True for the targets above that are not properties.
[[nodiscard]] bool isKnownTarget(ImportKind kind, std::string_view target);

}  // namespace shopbell
