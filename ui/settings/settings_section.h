// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page_context.h"
#include "ui/widgets/layout.h"

namespace shopbell::ui {

/// One tab of the settings: a column of cards that fills itself anew on reload().
class SettingsSection : public PageScroll {
    Q_OBJECT
public:
    explicit SettingsSection(PageContext& context) : m_context(context)
    {
        setReadingWidth(readingWidth, Reading::Leading);
    }
    virtual void reload() {}

protected:
    static constexpr int readingWidth = 760;

    PageContext& m_context;
};

[[nodiscard]] SettingsSection* makeStoresSection(PageContext& context);
[[nodiscard]] SettingsSection* makeSendingSection(PageContext& context);
[[nodiscard]] SettingsSection* makeLookSection(PageContext& context);
[[nodiscard]] SettingsSection* makeWorkspaceSection(PageContext& context);
[[nodiscard]] SettingsSection* makeBackupSection(PageContext& context);
[[nodiscard]] SettingsSection* makePrivacySection(PageContext& context);

}  // namespace shopbell::ui
