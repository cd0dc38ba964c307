// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace shopbell::ui {

/// Three ways to begin: connect a store, look around the demo shop, import a file. Home shows it while a workspace is
/// empty, and the window before there is one.
class FirstSteps : public QWidget {
    Q_OBJECT
public:
    explicit FirstSteps(QWidget* parent = nullptr);

signals:
    void connectStoreAsked();
    void demoAsked();
    void importAsked();
};

}  // namespace shopbell::ui
