// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/sentence_maker.h"

#include "ui/segments/condition_sentences.h"
#include "ui/segments/definition_tree.h"

#include <QCoreApplication>

#include <algorithm>

namespace shopbell::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Conditions)
};

QString textOf(const Choices& choices, const QString& id)
{
    const auto at = std::ranges::find_if(choices, [&](const Choice& each) { return each.id == id; });
    return at == choices.end() ? id : at->text;
}

/// Listens to a sentence and keeps its words; what only edits is not told.
class PlainSentence final : public SentenceMaker {
public:
    using SentenceMaker::SentenceMaker;

    void newLine(int) override {}
    void word(const QString& word) override { add(word); }
    void pick(const QString&, const Choices& choices, const QString& current, const TakeText&, bool) override
    {
        add(textOf(choices, current));
    }
    void pickNamed(const QString&, const std::function<Choices()>& choices, const QString& current, const TakeText&,
                   bool subject) override
    {
        add(subject ? Words::tr("“%1”").arg(textOf(choices(), current)) : textOf(choices(), current));
    }
    void ask(const QString&, const ChoiceSource&, const QString& current, const TakeText&, const AskLook& look) override
    {
        add(look.wording ? look.wording(current) : current);
    }
    void askSeveral(const QString&, const ChoiceSource&, const QStringList& current, const TakeTexts&,
                    const AskLook& look) override
    {
        QStringList words = current;
        for (QString& each : words) {
            each = look.wording ? look.wording(each) : each;
        }
        add(words.join(look.all ? Words::tr(" and ") : Words::tr(" or ")));
    }
    void number(const QString&, double value, const TakeNumber&, double, double) override
    {
        add(bridge().formats().locale().toString(value, 'g', 12));
    }
    void text(const QString&, const QString& text, const QString& hint, const TakeText&) override
    {
        add(text.isEmpty() ? hint : text);
    }
    void day(const QString&, const QString& iso, const TakeText&) override
    {
        const QDate day = QDate::fromString(iso.left(10), Qt::ISODate);
        add(bridge().formats().locale().toString(day, QLocale::ShortFormat));
    }
    void mark(const QString&, const QString&, bool, const std::function<void(bool)>&) override {}
    void link(const QString&, const std::function<void()>&) override {}
    void cross(const QString&, const std::function<void()>&) override {}
    QObject* context() override { return nullptr; }

    [[nodiscard]] QString words() const { return m_words.join(QLatin1Char(' ')); }

private:
    void add(const QString& word)
    {
        if (!word.isEmpty()) {
            m_words += word;
        }
    }

    QStringList m_words;
};

}  // namespace

void SentenceMaker::amount(const QString& name, double value, bool money, const TakeNumber& take)
{
    // The sign, and the side it stands on, as the locale writes money: "€0" or "0 €".
    const QString zero = bridge().formats().wholeMoney(Decimal{});
    QString sign = zero;
    sign.remove(QLatin1Char('0'));
    const bool first = !zero.startsWith(QLatin1Char('0'));
    sign = sign.trimmed();
    const bool shown = money && !sign.isEmpty();
    if (shown && first) {
        word(sign);
    }
    number(name, value, take, -1e12);
    if (shown && !first) {
        word(sign);
    }
}

QString SentenceMaker::today() const
{
    return bridge().formats().dayOf(bridge().now()).toString(Qt::ISODate);
}

Choices including(Choices choices, const QString& id, const QString& words)
{
    const bool known = std::ranges::any_of(choices, [&](const Choice& each) { return each.id == id; });
    if (!id.isEmpty() && !known) {
        choices.prepend({.id = id, .text = words});
    }
    return choices;
}

QString conditionWords(Materials& materials, const QJsonObject& condition)
{
    PlainSentence sentence(materials);
    buildCondition(sentence, Spot([condition] { return condition; }, [](const QJsonObject&, EditKind) {}));
    return sentence.words();
}

QString definitionWords(Materials& materials, const QJsonObject& node)
{
    if (!isGroup(node)) {
        return conditionWords(materials, node);
    }
    QStringList parts;
    const QJsonArray all = groupParts(node);
    for (const QJsonValue& each : all) {
        const QJsonObject part = each.toObject();
        const QString words = definitionWords(materials, part);
        const bool nested = isGroup(part) && groupParts(part).size() > 1 && groupKind(part) != GroupKind::None;
        parts += nested ? QStringLiteral("(%1)").arg(words) : words;
    }
    if (parts.isEmpty()) {
        return groupKind(node) == GroupKind::Any ? Words::tr("nobody") : Words::tr("everybody");
    }
    switch (groupKind(node)) {
    case GroupKind::All: return parts.join(Words::tr(" and "));
    case GroupKind::Any: return parts.join(Words::tr(" or "));
    case GroupKind::None: return Words::tr("not (%1)").arg(parts.join(Words::tr(" or ")));
    }
    return {};
}

}  // namespace shopbell::ui
