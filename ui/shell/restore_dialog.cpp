// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/restore_dialog.h"

#include "api/workspace.h"
#include "ui/bridge/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/text.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QRadioButton>
#include <QStyle>

namespace shopbell::ui {

RestoreDialog::RestoreDialog(const QString& backup, const QString& open, const QString& folder, EngineBridge* bridge,
                             QWidget* parent)
    : Dialog(tr("Restore a backup"), parent),
      m_open(open),
      m_folder(folder),
      m_backups(new Picker),
      m_target(new TextField(tr("File of the new workspace"))),
      m_asNew(new QRadioButton(tr("As a new workspace"))),
      m_replace(new QRadioButton(tr("In place of the open workspace")))
{
    setSentence(tr("What is restored starts with sending locked, so that nobody gets a message twice."));
    m_backups->setPlaceholder(tr("Choose a backup"));
    m_backupField = new Field(tr("Backup"), m_backups);
    auto* row = makeRow(space::s);
    row->addWidget(m_backupField, 1);
    auto* browse = new Button(tr("Another file…"), IconName::Folder);
    row->addWidget(browse, 0, Qt::AlignTop);
    row->setAlignment(browse, Qt::AlignBottom);
    body()->addLayout(row);
    m_asNew->setChecked(true);
    body()->addWidget(m_asNew);
    body()->addWidget(m_target);
    body()->addWidget(m_replace);
    auto* gone =
        (new Text(tr("What changed since the backup is then gone."), TextStyle::Small, Token::InkSoft))->wrapped();
    auto* below = makeRow(0);
    // Beneath the words of the choice, not beneath its circle.
    below->addSpacing(style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth) +
                      style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing));
    below->addWidget(gone, 1);
    body()->addLayout(below);
    m_replace->setAccessibleDescription(gone->text());
    m_replace->setVisible(!open.isEmpty());
    gone->setVisible(!open.isEmpty());
    connect(m_asNew, &QAbstractButton::toggled, m_target, &QWidget::setEnabled);
    connect(m_backups, &Picker::chosen, this, &RestoreDialog::choose);
    connect(browse, &QAbstractButton::clicked, this, [this] {
        const QString from = m_open.isEmpty() ? m_folder : QFileInfo(m_open).absolutePath();
        const QString file = QFileDialog::getOpenFileName(this, tr("Choose a backup"), from);
        if (!file.isEmpty()) {
            choose(file);
        }
    });
    addButton(tr("Cancel"), Button::Kind::Secondary);
    connect(addButton(tr("Restore"), Button::Kind::Primary, false), &QAbstractButton::clicked, this, [this] {
        if (check()) {
            accept();
        }
    });
    const QString stem = open.isEmpty() ? tr("Restored", "file name") : QFileInfo(open).completeBaseName();
    const QDir place(open.isEmpty() ? folder : QFileInfo(open).absolutePath());
    m_target->setText(QDir::toNativeSeparators(
        place.filePath(tr("%1 (restored)", "file name").arg(stem) + QStringLiteral(".shopbell"))));
    if (bridge != nullptr) {
        loadBackups(*bridge);
    }
    if (!backup.isEmpty()) {
        choose(backup);
    }
}

void RestoreDialog::loadBackups(EngineBridge& bridge)
{
    m_asker.ask(bridge, ListBackups{}, [this, formats = bridge.formats()](Result<std::vector<BackupInfo>> backups) {
        if (!backups) {
            return;
        }
        Choices choices = m_backups->choices();
        for (const BackupInfo& each : *backups) {
            choices << Choice{
                .id = toQString(each.file), .text = formats.dateTime(each.at), .note = formats.bytes(each.bytes)};
        }
        m_backups->setChoices(choices);
        if (m_backup.isEmpty() && !backups->empty()) {
            choose(toQString(backups->front().file));
        }
    });
}

void RestoreDialog::choose(const QString& backup)
{
    m_backup = backup;
    m_backupField->setError({});
    Choices choices = m_backups->choices();
    const bool known = std::ranges::any_of(choices, [&](const Choice& each) { return each.id == backup; });
    if (!known) {
        choices << Choice{.id = backup, .text = QFileInfo(backup).fileName()};
        m_backups->setChoices(choices);
    }
    m_backups->setCurrent(backup);
}

bool RestoreDialog::check()
{
    m_backupField->setError(m_backup.isEmpty() ? tr("Choose which backup.") : QString());
    QString problem;
    if (!replaces()) {
        const QFileInfo file(target());
        if (file.suffix() != QLatin1String("shopbell")) {
            problem = tr("The file's name ends in .shopbell.");
        } else if (file.exists()) {
            problem = tr("There is a file of that name already. Choose another name.");
        }
    }
    m_target->setError(problem);
    return !m_backup.isEmpty() && problem.isEmpty();
}

QString RestoreDialog::backup() const
{
    return m_backup;
}

QString RestoreDialog::target() const
{
    return replaces() ? m_open : QFileInfo(QDir::fromNativeSeparators(m_target->text().trimmed())).absoluteFilePath();
}

bool RestoreDialog::replaces() const
{
    return m_replace->isChecked();
}

}  // namespace shopbell::ui
