// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/person_view.h"

#include "api/segments.h"
#include "ui/bridge/text.h"
#include "ui/profiles/person_cards.h"
#include "ui/profiles/person_dialogs.h"
#include "ui/profiles/person_likes.h"
#include "ui/profiles/person_timeline.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/toast.h"

#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int threeColumnsFrom = 1080;
constexpr int sideWidth = 320;
constexpr int wideFrom = 1280;
constexpr int wideSideWidth = 352;  ///< an email address of thirty letters
constexpr int narrowSideWidth = 316;
constexpr int nearEnd = 600;

}  // namespace

PersonView::PersonView(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_scroll(new PageScroll),
      m_left(makeColumn(space::m)),
      m_right(nullptr),
      m_rightColumn(new QWidget),
      m_who(new WhoCard),
      m_reach(new ReachCard),
      m_figures(new FiguresCard),
      m_membership(new MembershipCard),
      m_timeline(new PersonTimeline(context.bridge()))
{
    makeColumn(this, 0)->addWidget(m_scroll);
    auto* row = makeRow(space::l);
    auto* leftColumn = new QWidget;
    leftColumn->setFixedWidth(sideWidth);
    leftColumn->setLayout(m_left);
    m_right = makeColumn(m_rightColumn, space::m);
    m_rightColumn->setFixedWidth(sideWidth);
    row->addWidget(leftColumn, 0);
    auto* middle = makeColumn(0);
    middle->addWidget(m_timeline);
    middle->addStretch(1);
    row->addLayout(middle, 1);
    row->addWidget(m_rightColumn, 0);
    m_left->addWidget(m_who);
    m_left->addWidget(m_reach);
    m_left->addStretch(1);
    m_right->addWidget(m_figures);
    m_right->addWidget(m_membership);
    m_right->addStretch(1);
    m_scroll->column()->addLayout(row, 1);
    connect(m_scroll, &PageScroll::aboutToFit, this, &PersonView::arrange);
    connectCards();
}

void PersonView::connectCards()
{
    connect(m_reach, &ReachCard::changeAsked, this,
            [this](int channel) { askConsent(m_context, this, m_detail, static_cast<Channel>(channel)); });
    connect(m_reach, &ReachCard::releaseAsked, this,
            [this](int channel, const QString& address) { release(static_cast<Channel>(channel), address); });
    connect(m_membership, &MembershipCard::segmentAsked, this,
            [this](qint64 segment) { m_context.navigate({.page = PageId::Segments, .id = segment}); });
    connect(m_membership, &MembershipCard::whyAsked, this, [this] { openWhySheet(m_context, m_detail); });
    connect(m_membership, &MembershipCard::joinAsked, this, &PersonView::askJoin);
    connect(m_membership, &MembershipCard::leaveAsked, this, &PersonView::leave);
    connect(m_timeline, &PersonTimeline::campaignAsked, this,
            [this](qint64 campaign) { m_context.navigate({.page = PageId::Campaigns, .id = campaign}); });
    connect(m_timeline, &PersonTimeline::failed, this,
            [this](const Error& error) { m_context.showError(error, ErrorContext::Profile); });
    const auto lookAhead = [this] {
        const QScrollBar* bar = m_scroll->verticalScrollBar();
        if (bar->value() >= bar->maximum() - nearEnd) {
            m_timeline->more();
        }
    };
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, lookAhead);
}

void PersonView::arrange()
{
    const int columns = width() >= threeColumnsFrom ? 3 : 2;
    const int side = columns == 2 ? narrowSideWidth : width() >= wideFrom ? wideSideWidth : sideWidth;
    m_left->parentWidget()->setFixedWidth(side);
    m_rightColumn->setFixedWidth(side);
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    QVBoxLayout* home = columns == 3 ? m_right : m_left;
    // The stretch stays the last of each column.
    for (QWidget* card : {static_cast<QWidget*>(m_figures), static_cast<QWidget*>(m_membership)}) {
        m_left->removeWidget(card);
        m_right->removeWidget(card);
        home->insertWidget(home->count() - 1, card);
    }
    m_rightColumn->setVisible(columns == 3);
}

QString PersonView::name() const
{
    return toQString(m_detail.name);
}

bool PersonView::isSuppressed() const
{
    return std::ranges::any_of(m_detail.suppressions,
                               [](const Suppression& each) { return each.channel == Channel::Email; });
}

