// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connect_store_sheet.h"

#include "ui/bridge/engine_words.h"
#include "ui/bridge/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/form_view.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/toast.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int panelWidth = 500;

/// What happened and what to do, and the engine's own words where they say more.
QString problemWords(const Error& error)
{
    const QString sentence = errorWords(error, ErrorContext::Store).sentence;
    const QString own = engineWords(sentenceOf(error));
    return own == sentence ? sentence.toHtmlEscaped()
                           : QStringLiteral("<b>%1</b> %2").arg(sentence.toHtmlEscaped(), own.toHtmlEscaped());
}

}  // namespace

ConnectStoreSheet::ConnectStoreSheet(PageContext& context)
    : Sheet(tr("Connect a store"), context.dialogParent()),
      m_context(context),
      m_connector(new Picker),
      m_connectorField(new Field(tr("What does the store run on?"), m_connector)),
      m_form(new FormView),
      m_progress(new ProgressBar(tr("Asking the store…"))),
      m_result(new Banner(Tone::Ok)),
      m_warnings(new Banner(Tone::Brass)),
      m_test(new Button(tr("Test the connection"), IconName::Plug)),
      m_connect(new Button(tr("Connect"), Button::Kind::Primary))
{
    setSubtitle(tr("Shopbell only reads. Keys stay in this computer's keychain."));
    setPanelWidth(panelWidth);
    body()->setSpacing(space::l);
    body()->addWidget(m_connectorField);
    body()->addWidget(m_form);
    body()->addWidget(m_progress);
    body()->addWidget(m_result);
    body()->addWidget(m_warnings);
    body()->addStretch(1);
    addFooterButton(m_test);
    addFooterButton(m_connect);
    m_progress->setFraction(-1);
    m_progress->hide();
    m_result->hide();
    m_warnings->hide();
    m_connectorField->hide();
    connect(m_progress, &ProgressBar::cancelled, this, [this] {
        m_asker.cancel();
        setWorking(false);
    });
    m_progress->setCancellable(true);
    connect(m_connector, &Picker::chosen, this, &ConnectStoreSheet::showConnector);
    connect(m_form, &FormView::edited, this, [this] {
        m_warned = false;
        m_result->hide();
        m_warnings->hide();
        m_connect->setText(tr("Connect"));
    });
    connect(m_form, &FormView::submitted, this, [this] { test(false); });
    connect(m_test, &QAbstractButton::clicked, this, [this] { test(false); });
    connect(m_connect, &QAbstractButton::clicked, this, [this] { test(true); });
    connect(this, &Sheet::closed, this, &QObject::deleteLater);
    m_connect->setEnabled(false);
    m_test->setEnabled(false);
    context.bridge().ask(this, ListConnectors{}, [this](Result<std::vector<ConnectorInfo>> connectors) {
        if (!connectors || connectors->empty()) {
            m_result->setTone(Tone::Bad);
            m_result->setText(tr("This Shopbell knows no kind of store."));
            m_result->show();
            return;
        }
        m_connectors = std::move(*connectors);
        Choices choices;
        for (const ConnectorInfo& each : m_connectors) {
            choices.append({.id = toQString(each.name), .text = labelWords(each.label)});
        }
        m_connector->setChoices(choices);
        m_connectorField->setVisible(choices.size() > 1);
        m_connector->setCurrent(choices.front().id);
        showConnector(choices.front().id);
    });
}

void ConnectStoreSheet::showConnector(const QString& name)
{
    const auto at = std::ranges::find(m_connectors, toUtf8(name), &ConnectorInfo::name);
    if (at == m_connectors.end()) {
        return;
    }
    if (m_connectors.size() == 1) {
        setTitle(tr("Connect a %1 store").arg(toQString(at->label)));
    }
    m_form->setFields(at->fields);
    m_connect->setEnabled(true);
    m_test->setEnabled(true);
}

void ConnectStoreSheet::setWorking(bool working)
{
    m_progress->setVisible(working);
    m_test->setEnabled(!working);
    m_connect->setBusy(working);
    m_form->setEnabled(!working);
}

void ConnectStoreSheet::test(bool thenConnect)
{
    if (!m_form->validate()) {
        return;
    }
    m_result->hide();
    m_warnings->hide();
    setWorking(true);
    m_asker.ask(m_context.bridge(), TestStore{toUtf8(m_connector->current()), m_form->values()},
                [this, thenConnect](Result<StoreTestReport> report) {
                    setWorking(false);
                    if (!report) {
                        m_result->setTone(Tone::Bad);
                        m_result->setText(problemWords(report.error()));
                        m_result->show();
                        return;
                    }
                    showReport(*report);
                    if (thenConnect && (report->warnings.empty() || m_warned)) {
                        connectStore(*report);
                    } else if (!report->warnings.empty()) {
                        m_warned = true;
                        m_connect->setText(tr("Connect anyway"));
                    }
                });
}

void ConnectStoreSheet::showReport(const StoreTestReport& report)
{
    const Formats& formats = m_context.bridge().formats();
    QStringList found;
    if (report.orders) {
        found << tr("%1 orders").arg(formats.number(*report.orders));
    }
    if (report.customers) {
        found << tr("%1 customers").arg(formats.number(*report.customers));
    }
    if (!report.currency.empty()) {
        found << toQString(report.currency);
    }
    if (!report.platformVersion.empty()) {
        found << toQString(report.platformVersion);
    }
    m_result->setTone(Tone::Ok);
    m_result->setText(tr("<b>It works: %1.</b> %2")
                          .arg(toQString(report.name.empty() ? report.url : report.name).toHtmlEscaped(),
                               found.join(QStringLiteral(" · ")).toHtmlEscaped()));
    m_result->show();
    QStringList warnings;
    for (const Sentence& each : report.warnings) {
        warnings << engineWords(each).toHtmlEscaped();
    }
    m_warnings->setText(warnings.join(QStringLiteral("<br>")));
    m_warnings->setVisible(!warnings.isEmpty());
}

void ConnectStoreSheet::connectStore(const StoreTestReport& report)
{
    const std::string label = report.name.empty() ? report.url : report.name;
    m_connect->setBusy(true);
    m_context.bridge().submit(
        this, AddStore{toUtf8(m_connector->current()), label, m_form->values()},
        [this, label](Result<ConnectionId> id) {
            m_connect->setBusy(false);
            if (!id) {
                m_result->setTone(Tone::Bad);
                m_result->setText(problemWords(id.error()));
                return;
            }
            PageContext& context = m_context;
            context.bridge().submit(
                &context.toasts(), SyncStore{*id, false}, [&context, label](Result<SyncSummary> summary) {
                    if (!summary) {
                        context.showError(summary.error(), ErrorContext::Store);
                        return;
                    }
                    const Formats& formats = context.bridge().formats();
                    context.toasts().show(
                        tr("%1 was read: %2 customers, %3 orders")
                            .arg(toQString(label), formats.number(summary->customers), formats.number(summary->orders)),
                        Tone::Ok);
                });
            context.toasts().show(tr("%1 is connected. Its customers and orders are being read.").arg(toQString(label)),
                                  Tone::Ok);
            closeSheet();
        });
}

}  // namespace shopbell::ui
