// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/engine.h"
#include "base/result.h"

#include <memory>
#include <string>
#include <vector>

namespace shopbell {

struct RecentWorkspace {
    std::string file;
    std::string shopName;
    Instant openedAt;
    bool missing = false;  ///< the file is not there any more
};

struct CreateWorkspace {
    std::string file;
    std::string shopName;
    std::string timeZone;  ///< empty: the computer's
    std::string currency;
    std::string country;
};

/// What can be done before a workspace is open; implemented by runtime, handed to the window and the command line by
/// app. Calls block for as long as a disk takes and may be made from any thread but the window's.
class Workspaces {
public:
    virtual ~Workspaces() = default;
    [[nodiscard]] virtual Result<void> create(const CreateWorkspace& what) = 0;
    [[nodiscard]] virtual Result<std::unique_ptr<Engine>> open(const std::string& file) = 0;
    [[nodiscard]] virtual Result<void> restore(const std::string& backup, const std::string& file, bool replace) = 0;
    [[nodiscard]] virtual std::vector<RecentWorkspace> recent() = 0;
    virtual void forgetRecent(const std::string& file) = 0;
};

}  // namespace shopbell
