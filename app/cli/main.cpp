// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/secrets/make_secret_store.h"
#include "runtime/local_workspaces.h"

#include <QCoreApplication>

#include <clocale>
#include <cstdio>

namespace {

constexpr const char* about =
    "Shopbell on the command line: everything the window does, for scripts and servers.\n\n"
    "A first tour, with a made-up shop:\n"
    "  shopbell-cli demo                                  make it, and do the whole job once\n"
    "  shopbell-cli -w demo.shopbell segment list\n"
    "  shopbell-cli -w demo.shopbell profile search ann\n\n"
    "With your own shop:\n"
    "  shopbell-cli -w myshop.shopbell init --name \"My shop\" --currency EUR\n"
    "  shopbell-cli -w myshop.shopbell store add woocommerce --label Shop --set url=https://shop.example \\\n"
    "      --set consumer_key=ck_... --secret consumer_secret=WOO_SECRET\n"
    "  shopbell-cli -w myshop.shopbell store sync";

constexpr const char* closing =
    "Exit codes: 0 good, 1 failed, 2 wrong words, 3 not found, 4 refused, 5 try again later, 6 done but not "
    "everything.\n"
    "Secrets: the system keychain; without one, an encrypted file beside the workspace, opened by SHOPBELL_PASSPHRASE.";

}  // namespace

int main(int argc, char** argv)
{
    using namespace shopbell;
    // The keychain's jobs wait in event loops, which nothing wakes without it. It takes the system's locale along;
    // numbers stay as machines write them.
    const QCoreApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    CLI::App program{about, "shopbell-cli"};
    program.footer(closing);
    program.set_version_flag("--version", SHOPBELL_VERSION);
    program.require_subcommand(1);
    program.fallthrough();
    std::string file;
    bool json = false;
    bool quiet = false;
    program.add_option("-w,--workspace", file, "the shop's file, NAME.shopbell")->envname("SHOPBELL_WORKSPACE");
    program.add_flag("--json", json, "answer as JSON on standard output, errors as JSON on standard error");
    program.add_flag("-q,--quiet", quiet, "no progress bar");

    cli::Action chosen;
    cli::addWorkspaceCommands(program, chosen);
    cli::addImportCommands(program, chosen);
    cli::addStoreCommands(program, chosen);
    cli::addProviderCommands(program, chosen);
    cli::addSegmentCommands(program, chosen);
    cli::addCampaignCommands(program, chosen);
    cli::addProfileCommands(program, chosen);
    cli::addReportCommands(program, chosen);
    cli::addDemoCommand(program, chosen);
    cli::addRunCommand(program, chosen);

    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        const int code = program.exit(problem);
        return code == 0 ? cli::exitGood : cli::exitUsage;
    }

    cli::Console console(json, quiet);
    cli::Session::watchInterrupts();
    RuntimeOptions options;
    options.makeSecretStore = makeSecretStore;
    options.background = program.got_subcommand("run");
    const auto workspaces = makeLocalWorkspaces(std::move(options));
    cli::Session session(*workspaces, console, file);
    const int code = chosen(session);
    session.close();
    std::fflush(stdout);
    return code;
}
