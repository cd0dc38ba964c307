// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

class QWidget;

namespace shopbell::ui {

/// What a painted piece is to a screen reader: a card that can be pressed is a Button, a chart a Chart. Call it in the
/// constructor, before anybody has asked for the widget's accessible interface. Pieces with the role Button, ComboBox,
/// ButtonDropDown or ListItem can be pressed through that interface; they get the key Return.
///
/// Name and description stay the widget's own (setAccessibleName(), setAccessibleDescription()); a button without a
/// name is called by its text.
void setAccessibleRole(QWidget* widget, QAccessible::Role role);

/// Makes the roles known to Qt; Theme::install() calls it.
void installAccessibleRoles();

}  // namespace shopbell::ui
