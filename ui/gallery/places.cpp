// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/sections.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice_list.h"
#include "ui/widgets/command_palette.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/field.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/month_grid.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/table.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/toggle.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QLocale>

namespace shopbell::ui {

namespace {

/// A million people that are made up cell by cell, as a page's model asks the engine for what is on screen.
class PeopleModel : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : 1'000'000; }
    int columnCount(const QModelIndex&) const override { return 6; }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal) {
            return {};
        }
        const QString names[] = {Gallery::tr("Person"),  Gallery::tr("Email"),  Gallery::tr("Segments"),
                                 Gallery::tr("Engaged"), Gallery::tr("Orders"), Gallery::tr("Spent")};
        if (role == Qt::DisplayRole) {
            return names[section];
        }
        return role == Qt::TextAlignmentRole && section >= 4 ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        static const char* first[] = {"Ana", "Tom", "Lena", "Mia", "Jonas", "Elif", "Noah", "Ida"};
        static const char* last[] = {"Pereira", "Becker", "Koch", "Sørensen", "Weber", "Kaya", "Lind"};
        const int n = index.row();
        const QString name =
            QStringLiteral("%1 %2").arg(QString::fromUtf8(first[n % 8]), QString::fromUtf8(last[n / 3 % 7]));
        switch (index.column()) {
        case 0:
            if (role == Qt::DisplayRole || role == AvatarRole) {
                return name;
            }
            return role == StrongRole ? QVariant(true) : QVariant();
        case 1:
            if (role == InkRole) {
                return static_cast<int>(Token::InkSoft);
            }
            return role == Qt::DisplayRole
                       ? QVariant(
                             QStringLiteral("%1%2@shop.example").arg(QString::fromUtf8(first[n % 8]).toLower()).arg(n))
                       : QVariant();
        case 2:
            if (role == TagsRole && n % 3 != 2) {
                return n % 3 == 0 ? QStringList{Gallery::tr("VIPs"), Gallery::tr("Engaged")}
                                  : QStringList{Gallery::tr("At risk")};
            }
            return {};
        case 3: return role == ShareRole ? QVariant((n * 37 % 100) / 100.0) : QVariant();
        case 4: return figures(role, QLocale().toString(n * 7 % 43));
        default:
            return figures(role,
                           QLocale().toCurrencyString(static_cast<double>(n * 193 % 2100), QStringLiteral("€ "), 2));
        }
    }

private:
    static QVariant figures(int role, const QString& text)
    {
        if (role == Qt::DisplayRole) {
            return text;
        }
        return role == FiguresRole ? QVariant(true) : QVariant();
    }
};

Choices jumps()
{
    Choices made;
    made.append({.id = QStringLiteral("p:home"),
                 .text = Gallery::tr("Home"),
                 .group = Gallery::tr("Pages"),
                 .icon = IconName::Home});
    made.append({.id = QStringLiteral("p:segments"),
                 .text = Gallery::tr("Segments"),
                 .group = Gallery::tr("Pages"),
                 .icon = IconName::Segments});
    made.append({.id = QStringLiteral("s:quiet"),
                 .text = Gallery::tr("Good customers gone quiet"),
                 .note = Gallery::tr("segment"),
                 .count = 407,
                 .group = Gallery::tr("Segments"),
                 .icon = IconName::Segments});
    made.append({.id = QStringLiteral("u:ana"),
                 .text = QStringLiteral("Ana Pereira"),
                 .note = QStringLiteral("ana.pereira@example.pt"),
                 .group = Gallery::tr("People"),
                 .icon = IconName::User});
    made.append({.id = QStringLiteral("c:new"),
                 .text = Gallery::tr("New campaign"),
                 .group = Gallery::tr("Commands"),
                 .icon = IconName::Plus});
    made.append({.id = QStringLiteral("c:backup"),
                 .text = Gallery::tr("Back up this workspace"),
                 .group = Gallery::tr("Commands"),
                 .icon = IconName::Save});
    return made;
}

}  // namespace

QWidget* Gallery::makeTable()
{
    auto* card = new Card(tr("A table of 1,000,000 rows"));
    auto* table = new Table;
    table->setModel(new PeopleModel(table));
    table->setAccessibleName(tr("People"));
    table->setColumnWidth(0, 200);
    table->setColumnWidth(1, 220);
    table->setColumnWidth(2, 170);
    table->setColumnWidth(3, 150);
    table->setColumnWidth(4, 90);
    table->setStretchColumn(1);
    table->setSortingEnabled(true);
    table->horizontalHeader()->setSortIndicator(5, Qt::DescendingOrder);
    table->selectRow(2);
    table->setFixedHeight(36 + 6 * size::tableRow);
    card->addFlush(table);
    return card;
}

QWidget* Gallery::makeEmpty()
{
    auto* card = new Card;
    auto* state = new EmptyState(
        IconName::Store, tr("No store yet"),
        tr("Connect your store and Shopbell reads its customers and orders, or look around the demo shop first."));
    state->addAction(tr("Connect your store"));
    state->addAction(tr("Look around"), Button::Kind::Secondary);
    card->body()->addWidget(state, 1);
    return card;
}

