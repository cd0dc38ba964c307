// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/profile.h"
#include "support/registry.h"

#include <QTest>

using namespace shopbell;

class TestProfile : public QObject {
    Q_OBJECT

private slots:
    void aProfileIsShownByTheBestThatIsKnown()
    {
        Profile profile;
        profile.id = ProfileId{17};
        QCOMPARE(displayName(profile), std::string("Profile 17"));
        profile.phone = "+436641234567";
        QCOMPARE(displayName(profile), std::string("+436641234567"));
        profile.email = "ana@example.com";
        QCOMPARE(displayName(profile), std::string("ana@example.com"));
        profile.properties["last_name"] = std::string(" Pereira ");
        QCOMPARE(displayName(profile), std::string("Pereira"));
        profile.properties["first_name"] = std::string("Ana");
        QCOMPARE(displayName(profile), std::string("Ana Pereira"));
        profile.properties["last_name"] = 12.0;
        QCOMPARE(displayName(profile), std::string("Ana"));
        profile.properties["first_name"] = std::string("  ");
        QCOMPARE(displayName(profile), std::string("ana@example.com"));
    }
};

SHOPBELL_TEST(TestProfile)
#include "test_profile.moc"
