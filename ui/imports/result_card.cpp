// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/result_card.h"

#include "ui/bridge/engine_words.h"
#include "ui/bridge/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"

#include <cmath>
#include <utility>

namespace shopbell::ui {

namespace {

constexpr std::size_t badShown = 100;
constexpr int numbersInRow = 4;

}  // namespace

ResultCard::ResultCard(QWidget* parent) : Card(parent), m_content(makeColumn(space::m))
{
    body()->addLayout(m_content);
}

void ResultCard::show(ImportSubject what, const ImportSummary& summary, const Formats& formats)
{
    clearLayout(m_content);
    auto* banner = new Banner(summary.badRows == 0 ? Tone::Ok : Tone::Brass);
    const QString rows = formats.number(summary.rows);
    const QString time = formats.duration(std::llround(summary.seconds * 1000));
    banner->setText(summary.badRows == 0 ? tr("All <b>%1 lines</b> were read, in %2.").arg(rows, time)
                                         : tr("<b>%1 lines</b> were read, in %2; %3 of them could not be used.")
                                               .arg(rows, time, formats.number(summary.badRows)));
    m_content->addWidget(banner);
    std::vector<std::pair<QString, std::int64_t>> numbers;
    if (what == ImportSubject::Orders) {
        numbers.emplace_back(tr("Orders"), summary.orders);
        numbers.emplace_back(tr("Refunds"), summary.refunds);
        if (summary.ordersCorrected > 0) {
            numbers.emplace_back(tr("Orders corrected"), summary.ordersCorrected);
        }
    }
    if (what != ImportSubject::Profiles) {
        numbers.emplace_back(tr("New events"), summary.events);
        numbers.emplace_back(tr("Known already"), summary.duplicates);
    }
    numbers.emplace_back(tr("New people"), summary.created);
    numbers.emplace_back(tr("Changed people"), summary.updated);
    if (what == ImportSubject::Profiles) {
        numbers.emplace_back(tr("Unchanged people"), summary.unchanged);
    }
    QHBoxLayout* row = nullptr;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i % numbersInRow == 0) {
            row = makeRow(space::m);
            m_content->addLayout(row);
        }
        auto* number = new BigNumber(numbers[i].first, formats.number(numbers[i].second));
        number->setTextStyle(TextStyle::Number);
        row->addWidget(number, 1);
    }
    if (summary.withoutProfile > 0) {
        m_content->addWidget((new Text(tr("%1 lines count in the revenue but belong to nobody: no email address, phone "
                                          "or customer number stood in them.")
                                           .arg(formats.number(summary.withoutProfile)),
                                       TextStyle::Label, Token::InkSoft))
                                 ->wrapped());
    }
    if (summary.bad.empty()) {
        return;
    }
    m_content->addSpacing(space::xs);
    m_content->addWidget(new Text(tr("Lines that could not be used"), TextStyle::CardTitle));
    m_content->addWidget((new Text(tr("Correct them in the file and import it again: what is here already is not taken "
                                      "in twice."),
                                   TextStyle::Label, Token::InkSoft))
                             ->wrapped());
    auto* list = new KeyValueList;
    const std::size_t shown = std::min(summary.bad.size(), badShown);
    for (std::size_t i = 0; i < shown; ++i) {
        list->addRow(tr("Line %1").arg(formats.number(summary.bad[i].line)), engineWords(summary.bad[i].reason));
    }
    m_content->addWidget(list);
    if (summary.badRows > static_cast<std::int64_t>(shown)) {
        m_content->addWidget(
            new Text(tr("and %1 more").arg(formats.number(summary.badRows - static_cast<std::int64_t>(shown))),
                     TextStyle::Label, Token::InkSoft));
    }
}

}  // namespace shopbell::ui
