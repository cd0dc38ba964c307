// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "liquid/template.h"
#include "liquid/value.h"
#include "support/registry.h"
#include "support/shared_data.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

using namespace shopbell;
using namespace shopbell::liquid;
using nlohmann::ordered_json;

namespace {

Value valueOf(const ordered_json& json)
{
    switch (json.type()) {
    case ordered_json::value_t::boolean: return Value(json.get<bool>());
    case ordered_json::value_t::number_integer:
    case ordered_json::value_t::number_unsigned: return Value(json.get<std::int64_t>());
    case ordered_json::value_t::number_float: return Value(json.get<double>());
    case ordered_json::value_t::string: return Value(json.get<std::string>());
    case ordered_json::value_t::array: {
        List items;
        for (const auto& item : json) {
            items.push_back(valueOf(item));
        }
        return Value(std::move(items));
    }
    case ordered_json::value_t::object: {
        auto object = std::make_shared<Object>();
        for (const auto& [name, member] : json.items()) {
            object->set(name, valueOf(member));
        }
        return Value(std::shared_ptr<const Record>(std::move(object)));
    }
    default: return {};
    }
}

/// What came out, or "error: …".
std::string outcome(const ordered_json& test)
{
    std::map<std::string, Template, std::less<>> partials;
    if (test.contains("templates")) {
        for (const auto& [name, source] : test["templates"].items()) {
            if (auto parsed = Template::parse(source.get<std::string>())) {
                partials.emplace(name, std::move(*parsed));
            }
        }
    }
    const auto parsed = Template::parse(test["template"].get<std::string>());
    if (!parsed) {
        return "error: " + parsed.error().what;
    }
    Template::Options options;
    options.now = Instant{1'767'225'600'000};
    options.partials = [&](std::string_view name) {
        const auto found = partials.find(name);
        return found == partials.end() ? nullptr : &found->second;
    };
    const auto rendered = parsed->render(valueOf(test.value("data", ordered_json::object())), options);
    return rendered ? rendered->text : "error: " + rendered.error().what;
}

bool passes(const ordered_json& test, const std::string& got)
{
    if (test.value("invalid", false)) {
        return got.starts_with("error: ");
    }
    if (test.contains("result")) {
        return got == test["result"].get<std::string>();
    }
    for (const auto& allowed : test["results"]) {
        if (got == allowed.get<std::string>()) {
            return true;
        }
    }
    return false;
}

}  // namespace

class TestGoldenLiquid : public QObject {
    Q_OBJECT
private slots:
    void theStandardLanguageIsWhatOthersMakeOfIt()
    {
        const auto file = test::findSharedData("golden_liquid.json");
        if (!file) {
            QSKIP("golden_liquid.json is not here.");
        }
        const auto text = readFile(*file, 16 << 20);
        QVERIFY(text);
        const auto suite = ordered_json::parse(*text, nullptr, false);
        QVERIFY(!suite.is_discarded());
        int passed = 0;
        int total = 0;
        for (const auto& test : suite["tests"]) {
            const auto got = outcome(test);
            ++total;
            if (passes(test, got)) {
                ++passed;
            } else {
                std::printf("differs: %s\n  template: %s\n  data: %s\n  wanted: %s\n  got: %s\n",
                            test["name"].get<std::string>().c_str(), test["template"].dump().c_str(),
                            test.value("data", ordered_json()).dump().substr(0, 200).c_str(),
                            test.value("invalid", false) ? "an error"
                            : test.contains("result")    ? test["result"].dump().c_str()
                                                         : test["results"].dump().c_str(),
                            ordered_json(got).dump().c_str());
            }
        }
        std::printf("%d of %d golden tests pass\n", passed, total);
        QVERIFY2(passed * 100 >= total * 98, "fewer than 98 % of the golden tests pass");
    }
};

SHOPBELL_TEST(TestGoldenLiquid)
#include "test_golden_liquid.moc"
