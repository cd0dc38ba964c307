// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/mapping_card.h"

#include "ui/bridge/text.h"
#include "ui/imports/import_words.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/text.h"

#include <QGridLayout>

namespace shopbell::ui {

namespace {

constexpr auto skip = "skip";
constexpr auto propertyPrefix = "property:";
constexpr int pickerWidth = 250;
constexpr int samplesShown = 3;

}  // namespace

MappingCard::MappingCard(QWidget* parent) : Card(tr("What the columns mean"), parent) {}

void MappingCard::show(const ImportPreview& preview)
{
    delete m_holder;
    m_headers.clear();
    m_pickers.clear();
    m_holder = new QWidget;
    auto* grid = new QGridLayout(m_holder);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::s);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    body()->addWidget(m_holder);
    if (preview.mapping.empty()) {
        grid->addWidget((new Text(tr("Lines of JSON name their fields themselves: there is nothing to match."),
                                  TextStyle::Body, Token::InkSoft))
                            ->wrapped(),
                        0, 0, 1, 3);
        return;
    }
    int at = 0;
    for (const QString& heading : {tr("In the file"), tr("For example"), tr("Becomes")}) {
        grid->addWidget(new Text(heading, TextStyle::Label, Token::InkSoft), 0, at++);
    }
    for (std::size_t column = 0; column < preview.mapping.size(); ++column) {
        grid->addWidget(new Separator, static_cast<int>(column) * 2 + 1, 0, 1, 3);
        addColumn(static_cast<int>(column) * 2 + 2, preview, column);
    }
}

void MappingCard::addColumn(int row, const ImportPreview& preview, std::size_t column)
{
    auto* grid = static_cast<QGridLayout*>(m_holder->layout());
    const auto& [rawHeader, rawField] = preview.mapping[column];
    const QString header = toQString(rawHeader);
    const QString field = toQString(rawField);
    QStringList samples;
    for (const auto& line : preview.sample) {
        if (column < line.size() && !line[column].empty() && samples.size() < samplesShown) {
            samples << toQString(line[column]).simplified();
        }
    }
    auto* name = new Text(header.isEmpty() ? tr("column %1").arg(column + 1) : header, TextStyle::BodyStrong);
    grid->addWidget(name->elided(), row, 0);
    grid->addWidget((new Text(samples.isEmpty() ? tr("empty") : samples.join(QStringLiteral(", ")), TextStyle::Body,
                              Token::InkSoft))
                        ->elided(),
                    row, 1);
    const QLatin1String prefix(propertyPrefix);
    const QString property = field.startsWith(prefix) ? field : prefix + header;
    Choices choices{
        {.id = QLatin1String(skip), .text = tr("Leave it out"), .icon = IconName::Minus},
        {.id = property, .text = tr("Keep as “%1”").arg(property.mid(prefix.size())), .icon = IconName::Tag}};
    for (const std::string& each : preview.fields) {
        choices.append({.id = toQString(each), .text = importFieldName(toQString(each)), .group = tr("Fields")});
    }
    auto* picker = new Picker;
    picker->setAccessibleName(tr("What “%1” becomes").arg(header));
    picker->setChoices(choices);
    picker->setCurrent(field);
    picker->setFixedWidth(pickerWidth);
    connect(picker, &Picker::chosen, this, &MappingCard::mappingChanged);
    grid->addWidget(picker, row, 2);
    m_headers.append(header);
    m_pickers.append(picker);
}

ImportMapping MappingCard::mapping() const
{
    ImportMapping mapping;
    for (qsizetype i = 0; i < m_pickers.size(); ++i) {
        mapping.emplace_back(toUtf8(m_headers[i]), toUtf8(m_pickers[i]->current()));
    }
    return mapping;
}

}  // namespace shopbell::ui
