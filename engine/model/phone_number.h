// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace shopbell {

/// A telephone number that can exist (libphonenumber), held in E.164: +436641234567.
class PhoneNumber {
public:
    /// `defaultRegion` ("AT") reads national forms; without it only the international form is taken.
    [[nodiscard]] static Result<PhoneNumber> parse(std::string_view text, std::string_view defaultRegion = {});
    [[nodiscard]] const std::string& e164() const { return m_e164; }
    [[nodiscard]] std::string display() const;  ///< international, spaced
    [[nodiscard]] std::string region() const;   ///< "AT"; empty where it cannot be told

private:
    std::string m_e164;
};

}  // namespace shopbell
