// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/workspaces.h"
#include "ui/widgets/dialog.h"

namespace shopbell::ui {

class Field;
class Picker;
class TextField;

/// Asks for the shop's name, its zone, currency and country, and where its file should stand.
class NewWorkspaceDialog : public Dialog {
    Q_OBJECT
public:
    NewWorkspaceDialog(const QString& folder, QWidget* parent);
    [[nodiscard]] CreateWorkspace answer() const;

private:
    void followName();
    bool check();

    QString m_folder;
    bool m_fileChosen = false;
    TextField* m_name;
    TextField* m_file;
    Picker* m_currency;
    Picker* m_country;
    Picker* m_zone;
};

}  // namespace shopbell::ui
