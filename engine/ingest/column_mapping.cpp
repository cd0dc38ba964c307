// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/column_mapping.h"

#include "base/text.h"
#include "ingest/header_words.h"
#include "ingest/json_text.h"
#include "model/email_address.h"
#include "model/property.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <unordered_set>

namespace shopbell {
namespace {

constexpr std::string_view knownProfileTargets[] = {"email",       "phone",         "external_id",   "anonymous_id",
                                                    "full_name",   "created_at",    "email_consent", "email_consent_at",
                                                    "sms_consent", "sms_consent_at"};
constexpr std::string_view knownEventTargets[] = {"profile", "email", "phone", "external_id", "anonymous_id",
                                                  "metric",  "time",  "value", "unique_id"};
constexpr std::string_view knownOrderTargets[] = {
    "order_id",   "time",       "profile",        "email",       "phone",    "external_id",
    "full_name",  "status",     "currency",       "order_total", "discount", "shipping",
    "tax",        "product_id", "product_name",   "sku",         "category", "quantity",
    "unit_price", "line_total", "payment_method", "coupon"};

std::span<const std::string_view> knownTargets(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Profiles: return knownProfileTargets;
    case ImportKind::Events: return knownEventTargets;
    case ImportKind::Orders: return knownOrderTargets;
    }
    return {};
}

}  // namespace

bool isKnownTarget(ImportKind kind, std::string_view target)
{
    const auto targets = knownTargets(kind);
    return std::find(targets.begin(), targets.end(), target) != targets.end();
}

ColumnMapping ColumnMapping::guess(ImportKind kind, std::span<const std::string> header,
                                   std::span<const std::vector<std::string>> sample)
{
    ColumnMapping mapping;
    std::unordered_set<std::string> taken;
    for (const std::string& name : header) {
        const auto target = findHeaderTarget(kind, name);
        std::string chosen(target.value_or(""));
        if (!target || (!chosen.empty() && taken.contains(chosen))) {
            // In an order, what is not understood is not the person's; elsewhere it is a property by its own name.
            chosen = kind == ImportKind::Orders ? std::string() : std::string(cutUtf8(name, maxPropertyNameBytes));
            if (isKnownTarget(kind, chosen)) {
                chosen = std::string(cutUtf8(name, maxPropertyNameBytes - 4)) + " (2)";
            }
        }
        taken.insert(chosen);
        mapping.m_columns.push_back({name, std::move(chosen)});
    }
    const bool saysWho = mapping.find("email") || mapping.find("profile") || mapping.find("external_id");
    if (!saysWho && !sample.empty()) {
        for (std::size_t column = 0; column < header.size(); ++column) {
            std::size_t filled = 0;
            std::size_t addresses = 0;
            for (const auto& row : sample) {
                if (column < row.size() && !trimmed(row[column]).empty()) {
                    ++filled;
                    addresses += EmailAddress::parse(row[column]).has_value() ? 1 : 0;
                }
            }
            if (filled > 0 && addresses * 10 >= filled * 8) {
                mapping.m_columns[column].target = kind == ImportKind::Events ? "profile" : "email";
                break;
            }
        }
    }
    return mapping;
}

Result<void> ColumnMapping::set(std::string_view assignment)
{
    const auto equals = assignment.rfind('=');
    if (equals == std::string_view::npos) {
        return fail(ErrorKind::InvalidInput,
                    say("mapping-form", "A mapping is written COLUMN=TARGET, for example \"E-Mail=email\"."),
                    std::string(assignment));
    }
    const auto column = trimmed(assignment.substr(0, equals));
    const auto target = trimmed(assignment.substr(equals + 1));
    if (target.size() > maxPropertyNameBytes || !isValidUtf8(target)) {
        return fail(ErrorKind::InvalidInput,
                    say("property-name-too-long", "The name of a property has at most 128 bytes."),
                    std::string(target));
    }
    for (MappedColumn& one : m_columns) {
        if (one.header == column || equalsIgnoreCase(one.header, column)) {
            for (MappedColumn& other : m_columns) {
                if (!target.empty() && other.target == target) {
                    other.target.clear();
                }
            }
            one.target = target;
            return {};
        }
    }
    std::vector<std::string> names;
    for (const MappedColumn& one : m_columns) {
        names.push_back(one.header);
    }
    return fail(ErrorKind::NotFound, say("column-unknown", "The file has no column called \"%1\".", {column}),
                "its columns: " + join(names, ", "));
}

std::string ColumnMapping::toJson() const
{
    std::string json = "[";
    for (const MappedColumn& one : m_columns) {
        json += json.size() > 1 ? ",{\"column\":" : "{\"column\":";
        appendJsonText(json, one.header);
        json += ",\"target\":";
        appendJsonText(json, one.target);
        json += '}';
    }
    return json + ']';
}

Result<ColumnMapping> ColumnMapping::parse(std::string_view json)
{
    const auto wrong = [] {
        return fail(ErrorKind::InvalidInput,
                    R"(A mapping is a JSON list like [{"column":"E-Mail","target":"email"}].)");
    };
    const auto list = nlohmann::json::parse(json, nullptr, false);
    if (!list.is_array()) {
        return wrong();
    }
    ColumnMapping mapping;
    for (const auto& one : list) {
        if (!one.is_object() || !one.contains("column") || !one.contains("target") || !one["column"].is_string() ||
            !one["target"].is_string()) {
            return wrong();
        }
        mapping.m_columns.push_back({one["column"].get<std::string>(), one["target"].get<std::string>()});
    }
    return mapping;
}

std::optional<std::size_t> ColumnMapping::find(std::string_view target) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].target == target) {
            return i;
        }
    }
    return std::nullopt;
}

ColumnMapping ColumnMapping::arrangedFor(std::span<const std::string> header) const
{
    ColumnMapping arranged;
    for (const std::string& name : header) {
        std::string target;
        for (const MappedColumn& one : m_columns) {
            if (one.header == name) {
                target = one.target;
                break;
            }
        }
        arranged.m_columns.push_back({name, std::move(target)});
    }
    return arranged;
}

}  // namespace shopbell
