// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/condition_choices.h"
#include "ui/segments/condition_sentences.h"
#include "ui/segments/sentence_maker.h"

#include <QCoreApplication>

#include <algorithm>

namespace shopbell::ui {

namespace {

using S = QLatin1String;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Conditions)
};

/// A list or segment by number, or the number of the one with that name.
QString referenceId(const QJsonValue& reference, const Choices& choices)
{
    if (reference.isDouble()) {
        return QString::number(static_cast<qint64>(reference.toDouble()));
    }
    const auto at =
        std::ranges::find_if(choices, [&](const Choice& each) { return each.text == reference.toString(); });
    return at == choices.end() ? reference.toString() : at->id;
}

/// What a consent condition asks: "can", "suppressed" with "not-" before, or a state with "not-" before.
Choices consentChoices()
{
    const QString may = Words::tr("May they be written to");
    const QString said = Words::tr("What they said");
    const QString address = Words::tr("Their address");
    return {
        {.id = S("can"), .text = Words::tr("may be sent"), .group = may},
        {.id = S("not-can"), .text = Words::tr("may not be sent"), .group = may},
        {.id = S("subscribed"), .text = Words::tr("said yes to"), .group = said},
        {.id = S("not-subscribed"), .text = Words::tr("did not say yes to"), .group = said},
        {.id = S("unsubscribed"), .text = Words::tr("unsubscribed from"), .group = said},
        {.id = S("not-unsubscribed"), .text = Words::tr("did not unsubscribe from"), .group = said},
        {.id = S("pending"), .text = Words::tr("has not confirmed yet"), .group = said},
        {.id = S("not-pending"), .text = Words::tr("is not waiting to confirm"), .group = said},
        {.id = S("never-asked"), .text = Words::tr("was never asked about"), .group = said},
        {.id = S("not-never-asked"), .text = Words::tr("was asked about"), .group = said},
        {.id = S("suppressed"), .text = Words::tr("is suppressed for"), .group = address},
        {.id = S("not-suppressed"), .text = Words::tr("is not suppressed for"), .group = address},
    };
}

QString consentId(const QJsonObject& consent)
{
    const auto id = [](const QString& what, bool holds) { return holds ? what : S("not-") + what; };
    if (consent.contains(S("canReceive"))) {
        return id(QStringLiteral("can"), consent.value(S("canReceive")).toBool());
    }
    if (consent.contains(S("suppressed"))) {
        return id(QStringLiteral("suppressed"), consent.value(S("suppressed")).toBool());
    }
    return id(consent.value(S("state")).toString(), consent.value(S("is")).toBool(true));
}

QJsonObject withConsent(const QJsonObject& consent, const QString& id)
{
    const bool holds = !id.startsWith(S("not-"));
    const QString what = holds ? id : id.mid(4);
    QJsonObject made = consent;
    for (const char* member : {"canReceive", "suppressed", "state", "is"}) {
        made.remove(S(member));
    }
    if (what == S("can")) {
        made[S("canReceive")] = holds;
        made.remove(S("timeframe"));
    } else if (what == S("suppressed")) {
        made[S("suppressed")] = holds;
    } else {
        made[S("state")] = what;
        if (!holds) {
            made[S("is")] = false;
        }
    }
    if (what != S("suppressed")) {
        made.remove(S("reason"));
    }
    if (!made.contains(S("state"))) {
        made.remove(S("method"));
    }
    return made;
}

}  // namespace

void buildMembership(SentenceMaker& sentence, const Spot& condition)
{
    const QString type = condition.text("type");
    const bool list = type == S("list");
    const char* member = list ? "list" : "segment";
    const bool in = condition.value("member").toBool(true);
    sentence.pick(Words::tr("Is or is not in it"),
                  {{.id = S("in"), .text = Words::tr("is in")}, {.id = S("not"), .text = Words::tr("is not in")}},
                  in ? QStringLiteral("in") : QStringLiteral("not"), [condition](const QString& id) {
                      QJsonObject next = condition.object();
                      next.remove(S("member"));
                      if (id == S("not")) {
                          next[S("member")] = false;
                          next.remove(S("timeframe"));
                      }
                      condition.put(next, EditKind::Rebuilt);
                  });
    sentence.word(list ? Words::tr("the list") : Words::tr("the segment"));
    const auto choices = [&sentence, list] {
        return list ? sentence.materials().lists() : sentence.materials().segments();
    };
    sentence.pickNamed(list ? Words::tr("List") : Words::tr("Segment"), choices,
                       referenceId(condition.value(member), choices()), [condition, member](const QString& chosen) {
                           bool number = false;
                           const qint64 id = chosen.toLongLong(&number);
                           condition.set(member, number ? QJsonValue(id) : QJsonValue(chosen), EditKind::Chosen);
                       });
    if (in) {
        sentence.word(list ? Words::tr("joined", "a list, at any time")
                           : Words::tr("came in", "a segment, at any time"));
        buildTimeframe(sentence, condition);
    }
}

