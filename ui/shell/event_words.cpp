// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/event_words.h"

#include "model/metric.h"
#include "ui/bridge/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <string_view>

namespace shopbell::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Events)
};

struct KnownMetric {
    std::string_view metric;
    IconName icon;
    Token color;
    const char* name;
};

constexpr std::array knownMetrics = {
    KnownMetric{metrics::placedOrder, IconName::Bell, Token::Accent, QT_TRANSLATE_NOOP("Events", "Placed Order")},
    KnownMetric{metrics::orderedProduct, IconName::Bag, Token::Accent, QT_TRANSLATE_NOOP("Events", "Ordered Product")},
    KnownMetric{metrics::fulfilledOrder, IconName::Truck, Token::Ok, QT_TRANSLATE_NOOP("Events", "Fulfilled Order")},
    KnownMetric{metrics::cancelledOrder, IconName::Block, Token::Bad, QT_TRANSLATE_NOOP("Events", "Cancelled Order")},
    KnownMetric{metrics::refundedOrder, IconName::Refund, Token::Bad, QT_TRANSLATE_NOOP("Events", "Refunded Order")},
    KnownMetric{metrics::startedCheckout, IconName::Cart, Token::Chart3,
                QT_TRANSLATE_NOOP("Events", "Started Checkout")},
    KnownMetric{metrics::viewedProduct, IconName::Search, Token::Chart3, QT_TRANSLATE_NOOP("Events", "Viewed Product")},
    KnownMetric{metrics::addedToCart, IconName::Cart, Token::Chart3, QT_TRANSLATE_NOOP("Events", "Added to Cart")},
    KnownMetric{metrics::activeOnSite, IconName::Globe, Token::Chart3, QT_TRANSLATE_NOOP("Events", "Active on Site")},
    KnownMetric{metrics::receivedEmail, IconName::Mail, Token::Brass, QT_TRANSLATE_NOOP("Events", "Received Email")},
    KnownMetric{metrics::openedEmail, IconName::MailOpen, Token::Brass, QT_TRANSLATE_NOOP("Events", "Opened Email")},
    KnownMetric{metrics::clickedEmail, IconName::Cursor, Token::Brass, QT_TRANSLATE_NOOP("Events", "Clicked Email")},
    KnownMetric{metrics::bouncedEmail, IconName::Warning, Token::Bad, QT_TRANSLATE_NOOP("Events", "Bounced Email")},
    KnownMetric{metrics::markedSpam, IconName::Block, Token::Bad, QT_TRANSLATE_NOOP("Events", "Marked Email as Spam")},
    KnownMetric{metrics::changedProfile, IconName::Edit, Token::InkSoft,
                QT_TRANSLATE_NOOP("Events", "Changed Profile")},
    KnownMetric{metrics::changedConsent, IconName::Shield, Token::Ok, QT_TRANSLATE_NOOP("Events", "Changed Consent")},
    KnownMetric{metrics::changedSuppression, IconName::Block, Token::Bad,
                QT_TRANSLATE_NOOP("Events", "Changed Suppression")},
    KnownMetric{metrics::joinedList, IconName::UserPlus, Token::Accent, QT_TRANSLATE_NOOP("Events", "Joined List")},
    KnownMetric{metrics::leftList, IconName::List, Token::InkSoft, QT_TRANSLATE_NOOP("Events", "Left List")},
    KnownMetric{metrics::enteredSegment, IconName::Segments, Token::Chart4,
                QT_TRANSLATE_NOOP("Events", "Entered Segment")},
    KnownMetric{metrics::leftSegment, IconName::Segments, Token::InkSoft, QT_TRANSLATE_NOOP("Events", "Left Segment")},
    KnownMetric{metrics::mergedProfile, IconName::Merge, Token::InkSoft, QT_TRANSLATE_NOOP("Events", "Merged Profile")},
};

const KnownMetric* findKnown(std::string_view metric)
{
    for (const KnownMetric& known : knownMetrics) {
        if (known.metric == metric) {
            return &known;
        }
    }
    return nullptr;
}

/// The facts of one event, read once.
class Facts {
public:
    Facts(const TimelineEntry& entry, const Formats& formats)
        : m_entry(entry),
          m_formats(formats),
          m_properties(QJsonDocument::fromJson(QByteArray::fromStdString(entry.properties)).object())
    {
    }

