// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/date_range_picker.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/month_grid.h"
#include "ui/widgets/popover.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/text.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <functional>

namespace shopbell::ui {

namespace {

constexpr RangePreset presets[] = {RangePreset::Today,     RangePreset::Last7,        RangePreset::Last30,
                                   RangePreset::Last90,    RangePreset::Last12Months, RangePreset::ThisMonth,
                                   RangePreset::LastMonth, RangePreset::ThisYear,     RangePreset::LastYear};

QString dayText(const QDate& day, bool withYear)
{
    return QLocale().toString(day, withYear ? QStringLiteral("d MMM yyyy") : QStringLiteral("d MMM"));
}

QString rangeText(const DateRange& range)
{
    if (range.from == range.to) {
        return dayText(range.from, true);
    }
    return QStringLiteral("%1 – %2").arg(dayText(range.from, range.from.year() != range.to.year()),
                                         dayText(range.to, true));
}

QString daysText(const DateRange& range)
{
    const QString days =
        range.days() == 1 ? DateRangePicker::tr("one day") : DateRangePicker::tr("%n days", nullptr, range.days());
    return QStringLiteral("%1 · %2").arg(rangeText(range), days);
}

/// The inside of the panel: presets, two months, comparison. Lives as long as the panel is open.
class RangePanel : public QWidget {
public:
    RangePanel(const QDate& today, const QDate& earliest, QWidget* parent)
        : QWidget(parent),
          m_left(new MonthGrid(today.addMonths(-1))),
          m_right(new MonthGrid(today)),
          m_leftName(new Text(QString(), TextStyle::BodyStrong)),
          m_rightName(new Text(QString(), TextStyle::BodyStrong)),
          m_sentence(new Text(QString(), TextStyle::Label, Token::InkSoft))
    {
        auto* column = makeColumn(this, 0);
        auto* upper = makeRow(0);
        column->addLayout(upper);
        m_presets = makeColumn(1);
        m_presets->setContentsMargins(8, 10, 8, 10);
        upper->addLayout(m_presets);
        upper->addWidget(new Separator(Qt::Vertical));

        auto* months = makeRow(space::l);
        months->setContentsMargins(16, 12, 16, 12);
        upper->addLayout(months);
        auto* back = new IconButton(IconName::ChevronLeft, DateRangePicker::tr("Month before"));
        auto* on = new IconButton(IconName::ChevronRight, DateRangePicker::tr("Month after"));
        for (IconButton* step : {back, on}) {
            step->setSmall(true);
        }
        const auto month = [&](MonthGrid* grid, Text* name, IconButton* before, IconButton* after) {
            auto* one = makeColumn(6);
            auto* head = makeRow(0);
            before ? head->addWidget(before) : head->addSpacing(26);
            name->setAlignment(Qt::AlignCenter);
            head->addWidget(name, 1);
            after ? head->addWidget(after) : head->addSpacing(26);
            one->addLayout(head);
            one->addWidget(grid);
            one->addStretch(1);
            months->addLayout(one);
            grid->setBounds(earliest, today);
            connect(grid, &MonthGrid::dayChosen, this, [this](const QDate& day) { dayPicked(day); });
            connect(grid, &MonthGrid::cursorLeft, this, [this, grid](const QDate& day) {
                const QDate first(day.year(), day.month(), 1);
                if (first != m_left->month() && first != m_right->month()) {
                    showMonth(grid == m_left ? first : first.addMonths(-1));
                }
                MonthGrid* target = first == m_left->month() ? m_left : m_right;
                target->setCursor(day);
                target->setFocus(Qt::TabFocusReason);
            });
        };
        month(m_left, m_leftName, back, nullptr);
        month(m_right, m_rightName, nullptr, on);
        connect(back, &QAbstractButton::clicked, this, [this] { showMonth(m_left->month().addMonths(-1)); });
        connect(on, &QAbstractButton::clicked, this, [this] { showMonth(m_left->month().addMonths(1)); });

        column->addWidget(new Separator);
        m_foot = makeRow(space::m);
        m_foot->setContentsMargins(16, 10, 12, 10);
        m_foot->addWidget(m_sentence);
        m_foot->addStretch(1);
        column->addLayout(m_foot);
    }

    void showMonth(const QDate& left)
    {
        m_left->setMonth(left);
        m_right->setMonth(left.addMonths(1));
        m_leftName->setText(QLocale().toString(m_left->month(), QStringLiteral("MMMM yyyy")));
        m_rightName->setText(QLocale().toString(m_right->month(), QStringLiteral("MMMM yyyy")));
    }

