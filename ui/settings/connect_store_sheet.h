// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/stores.h"
#include "ui/shell/page_context.h"
#include "ui/widgets/sheet.h"

#include <vector>

namespace shopbell::ui {

class Banner;
class Button;
class Field;
class FormView;
class Picker;
class ProgressBar;

/// Connects a store: which platform, its settings, a test that says in words what works and what does not. A store is
/// only added after a test that passed; its first sync begins at once. Goes when closed.
class ConnectStoreSheet : public Sheet {
    Q_OBJECT
public:
    explicit ConnectStoreSheet(PageContext& context);

private:
    void showConnector(const QString& name);
    void test(bool thenConnect);
    void showReport(const StoreTestReport& report);
    void connectStore(const StoreTestReport& report);
    void setWorking(bool working);

    PageContext& m_context;
    std::vector<ConnectorInfo> m_connectors;
    Picker* m_connector;
    Field* m_connectorField;
    FormView* m_form;
    ProgressBar* m_progress;
    Banner* m_result;
    Banner* m_warnings;
    Button* m_test;
    Button* m_connect;
    bool m_warned = false;
    Asker m_asker;
};

}  // namespace shopbell::ui
