// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include <csignal>

namespace shopbell::cli {

namespace {

volatile std::sig_atomic_t interrupted = 0;

void onInterrupt(int)
{
    interrupted = 1;
}

}  // namespace

Result<Engine*> Session::engine()
{
    if (!m_engine) {
        if (m_file.empty()) {
            return fail(ErrorKind::InvalidInput, "Say which workspace with -w FILE, for example: -w myshop.shopbell.");
        }
        auto opened = workspaces.open(m_file);
        if (!opened) {
            return fail(opened.error());
        }
        m_engine = std::move(*opened);
    }
    return m_engine.get();
}

bool Session::wasInterrupted()
{
    return interrupted != 0;
}

void Session::watchInterrupts()
{
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
}

}  // namespace shopbell::cli
