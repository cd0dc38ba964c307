// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/engine_words.h"
#include "ui/bridge/text.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/campaigns/path_steps.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace shopbell::ui {

CheckStep::CheckStep(PageContext& context)
    : PathStep(context),
      m_summary(new KeyValueList),
      m_findingsCard(new Card(tr("What we looked at"))),
      m_findings(nullptr),
      m_outboxOnly(
          new Banner(Tone::Brass, tr("<b>Nobody receives these.</b> The local outbox only writes messages to a "
                                     "folder, to look at. To send for real, enter a mail server in the "
                                     "settings.")))
{
    auto* row = makeRow(this, space::between);
    auto* again = new Button(tr("Check again"), IconName::Refresh);
    m_findingsCard->addToHeader(again);
    auto* findings = new QWidget;
    m_findings = makeColumn(findings, space::s);
    m_findingsCard->body()->addWidget(findings);
    m_outboxOnly->hide();
    m_findingsCard->body()->addWidget(m_outboxOnly);
    m_findingsCard->body()->addStretch(1);
    row->addWidget(m_findingsCard, 3);
    auto* summary = new Card(tr("Once more, before it goes"));
    summary->body()->addWidget(m_summary);
    summary->body()->addStretch(1);
    row->addWidget(summary, 2);
    connect(again, &QAbstractButton::clicked, this, &CheckStep::againAsked);
}

void CheckStep::show(const Campaign& draft)
{
    m_draft = draft;
    m_providerAsker.ask(m_context.bridge(), ListProviders{}, [this](Result<std::vector<ProviderInfo>> providers) {
        if (!providers) {
            return;
        }
        m_provider = tr("Local outbox: written to a folder, reaches nobody");
        bool outboxOnly = true;
        for (const ProviderInfo& each : *providers) {
            if (m_draft.provider.isValid() ? each.id == m_draft.provider
                                           : each.isDefault && each.channel == m_draft.channel) {
                outboxOnly = each.kind == "local-outbox";
                m_provider = outboxOnly ? tr("%1: written to a folder, reaches nobody").arg(labelWords(each.label))
                                        : labelWords(each.label);
            }
        }
        m_outboxOnly->setVisible(outboxOnly);
        showSummary();
    });
    showSummary();
}

void CheckStep::setAudience(const AudienceCount& count, const QString& words)
{
    m_count = count;
    m_audience = words;
    showSummary();
}

void CheckStep::showSummary()
{
    const Formats& formats = m_context.bridge().formats();
    const MessageContent& content = m_draft.content;
    m_summary->clear();
    m_summary->addRow(tr("To"), m_audience);
    m_summary->addRow(tr("Will get it"), formats.number(m_count.willGet));
    m_summary->addRow(tr("Will not"), formats.number(m_count.people - m_count.willGet));
    m_summary->addRow(tr("Subject"), content.subject.empty() ? tr("none yet") : plainSubject(content.subject));
    m_summary->addRow(tr("From"), content.fromName.empty()
                                      ? toQString(content.fromAddress)
                                      : toQString(content.fromName + " <" + content.fromAddress + ">"));
    m_summary->addRow(tr("When"),
                      m_draft.scheduledFor.ms == 0 ? tr("at once") : formats.dateTime(m_draft.scheduledFor));
    m_summary->addRow(tr("Carried by"), m_provider);
}

void CheckStep::check(CampaignId campaign)
{
    if (!m_checked) {
        clearLayout(m_findings);
        m_findings->addWidget(
            (new Text(tr("Every message is being made and looked at…"), TextStyle::Body, Token::InkSoft))->wrapped());
    }
    m_asker.ask(m_context.bridge(), PreflightCampaign{campaign},
                [this](Result<std::vector<PreflightFinding>> findings) {
                    if (!findings) {
                        showFindings({{true, sentenceOf(findings.error()), 0}});
                        return;
                    }
                    showFindings(*findings);
                });
}

void CheckStep::showFindings(const std::vector<PreflightFinding>& findings)
{
    clearLayout(m_findings);
    m_checked = true;
    m_blocked = std::ranges::any_of(findings, &PreflightFinding::blocks);
    if (!m_blocked) {
        m_findings->addWidget(new Banner(Tone::Ok, findings.empty()
                                                       ? tr("<b>Nothing stands in the way.</b> Every message was made "
                                                            "and looked at.")
                                                       : tr("<b>It can go out.</b> These are worth a look:")));
    }
    for (const PreflightFinding& each : findings) {
        const QString words = engineWords(each.words).toHtmlEscaped();
        QString line = each.blocks ? tr("<b>This stops it.</b> %1").arg(words) : words;
        if (each.people > 0) {
            line += QLatin1Char(' ') + tr("It concerns %Ln people.", nullptr, static_cast<int>(each.people));
        }
        m_findings->addWidget(new Banner(each.blocks ? Tone::Bad : Tone::Brass, line));
    }
    emit checked();
}

}  // namespace shopbell::ui