void buildConsent(SentenceMaker& sentence, const Spot& condition)
{
    const QString id = consentId(condition.object());
    sentence.pick(
        Words::tr("What they agreed to"), consentChoices(), id,
        [condition](const QString& to) { condition.put(withConsent(condition.object(), to), EditKind::Rebuilt); },
        true);
    sentence.pick(Words::tr("Channel"), channelChoices(), condition.text("channel", QStringLiteral("email")),
                  [condition](const QString& channel) { condition.set("channel", channel, EditKind::Chosen); });
    if (id == S("can") || id == S("not-can")) {
        return;
    }
    const auto setOrRemove = [condition](const char* name, const QString& text, EditKind kind) {
        condition.set(name, text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text), kind);
    };
    if (id == S("suppressed") || id == S("not-suppressed")) {
        sentence.pick(Words::tr("Reason"), suppressionReasons(), condition.text("reason"),
                      [setOrRemove](const QString& reason) { setOrRemove("reason", reason, EditKind::Chosen); });
    } else {
        sentence.word(Words::tr("by way of"));
        sentence.text(Words::tr("How they said it"), condition.text("method"), Words::tr("any"),
                      [setOrRemove](const QString& method) { setOrRemove("method", method, EditKind::Typed); });
    }
    buildTimeframe(sentence, condition);
}

void buildMessage(SentenceMaker& sentence, const Spot& condition)
{
    const bool did = condition.value("did").toBool(true);
    sentence.pick(Words::tr("Has or has not"),
                  {{.id = S("has"), .text = Words::tr("has")}, {.id = S("has-not"), .text = Words::tr("has not")}},
                  did ? QStringLiteral("has") : QStringLiteral("has-not"), [condition](const QString& id) {
                      condition.set("did", id == S("has") ? QJsonValue(QJsonValue::Undefined) : QJsonValue(false),
                                    EditKind::Rebuilt);
                  });
    sentence.pick(
        Words::tr("What became of it"), messageChoices(), condition.text("what"),
        [condition](const QString& what) { condition.set("what", what, EditKind::Chosen); }, true);
    const auto idOf = [condition](const char* member) {
        return QString::number(static_cast<qint64>(condition.value(member).toDouble()));
    };
    const QString from = condition.has("campaign") ? QStringLiteral("c") + idOf("campaign")
                         : condition.has("flow")   ? QStringLiteral("f") + idOf("flow")
                                                   : QStringLiteral("any");
    const auto choices = [&sentence, from] {
        Choices all{{.id = S("any"), .text = Words::tr("any message")}};
        for (Choice each : sentence.materials().campaigns()) {
            each.id.prepend(QLatin1Char('c'));
            each.group = Words::tr("Campaigns");
            all.append(each);
        }
        if (from.startsWith(QLatin1Char('f'))) {
            all.append({.id = from, .text = Words::tr("flow number %1").arg(from.mid(1))});
        } else if (from != S("any") && std::ranges::none_of(all, [&](const Choice& each) { return each.id == from; })) {
            all.append({.id = from, .text = Words::tr("campaign number %1").arg(from.mid(1))});
        }
        return all;
    };
    sentence.pickNamed(
        Words::tr("Which message"), choices, from,
        [condition](const QString& id) {
            QJsonObject next = condition.object();
            next.remove(S("campaign"));
            next.remove(S("flow"));
            if (id != S("any")) {
                next[id.startsWith(QLatin1Char('c')) ? S("campaign") : S("flow")] = id.mid(1).toLongLong();
            }
            condition.put(next, EditKind::Chosen);
        },
        false);
    buildTimeframe(sentence, condition);
}

void buildSample(SentenceMaker& sentence, const Spot& condition)
{
    sentence.word(Words::tr("is among"));
    sentence.number(
        Words::tr("Share in per cent"), condition.value("percent").toDouble(),
        [condition](double percent) { condition.set("percent", percent, EditKind::Typed); }, 0, 100);
    sentence.word(Words::tr("% of everybody, by the drawing"));
    sentence.text(Words::tr("Name of the drawing"), condition.text("salt"), Words::tr("name"),
                  [condition](const QString& salt) {
                      condition.set("salt", salt.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(salt),
                                    EditKind::Typed);
                  });
}

}  // namespace shopbell::ui
