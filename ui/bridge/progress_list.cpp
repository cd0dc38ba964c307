// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/progress_list.h"

#include "ui/bridge/engine_words.h"
#include "ui/bridge/text.h"

#include <algorithm>

namespace shopbell::ui {

ProgressList::ProgressList(QObject* parent) : QAbstractListModel(parent) {}

void ProgressList::apply(const Progress& progress)
{
    const auto at = std::ranges::find(m_jobs, progress.ticket, &Progress::ticket);
    const int row = static_cast<int>(at - m_jobs.begin());
    if (progress.finished) {
        if (at != m_jobs.end()) {
            beginRemoveRows({}, row, row);
            m_jobs.erase(at);
            endRemoveRows();
        }
        return;
    }
    if (at == m_jobs.end()) {
        beginInsertRows({}, row, row);
        m_jobs.push_back(progress);
        endInsertRows();
        return;
    }
    *at = progress;
    emit dataChanged(index(row), index(row));
}

int ProgressList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

QVariant ProgressList::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const Progress& job = m_jobs[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return progressTitle(job);
    case TicketRole: return QVariant::fromValue<qulonglong>(job.ticket);
    case KindRole: return static_cast<int>(job.kind);
    case WordsRole: return engineWords(job.words);
    case DoneRole: return QVariant::fromValue<qlonglong>(job.done);
    case TotalRole: return QVariant::fromValue<qlonglong>(job.total);
    case FractionRole: return fractionOf(job);
    default: return {};
    }
}

double fractionOf(const Progress& progress)
{
    if (progress.total <= 0) {
        return -1;
    }
    return std::clamp(static_cast<double>(progress.done) / static_cast<double>(progress.total), 0.0, 1.0);
}

QString progressTitle(const Progress& progress)
{
    switch (progress.kind) {
    case Progress::Kind::Sync: return ProgressList::tr("Reading the store");
    case Progress::Kind::Import: return ProgressList::tr("Importing");
    case Progress::Kind::Export: return ProgressList::tr("Exporting");
    case Progress::Kind::Send: return ProgressList::tr("Sending");
    case Progress::Kind::Backup: return ProgressList::tr("Backing up");
    case Progress::Kind::Reading: return ProgressList::tr("Reading properties");
    case Progress::Kind::Other: break;
    }
    return ProgressList::tr("Working");
}

}  // namespace shopbell::ui
