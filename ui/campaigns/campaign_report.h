// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/campaigns.h"
#include "ui/shell/page_context.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <map>
#include <vector>

class QVBoxLayout;

namespace shopbell::ui {

class Banner;
class BigNumber;
class Button;
class Card;
class MessagePreview;
class ProgressBar;
class Table;
class Text;

/// The ledger of one campaign, page by page as it is scrolled to.
class LedgerModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Person, Address, State, Reason, When, ColumnCount };

    explicit LedgerModel(EngineBridge& bridge, QObject* parent = nullptr);
    void setQuestion(const ListLedger& question);
    void refresh();
    [[nodiscard]] std::int64_t total() const { return m_total; }
    [[nodiscard]] const LedgerRow* rowAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

signals:
    void answered();

private:
    EngineBridge& m_bridge;
    ListLedger m_question;
    std::vector<LedgerRow> m_rows;
    std::int64_t m_total = 0;
    Asker m_asker;
};

/// What became of one campaign: planned = accepted + failed + skipped + unknown + waiting, each number opening its
/// people; why some got nothing; how far sending is.
class CampaignReport : public QWidget {
    Q_OBJECT
public:
    explicit CampaignReport(PageContext& context, QWidget* parent = nullptr);

    void show(const CampaignSummary& summary);
    [[nodiscard]] const Campaign& campaign() const { return m_summary.campaign; }
    void pause();
    void cancelSending();
    void goOn();
    void backToDraft();
    void showMessage();

signals:
    void draftAsked(qint64 campaign);

private:
    struct Figure {
        Card* card;
        BigNumber* number;
    };
    QWidget* makeFigures();
    void showComing();
    /// Of all planned messages, 0…1.
    [[nodiscard]] double shareOf(std::int64_t count) const;
    void showReasons();
    void showProgress();
    void openPeople(const QString& which, const std::string& reason = {});
    void tell(Result<Done> done);

    PageContext& m_context;
    CampaignSummary m_summary;
    std::map<QString, Figure> m_figures;
    QWidget* m_figureRow = nullptr;
    Card* m_coming;
    MessagePreview* m_preview;
    Text* m_sum;
    ProgressBar* m_progress;
    Banner* m_state;
    Card* m_reasonsCard;
    QVBoxLayout* m_reasons;
    Card* m_people;
    Text* m_peopleCount;
    Table* m_table;
    LedgerModel* m_ledger;
    QString m_which = QStringLiteral("planned");
    std::string m_reason;
};

}  // namespace shopbell::ui