    void showRange(const DateRange& range)
    {
        m_left->setRange(range);
        m_right->setRange(range);
        m_sentence->setText(m_start.isValid() ? DateRangePicker::tr("Now the last day") : daysText(range));
    }

    void dayPicked(const QDate& day)
    {
        if (!m_start.isValid()) {
            m_start = day;
            showRange({day, day});
            return;
        }
        const DateRange range{std::min(m_start, day), std::max(m_start, day)};
        m_start = {};
        showRange(range);
        if (onRange) {
            onRange(range);
        }
    }

    std::function<void(const DateRange&)> onRange;
    QVBoxLayout* m_presets;
    QHBoxLayout* m_foot;
    QDate m_start;
    MonthGrid* m_left;
    MonthGrid* m_right;
    Text* m_leftName;
    Text* m_rightName;
    Text* m_sentence;
};

}  // namespace

DateRange rangeOf(RangePreset preset, const QDate& today)
{
    const QDate month(today.year(), today.month(), 1);
    switch (preset) {
    case RangePreset::Today: return {today, today};
    case RangePreset::Last7: return {today.addDays(-6), today};
    case RangePreset::Last30: return {today.addDays(-29), today};
    case RangePreset::Last90: return {today.addDays(-89), today};
    case RangePreset::Last12Months: return {today.addYears(-1).addDays(1), today};
    case RangePreset::ThisMonth: return {month, today};
    case RangePreset::LastMonth: return {month.addMonths(-1), month.addDays(-1)};
    case RangePreset::ThisYear: return {QDate(today.year(), 1, 1), today};
    case RangePreset::LastYear: return {QDate(today.year() - 1, 1, 1), QDate(today.year() - 1, 12, 31)};
    case RangePreset::Custom: break;
    }
    return {};
}

DateRange comparedRange(const DateRange& range, Comparison comparison)
{
    switch (comparison) {
    case Comparison::PeriodBefore: return {range.from.addDays(-range.days()), range.from.addDays(-1)};
    case Comparison::YearBefore: return {range.from.addYears(-1), range.to.addYears(-1)};
    case Comparison::None: break;
    }
    return {};
}

QString presetName(RangePreset preset)
{
    switch (preset) {
    case RangePreset::Today: return DateRangePicker::tr("Today");
    case RangePreset::Last7: return DateRangePicker::tr("Last 7 days");
    case RangePreset::Last30: return DateRangePicker::tr("Last 30 days");
    case RangePreset::Last90: return DateRangePicker::tr("Last 90 days");
    case RangePreset::Last12Months: return DateRangePicker::tr("Last 12 months");
    case RangePreset::ThisMonth: return DateRangePicker::tr("This month");
    case RangePreset::LastMonth: return DateRangePicker::tr("Last month");
    case RangePreset::ThisYear: return DateRangePicker::tr("This year");
    case RangePreset::LastYear: return DateRangePicker::tr("Last year");
    case RangePreset::Custom: break;
    }
    return DateRangePicker::tr("Other days");
}

DateRangePicker::DateRangePicker(const QDate& today, QWidget* parent)
    : QAbstractButton(parent), m_today(today), m_range(rangeOf(RangePreset::Last30, today))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(this, QAccessible::ButtonDropDown);
    setAttribute(Qt::WA_Hover);
    setFont(theme().font(TextStyle::BodyMedium));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Period"));
    connect(this, &QAbstractButton::pressed, this, [this] {
        setDown(false);
        openPanel();
    });
    describe();
}

void DateRangePicker::setPreset(RangePreset preset)
{
    if (preset != RangePreset::Custom) {
        m_range = rangeOf(preset, m_today);
    }
    m_preset = preset;
    describe();
}

void DateRangePicker::setRange(const DateRange& range)
{
    m_range = range;
    m_preset = RangePreset::Custom;
    describe();
}

void DateRangePicker::setComparison(Comparison comparison)
{
    m_comparison = comparison;
    describe();
}

void DateRangePicker::setComparable(bool comparable)
{
    m_comparable = comparable;
    describe();
}

void DateRangePicker::setEarliest(const QDate& earliest)
{
    m_earliest = earliest;
}

QWidget* DateRangePicker::panel() const
{
    return m_popover;
}

