// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/asking_picker.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_list.h"
#include "ui/widgets/popover.h"

#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int restAfterLetter = 60;
constexpr int linkPadding = 6;

/// Sets the source to work for a picker. The first answer may still change the open list's size; later ones do not, so
/// that nothing jumps while one types.
template <class Asking>
void letAsk(Asking* picker, const ChoiceSource& source, std::function<QStringList()> first,
            std::function<QString(const QString&)> wording)
{
    picker->setExternalSearch(true);
    auto* timer = new QTimer(picker);
    timer->setSingleShot(true);
    const auto ask = [picker, source, first, wording](const QString& search) {
        source(search, [picker, search, first, wording](const Choices& found) {
            if (picker->list() == nullptr || picker->list()->search()->text() != search) {
                return;  // closed, or asked again meanwhile
            }
            Choices choices;
            const auto has = [&](const QString& id) {
                return std::ranges::any_of(found, [&](const Choice& each) { return each.id == id; });
            };
            const QStringList chosen = first();
            if (search.isEmpty()) {
                for (const QString& id : chosen) {
                    const auto at = std::ranges::find_if(found, [&](const Choice& each) { return each.id == id; });
                    choices.append(at != found.end() ? *at : Choice{.id = id, .text = wording(id)});
                }
            }
            for (const Choice& each : found) {
                if (!search.isEmpty() || !chosen.contains(each.id)) {
                    choices.append(each);
                }
            }
            const QString own = search.trimmed();
            if (!own.isEmpty() && !has(own)) {
                choices.append({.id = own, .text = AskingPicker::tr("“%1”, as typed").arg(own)});
            }
            picker->setChoices(choices);
            ChoiceList* list = picker->list();
            if (search.isEmpty() && list->sizeHint().height() > list->height()) {
                list->setFixedSize(list->sizeHint().expandedTo(list->size()));
                if (auto* popover = qobject_cast<Popover*>(list->window())) {
                    popover->openBelow();
                }
            }
        });
    };
    QObject::connect(picker, &Picker::searchChanged, picker, [timer, ask](const QString& search) {
        if (search.isEmpty()) {
            timer->stop();
            ask(search);
        } else {
            timer->start(restAfterLetter);
        }
    });
    QObject::connect(timer, &QTimer::timeout, picker, [picker, ask] {
        if (picker->list() != nullptr) {
            ask(picker->list()->search()->text());
        }
    });
}

}  // namespace

AskingPicker::AskingPicker(Look look, ChoiceSource source, QWidget* parent)
    : Picker(parent, look), m_source(std::move(source))
{
    letAsk(
        this, m_source, [this] { return m_current.isEmpty() ? QStringList() : QStringList{m_current}; },
        [this](const QString& id) { return m_wording ? m_wording(id) : id; });
}

void AskingPicker::setWording(std::function<QString(const QString&)> wording)
{
    m_wording = std::move(wording);
    describe();
}

void AskingPicker::setAdding(bool adding)
{
    m_adding = adding;
    if (adding) {
        setFont(theme().font(TextStyle::Body));
    }
    updateGeometry();
}

QSize AskingPicker::sizeHint() const
{
    return m_adding ? QSize(fontMetrics().horizontalAdvance(shownText()) + 2 * linkPadding, size::pill)
                    : Picker::sizeHint();
}

void AskingPicker::paintEvent(QPaintEvent* event)
{
    if (!m_adding) {
        Picker::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    if (underMouse() || m_popover) {
        drawBox(painter, rect(), radius::pill, color(Token::Hover));
    }
    painter.setFont(font());
    painter.setPen(color(Token::Accent));
    painter.drawText(rect(), Qt::AlignCenter, shownText());
    if (m_popover || showsFocus(this)) {
        drawFocusRing(painter, rect(), radius::pill);
    }
}

QString AskingPicker::shownText() const
{
    return m_current.isEmpty() ? m_placeholder : m_wording ? m_wording(m_current) : m_current;
}

bool AskingPicker::isEmpty() const
{
    return m_current.isEmpty();
}

AskingMultiPicker::AskingMultiPicker(Look look, ChoiceSource source, QWidget* parent)
    : MultiPicker(parent, look), m_source(std::move(source)), m_joinedBy(tr("or"))
{
    letAsk(
        this, m_source, [this] { return checked(); },
        [this](const QString& id) { return m_wording ? m_wording(id) : id; });
}

void AskingMultiPicker::setJoinsAll(bool all)
{
    m_joinedBy = all ? tr("and") : tr("or");
    describe();
}

void AskingMultiPicker::setWording(std::function<QString(const QString&)> wording)
{
    m_wording = std::move(wording);
    describe();
}

QString AskingMultiPicker::shownText() const
{
    QStringList words = checked();
    for (QString& each : words) {
        each = m_wording ? m_wording(each) : each;
    }
    if (words.isEmpty()) {
        return m_placeholder;
    }
    if (words.size() == 1) {
        return words.front();
    }
    if (words.size() <= 3) {
        const QString last = words.takeLast();
        return QStringLiteral("%1 %2 %3").arg(words.join(QStringLiteral(", ")), m_joinedBy, last);
    }
    return tr("%1, %2 and %Ln more", nullptr, static_cast<int>(words.size()) - 2).arg(words[0], words[1]);
}

void AskingMultiPicker::take(const QString& id)
{
    MultiPicker::take(id);
    // A value that was typed is done with: the next one starts from an empty search.
    if (m_list && !m_list->search()->text().isEmpty()) {
        m_list->search()->clear();
    }
}

}  // namespace shopbell::ui
