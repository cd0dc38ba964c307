// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/why_sheet.h"

#include "api/profiles.h"
#include "ui/bridge/text.h"
#include "ui/segments/asking_picker.h"
#include "ui/segments/sentence_maker.h"
#include "ui/segments/value_pieces.h"
#include "ui/segments/verdict_words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/text.h"

#include <QCoreApplication>

namespace shopbell::ui {

namespace {

constexpr int panelWidth = 560;
constexpr int indent = 22;
constexpr std::int64_t peopleShown = 12;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SegmentWhy)
};

QString groupWords(GroupKind kind)
{
    switch (kind) {
    case GroupKind::All: return Words::tr("all of these");
    case GroupKind::Any: return Words::tr("at least one of these");
    case GroupKind::None: return Words::tr("none of these");
    }
    return {};
}

/// One node: its mark, its sentence, what decided beneath.
void addNode(QVBoxLayout* column, const Verdict& verdict, int depth, const QString& words, const Formats& formats)
{
    auto* row = makeRow(space::s);
    row->addSpacing(depth * indent);
    const IconName icon = verdict.unset ? IconName::Help : verdict.holds ? IconName::Check : IconName::Close;
    auto* mark = new IconMark(icon, verdict.holds ? Token::Ok : Token::InkSoft);
    mark->setAccessibleName(verdict.unset   ? Words::tr("not known")
                            : verdict.holds ? Words::tr("holds")
                                            : Words::tr("does not hold"));
    auto* holder = makeColumn(0);
    holder->addSpacing(1);
    holder->addWidget(mark);
    holder->addStretch(1);
    row->addLayout(holder);
    auto* lines = makeColumn(2);
    const bool group = !verdict.parts.empty();
    lines->addWidget((new Text(words, group ? TextStyle::BodyStrong : TextStyle::Body))->wrapped());
    const QString because = group ? QString() : becauseWords(verdict, formats);
    if (!because.isEmpty()) {
        lines->addWidget((new Text(because, TextStyle::Label, Token::InkSoft))->wrapped());
    }
    if (verdict.holdsUntil && !group) {
        const QString until =
            verdict.holds ? Words::tr("until %1, if nothing happens") : Words::tr("from %1 on, if nothing happens");
        lines->addWidget(
            (new Text(until.arg(formats.dateTime(*verdict.holdsUntil)), TextStyle::Label, Token::InkSoft))->wrapped());
    }
    row->addLayout(lines, 1);
    column->addLayout(row);
}

/// The engine tells "not" and the "any" in it apart; here they are one group, as in the editor.
void addVerdict(QVBoxLayout* column, Materials& materials, const Verdict& verdict, int depth)
{
    const QJsonObject node = nodeOf(verdict.node);
    const Formats& formats = materials.bridge().formats();
    const QString words = node.isEmpty()  ? toQString(verdict.condition)
                          : isGroup(node) ? groupWords(groupKind(node))
                                          : conditionWords(materials, node);
    addNode(column, verdict, depth, words, formats);
    const std::vector<Verdict>* parts = &verdict.parts;
    if (isGroup(node) && groupKind(node) == GroupKind::None && parts->size() == 1) {
        const QJsonObject inner = nodeOf(parts->front().node);
        if (isGroup(inner) && groupKind(inner) == GroupKind::Any) {
            parts = &parts->front().parts;
        }
    }
    for (const Verdict& part : *parts) {
        addVerdict(column, materials, part, depth + 1);
    }
}

}  // namespace

