// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/main_window.h"

#include <QStringList>

#include <memory>

namespace shopbell::desktop {

/// `--measure`: the window measures itself, prints "name value" lines on standard output, and ends. Times are in
/// milliseconds since the process was started (by SHOPBELL_STARTED, a monotonic clock's nanoseconds, where the caller
/// gives it; else since main), memory in megabytes.
///
/// - `start`: first paint; Home's figures drawn; the first click answered by another page.
/// - `pages`: visits every page, then resident memory.
/// - `people`: the table of people, pressed and scrolled as by hand: the slowest frame and the time to first rows of
///   scrolling, sorting by every column and searching.
/// - `editor`: the first of the saved segments opened from the list: from the key to the count just asked for, and to
///   everything else that the editor shows.
///
/// A frame is everything the window's thread does between the input and its own next rest, painting included.
class Measure {
public:
    virtual ~Measure() = default;
};

[[nodiscard]] std::unique_ptr<Measure> makeMeasure(ui::MainWindow& window, const QStringList& what);

}  // namespace shopbell::desktop
