// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles.h"
#include "ui/bridge/formats.h"
#include "ui/widgets/card.h"

namespace shopbell::ui {

class Avatar;
class BigNumber;
class KeyValueList;
class Text;

/// Name, since when, addresses and what else is known of one person.
class WhoCard : public Card {
    Q_OBJECT
public:
    explicit WhoCard(QWidget* parent = nullptr);
    void show(const ProfileDetail& detail, const Formats& formats, Instant now);
    /// What the person buys most, most first; none: no line about it.
    void setLikes(const QStringList& likes);

private:
    void addLocalTime();
    void addProperties(const ProfileDetail& detail, const Formats& formats);

    Avatar* m_avatar;
    Text* m_name;
    Text* m_since;
    KeyValueList* m_list;
    class Button* m_more;
    ProfileDetail m_detail;
    QStringList m_likes;
    Formats m_formats;
    Instant m_now;
    bool m_all = false;
};

class FlowLayout;

/// What the person allows on each channel, with when, how and where; suppressed addresses.
class ReachCard : public Card {
    Q_OBJECT
public:
    explicit ReachCard(QWidget* parent = nullptr);
    void show(const ProfileDetail& detail, const Formats& formats);

signals:
    void changeAsked(int channel);
    void releaseAsked(int channel, const QString& address);
};

/// The lists and segments one person is in.
class MembershipCard : public Card {
    Q_OBJECT
public:
    explicit MembershipCard(QWidget* parent = nullptr);
    void show(const ProfileDetail& detail);

signals:
    void segmentAsked(qint64 segment);
    void leaveAsked(qint64 list, const QString& name);
    void joinAsked();
    void whyAsked();

private:
    void showSegments(const ProfileDetail& detail);
    /// A place for pills, below what is there.
    FlowLayout* addFlow();

    QVBoxLayout* m_rows;
    ProfileId m_person;
    bool m_showsAll = false;  ///< of this person's many segments
};

/// Spent so far, orders, how many days between two of them.
class FiguresCard : public Card {
    Q_OBJECT
public:
    explicit FiguresCard(QWidget* parent = nullptr);
    void show(const ProfileDetail& detail, const Formats& formats);

private:
    BigNumber* m_spent;
    BigNumber* m_orders;
    BigNumber* m_every;
    Text* m_last;
};

}  // namespace shopbell::ui
