// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/segment_meter.h"

namespace shopbell::ui {

namespace {

constexpr int restBeforeCount = 120;
constexpr int restBeforeSizes = 450;
constexpr int sizesHold = 60'000;
constexpr std::int64_t someMembers = 6;
constexpr int weeks = 52;
constexpr std::int64_t weekMs = 7LL * 24 * 3600 * 1000;

}  // namespace

SegmentMeter::SegmentMeter(EngineBridge& bridge, QObject* parent) : QObject(parent), m_bridge(bridge)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(restBeforeCount);
    connect(&m_timer, &QTimer::timeout, this, &SegmentMeter::ask);
    m_sizeTimer.setSingleShot(true);
    m_sizeTimer.setInterval(restBeforeSizes);
    connect(&m_sizeTimer, &QTimer::timeout, this, &SegmentMeter::askSizes);
    connect(&m_bridge, &EngineBridge::progressed, this, [this](const Progress& progress) {
        if (progress.kind == Progress::Kind::Reading && !progress.finished && m_count.isWaiting()) {
            emit reading(progress);
        }
    });
}

void SegmentMeter::stop()
{
    m_timer.stop();
    m_sizeTimer.stop();
    for (Asker* each : {&m_count, &m_effects, &m_mailable, &m_members, &m_sizes}) {
        each->cancel();
    }
}

void SegmentMeter::measure(const DefinitionTree& tree, bool atOnce)
{
    stop();
    m_tree = tree;
    if (atOnce) {
        ask();
    } else {
        m_timer.start();
    }
}

void SegmentMeter::ask()
{
    m_count.ask(m_bridge, CountSegment{m_tree.written(), std::nullopt}, [this](Result<SegmentCount> count) {
        if (!count) {
            emit failed(count.error());
            return;
        }
        emit counted(*count);
        askFurther();
    });
}

void SegmentMeter::askFurther()
{
    const SegmentDefinition definition = m_tree.written();
    if (!m_tree.isEmpty()) {
        m_effects.ask(m_bridge, MeasureSegmentEffects{definition, std::nullopt},
                      [this](Result<SegmentEffects> effects) {
                          if (effects) {
                              emit effectsMeasured(*effects, m_tree);
                          }
                      });
    }
    m_mailable.ask(m_bridge, CountSegment{mailableOf(m_tree.root()), std::nullopt},
                   [this](Result<SegmentCount> count) { emit mailableCounted(count ? count->members : -1); });
    m_members.ask(m_bridge, ListSegmentMembers{definition, std::nullopt, 0, someMembers},
                  [this](Result<SegmentMembers> members) {
                      if (members) {
                          emit membersListed(*members);
                      }
                  });
    // People and events come all the time; a year's curve need not follow each of them.
    if (!m_sinceSizes.isValid() || m_sinceSizes.hasExpired(sizesHold) || m_sizedTree != m_tree) {
        m_sizeTimer.start();
    }
}

void SegmentMeter::askSizes()
{
    const Instant now = m_bridge.now();
    m_sizes.ask(m_bridge, MeasureSegmentSizes{m_tree.written(), Instant{now.ms - weeks * weekMs}, now, weeks + 1},
                [this](Result<std::vector<SegmentSize>> sizes) {
                    m_sizedTree = m_tree;
                    m_sinceSizes.start();
                    emit sizesMeasured(sizes ? *sizes : std::vector<SegmentSize>());
                });
}

}  // namespace shopbell::ui
