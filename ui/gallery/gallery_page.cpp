// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery_page.h"

#include "ui/gallery/sections.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/text.h"

namespace shopbell::ui {

namespace {

QString nameOf(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light: return QStringLiteral("light");
    case Appearance::Dark: return QStringLiteral("dark");
    case Appearance::System: break;
    }
    return QStringLiteral("system");
}

QHBoxLayout* pair(QWidget* one, QWidget* other)
{
    auto* row = makeRow(space::between);
    row->addWidget(one, 1);
    row->addWidget(other, 1);
    return row;
}

}  // namespace

QWidget* makeGallery(QWidget* parent)
{
    auto* page = new QWidget(parent);
    page->setAccessibleName(Gallery::tr("Gallery"));
    auto* whole = makeColumn(page, 0);

    auto* bar = makeRow(space::m);
    bar->setContentsMargins(space::page, 12, space::page, 12);
    bar->addWidget(new Text(Gallery::tr("Gallery"), TextStyle::PageTitle));
    bar->addWidget(new Text(Gallery::tr("every piece in every state"), TextStyle::Body, Token::InkSoft));
    bar->addStretch(1);
    auto* direction = new SegmentedControl;
    direction->setAccessibleName(Gallery::tr("Direction"));
    direction->setChoices({{.id = QStringLiteral("ltr"), .text = Gallery::tr("Left to right")},
                           {.id = QStringLiteral("rtl"), .text = Gallery::tr("Right to left")}});
    QObject::connect(direction, &SegmentedControl::chosen, page, [page](const QString& id) {
        page->setLayoutDirection(id == QLatin1String("rtl") ? Qt::RightToLeft : Qt::LeftToRight);
    });
    bar->addWidget(direction);
    auto* look = new SegmentedControl;
    look->setAccessibleName(Gallery::tr("Look"));
    look->addChoice(QStringLiteral("system"), Gallery::tr("System"));
    look->addChoice(QStringLiteral("light"), Gallery::tr("Light"), IconName::Sun);
    look->addChoice(QStringLiteral("dark"), Gallery::tr("Dark"), IconName::Moon);
    look->setCurrent(nameOf(theme().appearance()));
    QObject::connect(look, &SegmentedControl::chosen, page, [](const QString& id) {
        theme().setAppearance(id == QLatin1String("light")  ? Appearance::Light
                              : id == QLatin1String("dark") ? Appearance::Dark
                                                            : Appearance::System);
    });
    QObject::connect(&theme(), &Theme::changed, look, [look] { look->setCurrent(nameOf(theme().appearance())); });
    bar->addWidget(look);
    whole->addLayout(bar);
    whole->addWidget(new Separator);

    auto* scroll = new PageScroll;
    auto* column = scroll->column();
    column->addWidget(Gallery::makeNumbers());
    column->addLayout(pair(Gallery::makeLines(), Gallery::makeBars()));
    column->addLayout(pair(Gallery::makeButtons(), Gallery::makePills()));
    column->addLayout(pair(Gallery::makeFields(), Gallery::makePickers()));
    column->addLayout(pair(Gallery::makeSwitches(), Gallery::makeForm()));
    column->addLayout(pair(Gallery::makeNotes(), Gallery::makeProgress()));
    column->addLayout(pair(Gallery::makeRows(), Gallery::makeMarks()));
    column->addWidget(Gallery::makeTable());
    column->addLayout(pair(Gallery::makeEmpty(), Gallery::makeFloating(page)));
    column->addWidget(Gallery::makeOpened());
    column->addWidget(Gallery::makeIcons());
    column->addLayout(pair(Gallery::makeColours(), Gallery::makeType()));
    column->addStretch(1);
    whole->addWidget(scroll, 1);
    return page;
}

}  // namespace shopbell::ui
