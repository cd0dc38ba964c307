// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An address or a number that is taken from a person: it leads to nobody from then on. What was allowed and what is
// suppressed stays: consent is the person's, suppression the address's.
#include "model/email_address.h"
#include "profiles/profile_store_state.h"

#include <algorithm>

namespace shopbell {
namespace {

constexpr std::string_view countOfProfileSql = "SELECT count(*) FROM identifier WHERE profile_id = ?1";
constexpr std::string_view deleteIdentifierSql =
    "DELETE FROM identifier WHERE kind = ?1 AND scope = 0 AND value = ?2 AND profile_id = ?3";

/// The shown email as the table of identifiers has it.
std::string emailKey(const std::string& shown)
{
    const auto email = EmailAddress::parse(shown);
    return email ? email->key() : shown;
}

}  // namespace

Result<void> ProfileStore::State::letGo(const StoredProfile& row, std::span<const SaidIdentifier> said,
                                        SaidValues& values)
{
    if (!values.unsetEmail && !values.unsetPhone) {
        return {};
    }
    std::vector<Identifier> gone;
    const auto decide = [&](bool& unset, IdentifierKind kind, const std::string& value) {
        const bool isSaidAgain = std::ranges::any_of(said, [&](const SaidIdentifier& one) {
            return one.identifier == Identifier{kind, {}, value};
        });
        unset = unset && !value.empty() && !isSaidAgain && values.at >= row.saidAt;
        if (unset) {
            gone.push_back({kind, {}, value});
        }
    };
    decide(values.unsetEmail, IdentifierKind::Email, row.email.empty() ? std::string() : emailKey(row.email));
    decide(values.unsetPhone, IdentifierKind::Phone, row.phone);
    if (gone.empty()) {
        return {};
    }
    if (auto written = writeIdentifiers(); !written) {
        return written;
    }
    auto known = connection.findInteger(countOfProfileSql, row.id);
    if (!known) {
        return fail(known.error());
    }
    const auto fresh = std::ranges::count_if(said, [](const SaidIdentifier& one) { return !one.owner; });
    if (known->value_or(0) + fresh <= static_cast<std::int64_t>(gone.size())) {
        return fail(ErrorKind::Conflict,
                    say("person-known-by-nothing-else",
                        "This is all the person is known by: nothing that happens later could be told to be theirs. "
                        "Enter another address or number, or erase the person."));
    }
    wrote = true;
    for (const Identifier& one : gone) {
        auto done = connection.run(deleteIdentifierSql, static_cast<int>(one.kind), one.value, row.id);
        if (!done) {
            return done;
        }
        index.remove(index.keyOf(one.kind, {}, one.value));
    }
    return {};
}

}  // namespace shopbell
