// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/person_cards.h"

#include "ui/bridge/country_names.h"
#include "ui/bridge/text.h"
#include "ui/profiles/person_words.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"

#include <QDateTime>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int propertiesAtFirst = 8;
constexpr int pillsAtFirst = 8;
constexpr int mostPills = 10;  // so many are all shown
constexpr int longestWord = 22;
constexpr std::int64_t dayMs = 86'400'000;

QString joined(const QStringList& parts, const QString& between)
{
    QStringList filled;
    std::ranges::copy_if(parts, std::back_inserter(filled), [](const QString& part) { return !part.isEmpty(); });
    return filled.join(between);
}

/// A value of the list: it wraps where it has places to wrap, and is cut where it is one long word.
void addValue(KeyValueList& list, const QString& key, const QString& value)
{
    const QStringList words = value.split(QLatin1Char(' '));
    if (std::ranges::all_of(words, [](const QString& word) { return word.size() <= longestWord; })) {
        list.addRow(key, value);
        return;
    }
    auto* text = new Text(value);
    text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    list.addRow(key, text->elided());
}

/// The zone of a country that keeps one time in all its parts now; of others none.
QTimeZone zoneOfCountry(const QString& code, const QDateTime& now)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    if (territory == QLocale::AnyTerritory) {
        return {};
    }
    QTimeZone common;
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds(territory)) {
        const QTimeZone zone(id);
        if (common.isValid() && common.offsetFromUtc(now) != zone.offsetFromUtc(now)) {
            return {};
        }
        common = common.isValid() ? common : zone;
    }
    return common;
}

QString propertyOf(const Profile& profile, std::string_view name, const Formats& formats)
{
    const auto at = profile.properties.find(name);
    return at == profile.properties.end() ? QString() : propertyText(at->second, formats);
}

}  // namespace

WhoCard::WhoCard(QWidget* parent)
    : Card(parent),
      m_avatar(new Avatar(QString(), 48)),
      m_name(new Text(QString(), TextStyle::DialogTitle)),
      m_since(new Text(QString(), TextStyle::Label, Token::InkSoft)),
      m_list(new KeyValueList),
      m_more(new Button(QString(), Button::Kind::Link))
{
    setAccessibleName(tr("Who this is"));
    auto* head = makeRow(space::m);
    auto* names = makeColumn(2);
    names->addWidget(m_name->elided());
    names->addWidget(m_since->wrapped());
    head->addWidget(m_avatar, 0, Qt::AlignTop);
    head->addLayout(names, 1);
    body()->addLayout(head);
    body()->addSpacing(space::s);
    m_list->setKeyWidth(72);
    body()->addWidget(m_list);
    body()->addWidget(m_more, 0, Qt::AlignLeft);
    m_more->hide();
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        m_all = !m_all;
        show(m_detail, m_formats, m_now);
    });
}

void WhoCard::show(const ProfileDetail& detail, const Formats& formats, Instant now)
{
    const Profile& profile = detail.profile;
    if (m_detail.profile.id != profile.id) {
        m_all = false;
        m_likes.clear();
    }
    m_detail = detail;
    m_formats = formats;
    m_now = now;
    const QString name = toQString(detail.name);
    m_avatar->setName(name);
    m_name->setText(name);
    const QString since = detail.firstOrder ? tr("customer since %1").arg(formats.shortDate(*detail.firstOrder))
                                            : tr("known since %1").arg(formats.shortDate(profile.createdAt));
    m_since->setText(joined({since, propertyOf(profile, "city", formats)}, QStringLiteral(" · ")));
    m_list->clear();
    addValue(*m_list, tr("Email"), profile.email.empty() ? tr("not known") : toQString(profile.email));
    if (!profile.phone.empty()) {
        m_list->addRow(tr("Phone"), toQString(profile.phone));
    }
    if (!m_likes.isEmpty()) {
        m_list->addRow(tr("Buys most"), m_likes.join(QStringLiteral(", ")));
    }
    addLocalTime();
    addProperties(detail, formats);
    if (!detail.mergedFrom.empty()) {
        m_list->addRow(tr("Merged"), tr("%Ln other profiles", nullptr, static_cast<int>(detail.mergedFrom.size())));
    }
}

void WhoCard::setLikes(const QStringList& likes)
{
    if (likes != m_likes) {
        m_likes = likes;
        show(m_detail, m_formats, m_now);
    }
}

