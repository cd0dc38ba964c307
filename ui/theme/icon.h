// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QColor>
#include <QHash>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;

namespace shopbell::ui {

/// The icon family: one SVG each in resources/icons, named like the enumerator in kebab-case. 24 px grid, 2 px stroke,
/// round caps, drawn in currentColor so that any token can tint them.
// clang-format off
#define SHOPBELL_ICONS(X)                                                                                              \
    X(None, "")                                                                                                        \
    X(Home, "home") X(Profiles, "profiles") X(Segments, "segments") X(Campaigns, "campaigns") X(Flows, "flows")        \
    X(Content, "content") X(Analytics, "analytics") X(Deliverability, "deliverability") X(Settings, "settings")        \
    X(Bell, "bell") X(Plus, "plus") X(Minus, "minus") X(Close, "close") X(Search, "search") X(Check, "check")          \
    X(ChevronDown, "chevron-down") X(ChevronUp, "chevron-up") X(ChevronLeft, "chevron-left")                           \
    X(ChevronRight, "chevron-right") X(ChevronsUpDown, "chevrons-up-down") X(ArrowLeft, "arrow-left")                  \
    X(ArrowRight, "arrow-right") X(ArrowUp, "arrow-up") X(ArrowDown, "arrow-down") X(More, "more") X(Edit, "edit")     \
    X(Trash, "trash") X(Copy, "copy") X(Undo, "undo") X(Redo, "redo") X(Filter, "filter") X(Sort, "sort")              \
    X(Download, "download") X(Upload, "upload") X(Refresh, "refresh") X(Play, "play") X(Pause, "pause")                \
    X(Stop, "stop") X(Lock, "lock") X(Unlock, "unlock") X(Link, "link") X(External, "external") X(Eye, "eye")          \
    X(EyeOff, "eye-off") X(Drag, "drag") X(Star, "star") X(Tag, "tag") X(Calendar, "calendar") X(Clock, "clock")       \
    X(Mail, "mail") X(MailOpen, "mail-open") X(Message, "message") X(Phone, "phone") X(Push, "push") X(Cart, "cart")   \
    X(Bag, "bag") X(Coupon, "coupon") X(Box, "box") X(Truck, "truck") X(Refund, "refund") X(Globe, "globe")            \
    X(Pin, "pin") X(User, "user") X(Users, "users") X(UserPlus, "user-plus") X(List, "list") X(Chart, "chart")         \
    X(Trend, "trend") X(Gauge, "gauge") X(Warning, "warning") X(Info, "info") X(Error, "error") X(Help, "help")        \
    X(Plug, "plug") X(Key, "key") X(Database, "database") X(Folder, "folder") X(File, "file") X(Save, "save")          \
    X(Sun, "sun") X(Moon, "moon") X(Translate, "translate") X(Shield, "shield") X(Sparkles, "sparkles")                \
    X(Keyboard, "keyboard") X(Bolt, "bolt") X(Split, "split") X(End, "end") X(Webhook, "webhook") X(Send, "send")      \
    X(Store, "store") X(Columns, "columns") X(Image, "image") X(Code, "code") X(Heart, "heart") X(Target, "target")    \
    X(Archive, "archive") X(Merge, "merge") X(Block, "block") X(Sidebar, "sidebar") X(Palette, "palette")              \
    X(Sliders, "sliders") X(History, "history") X(Flag, "flag") X(Cursor, "cursor") X(AbTest, "ab-test")
// clang-format on

enum class IconName : std::uint8_t {
#define SHOPBELL_ICON_ENUMERATOR(name, file) name,
    SHOPBELL_ICONS(SHOPBELL_ICON_ENUMERATOR)
#undef SHOPBELL_ICON_ENUMERATOR
        Count_,
};

inline constexpr int iconCount = static_cast<int>(IconName::Count_);

[[nodiscard]] const char* iconFile(IconName name);

/// Rendered icons, kept per name, colour and device size; loaded on first use. Owned by Theme.
class IconCache {
public:
    /// `size` in logical pixels, `scale` the device pixel ratio it will be drawn at.
    [[nodiscard]] QPixmap pixmap(IconName name, const QColor& color, int size, double scale);
    void clear() { m_pixmaps.clear(); }

private:
    QHash<quint64, QPixmap> m_pixmaps;
};

/// A QIcon that follows the theme and the screen's scale: for actions, menus and Qt's own widgets.
[[nodiscard]] QIcon icon(IconName name, Token color = Token::InkSoft, int size = size::icon);

/// Draws `name` centred in `rect`, `size` logical pixels wide. Arrows and chevrons that point along the line of reading
/// turn round when the painter's device is laid out right to left: pass `mirrored` for that.
void drawIcon(QPainter& painter, const QRect& rect, IconName name, const QColor& color, int size = size::icon,
              bool mirrored = false);

}  // namespace shopbell::ui
