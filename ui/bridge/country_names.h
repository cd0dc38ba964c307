// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace shopbell::ui {

/// "AT" → "Austria", in the window's language; what is no country's code comes back as it is.
[[nodiscard]] QString countryName(const QString& code);
/// The names that can be said in another language, in English as Qt spells them.
[[nodiscard]] std::span<const char* const> countryNames();

}  // namespace shopbell::ui
