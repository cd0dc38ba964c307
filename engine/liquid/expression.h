// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "liquid/filter.h"
#include "liquid/scanner.h"
#include "liquid/value.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace shopbell::liquid {

/// A literal, a path such as `person.orders[0].total`, or a range `(1..n)`.
struct Expression {
    enum class Kind { Literal, Path, Range };
    struct Segment {
        std::string name;                   ///< behind a point
        std::unique_ptr<Expression> index;  ///< in brackets
    };
    Kind kind = Kind::Literal;
    Value literal;
    std::string root;                            ///< Path: the first name
    std::unique_ptr<Expression> rootInBrackets;  ///< Path: instead of `root`
    std::vector<Segment> segments;
    std::unique_ptr<Expression> first;  ///< Range
    std::unique_ptr<Expression> last;
    std::string spelled;  ///< Path, Range: as the author wrote it
    Place place;
};

struct AppliedFilter {
    const Filter* filter = nullptr;
    std::vector<Expression> arguments;
    std::vector<std::pair<std::string, Expression>> named;
    Place place;
};

/// `value | filter: argument | filter`
struct FilteredExpression {
    Expression value;
    std::vector<AppliedFilter> filters;
    bool hasFallback = false;  ///< one of them is `default`
};

/// Comparisons between `and` and `or`; as in Liquid everywhere, they are read from the right and none binds closer.
struct Condition {
    enum class Comparison { Truth, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Contains };
    struct Term {
        Expression left;
        Comparison comparison = Comparison::Truth;
        Expression right;
        bool joinedByAnd = false;  ///< with the term behind it
    };
    std::vector<Term> terms;
};

}  // namespace shopbell::liquid
