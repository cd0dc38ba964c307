// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/materials.h"

#include "api/campaigns.h"
#include "api/profiles.h"
#include "api/segments.h"
#include "ui/bridge/country_names.h"
#include "ui/bridge/text.h"
#include "ui/shell/event_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr std::int64_t valuesShown = 60;
constexpr std::int64_t allCountries = 300;

struct PropertyName {
    const char* property;
    const char* words;
};
constexpr PropertyName propertyNames[] = {
    {"country", QT_TRANSLATE_NOOP("Properties", "Country")},
    {"region", QT_TRANSLATE_NOOP("Properties", "Region")},
    {"city", QT_TRANSLATE_NOOP("Properties", "City")},
    {"postcode", QT_TRANSLATE_NOOP("Properties", "Postcode")},
    {"address1", QT_TRANSLATE_NOOP("Properties", "Street")},
    {"address2", QT_TRANSLATE_NOOP("Properties", "Street, second line")},
    {"first_name", QT_TRANSLATE_NOOP("Properties", "First name")},
    {"last_name", QT_TRANSLATE_NOOP("Properties", "Last name")},
    {"email", QT_TRANSLATE_NOOP("Properties", "Email address")},
    {"phone", QT_TRANSLATE_NOOP("Properties", "Phone number")},
    {"organization", QT_TRANSLATE_NOOP("Properties", "Company")},
    {"title", QT_TRANSLATE_NOOP("Properties", "Title")},
    {"locale", QT_TRANSLATE_NOOP("Properties", "Language")},
    {"timezone", QT_TRANSLATE_NOOP("Properties", "Time zone")},
    {"birthday", QT_TRANSLATE_NOOP("Properties", "Birthday")},
    {"created_at", QT_TRANSLATE_NOOP("Properties", "Known since")},
    {"external_id", QT_TRANSLATE_NOOP("Properties", "Number in the store")},
    {"value", QT_TRANSLATE_NOOP("Properties", "Value")},
};

/// Of the events that come from stores and messages.
constexpr PropertyName detailNames[] = {
    {"items[].name", QT_TRANSLATE_NOOP("Properties", "Product")},
    {"items[].sku", QT_TRANSLATE_NOOP("Properties", "Article number")},
    {"items[].quantity", QT_TRANSLATE_NOOP("Properties", "Pieces of a product")},
    {"items[].total", QT_TRANSLATE_NOOP("Properties", "Sum of a product")},
    {"product_names", QT_TRANSLATE_NOOP("Properties", "Products")},
    {"categories", QT_TRANSLATE_NOOP("Properties", "Categories")},
    {"discount", QT_TRANSLATE_NOOP("Properties", "Discount")},
    {"shipping", QT_TRANSLATE_NOOP("Properties", "Shipping")},
    {"order_number", QT_TRANSLATE_NOOP("Properties", "Order number")},
    {"sku", QT_TRANSLATE_NOOP("Properties", "Article number")},
    {"name", QT_TRANSLATE_NOOP("Properties", "Name")},
    {"price", QT_TRANSLATE_NOOP("Properties", "Price")},
    {"category", QT_TRANSLATE_NOOP("Properties", "Category")},
    {"quantity", QT_TRANSLATE_NOOP("Properties", "Pieces")},
    {"subject", QT_TRANSLATE_NOOP("Properties", "Subject")},
    {"page", QT_TRANSLATE_NOOP("Properties", "Page")},
    {"url", QT_TRANSLATE_NOOP("Properties", "Link")},
    {"value", QT_TRANSLATE_NOOP("Properties", "Value")},
};

template <class Names>
QString wordsIn(const Names& names, const QString& property)
{
    const auto known =
        std::ranges::find_if(names, [&](const PropertyName& each) { return property == QLatin1String(each.property); });
    return known == std::end(names) ? readableName(property) : QCoreApplication::translate("Properties", known->words);
}

bool sameNames(const Choices& a, const Choices& b)
{
    return std::ranges::equal(a, b, [](const Choice& x, const Choice& y) { return x.id == y.id && x.text == y.text; });
}

Choices matching(const Choices& choices, const QString& search)
{
    if (search.trimmed().isEmpty()) {
        return choices;
    }
    Choices found;
    std::ranges::copy_if(choices, std::back_inserter(found), [&](const Choice& each) {
        return each.text.contains(search.trimmed(), Qt::CaseInsensitive) ||
               each.id.contains(search.trimmed(), Qt::CaseInsensitive);
    });
    return found;
}

}  // namespace

QString propertyWords(const QString& property)
{
    return wordsIn(propertyNames, property);
}

QString detailWords(const QString& property)
{
    return wordsIn(detailNames, property);
}

Materials::Materials(EngineBridge& bridge, QObject* parent) : QObject(parent), m_bridge(bridge) {}

void Materials::setSelf(qint64 segment)
{
    m_self = segment;
    leaveSelfOut();
}

