// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/segments_page.h"

#include "api/profiles.h"
#include "ui/bridge/text.h"
#include "ui/segments/klaviyo_sheet.h"
#include "ui/segments/segment_editor.h"
#include "ui/segments/segment_list.h"
#include "ui/shell/page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/toast.h"

#include <QFileDialog>
#include <QMenu>
#include <QStackedWidget>

#include <utility>

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
    struct Doing {
        QString id;
        QString words;
        IconName icon;
        bool needsMembers;
    };
    [[nodiscard]] QList<Doing> doings() const;
    void run(const QString& id);
    void openMore();
    void openKlaviyo(KlaviyoSheet::Way way);
    void exportMembers();
    void showHeader();
    [[nodiscard]] bool isEditing() const { return m_stack->currentWidget() == m_editor; }

    QStackedWidget* m_stack;
    SegmentList* m_list;
    SegmentEditor* m_editor;
    Button* m_undo;
    Button* m_redo;
    Button* m_more;
    Button* m_campaign;
    Button* m_new;
    SegmentId m_asked;
    bool m_justOpened = false;  ///< from what the list knew: everything is being asked already
    Asker m_asker;
};

SegmentsPage::SegmentsPage(PageContext& context)
    : Page(context),
      m_stack(new QStackedWidget),
      m_list(new SegmentList(context)),
      m_editor(new SegmentEditor(context)),
      m_undo(new IconButton(IconName::Undo, tr("Undo the last edit"))),
      m_redo(new IconButton(IconName::Redo, tr("Do it again"))),
      m_more(new IconButton(IconName::More, tr("More to do with this segment"))),
      m_campaign(new Button(tr("Use in a campaign"), IconName::Campaigns, Button::Kind::Primary)),
      m_new(new Button(tr("New segment"), IconName::Plus, Button::Kind::Primary))
{
    makeColumn(this, 0)->addWidget(m_stack);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_editor);
    for (QWidget* each : {m_undo, m_redo, m_more, m_campaign, m_new}) {
        addAction(each);
    }
    connect(m_undo, &QAbstractButton::clicked, m_editor, &SegmentEditor::undo);
    connect(m_redo, &QAbstractButton::clicked, m_editor, &SegmentEditor::redo);
    connect(m_more, &QAbstractButton::clicked, this, &SegmentsPage::openMore);
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
    m_justOpened = false;
    m_asker.cancel();
    if (place.action == QLatin1String("new")) {
        m_editor->start(place.name, {toUtf8(place.definition)});
        m_stack->setCurrentWidget(m_editor);
    } else if (place.id > 0) {
        m_asked = SegmentId{place.id};
        // What the list knows is shown at once; reload() brings it up to date.
        if (const SegmentInfo* known = m_list->find(m_asked)) {
            m_editor->open(*known);
            m_stack->setCurrentWidget(m_editor);
            m_justOpened = true;
        }
    } else {
        m_stack->setCurrentWidget(m_list);
    }
    showHeader();
}

void SegmentsPage::reload()
{
    if (!isEditing() && !m_asked.isValid()) {
        m_list->reload();
        return;
    }
    if (!m_asked.isValid()) {
        m_editor->reload();
        return;
    }
    const bool shown = isEditing() && m_editor->segment() == m_asked && !std::exchange(m_justOpened, false);
    m_asker.ask(bridge(), LoadSegment{m_asked}, [this, shown](Result<SegmentInfo> segment) {
        if (!segment) {
            context().showError(segment.error(), ErrorContext::Segment);
            m_asked = {};
            m_stack->setCurrentWidget(m_list);
            m_list->reload();
            return;
        }
        m_editor->open(*segment);
        if (shown) {
            m_editor->reload();
        }
        m_stack->setCurrentWidget(m_editor);
        showHeader();
    });
}

void SegmentsPage::deactivated()
{
    m_editor->save();
}

void SegmentsPage::showHeader()
{
    const bool editing = isEditing();
    for (QWidget* each : {m_undo, m_redo, m_more, m_campaign}) {
        each->setVisible(editing);
    }
    m_undo->setEnabled(m_editor->canUndo());
    m_redo->setEnabled(m_editor->canRedo());
    m_new->setVisible(!editing && !m_list->isEmpty());
    if (editing) {
        setHeader(m_editor->name(), m_editor->savedWords());
    } else {
        setHeader(tr("Segments"), m_list->countWords());
    }
}

