// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/segment_definition.h"
#include "ui/bridge/engine_bridge.h"

#include "api/segments.h"

#include <QDate>
#include <QLineEdit>
#include <QTimer>

#include <functional>

namespace shopbell::ui {

class Pill;
class ProportionBar;
class Text;

/// A number or a few words inside a sentence, as wide as what stands in it. Ctrl+Z is the editor's, not the field's.
class ValueEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit ValueEdit(const QString& name, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent* event) override;
};

/// A day inside a sentence; opens a month to choose from.
class DayPill : public QWidget {
    Q_OBJECT
public:
    DayPill(const QString& name, const QDate& day, const QLocale& locale, QWidget* parent = nullptr);

signals:
    void dayChosen(const QDate& day);

private:
    void open();

    Pill* m_pill;
    QDate m_day;
};

/// How many people a definition holds: the number, its share as a bar, a note beneath. Asked 120 ms after the last
/// change; earlier questions are cancelled, the old number stays until the new one is there.
class CountMeter : public QWidget {
    Q_OBJECT
public:
    explicit CountMeter(EngineBridge& bridge, QWidget* parent = nullptr);

    void count(const SegmentDefinition& definition);
    /// Gets each answer: the whole's numbers stand elsewhere too.
    void setHandler(std::function<void(const Result<SegmentCount>&)> handler) { m_handler = std::move(handler); }

private:
    void ask();

    EngineBridge& m_bridge;
    Text* m_number;
    ProportionBar* m_bar;
    Text* m_note;
    SegmentDefinition m_definition;
    QTimer m_timer;
    Asker m_asker;
    std::function<void(const Result<SegmentCount>&)> m_handler;
};

}  // namespace shopbell::ui