SegmentWhySheet::SegmentWhySheet(PageContext& context, Materials& materials, const DefinitionTree& tree,
                                 const std::optional<SegmentMember>& person)
    : Sheet(tr("Why in this segment, or not?"), context.dialogParent()),
      m_context(context),
      m_materials(materials),
      m_tree(tree),
      m_who(nullptr),
      m_when(nullptr),
      m_answer(makeColumn(space::m))
{
    setPanelWidth(panelWidth);
    connect(this, &Sheet::closed, this, &QObject::deleteLater);
    const auto people = [this](const QString& words, std::function<void(const Choices&)> show) {
        SearchProfiles search;
        search.words = toUtf8(words.trimmed());
        search.limit = peopleShown;
        m_search.ask(m_context.bridge(), search, [this, show](Result<ProfilePage> page) {
            Choices choices;
            for (const ProfileEntry& each : page ? page->rows : std::vector<ProfileEntry>()) {
                const QString id = QStringLiteral("#%1").arg(each.id.value);
                const QString email = toQString(each.email);
                const QString name = each.name.empty() ? (email.isEmpty() ? id : email) : toQString(each.name);
                m_names[id] = name;
                choices.append({.id = id, .text = name, .note = name == email ? QString() : email});
            }
            show(choices);
        });
    };
    auto* head = makeRow(space::s);
    m_who = new AskingPicker(Picker::Look::Field, people);
    m_who->setAccessibleName(tr("Who"));
    m_who->setPlaceholder(tr("Find somebody by name, email or phone"));
    m_who->setSearchHint(tr("Name, email or phone"));
    m_who->setWording([this](const QString& id) { return m_names.value(id, id); });
    connect(m_who, &Picker::chosen, this, &SegmentWhySheet::choose);
    head->addWidget(m_who, 1);
    const Formats& formats = context.bridge().formats();
    m_when = new DayPill(tr("As of"), {}, formats.locale());
    m_when->setPlaceholder(tr("now"), formats.dayOf(context.bridge().now()));
    connect(m_when, &DayPill::dayChosen, this, [this](const QDate& day) {
        m_day = day < m_context.bridge().formats().dayOf(m_context.bridge().now()) ? day : QDate();
        m_when->setDay(m_day);
        ask();
    });
    head->addWidget(m_when);
    body()->addLayout(head);
    body()->addLayout(m_answer);
    body()->addStretch(1);
    if (person) {
        m_person = person->profile;
        const QString id = QStringLiteral("#%1").arg(m_person.value);
        m_names[id] = toQString(person->name.empty() ? person->email : person->name);
        m_who->setCurrent(id);
        ask();
    } else {
        m_answer->addWidget(
            (new Text(tr("Choose a person to see, condition by condition, what speaks for and against."),
                      TextStyle::Body, Token::InkSoft))
                ->wrapped());
    }
}

void SegmentWhySheet::choose(const QString& key)
{
    if (key.startsWith(QLatin1Char('#')) && m_names.contains(key)) {
        m_person = ProfileId{key.mid(1).toLongLong()};
        ask();
        return;
    }
    m_asker.ask(m_context.bridge(), FindProfile{toUtf8(key)}, [this](Result<ProfileId> found) {
        if (!found) {
            m_context.showError(found.error(), ErrorContext::Profile);
            return;
        }
        m_person = *found;
        ask();
    });
}

void SegmentWhySheet::ask()
{
    if (!m_person.isValid()) {
        return;
    }
    std::optional<Instant> asOf;
    if (m_day.isValid()) {
        // To the end of that day: what happened on it counts.
        asOf = Instant{m_context.bridge().formats().startOfDay(m_day.addDays(1)).ms - 1};
    }
    m_asker.ask(
        m_context.bridge(), ExplainMembership{m_tree.written(), m_person, asOf}, [this](Result<Verdict> verdict) {
            if (verdict) {
                showVerdict(*verdict);
                return;
            }
            clearLayout(m_answer);
            m_answer->addWidget(new Banner(Tone::Bad, errorWords(verdict.error(), ErrorContext::Segment).sentence));
        });
}

void SegmentWhySheet::showVerdict(const Verdict& verdict)
{
    clearLayout(m_answer);
    const QString who = m_who->text();
    const bool now = !m_day.isValid();
    const QString sentence =
        verdict.holds ? (now ? tr("<b>%1</b> is in this segment.") : tr("<b>%1</b> was in it then."))
                      : (now ? tr("<b>%1</b> is not in this segment.") : tr("<b>%1</b> was not in it then."));
    auto* banner = new Banner(verdict.holds ? Tone::Ok : Tone::Brass, sentence.arg(who.toHtmlEscaped()));
    banner->setIconName(verdict.holds ? IconName::Check : IconName::Block);
    m_answer->addWidget(banner);
    auto* card = new Card;
    addVerdict(card->body(), m_materials, verdict, 0);
    m_answer->addWidget(card);
    auto* open = new Button(tr("Open their profile"), IconName::User, Button::Kind::Link);
    connect(open, &QAbstractButton::clicked, this, [this] {
        closeSheet();
        m_context.navigate({.page = PageId::Profiles, .id = m_person.value});
    });
    m_answer->addWidget(open, 0, Qt::AlignLeading);
}

}  // namespace shopbell::ui
