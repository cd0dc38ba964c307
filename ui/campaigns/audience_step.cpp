// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/text.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/campaigns/path_steps.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"

namespace shopbell::ui {

namespace {

constexpr QLatin1Char segmentMark('s');
constexpr QLatin1Char listMark('l');

template <class Id>
std::vector<Id> idsOf(const QStringList& checked, QLatin1Char mark)
{
    std::vector<Id> ids;
    for (const QString& each : checked) {
        if (each.startsWith(mark)) {
            ids.push_back(Id{each.mid(1).toLongLong()});
        }
    }
    return ids;
}

QStringList checkedOf(const std::vector<SegmentId>& segments, const std::vector<ListId>& lists)
{
    QStringList checked;
    for (const SegmentId each : segments) {
        checked << segmentMark + QString::number(each.value);
    }
    for (const ListId each : lists) {
        checked << listMark + QString::number(each.value);
    }
    return checked;
}

Audience audienceOf(const QStringList& included, const QStringList& excluded)
{
    return {idsOf<SegmentId>(included, segmentMark), idsOf<ListId>(included, listMark),
            idsOf<SegmentId>(excluded, segmentMark), idsOf<ListId>(excluded, listMark)};
}

}  // namespace

AudienceStep::AudienceStep(PageContext& context)
    : PathStep(context),
      m_name(new TextField(tr("Name of this campaign"))),
      m_included(new MultiPicker),
      m_excluded(new MultiPicker),
      m_hint(new Text(QString(), TextStyle::Body, Token::InkSoft)),
      m_number(new BigNumber(tr("Will get it"))),
      m_reasons(nullptr)
{
    auto* row = makeRow(this, space::between);
    auto* form = new Card(tr("Who is it for?"));
    form->body()->setSpacing(space::l);
    m_name->setHelp(tr("Only you see it."));
    form->body()->addWidget(m_name);
    m_included->setPlaceholder(tr("Choose segments or lists"));
    m_included->setSearchHint(tr("Search segments and lists"));
    m_included->setJoiner(tr("or"));
    auto* to = new Field(tr("Send to everybody in"), m_included);
    to->setHelp(tr("Somebody who is in several gets it once."));
    form->body()->addWidget(to);
    m_excluded->setPlaceholder(tr("Nobody is left out"));
    m_excluded->setSearchHint(tr("Search segments and lists"));
    m_excluded->setJoiner(tr("or"));
    auto* except = new Field(tr("But not to anybody in"), m_excluded);
    except->setOptional(true);
    form->body()->addWidget(except);
    form->body()->addStretch(1);
    row->addWidget(form, 3);
    auto* count = new Card(tr("Of the audience"));
    count->body()->addWidget(m_number);
    m_hint->wrapped();
    count->body()->addWidget(m_hint);
    auto* reasons = new QWidget;
    m_reasons = makeColumn(reasons, 0);
    count->body()->addWidget(reasons);
    count->body()->addStretch(1);
    row->addWidget(count, 2);
    const auto changed = [this] {
        askCount();
        emit edited();
    };
    connect(m_name, &TextField::edited, this, &PathStep::edited);
    connect(m_included, &MultiPicker::checkedChanged, this, changed);
    connect(m_excluded, &MultiPicker::checkedChanged, this, changed);
}

void AudienceStep::show(const Campaign& draft)
{
    m_name->setText(toQString(draft.name));
    m_included->setChecked(checkedOf(draft.audience.segments, draft.audience.lists));
    m_excluded->setChecked(checkedOf(draft.audience.excludedSegments, draft.audience.excludedLists));
    askCount();
}

void AudienceStep::write(Campaign& draft) const
{
    draft.name = toUtf8(m_name->text().trimmed().left(120));
    draft.audience = audienceOf(m_included->checked(), m_excluded->checked());
}

void AudienceStep::reload()
{
    m_segmentAsker.ask(m_context.bridge(), ListSegments{}, [this](Result<std::vector<SegmentInfo>> segments) {
        if (segments) {
            m_segments = std::move(*segments);
            showChoices();
        }
    });
    m_listAsker.ask(m_context.bridge(), ListLists{}, [this](Result<std::vector<ListSummary>> lists) {
        if (lists) {
            m_lists = std::move(*lists);
            showChoices();
        }
    });
    askCount();
}

void AudienceStep::showChoices()
{
    Choices choices;
    for (const SegmentInfo& each : m_segments) {
        choices.append({.id = segmentMark + QString::number(each.id.value),
                        .text = toQString(each.name),
                        .count = each.members,
                        .group = tr("Segments"),
                        .icon = IconName::Segments});
    }
    for (const ListSummary& each : m_lists) {
        choices.append({.id = listMark + QString::number(each.id.value),
                        .text = toQString(each.name),
                        .count = each.members,
                        .group = tr("Lists"),
                        .icon = IconName::List});
    }
    for (MultiPicker* each : {m_included, m_excluded}) {
        const QStringList checked = each->checked();
        each->setChoices(choices);
        each->setChecked(checked);
    }
    showCount();
}

QString AudienceStep::words() const
{
    if (m_included->checked().isEmpty()) {
        return tr("Nobody yet");
    }
    const auto names = [](const MultiPicker& picker) {
        QStringList chosen;
        for (const Choice& each : picker.choices()) {
            if (picker.checked().contains(each.id)) {
                chosen << each.text;
            }
        }
        return chosen.join(QLatin1String(", "));
    };
    return m_excluded->checked().isEmpty() ? names(*m_included)
                                           : tr("%1, but not %2").arg(names(*m_included), names(*m_excluded));
}

void AudienceStep::askCount()
{
    const Audience audience = audienceOf(m_included->checked(), m_excluded->checked());
    if (audience.segments.empty() && audience.lists.empty()) {
        m_countAsker.cancel();
        m_count = {};
        m_counted = false;
        showCount();
        emit counted();
        return;
    }
    m_countAsker.ask(m_context.bridge(), CountAudience{audience, Channel::Email}, [this](Result<AudienceCount> count) {
        if (!count) {
            m_context.showError(count.error(), ErrorContext::Campaign);
            return;
        }
        m_count = std::move(*count);
        m_counted = true;
        showCount();
        emit counted();
    });
}

void AudienceStep::showCount()
{
    const Formats& formats = m_context.bridge().formats();
    clearLayout(m_reasons);
    m_number->setValue(m_counted ? formats.number(m_count.willGet) : QStringLiteral("–"));
    m_number->setNote(m_counted ? tr("of %Ln people in the audience", nullptr, static_cast<int>(m_count.people))
                                : QString());
    if (!m_counted) {
        m_hint->setText(m_segments.empty() && m_lists.empty()
                            ? tr("There is no segment and no list yet. Make a segment first: a saved question such as "
                                 "“bought in the last 90 days”.")
                            : tr("Choose at least one segment or list."));
    } else if (m_count.skips.empty()) {
        m_hint->setText(m_count.people > 0 ? tr("Everybody in it may be written to.") : tr("Nobody is in it now."));
    } else {
        m_hint->setText(tr("%Ln will not get it:", nullptr, static_cast<int>(m_count.people - m_count.willGet)));
    }
    bool first = true;
    for (const auto& [reason, people] : m_count.skips) {
        auto* line = new ListRow;
        line->setText(formats.number(people), skipWords(reason));
        line->setFirst(std::exchange(first, false));
        m_reasons->addWidget(line);
    }
}

}  // namespace shopbell::ui
