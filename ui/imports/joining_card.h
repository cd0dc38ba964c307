// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imports.h"
#include "ui/bridge/engine_bridge.h"
#include "ui/widgets/card.h"

class QCheckBox;

namespace shopbell::ui {

class Picker;
class TextField;

/// For people: a list they join, and what the owner vouches for.
class JoiningCard : public Card {
    Q_OBJECT
public:
    explicit JoiningCard(EngineBridge& bridge, QWidget* parent = nullptr);

    void reload();
    /// Says beside the field what is missing; true when nothing is.
    [[nodiscard]] bool check();
    [[nodiscard]] ListId list() const;
    [[nodiscard]] QString newList() const;  ///< the name of a list to make first; empty: none
    [[nodiscard]] bool vouches() const;
    [[nodiscard]] QString consentText() const;

private:
    EngineBridge& m_bridge;
    Picker* m_list;
    TextField* m_newList;
    QCheckBox* m_vouch;
    TextField* m_text;
    Asker m_asker;
};

}  // namespace shopbell::ui
