// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_parts.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace shopbell::ui {

void drawField(QPainter& painter, const QRect& rect, const QStyleOption& option, const QWidget* widget)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    // A door (the top bar's search) cannot be typed in, but is not a value to be read either.
    const bool readOnly = (option.state & QStyle::State_ReadOnly) && !(widget && widget->property("door").toBool());
    const bool invalid = widget && widget->property("invalid").toBool();
    const bool focused = (option.state & QStyle::State_HasFocus) && enabled;
    const Token edge = invalid                                               ? Token::Bad
                       : (option.state & QStyle::State_MouseOver) && enabled ? Token::InkFaint
                                                                             : Token::LineStrong;
    drawBox(painter, rect, radius::button, color(enabled && !readOnly ? Token::Surface : Token::Sunk), color(edge));
    if (focused) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color(invalid ? Token::Bad : Token::Accent), 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect).adjusted(0.8, 0.8, -0.8, -0.8), radius::button - 0.8,
                                radius::button - 0.8);
        painter.restore();
    }
}

void drawCheck(QPainter& painter, const QStyleOption& option, bool round)
{
    const QRectF box = QRectF(option.rect).adjusted(0, 0, 0, 0);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool partly = option.state & QStyle::State_NoChange;
    const bool on = (option.state & QStyle::State_On) || partly;
    const double corner = round ? box.width() / 2 : 4.5;
    if (on) {
        const Token fill = !enabled                                 ? Token::LineStrong
                           : option.state & QStyle::State_Sunken    ? Token::AccentPressed
                           : option.state & QStyle::State_MouseOver ? Token::AccentHover
                                                                    : Token::Accent;
        drawBox(painter, box, corner, color(fill));
        const QColor mark = color(enabled ? Token::OnAccent : Token::Surface);
        if (round) {
            const double inset = box.width() * 0.31;
            drawBox(painter, box.adjusted(inset, inset, -inset, -inset), box.width(), mark);
        } else if (partly) {
            drawBox(painter, QRectF(box.x() + 4, box.center().y() - 1, box.width() - 8, 2), 1, mark);
        } else {
            drawTick(painter, box, mark, 1.8);
        }
    } else {
        const Token edge = option.state & QStyle::State_MouseOver && enabled ? Token::InkSoft : Token::InkFaint;
        drawBox(painter, box, corner, color(enabled ? Token::Surface : Token::Sunk), color(edge));
    }
    // With words beside it the ring goes round those (SE_CheckBoxFocusRect).
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const bool alone = !button || button->text.isEmpty();
    if (alone && (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color(Token::Accent), 1.6));
        painter.drawRoundedRect(box.adjusted(0.8, 0.8, -0.8, -0.8), corner, corner);
        painter.setPen(QPen(color(Token::Surface), 1.2));
        painter.drawRoundedRect(box.adjusted(2.4, 2.4, -2.4, -2.4), corner - 2, corner - 2);
        painter.restore();
    }
}

