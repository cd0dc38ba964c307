// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/engine.h"
#include "model/consent.h"
#include "model/ids.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace shopbell {

enum class ImportSubject { Profiles, Events, Orders };

/// column header → what it is: a field's name ("email", "first_name", "invoice", …), "property:NAME", or "skip".
using ImportMapping = std::vector<std::pair<std::string, std::string>>;

struct ImportPreview {
    std::string format;                            ///< "csv" or "ndjson"
    std::string encoding;                          ///< "UTF-8", "Windows-1252", …
    std::string delimiter;                         ///< one character
    ImportMapping mapping;                         ///< guessed, in the file's order
    std::vector<std::string> fields;               ///< what a column may be mapped to, for this kind
    std::vector<std::vector<std::string>> sample;  ///< the first rows
    std::int64_t estimatedRows = 0;
};

struct PreviewImport {
    using Answer = ImportPreview;
    ImportSubject what = ImportSubject::Profiles;
    std::string file;
};

struct BadRow {
    std::int64_t line = 0;  ///< in the file, from 1
    Sentence reason;
};

struct ImportSummary {
    std::int64_t rows = 0;        ///< read
    std::int64_t created = 0;     ///< profiles
    std::int64_t updated = 0;     ///< profiles
    std::int64_t unchanged = 0;   ///< profiles
    std::int64_t events = 0;      ///< stored
    std::int64_t duplicates = 0;  ///< events that stood already
    std::int64_t orders = 0;
    std::int64_t refunds = 0;
    std::int64_t ordersCorrected = 0;  ///< known already, and edited since
    std::int64_t withoutProfile = 0;   ///< rows counted in revenue but given to nobody
    std::int64_t badRows = 0;
    std::vector<BadRow> bad;  ///< the first of them
    double seconds = 0;
};

struct ImportFile {
    using Answer = ImportSummary;
    static constexpr bool isCommand = true;
    ImportSubject what = ImportSubject::Profiles;
    std::string file;
    ImportMapping mapping;                                 ///< empty: as guessed
    ListId list;                                           ///< profiles join it
    ConsentState emailConsent = ConsentState::NeverAsked;  ///< what the owner vouches for when the file does not say
    std::string consentText;
};

}  // namespace shopbell
