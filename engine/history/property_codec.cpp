// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/property_codec.h"

namespace shopbell {

Result<std::string> PropertyReader::decode(db::Connection&, std::string_view stored) const
{
    if (stored.empty()) {
        return std::string("{}");
    }
    return std::string(stored);
}

}  // namespace shopbell
