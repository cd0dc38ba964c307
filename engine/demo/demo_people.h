// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/random.h"

#include <cstdint>
#include <string>
#include <vector>

namespace shopbell::demo {

/// How somebody shops.
enum class Habit {
    Regular,   ///< every few weeks, for as long as they are customers
    Leaving,   ///< was regular, and has stopped
    Now,       ///< now and then, with long pauses
    OneTimer,  ///< bought once
    Looker,    ///< has never bought: subscribed, or made an account
};

/// One made-up person. Everything about them follows from the shop's seed and their number.
struct DemoPerson {
    std::int64_t number = 0;  ///< from 0
    Habit habit = Habit::OneTimer;
    std::string firstName;
    std::string lastName;
    std::string email;  ///< at example.com, example.org or example.net
    std::string phone;  ///< empty for most; numbers that nobody has
    std::string city;
    std::string postcode;
    std::string country;
    Instant firstSeen;
    bool hasAccount = true;
    bool subscribed = false;  ///< to email
    bool unsubscribedLater = false;
    double opens = 0.3;           ///< share of messages they open
    double clicks = 0.1;          ///< share of opened ones they click in
    std::vector<Instant> orders;  ///< ascending
};

/// `now` is the shop's present; its past reaches two years back.
[[nodiscard]] DemoPerson makePerson(std::uint64_t seed, std::int64_t number, Instant now);

/// A generator for one detail of one person, independent of all others.
[[nodiscard]] Random randomFor(std::uint64_t seed, std::int64_t person, std::uint64_t detail);

}  // namespace shopbell::demo
