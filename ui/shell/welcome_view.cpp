// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_view.h"

#include "ui/bridge/formats.h"
#include "ui/bridge/text.h"
#include "ui/home/first_steps.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"

#include <QDir>

namespace shopbell::ui {

namespace {

constexpr int readingWidth = 980;
constexpr std::size_t mostRecent = 6;

}  // namespace

WelcomeView::WelcomeView(QWidget* parent)
    : QWidget(parent),
      m_problem(new Banner(Tone::Bad)),
      m_recentTitle(new Text(tr("Opened before"), TextStyle::CardTitle)),
      m_recent(new Card)
{
    setAccessibleName(tr("Welcome"));
    auto* scroll = new PageScroll;
    makeColumn(this, 0)->addWidget(scroll);
    scroll->setReadingWidth(readingWidth);
    auto* column = scroll->column();
    column->addSpacing(space::xl);
    auto* brand = makeRow(space::m);
    brand->addWidget(new IconMark(IconName::Bell, Token::Brass, 36));
    brand->addWidget(new Text(tr("Welcome to Shopbell"), TextStyle::HugeNumber));
    brand->addStretch(1);
    column->addLayout(brand);
    column->addWidget(
        (new Text(tr("Your shop's customers, on your own computer: who walked in, who is about to leave, and "
                     "the right words for each of them. How would you like to begin?"),
                  TextStyle::Body, Token::InkSoft))
            ->wrapped());
    column->addSpacing(space::m);
    m_problem->hide();
    column->addWidget(m_problem);
    auto* steps = new FirstSteps;
    column->addWidget(steps);
    column->addSpacing(space::m);
    column->addWidget(m_recentTitle);
    m_recent->body()->setSpacing(0);
    m_recent->setPadding(space::card, 8);
    column->addWidget(m_recent);
    auto* more = makeRow(space::s);
    auto* open = new Button(tr("Open a workspace…"), IconName::Folder);
    auto* create = new Button(tr("New workspace…"), IconName::File);
    auto* restore = new Button(tr("Restore a backup…"), IconName::History);
    more->addWidget(open);
    more->addWidget(create);
    more->addWidget(restore);
    more->addStretch(1);
    column->addLayout(more);
    column->addStretch(1);
    connect(steps, &FirstSteps::connectStoreAsked, this, &WelcomeView::connectStoreAsked);
    connect(steps, &FirstSteps::demoAsked, this, &WelcomeView::demoAsked);
    connect(steps, &FirstSteps::importAsked, this, &WelcomeView::importAsked);
    connect(open, &QAbstractButton::clicked, this, &WelcomeView::openAsked);
    connect(create, &QAbstractButton::clicked, this, &WelcomeView::newAsked);
    connect(restore, &QAbstractButton::clicked, this, &WelcomeView::restoreAsked);
    setRecent({}, {});
}

void WelcomeView::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void WelcomeView::setRecent(const std::vector<RecentWorkspace>& recent, Instant now)
{
    clearLayout(m_recent->body());
    const Formats formats;
    std::size_t shown = 0;
    for (const RecentWorkspace& each : recent) {
        if (shown == mostRecent) {
            break;
        }
        const QString file = toQString(each.file);
        auto* row = new ListRow;
        row->setFirst(shown == 0);
        row->setIcon(each.missing ? IconName::Warning : IconName::Store, each.missing ? Token::Bad : Token::InkSoft);
        row->setText(toQString(each.shopName));
        row->setSecondLine(
            each.missing
                ? tr("%1 · not there any more; a click takes it off this list").arg(QDir::toNativeSeparators(file))
                : QDir::toNativeSeparators(file));
        row->setTrailing(formats.ago(each.openedAt, now));
        row->setClickable(true);
        connect(row, &ListRow::clicked, this, [this, file, missing = each.missing] {
            if (missing) {
                emit forgetAsked(file);
            } else {
                emit fileAsked(file);
            }
        });
        m_recent->body()->addWidget(row);
        ++shown;
    }
    m_recent->setVisible(shown > 0);
    m_recentTitle->setVisible(shown > 0);
}

}  // namespace shopbell::ui
