// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_section.h"
#include "ui/shell/preferences.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toggle.h"

namespace shopbell::ui {

namespace {

/// What belongs to this computer and not to the shop's file; every change takes effect at once.
class LookSection final : public SettingsSection {
    Q_OBJECT
public:
    explicit LookSection(PageContext& context);
    void reload() override { show(); }

private:
    void show();

    SegmentedControl* m_appearance;
    Picker* m_language;
    Toggle* m_keepRunning;
};

LookSection::LookSection(PageContext& context)
    : SettingsSection(context),
      m_appearance(new SegmentedControl),
      m_language(new Picker),
      m_keepRunning(new Toggle(tr("Go on working when the window is closed")))
{
    auto* look = new Card(tr("Look"));
    m_appearance->setAccessibleName(tr("Look"));
    m_appearance->setChoices({{.id = QStringLiteral("system"), .text = tr("Like the system")},
                              {.id = QStringLiteral("light"), .text = tr("Light"), .icon = IconName::Sun},
                              {.id = QStringLiteral("dark"), .text = tr("Dark"), .icon = IconName::Moon}});
    auto* row = makeRow(0);
    row->addWidget(m_appearance);
    row->addStretch(1);
    look->body()->addLayout(row);
    column()->addWidget(look);

    auto* words = new Card(tr("Language"));
    m_language->setChoices({{.id = QStringLiteral("system"), .text = tr("Like the system")},
                            {.id = QStringLiteral("en"), .text = QStringLiteral("English")},
                            {.id = QStringLiteral("de"), .text = QStringLiteral("Deutsch")}});
    auto* language = new Field(tr("Language of the window"), m_language);
    language->setHelp(tr("Numbers and dates follow the system."));
    words->body()->addWidget(language);
    column()->addWidget(words);

    auto* closing = new Card(tr("When the window is closed"));
    closing->body()->addWidget(m_keepRunning);
    closing->body()->addWidget(
        (new Text(tr("Shopbell then stays in the tray: it goes on reading your store and sends what is scheduled."),
                  TextStyle::Label, Token::InkSoft))
            ->wrapped());
    column()->addWidget(closing);
    column()->addStretch(1);

    Preferences& preferences = context.preferences();
    connect(m_appearance, &SegmentedControl::chosen, this, [&preferences](const QString& id) {
        preferences.setAppearance(id == QLatin1String("dark")    ? Appearance::Dark
                                  : id == QLatin1String("light") ? Appearance::Light
                                                                 : Appearance::System);
    });
    connect(m_language, &Picker::chosen, this, [&preferences](const QString& id) {
        preferences.setLanguage(id == QLatin1String("system") ? QString() : id);
    });
    connect(m_keepRunning, &QAbstractButton::clicked, this,
            [&preferences](bool keep) { preferences.setKeepRunning(keep); });
    show();
}

void LookSection::show()
{
    const Preferences& preferences = m_context.preferences();
    const Appearance look = preferences.appearance();
    m_appearance->setCurrent(look == Appearance::Dark    ? QStringLiteral("dark")
                             : look == Appearance::Light ? QStringLiteral("light")
                                                         : QStringLiteral("system"));
    m_language->setCurrent(preferences.language().isEmpty() ? QStringLiteral("system") : preferences.language());
    m_keepRunning->setChecked(preferences.keepRunning().value_or(false));
}

}  // namespace

SettingsSection* makeLookSection(PageContext& context)
{
    return new LookSection(context);
}

}  // namespace shopbell::ui

#include "look_section.moc"
