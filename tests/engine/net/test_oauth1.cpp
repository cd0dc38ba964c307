// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/oauth1.h"

#include "base/random.h"
#include "base/text.h"
#include "support/registry.h"

#include <QCryptographicHash>
#include <QMap>
#include <QMessageAuthenticationCode>
#include <QTest>
#include <QUrl>

using namespace shopbell;

namespace {

std::string find(const QueryParameters& parameters, std::string_view name)
{
    for (const auto& [key, value] : parameters) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

/// The signature computed another way, on Qt alone: QUrl encodes, a multimap sorts, Qt's own HMAC signs.
QByteArray signAnotherWay(const QByteArray& method, const QByteArray& address, const QueryParameters& all,
                          const QByteArray& consumerSecret, const QByteArray& tokenSecret,
                          QCryptographicHash::Algorithm algorithm)
{
    const auto encode = [](const std::string& text) { return QByteArray::fromStdString(text).toPercentEncoding(); };
    QMap<QByteArray, QList<QByteArray>> sorted;
    for (const auto& [name, value] : all) {
        sorted[encode(name)].append(encode(value));
    }
    QByteArrayList pairs;
    for (auto it = sorted.begin(); it != sorted.end(); ++it) {
        std::sort(it->begin(), it->end());
        for (const QByteArray& value : *it) {
            pairs << it.key() + "=" + value;
        }
    }
    const QByteArray base = method + "&" + address.toPercentEncoding() + "&" + pairs.join('&').toPercentEncoding();
    const QByteArray key = consumerSecret.toPercentEncoding() + "&" + tokenSecret.toPercentEncoding();
    return QMessageAuthenticationCode::hash(base, key, algorithm).toBase64();
}

}  // namespace

class TestOauth1 : public QObject {
    Q_OBJECT

private slots:
    void baseStringIsTheRfcsExample()
    {
        // RFC 5849, 3.4.1.1: a form body, an encoded query, doubled names.
        const auto url = Url::parse("http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b");
        const QueryParameters others{{"oauth_consumer_key", "9djdj82h48djs9d2"},
                                     {"oauth_token", "kkk9d7dh3k39sjv7"},
                                     {"oauth_signature_method", "HMAC-SHA1"},
                                     {"oauth_timestamp", "137131201"},
                                     {"oauth_nonce", "7d8f3e4a"},
                                     {"c2", ""},
                                     {"a3", "2 q"}};
        QCOMPARE(makeOAuth1BaseString("post", *url, others),
                 std::string(
                     "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D"
                     "%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a"
                     "%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token"
                     "%3Dkkk9d7dh3k39sjv7"));
    }

    void signatureIsThePublishedOneOfThePhotosExample()
    {
        // RFC 5849, 1.2: the request for the photo.
        const OAuth1Credentials credentials{"dpf43f3p2l4k3l03", "kd94hf93k423kf44", "nnch734d00sl2jdk",
                                            "pfkkdhi9sl3r4s00"};
        const auto signedParameters =
            signOAuth1("GET", *Url::parse("http://photos.example.net/photos?file=vacation.jpg&size=original"), {},
                       credentials, OAuth1Algorithm::HmacSha1, {"chapoH", 137131202, false});
        QCOMPARE(find(signedParameters, "oauth_signature"), std::string("MdpQcU8iPSUjWoN/UDMsK2sui9I="));
        const std::string header = makeOAuth1Header(signedParameters, "Photos");
        QVERIFY(header.starts_with("OAuth realm=\"Photos\", oauth_consumer_key=\"dpf43f3p2l4k3l03\""));
        QVERIFY(header.ends_with("oauth_signature=\"MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D\""));
    }

    void signatureIsThePublishedOneOfOAuthCore()
    {
        // OAuth Core 1.0, appendix A.5: the same photo with oauth_version.
        const auto signedParameters =
            signOAuth1("GET", *Url::parse("http://photos.example.net/photos?file=vacation.jpg&size=original"), {},
                       {"dpf43f3p2l4k3l03", "kd94hf93k423kf44", "nnch734d00sl2jdk", "pfkkdhi9sl3r4s00"},
                       OAuth1Algorithm::HmacSha1, {"kllo9940pd9333jh", 1191242096, true});
        QCOMPARE(find(signedParameters, "oauth_signature"), std::string("tR3+Ty81lMeYAr/Fid0kMTYa/WM="));
    }

    void signatureEqualsAnIndependentOne()
    {
        Random random(42);
        const auto word = [&random] {
            constexpr std::string_view kLetters = "abcXYZ019 -._~!*'()&=+%/?:@äß";
            std::string text;
            for (auto left = random.below(9); left > 0; --left) {
                text.push_back(kLetters[random.below(kLetters.size() - 4)]);
            }
            return random.chance(0.1) ? text + "ä" : text;
        };
        for (int round = 0; round < 2000; ++round) {
            const bool sha256 = random.chance(0.5);
            Url url = *Url::parse(random.chance(0.5) ? "http://shop.example/wp-json/wc/v3/orders"
                                                     : "https://shop.example:8443/sub%20path/wc/v3/orders");
            QueryParameters query;
            QueryParameters form;
            for (auto left = random.below(5); left > 0; --left) {
                query.emplace_back("q" + word(), word());
                if (random.chance(0.3)) {
                    form.emplace_back("f" + word(), word());
                }
            }
            url.setParameters(query);
            const OAuth1Credentials credentials{"ck_" + word(), "cs_" + word(), random.chance(0.5) ? "t" + word() : "",
                                                word()};
            const OAuth1Stamp stamp{"nonce" + std::to_string(round), 1'700'000'000 + round, random.chance(0.5)};
            const auto mine = signOAuth1("GET", url, form, credentials,
                                         sha256 ? OAuth1Algorithm::HmacSha256 : OAuth1Algorithm::HmacSha1, stamp);
            QueryParameters all = query;
            all.insert(all.end(), form.begin(), form.end());
            all.insert(all.end(), mine.begin(), mine.end() - 1);
            const QByteArray expected = signAnotherWay("GET", QByteArray::fromStdString(url.origin() + url.path), all,
                                                       QByteArray::fromStdString(credentials.consumerSecret),
                                                       QByteArray::fromStdString(credentials.tokenSecret),
                                                       sha256 ? QCryptographicHash::Sha256 : QCryptographicHash::Sha1);
            QCOMPARE(QByteArray::fromStdString(mine.back().second), expected);
        }
    }

    void signedAddressCarriesEveryParameter()
    {
        const auto url = *Url::parse("http://shop.example/wp-json/wc/v3/orders?page=2");
        const auto signedUrl = withOAuth1Query(
            url, signOAuth1("GET", url, {}, {"ck", "cs", "", ""}, OAuth1Algorithm::HmacSha256, {"n", 1, false}));
        const auto parameters = signedUrl.parameters();
        QCOMPARE(parameters.size(), std::size_t{6});
        QCOMPARE(find(parameters, "oauth_signature_method"), std::string("HMAC-SHA256"));
        QVERIFY(fromBase64(find(parameters, "oauth_signature"))->size() == 32);
        QVERIFY(signedUrl.redacted().find("ck") == std::string::npos);
    }
};

SHOPBELL_TEST(TestOauth1)
#include "test_oauth1.moc"
