// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <functional>

namespace shopbell::test {

/// Somebody in front of the window, who knows of it only what stands on the screen: finds things by their visible text
/// or the name a screen reader says, and does nothing but move the mouse and press keys. Every call waits until what it
/// looks for is there; false when it does not come.
class Hands {
public:
    /// The visible, enabled thing in front (a popup before a dialog before the window) whose name begins with `words`,
    /// not covered by another. Null when there is none now.
    [[nodiscard]] static QWidget* find(const QString& words);
    /// Whether these words can be read anywhere in front.
    [[nodiscard]] static bool canRead(const QString& words);
    [[nodiscard]] static bool waitToRead(const QString& words);

    // With the mouse alone.
    [[nodiscard]] static bool click(const QString& words);
    /// A row of a list or table by its text.
    [[nodiscard]] static bool clickRow(const QString& words);
    /// A click that opens a dialog, and one inside it.
    [[nodiscard]] static bool clickAndAgree(const QString& words, const QString& inTheDialog);
    /// Words from an on-screen keyboard or a dictation, into what was clicked before.
    [[nodiscard]] static bool dictate(const QString& field, const QString& words);

    // With the keyboard alone.
    static void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    static void type(const QString& words);
    /// Tab until what has the focus is called so.
    [[nodiscard]] static bool tabTo(const QString& words);
    [[nodiscard]] static bool tabToAndPress(const QString& words, int key = Qt::Key_Space);
    [[nodiscard]] static bool pressAndAgree(const QString& words, const QString& inTheDialog);

private:
    /// Opens a dialog, which runs an event loop of its own, at once or after some work, and does `inIt` there; a dialog
    /// where that cannot be done is closed, so that the test ends and says what it did not find.
    [[nodiscard]] static bool openAndDo(const std::function<bool()>& open, const std::function<bool()>& inIt);
};

}  // namespace shopbell::test