/// By their own zone where it is known, else by their country's.
void WhoCard::addLocalTime()
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_now.ms, Qt::UTC);
    const QByteArray zoneName = propertyOf(m_detail.profile, "time_zone", m_formats).toUtf8();
    const QString country = propertyOf(m_detail.profile, "country", m_formats);
    QTimeZone zone = zoneName.isEmpty() ? QTimeZone() : QTimeZone(zoneName);
    QString place = QString::fromUtf8(zone.id()).section(QLatin1Char('/'), -1);
    place.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!zone.isValid() && !country.isEmpty()) {
        zone = zoneOfCountry(country, now);
        place = countryName(country);
    }
    if (zone.isValid()) {
        const QString time = m_formats.locale().toString(now.toTimeZone(zone).time(), QLocale::ShortFormat);
        m_list->addRow(tr("Local time"), tr("%1, %2", "time, place").arg(time, place));
    }
}

void WhoCard::addProperties(const ProfileDetail& detail, const Formats& formats)
{
    int shown = 0;
    int whole = 0;
    for (const auto& [name, value] : detail.profile.properties) {
        if (name == "first_name" || name == "last_name" || name == "city" || name == "time_zone") {
            continue;
        }
        ++whole;
        if (m_all || shown < propertiesAtFirst) {
            const QString text = propertyText(value, formats);
            addValue(*m_list, propertyName(toQString(name)), name == "country" ? countryName(text) : text);
            ++shown;
        }
    }
    m_more->setVisible(whole > propertiesAtFirst);
    m_more->setText(m_all ? tr("Show less") : tr("Show %Ln more", nullptr, whole - propertiesAtFirst));
}

ReachCard::ReachCard(QWidget* parent) : Card(tr("May be reached by"), parent) {}

void ReachCard::show(const ProfileDetail& detail, const Formats& formats)
{
    clearLayout(body());
    for (const Channel channel : allChannels) {
        const auto known = std::ranges::find(detail.consents, channel, &Consent::channel);
        const Consent consent = known == detail.consents.end() ? Consent{} : *known;
        auto* row = makeRow(space::s);
        row->addWidget(new Text(channelWord(channel)));
        row->addStretch(1);
        const bool dated = consent.state != ConsentState::NeverAsked && consent.at.ms > 0;
        row->addWidget(
            new Tag(dated ? tr("%1, %2", "consent, date").arg(consentWord(consent.state), formats.shortDate(consent.at))
                          : consentWord(consent.state),
                    consentTone(consent.state)));
        auto* change = new IconButton(IconName::Edit, tr("Change what is allowed: %1").arg(channelWord(channel)));
        change->setSmall(true);
        connect(change, &QAbstractButton::clicked, this,
                [this, channel] { emit changeAsked(static_cast<int>(channel)); });
        row->addWidget(change);
        body()->addLayout(row);
        const QString how =
            joined({methodWord(toQString(consent.method)), toQString(consent.place)}, QStringLiteral(", "));
        const QString text = toQString(consent.text);
        if (!how.isEmpty() || !text.isEmpty()) {
            auto* proof =
                new Text(joined({how, text.isEmpty() ? QString() : tr("“%1”").arg(text)}, QStringLiteral(" · ")),
                         TextStyle::Small, Token::InkSoft);
            body()->addWidget(proof->wrapped());
        }
        for (const Suppression& each : detail.suppressions) {
            if (each.channel != channel) {
                continue;
            }
            auto* line = makeRow(space::s);
            line->addWidget((new Text(tr("Nothing is sent: %1, %2", "reason, date")
                                          .arg(suppressionWord(each.reason), formats.shortDate(each.at)),
                                      TextStyle::Small, Token::Bad))
                                ->wrapped(),
                            1);
            auto* release = new Button(tr("Release"), Button::Kind::Link);
            release->setAccessibleDescription(tr("Let messages be sent to %1 again").arg(toQString(each.address)));
            connect(release, &QAbstractButton::clicked, this, [this, channel, address = toQString(each.address)] {
                emit releaseAsked(static_cast<int>(channel), address);
            });
            line->addWidget(release, 0, Qt::AlignTop);
            body()->addLayout(line);
        }
    }
}

MembershipCard::MembershipCard(QWidget* parent) : Card(parent), m_rows(makeColumn(space::row))
{
    setAccessibleName(tr("Lists and segments"));
    body()->addLayout(m_rows);
}

