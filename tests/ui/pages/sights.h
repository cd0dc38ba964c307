// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/open_shop.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace shopbell::test {

/// Something of the window to look at: a place, or what opens there by what stands on it.
struct Sight {
    QString name;
    ui::Place place;
    /// One after the other: a button by its name, "menu:" and an entry of a menu, "key:" and keys.
    QStringList presses;
    bool opensDialog = false;  ///< with the last press, which then waits until the dialog is closed
};

/// All there is in this shop: each page and its inner places, the steps of a campaign and of an import, sheets,
/// dialogs, the palette.
[[nodiscard]] std::vector<Sight> listSights(OpenShop& shop, const QTemporaryDir& folder);

/// Goes there, calls `look` with what stands in front (the window, or the sheet, palette or dialog over it), and closes
/// what was opened. False when something that was to be pressed is not there.
[[nodiscard]] bool lookAt(OpenShop& shop, const Sight& sight, const std::function<void(QWidget& scope)>& look);

}  // namespace shopbell::test
