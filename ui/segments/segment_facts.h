// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page_context.h"

#include "api/segment_editing.h"

#include <QWidget>

class QVBoxLayout;

namespace shopbell::ui {

class BigNumber;
class Button;
class LineAreaChart;
class Text;

/// Beside the sentences: how many people, how many may be emailed, the size over the last year, some of the people.
/// Shows what it is told; what was told before stays until then.
class SegmentFacts : public QWidget {
    Q_OBJECT
public:
    explicit SegmentFacts(PageContext& context, QWidget* parent = nullptr);

    /// Of another segment: nothing is known yet but, maybe, how many they were.
    void begin(std::optional<std::int64_t> members);
    /// What was counted before is of another definition; the number comes when this has been read.
    void showReading(const Progress& progress);
    void showCount(const SegmentCount& count);
    void showMailable(qint64 people);
    void showMembers(const SegmentMembers& members);
    void showSizes(const std::vector<SegmentSize>& sizes);
    void showProblem(const Error& error);

signals:
    void whyAsked(const shopbell::SegmentMember& member);
    void allAsked();
    void somebodyAsked();
    void compareAsked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showNote();

    PageContext& m_context;
    QVBoxLayout* m_column;
    BigNumber* m_number;
    Text* m_problem;
    QWidget* m_curve;
    LineAreaChart* m_chart = nullptr;
    QVBoxLayout* m_curveColumn;
    QWidget* m_some;
    QVBoxLayout* m_members;
    Button* m_all;
    SegmentCount m_counted;
    qint64 m_mail = -1;
};

}  // namespace shopbell::ui