void MembershipCard::show(const ProfileDetail& detail)
{
    m_showsAll = m_showsAll && m_person == detail.profile.id;
    m_person = detail.profile.id;
    clearLayout(m_rows);
    showSegments(detail);
    m_rows->addSpacing(space::xs);
    m_rows->addWidget(new Text(tr("Lists"), TextStyle::CardTitle));
    auto* lists = addFlow();
    for (const auto& each : detail.lists) {
        const QString name = toQString(each.name);
        auto* pill = new Pill(name);
        pill->setRemovable(true);
        connect(pill, &Pill::removed, this, [this, id = each.id, name] { emit leaveAsked(id, name); });
        lists->addWidget(pill);
    }
    auto* join = new Pill(tr("Add to a list"), Pill::Kind::Empty);
    join->setIconName(IconName::Plus);
    connect(join, &QAbstractButton::clicked, this, &MembershipCard::joinAsked);
    lists->addWidget(join);
}

FlowLayout* MembershipCard::addFlow()
{
    auto* holder = new QWidget;
    auto* layout = new FlowLayout(holder, 6, 6);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    holder->setSizePolicy(policy);
    m_rows->addWidget(holder);
    return layout;
}

void MembershipCard::showSegments(const ProfileDetail& detail)
{
    const auto count = static_cast<int>(detail.segments.size());
    m_rows->addWidget(
        new Text(count == 0 ? tr("In no segment") : tr("In %Ln segments", nullptr, count), TextStyle::CardTitle));
    if (count == 0) {
        m_rows->addWidget(
            (new Text(tr("None of your segments describes this person."), TextStyle::Label, Token::InkSoft))
                ->wrapped());
        return;
    }
    auto* pills = addFlow();
    QList<QWidget*> more;
    for (const auto& each : detail.segments) {
        auto* pill = new Pill(toQString(each.name));
        connect(pill, &QAbstractButton::clicked, this, [this, id = each.id] { emit segmentAsked(id); });
        pills->addWidget(pill);
        if (!m_showsAll && count > mostPills && pills->count() > pillsAtFirst) {
            pill->hide();
            more << pill;
        }
    }
    auto* links = makeRow(space::m);
    if (!more.isEmpty()) {
        auto* all = new Button(tr("Show all %Ln", nullptr, count), Button::Kind::Link);
        connect(all, &QAbstractButton::clicked, this, [this, all, more] {
            m_showsAll = true;
            std::ranges::for_each(more, &QWidget::show);
            more.front()->setFocus();
            all->hide();
        });
        links->addWidget(all);
    }
    auto* why = new Button(tr("Why these?"), Button::Kind::Link);
    connect(why, &QAbstractButton::clicked, this, &MembershipCard::whyAsked);
    links->addWidget(why);
    links->addStretch(1);
    m_rows->addLayout(links);
}

FiguresCard::FiguresCard(QWidget* parent)
    : Card(parent),
      m_spent(new BigNumber(tr("Spent so far"))),
      m_orders(new BigNumber(tr("Orders"))),
      m_every(new BigNumber(tr("Every", "so many days between two orders"))),
      m_last(new Text(QString(), TextStyle::Label, Token::InkSoft))
{
    setAccessibleName(tr("What this person bought"));
    auto* row = makeRow(space::m);
    for (BigNumber* number : {m_spent, m_orders, m_every}) {
        number->setTextStyle(TextStyle::PageTitle);
        row->addWidget(number, number == m_orders ? 2 : 3);
    }
    body()->addLayout(row);
    body()->addWidget(m_last->wrapped());
}

void FiguresCard::show(const ProfileDetail& detail, const Formats& formats)
{
    m_spent->setValue(formats.wholeMoney(detail.spent));
    m_orders->setValue(formats.number(detail.orders));
    const bool several = detail.orders > 1 && detail.firstOrder && detail.lastOrder;
    if (several) {
        const std::int64_t between = (detail.lastOrder->ms - detail.firstOrder->ms) / (detail.orders - 1);
        m_every->setValue(formats.duration(std::max(between, dayMs)));
    }
    m_every->setVisible(several);
    m_last->setText(detail.lastOrder ? tr("Last order: %1").arg(formats.date(*detail.lastOrder))
                                     : tr("Has not ordered yet."));
}

}  // namespace shopbell::ui
