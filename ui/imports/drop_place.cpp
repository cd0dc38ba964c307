// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/drop_place.h"

#include "ui/widgets/empty_state.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QStandardPaths>

namespace shopbell::ui {

namespace {

QString fileOf(const QMimeData* carried)
{
    const QList<QUrl> urls = carried->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

}  // namespace

DropPlace::DropPlace(QWidget* parent) : Card(parent, Kind::Dashed)
{
    setAcceptDrops(true);
    setAccessibleName(tr("Drop a file here"));
    auto* state = new EmptyState(IconName::Upload, tr("Drop a file here"),
                                 tr("CSV as spreadsheets and shops write it, or lines of JSON (.ndjson). Which columns "
                                    "mean what is guessed and shown before anything is taken in."));
    auto* button = state->addAction(tr("Choose a file"));
    connect(button, &QAbstractButton::clicked, this, &DropPlace::choose);
    state->setMinimumHeight(300);
    body()->addWidget(state, 1);
}

void DropPlace::choose()
{
    const QString file = QFileDialog::getOpenFileName(
        window(), tr("Choose a file to import"), QStandardPaths::writableLocation(QStandardPaths::DownloadLocation),
        tr("Tables (*.csv *.tsv *.txt *.ndjson *.jsonl);;All files (*)"));
    if (!file.isEmpty()) {
        emit fileChosen(file);
    }
}

void DropPlace::dragEnterEvent(QDragEnterEvent* event)
{
    if (!fileOf(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
        setSelected(true);
    }
}

void DropPlace::dragLeaveEvent(QDragLeaveEvent*)
{
    setSelected(false);
}

void DropPlace::dropEvent(QDropEvent* event)
{
    setSelected(false);
    event->acceptProposedAction();
    emit fileChosen(fileOf(event->mimeData()));
}

}  // namespace shopbell::ui