void PersonView::show(ProfileId profile)
{
    if (profile != m_profile) {
        m_profile = profile;
        m_detail = {};
        m_scroll->widget()->setVisible(false);  // not the last person's face under this one's name
        m_scroll->verticalScrollBar()->setValue(0);
        m_timeline->show(profile);
    }
}

void PersonView::reload()
{
    m_asker.ask(m_context.bridge(), LoadProfile{m_profile}, [this](Result<ProfileDetail> detail) {
        if (!detail) {
            m_context.showError(detail.error(), ErrorContext::Profile);
            if (!isLoaded()) {
                m_context.navigate({.page = PageId::Profiles});
            }
            return;
        }
        showDetail(std::move(*detail));
        m_likesAsker.ask(m_context.bridge(), boughtBy(m_profile), [this](Result<TimelineEntries> bought) {
            if (bought) {
                m_who->setLikes(likesOf(bought->entries));
            }
        });
    });
    m_timeline->reload();
}

void PersonView::showDetail(ProfileDetail detail)
{
    m_detail = std::move(detail);
    EngineBridge& bridge = m_context.bridge();
    m_who->show(m_detail, bridge.formats(), bridge.now());
    m_reach->show(m_detail, bridge.formats());
    m_figures->show(m_detail, bridge.formats());
    m_membership->show(m_detail);
    m_scroll->widget()->setVisible(true);
    emit loaded();
}

void PersonView::edit()
{
    openEditSheet(m_context, this, m_detail, [](ProfileId) {});
}

void PersonView::merge()
{
    askMerge(m_context, this, m_detail);
}

/// An audience is made of segments and lists; one person's is a segment of their address, made once.
void PersonView::writeTo()
{
    const QString segment = tr("Only %1", "a segment of one person").arg(toQString(m_detail.profile.email));
    m_context.bridge().ask(this, ListSegments{}, [this, segment](Result<std::vector<SegmentInfo>> all) {
        if (!all) {
            m_context.showError(all.error(), ErrorContext::Segment);
            return;
        }
        const auto known = std::ranges::find(*all, toUtf8(segment), &SegmentInfo::name);
        if (known != all->end()) {
            startCampaign(known->id);
            return;
        }
        const QJsonObject condition{{QStringLiteral("type"), QStringLiteral("property")},
                                    {QStringLiteral("property"), QStringLiteral("email")},
                                    {QStringLiteral("op"), QStringLiteral("equals")},
                                    {QStringLiteral("value"), toQString(m_detail.profile.email)}};
        const QByteArray definition = QJsonDocument(condition).toJson(QJsonDocument::Compact);
        m_context.bridge().submit(this, SaveSegment{{}, toUtf8(segment), {definition.toStdString()}},
                                  [this](Result<SegmentId> saved) {
                                      if (!saved) {
                                          m_context.showError(saved.error(), ErrorContext::Segment);
                                          return;
                                      }
                                      startCampaign(*saved);
                                  });
    });
}

void PersonView::startCampaign(SegmentId audience)
{
    m_context.navigate({.page = PageId::Campaigns, .id = audience.value, .action = QStringLiteral("new")});
}

void PersonView::suppress()
{
    const std::string address = m_detail.profile.email;
    m_context.bridge().submit(this, SuppressAddress{Channel::Email, address, SuppressionReason::Manual, {}},
                              [this, address](Result<Done> done) {
                                  if (!done) {
                                      m_context.showError(done.error(), ErrorContext::Profile);
                                      return;
                                  }
                                  m_context.toasts().showUndo(
                                      tr("Nothing is sent to %1 any more").arg(toQString(address)), [this, address] {
                                          m_context.bridge().submit(this, ReleaseAddress{Channel::Email, address});
                                      });
                              });
}

void PersonView::release(Channel channel, const QString& address)
{
    const auto at = std::ranges::find_if(m_detail.suppressions, [&](const Suppression& each) {
        return each.channel == channel && toQString(each.address) == address;
    });
    const Suppression before = at == m_detail.suppressions.end() ? Suppression{} : *at;
    if (before.reason == SuppressionReason::Complaint &&
        !Dialog::confirm(m_context.dialogParent(), tr("Release %1?").arg(address),
                         tr("This person marked one of your messages as spam. Write again only if they asked you to: "
                            "a second complaint harms every message you send."),
                         tr("Release"), Button::Kind::Danger)) {
        return;
    }
    m_context.bridge().submit(
        this, ReleaseAddress{channel, toUtf8(address)}, [this, before, channel, address](Result<bool> released) {
            if (!released) {
                m_context.showError(released.error(), ErrorContext::Profile);
                return;
            }
            m_context.toasts().showUndo(
                tr("Messages may be sent to %1 again").arg(address), [this, before, channel, address] {
                    m_context.bridge().submit(this,
                                              SuppressAddress{channel, toUtf8(address), before.reason, before.detail});
                });
        });
}