QWidget* Gallery::makeFloating(QWidget* page)
{
    auto* card = new Card(tr("What floats"));
    auto* toasts = new ToastHost(page);
    auto* sheet = new Sheet(tr("Connect a store"), page);
    sheet->setSubtitle(tr("WooCommerce"));
    sheet->body()->addWidget(new TextField(tr("Shop address")));
    sheet->body()->addWidget(new Toggle(tr("Watch the stock")));
    sheet->body()->addStretch(1);
    auto* test = new Button(tr("Test the connection"));
    auto* save = new Button(tr("Connect"), Button::Kind::Primary);
    sheet->addFooterButton(test);
    sheet->addFooterButton(save);
    auto* palette = new CommandPalette(page);
    palette->setChoices(jumps());
    sheet->setObjectName(QStringLiteral("gallerySheet"));
    palette->setObjectName(QStringLiteral("galleryPalette"));
    toasts->setObjectName(QStringLiteral("galleryToasts"));

    auto* flow = new QWidget;
    auto* row = new FlowLayout(flow, 8, 8);
    const auto add = [&](const QString& text, auto run) {
        auto* button = new Button(text);
        QObject::connect(button, &QAbstractButton::clicked, page, run);
        row->addWidget(button);
    };
    add(tr("Toast"), [toasts] { toasts->show(tr("Segment saved"), Tone::Ok); });
    add(tr("Toast with undo"), [toasts] {
        toasts->showUndo(tr("Deleted “Good customers gone quiet”"), [toasts] { toasts->show(tr("It is back")); });
    });
    add(tr("Toast with progress"),
        [toasts] { toasts->showProgress(tr("Reading 10,000 orders"), [] {})->setProgress(0.4); });
    add(tr("Question"), [page] {
        Dialog::confirm(page, tr("Send to 391 people?"),
                        tr("“Autumn scents are here” leaves at once, by email. 16 people are skipped."),
                        tr("Send now"));
    });
    add(tr("Danger"), [page] {
        Dialog::confirm(page, tr("Erase Ana Pereira?"),
                        tr("Her name, addresses and 214 events are removed for good. This cannot be undone."),
                        tr("Erase"), Button::Kind::Danger);
    });
    add(tr("Problem"), [page] {
        Dialog::tell(page, tr("The shop did not answer"), tr("Check the address, or try again in a minute."),
                     QStringLiteral("504 Gateway Timeout"));
    });
    add(tr("Sheet"), [sheet] { sheet->openSheet(); });
    add(tr("Palette"), [palette] { palette->openPalette(); });
    card->body()->addWidget(flow);
    auto* pickable = new Card(nullptr, Card::Kind::Plain);
    pickable->setClickable(true);
    pickable->setAccessibleName(tr("Win-back"));
    pickable->body()->addWidget(new Text(tr("A card one can click"), TextStyle::BodyStrong));
    pickable->body()->addWidget(
        new Text(tr("lapsed for 60 days, one email, one reminder"), TextStyle::Label, Token::InkSoft));
    auto* chosen = new Card(nullptr, Card::Kind::Plain);
    chosen->setClickable(true);
    chosen->setSelected(true);
    chosen->setAccessibleName(tr("Welcome"));
    chosen->body()->addWidget(new Text(tr("A card that is chosen"), TextStyle::BodyStrong));
    auto* group = new Card(nullptr, Card::Kind::Dashed);
    group->body()->addWidget(new Text(tr("any of these"), TextStyle::Label, Token::InkSoft));
    card->body()->addWidget(pickable);
    card->body()->addWidget(chosen);
    card->body()->addWidget(group);
    card->body()->addStretch(1);
    return card;
}

QWidget* Gallery::makeOpened()
{
    auto* holder = new QWidget;
    auto* row = makeRow(holder, space::between);
    const auto framed = [&](const Choices& choices, bool multi) {
        auto* card = new Card(nullptr, Card::Kind::Raised);
        card->setPadding(1, 1);
        auto* list = new ChoiceList;
        list->setMulti(multi);
        list->setChoices(choices);
        list->setFixedHeight(276);
        card->body()->addWidget(list);
        row->addWidget(card, 1);
        return list;
    };
    framed(jumps(), false);
    Choices countries;
    qint64 count = 9'021;
    for (const char* name : {"Germany", "Austria", "Portugal", "Italy", "France", "Denmark", "Poland"}) {
        countries.append({.id = QLatin1String(name), .text = QLatin1String(name), .note = {}, .count = count});
        count /= 3;
    }
    framed(countries, true)->setChecked({QStringLiteral("Germany"), QStringLiteral("Portugal")});
    framed(countries, false)->search()->setText(QStringLiteral("xy"));
    auto* month = new Card(nullptr, Card::Kind::Raised);
    auto* grid = new MonthGrid(QDate(2026, 11, 1));
    grid->setBounds({}, QDate(2026, 11, 21));
    grid->setRange({QDate(2026, 11, 4), QDate(2026, 11, 17)});
    month->body()->addWidget(grid, 0, Qt::AlignCenter);
    row->addWidget(month);
    return holder;
}

}  // namespace shopbell::ui
