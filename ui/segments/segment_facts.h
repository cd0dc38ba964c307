// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/segments.h"
#include "ui/shell/page_context.h"

#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace shopbell::ui {

class BigNumber;
class Text;

/// Beside the sentences: how many people, how many may be emailed, some of them and why they are in.
class SegmentFacts : public QWidget {
    Q_OBJECT
public:
    explicit SegmentFacts(PageContext& context, QWidget* parent = nullptr);

    /// Asked 120 ms after the last call; the old facts stay until the new ones are there.
    void show(const QJsonObject& root, bool empty);
    using QWidget::show;

signals:
    void templateChosen(int index);

private:
    void ask();
    void showNote();
    void showMembers(const SegmentMembers& members);
    void why(const SegmentMember& member);

    PageContext& m_context;
    BigNumber* m_number;
    Text* m_problem;
    QWidget* m_some;
    QVBoxLayout* m_members;
    QWidget* m_templates;
    SegmentDefinition m_definition;
    SegmentDefinition m_mailable;
    SegmentCount m_counted;
    qint64 m_mail = -1;
    QTimer m_timer;
    Asker m_count;
    Asker m_mailCount;
    Asker m_list;
};

}  // namespace shopbell::ui
