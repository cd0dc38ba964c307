// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles.h"
#include "ingest/ingestor.h"
#include "profiles/lists.h"
#include "runtime/handlers.h"

namespace shopbell {

namespace {

/// Runs one change of lists with its events in one transaction, and tells.
template <class Answer, class Function>
Result<Answer> change(WriteContext& writing, Function&& function)
{
    Result<Answer> answer = fail(ErrorKind::Conflict, say("nothing-done", "Nothing was done."));
    auto done = writing.ingestor.together([&]() -> Result<void> {
        Lists lists(writing.db, writing.ingestor.changes(), writing.clock);
        answer = function(lists);
        if (!answer) {
            return fail(answer.error());
        }
        return {};
    });
    if (!done) {
        return fail(done.error());
    }
    writing.notices.publish(Topic::Profiles);
    writing.notices.publish(Topic::History);
    return answer;
}

Result<std::vector<ListSummary>> listAll(ReadContext& reading, const ListLists&)
{
    auto lists = shopbell::listLists(reading.db);
    if (!lists) {
        return fail(lists.error());
    }
    std::vector<ListSummary> summaries;
    for (const auto& list : *lists) {
        summaries.push_back({list.id, list.name, list.members, list.createdAt});
    }
    return summaries;
}

Result<ListId> create(WriteContext& writing, const CreateList& command)
{
    return change<ListId>(writing, [&](Lists& lists) { return lists.create(command.name); });
}

Result<Done> remove(WriteContext& writing, const RemoveList& command)
{
    return change<Done>(writing, [&](Lists& lists) -> Result<Done> {
        if (auto removed = lists.remove(command.list); !removed) {
            return fail(removed.error());
        }
        return Done{};
    });
}

Result<std::int64_t> join(WriteContext& writing, const JoinList& command)
{
    return change<std::int64_t>(writing, [&](Lists& lists) { return lists.join(command.list, command.profiles); });
}

Result<std::int64_t> leave(WriteContext& writing, const LeaveList& command)
{
    return change<std::int64_t>(writing, [&](Lists& lists) { return lists.leave(command.list, command.profiles); });
}

}  // namespace

void addListHandlers(HandlerTable& table)
{
    table.question(listAll);
    table.command(create);
    table.command(remove);
    table.command(join);
    table.command(leave);
}

}  // namespace shopbell
