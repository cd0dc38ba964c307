// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLineEdit>
#include <QLocale>

namespace shopbell::ui {

class Pill;

/// A number or a few words inside a sentence, as wide as what stands in it. Ctrl+Z is the editor's, not the field's.
class ValueEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit ValueEdit(const QString& name, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
};

/// A day inside a sentence; opens a month to choose from.
class DayPill : public QWidget {
    Q_OBJECT
public:
    DayPill(const QString& name, const QDate& day, const QLocale& locale, QWidget* parent = nullptr);
    void setDay(const QDate& day);
    /// Words in place of a day that is not set, and the month to open then.
    void setPlaceholder(const QString& words, const QDate& start);

signals:
    void dayChosen(const QDate& day);

private:
    void open();
    void describe();

    QString m_name;
    QString m_placeholder;
    QLocale m_locale;
    Pill* m_pill;
    QDate m_day;
    QDate m_start;
};

}  // namespace shopbell::ui
