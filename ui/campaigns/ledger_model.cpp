// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/text.h"
#include "ui/campaigns/campaign_report.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/widgets/table.h"

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr std::int64_t pageRows = 100;
constexpr std::int64_t mostRefreshed = 2000;

}  // namespace

LedgerModel::LedgerModel(EngineBridge& bridge, QObject* parent) : QAbstractTableModel(parent), m_bridge(bridge) {}

void LedgerModel::setQuestion(const ListLedger& question)
{
    m_question = question;
    beginResetModel();
    m_rows.clear();
    m_total = 0;
    endResetModel();
    refresh();
}

void LedgerModel::refresh()
{
    ListLedger question = m_question;
    question.offset = 0;
    question.limit = std::clamp<std::int64_t>(static_cast<std::int64_t>(m_rows.size()), pageRows, mostRefreshed);
    m_asker.ask(m_bridge, question, [this](Result<LedgerPage> page) {
        if (!page) {
            return;
        }
        m_total = page->total;
        if (page->rows.size() == m_rows.size() && !m_rows.empty()) {
            m_rows = std::move(page->rows);
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        } else {
            beginResetModel();
            m_rows = std::move(page->rows);
            endResetModel();
        }
        emit answered();
    });
}

bool LedgerModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && static_cast<std::int64_t>(m_rows.size()) < m_total && !m_asker.isWaiting();
}

void LedgerModel::fetchMore(const QModelIndex&)
{
    ListLedger question = m_question;
    question.offset = static_cast<std::int64_t>(m_rows.size());
    question.limit = pageRows;
    m_asker.ask(m_bridge, question, [this](Result<LedgerPage> page) {
        if (!page || page->rows.empty()) {
            return;
        }
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(page->rows.size()) - 1);
        std::ranges::move(page->rows, std::back_inserter(m_rows));
        endInsertRows();
    });
}

const LedgerRow* LedgerModel::rowAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int LedgerModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LedgerModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LedgerModel::data(const QModelIndex& index, int role) const
{
    const LedgerRow* row = rowAt(index.row());
    if (row == nullptr) {
        return {};
    }
    const LedgerMessage& message = row->message;
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case Person: return toQString(row->profileName);
        case Address: return toQString(message.address);
        case State: return messageStateWord(message.state);
        case Reason: return skipWords(message.reason);
        case When: return m_bridge.formats().dateTime(message.changedAt);
        default: return {};
        }
    }
    if (role == Qt::ToolTipRole && index.column() == Reason) {
        return skipWords(message.reason);
    }
    if (role == TagToneRole && index.column() == State) {
        return static_cast<int>(messageTone(message.state));
    }
    if (role == StrongRole) {
        return index.column() == Person;
    }
    if (role == InkRole && (index.column() == Reason || index.column() == When)) {
        return static_cast<int>(Token::InkSoft);
    }
    return {};
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Person: return tr("Person");
    case Address: return tr("Address");
    case State: return tr("State");
    case Reason: return tr("Why");
    case When: return tr("When");
    default: return {};
    }
}

}  // namespace shopbell::ui
