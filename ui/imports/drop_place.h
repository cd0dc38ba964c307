// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

namespace shopbell::ui {

/// Where a file is dropped or chosen.
class DropPlace : public Card {
    Q_OBJECT
public:
    explicit DropPlace(QWidget* parent = nullptr);

signals:
    void fileChosen(const QString& file);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void choose();
};

}  // namespace shopbell::ui
