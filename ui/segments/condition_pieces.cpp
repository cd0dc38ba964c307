// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/condition_pieces.h"

#include "ui/bridge/error_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/marks.h"
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
constexpr int editPadding = 28;
constexpr int meterWidth = 118;
constexpr int debounce = 120;

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
    : QWidget(parent), m_pill(new Pill(locale.toString(day, QLocale::ShortFormat))), m_day(day)
{
    makeRow(this, 0)->addWidget(m_pill);
    m_pill->setIconName(IconName::Calendar);
    m_pill->setAccessibleName(name + QStringLiteral(": ") + m_pill->text());
    connect(m_pill, &QAbstractButton::clicked, this, &DayPill::open);
}

void DayPill::open()
{
    auto* popover = new Popover(m_pill);
    auto* grid = new MonthGrid(m_day);
    grid->setRange({m_day, m_day});
    grid->setCursor(m_day);
    connect(grid, &MonthGrid::cursorLeft, grid, [grid](const QDate& day) {
        grid->setMonth(day);
        grid->setCursor(day);
    });
    connect(grid, &MonthGrid::dayChosen, this, [this, popover](const QDate& day) {
        popover->close();
        emit dayChosen(day);
    });
    makeColumn(popover->content(), 0, {space::m, space::m, space::m, space::m})->addWidget(grid);
    popover->openBelow();
    grid->setFocus();
}

CountMeter::CountMeter(EngineBridge& bridge, QWidget* parent)
    : QWidget(parent),
      m_bridge(bridge),
      m_number(new Text(QStringLiteral("…"), TextStyle::BodyStrong)),
      m_bar(new ProportionBar),
      m_note(new Text(QString(), TextStyle::Small, Token::InkSoft))
{
    setFixedWidth(meterWidth);
    auto* column = makeColumn(this, 3);
    for (Text* each : {m_number, m_note}) {
        each->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    }
    column->addWidget(m_number);
    column->addWidget(m_bar);
    column->addWidget(m_note);
    m_note->elided();
    m_timer.setSingleShot(true);
    m_timer.setInterval(debounce);
    connect(&m_timer, &QTimer::timeout, this, &CountMeter::ask);
}

void CountMeter::count(const SegmentDefinition& definition)
{
    m_definition = definition;
    m_asker.cancel();
    m_timer.start();
}

void CountMeter::ask()
{
    m_asker.ask(m_bridge, CountSegment{m_definition, std::nullopt}, [this](Result<SegmentCount> count) {
        if (count) {
            const double share =
                count->profiles > 0 ? static_cast<double>(count->members) / static_cast<double>(count->profiles) : 0;
            m_number->setText(m_bridge.formats().number(count->members));
            m_bar->setShare(share);
            m_note->setColor(Token::InkSoft);
            m_note->setText(tr("%1 of everybody").arg(m_bridge.formats().percent(share, 1)));
        } else {
            m_note->setColor(Token::Bad);
            m_note->setText(errorWords(count.error(), ErrorContext::Segment).sentence);
        }
        m_number->setAccessibleName(tr("%1 people").arg(m_number->text()));
        if (m_handler) {
            m_handler(count);
        }
    });
}

}  // namespace shopbell::ui
