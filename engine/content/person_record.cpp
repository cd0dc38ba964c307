// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/person_record.h"

#include <cmath>

namespace shopbell {

namespace {

class PersonRecord final : public liquid::Record {
public:
    explicit PersonRecord(const Profile* profile) : m_profile(profile) {}

    std::optional<liquid::Value> find(std::string_view name) const override
    {
        if (m_profile == nullptr) {
            return std::nullopt;
        }
        if (name == "email") {
            return textOrNil(m_profile->email);
        }
        if (name == "phone") {
            return textOrNil(m_profile->phone);
        }
        const auto property = m_profile->properties.find(name);
        return property == m_profile->properties.end() ? std::nullopt : std::optional(toLiquid(property->second));
    }
    std::vector<std::string> listNames() const override
    {
        std::vector<std::string> names{"email", "phone"};
        if (m_profile != nullptr) {
            for (const auto& property : m_profile->properties) {
                names.push_back(property.first);
            }
        }
        return names;
    }

private:
    static liquid::Value textOrNil(const std::string& text)
    {
        return text.empty() ? liquid::Value() : liquid::Value::borrowed(text);
    }

    const Profile* m_profile;
};

class MessageFields final : public liquid::Record {
public:
    explicit MessageFields(const RenderContext& context)
        : m_person(std::make_shared<PersonRecord>(context.profile)),
          m_shop(std::make_shared<liquid::Object>()),
          m_unsubscribeUrl(context.unsubscribeUrl)
    {
        m_shop->set("name", liquid::Value::borrowed(context.shopName));
    }

    std::optional<liquid::Value> find(std::string_view name) const override
    {
        if (name == "person") {
            return liquid::Value(std::shared_ptr<const liquid::Record>(m_person));
        }
        if (name == "shop") {
            return liquid::Value(std::shared_ptr<const liquid::Record>(m_shop));
        }
        if (name == "unsubscribe_url") {
            return liquid::Value::borrowed(m_unsubscribeUrl);
        }
        return m_person->find(name);
    }
    std::vector<std::string> listNames() const override
    {
        auto names = m_person->listNames();
        names.insert(names.end(), {"person", "shop", "unsubscribe_url"});
        return names;
    }

private:
    std::shared_ptr<PersonRecord> m_person;
    std::shared_ptr<liquid::Object> m_shop;
    std::string_view m_unsubscribeUrl;
};

}  // namespace

liquid::Value toLiquid(const PropertyValue& value)
{
    struct Visitor {
        liquid::Value operator()(bool truth) const { return liquid::Value(truth); }
        liquid::Value operator()(double number) const
        {
            // 12 is printed as 12 and not as 12.0.
            return std::fabs(number) < 1e15 && number == std::floor(number)
                       ? liquid::Value(static_cast<std::int64_t>(number))
                       : liquid::Value(number);
        }
        liquid::Value operator()(const std::string& text) const { return liquid::Value::borrowed(text); }
        liquid::Value operator()(Instant at) const { return liquid::Value(at); }
        liquid::Value operator()(const std::vector<std::string>& texts) const
        {
            liquid::List items;
            for (const auto& text : texts) {
                items.push_back(liquid::Value::borrowed(text));
            }
            return liquid::Value(std::move(items));
        }
    };
    return std::visit(Visitor{}, value);
}

liquid::Value makeMessageFields(const RenderContext& context)
{
    return liquid::Value(std::shared_ptr<const liquid::Record>(std::make_shared<MessageFields>(context)));
}

}  // namespace shopbell
