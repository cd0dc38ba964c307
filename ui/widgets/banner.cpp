// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/text.h"

#include <QPainter>
#include <QTextDocumentFragment>

namespace shopbell::ui {

namespace {

IconName signOf(Tone tone)
{
    switch (tone) {
    case Tone::Bad: return IconName::Error;
    case Tone::Ok: return IconName::Check;
    case Tone::Brass: return IconName::Warning;
    case Tone::Accent:
    case Tone::Neutral: break;
    }
    return IconName::Info;
}

}  // namespace

Banner::Banner(Tone tone, const QString& text, QWidget* parent)
    : QWidget(parent),
      m_tone(tone),
      m_icon(signOf(tone)),
      m_mark(new IconMark(m_icon, toneInk(tone))),
      m_text(new Text(QString(), TextStyle::Label, toneInk(tone))),
      m_action(new Button(QString(), Button::Kind::Secondary)),
      m_close(new IconButton(IconName::Close, tr("Dismiss")))
{
    auto* row = makeRow(this, space::row, QMargins(14, 10, 10, 10));
    row->addWidget(m_mark, 0, Qt::AlignVCenter);
    m_text->wrapped();
    m_text->setMinimumHeight(26);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    m_action->setSmall(true);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    m_close->setSmall(true);
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    m_action->hide();
    m_close->hide();
    connect(m_action, &QAbstractButton::clicked, this, &Banner::actionTriggered);
    connect(m_close, &QAbstractButton::clicked, this, [this] {
        hide();
        emit dismissed();
    });
    setText(text);
    setTone(tone);
    setAccessibleRole(this, QAccessible::Note);
}

void Banner::setTone(Tone tone)
{
    if (m_icon == signOf(m_tone)) {
        m_icon = signOf(tone);
    }
    m_tone = tone;
    m_mark->setIcon(m_icon);
    m_mark->setColor(toneInk(tone));
    m_text->setColor(tone == Tone::Neutral ? Token::Ink : toneInk(tone));
    update();
}

void Banner::setText(const QString& text)
{
    m_plain = QTextDocumentFragment::fromHtml(text).toPlainText();
    m_text->setRich(text);
    setAccessibleName(m_plain);
}

void Banner::setIconName(IconName icon)
{
    m_icon = icon;
    m_mark->setIcon(icon);
    m_mark->setVisible(icon != IconName::None);
}

Button* Banner::setAction(const QString& text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
    return m_action;
}

void Banner::setDismissible(bool dismissible)
{
    m_close->setVisible(dismissible);
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawBox(painter, rect(), radius::button + 2, color(toneSoft(m_tone)));
}

}  // namespace shopbell::ui
