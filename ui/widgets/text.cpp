// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace shopbell::ui {

namespace {

/// Rich and selectable words stand in a QTextDocument, which puts a paragraph where its own direction begins; in a
/// window that is mirrored it belongs to the other edge.
void alignDocument(QLabel& label)
{
    const Qt::Alignment across = label.alignment() & Qt::AlignHorizontal_Mask;
    if (across & Qt::AlignHCenter) {
        return;
    }
    const Qt::Alignment wanted = label.isRightToLeft() ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft;
    if (across != wanted) {
        label.setAlignment((label.alignment() & Qt::AlignVertical_Mask) | wanted);
    }
}

}  // namespace

Text::Text(const QString& text, TextStyle style, Token color, QWidget* parent)
    : QLabel(text, parent), m_style(style), m_color(color)
{
    setTextFormat(Qt::PlainText);
    dress();
}

Text::Text(QWidget* parent) : Text(QString(), TextStyle::Body, Token::Ink, parent) {}

void Text::setTextStyle(TextStyle style)
{
    m_style = style;
    dress();
}

void Text::setColor(Token token)
{
    m_color = token;
    dress();
}

Text* Text::wrapped()
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setWordWrap(true);
    return this;
}

Text* Text::elided()
{
    m_elided = true;
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return this;
}

void Text::setRich(const QString& html)
{
    setTextFormat(Qt::RichText);
    setText(html);
    setTextInteractionFlags(Qt::LinksAccessibleByKeyboard | Qt::LinksAccessibleByMouse);
    setFocusPolicy(html.contains(QLatin1String("<a ")) ? Qt::TabFocus : Qt::NoFocus);
}

Text* Text::labelling(QWidget* control)
{
    setBuddy(control);
    if (control && control->accessibleName().isEmpty()) {
        control->setAccessibleName(text());
    }
    return this;
}

QSize Text::sizeHint() const
{
    if (m_elided) {
        const QFontMetrics metrics(font());
        return {metrics.horizontalAdvance(text()) + 2, metrics.height()};
    }
    return QLabel::sizeHint();
}

QSize Text::minimumSizeHint() const
{
    if (m_elided) {
        const QFontMetrics metrics(font());
        return {std::min(metrics.horizontalAdvance(text()) + 2, metrics.averageCharWidth() * 6), metrics.height()};
    }
    return QLabel::minimumSizeHint();
}

void Text::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_dressing) {
        dress();
    }
}

void Text::paintEvent(QPaintEvent* event)
{
    const bool isDocument =
        textFormat() == Qt::RichText ||
        (textInteractionFlags() & (Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard)) != Qt::NoTextInteraction;
    if (isDocument) {
        alignDocument(*this);
        QLabel::paintEvent(event);
        return;
    }
    // Painted here for the same reason: at the edge where the window's reading begins, in the text's own direction.
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, QPalette::WindowText));
    int flags = static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment())) | Qt::AlignAbsolute;
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    if (!m_elided) {
        flags |= (wordWrap() ? Qt::TextWordWrap : 0) | (buddy() != nullptr ? Qt::TextShowMnemonic : 0);
        painter.drawText(contentsRect(), flags, text());
        return;
    }
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    painter.drawText(rect(), flags | Qt::TextSingleLine, shown);
    const QString tip = shown == text() ? QString() : text();
    if (toolTip() != tip) {
        setToolTip(tip);
    }
}

void Text::dress()
{
    m_dressing = true;
    setFont(theme().font(m_style));
    QPalette dressed = palette();
    dressed.setColor(QPalette::WindowText, theme().color(m_color));
    dressed.setColor(QPalette::Text, theme().color(m_color));
    dressed.setColor(QPalette::Link, theme().color(Token::Accent));
    dressed.setColor(QPalette::Disabled, QPalette::WindowText, theme().color(Token::InkFaint));
    setPalette(dressed);
    m_dressing = false;
}

}  // namespace shopbell::ui
