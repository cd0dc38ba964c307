// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/person_likes.h"

#include "model/metric.h"
#include "ui/bridge/text.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr std::int64_t linesRead = 200;
constexpr std::size_t most = 3;

struct Bought {
    QString name;
    double pieces = 0;
};

}  // namespace

LoadTimeline boughtBy(ProfileId profile)
{
    LoadTimeline question;
    question.profile = profile;
    question.metrics = {std::string(metrics::orderedProduct)};
    question.limit = linesRead;
    return question;
}

QStringList likesOf(const std::vector<TimelineEntry>& bought)
{
    std::vector<Bought> products;
    for (const TimelineEntry& entry : bought) {
        const QJsonObject line = QJsonDocument::fromJson(QByteArray::fromStdString(entry.properties)).object();
        const QString name = line.value(QLatin1String("name")).toString();
        if (name.isEmpty()) {
            continue;
        }
        auto known = std::ranges::find(products, name, &Bought::name);
        if (known == products.end()) {
            known = products.insert(products.end(), {name, 0});
        }
        known->pieces += line.value(QLatin1String("quantity")).toDouble(1);
    }
    // The newest came first, and stays before its equals.
    std::ranges::stable_sort(products, std::ranges::greater{}, &Bought::pieces);
    QStringList likes;
    for (const Bought& each : products) {
        if (likes.size() == static_cast<qsizetype>(most)) {
            break;
        }
        likes << each.name;
    }
    return likes;
}

}  // namespace shopbell::ui
