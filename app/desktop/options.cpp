// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace shopbell::desktop {

namespace {

[[noreturn]] void refuse(const QString& why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(2);
}

}  // namespace

Options readOptions(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Marketing for a small web shop, on the shop's own computer."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("workspace"), QStringLiteral("The workspace to open, NAME.shopbell."),
                                 QStringLiteral("[workspace]"));
    const QCommandLineOption gallery(QStringLiteral("gallery"),
                                     QStringLiteral("Show every piece of the window in every state."));
    const QCommandLineOption shots(QStringLiteral("shots"), QStringLiteral("Draw every page into FOLDER, and end."),
                                   QStringLiteral("FOLDER"));
    const QCommandLineOption pages(QStringLiteral("pages"), QStringLiteral("With --shots: only these pages, by comma."),
                                   QStringLiteral("NAMES"));
    const QCommandLineOption states(QStringLiteral("states"),
                                    QStringLiteral("With --shots: only these of empty, small and full, by comma."),
                                    QStringLiteral("NAMES"));
    const QCommandLineOption mirrored(QStringLiteral("mirrored"), QStringLiteral("With --shots: from right to left."));
    const QCommandLineOption quick(QStringLiteral("quick"), QStringLiteral("With --shots: English at 1600 alone."));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("The window's language: en, de."),
                                      QStringLiteral("CODE"));
    const QCommandLineOption look(QStringLiteral("theme"), QStringLiteral("light or dark, for this start."),
                                  QStringLiteral("LOOK"));
    const QCommandLineOption demo(QStringLiteral("demo"),
                                  QStringLiteral("Make the demo shop in FILE if it is not there, and open it."),
                                  QStringLiteral("FILE"));
    const QCommandLineOption people(QStringLiteral("people"),
                                    QStringLiteral("With --demo: how many people, 1000 to 1000000."),
                                    QStringLiteral("NUMBER"), QStringLiteral("1000"));
    const QCommandLineOption seed(QStringLiteral("seed"),
                                  QStringLiteral("With --demo: the same seed makes the same shop."),
                                  QStringLiteral("NUMBER"), QStringLiteral("1"));
    const QCommandLineOption settings(QStringLiteral("settings"), QStringLiteral("Keep preferences in FOLDER."),
                                      QStringLiteral("FOLDER"));
    const QCommandLineOption measure(
        QStringLiteral("measure"),
        QStringLiteral("Print how quick the window is, and end: start, pages, people, editor, by comma."),
        QStringLiteral("WHAT"));
    parser.addOptions(
        {gallery, shots, pages, states, mirrored, quick, language, look, demo, people, seed, settings, measure});
    parser.process(application);

    Options options;
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1) {
        refuse(QStringLiteral("One workspace at a time; start Shopbell again for another."));
    }
    options.workspace = files.value(0);
    options.gallery = parser.isSet(gallery);
    options.shots = parser.value(shots);
    options.pages = parser.value(pages).split(QLatin1Char(','), Qt::SkipEmptyParts);
    options.states = parser.value(states).split(QLatin1Char(','), Qt::SkipEmptyParts);
    options.mirrored = parser.isSet(mirrored);
    options.quick = parser.isSet(quick);
    options.language = parser.value(language);
    options.demo = parser.value(demo);
    options.settings = parser.value(settings);
    options.measure = parser.value(measure).split(QLatin1Char(','), Qt::SkipEmptyParts);
    bool good = true;
    options.people = parser.value(people).toLongLong(&good);
    if (!good || options.people < 1'000 || options.people > 1'000'000) {
        refuse(QStringLiteral("--people takes a number from 1000 to 1000000."));
    }
    options.seed = parser.value(seed).toULongLong(&good);
    if (!good) {
        refuse(QStringLiteral("--seed takes a number."));
    }
    if (parser.isSet(look)) {
        const QString name = parser.value(look);
        if (name != QLatin1String("light") && name != QLatin1String("dark")) {
            refuse(QStringLiteral("--theme takes light or dark."));
        }
        options.appearance = name == QLatin1String("dark") ? ui::Appearance::Dark : ui::Appearance::Light;
    }
    return options;
}

}  // namespace shopbell::desktop
