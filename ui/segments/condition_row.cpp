// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/condition_row.h"

#include "ui/segments/condition_pieces.h"
#include "ui/segments/definition_tree.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/text.h"

#include <QJsonArray>
#include <QTimer>

namespace shopbell::ui {

namespace {

using S = QLatin1String;

constexpr int wordHeight = size::pill;

QStringList textList(const QJsonValue& value)
{
    QStringList list;
    for (const QJsonValue& each : value.toArray()) {
        list += each.toString();
    }
    return list;
}

QJsonArray listOf(const QString& text)
{
    QJsonArray list;
    for (const QString& each : text.split(QLatin1Char(','))) {
        if (!each.trimmed().isEmpty()) {
            list.append(each.trimmed());
        }
    }
    if (list.isEmpty()) {
        list.append(QString());
    }
    return list;
}

}  // namespace

ConditionRow::ConditionRow(EngineBridge& bridge, const Materials& materials, const QJsonObject& condition,
                           QWidget* parent)
    : Card(parent),
      m_bridge(bridge),
      m_materials(materials),
      m_condition(condition),
      m_place(new QWidget),
      m_sentence(new FlowLayout(m_place, space::s, space::xs)),
      m_meter(new CountMeter(bridge))
{
    setPadding(space::l, space::m);
    auto* row = makeRow(space::m);
    auto* remove = new IconButton(IconName::Close, tr("Remove this condition"));
    remove->setSmall(true);
    row->addWidget(m_place, 1, Qt::AlignVCenter);
    row->addWidget(m_meter, 0, Qt::AlignVCenter);
    row->addWidget(remove);
    body()->addLayout(row);
    connect(remove, &QAbstractButton::clicked, this, &ConditionRow::removeAsked);
    build();
    recount();
}

void ConditionRow::recount()
{
    m_meter->count(definitionOf(m_condition));
}

void ConditionRow::take(const QJsonObject& condition, bool rebuild)
{
    m_condition = condition;
    recount();
    emit edited(m_condition, !rebuild);
    if (rebuild) {
        QTimer::singleShot(0, this, [this] {
            const QString focused =
                m_place->focusWidget() != nullptr ? m_place->focusWidget()->accessibleName() : QString();
            build();
            for (QWidget* each : m_place->findChildren<QWidget*>()) {
                if (!focused.isEmpty() && each->accessibleName() == focused) {
                    each->setFocus();
                }
            }
        });
    }
}

void ConditionRow::build()
{
    clearLayout(m_sentence);
    const QString type = m_condition.value(S("type")).toString();
    if (!canEdit(m_condition)) {
        addWord(conditionSentence(m_condition));
    } else if (type == S("metric")) {
        buildMetric();
    } else if (type == S("property")) {
        buildProperty();
    } else if (type == S("location")) {
        buildLocation();
    } else if (type == S("consent")) {
        buildConsent();
    } else {
        buildMembership();
    }
    m_sentence->invalidate();
    m_place->updateGeometry();
}

void ConditionRow::buildMetric()
{
    const bool hasNot = isHasNot(m_condition);
    addPicker(tr("Has or has not"), {{.id = S("has"), .text = tr("has")}, {.id = S("has-not"), .text = tr("has not")}},
              hasNot ? QStringLiteral("has-not") : QStringLiteral("has"), false, [this, hasNot](const QString& id) {
                  if ((id == S("has-not")) == hasNot) {
                      return;
                  }
                  QJsonObject next = m_condition;
                  next.remove(S("property"));
                  next[S("measure")] = S("count");
                  next[S("op")] = hasNot ? S(">=") : S("=");
                  next[S("value")] = hasNot ? 1 : 0;
                  take(next, true);
              });
    const QString metric = m_condition.value(S("metric")).toString();
    addPicker(tr("What happened"), including(m_materials.metrics, metric), metric, true, [this](const QString& id) {
        QJsonObject next = m_condition;
        next[S("metric")] = id;
        take(next, true);
    });
    if (!hasNot) {
        const QString measure = measureId(m_condition);
        addPicker(tr("How it is measured"), measureChoices(), measure, false,
                  [this](const QString& id) { take(withMeasure(m_condition, id), true); });
        const bool counts = m_condition.value(S("measure")).toString(QStringLiteral("count")) == S("count");
        QJsonObject shown = m_condition;
        if (!shown.contains(S("value"))) {
            shown[S("value")] = 1;
        }
        addNumber(counts ? tr("How many times") : tr("How much"), shown, QStringLiteral("value"),
                  [this, measure](double value) {
                      QJsonObject next = withMeasure(m_condition, measure);
                      next[S("value")] = value;
                      take(next, false);
                  });
        addWord(counts ? tr("times") : m_bridge.formats().currency());
    }
    addTimeframe();
}

void ConditionRow::addTimeframe()
{
    const QJsonObject timeframe = m_condition.value(S("timeframe")).toObject();
    const QString kind = timeframe.value(S("kind")).toString(QStringLiteral("all"));
    const auto put = [this](const char* member, const QJsonValue& value, bool rebuild) {
        QJsonObject next = m_condition;
        QJsonObject frame = next.value(S("timeframe")).toObject();
        frame[S(member)] = value;
        next[S("timeframe")] = frame;
        take(next, rebuild);
    };
    addPicker(tr("When"), timeframeChoices(), kind, false, [this](const QString& id) {
        QJsonObject next = m_condition;
        const QJsonObject old = next.value(S("timeframe")).toObject();
        const QString unit = old.value(S("unit")).toString(QStringLiteral("day"));
        const QDate today = m_bridge.formats().dayOf(m_bridge.now());
        QJsonObject frame{{S("kind"), id}};
        if (id == S("all")) {
            next.remove(S("timeframe"));
            take(next, true);
            return;
        }
        if (id == S("in-the-last")) {
            frame[S("n")] = old.value(S("n")).toInt(30);
            frame[S("unit")] = unit;
        } else if (id == S("in-the-last-between")) {
            frame[S("n")] = old.value(S("n")).toInt(30);
            frame[S("m")] = old.value(S("n")).toInt(30) * 2 + 1;
            frame[S("unit")] = unit;
        } else if (id == S("between")) {
            frame[S("from")] = today.addMonths(-1).toString(Qt::ISODate);
            frame[S("to")] = today.toString(Qt::ISODate);
        } else {
            frame[S("at")] = old.value(S("at")).toString(today.toString(Qt::ISODate));
        }
        next[S("timeframe")] = frame;
        take(next, true);
    });
    const int n = timeframe.value(S("n")).toInt();
    const auto putWhole = [put](const char* member, double value) {
        if (value >= 1 && value == static_cast<int>(value)) {
            put(member, value, false);
        }
    };
    if (kind == S("in-the-last") || kind == S("in-the-last-between")) {
        addNumber(tr("How long"), timeframe, QStringLiteral("n"), [putWhole](double value) { putWhole("n", value); });
        if (kind == S("in-the-last-between")) {
            addWord(tr("and"));
            addNumber(tr("How long at most"), timeframe, QStringLiteral("m"),
                      [putWhole](double value) { putWhole("m", value); });
        }
        addPicker(tr("Unit"), unitChoices(kind == S("in-the-last") ? n : 2), timeframe.value(S("unit")).toString(),
                  false, [put](const QString& id) { put("unit", id, true); });
    } else if (kind == S("between")) {
        addDay(tr("First day"), timeframe.value(S("from")).toString(),
               [put](const QString& day) { put("from", day, true); });
        addWord(tr("and"));
        addDay(tr("Last day"), timeframe.value(S("to")).toString(),
               [put](const QString& day) { put("to", day, true); });
    } else if (kind == S("before") || kind == S("after")) {
        addDay(tr("Day"), timeframe.value(S("at")).toString(), [put](const QString& day) { put("at", day, true); });
    }
}

void ConditionRow::buildProperty()
{
    const QString property = m_condition.value(S("property")).toString();
    Choices properties = propertyChoices();
    const bool known = including(properties, property).size() == properties.size();
    properties.append({.id = S("?"), .text = tr("Something else…")});
    addPicker(tr("What is known"), properties, known ? property : QStringLiteral("?"), true, [this](const QString& id) {
        QJsonObject next = m_condition;
        next[S("property")] = id == S("?") ? QStringLiteral("birthday") : id;
        take(next, true);
    });
    if (!known) {
        addText(tr("Name of the property"), property, tr("name"), [this](const QString& text) {
            if (text.trimmed().isEmpty()) {
                return;  // on the way to another name
            }
            QJsonObject next = m_condition;
            next[S("property")] = text;
            take(next, false);
        });
    }
    const QString op = m_condition.value(S("op")).toString();
    addPicker(tr("How it compares"), propertyTests(), op, false, [this](const QString& id) {
        QJsonObject next = m_condition;
        const QJsonValue old = next.value(S("value"));
        const QString text = old.isArray() ? textList(old).join(QStringLiteral(", ")) : old.toString();
        next[S("op")] = id;
        if (!testHasValue(id)) {
            next.remove(S("value"));
        } else if (testHasNumber(id)) {
            next[S("value")] = old.toDouble();
        } else if (testHasList(id)) {
            next[S("value")] = listOf(text);
        } else {
            next[S("value")] = text;
        }
        take(next, true);
    });
    if (!testHasValue(op)) {
        return;
    }
    if (testHasNumber(op)) {
        addNumber(tr("Value"), m_condition, QStringLiteral("value"), [this](double value) {
            QJsonObject next = m_condition;
            next[S("value")] = value;
            take(next, false);
        });
        return;
    }
    const QJsonValue value = m_condition.value(S("value"));
    const bool list = testHasList(op);
    addText(list ? tr("Values, with commas between") : tr("Value"),
            list ? textList(value).join(QStringLiteral(", ")) : value.toString(),
            list ? tr("one, another") : tr("value"), [this, list](const QString& text) {
                QJsonObject next = m_condition;
                next[S("value")] = list ? QJsonValue(listOf(text)) : QJsonValue(text);
                take(next, false);
            });
}

void ConditionRow::buildLocation()
{
    const bool inside = m_condition.value(S("is")).toBool(true);
    addPicker(tr("Lives or does not live"),
              {{.id = S("in"), .text = tr("lives in")}, {.id = S("not"), .text = tr("does not live in")}},
              inside ? QStringLiteral("in") : QStringLiteral("not"), false, [this](const QString& id) {
                  QJsonObject next = m_condition;
                  next.remove(S("is"));
                  if (id == S("not")) {
                      next[S("is")] = false;
                  }
                  take(next, true);
              });
    const QString area = m_condition.value(S("area")).toString();
    addPicker(tr("Kind of place"), areaChoices(), area, false, [this](const QString& id) {
        QJsonObject next = m_condition;
        next[S("area")] = id;
        if (id == S("european-union")) {
            next.remove(S("values"));
        } else if (!next.contains(S("values"))) {
            next[S("values")] = QJsonArray{QString()};
        }
        take(next, true);
    });
    if (area != S("european-union")) {
        addText(tr("Places, with commas between"), textList(m_condition.value(S("values"))).join(QStringLiteral(", ")),
                tr("one, another"), [this](const QString& text) {
                    QJsonObject next = m_condition;
                    next[S("values")] = listOf(text);
                    take(next, false);
                });
    }
}

void ConditionRow::buildConsent()
{
    addPicker(tr("What they agreed to"), consentChoices(), consentId(m_condition), true,
              [this](const QString& id) { take(withConsent(m_condition, id), true); });
    addPicker(tr("Channel"), channelChoices(), m_condition.value(S("channel")).toString(QStringLiteral("email")), false,
              [this](const QString& id) {
                  QJsonObject next = m_condition;
                  next[S("channel")] = id;
                  take(next, true);
              });
}

void ConditionRow::buildMembership()
{
    const QString type = m_condition.value(S("type")).toString();
    const bool list = type == S("list");
    addPicker(tr("Is or is not in it"),
              {{.id = S("in"), .text = tr("is in")}, {.id = S("not"), .text = tr("is not in")}},
              m_condition.value(S("member")).toBool(true) ? QStringLiteral("in") : QStringLiteral("not"), false,
              [this](const QString& id) {
                  QJsonObject next = m_condition;
                  next.remove(S("member"));
                  if (id == S("not")) {
                      next[S("member")] = false;
                  }
                  take(next, true);
              });
    addWord(list ? tr("the list") : tr("the segment"));
    const auto id = static_cast<qint64>(m_condition.value(type).toDouble());
    addPicker(list ? tr("List") : tr("Segment"), list ? m_materials.lists : m_materials.segments, QString::number(id),
              true, [this, type](const QString& chosen) {
                  QJsonObject next = m_condition;
                  next[type] = chosen.toLongLong();
                  take(next, true);
              });
}

void ConditionRow::addWord(const QString& word)
{
    auto* text = new Text(word, TextStyle::Body, Token::InkSoft);
    text->setMinimumHeight(wordHeight);
    m_sentence->addWidget(text);
}

void ConditionRow::addPicker(const QString& name, const Choices& choices, const QString& current, bool subject,
                             std::function<void(const QString&)> take)
{
    auto* picker = new Picker(nullptr, subject ? Picker::Look::Pill : Picker::Look::Value);
    picker->setAccessibleName(name);
    picker->setPlaceholder(tr("Choose"));
    picker->setChoices(choices);
    picker->setCurrent(current);
    connect(picker, &Picker::chosen, this, take);
    m_sentence->addWidget(picker);
}

void ConditionRow::addNumber(const QString& name, const QJsonObject& holder, const QString& member,
                             std::function<void(double)> take)
{
    auto* edit = new ValueEdit(name);
    QLocale locale = m_bridge.formats().locale();
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    edit->setText(locale.toString(holder.value(member).toDouble(), 'g', 12));
    connect(edit, &QLineEdit::textEdited, this, [locale, take](const QString& text) {
        bool ok = false;
        const double value = locale.toDouble(text.trimmed(), &ok);
        if (ok && value >= 0 && value < 1e9) {
            take(value);
        }
    });
    m_sentence->addWidget(edit);
}

void ConditionRow::addText(const QString& name, const QString& text, const QString& hint,
                           std::function<void(const QString&)> take)
{
    auto* edit = new ValueEdit(name);
    edit->setPlaceholderText(hint);
    edit->setText(text);
    connect(edit, &QLineEdit::textEdited, this, take);
    connect(edit, &QLineEdit::textChanged, this, [this] {
        m_sentence->invalidate();
        m_place->updateGeometry();
    });
    m_sentence->addWidget(edit);
}

void ConditionRow::addDay(const QString& name, const QString& iso, std::function<void(const QString&)> take)
{
    QDate day = QDate::fromString(iso.left(10), Qt::ISODate);
    if (!day.isValid()) {
        day = m_bridge.formats().dayOf(m_bridge.now());
    }
    auto* pill = new DayPill(name, day, m_bridge.formats().locale());
    connect(pill, &DayPill::dayChosen, this, [take](const QDate& chosen) { take(chosen.toString(Qt::ISODate)); });
    m_sentence->addWidget(pill);
}

}  // namespace shopbell::ui
