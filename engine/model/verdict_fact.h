// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/instant.h"

#include <cstdint>
#include <optional>
#include <string>

namespace shopbell {

/// One thing known of a person that decided, or helped to decide, what a condition says of them: the parts of a
/// sentence that somebody else puts into words. Fields that a kind does not name are empty.
struct VerdictFact {
    enum class Kind {
        Count,    ///< `number` events of the metric `subject` counted; `at`: the last of them, none when 0
        Measure,  ///< the condition's measure of them is `amount`; `subject`: the metric, `text`: total, average, …
        MeasureText,    ///< the first or last value of the property `text2` is `text`; `subject`: the metric
        MeasureUnset,   ///< the measure `text` of `subject` has nothing to measure
        Value,          ///< the property `subject` is `text`; several values are joined with ", "
        NotKnown,       ///< the property `subject` is not set
        OnList,         ///< on the list `subject` since `at`
        NotOnList,      ///< `subject`: the list
        InSegment,      ///< in the segment `subject`; `at`: entered, where history tells
        NotInSegment,   ///< `subject`: the segment
        Consent,        ///< the consent for the channel `subject` is `text`; `at`: said then; `text2`: the method
        Suppressed,     ///< the address for the channel `subject` is suppressed; `text`: the reason; `at`: since
        NotSuppressed,  ///< `subject`: the channel
        NoAddress,      ///< nothing to write to on the channel `subject`
        Distance,       ///< `amount` kilometres away
        PlaceNotKnown,  ///< where they live is not known
        Message,        ///< the last of `number` messages was `text` (sent, skipped) at `at`
        NoMessage,      ///< none was `text`
        InOrder,        ///< of a sequence: its steps happened as asked
        NotInOrder,     ///< they did not, in this order and time
        Chance,         ///< a hash of the person's number decides
        PartsHold,      ///< of a group: `number` of `total` parts hold
        NotThereYet,    ///< the person was not known at that time
    };
    Kind kind = Kind::Count;
    std::string subject;
    std::string text;
    std::string text2;
    std::int64_t number = 0;
    std::int64_t total = 0;
    std::optional<Decimal> amount;
    std::optional<Instant> at;
};

}  // namespace shopbell
