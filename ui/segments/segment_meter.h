// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_bridge.h"
#include "ui/segments/definition_tree.h"

#include "api/segment_editing.h"

#include <QElapsedTimer>
#include <QTimer>

namespace shopbell::ui {

/// Asks what a definition comes to: its count first, and when that is there the effects of its conditions, how many may
/// be emailed and some of its members; its size over the last year when it has stood still for a moment, and of one
/// definition once a minute at most. A newer definition cancels what is still asked of the older one.
class SegmentMeter : public QObject {
    Q_OBJECT
public:
    explicit SegmentMeter(EngineBridge& bridge, QObject* parent = nullptr);

    /// `atOnce`: without waiting for the next letter.
    void measure(const DefinitionTree& tree, bool atOnce);
    void stop();
    [[nodiscard]] const DefinitionTree& measured() const { return m_tree; }

signals:
    /// The count waits for a property that is read for the first time.
    void reading(const shopbell::Progress& progress);
    void counted(const shopbell::SegmentCount& count);
    /// The definition cannot be answered; nothing else comes.
    void failed(const shopbell::Error& error);
    void mailableCounted(qint64 people);
    void effectsMeasured(const shopbell::SegmentEffects& effects, const shopbell::ui::DefinitionTree& of);
    void membersListed(const shopbell::SegmentMembers& members);
    void sizesMeasured(const std::vector<shopbell::SegmentSize>& sizes);

private:
    void ask();
    void askFurther();
    void askSizes();

    EngineBridge& m_bridge;
    DefinitionTree m_tree;
    DefinitionTree m_sizedTree;
    QElapsedTimer m_sinceSizes;
    QTimer m_timer;
    QTimer m_sizeTimer;
    Asker m_count;
    Asker m_effects;
    Asker m_mailable;
    Asker m_members;
    Asker m_sizes;
};

}  // namespace shopbell::ui
