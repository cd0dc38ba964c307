// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "ui/settings/settings_section.h"
#include "ui/shell/page.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/segmented.h"

#include <QStackedWidget>

#include <algorithm>

namespace shopbell::ui {

namespace {

class SettingsPage final : public Page {
    Q_OBJECT
public:
    explicit SettingsPage(PageContext& context);

    void go(const Place& place) override;
    [[nodiscard]] Choices paletteEntries() const override { return m_choices; }
    void runPaletteEntry(const QString& id) override { context().navigate({.page = PageId::Settings, .action = id}); }

protected:
    void reload() override;

private:
    using Maker = SettingsSection* (*)(PageContext&);
    void add(const QString& id, const QString& text, IconName icon, Maker make);

    SegmentedControl* m_tabs;
    QStackedWidget* m_stack;
    Choices m_choices;
    struct Section {
        Maker make;
        SettingsSection* made = nullptr;  ///< when first shown
    };
    QList<Section> m_sections;  ///< by choice
};

SettingsPage::SettingsPage(PageContext& context)
    : Page(context),
      m_tabs(new SegmentedControl(nullptr, SegmentedControl::Look::Underline)),
      m_stack(new QStackedWidget)
{
    auto* column = makeColumn(this, 0);
    auto* bar = makeRow(0);
    // The mark under the chosen tab begins where the page's cards do.
    bar->setContentsMargins(space::page - SegmentedControl::underlineInset, space::s,
                            space::page - SegmentedControl::underlineInset, 0);
    m_tabs->setAccessibleName(tr("Settings"));
    bar->addWidget(m_tabs, 1);
    column->addLayout(bar);
    column->addWidget(m_stack, 1);
    add(QStringLiteral("stores"), tr("Stores"), IconName::Store, makeStoresSection);
    add(QStringLiteral("sending"), tr("Sending"), IconName::Send, makeSendingSection);
    add(QStringLiteral("look"), tr("Look and language"), IconName::Palette, makeLookSection);
    add(QStringLiteral("workspace"), tr("Workspace"), IconName::Database, makeWorkspaceSection);
    add(QStringLiteral("backup"), tr("Backups"), IconName::Archive, makeBackupSection);
    add(QStringLiteral("privacy"), tr("Privacy"), IconName::Shield, makePrivacySection);
    m_tabs->setChoices(m_choices);
    connect(m_tabs, &SegmentedControl::chosen, this,
            [this](const QString& id) { this->context().navigate({.page = PageId::Settings, .action = id}); });
    reloadOn({Topic::Stores, Topic::Sending, Topic::Workspace});
    setHeader(tr("Settings"));
}

void SettingsPage::add(const QString& id, const QString& text, IconName icon, Maker make)
{
    m_choices.append({.id = id, .text = text, .icon = icon});
    m_sections.append({make});
}

void SettingsPage::go(const Place& place)
{
    QString asked = place.action == QLatin1String("providers") ? QStringLiteral("sending") : place.action;
    if (std::ranges::none_of(m_choices, [&](const Choice& each) { return each.id == asked; })) {
        asked = m_stack->count() > 0 && !asked.isEmpty() ? m_tabs->current() : m_choices.front().id;
    }
    for (int index = 0; index < m_choices.size(); ++index) {
        if (m_choices[index].id == asked) {
            Section& section = m_sections[index];
            if (section.made == nullptr) {
                section.made = section.make(context());
                m_stack->addWidget(section.made);
            }
            m_stack->setCurrentWidget(section.made);
            m_tabs->setCurrent(m_choices[index].id);
        }
    }
}

void SettingsPage::reload()
{
    if (m_stack->count() > 0) {
        static_cast<SettingsSection*>(m_stack->currentWidget())->reload();
    }
}

}  // namespace

Page* makeSettingsPage(PageContext& context)
{
    return new SettingsPage(context);
}

}  // namespace shopbell::ui

#include "settings_page.moc"
