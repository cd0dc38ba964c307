// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/make_secret_store.h"

#include <QCoreApplication>

#include <cstdio>
#include <string>

using namespace shopbell;

/// keychain_child WORKSPACE place|save|load|remove [NAME [SECRET]]: says what came of it, in one line.
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    if (argc < 3) {
        return 2;
    }
    const auto store = makeSecretStore(argv[1]);
    const std::string what = argv[2];
    const std::string name = argc > 3 ? argv[3] : "";
    const auto say = [](const Result<void>& done) {
        std::puts(done ? "done" : (std::string(errorKindName(done.error().kind)) + ": " + done.error().what).c_str());
        return done ? 0 : 1;
    };
    if (what == "place") {
        std::puts(store->place().c_str());
        return 0;
    }
    if (what == "load") {
        const auto secret = store->load(name);
        return secret ? (std::puts(("= " + *secret).c_str()), 0) : say(fail(secret.error()));
    }
    return say(what == "save" ? store->save(name, argc > 4 ? argv[4] : "") : store->remove(name));
}
