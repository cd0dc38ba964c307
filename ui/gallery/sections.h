// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

class QWidget;

namespace shopbell::ui {

/// The cards of the gallery, one function each; gallery_page.cpp puts them in order.
struct Gallery {
    Q_DECLARE_TR_FUNCTIONS(Gallery)

public:
    static QWidget* makeColours();
    static QWidget* makeType();
    static QWidget* makeIcons();
    static QWidget* makeButtons();
    static QWidget* makePills();
    static QWidget* makeFields();
    static QWidget* makePickers();
    static QWidget* makeSwitches();
    static QWidget* makeForm();
    static QWidget* makeNumbers();
    static QWidget* makeNotes();
    static QWidget* makeProgress();
    static QWidget* makeMarks();
    static QWidget* makeRows();
    static QWidget* makeTable();
    static QWidget* makeEmpty();
    static QWidget* makeLines();
    static QWidget* makeBars();
    static QWidget* makeOpened();
    /// Buttons that open dialog, sheet, toasts and palette over `page`.
    static QWidget* makeFloating(QWidget* page);
};

}  // namespace shopbell::ui
