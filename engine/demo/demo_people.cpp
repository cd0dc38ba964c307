// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_people.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace shopbell::demo {

namespace {

using std::chrono::hours;

constexpr Duration dayLength = hours(24);
constexpr int pastDays = 730;
/// Germany's regulator keeps a thousand numbers in each of these for films; the library of numbers takes them for real.
constexpr std::array<const char*, 5> fictionalPhones{"+493023125", "+494066969", "+496990009", "+492214710",
                                                     "+498999998"};
constexpr std::int64_t phonesInEach = 1'000;

constexpr std::array firstNames{
    "Ana",   "Tom",   "Mia",    "Jonas", "Lena",  "Emil",  "Sofia",  "Noah",  "Clara", "Felix", "Julia",  "Paul",
    "Marie", "Lukas", "Hannah", "David", "Laura", "Simon", "Nora",   "Peter", "Eva",   "Jan",   "Ida",    "Oskar",
    "Greta", "Mateo", "Lucía",  "Hugo",  "Chloé", "Léa",   "Bram",   "Fenna", "Daan",  "Sanne", "Inês",   "Tiago",
    "Marta", "Pedro", "Zoë",    "Björn", "Freja", "Søren", "Ingrid", "Aoife", "Conor", "Grace", "Oliver", "Amelia"};
constexpr std::array lastNames{
    "Pereira", "Becker",  "Sørensen", "Weber",  "Koch",   "Wagner", "Gruber", "Huber",   "Bauer",  "Moser",  "Mayer",
    "Schmidt", "Fischer", "Meyer",    "Schulz", "Hofer",  "Berger", "Fuchs",  "Leitner", "Keller", "Frei",   "Steiner",
    "Silva",   "Santos",  "Costa",    "Jansen", "Visser", "Smit",   "Bakker", "Müller",  "Nowak",  "Rossi",  "Bianchi",
    "García",  "López",   "Dubois",   "Moreau", "Murphy", "Kelly",  "Walsh",  "Taylor",  "Brown",  "Wright", "Hansen"};

struct Place {
    const char* city;
    const char* postcode;
    const char* country;
    int weight;
};

constexpr std::array places{
    Place{"Graz", "8020", "AT", 16},     Place{"Wien", "1070", "AT", 20},     Place{"Linz", "4020", "AT", 7},
    Place{"Salzburg", "5020", "AT", 6},  Place{"München", "80331", "DE", 10}, Place{"Berlin", "10115", "DE", 11},
    Place{"Hamburg", "20095", "DE", 7},  Place{"Köln", "50667", "DE", 5},     Place{"Zürich", "8001", "CH", 5},
    Place{"Amsterdam", "1012", "NL", 4}, Place{"Porto", "4000-322", "PT", 3}, Place{"Paris", "75003", "FR", 3},
    Place{"Dublin", "D02", "IE", 2},     Place{"København", "1050", "DK", 2},
};

/// Orders of the year's months, July's as 100: candles are for winter and for gifts.
constexpr std::array<int, 12> monthWeight{110, 120, 100, 90, 95, 85, 80, 90, 120, 150, 210, 240};

template <class Table>
std::size_t pickWeighted(Random& random, const Table& table)
{
    std::uint64_t sum = 0;
    for (const auto& entry : table) {
        sum += static_cast<std::uint64_t>(entry.weight);
    }
    auto left = random.below(sum);
    for (std::size_t index = 0; index < table.size(); ++index) {
        const auto weight = static_cast<std::uint64_t>(table[index].weight);
        if (left < weight) {
            return index;
        }
        left -= weight;
    }
    return 0;
}

struct HabitShare {
    Habit habit;
    int weight;
};

constexpr std::array habitShares{HabitShare{Habit::Regular, 18}, HabitShare{Habit::Leaving, 9},
                                 HabitShare{Habit::Now, 24}, HabitShare{Habit::OneTimer, 34},
                                 HabitShare{Habit::Looker, 15}};

std::string asciiOnly(std::string_view name)
{
    struct Letter {
        std::string_view from;
        char to;
    };
    static constexpr std::array letters{Letter{"ø", 'o'}, Letter{"ö", 'o'}, Letter{"ü", 'u'},
                                        Letter{"é", 'e'}, Letter{"ë", 'e'}, Letter{"ê", 'e'},
                                        Letter{"í", 'i'}, Letter{"á", 'a'}, Letter{"ó", 'o'}};
    std::string plain;
    for (std::size_t index = 0; index < name.size();) {
        const auto found = std::find_if(letters.begin(), letters.end(), [&](const Letter& letter) {
            return name.substr(index).starts_with(letter.from);
        });
        if (found != letters.end()) {
            plain += found->to;
            index += found->from.size();
        } else {
            plain += name[index++];
        }
    }
    return toLowerAscii(plain);
}

/// An hour of the day when people shop: mornings a little, evenings mostly.
Duration timeOfDay(Random& random)
{
    const double hour = random.chance(0.3) ? 9.5 + 1.5 * random.normal() : 19.5 + 2.0 * random.normal();
    const double clamped = std::clamp(hour, 6.0, 23.4);
    return Duration(static_cast<std::int64_t>(clamped * 3'600'000.0));
}

Instant startOfUtcDay(Instant at)
{
    return {at.ms - ((at.ms % dayLength.count()) + dayLength.count()) % dayLength.count()};
}

int monthOf(Instant at)
{
    const auto day = std::chrono::floor<std::chrono::days>(std::chrono::sys_time<Duration>(Duration(at.ms)));
    return static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(day).month())) - 1;
}

