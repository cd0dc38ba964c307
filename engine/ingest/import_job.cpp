// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/import_job.h"

#include <utility>

namespace shopbell {

void ImportReport::add(ImportProblem problem)
{
    badRows += problem.kept ? 0 : 1;
    if (problems.size() < maxListedProblems) {
        problems.push_back(std::move(problem));
    } else {
        ++problemsBeyond;
    }
}

void ImportJob::take(ImportBatch& batch, const IngestCounts& counts)
{
    m_report.rowsRead += batch.rows;
    for (ImportProblem& problem : batch.problems) {
        m_report.add(std::move(problem));
    }
    batch.problems.clear();
    m_report.profilesCreated += counts.profilesCreated;
    m_report.profilesUpdated += counts.profilesUpdated;
    m_report.profilesUnchanged += counts.profilesUnchanged;
    m_report.profilesMerged += counts.profilesMerged;
    m_report.eventsStored += counts.eventsStored;
    m_report.eventsDuplicate += counts.eventsDuplicate;
}

void ImportJob::packWith(PropertyPacker /*packer*/) {}

Result<ImportReport> runImport(ImportJob& job, Ingestor& ingestor)
{
    for (;;) {
        auto batch = job.read();
        if (!batch) {
            return fail(batch.error());
        }
        if (!*batch) {
            return job.report();
        }
        if (auto applied = job.apply(ingestor, **batch); !applied) {
            return fail(applied.error());
        }
    }
}

}  // namespace shopbell
