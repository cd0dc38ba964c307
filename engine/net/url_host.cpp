// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/url.h"

#include "base/text.h"

#include <idn2.h>

#include <algorithm>
#include <charconv>

namespace shopbell {

namespace {

bool isHostCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
}

tl::unexpected<Error> failHost()
{
    return fail(ErrorKind::InvalidInput,
                say("url-host-wrong", "The host name in this address cannot be right; check its spelling."));
}

}  // namespace

Result<std::string> toAsciiHost(std::string_view host)
{
    std::string name;
    if (isAscii(host)) {
        name = toLowerAscii(host);
    } else {
        if (host.size() > 1000 || !isValidUtf8(host)) {
            return failHost();
        }
        char* converted = nullptr;
        const std::string input(host);
        const int code = idn2_to_ascii_8z(input.c_str(), &converted, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
        if (code != IDN2_OK) {
            return fail(ErrorKind::InvalidInput,
                        say("url-host-wrong", "The host name in this address cannot be right; check its spelling."),
                        idn2_strerror(code));
        }
        name = toLowerAscii(converted);
        idn2_free(converted);
    }
    if (name.find(':') != std::string::npos) {
        const bool plausible =
            name.size() >= 2 && name.size() <= 45 && std::all_of(name.begin(), name.end(), [](char c) {
                return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == ':' || c == '.';
            });
        return plausible ? Result<std::string>(std::move(name)) : failHost();
    }
    if (name.empty() || name.size() > 253 || name.front() == '.' || name.find("..") != std::string::npos ||
        !std::all_of(name.begin(), name.end(), isHostCharacter)) {
        return failHost();
    }
    for (const std::string_view label : split(name, '.')) {
        if (label.size() > 63) {
            return failHost();
        }
    }
    return name;
}

bool isLoopbackHost(std::string_view host)
{
    const std::string name = toLowerAscii(host);
    if (name == "localhost" || name == "localhost." || name == "::1") {
        return true;
    }
    const auto parts = split(name, '.');
    return parts.size() == 4 && parts[0] == "127" && std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
               unsigned value = 0;
               const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
               return error == std::errc{} && end == part.data() + part.size() && value <= 255;
           });
}

}  // namespace shopbell