    [[nodiscard]] QString text(const char* name) const { return m_properties.value(QLatin1String(name)).toString(); }
    [[nodiscard]] bool isTrue(const char* name) const { return m_properties.value(QLatin1String(name)).toBool(); }

    [[nodiscard]] QString amount() const
    {
        return m_entry.value ? m_formats.money(*m_entry.value, toUtf8(text("currency"))) : QString();
    }
    [[nodiscard]] QString orderNumber() const
    {
        const QString number = text("order_number").isEmpty() ? text("order_id") : text("order_number");
        return number.isEmpty() ? QString() : QLatin1Char('#') + number;
    }
    [[nodiscard]] QString product() const { return text("name").isEmpty() ? text("product_name") : text("name"); }
    /// The first items of an order: "2 × Beeswax Pillar, 1 × Lavender Tin".
    [[nodiscard]] QString items() const
    {
        QStringList parts;
        for (const QJsonValue item : m_properties.value(QLatin1String("items")).toArray()) {
            const QJsonObject each = item.toObject();
            if (parts.size() == 3) {
                parts << QStringLiteral("…");
                break;
            }
            parts << Words::tr("%1 × %2", "how many, product")
                         .arg(m_formats.locale().toString(each.value(QLatin1String("quantity")).toDouble(1), 'g', 4),
                              each.value(QLatin1String("name")).toString());
        }
        return parts.join(QStringLiteral(", "));
    }
    [[nodiscard]] QString changes() const
    {
        QStringList names = m_properties.value(QLatin1String("changes")).toObject().keys();
        if (names.size() > 4) {
            names = names.mid(0, 4) << QStringLiteral("…");
        }
        return names.join(QStringLiteral(", "));
    }

private:
    const TimelineEntry& m_entry;
    const Formats& m_formats;
    QJsonObject m_properties;
};

QString joined(const QStringList& parts)
{
    QStringList filled;
    for (const QString& part : parts) {
        if (!part.isEmpty()) {
            filled << part;
        }
    }
    return filled.join(QStringLiteral(" · "));
}

QString quoted(const QString& text)
{
    return Words::tr("“%1”").arg(text);
}

void tellOrder(EventWords& words, const Facts& facts, std::string_view metric)
{
    words.detail = joined({facts.orderNumber(), facts.amount(), facts.items()});
    const QString which = facts.orderNumber();
    if (metric == metrics::placedOrder) {
        words.did = which.isEmpty() ? Words::tr("placed an order") : Words::tr("placed order %1").arg(which);
    } else if (metric == metrics::fulfilledOrder) {
        words.did = which.isEmpty() ? Words::tr("was sent an order") : Words::tr("was sent order %1").arg(which);
    } else if (metric == metrics::cancelledOrder) {
        words.did = which.isEmpty() ? Words::tr("cancelled an order") : Words::tr("cancelled order %1").arg(which);
    } else {
        words.did = which.isEmpty() ? Words::tr("got money back") : Words::tr("got money back for order %1").arg(which);
    }
    if (!facts.amount().isEmpty()) {
        words.did = Words::tr("%1, %2", "what was done, amount").arg(words.did, facts.amount());
    }
}

void tellProduct(EventWords& words, const Facts& facts, std::string_view metric)
{
    const QString product = facts.product().isEmpty() ? Words::tr("a product") : facts.product();
    words.detail = joined({facts.product(), facts.amount()});
    words.did = metric == metrics::viewedProduct     ? Words::tr("looked at %1").arg(product)
                : metric == metrics::addedToCart     ? Words::tr("put %1 into the cart").arg(product)
                : metric == metrics::startedCheckout ? Words::tr("went to the checkout with %1").arg(product)
                                                     : Words::tr("bought %1").arg(product);
}

