// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imports.h"

#include <QString>

namespace shopbell::ui {

/// A field a column may become, for people: "order_total" as "Order total".
[[nodiscard]] QString importFieldName(const QString& field);
/// What a file of this kind is for, and which columns it should have.
[[nodiscard]] QString importKindHelp(ImportSubject what);

/// What is wrong with a mapping, as a sentence to act on; empty: it can be run.
[[nodiscard]] QString findMappingProblem(ImportSubject what, const ImportMapping& mapping);

}  // namespace shopbell::ui