QList<SegmentsPage::Doing> SegmentsPage::doings() const
{
    return {
        {QStringLiteral("why"), tr("Why is somebody in here, or not?"), IconName::Help, true},
        {QStringLiteral("compare"), tr("Compare with another segment"), IconName::Segments, true},
        {QStringLiteral("members"), tr("Show everybody in it"), IconName::Users, true},
        {QStringLiteral("export"), tr("Export the people in it…"), IconName::Download, true},
        {QStringLiteral("klaviyo-in"), tr("Bring in a definition from Klaviyo…"), IconName::Upload, false},
        {QStringLiteral("klaviyo-out"), tr("Show it in Klaviyo's form…"), IconName::Code, true},
        {QStringLiteral("copy"), tr("Make a copy"), IconName::Copy, true},
        {QStringLiteral("remove"), tr("Remove this segment"), IconName::Trash, false},
    };
}

void SegmentsPage::openMore()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<Doing> all = doings();
    for (const Doing& each : all) {
        if (each.id == QLatin1String("klaviyo-in") || each.id == QLatin1String("copy")) {
            menu->addSeparator();
        }
        QAction* action = menu->addAction(icon(each.icon), each.words);
        action->setEnabled(!each.needsMembers || !m_editor->tree().isEmpty());
        connect(action, &QAction::triggered, this, [this, id = each.id] { run(id); });
    }
    menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft()));
}

void SegmentsPage::run(const QString& id)
{
    if (id == QLatin1String("why")) {
        m_editor->explain(std::nullopt);
    } else if (id == QLatin1String("compare")) {
        m_editor->compare();
    } else if (id == QLatin1String("members")) {
        m_editor->showMembers();
    } else if (id == QLatin1String("export")) {
        exportMembers();
    } else if (id == QLatin1String("klaviyo-in")) {
        openKlaviyo(KlaviyoSheet::Way::In);
    } else if (id == QLatin1String("klaviyo-out")) {
        openKlaviyo(KlaviyoSheet::Way::Out);
    } else if (id == QLatin1String("copy")) {
        const SegmentInfo info = m_editor->info();
        context().navigate({.page = PageId::Segments,
                            .action = QStringLiteral("new"),
                            .name = tr("%1, copy").arg(toQString(info.name).left(100)),
                            .definition = toQString(info.definition.json)});
    } else if (id == QLatin1String("remove")) {
        const SegmentInfo info = m_editor->info();
        if (info.id.isValid()) {
            m_list->remove(info);
        }
        context().navigate({.page = PageId::Segments});
    } else {
        m_new->click();
    }
}

void SegmentsPage::openKlaviyo(KlaviyoSheet::Way way)
{
    auto* sheet = new KlaviyoSheet(context(), way, m_editor->tree());
    connect(sheet, &KlaviyoSheet::taken, this,
            [this](const SegmentDefinition& definition) { m_editor->replaceDefinition(definition); });
    sheet->openSheet();
}

void SegmentsPage::exportMembers()
{
    QString proposed = m_editor->name();
    proposed.replace(QLatin1Char('/'), QLatin1Char('-'));
    const QString file =
        QFileDialog::getSaveFileName(context().dialogParent(), tr("Write the people of this segment to"),
                                     proposed + QStringLiteral(".csv"), tr("CSV (*.csv);;Lines of JSON (*.ndjson)"));
    if (file.isEmpty()) {
        return;
    }
    m_editor->save([this, file](SegmentId id) {
        ExportProfiles command;
        command.file = toUtf8(file);
        command.ndjson = file.endsWith(QLatin1String(".ndjson"), Qt::CaseInsensitive);
        command.segment = id;
        bridge().submit(this, command, [this](Result<std::int64_t> written) {
            if (!written) {
                context().showError(written.error(), ErrorContext::Export);
                return;
            }
            context().toasts().show(tr("%1 people written").arg(formats().number(*written)), Tone::Ok);
        });
    });
}

Choices SegmentsPage::paletteEntries() const
{
    Choices entries{{.id = QStringLiteral("new"), .text = tr("New segment"), .icon = IconName::Plus}};
    if (isEditing()) {
        const QList<Doing> all = doings();
        for (const Doing& each : all) {
            if (!each.needsMembers || !m_editor->tree().isEmpty()) {
                entries.append({.id = each.id, .text = each.words, .icon = each.icon});
            }
        }
    }
    return entries;
}

void SegmentsPage::runPaletteEntry(const QString& id)
{
    run(id);
}

}  // namespace

Page* makeSegmentsPage(PageContext& context)
{
    return new SegmentsPage(context);
}

}  // namespace shopbell::ui

#include "segments_page.moc"
