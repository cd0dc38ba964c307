// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/value_pieces.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/month_grid.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/popover.h"
#include "ui/widgets/text.h"

#include <QKeyEvent>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int leastEdit = 40;
constexpr int mostEdit = 280;
constexpr int editPadding = 26;

}  // namespace

ValueEdit::ValueEdit(const QString& name, QWidget* parent) : QLineEdit(parent)
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(theme().font(TextStyle::BodyMedium));
    connect(this, &QLineEdit::textChanged, this, &QWidget::updateGeometry);
}

QSize ValueEdit::sizeHint() const
{
    const QString shown = text().isEmpty() ? placeholderText() : text();
    const int width = fontMetrics().horizontalAdvance(shown) + editPadding;
    return {std::clamp(width, leastEdit, mostEdit), size::pill};
}

QSize ValueEdit::minimumSizeHint() const
{
    return {leastEdit, size::pill};
}

bool ValueEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QLineEdit::event(event);
}

DayPill::DayPill(const QString& name, const QDate& day, const QLocale& locale, QWidget* parent)
    : QWidget(parent), m_name(name), m_locale(locale), m_pill(new Pill(QString())), m_day(day)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    makeRow(this, 0)->addWidget(m_pill);
    m_pill->setIconName(IconName::Calendar);
    setFocusProxy(m_pill);
    connect(m_pill, &QAbstractButton::clicked, this, &DayPill::open);
    describe();
}

void DayPill::setDay(const QDate& day)
{
    m_day = day;
    describe();
}

void DayPill::setPlaceholder(const QString& words, const QDate& start)
{
    m_placeholder = words;
    m_start = start;
    describe();
}

void DayPill::describe()
{
    m_pill->setText(m_day.isValid() ? m_locale.toString(m_day, QLocale::ShortFormat) : m_placeholder);
    m_pill->setAccessibleName(m_name + QStringLiteral(": ") + m_pill->text());
    m_pill->updateGeometry();
}

void DayPill::open()
{
    const QDate start = m_day.isValid() ? m_day : m_start;
    auto* popover = new Popover(m_pill);
    auto* column = makeColumn(popover->content(), space::s, {space::m, space::s, space::m, space::m});
    auto* head = makeRow(0);
    auto* title = new Text(QString(), TextStyle::BodyStrong);
    title->setAlignment(Qt::AlignCenter);
    auto* grid = new MonthGrid(start);
    const auto turn = [this, grid, title](const QDate& month) {
        grid->setMonth(month);
        title->setText(m_locale.toString(month, QStringLiteral("MMMM yyyy")));
    };
    struct Turn {
        IconName icon;
        QString name;
        int months;
    };
    const auto addTurns = [&](std::initializer_list<Turn> turns) {
        for (const Turn& each : turns) {
            auto* button = new IconButton(each.icon, each.name);
            button->setSmall(true);
            connect(button, &QAbstractButton::clicked, grid,
                    [grid, turn, months = each.months] { turn(grid->month().addMonths(months)); });
            head->addWidget(button);
        }
    };
    addTurns({{IconName::ArrowLeft, tr("Previous year"), -12}, {IconName::ChevronLeft, tr("Previous month"), -1}});
    head->addWidget(title, 1);
    addTurns({{IconName::ChevronRight, tr("Next month"), 1}, {IconName::ArrowRight, tr("Next year"), 12}});
    column->addLayout(head);
    column->addWidget(grid);
    grid->setRange({m_day, m_day});
    grid->setCursor(start);
    turn(start);
    connect(grid, &MonthGrid::cursorLeft, grid, [grid, turn](const QDate& day) {
        turn(day);
        grid->setCursor(day);
    });
    connect(grid, &MonthGrid::dayChosen, this, [this, popover](const QDate& day) {
        popover->close();
        m_day = day;
        describe();
        emit dayChosen(day);
    });
    popover->openBelow();
    grid->setFocus();
}

}  // namespace shopbell::ui
