// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sights.h"

#include "ui/pages/hands.h"
#include "ui/shell/page_registry.h"
#include "ui/widgets/command_palette.h"
#include "ui/widgets/sheet.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QTest>
#include <QTimer>

namespace shopbell::test {

namespace {

using ui::PageId;
using ui::Place;

QString makeCsv(const QTemporaryDir& folder)
{
    const QString name = folder.filePath(QStringLiteral("people.csv"));
    QFile file(name);
    if (file.open(QIODevice::WriteOnly)) {
        file.write("E-Mail;Vorname;Nachname;Lieblingsduft der Kundin oder des Kunden\n"
                   "lena@example.at;Lena;Gruber;Bienenwachs\nlena@;Max;Huber;Lavendel, mit einem Hauch von Zitrone\n");
    }
    return name;
}

QString nameOf(const Place& place)
{
    return QStringLiteral("%1/%2%3").arg(QLatin1String(ui::findPage(place.page)->key), place.action,
                                         place.id != 0 ? QString::number(place.id) : QString());
}

QAction* findAction(QWidget& window, const QString& words)
{
    for (QAction* each : window.findChildren<QAction*>()) {
        if (each->text().startsWith(words)) {
            return each;
        }
    }
    return nullptr;
}

bool press(OpenShop& shop, const QString& what)
{
    if (what.startsWith(QLatin1String("menu:"))) {
        QAction* action = findAction(shop.window(), what.mid(5));
        if (action == nullptr) {
            return false;
        }
        action->trigger();
        if (QWidget* menu = QApplication::activePopupWidget()) {
            menu->close();
        }
        return true;
    }
    if (what.startsWith(QLatin1String("key:"))) {
        const QKeyCombination keys = QKeySequence(what.mid(4))[0];
        Hands::press(keys.key(), keys.keyboardModifiers());
        return true;
    }
    return Hands::click(what);
}

QWidget& inFront(OpenShop& shop)
{
    for (auto* each : shop.window().findChildren<ui::Sheet*>()) {
        if (each->isOpen()) {
            return *each;
        }
    }
    for (auto* each : shop.window().findChildren<ui::CommandPalette*>()) {
        if (each->isOpen()) {
            return *each;
        }
    }
    return shop.window();
}

void closeAll(OpenShop& shop)
{
    for (auto* each : shop.window().findChildren<ui::Sheet*>()) {
        each->closeSheet();
    }
    for (auto* each : shop.window().findChildren<ui::CommandPalette*>()) {
        each->closePalette();
    }
    shop.settle();
}

/// Presses what opens a dialog, and looks at that once it stands.
bool lookAtDialog(OpenShop& shop, const QString& what, const std::function<void(QWidget& scope)>& look)
{
    bool looked = false;
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &watch, [&] {
        QWidget* dialog = QApplication::activeModalWidget();
        if (dialog != nullptr && !looked) {
            looked = true;
            watch.stop();
            QApplication::processEvents();
            look(*dialog);
            dialog->close();
        }
    });
    watch.start(20);
    if (!press(shop, what)) {
        return false;
    }
    // Some ask the engine first.
    return QTest::qWaitFor([&] { return looked; }, 15'000);
}

}  // namespace

std::vector<Sight> listSights(OpenShop& shop, const QTemporaryDir& folder)
{
    std::vector<Sight> all;
    Place person;
    Place segment;
    Place campaign;
    for (const Place& place : shop.places()) {
        all.push_back({nameOf(place), place, {}, false});
        if (place.id != 0) {
            (place.page == PageId::Profiles ? person : place.page == PageId::Segments ? segment : campaign) = place;
        }
    }
    const auto add = [&](const char* name, const Place& place, const QStringList& presses, bool dialog = false) {
        all.push_back({QLatin1String(name), place, presses, dialog});
    };
    const auto say = [](const char* words) { return QString::fromUtf8(words); };
    add("person, edit", person, {say("Edit")});
    add("person, why these segments", person, {say("Why these?")});
    add("person, consent", person, {say("Change what is allowed: Email")}, true);
    add("person, add to a list", person, {say("Add to a list")}, true);
    add("person, merge", person, {say("menu:Merge with another")}, true);
    add("person, erase", person, {say("menu:Erase this person")}, true);
    add("people, a new one", {.page = PageId::Profiles}, {say("New person")});
    add("segment, compare", segment, {say("Compare with another segment")});
    add("segment, why", segment, {say("Why is somebody in here")});
    add("segment, members", segment, {say("Show all")});
    add("segment, from Klaviyo", segment, {say("More to do with this segment"), say("menu:Bring in a definition")});
    const Place written{.page = PageId::Campaigns, .id = segment.id, .action = QStringLiteral("new")};
    const QString next = say("Next");
    add("campaign, message", written, {next});
    add("campaign, send a test", written, {next, say("Send a test")}, true);
    add("campaign, time", written, {next, next});
    add("campaign, check", written, {next, next, next});
    add("campaign, the message sent", campaign, {say("See the message")});
    add("settings, connect a store", {.page = PageId::Settings, .action = QStringLiteral("stores")},
        {say("Connect a store")});
    add("settings, a mail server", {.page = PageId::Settings, .action = QStringLiteral("sending")},
        {say("Add a way to send")});
    add("settings, restore", {.page = PageId::Settings, .action = QStringLiteral("backup")},
        {say("Restore from a file")}, true);
    const QString file = makeCsv(folder);
    add("import, columns", {.page = PageId::Imports, .name = file}, {});
    add("import, result", {.page = PageId::Imports, .name = file}, {say("Import")});
    add("palette", {}, {say("key:Ctrl+K")});
    return all;
}

bool lookAt(OpenShop& shop, const Sight& sight, const std::function<void(QWidget& scope)>& look)
{
    shop.show(sight.place);
    for (qsizetype number = 0; number < sight.presses.size(); ++number) {
        const QString& what = sight.presses[number];
        if (sight.opensDialog && number + 1 == sight.presses.size()) {
            return lookAtDialog(shop, what, look);
        }
        if (!press(shop, what)) {
            return false;
        }
        shop.settle();
    }
    look(inFront(shop));
    closeAll(shop);
    return true;
}

}  // namespace shopbell::test
