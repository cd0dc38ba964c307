// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_bridge.h"
#include "ui/shell/instance_lock.h"

#include <QString>

#include <memory>

namespace shopbell::ui {

/// One open workspace: its engine, the bridge to it, and the claim that no other window has it.
struct WorkspaceSession {
    QString file;
    std::shared_ptr<InstanceLock> lock;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<EngineBridge> bridge;
};

}  // namespace shopbell::ui