void tellMail(EventWords& words, const Facts& facts, std::string_view metric)
{
    const QString subject = facts.text("subject").isEmpty() ? facts.text("campaign_name") : facts.text("subject");
    const QString mail = subject.isEmpty() ? Words::tr("a message") : quoted(subject);
    if (!subject.isEmpty() && metric == metrics::openedEmail) {
        words.title = Words::tr("Opened %1").arg(mail);
    } else if (!subject.isEmpty() && metric == metrics::clickedEmail) {
        words.title = Words::tr("Clicked %1").arg(mail);
    } else if (!subject.isEmpty() && metric == metrics::receivedEmail) {
        words.title = Words::tr("Received %1").arg(mail);
    } else {
        words.detail = subject;
    }
    if (const QString url = facts.text("url"); !url.isEmpty()) {
        words.detail = Words::tr("link: %1").arg(url);
    }
    words.did = metric == metrics::receivedEmail  ? Words::tr("received %1").arg(mail)
                : metric == metrics::openedEmail  ? Words::tr("opened %1").arg(mail)
                : metric == metrics::clickedEmail ? Words::tr("clicked %1").arg(mail)
                : metric == metrics::bouncedEmail ? Words::tr("could not be reached with %1").arg(mail)
                                                  : Words::tr("marked %1 as spam").arg(mail);
}

void tellConsent(EventWords& words, const Facts& facts)
{
    const QString to = facts.text("to");
    if (to == QLatin1String("subscribed")) {
        words.title = Words::tr("Subscribed");
        words.did = Words::tr("subscribed to email");
    } else if (to == QLatin1String("unsubscribed")) {
        words.title = Words::tr("Unsubscribed");
        words.did = Words::tr("unsubscribed from email");
        words.color = Token::Bad;
    } else {
        words.did = Words::tr("changed what they allow");
    }
    words.detail = joined({facts.text("channel"), facts.text("method"), facts.text("place")});
}

void tellMembership(EventWords& words, const Facts& facts, std::string_view metric)
{
    const bool list = metric == metrics::joinedList || metric == metrics::leftList;
    const QString name = facts.text(list ? "list_name" : "segment_name");
    words.detail = name;
    words.did = metric == metrics::joinedList       ? Words::tr("joined %1").arg(name)
                : metric == metrics::leftList       ? Words::tr("left %1").arg(name)
                : metric == metrics::enteredSegment ? Words::tr("entered %1").arg(name)
                                                    : Words::tr("left %1").arg(name);
}

}  // namespace

EventWords eventWords(const TimelineEntry& entry, const Formats& formats)
{
    EventWords words;
    const std::string_view metric = entry.metric;
    const Facts facts(entry, formats);
    words.title = metricName(entry.metric);
    if (const KnownMetric* known = findKnown(metric)) {
        words.icon = known->icon;
        words.color = known->color;
    } else {
        words.icon = IconName::Bolt;
        words.detail = entry.value ? formats.decimal(*entry.value) : QString();
        words.did = Words::tr("did “%1”").arg(words.title);
        return words;
    }
    if (metric == metrics::placedOrder || metric == metrics::fulfilledOrder || metric == metrics::cancelledOrder ||
        metric == metrics::refundedOrder) {
        tellOrder(words, facts, metric);
    } else if (metric == metrics::viewedProduct || metric == metrics::addedToCart ||
               metric == metrics::startedCheckout || metric == metrics::orderedProduct) {
        tellProduct(words, facts, metric);
    } else if (metric == metrics::receivedEmail || metric == metrics::openedEmail || metric == metrics::clickedEmail ||
               metric == metrics::bouncedEmail || metric == metrics::markedSpam) {
        tellMail(words, facts, metric);
    } else if (metric == metrics::changedConsent) {
        tellConsent(words, facts);
    } else if (metric == metrics::joinedList || metric == metrics::leftList || metric == metrics::enteredSegment ||
               metric == metrics::leftSegment) {
        tellMembership(words, facts, metric);
    } else if (metric == metrics::changedProfile) {
        words.detail = facts.changes();
        words.did =
            words.detail.isEmpty() ? Words::tr("has new details") : Words::tr("has new details: %1").arg(words.detail);
    } else if (metric == metrics::changedSuppression) {
        words.detail = joined({facts.text("address"), facts.text("reason")});
        words.did = facts.isTrue("suppressed") ? Words::tr("will not be written to any more")
                                               : Words::tr("may be written to again");
    } else if (metric == metrics::mergedProfile) {
        words.did = Words::tr("was merged with another profile");
    } else {
        words.detail = facts.text("page");
        if (words.detail == QLatin1String("/")) {
            words.detail = Words::tr("the front page");
        }
        words.did = Words::tr("was on the site");
    }
    return words;
}

QString metricName(const std::string& metric)
{
    const KnownMetric* known = findKnown(metric);
    return known == nullptr ? toQString(metric) : Words::tr(known->name);
}

}  // namespace shopbell::ui
