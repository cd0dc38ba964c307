// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_bridge.h"
#include "ui/widgets/dialog.h"

class QRadioButton;

namespace shopbell::ui {

class Button;
class Field;
class Picker;
class TextField;

/// Which backup, and whether it becomes a new workspace (the safe way) or takes the open one's place.
class RestoreDialog : public Dialog {
    Q_OBJECT
public:
    /// `open`: the open workspace's file, with `bridge` to ask for its backups; empty and null when none is open.
    RestoreDialog(const QString& backup, const QString& open, const QString& folder, EngineBridge* bridge,
                  QWidget* parent);

    [[nodiscard]] QString backup() const;
    [[nodiscard]] QString target() const;
    [[nodiscard]] bool replaces() const;

private:
    void loadBackups(EngineBridge& bridge);
    void choose(const QString& backup);
    bool check();

    QString m_backup;
    QString m_open;
    QString m_folder;
    Field* m_backupField;
    Picker* m_backups;
    TextField* m_target;
    QRadioButton* m_asNew;
    QRadioButton* m_replace;
    Asker m_asker;
};

}  // namespace shopbell::ui