void PersonView::releaseEmail()
{
    for (const Suppression& each : m_detail.suppressions) {
        if (each.channel == Channel::Email) {
            release(Channel::Email, toQString(each.address));
            return;
        }
    }
}

void PersonView::exportPerson()
{
    const QString file =
        QFileDialog::getSaveFileName(m_context.dialogParent(), tr("Write what is known of this person to"),
                                     tr("%1.csv").arg(name()), tr("CSV (*.csv);;Lines of JSON (*.ndjson)"));
    if (file.isEmpty()) {
        return;
    }
    ExportProfiles command;
    command.file = toUtf8(file);
    command.ndjson = file.endsWith(QLatin1String(".ndjson"), Qt::CaseInsensitive);
    command.profiles = {m_profile};
    m_context.bridge().submit(this, command, [this, file](Result<std::int64_t> written) {
        if (!written) {
            m_context.showError(written.error(), ErrorContext::Export);
            return;
        }
        m_context.toasts().show(tr("Written to %1").arg(file), Tone::Ok);
    });
}

void PersonView::erase()
{
    askErase(m_context, this, m_detail, [this] { m_context.navigate({.page = PageId::Profiles}); });
}

void PersonView::askJoin()
{
    m_context.bridge().ask(this, ListLists{}, [this](Result<std::vector<ListSummary>> lists) {
        if (!lists) {
            m_context.showError(lists.error());
            return;
        }
        Dialog dialog(tr("Add %1 to a list").arg(name()), m_context.dialogParent());
        auto* picker = new Picker;
        Choices choices;
        for (const ListSummary& each : *lists) {
            const bool in =
                std::ranges::any_of(m_detail.lists, [&](const auto& its) { return its.id == each.id.value; });
            choices.append({.id = QString::number(each.id.value),
                            .text = toQString(each.name),
                            .note = in ? tr("already in it") : QString(),
                            .count = each.members,
                            .enabled = !in});
        }
        choices.append({.id = QStringLiteral("new"), .text = tr("A new list"), .icon = IconName::Plus});
        picker->setChoices(choices);
        picker->setPlaceholder(tr("Choose a list"));
        auto* title = new TextField(tr("Name of the new list"));
        title->hide();
        dialog.body()->addWidget(new Field(tr("List"), picker));
        dialog.body()->addWidget(title);
        dialog.addButton(tr("Cancel"), Button::Kind::Secondary);
        auto* add = dialog.addButton(tr("Add"), Button::Kind::Primary);
        const auto judge = [&] {
            const bool isNew = picker->current() == QLatin1String("new");
            title->setVisible(isNew);
            add->setEnabled(!picker->current().isEmpty() && (!isNew || !title->text().trimmed().isEmpty()));
        };
        judge();
        connect(picker, &Picker::chosen, &dialog, judge);
        connect(title, &TextField::textChanged, &dialog, judge);
        if (dialog.exec() != QDialog::Accepted) {
            return;
        }
        const auto join = [this](ListId list) {
            m_context.bridge().submit(this, JoinList{list, {m_profile}}, [this](Result<std::int64_t> joined) {
                if (!joined) {
                    m_context.showError(joined.error());
                }
            });
        };
        if (picker->current() != QLatin1String("new")) {
            join({picker->current().toLongLong()});
            return;
        }
        m_context.bridge().submit(this, CreateList{toUtf8(title->text().trimmed())}, [this, join](Result<ListId> made) {
            if (!made) {
                m_context.showError(made.error());
                return;
            }
            join(*made);
        });
    });
}

void PersonView::leave(qint64 list, const QString& listName)
{
    const ProfileId profile = m_profile;
    m_context.bridge().submit(
        this, LeaveList{{list}, {profile}}, [this, list, listName, profile](Result<std::int64_t> left) {
            if (!left) {
                m_context.showError(left.error());
                return;
            }
            m_context.toasts().showUndo(tr("Taken out of “%1”").arg(listName), [this, list, profile] {
                m_context.bridge().submit(this, JoinList{{list}, {profile}});
            });
        });
}

}  // namespace shopbell::ui
