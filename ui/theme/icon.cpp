// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <cmath>

namespace shopbell::ui {

namespace {

constexpr const char* files[] = {
#define SHOPBELL_ICON_FILE(name, file) file,
    SHOPBELL_ICONS(SHOPBELL_ICON_FILE)
#undef SHOPBELL_ICON_FILE
};

/// Asks the theme for the colour each time it paints, so an icon handed to a QAction follows light and dark.
class ThemedEngine : public QIconEngine {
public:
    ThemedEngine(IconName name, Token token, int side) : m_name(name), m_token(token), m_side(side) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        drawIcon(*painter, rect, m_name, tint(mode), std::min({rect.width(), rect.height(), m_side}));
    }

    QPixmap pixmap(const QSize& wanted, QIcon::Mode mode, QIcon::State) override
    {
        return theme().icons().pixmap(m_name, tint(mode), std::min(wanted.width(), wanted.height()), 1.0);
    }

    QPixmap scaledPixmap(const QSize& wanted, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int side = static_cast<int>(std::lround(std::min(wanted.width(), wanted.height()) / scale));
        return theme().icons().pixmap(m_name, tint(mode), side, scale);
    }

    QSize actualSize(const QSize& wanted, QIcon::Mode, QIcon::State) override
    {
        const int side = std::min({wanted.width(), wanted.height(), m_side});
        return {side, side};
    }

    QIconEngine* clone() const override { return new ThemedEngine(*this); }
    QString key() const override { return QStringLiteral("shopbell"); }

private:
    [[nodiscard]] QColor tint(QIcon::Mode mode) const
    {
        return color(mode == QIcon::Disabled ? Token::InkFaint : m_token);
    }

    IconName m_name;
    Token m_token;
    int m_side;
};

}  // namespace

const char* iconFile(IconName name)
{
    return files[static_cast<std::size_t>(name)];
}

QPixmap IconCache::pixmap(IconName name, const QColor& tint, int side, double scale)
{
    const int device = std::max(1, static_cast<int>(std::lround(side * scale)));
    const quint64 key = quint64(name) << 56 | quint64(device & 0xFFFF) << 32 | tint.rgba();
    auto found = m_pixmaps.constFind(key);
    if (found == m_pixmaps.constEnd()) {
        QPixmap made(device, device);
        made.fill(Qt::transparent);
        QFile file(QStringLiteral(":/shopbell/icons/%1.svg").arg(QLatin1String(iconFile(name))));
        if (name != IconName::None && file.open(QIODevice::ReadOnly)) {
            QByteArray svg = file.readAll();
            svg.replace("currentColor", tint.name(QColor::HexRgb).toLatin1());
            QSvgRenderer renderer(svg);
            QPainter painter(&made);
            painter.setOpacity(tint.alphaF());
            renderer.render(&painter);
        }
        found = m_pixmaps.insert(key, made);
    }
    QPixmap result = *found;
    result.setDevicePixelRatio(scale);
    return result;
}

QIcon icon(IconName name, Token token, int side)
{
    return QIcon(new ThemedEngine(name, token, side));
}

void drawIcon(QPainter& painter, const QRect& rect, IconName name, const QColor& tint, int side, bool mirrored)
{
    if (name == IconName::None) {
        return;
    }
    const double scale = painter.device()->devicePixelRatioF();
    const QPixmap drawn = theme().icons().pixmap(name, tint, side, scale);
    const QPointF corner(rect.x() + (rect.width() - side) / 2.0, rect.y() + (rect.height() - side) / 2.0);
    if (mirrored) {
        painter.save();
        painter.translate(corner.x() + side, corner.y());
        painter.scale(-1, 1);
        painter.drawPixmap(QPointF(0, 0), drawn);
        painter.restore();
    } else {
        painter.drawPixmap(corner, drawn);
    }
}

}  // namespace shopbell::ui
