// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "db/runner_lease.h"

#include <cstdio>

/// lease_holder WORKSPACE: prints "taken" or "refused", then waits for the end of its input.
int main(int argc, char** argv)
{
    if (argc != 2) {
        return 2;
    }
    const auto lease = shopbell::db::RunnerLease::take(shopbell::toPath(argv[1]));
    std::puts(lease ? "taken" : "refused");
    std::fflush(stdout);
    while (std::getchar() != EOF) {
    }
    return lease ? 0 : 1;
}
