// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/campaigns.h"
#include "ui/shell/page_context.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <vector>

class QStackedWidget;

namespace shopbell::ui {

class SegmentedControl;
class Table;
class Text;

/// Campaigns as rows: name and subject, state, how many people, how many messages were taken, when.
class CampaignModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, State, People, Accepted, NotSent, When, ColumnCount };

    explicit CampaignModel(EngineBridge& bridge, QObject* parent = nullptr);
    void setCampaigns(std::vector<CampaignSummary> campaigns);
    void setFilter(const QString& filter);  ///< "all", "drafts", "sending", "sent"
    [[nodiscard]] int count(const QString& filter) const;
    [[nodiscard]] const CampaignSummary* campaignAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void rebuild();

    EngineBridge& m_bridge;
    std::vector<CampaignSummary> m_all;
    std::vector<std::size_t> m_shown;
    QString m_filter = QStringLiteral("all");
};

/// All campaigns: drafts, those that are being sent, those that were. Delete removes a draft, and can be undone.
class CampaignBoard : public QWidget {
    Q_OBJECT
public:
    explicit CampaignBoard(PageContext& context, QWidget* parent = nullptr);

    void reload();
    [[nodiscard]] QString countWords() const;
    [[nodiscard]] bool isEmpty() const { return m_loaded && m_model->count(QStringLiteral("all")) == 0; }

signals:
    void campaignAsked(qint64 campaign);
    void newAsked();
    void countChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show(std::vector<CampaignSummary> campaigns);
    void openMenu(const QPoint& at);
    void openRow(const QModelIndex& index);

    PageContext& m_context;
    QStackedWidget* m_stack;
    SegmentedControl* m_filter;
    Table* m_table;
    CampaignModel* m_model;
    Asker m_asker;
    bool m_loaded = false;
};

/// Removes a draft; the toast's Undo makes it again.
void removeDraft(PageContext& context, QObject* owner, const Campaign& draft);
/// Makes a new draft of a campaign and goes there.
void copyCampaign(PageContext& context, QObject* owner, Campaign campaign);

}  // namespace shopbell::ui
