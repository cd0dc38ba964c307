// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/languages.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace shopbell::ui {

Languages::Languages(QObject* parent) : QObject(parent) {}

Languages::~Languages() = default;

QList<Languages::Language> Languages::all()
{
    return {{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}};
}

void Languages::use(const QString& code)
{
    const QLocale system = QLocale::system();
    // "de" on a computer in Austria means German as it is written there.
    QLocale locale = code.isEmpty() ? system : QLocale(code);
    if (!code.isEmpty() && system.language() == locale.language()) {
        locale = system;
    }
    QLocale::setDefault(locale);
    m_words = std::make_unique<QTranslator>();
    m_qtWords = std::make_unique<QTranslator>();
    const QString folder = QStringLiteral(":/shopbell/translations");
    if (m_words->load(locale, QStringLiteral("shopbell"), QStringLiteral("_"), folder) ||
        m_words->load(QLocale(QLocale::English), QStringLiteral("shopbell"), QStringLiteral("_"), folder)) {
        QCoreApplication::installTranslator(m_words.get());
    }
    if (m_qtWords->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                        QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(m_qtWords.get());
    }
    QGuiApplication::setLayoutDirection(locale.textDirection());
}

}  // namespace shopbell::ui
