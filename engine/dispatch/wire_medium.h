// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace shopbell {

/// Where a wire journal's bytes stand: a file, or what a test puts in its place to cut the power. sync() may run on one
/// thread while another one writes; the journal sees to it that nothing else runs at the same time.
class WireMedium {
public:
    virtual ~WireMedium() = default;
    /// Takes the place of all that was there, in one step, and is on the disk when it returns.
    [[nodiscard]] virtual Result<void> replace(std::string_view whole) = 0;
    /// Inside the size of the last replace(). Survives the end of the process; a power cut only after sync().
    [[nodiscard]] virtual Result<void> write(std::size_t offset, std::string_view bytes) = 0;
    /// What was written before the call is on the disk when it returns.
    [[nodiscard]] virtual Result<void> sync() = 0;
    /// Nothing in it is of use any more.
    virtual void remove() = 0;
};

/// NAME.shopbell-wire beside the workspace.
[[nodiscard]] std::filesystem::path wireFileOf(const std::filesystem::path& workspace);
[[nodiscard]] std::unique_ptr<WireMedium> makeWireFile(std::filesystem::path file);
/// The whole file; nothing when there is none or it cannot be read.
[[nodiscard]] std::string readWireFile(const std::filesystem::path& file);

}  // namespace shopbell
