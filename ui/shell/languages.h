// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <memory>

class QTranslator;

namespace shopbell::ui {

/// The window's words, and with them the default locale for numbers and dates. Sets both for the application.
class Languages : public QObject {
    Q_OBJECT
public:
    explicit Languages(QObject* parent = nullptr);
    ~Languages() override;

    struct Language {
        QString code;  ///< "de"
        QString name;  ///< in that language
    };
    [[nodiscard]] static QList<Language> all();

    /// A code of all(), or empty for the system's; one that is not there becomes English words under that locale.
    void use(const QString& code);

private:
    std::unique_ptr<QTranslator> m_words;
    std::unique_ptr<QTranslator> m_qtWords;
};

}  // namespace shopbell::ui
