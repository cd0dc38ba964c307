// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/workspace.h"
#include "app/cli/commands.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <thread>

namespace shopbell::cli {

namespace {

int runInit(Session& session, const CreateWorkspace& what)
{
    auto made = session.workspaces.create(what);
    if (!made) {
        return session.console.failure(made.error());
    }
    session.console.answer({{"file", what.file}});
    session.console.line("Made " + what.file + ".");
    session.console.line("Next: shopbell-cli -w " + what.file +
                         " store add woocommerce …, or import profiles FILE.csv");
    return exitGood;
}

int runInfo(Session& session)
{
    auto info = session.ask(LoadWorkspaceInfo{.countEvents = true});
    if (!info) {
        return session.console.failure(info.error());
    }
    session.console.answer({{"file", info->file},
                            {"shop", info->shopName},
                            {"time_zone", info->timeZone},
                            {"currency", info->currency},
                            {"country", info->country},
                            {"sending_locked", info->sendingLocked},
                            {"acting", info->acting},
                            {"profiles", info->profiles},
                            {"events", info->events},
                            {"segments", info->segments},
                            {"waiting_messages", info->waitingMessages}});
    session.console.table({"", ""}, {{"shop", info->shopName},
                                     {"time zone", info->timeZone},
                                     {"currency", info->currency},
                                     {"profiles", formatCount(info->profiles)},
                                     {"events", formatCount(info->events)},
                                     {"segments", formatCount(info->segments)},
                                     {"messages waiting", formatCount(info->waitingMessages)},
                                     {"keys are kept in", info->secretPlace.words},
                                     {"sending", info->sendingLocked ? "locked (unlock with: unlock)" : "open"},
                                     {"acting", info->acting ? "here" : info->actingElsewhere.words}});
    return exitGood;
}

int runBackup(Session& session, const BackUp& what)
{
    auto backup = session.submit(what);
    if (!backup) {
        return session.console.failure(backup.error());
    }
    session.console.answer({{"file", backup->file}, {"bytes", backup->bytes}, {"at", backup->at.toIso()}});
    session.console.line("Backed up to " + backup->file + " (" + formatCount(backup->bytes) + " bytes).");
    return exitGood;
}

int runRestore(Session& session, const std::string& backup, bool replace)
{
    auto restored = session.workspaces.restore(backup, session.file(), replace);
    if (!restored) {
        return session.console.failure(restored.error());
    }
    session.console.answer({{"file", session.file()}, {"sending_locked", true}});
    session.console.line("Restored " + session.file() + " from " + backup + ".");
    session.console.line(
        "Sending is locked in it, so that nothing goes out twice. When this is the file you go on with: "
        "shopbell-cli -w " +
        session.file() + " unlock");
    return exitGood;
}

int runDoctor(Session& session)
{
    auto checks = session.ask(RunDoctor{});
    if (!checks) {
        return session.console.failure(checks.error());
    }
    auto document = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows;
    bool bad = false;
    for (const auto& check : *checks) {
        const char* verdict = check.verdict == HealthCheck::Verdict::Good    ? "good"
                              : check.verdict == HealthCheck::Verdict::Worth ? "note"
                                                                             : "BAD";
        bad = bad || check.verdict == HealthCheck::Verdict::Bad;
        document.push_back({{"name", check.name}, {"verdict", verdict}, {"words", check.words.words}});
        rows.push_back({verdict, check.name, check.words.words});
    }
    session.console.answer(document);
    session.console.table({"", "", ""}, rows);
    return bad ? exitFailed : exitGood;
}

int runUnlock(Session& session)
{
    auto done = session.submit(UnlockSending{});
    if (!done) {
        return session.console.failure(done.error());
    }
    session.console.answer({{"sending_locked", false}});
    session.console.line("Sending is open again.");
    return exitGood;
}

int runRecent(Session& session)
{
    auto document = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows;
    for (const auto& recent : session.workspaces.recent()) {
        document.push_back({{"file", recent.file}, {"shop", recent.shopName}, {"missing", recent.missing}});
        rows.push_back({recent.shopName, recent.file, recent.missing ? "not there any more" : ""});
    }
    session.console.answer(document);
    session.console.table({"shop", "file", ""}, rows);
    return exitGood;
}

}  // namespace

void addWorkspaceCommands(CLI::App& program, Action& chosen)
{
    auto* init = program.add_subcommand("init", "make a new workspace at -w FILE");
    auto what = std::make_shared<CreateWorkspace>();
    init->add_option("--name", what->shopName, "the shop's name");
    init->add_option("--time-zone", what->timeZone, "IANA name, for example Europe/Vienna; else this computer's");
    init->add_option("--currency", what->currency, "ISO code, for example EUR");
    init->add_option("--country", what->country, "two letters, for reading national phone numbers");
    init->callback([what, &chosen] {
        chosen = [what](Session& session) {
            what->file = session.file();
            if (what->file.empty()) {
                return session.console.failure({ErrorKind::InvalidInput, "Say which file to make with -w FILE.", {}});
            }
            return runInit(session, *what);
        };
    });

    program.add_subcommand("info", "what the workspace holds")->callback([&chosen] { chosen = runInfo; });
    program.add_subcommand("doctor", "check the workspace through")->callback([&chosen] { chosen = runDoctor; });
    program.add_subcommand("unlock", "allow sending again after a restore or a copy")->callback([&chosen] {
        chosen = runUnlock;
    });
    program.add_subcommand("recent", "workspaces opened lately")->callback([&chosen] { chosen = runRecent; });

    auto* backup = program.add_subcommand("backup", "copy the workspace, while it is in use");
    auto backUp = std::make_shared<BackUp>();
    backup->add_option("target", backUp->target, "file to write; without it, the next of the rotating ones");
    backup->add_option("--keep", backUp->keep, "rotating backups to keep")->check(CLI::Range(1, 1000));
    backup->callback(
        [backUp, &chosen] { chosen = [backUp](Session& session) { return runBackup(session, *backUp); }; });

    auto* restore = program.add_subcommand("restore", "make -w FILE from a backup; sending is locked in it");
    auto from = std::make_shared<std::string>();
    auto replace = std::make_shared<bool>(false);
    restore->add_option("backup", *from, "the backup")->required();
    restore->add_flag("--replace", *replace, "take the place of a workspace that is there (which is kept beside it)");
    restore->callback([from, replace, &chosen] {
        chosen = [from, replace](Session& session) { return runRestore(session, *from, *replace); };
    });
}

}  // namespace shopbell::cli
