// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/sentence_view.h"

#include "ui/segments/value_pieces.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int indentWidth = 20;

}  // namespace

SentenceView::SentenceView(Materials& materials, QWidget* parent)
    : QWidget(parent), SentenceMaker(materials), m_lines(makeColumn(this, space::xs + 2))
{
}

void SentenceView::begin()
{
    const QWidget* focused = focusWidget();
    m_focused = focused != nullptr && focused->hasFocus() ? focused->accessibleName() : QString();
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        if (QWidget* line = item->widget()) {
            line->hide();
            line->deleteLater();
        }
        delete item;
    }
    m_line = nullptr;
}

void SentenceView::finish()
{
    if (m_focused.isEmpty()) {
        return;
    }
    for (int line = 0; line < m_lines->count(); ++line) {
        for (QWidget* each : m_lines->itemAt(line)->widget()->findChildren<QWidget*>()) {
            if (each->accessibleName() == m_focused && each->focusPolicy() != Qt::NoFocus) {
                each->setFocus(Qt::OtherFocusReason);
                return;
            }
        }
    }
}

void SentenceView::newLine(int indent)
{
    auto* line = new QWidget;
    m_line = new FlowLayout(line, space::s, space::xs);
    // The indent mirrors with the line: it is on the side where reading begins.
    const int side = indent * indentWidth;
    m_line->setContentsMargins(isRightToLeft() ? 0 : side, 0, isRightToLeft() ? side : 0, 0);
    m_lines->addWidget(line);
}

void SentenceView::put(QWidget* widget)
{
    if (m_line == nullptr) {
        newLine(0);
    }
    m_line->addWidget(widget);
}

void SentenceView::word(const QString& word)
{
    auto* text = new Text(word, TextStyle::Body, Token::InkSoft);
    text->setMinimumHeight(size::pill);
    put(text);
}

void SentenceView::pick(const QString& name, const Choices& choices, const QString& current, const TakeText& take,
                        bool subject)
{
    auto* picker = new Picker(nullptr, subject ? Picker::Look::Pill : Picker::Look::Value);
    picker->setAccessibleName(name);
    picker->setChoices(including(choices, current, current));
    picker->setCurrent(current);
    connect(picker, &Picker::chosen, this, take);
    put(picker);
}

void SentenceView::pickNamed(const QString& name, const std::function<Choices()>& choices, const QString& current,
                             const TakeText& take, bool subject)
{
    const bool number = !current.isEmpty() && std::ranges::all_of(current, [](QChar c) { return c.isDigit(); });
    auto* picker = new Picker(nullptr, subject ? Picker::Look::Pill : Picker::Look::Value);
    picker->setAccessibleName(name);
    const auto fill = [picker, choices, current, number] {
        picker->setChoices(including(choices(), picker->current().isEmpty() ? current : picker->current(),
                                     number ? tr("not there any more") : current));
    };
    picker->setCurrent(current);
    fill();
    connect(&materials(), &Materials::changed, picker, fill);
    connect(picker, &Picker::chosen, this, take);
    put(picker);
}

void SentenceView::ask(const QString& name, const ChoiceSource& source, const QString& current, const TakeText& take,
                       const AskLook& look)
{
    auto* picker = new AskingPicker(look.subject ? Picker::Look::Pill : Picker::Look::Value, source);
    picker->setAccessibleName(name);
    if (!look.placeholder.isEmpty()) {
        picker->setPlaceholder(look.placeholder);
    }
    picker->setAdding(look.adds);
    picker->setCurrent(current);
    picker->setWording(look.wording);
    connect(picker, &Picker::chosen, this, take);
    put(picker);
}

void SentenceView::askSeveral(const QString& name, const ChoiceSource& source, const QStringList& current,
                              const TakeTexts& take, const AskLook& look)
{
    auto* picker = new AskingMultiPicker(Picker::Look::Pill, source);
    picker->setAccessibleName(name);
    picker->setWording(look.wording);
    picker->setJoinsAll(look.all);
    picker->setChecked(current);
    connect(picker, &MultiPicker::checkedChanged, this, take);
    put(picker);
}

void SentenceView::number(const QString& name, double value, const TakeNumber& take, double least, double most)
{
    auto* edit = new ValueEdit(name);
    const QLocale locale = bridge().formats().locale();
    edit->setText(locale.toString(value, 'g', 15));
    connect(edit, &QLineEdit::textEdited, this, [locale, take, least, most](const QString& text) {
        bool ok = false;
        const double typed = locale.toDouble(text.trimmed(), &ok);
        if (ok && typed >= least && typed <= most) {
            take(typed);
        }
    });
    put(edit);
}

void SentenceView::text(const QString& name, const QString& text, const QString& hint, const TakeText& take)
{
    auto* edit = new ValueEdit(name);
    edit->setPlaceholderText(hint);
    edit->setText(text);
    connect(edit, &QLineEdit::textEdited, this, take);
    put(edit);
}

void SentenceView::day(const QString& name, const QString& iso, const TakeText& take)
{
    QDate day = QDate::fromString(iso.left(10), Qt::ISODate);
    if (!day.isValid()) {
        day = bridge().formats().dayOf(bridge().now());
    }
    auto* pill = new DayPill(name, day, bridge().formats().locale());
    connect(pill, &DayPill::dayChosen, this, [take](const QDate& chosen) { take(chosen.toString(Qt::ISODate)); });
    put(pill);
}

void SentenceView::mark(const QString& letters, const QString& name, bool on, const std::function<void(bool)>& take)
{
    auto* pill = new Pill(letters);
    pill->setCheckable(true);
    pill->setChecked(on);
    pill->setToolTip(name);
    pill->setAccessibleName(name);
    connect(pill, &QAbstractButton::toggled, this, take);
    put(pill);
}

void SentenceView::link(const QString& words, const std::function<void()>& act)
{
    auto* button = new Button(words, Button::Kind::Link);
    connect(button, &QAbstractButton::clicked, this, act);
    put(button);
}

void SentenceView::cross(const QString& name, const std::function<void()>& act)
{
    auto* button = new IconButton(IconName::Close, name);
    button->setSmall(true);
    connect(button, &QAbstractButton::clicked, this, act);
    put(button);
}

}  // namespace shopbell::ui
