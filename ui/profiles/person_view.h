// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles.h"
#include "ui/shell/page_context.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace shopbell::ui {

class FiguresCard;
class MembershipCard;
class PageScroll;
class PersonTimeline;
class ReachCard;
class WhoCard;

/// One person: who, how they may be reached, what they did, what they are in.
class PersonView : public QWidget {
    Q_OBJECT
public:
    explicit PersonView(PageContext& context, QWidget* parent = nullptr);

    void show(ProfileId profile);
    void reload();
    [[nodiscard]] QString name() const;
    [[nodiscard]] bool isLoaded() const { return m_detail.profile.id.isValid(); }
    [[nodiscard]] bool isSuppressed() const;
    [[nodiscard]] bool hasEmail() const { return !m_detail.profile.email.empty(); }

    void edit();
    /// A new campaign to this person alone.
    void writeTo();
    void merge();
    void suppress();
    void release(Channel channel, const QString& address);
    void releaseEmail();
    void exportPerson();
    void erase();

signals:
    void loaded();

private:
    void arrange();
    void connectCards();
    void showDetail(ProfileDetail detail);
    void askJoin();
    void startCampaign(SegmentId audience);
    void leave(qint64 list, const QString& name);

    PageContext& m_context;
    PageScroll* m_scroll;
    QVBoxLayout* m_left;
    QVBoxLayout* m_right;
    QWidget* m_rightColumn;
    WhoCard* m_who;
    ReachCard* m_reach;
    FiguresCard* m_figures;
    MembershipCard* m_membership;
    PersonTimeline* m_timeline;
    ProfileId m_profile;
    ProfileDetail m_detail;
    Asker m_asker;
    Asker m_likesAsker;
    int m_columns = 0;
};

}  // namespace shopbell::ui
