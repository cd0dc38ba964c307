// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/workspaces.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace shopbell::ui {

class Card;
class Text;

/// What stands in the window while no workspace is open: how to begin, and the workspaces opened before.
class WelcomeView : public QWidget {
    Q_OBJECT
public:
    explicit WelcomeView(QWidget* parent = nullptr);

    void setRecent(const std::vector<RecentWorkspace>& recent, Instant now);
    /// What went wrong with opening; empty: nothing did.
    void setProblem(const QString& sentence);

signals:
    void connectStoreAsked();
    void demoAsked();
    void importAsked();
    void newAsked();
    void openAsked();
    void restoreAsked();
    void fileAsked(const QString& file);
    void forgetAsked(const QString& file);

private:
    class Banner* m_problem;
    Text* m_recentTitle;
    Card* m_recent;
};

}  // namespace shopbell::ui