void Materials::leaveSelfOut()
{
    m_segments.clear();
    std::ranges::copy_if(m_allSegments, std::back_inserter(m_segments),
                         [this](const Choice& each) { return each.id != QString::number(m_self); });
}

void Materials::take(Choices& kept, Choices answered)
{
    const bool others = !sameNames(kept, answered);
    kept = std::move(answered);
    if (others) {
        emit changed();
    }
}

void Materials::load()
{
    m_properties.clear();
    m_metricAsker.ask(m_bridge, ListMetricChoices{}, [this](Result<std::vector<MetricChoice>> metrics) {
        Choices choices;
        for (const MetricChoice& each : metrics ? *metrics : std::vector<MetricChoice>()) {
            choices.append({.id = toQString(each.name), .text = metricName(each.name), .count = each.events});
        }
        take(m_metrics, std::move(choices));
    });
    m_listAsker.ask(m_bridge, ListLists{}, [this](Result<std::vector<ListSummary>> lists) {
        Choices choices;
        for (const ListSummary& each : lists ? *lists : std::vector<ListSummary>()) {
            choices.append({.id = QString::number(each.id.value), .text = toQString(each.name), .count = each.members});
        }
        take(m_lists, std::move(choices));
    });
    m_segmentAsker.ask(m_bridge, ListSegments{}, [this](Result<std::vector<SegmentInfo>> segments) {
        m_allSegments.clear();
        for (const SegmentInfo& each : segments ? *segments : std::vector<SegmentInfo>()) {
            m_allSegments.append(
                {.id = QString::number(each.id.value), .text = toQString(each.name), .count = each.members});
        }
        // Its own name changes while one types into it: only others' matter to the rows.
        const Choices before = m_segments;
        leaveSelfOut();
        if (!sameNames(before, m_segments)) {
            emit changed();
        }
    });
    m_campaignAsker.ask(m_bridge, ListCampaigns{}, [this](Result<std::vector<CampaignSummary>> campaigns) {
        Choices choices;
        for (const CampaignSummary& each : campaigns ? *campaigns : std::vector<CampaignSummary>()) {
            choices.append({.id = QString::number(each.campaign.id.value), .text = toQString(each.campaign.name)});
        }
        take(m_campaigns, std::move(choices));
    });
}

void Materials::findProperties(QObject* context, const QString& metric, const QString& search, Show show)
{
    if (const auto known = m_properties.constFind(metric); known != m_properties.constEnd()) {
        show(matching(*known, search));
        return;
    }
    m_bridge.ask(context, ListPropertyChoices{toUtf8(metric)},
                 [this, metric, search, show](Result<std::vector<PropertyChoice>> properties) {
                     Choices choices;
                     for (const PropertyChoice& each : properties ? *properties : std::vector<PropertyChoice>()) {
                         const QString name = toQString(each.name);
                         const QString words = metric.isEmpty() ? propertyWords(name) : detailWords(name);
                         choices.append({.id = name,
                                         .text = words,
                                         .note = words == name ? QString() : name,
                                         .count = each.people > 0 ? each.people : -1});
                     }
                     m_properties[metric] = choices;
                     show(matching(choices, search));
                 });
}

void Materials::findValues(QObject* context, const QString& metric, const QString& property, const QString& search,
                           Show show)
{
    if (metric.isEmpty() && property == QLatin1String("country")) {
        findCountries(context, search, std::move(show));
        return;
    }
    m_bridge.ask(context, ListValueChoices{toUtf8(metric), toUtf8(property), toUtf8(search.trimmed()), valuesShown},
                 [show](Result<ValueChoices> values) {
                     Choices choices;
                     for (const ValueChoice& each : values ? values->values : std::vector<ValueChoice>()) {
                         choices.append(
                             {.id = toQString(each.text), .text = toQString(each.text), .count = each.count});
                     }
                     show(choices);
                 });
}

/// Stored as codes, searched by the names people know: so all are asked, and looked through here.
void Materials::findCountries(QObject* context, const QString& search, Show show)
{
    m_bridge.ask(context, ListValueChoices{{}, "country", {}, allCountries},
                 [search, show](Result<ValueChoices> values) {
                     Choices choices;
                     for (const ValueChoice& each : values ? values->values : std::vector<ValueChoice>()) {
                         const QString code = toQString(each.text);
                         const QString name = countryName(code);
                         choices.append(
                             {.id = code, .text = name, .note = name == code ? QString() : code, .count = each.count});
                     }
                     show(matching(choices, search));
                 });
}

QString valueWords(const QString& metric, const QString& property, const QString& value)
{
    return metric.isEmpty() && property == QLatin1String("country") ? countryName(value) : value;
}

void Materials::findSort(QObject* context, const QString& metric, const QString& property,
                         std::function<void(ValueSort)> show)
{
    m_bridge.ask(
        context, ListValueChoices{toUtf8(metric), toUtf8(property), {}, 1},
        [show](Result<ValueChoices> values) { show(values && values->distinct > 0 ? values->sort : ValueSort::Text); });
}

}  // namespace shopbell::ui
