// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/effect_meter.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/text.h"

#include <QPainter>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int meterWidth = 126;
constexpr int thickness = 4;
constexpr double faint = 0.3;

double share(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

}  // namespace

EffectBar::EffectBar(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Indicator);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void EffectBar::setShares(double dark, double light)
{
    m_dark = std::clamp(dark, 0.0, 1.0);
    m_light = std::clamp(light, 0.0, 1.0 - m_dark);
    update();
}

void EffectBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF track(0, (height() - thickness) / 2.0, width(), thickness);
    drawBox(painter, track, thickness / 2.0, color(Token::Sunk));
    drawBox(painter, track, thickness / 2.0, color(Token::Line, 0.5));
    const auto draw = [&](double length, const QColor& fill) {
        QRectF filled = track;
        filled.setWidth(std::max<double>(thickness, track.width() * length));
        if (isRightToLeft()) {
            filled.moveRight(track.right());
        }
        drawBox(painter, filled, thickness / 2.0, fill);
    };
    if (m_light > 0) {
        draw(m_dark + m_light, mixed(color(Token::Surface), color(Token::Accent), faint));
    }
    if (m_dark > 0) {
        draw(m_dark, color(Token::Accent));
    }
}

EffectMeter::EffectMeter(QWidget* parent)
    : QWidget(parent),
      m_number(new Text(QStringLiteral("…"), TextStyle::BodyStrong)),
      m_bar(new EffectBar),
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
    m_number->elided();
    m_note->elided();
    m_bar->setAccessibleName(tr("Share of the people"));
}

QString EffectMeter::numberText() const
{
    return m_number->text();
}

QString EffectMeter::noteText() const
{
    return m_note->text();
}

void EffectMeter::showEffect(const NodeEffect& effect, GroupKind inside, int index, std::int64_t everybody,
                             std::int64_t groupTotal, const Formats& formats)
{
    const auto people = [&](std::int64_t n) { return formats.number(n); };
    const bool narrows = inside == GroupKind::All;
    const std::int64_t shown = narrows ? effect.running : effect.alone;
    m_number->setText(people(shown));
    m_number->setAccessibleName(tr("%1 people").arg(m_number->text()));
    QString note;
    if (narrows && index > 0) {
        const std::int64_t before = effect.running + effect.removes;
        m_bar->setShares(share(effect.running, before), share(effect.removes, before));
        note = effect.removes > 0 ? tr("removes %1").arg(people(effect.removes)) : tr("removes nobody");
    } else if (narrows) {
        m_bar->setShares(share(shown, everybody), 0);
        note = tr("%1 of everybody").arg(formats.percent(share(shown, everybody), 1));
    } else {
        m_bar->setShares(share(effect.removes, groupTotal), share(effect.alone - effect.removes, groupTotal));
        if (inside == GroupKind::None) {
            note = effect.removes > 0 ? tr("leaves out %1").arg(people(effect.removes)) : tr("leaves out nobody more");
        } else if (index > 0) {
            note = effect.removes > 0 ? tr("adds %1").arg(people(effect.removes)) : tr("adds nobody");
        } else {
            note = tr("%1 of everybody").arg(formats.percent(share(shown, everybody), 1));
        }
    }
    m_note->setText(note);
    m_bar->setAccessibleDescription(note);
    QStringList tips{tr("%1 people by itself").arg(people(effect.alone))};
    if (narrows && effect.onlyThis > 0) {
        tips += tr("without it %1 more would be in").arg(people(effect.onlyThis));
    } else if (!narrows && effect.onlyThis > 0) {
        tips += tr("%1 people match nothing else here").arg(people(effect.onlyThis));
    }
    setToolTip(tips.join(QStringLiteral(" · ")));
}

}  // namespace shopbell::ui
