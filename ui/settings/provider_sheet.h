// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/campaigns.h"
#include "ui/shell/page_context.h"
#include "ui/widgets/sheet.h"

#include <vector>

class QCheckBox;

namespace shopbell::ui {

class Banner;
class Button;
class Field;
class FormView;
class Picker;
class ProgressBar;
class TextField;

/// Adds a provider (id none) or changes one, with a test that says in words what works. Goes when closed.
class ProviderSheet : public Sheet {
    Q_OBJECT
public:
    ProviderSheet(PageContext& context, const ProviderInfo& provider, bool isFirst);

private:
    void showKind(const QString& name);
    void test();
    void save();

    PageContext& m_context;
    ProviderInfo m_provider;
    std::vector<ProviderKindInfo> m_kinds;
    Picker* m_kind;
    Field* m_kindField;
    TextField* m_label;
    FormView* m_form;
    QCheckBox* m_default;
    ProgressBar* m_progress;
    Banner* m_result;
    Button* m_test;
    Button* m_save;
    bool m_labelEdited = false;
    Asker m_asker;
};

}  // namespace shopbell::ui