void drawMenuItem(QPainter& painter, const QStyleOptionMenuItem& item)
{
    const bool mirrored = item.direction == Qt::RightToLeft;
    const QRect row = item.rect;
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(row.x() + 10, row.center().y(), row.width() - 20, 1), color(Token::Line));
        return;
    }
    const bool enabled = item.state & QStyle::State_Enabled;
    if ((item.state & QStyle::State_Selected) && enabled) {
        drawBox(painter, QRectF(row).adjusted(5, 1, -5, -1), 6, color(Token::Hover));
    }
    const auto mirror = [&](const QRect& r) { return QStyle::visualRect(item.direction, row, r); };
    const QColor ink = color(enabled ? Token::Ink : Token::InkFaint);
    const QRect mark = mirror(QRect(row.x() + 13, row.y(), 18, row.height()));
    int textLeft = row.x() + 14;
    if (item.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (item.checked) {
            drawIcon(painter, mark, IconName::Check, color(Token::Accent), 16);
        }
        textLeft = row.x() + 38;
    } else if (!item.icon.isNull()) {
        item.icon.paint(&painter, mark, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        textLeft = row.x() + 38;
    } else if (item.maxIconWidth > 0 || item.menuHasCheckableItems) {
        textLeft = row.x() + 38;
    }
    const auto parts = item.text.split(QLatin1Char('\t'));
    painter.setFont(item.font);
    painter.setPen(ink);
    const QRect textRect = mirror(QRect(textLeft, row.y(), row.right() - textLeft - 12, row.height()));
    const int flags = Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine | Qt::TextHideMnemonic;
    painter.drawText(textRect, flags | (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute, parts.front());
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu) {
        drawIcon(painter, mirror(QRect(row.right() - 26, row.y(), 16, row.height())), IconName::ChevronRight,
                 color(Token::InkSoft), 14, mirrored);
    } else if (parts.size() > 1) {
        painter.setPen(color(Token::InkSoft));
        painter.setFont(textFont(TextStyle::Label));
        painter.drawText(textRect, flags | (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute, parts[1]);
    }
}

void drawHeader(QPainter& painter, const QStyleOptionHeader& header)
{
    const QRect rect = header.rect;
    painter.fillRect(rect, color(Token::Surface));
    if ((header.state & QStyle::State_MouseOver) && (header.state & QStyle::State_Enabled)) {
        painter.fillRect(rect, color(Token::Hover));
    }
    if (header.orientation == Qt::Horizontal) {
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), color(Token::Line));
    }
}

void drawHeaderLabel(QPainter& painter, const QStyleOptionHeader& header)
{
    const bool sorted = header.sortIndicator != QStyleOptionHeader::None;
    painter.save();
    painter.setFont(textFont(sorted ? TextStyle::LabelStrong : TextStyle::Label));
    painter.setPen(color(sorted ? Token::Ink : Token::InkSoft));
    const bool isFirst =
        header.orientation == Qt::Horizontal &&
        (header.position == QStyleOptionHeader::Beginning || header.position == QStyleOptionHeader::OnlyOneSection);
    const QRect rect =
        QStyle::visualRect(header.direction, header.rect, header.rect.adjusted(isFirst ? space::card : 12, 0, -12, 0));
    const QFontMetrics metrics(painter.font());
    const auto align = QStyle::visualAlignment(header.direction, header.textAlignment | Qt::AlignVCenter);
    int room = rect.width() - (sorted ? 16 : 0);
    const QString text = metrics.elidedText(header.text, Qt::ElideRight, room);
    const int width = metrics.horizontalAdvance(text);
    const bool right = align & Qt::AlignRight;
    const bool centred = align & Qt::AlignHCenter;
    int x = right ? rect.right() + 1 - width : rect.x();
    if (centred) {
        x = rect.x() + (rect.width() - width) / 2;
    }
    painter.drawText(QRect(x, rect.y(), width + 2, rect.height()), Qt::AlignVCenter | Qt::AlignLeft | Qt::AlignAbsolute,
                     text);
    if (sorted) {
        const int arrow = right ? x - 15 : x + width + 3;
        // Qt calls an ascending sort SortDown; people read an arrow up as growing.
        drawIcon(painter, QRect(arrow, rect.y(), 12, rect.height()),
                 header.sortIndicator == QStyleOptionHeader::SortDown ? IconName::ArrowUp : IconName::ArrowDown,
                 color(Token::InkSoft), 12);
    }
    painter.restore();
}

void drawScrollBar(QPainter& painter, const QStyleOptionSlider& bar, const QRect& slider)
{
    if (bar.maximum <= bar.minimum) {
        return;
    }
    const bool active = bar.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const bool upright = bar.orientation == Qt::Vertical;
    const double thin = active ? 7 : 5;
    QRectF handle(slider);
    if (upright) {
        handle = QRectF(handle.center().x() - thin / 2, handle.y() + 2, thin, handle.height() - 4);
    } else {
        handle = QRectF(handle.x() + 2, handle.center().y() - thin / 2, handle.width() - 4, thin);
    }
    drawBox(painter, handle, thin / 2, color(active ? Token::InkFaint : Token::LineStrong));
}

}  // namespace shopbell::ui
