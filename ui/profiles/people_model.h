// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles.h"
#include "ui/bridge/engine_bridge.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace shopbell::ui {

/// The people that a search finds, as table rows: only the rows around those on the screen are asked for and kept, so
/// that a million rows open as fast as ten. Rows that are not here yet read as blank and fill in when they come.
///
/// A new search keeps the old rows until its first answer. UI thread only.
class PeopleModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Chosen, Name, Email, Phone, City, Country, Consent, Orders, Spent, LastOrder, Created, ColumnCount };
    struct Search {
        QString words;
        ProfileOrder order = ProfileOrder::Created;
        bool descending = true;
        SegmentId segment;
        ListId list;
        friend bool operator==(const Search&, const Search&) = default;
    };

    explicit PeopleModel(EngineBridge& bridge, QObject* parent = nullptr);

    void setSearch(const Search& search);
    [[nodiscard]] const Search& search() const { return m_search; }
    /// Asks again for what is on the screen; rows stay where they are until the answers differ.
    void refresh();
    /// Which rows the table shows now. Pages far from them are no longer waited for, and forgotten at last.
    void setShownRows(int first, int last);

    [[nodiscard]] const ProfileEntry* entryAt(int row) const;
    [[nodiscard]] qint64 total() const { return m_total; }
    /// True from the first answer on.
    [[nodiscard]] bool hasAnswer() const { return m_answered; }
    /// The people of the rows first…last of the present search, also where the rows are not here.
    void collect(QObject* context, int first, int last, std::function<void(Result<std::vector<ProfileEntry>>)> handler);
    /// The order a column sorts by; false when the engine cannot sort by it.
    [[nodiscard]] static bool orderOf(int column, ProfileOrder& order);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void answered();  ///< the first rows of a search are here, or its total changed
    void failed(const shopbell::Error& error);

private:
    using Rows = std::vector<ProfileEntry>;

    [[nodiscard]] SearchProfiles question(int page) const;
    void askShown();
    void ask(int page);
    void take(int page, quint64 generation, ProfilePage answer);
    void setTotal(qint64 total);
    void forgetFar();
    [[nodiscard]] QString text(const ProfileEntry& entry, int column) const;

    EngineBridge& m_bridge;
    Search m_search;
    quint64 m_generation = 0;  ///< of m_search
    quint64 m_shown = 0;       ///< whose rows m_pages holds
    qint64 m_total = 0;
    bool m_answered = false;
    int m_first = 0;
    int m_last = 0;
    std::map<int, Rows> m_pages;
    std::map<int, bool> m_stale;
    std::map<int, std::unique_ptr<Asker>> m_asking;
    QTimer m_soon;
};

}  // namespace shopbell::ui
