// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/engine.h"

#include <QAbstractListModel>

#include <vector>

namespace shopbell::ui {

/// The long commands that run now, oldest first; a finished one leaves. Owned by the EngineBridge.
class ProgressList : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { TicketRole = Qt::UserRole + 1, KindRole, WordsRole, DoneRole, TotalRole, FractionRole };

    explicit ProgressList(QObject* parent = nullptr);

    [[nodiscard]] const std::vector<Progress>& jobs() const { return m_jobs; }
    void apply(const Progress& progress);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Progress> m_jobs;
};

/// 0…1, or -1 where the end is not known: what ProgressBar::setFraction() takes.
[[nodiscard]] double fractionOf(const Progress& progress);
/// What runs, in the window's language: "Reading the store", "Sending".
[[nodiscard]] QString progressTitle(const Progress& progress);

}  // namespace shopbell::ui
