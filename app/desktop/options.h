// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QString>
#include <QStringList>

#include <optional>

class QCoreApplication;

namespace shopbell::desktop {

/// What the command line asks for.
struct Options {
    QString workspace;  ///< empty: the last one
    bool gallery = false;
    QString shots;          ///< a folder; empty: none
    QStringList pages;      ///< only these, for shots
    QStringList states;     ///< only these workspaces, for shots
    bool mirrored = false;  ///< shots: from right to left
    bool quick = false;     ///< shots: one language and width
    QString language;       ///< empty: as chosen before, else the system's
    std::optional<ui::Appearance> appearance;
    QString demo;  ///< a workspace to make, when it is not there, and fill
    qint64 people = 1000;
    quint64 seed = 1;
    QString settings;     ///< folder; empty: the user's
    QStringList measure;  ///< what the window measures of itself; empty: nothing
};

/// Reads the arguments; ends the program where they ask for help or are wrong.
[[nodiscard]] Options readOptions(const QCoreApplication& application);

}  // namespace shopbell::desktop
