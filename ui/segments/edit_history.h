// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <optional>

namespace shopbell::ui {

/// Undo and redo by whole states. Typed edits that follow each other are one.
template <class State>
class EditHistory {
public:
    void clear()
    {
        m_undo.clear();
        m_redo.clear();
        m_typing = false;
    }
    /// `before` is about to be left by an edit.
    void note(const State& before, bool typed)
    {
        if (!typed || !m_typing) {
            m_undo.append(before);
            if (m_undo.size() > most) {
                m_undo.removeFirst();
            }
        }
        m_typing = typed;
        m_redo.clear();
    }
    std::optional<State> back(const State& now) { return turn(m_undo, m_redo, now); }
    std::optional<State> forth(const State& now) { return turn(m_redo, m_undo, now); }
    [[nodiscard]] bool canUndo() const { return !m_undo.isEmpty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.isEmpty(); }

private:
    static constexpr qsizetype most = 300;

    std::optional<State> turn(QList<State>& from, QList<State>& to, const State& now)
    {
        m_typing = false;
        if (from.isEmpty()) {
            return std::nullopt;
        }
        to.append(now);
        return from.takeLast();
    }

    QList<State> m_undo;
    QList<State> m_redo;
    bool m_typing = false;
};

}  // namespace shopbell::ui
