// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/sections.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/text.h"

#include <QGridLayout>
#include <QPainter>

namespace shopbell::ui {

namespace {

class Swatch : public QWidget {
public:
    explicit Swatch(Token token) : m_token(token) { setFixedSize(44, 26); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        drawBox(painter, rect(), radius::small, color(m_token), color(Token::Line));
    }

private:
    Token m_token;
};

/// All icons with their names, painted in one go.
class IconSheet : public QWidget {
public:
    IconSheet() { setMinimumHeight((iconCount - 1 + columns - 1) / columns * cellHeight); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setFont(textFont(TextStyle::Small));
        const double cell = static_cast<double>(width()) / columns;
        for (int i = 1; i < iconCount; ++i) {
            const auto name = static_cast<IconName>(i);
            const QRectF at((i - 1) % columns * cell, (i - 1) / columns * cellHeight, cell, cellHeight);
            drawIcon(painter, QRect(at.toRect().x(), at.toRect().y() + 4, static_cast<int>(cell), 30), name,
                     color(Token::Ink), 24);
            painter.setPen(color(Token::InkSoft));
            painter.drawText(at.adjusted(2, 36, -2, -8), Qt::AlignHCenter | Qt::AlignTop,
                             painter.fontMetrics().elidedText(QLatin1String(iconFile(name)), Qt::ElideRight,
                                                              static_cast<int>(cell) - 6));
        }
    }

private:
    static constexpr int columns = 10;
    static constexpr int cellHeight = 64;
};

}  // namespace

QWidget* Gallery::makeColours()
{
    auto* card = new Card(tr("Colours"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(6);
    int i = 0;
    for (const TokenRow& row : tokenTable()) {
        grid->addWidget(new Swatch(row.token), i / 2, i % 2 * 2);
        grid->addWidget(new Text(QLatin1String(row.name), TextStyle::Label, Token::InkSoft), i / 2, i % 2 * 2 + 1);
        ++i;
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    card->body()->addLayout(grid);
    card->body()->addStretch(1);
    return card;
}

QWidget* Gallery::makeType()
{
    auto* card = new Card(tr("Type"));
    const std::pair<TextStyle, QString> lines[] = {
        {TextStyle::HugeNumber, tr("€ 18,420")},
        {TextStyle::BigNumber, tr("31,806 people")},
        {TextStyle::Number, tr("41 days")},
        {TextStyle::PageTitle, tr("Good customers gone quiet")},
        {TextStyle::DialogTitle, tr("Send to 391 people?")},
        {TextStyle::CardTitle, tr("What messages earned")},
        {TextStyle::BodyStrong, tr("Ana Pereira")},
        {TextStyle::Body, tr("They bought about every 41 days and have been quiet for 78.")},
        {TextStyle::LabelStrong, tr("Subject")},
        {TextStyle::Label, tr("customer since 3 March 2024")},
        {TextStyle::SmallStrong, tr("Today")},
        {TextStyle::Small, tr("34 % of it last click, 5 days")},
        {TextStyle::Code, QStringLiteral("{{ first_name | default: \"there\" }}")},
    };
    for (const auto& [style, words] : lines) {
        card->body()->addWidget(new Text(words, style));
    }
    card->body()->addStretch(1);
    return card;
}

QWidget* Gallery::makeIcons()
{
    auto* card = new Card(tr("Icons"));
    card->body()->addWidget(new IconSheet);
    return card;
}

}  // namespace shopbell::ui
