// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/text.h"
#include "ui/settings/settings_section.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"

#include <QFileInfo>

namespace shopbell::ui {

namespace {

/// Copies of the workspace: make one, see them all, go back to one.
class BackupSection final : public SettingsSection {
    Q_OBJECT
public:
    explicit BackupSection(PageContext& context);
    void reload() override;

private:
    void show(const std::vector<BackupInfo>& backups);

    Text* m_none;
    QVBoxLayout* m_rows;
    Asker m_asker;
};

BackupSection::BackupSection(PageContext& context)
    : SettingsSection(context),
      m_none(new Text(tr("There is no backup yet."), TextStyle::Body, Token::InkSoft)),
      m_rows(nullptr)
{
    auto* make = new Card(tr("Back up"));
    auto* now = new Button(tr("Back up now"), IconName::Archive, Button::Kind::Primary);
    make->addToHeader(now);
    make->body()->addWidget((new Text(tr("A backup is one file beside the workspace with everything in it, made while "
                                         "Shopbell runs. The newest ten are kept. Keys and passwords are not in it."),
                                      TextStyle::Body, Token::InkSoft))
                                ->wrapped());
    column()->addWidget(make);
    auto* list = new Card(tr("Backups"));
    auto* other = new Button(tr("Restore from a file…"), IconName::Folder);
    list->addToHeader(other);
    list->body()->addWidget(m_none);
    auto* rows = new QWidget;
    m_rows = makeColumn(rows, 0);
    list->body()->addWidget(rows);
    column()->addWidget(list);
    column()->addStretch(1);
    connect(now, &QAbstractButton::clicked, this, [this] { m_context.backUp(); });
    connect(other, &QAbstractButton::clicked, this, [this] { m_context.restoreBackup({}); });
    // A backup that ends is what changes this list.
    connect(&context.bridge(), &EngineBridge::progressed, this, [this](const Progress& progress) {
        if (progress.kind == Progress::Kind::Backup && progress.finished) {
            reload();
        }
    });
}

void BackupSection::reload()
{
    m_asker.ask(m_context.bridge(), ListBackups{}, [this](Result<std::vector<BackupInfo>> backups) {
        if (!backups) {
            m_context.showError(backups.error(), ErrorContext::Backup);
            return;
        }
        show(*backups);
    });
}

void BackupSection::show(const std::vector<BackupInfo>& backups)
{
    const Formats& formats = m_context.bridge().formats();
    clearLayout(m_rows);
    m_none->setVisible(backups.empty());
    bool first = true;
    for (const BackupInfo& each : backups) {
        const QString file = toQString(each.file);
        const QString when = formats.dateTime(each.at);
        auto* line = new QWidget;
        auto* row = makeRow(line, space::s);
        auto* words = new ListRow;
        words->setIcon(IconName::Archive);
        words->setText(when);
        words->setSecondLine(QFileInfo(file).fileName());
        words->setTrailing(formats.bytes(each.bytes));
        words->setFirst(true);  // the line between two goes under the button too
        if (!std::exchange(first, false)) {
            m_rows->addWidget(new Separator);
        }
        auto* restore = new Button(tr("Restore…"));
        restore->setSmall(true);
        restore->setAccessibleName(tr("Restore the backup of %1").arg(when));
        connect(restore, &QAbstractButton::clicked, this, [this, file] { m_context.restoreBackup(file); });
        row->addWidget(words, 1);
        row->addWidget(restore);
        m_rows->addWidget(line);
    }
}

}  // namespace

SettingsSection* makeBackupSection(PageContext& context)
{
    return new BackupSection(context);
}

}  // namespace shopbell::ui

#include "backup_section.moc"
