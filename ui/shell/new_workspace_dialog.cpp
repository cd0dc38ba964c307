// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/new_workspace_dialog.h"

#include "ui/bridge/country_names.h"
#include "ui/bridge/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/picker.h"

#include <QCollator>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <map>

namespace shopbell::ui {

namespace {

constexpr auto ending = ".shopbell";

struct Territory {
    QString name;
    QString currency;
};

/// Every country that Qt knows, by its ISO code.
std::map<QString, Territory> territories()
{
    std::map<QString, Territory> all;
    for (const QLocale& locale :
         QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
        const QString code = locale.name().section(QLatin1Char('_'), -1);
        if (code.size() == 2 && code == code.toUpper() && !all.contains(code)) {
            all[code] = {countryName(code), locale.currencySymbol(QLocale::CurrencyIsoCode)};
        }
    }
    return all;
}

Choices countryChoices(const std::map<QString, Territory>& all)
{
    Choices choices;
    for (const auto& [code, territory] : all) {
        choices << Choice{.id = code, .text = territory.name, .note = code};
    }
    std::ranges::sort(choices, [collator = QCollator()](const Choice& left, const Choice& right) {
        return collator.compare(left.text, right.text) < 0;
    });
    return choices;
}

Choices currencyChoices(const std::map<QString, Territory>& all)
{
    QStringList codes;
    for (const auto& [code, territory] : all) {
        if (territory.currency.size() == 3 && !codes.contains(territory.currency)) {
            codes << territory.currency;
        }
    }
    codes.sort();
    Choices choices;
    for (const QString& code : codes) {
        choices << Choice{.id = code, .text = code};
    }
    return choices;
}

Choices zoneChoices()
{
    Choices choices;
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
        if (id.contains('/') && !id.startsWith("Etc/")) {
            const QString name = QString::fromLatin1(id);
            choices << Choice{.id = name, .text = QString(name).replace(QLatin1Char('_'), QLatin1Char(' '))};
        }
    }
    return choices;
}

}  // namespace

NewWorkspaceDialog::NewWorkspaceDialog(const QString& folder, QWidget* parent)
    : Dialog(tr("New workspace"), parent),
      m_folder(folder),
      m_name(new TextField(tr("Your shop's name"))),
      m_file(new TextField(tr("File"))),
      m_currency(new Picker),
      m_country(new Picker),
      m_zone(new Picker)
{
    setSentence(tr("A workspace is one shop's file on this computer. Copying it is a backup."));
    const auto known = territories();
    const QLocale system = QLocale::system();
    m_country->setChoices(countryChoices(known));
    // A computer without a country of its own ("C", as many servers have) proposes none.
    if (const QString here = system.name().section(QLatin1Char('_'), -1); known.contains(here)) {
        m_country->setCurrent(here);
    }
    m_country->setPlaceholder(tr("Choose a country"));
    m_country->setSearchable(true);
    m_currency->setChoices(currencyChoices(known));
    m_currency->setCurrent(system.currencySymbol(QLocale::CurrencyIsoCode));
    m_currency->setPlaceholder(tr("Choose a currency"));
    m_zone->setChoices(zoneChoices());
    m_zone->setCurrent(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    m_zone->setPlaceholder(tr("This computer's"));

    m_name->setPlaceholder(tr("Fernhill Candles"));
    body()->addWidget(m_name);
    auto* row = makeRow(space::m);
    row->addWidget(new Field(tr("Country"), m_country), 1);
    row->addWidget(new Field(tr("Currency"), m_currency), 1);
    body()->addLayout(row);
    body()->addWidget(new Field(tr("Time zone"), m_zone));
    auto* place = makeRow(space::s);
    place->addWidget(m_file, 1);
    auto* browse = new Button(tr("Choose…"), IconName::Folder);
    place->addWidget(browse, 0, Qt::AlignBottom);
    body()->addLayout(place);

    connect(m_name, &TextField::textChanged, this, &NewWorkspaceDialog::followName);
    connect(m_file, &TextField::edited, this, [this] { m_fileChosen = true; });
    connect(browse, &QAbstractButton::clicked, this, [this] {
        const QString file = QFileDialog::getSaveFileName(this, tr("Where should the workspace stand?"), m_file->text(),
                                                          tr("Shopbell workspaces (*.shopbell)"));
        if (!file.isEmpty()) {
            m_fileChosen = true;
            m_file->setText(file);
        }
    });
    addButton(tr("Cancel"), Button::Kind::Secondary);
    Button* create = addButton(tr("Make the workspace"), Button::Kind::Primary, false);
    connect(create, &QAbstractButton::clicked, this, [this] {
        if (check()) {
            accept();
        }
    });
    followName();
}

void NewWorkspaceDialog::followName()
{
    m_name->setError({});
    if (m_fileChosen) {
        return;
    }
    QString stem = m_name->text().trimmed();
    for (const char* each : {"/", "\\", ":", "*", "?", "\"", "<", ">", "|"}) {
        stem.remove(QLatin1String(each));
    }
    if (stem.isEmpty()) {
        stem = tr("My shop", "file name");
    }
    m_file->setText(QDir::toNativeSeparators(QDir(m_folder).filePath(stem + QLatin1String(ending))));
}

bool NewWorkspaceDialog::check()
{
    const QString name = m_name->text().trimmed();
    m_name->setError(name.isEmpty() ? tr("Give the shop a name; you can change it later.") : QString());
    const QFileInfo file(QDir::fromNativeSeparators(m_file->text().trimmed()));
    QString problem;
    if (!file.fileName().endsWith(QLatin1String(ending)) ||
        file.fileName().size() <= qsizetype(std::char_traits<char>::length(ending))) {
        problem = tr("The file's name ends in .shopbell.");
    } else if (file.exists()) {
        problem = tr("There is a file of that name already. Choose another name, or open it.");
    } else if (!QFileInfo(file.absolutePath()).isDir()) {
        problem = tr("There is no such folder.");
    }
    m_file->setError(problem);
    return !name.isEmpty() && problem.isEmpty();
}

CreateWorkspace NewWorkspaceDialog::answer() const
{
    return {toUtf8(QFileInfo(QDir::fromNativeSeparators(m_file->text().trimmed())).absoluteFilePath()),
            toUtf8(m_name->text().trimmed()), toUtf8(m_zone->current()), toUtf8(m_currency->current()),
            toUtf8(m_country->current())};
}

}  // namespace shopbell::ui
