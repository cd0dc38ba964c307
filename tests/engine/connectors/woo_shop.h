// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store_connector.h"
#include "support/fake_clock.h"
#include "support/woo_double.h"

#include <QTest>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace shopbell::test {

/// A shop and a connector to it, without sockets.
struct WooShop {
    explicit WooShop(WooDoubleSettings settings = {})
        : store(clock, settings), http([this](const IncomingRequest& request) { return store.handle(request); })
    {
        connect();
    }

    void connect(std::string address = {})
    {
        auto& settings = store.settings();
        if (address.empty()) {
            address = settings.origin + settings.folder;
        }
        auto made = findConnectorKind("woocommerce")
                        ->make({{"url", address}, {"consumer_key", "ck_double"}, {"consumer_secret", "cs_double"}},
                               {http, clock});
        QVERIFY2(made.has_value(), made ? "" : made.error().what.c_str());
        connector = std::move(*made);
    }

    FakeClock clock;
    WooDouble store;
    DirectHttpClient http;
    std::unique_ptr<StoreConnector> connector;
    CancelToken cancel;
};

/// Everything that came of one pass over a stream; of a record that came twice the last.
struct ReadPass {
    std::map<std::string, StoreRecord> records;
    std::string cursor;
    int pages = 0;
    int seen = 0;                ///< records, those that came twice counted twice
    std::optional<Error> error;  ///< what stopped it; `cursor` is where it stood
};

inline ReadPass readPass(StoreConnector& connector, StoreStream stream, std::string cursor, int maxPages = 2000)
{
    ReadPass pass;
    pass.cursor = std::move(cursor);
    while (pass.pages < maxPages) {
        auto page = connector.readPage(stream, pass.cursor, {});
        if (!page) {
            pass.error = page.error();
            return pass;
        }
        ++pass.pages;
        for (auto& record : page->records) {
            ++pass.seen;
            const std::string id = externalIdOf(record);
            pass.records.insert_or_assign(id, std::move(record));
        }
        pass.cursor = page->nextCursor;
        if (page->caughtUp) {
            return pass;
        }
    }
    pass.error = Error{ErrorKind::Conflict, "The pass does not end.", {}};
    return pass;
}

}  // namespace shopbell::test