void DateRangePicker::openPanel()
{
    if (m_popover) {
        return;
    }
    m_popover = new Popover(this);
    auto* column = makeColumn(m_popover->content(), 0);
    auto* inside = new RangePanel(m_today, m_earliest, m_popover->content());
    column->addWidget(inside);
    QList<Button*> buttons;
    for (const RangePreset preset : presets) {
        auto* choice = new Button(presetName(preset), Button::Kind::Quiet);
        choice->setCheckable(true);
        choice->setTextLeading(true);
        choice->setChecked(preset == m_preset);
        choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        inside->m_presets->addWidget(choice);
        connect(choice, &QAbstractButton::clicked, this, [this, preset] {
            setPreset(preset);
            m_popover->close();
            emit rangeChanged();
        });
        buttons.append(choice);
    }
    inside->m_presets->addStretch(1);
    inside->onRange = [this, buttons](const DateRange& range) {
        setRange(range);
        for (Button* button : buttons) {
            button->setChecked(false);
        }
        emit rangeChanged();
    };
    if (m_comparable) {
        auto* against = new SegmentedControl;
        against->setAccessibleName(tr("Compared with"));
        against->setChoices({{.id = QStringLiteral("none"), .text = tr("No comparison")},
                             {.id = QStringLiteral("period"), .text = tr("Period before")},
                             {.id = QStringLiteral("year"), .text = tr("Year before")}});
        against->setCurrent(m_comparison == Comparison::None           ? QStringLiteral("none")
                            : m_comparison == Comparison::PeriodBefore ? QStringLiteral("period")
                                                                       : QStringLiteral("year"));
        inside->m_foot->addWidget(against);
        connect(against, &SegmentedControl::chosen, this, [this](const QString& id) {
            setComparison(id == QLatin1String("none")     ? Comparison::None
                          : id == QLatin1String("period") ? Comparison::PeriodBefore
                                                          : Comparison::YearBefore);
            emit rangeChanged();
        });
    }
    auto* done = new Button(tr("Done"), Button::Kind::Secondary);
    inside->m_foot->addWidget(done);
    connect(done, &QAbstractButton::clicked, m_popover, &QWidget::close);
    const QDate last(m_range.to.year(), m_range.to.month(), 1);
    inside->showMonth(last.addMonths(-1));
    inside->showRange(m_range);
    connect(m_popover, &Popover::closed, this, [this] { update(); });
    m_popover->openBelow();
    const auto chosen = std::find_if(buttons.begin(), buttons.end(), [](Button* b) { return b->isChecked(); });
    (chosen == buttons.end() ? buttons.front() : *chosen)->setFocus(Qt::PopupFocusReason);
    update();
}

QString DateRangePicker::shownText() const
{
    QString text = m_preset == RangePreset::Custom ? rangeText(m_range) : presetName(m_preset);
    if (m_comparable && m_comparison == Comparison::PeriodBefore) {
        text = tr("%1, vs period before").arg(text);
    } else if (m_comparable && m_comparison == Comparison::YearBefore) {
        text = tr("%1, vs year before").arg(text);
    }
    return text;
}

void DateRangePicker::describe()
{
    setText(shownText());
    setAccessibleDescription(QStringLiteral("%1: %2").arg(shownText(), rangeText(m_range)));
    setToolTip(rangeText(m_range));
    updateGeometry();
    update();
}

QSize DateRangePicker::sizeHint() const
{
    return {QFontMetrics(font()).horizontalAdvance(shownText()) + 12 + 22 + 22 + 12, size::button};
}

QSize DateRangePicker::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 120), size::button};
}

void DateRangePicker::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const bool open = m_popover && m_popover->isVisible();
    drawBox(painter, rect(), radius::button, color(underMouse() ? Token::Hover : Token::Surface),
            color(Token::LineStrong));
    const auto mirror = [&](const QRect& r) { return style()->visualRect(layoutDirection(), rect(), r); };
    drawIcon(painter, mirror(QRect(12, 0, 15, height())), IconName::Calendar, color(Token::InkSoft), 15);
    painter.setFont(font());
    painter.setPen(color(isEnabled() ? Token::Ink : Token::InkFaint));
    const QRect words = mirror(QRect(34, 0, width() - 34 - 32, height()));
    painter.drawText(words, leading(this),
                     painter.fontMetrics().elidedText(shownText(), Qt::ElideRight, words.width() + 2));
    drawIcon(painter, mirror(QRect(width() - 26, 0, 14, height())), IconName::ChevronDown, color(Token::InkSoft), 14);
    if (open || showsFocus(this)) {
        drawFocusRing(painter, rect(), radius::button);
    }
}

void DateRangePicker::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space ||
        event->key() == Qt::Key_Down) {
        openPanel();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

}  // namespace shopbell::ui
