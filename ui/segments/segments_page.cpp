// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/segments_page.h"

#include "ui/bridge/text.h"
#include "ui/segments/segment_editor.h"
#include "ui/segments/segment_list.h"
#include "ui/shell/page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"

#include <QStackedWidget>

namespace shopbell::ui {

namespace {

class SegmentsPage final : public Page {
    Q_OBJECT
public:
    explicit SegmentsPage(PageContext& context);

    void go(const Place& place) override;
    [[nodiscard]] Choices paletteEntries() const override;
    void runPaletteEntry(const QString& id) override;

protected:
    void reload() override;
    void deactivated() override;

private:
    void showHeader();

    QStackedWidget* m_stack;
    SegmentList* m_list;
    SegmentEditor* m_editor;
    Button* m_undo;
    Button* m_campaign;
    Button* m_new;
    SegmentId m_asked;
    Asker m_asker;
};

SegmentsPage::SegmentsPage(PageContext& context)
    : Page(context),
      m_stack(new QStackedWidget),
      m_list(new SegmentList(context)),
      m_editor(new SegmentEditor(context)),
      m_undo(new IconButton(IconName::Undo, tr("Undo the last edit"))),
      m_campaign(new Button(tr("Use in a campaign"), IconName::Campaigns, Button::Kind::Primary)),
      m_new(new Button(tr("New segment"), IconName::Plus, Button::Kind::Primary))
{
    makeColumn(this, 0)->addWidget(m_stack);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_editor);
    for (QWidget* each : {m_undo, m_campaign, m_new}) {
        addAction(each);
    }
    connect(m_undo, &QAbstractButton::clicked, m_editor, &SegmentEditor::undo);
    connect(m_campaign, &QAbstractButton::clicked, this, [this] {
        m_editor->save([this](SegmentId id) {
            this->context().navigate({.page = PageId::Campaigns, .id = id.value, .action = QStringLiteral("new")});
        });
    });
    connect(m_new, &QAbstractButton::clicked, this,
            [this] { this->context().navigate({.page = PageId::Segments, .action = QStringLiteral("new")}); });
    connect(m_list, &SegmentList::newAsked, m_new, &QAbstractButton::click);
    connect(m_list, &SegmentList::segmentAsked, this,
            [this](qint64 id) { this->context().navigate({.page = PageId::Segments, .id = id}); });
    connect(m_list, &SegmentList::countChanged, this, &SegmentsPage::showHeader);
    connect(m_editor, &SegmentEditor::headerChanged, this, &SegmentsPage::showHeader);
    reloadOn({Topic::Segments, Topic::Profiles, Topic::History});
    showHeader();
}

void SegmentsPage::go(const Place& place)
{
    m_editor->save();
    m_asked = {};
    m_asker.cancel();
    if (place.action == QLatin1String("new")) {
        m_editor->start(place.name, {toUtf8(place.definition)});
        m_stack->setCurrentWidget(m_editor);
    } else if (place.id > 0) {
        m_asked = SegmentId{place.id};
    } else {
        m_stack->setCurrentWidget(m_list);
    }
    showHeader();
}

void SegmentsPage::reload()
{
    if (m_asked.isValid()) {
        m_asker.ask(bridge(), LoadSegment{m_asked}, [this](Result<SegmentInfo> segment) {
            if (!segment) {
                context().showError(segment.error(), ErrorContext::Segment);
                m_asked = {};
                m_stack->setCurrentWidget(m_list);
                m_list->reload();
                return;
            }
            m_editor->open(*segment);
            m_stack->setCurrentWidget(m_editor);
            showHeader();
        });
    } else if (m_stack->currentWidget() == m_list) {
        m_list->reload();
    } else {
        m_editor->reload();
    }
}

void SegmentsPage::deactivated()
{
    m_editor->save();
}

void SegmentsPage::showHeader()
{
    const bool editing = m_stack->currentWidget() == m_editor;
    m_undo->setVisible(editing);
    m_undo->setEnabled(m_editor->canUndo());
    m_campaign->setVisible(editing);
    m_new->setVisible(!editing && !m_list->isEmpty());
    if (editing) {
        setHeader(m_editor->name(), m_editor->savedWords());
    } else {
        setHeader(tr("Segments"), m_list->countWords());
    }
}

Choices SegmentsPage::paletteEntries() const
{
    return {{.id = QStringLiteral("new"), .text = tr("New segment"), .icon = IconName::Plus}};
}

void SegmentsPage::runPaletteEntry(const QString&)
{
    m_new->click();
}

}  // namespace

Page* makeSegmentsPage(PageContext& context)
{
    return new SegmentsPage(context);
}

}  // namespace shopbell::ui

#include "segments_page.moc"
