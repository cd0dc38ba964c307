// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace shopbell::ui {

/// Every piece in every state on one page: how one sees them all at once. Needs no engine.
[[nodiscard]] QWidget* makeGallery(QWidget* parent = nullptr);

}  // namespace shopbell::ui