std::vector<Instant> makeOrders(Random& random, const DemoPerson& person, Instant now)
{
    std::vector<Instant> orders;
    if (person.habit == Habit::Looker) {
        return orders;
    }
    double meanGap = 150;
    std::size_t most = 1;
    Instant until = now;
    switch (person.habit) {
    case Habit::Regular:
        meanGap = 24 + random.exponential(1.0 / 28.0);
        most = 60;
        break;
    case Habit::Leaving:
        meanGap = 22 + random.exponential(1.0 / 20.0);
        most = 60;
        until = now - dayLength * random.between(75, 400);
        break;
    case Habit::Now:
        meanGap = 110 + random.exponential(1.0 / 90.0);
        most = 20;
        break;
    default: break;
    }
    auto day = person.firstSeen + dayLength * random.between(0, 5);
    while (orders.size() < most) {
        auto at = startOfUtcDay(day) + timeOfDay(random) + Duration(random.between(0, 59'999));
        if (at >= until || at >= now) {
            break;
        }
        // Out of season some of these moments pass without an order.
        if (orders.empty() ||
            random.chance(static_cast<double>(monthWeight[static_cast<std::size_t>(monthOf(at))]) / 160.0)) {
            if (orders.empty() || at > orders.back()) {
                orders.push_back(at);
            }
        }
        // Gamma-like gaps: people are more regular than chance.
        const double gap = meanGap * (random.exponential(1) + random.exponential(1) + random.exponential(1)) / 3.0;
        day = day + Duration(static_cast<std::int64_t>(std::max(gap, 1.0) * static_cast<double>(dayLength.count())));
    }
    return orders;
}

}  // namespace

Random randomFor(std::uint64_t seed, std::int64_t person, std::uint64_t detail)
{
    const std::uint64_t words[] = {seed, static_cast<std::uint64_t>(person), detail};
    return Random(stableHash(std::string_view(reinterpret_cast<const char*>(words), sizeof words)));
}

DemoPerson makePerson(std::uint64_t seed, std::int64_t number, Instant now)
{
    auto random = randomFor(seed, number, 0);
    DemoPerson person;
    person.number = number;
    person.habit = habitShares[pickWeighted(random, habitShares)].habit;
    person.firstName = firstNames[random.below(firstNames.size())];
    person.lastName = lastNames[random.below(lastNames.size())];
    static constexpr std::array hosts{"example.com", "example.org", "example.net"};
    person.email = asciiOnly(person.firstName) + "." + asciiOnly(person.lastName) + std::to_string(number) + "@" +
                   hosts[random.below(hosts.size())];
    const auto& place = places[pickWeighted(random, places)];
    person.city = place.city;
    person.postcode = place.postcode;
    person.country = place.country;
    if (random.chance(0.3) && number < phonesInEach * static_cast<std::int64_t>(fictionalPhones.size())) {
        char digits[16];
        std::snprintf(digits, sizeof digits, "%03d", static_cast<int>(number % phonesInEach));
        person.phone = fictionalPhones[static_cast<std::size_t>(number / phonesInEach)] + std::string(digits);
    }
    // The shop grows: more of its people came lately.
    const double age = pastDays * (1.0 - std::sqrt(random.unit()));
    person.firstSeen =
        startOfUtcDay(now - Duration(static_cast<std::int64_t>(age * static_cast<double>(dayLength.count())))) +
        timeOfDay(random);
    person.firstSeen = std::min(person.firstSeen, now - hours(2));
    person.hasAccount = person.habit == Habit::Looker || random.chance(0.82);
    person.subscribed = random.chance(person.habit == Habit::Looker ? 0.9 : 0.64);
    person.unsubscribedLater = person.subscribed && random.chance(0.06);
    const double interest = person.habit == Habit::Regular ? 0.5 : person.habit == Habit::Leaving ? 0.18 : 0.3;
    person.opens = std::clamp(interest + 0.15 * random.normal(), 0.02, 0.95);
    person.clicks = std::clamp(0.16 + 0.08 * random.normal(), 0.01, 0.6);
    person.orders = makeOrders(random, person, now);
    return person;
}

}  // namespace shopbell::demo
