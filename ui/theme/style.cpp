// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/style_parts.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>

namespace shopbell::ui {

namespace {

constexpr int menuRow = 30;

bool isTextArea(const QWidget* widget)
{
    return qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget);
}

bool isBare(const QWidget* widget)
{
    return widget && widget->property("bare").toBool();
}

}  // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (auto* bar = qobject_cast<QScrollBar*>(widget)) {
        bar->setAttribute(Qt::WA_OpaquePaintEvent, false);
        bar->setAttribute(Qt::WA_Hover);
    } else if (qobject_cast<QMenu*>(widget) && popupsCanBeTranslucent()) {
        widget->setAttribute(Qt::WA_TranslucentBackground);
    } else if (qobject_cast<QLineEdit*>(widget) || qobject_cast<QAbstractButton*>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const bool main = button && (button->features & QStyleOptionButton::DefaultButton);
        const bool enabled = option->state & State_Enabled;
        const bool down = option->state & (State_Sunken | State_On);
        const bool over = option->state & State_MouseOver;
        if (main && enabled) {
            drawBox(*painter, option->rect, radius::button,
                    color(down   ? Token::AccentPressed
                          : over ? Token::AccentHover
                                 : Token::Accent));
        } else {
            drawBox(*painter, option->rect, radius::button,
                    color(!enabled ? Token::Sunk
                          : down   ? Token::Pressed
                          : over   ? Token::Hover
                                   : Token::Surface),
                    color(enabled ? Token::LineStrong : Token::Line));
        }
        return;
    }
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (isBare(widget) || (frame && frame->lineWidth == 0)) {
            return;
        }
        drawField(*painter, option->rect, *option, widget);
        return;
    }
    case PE_FrameLineEdit: return;
    case PE_Frame:
        if (isTextArea(widget)) {
            if (!isBare(widget)) {
                drawField(*painter, option->rect, *option, widget);
            }
        } else if (widget && !isBare(widget)) {
            drawBox(*painter, option->rect, radius::button, {}, color(Token::Line));
        }
        return;
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange) {
            const bool words = qobject_cast<const QCheckBox*>(widget) || qobject_cast<const QRadioButton*>(widget);
            drawFocusRing(*painter, words ? option->rect.adjusted(-3, -1, 5, 1) : option->rect, 6);
        }
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawCheck(*painter, *option, false); return;
    case PE_IndicatorRadioButton: drawCheck(*painter, *option, true); return;
    case PE_PanelMenu:
        drawBox(*painter, option->rect, radius::button + 2, color(Token::Surface), color(Token::LineStrong));
        return;
    case PE_FrameMenu: return;
    case PE_PanelTipLabel: painter->fillRect(option->rect, color(Token::Tip)); return;
    case PE_PanelScrollAreaCorner: return;
    case PE_FrameTabBarBase: return;
    case PE_FrameStatusBarItem: return;
    case PE_IndicatorArrowDown:
        drawIcon(*painter, option->rect, IconName::ChevronDown, color(Token::InkSoft), 14);
        return;
    case PE_IndicatorHeaderArrow: return;
    case PE_PanelItemViewRow: return;
    case PE_PanelItemViewItem: {
        const bool selected = option->state & State_Selected;
        if (selected || (option->state & State_MouseOver)) {
            painter->fillRect(option->rect, color(selected ? Token::Accent : Token::Hover));
        }
        return;
    }
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    switch (element) {
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            painter->save();
            drawMenuItem(*painter, *item);
            painter->restore();
        }
        return;
    case CE_MenuEmptyArea: return;
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton copy(*button);
            const bool enabled = button->state & State_Enabled;
            const bool main = button->features & QStyleOptionButton::DefaultButton;
            copy.palette.setColor(QPalette::ButtonText, color(!enabled ? Token::InkFaint
                                                              : main   ? Token::OnAccent
                                                                       : Token::Ink));
            QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        return;
    case CE_Header:
        // Both parts get the whole section: the label keeps its own distance, the one the cells below keep.
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            drawHeader(*painter, *header);
            drawHeaderLabel(*painter, *header);
        }
        return;
    case CE_HeaderSection:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            drawHeader(*painter, *header);
        }
        return;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            drawHeaderLabel(*painter, *header);
        }
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, color(Token::Surface));
        painter->fillRect(QRect(option->rect.x(), option->rect.bottom(), option->rect.width(), 1), color(Token::Line));
        return;
    case CE_ComboBoxLabel:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            painter->save();
            const QRect inner = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
            painter->setPen(color(combo->state & State_Enabled ? Token::Ink : Token::InkFaint));
            painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
                              combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, inner.width()));
            painter->restore();
        }
        return;
    case CE_ProgressBarGroove: drawBox(*painter, option->rect, 3, color(Token::Sunk)); return;
    case CE_ProgressBarLabel: return;
    case CE_Splitter: painter->fillRect(option->rect, color(Token::Line)); return;
    case CE_RubberBand: drawBox(*painter, option->rect, 4, color(Token::Accent, 0.12), color(Token::Accent)); return;
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            drawScrollBar(*painter, *bar, subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget));
        }
        return;
    }
    if (control == CC_ComboBox) {
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            drawField(*painter, combo->rect, *combo, widget);
            drawIcon(*painter, subControlRect(CC_ComboBox, combo, SC_ComboBoxArrow, widget), IconName::ChevronDown,
                     color(Token::InkSoft), 14);
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (!bar) {
            return {};
        }
        const bool upright = bar->orientation == Qt::Vertical;
        const int length = upright ? bar->rect.height() : bar->rect.width();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        const qint64 page = std::max(1, bar->pageStep);
        const int handle =
            range > 0 ? static_cast<int>(std::clamp<qint64>(length * page / (range + page), 32, length)) : length;
        const int start =
            sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
        const auto strip = [&](int from, int size) {
            const QRect r = upright ? QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), size)
                                    : QRect(bar->rect.x() + from, bar->rect.y(), size, bar->rect.height());
            return visualRect(bar->direction, bar->rect, r);
        };
        switch (part) {
        case SC_ScrollBarSlider: return strip(start, handle);
        case SC_ScrollBarGroove: return bar->rect;
        case SC_ScrollBarSubPage: return strip(0, start);
        case SC_ScrollBarAddPage: return strip(start + handle, length - start - handle);
        default: return {};
        }
    }
    if (control == CC_ComboBox) {
        const QRect whole = option->rect;
        if (part == SC_ComboBoxArrow) {
            return visualRect(option->direction, whole, QRect(whole.right() - 28, whole.y(), 24, whole.height()));
        }
        if (part == SC_ComboBoxEditField) {
            return visualRect(option->direction, whole, whole.adjusted(12, 1, -30, -1));
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_HeaderLabel) {
        return option->rect;
    }
    if (element == SE_HeaderArrow) {
        return {};  // the label draws its own, beside the words
    }
    if (element == SE_LineEditContents && !isBare(widget)) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0) {
            return option->rect.adjusted(10, 1, -10, -1);
        }
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                              const QWidget* widget) const
{
    QSize made = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton: return {std::max(contents.width() + 28, 72), size::button};
    case CT_LineEdit:
        if (isBare(widget)) {
            return made;
        }
        return {made.width() + 16, size::field};
    case CT_CheckBox:
    case CT_RadioButton: return {made.width() + 6, std::max(made.height(), 22)};
    case CT_ComboBox: return {contents.width() + 48, size::field};
    case CT_HeaderSection: return {made.width() + 16, std::max(made.height(), 36)};
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator) {
                return {contents.width(), 9};
            }
            return {contents.width() + 72, menuRow};
        }
        return made;
    default: return made;
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return 11;
    case PM_ScrollBarSliderMin: return 32;
    case PM_DefaultFrameWidth: return isTextArea(widget) ? 7 : 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return size::check;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_MenuVMargin:
    case PM_MenuHMargin: return 5;
    case PM_MenuPanelWidth: return 0;
    case PM_ToolTipLabelFrameWidth: return 7;
    case PM_SplitterWidth: return 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize: return size::icon;
    case PM_HeaderMargin: return 6;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return space::s;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_ToolTip_Mask:
        if (auto* mask = qstyleoption_cast<QStyleHintReturnMask*>(returned); mask && option) {
            QPainterPath shape;
            shape.addRoundedRect(option->rect, 6, 6);
            mask->region = QRegion(shape.toFillPolygon().toPolygon());
        }
        return 1;
    case SH_Menu_Mask:
        if (auto* mask = qstyleoption_cast<QStyleHintReturnMask*>(returned);
            mask && option && !popupsCanBeTranslucent()) {
            QPainterPath shape;
            shape.addRoundedRect(option->rect, radius::button + 2, radius::button + 2);
            mask->region = QRegion(shape.toFillPolygon().toPolygon());
            return 1;
        }
        return 0;
    case SH_EtchDisabledText: return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_ScrollBar_Transient: return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition: return 1;
    case SH_UnderlineShortcut: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_Table_GridLineColor: return static_cast<int>(color(Token::Line).rgb());
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
        return hint == SH_Widget_Animate ? (theme().reducedMotion() ? 0 : 1) : theme().duration(motion::quick);
    case SH_ComboBox_Popup: return 0;
    case SH_Menu_SubMenuPopupDelay: return 120;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QIcon Style::standardIcon(StandardPixmap pixmap, const QStyleOption* option, const QWidget* widget) const
{
    switch (pixmap) {
    case SP_MessageBoxInformation: return icon(IconName::Info, Token::Accent, 32);
    case SP_MessageBoxWarning: return icon(IconName::Warning, Token::Brass, 32);
    case SP_MessageBoxCritical: return icon(IconName::Error, Token::Bad, 32);
    case SP_MessageBoxQuestion: return icon(IconName::Help, Token::Accent, 32);
    case SP_LineEditClearButton: return icon(IconName::Close);
    case SP_BrowserReload: return icon(IconName::Refresh);
    default: return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

}  // namespace shopbell::ui
