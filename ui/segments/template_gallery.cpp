// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/template_gallery.h"

#include "ui/bridge/text.h"
#include "ui/segments/card_grid.h"
#include "ui/segments/template_words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int searchWidth = 280;

}  // namespace

TemplateGallery::TemplateGallery(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_column(makeColumn(this, space::l)),
      m_search(new SearchField(tr("Search"))),
      m_groups(makeColumn(space::l)),
      m_nothing(
          new Text(tr("None of them is about that. Begin with a condition above."), TextStyle::Body, Token::InkSoft))
{
    auto* head = makeRow(space::m);
    head->addWidget(new SectionTitle(tr("Or start from one of these")), 1);
    m_search->setAccessibleName(tr("Search ready-made segments"));
    m_search->setFixedWidth(searchWidth);
    head->addWidget(m_search);
    m_column->addLayout(head);
    m_column->addLayout(m_groups);
    m_column->addWidget(m_nothing->wrapped());
    m_nothing->hide();
    connect(m_search, &QLineEdit::textChanged, this, &TemplateGallery::filter);
}

void TemplateGallery::load()
{
    if (!m_entries.empty()) {
        return;
    }
    m_list.ask(m_context.bridge(), ListSegmentTemplates{}, [this](Result<std::vector<SegmentTemplateInfo>> templates) {
        if (templates) {
            build(*templates);
        }
    });
}

void TemplateGallery::build(const std::vector<SegmentTemplateInfo>& templates)
{
    CardGrid* grid = nullptr;
    std::string group;
    for (const SegmentTemplateInfo& info : templates) {
        if (grid == nullptr || info.group != group) {
            group = info.group;
            auto* title = new Text(templateWords(info).group, TextStyle::LabelStrong, Token::InkSoft);
            grid = new CardGrid;
            auto* section = new QWidget;
            auto* column = makeColumn(section, space::s);
            column->addWidget(title);
            column->addWidget(grid);
            m_groups->addWidget(section);
            m_sections.append({section, grid});
        }
        addCard(grid, info);
    }
    if (isVisible()) {
        countNext();
    }
}

void TemplateGallery::addCard(CardGrid* grid, const SegmentTemplateInfo& info)
{
    const TemplateWords words = templateWords(info);
    auto* card = new Card;
    card->setPadding(space::l, space::m);
    card->setClickable(true);
    card->setAccessibleName(words.name);
    card->setAccessibleDescription(words.purpose);
    card->body()->setSpacing(space::xs);
    auto* head = makeRow(space::s);
    head->addWidget((new Text(words.name, TextStyle::BodyStrong))->elided(), 1);
    auto* people = new Text(QStringLiteral("…"), TextStyle::LabelStrong, Token::InkSoft);
    head->addWidget(people);
    card->body()->addLayout(head);
    card->body()->addWidget((new Text(words.purpose, TextStyle::Label, Token::InkSoft))->wrapped());
    card->body()->addStretch(1);
    connect(card, &Card::clicked, this,
            [this, name = words.name, definition = info.definition] { emit templateChosen(name, definition); });
    grid->addCard(card);
    const QString searched = (words.name + QLatin1Char(' ') + words.purpose + QLatin1Char(' ') + words.group).toLower();
    m_entries.push_back({info, card, people, grid, searched, false});
}

void TemplateGallery::filter(const QString& words)
{
    const QStringList wanted = words.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    bool any = false;
    for (const Entry& entry : m_entries) {
        const bool fits =
            std::ranges::all_of(wanted, [&](const QString& word) { return entry.searched.contains(word); });
        entry.grid->setCardShown(entry.card, fits);
        any = any || fits;
    }
    for (const auto& [section, grid] : std::as_const(m_sections)) {
        section->setVisible(grid->hasShown());
    }
    m_nothing->setVisible(!any && !m_entries.empty());
}

void TemplateGallery::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    load();
    // People come and go: what was counted when it was last seen is counted again.
    for (Entry& entry : m_entries) {
        entry.counted = false;
    }
    countNext();
}

void TemplateGallery::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_count.cancel();
}

void TemplateGallery::countNext()
{
    const auto next = std::ranges::find_if(m_entries, [](const Entry& entry) { return !entry.counted; });
    if (next == m_entries.end()) {
        return;
    }
    const auto index = static_cast<std::size_t>(next - m_entries.begin());
    m_count.ask(m_context.bridge(), CountSegment{next->info.definition, std::nullopt},
                [this, index](Result<SegmentCount> count) {
                    Entry& entry = m_entries[index];
                    entry.counted = true;
                    if (count) {
                        const QString number = m_context.bridge().formats().number(count->members);
                        entry.people->setText(number);
                        entry.people->setColor(count->members > 0 ? Token::Accent : Token::InkSoft);
                        entry.people->setAccessibleName(tr("%1 people").arg(number));
                    } else {
                        entry.people->setText({});
                    }
                    countNext();
                });
}

}  // namespace shopbell::ui
