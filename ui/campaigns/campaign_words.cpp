// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_words.h"

#include "ui/bridge/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace shopbell::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Campaigns)
};

QString unsubscribeWord()
{
    return Words::tr("Unsubscribe", "at the end of an email");
}

/// Liquid objects and tags are kept as they are; all else is escaped, and addresses become links.
QString escapedLine(const QString& line)
{
    static const QRegularExpression special(
        QStringLiteral(R"(\{\{.*?\}\}|\{%.*?%\}|https?://[^\s<>"]*[^\s<>".,;:!?)])"));
    QString html;
    qsizetype from = 0;
    auto all = special.globalMatch(line);
    while (all.hasNext()) {
        const auto match = all.next();
        html += line.mid(from, match.capturedStart() - from).toHtmlEscaped();
        const QString found = match.captured();
        html += found.startsWith(QLatin1Char('{'))
                    ? found
                    : QStringLiteral("<a href=\"%1\">%2</a>").arg(found.toHtmlEscaped(), found.toHtmlEscaped());
        from = match.capturedEnd();
    }
    return html + line.mid(from).toHtmlEscaped();
}

}  // namespace

QString campaignStateWord(CampaignState state)
{
    switch (state) {
    case CampaignState::Draft: return Words::tr("Draft");
    case CampaignState::Scheduled: return Words::tr("Scheduled");
    case CampaignState::Sending: return Words::tr("Sending");
    case CampaignState::Paused: return Words::tr("Paused");
    case CampaignState::Sent: return Words::tr("Sent");
    case CampaignState::Cancelled: return Words::tr("Cancelled");
    }
    return {};
}

Tone campaignTone(CampaignState state)
{
    switch (state) {
    case CampaignState::Scheduled:
    case CampaignState::Sending: return Tone::Accent;
    case CampaignState::Paused: return Tone::Brass;
    case CampaignState::Sent: return Tone::Ok;
    default: return Tone::Neutral;
    }
}

QString messageStateWord(MessageState state)
{
    switch (state) {
    case MessageState::Planned:
    case MessageState::Queued: return Words::tr("Waiting");
    case MessageState::Sending: return Words::tr("Being sent");
    case MessageState::Accepted: return Words::tr("Accepted");
    case MessageState::Failed: return Words::tr("Failed");
    case MessageState::Skipped: return Words::tr("Skipped");
    case MessageState::Unknown: return Words::tr("Unknown");
    case MessageState::Cancelled: return Words::tr("Cancelled");
    }
    return {};
}

Tone messageTone(MessageState state)
{
    switch (state) {
    case MessageState::Sending: return Tone::Accent;
    case MessageState::Accepted: return Tone::Ok;
    case MessageState::Failed: return Tone::Bad;
    case MessageState::Unknown: return Tone::Brass;
    default: return Tone::Neutral;
    }
}

QString skipWords(std::string_view reason)
{
    const auto known = findSkipReason(reason);
    if (!known) {
        return toQString(reason);
    }
    switch (*known) {
    case SkipReason::NoAddress: return Words::tr("no email address");
    case SkipReason::InvalidAddress: return Words::tr("the address cannot be right");
    case SkipReason::NoConsent: return Words::tr("never agreed to get messages");
    case SkipReason::Unsubscribed: return Words::tr("unsubscribed");
    case SkipReason::Suppressed: return Words::tr("suppressed: it bounced or complained");
    case SkipReason::DuplicateAddress: return Words::tr("same address as somebody else");
    case SkipReason::SmartSending: return Words::tr("got another message just before");
    case SkipReason::Erased: return Words::tr("erased");
    case SkipReason::CannotRender: return Words::tr("the message cannot be made");
    }
    return {};
}

QString plainSubject(std::string_view subject)
{
    static const QRegularExpression field(QStringLiteral(R"(\{\{(?:[^}]*?default:\s*["']([^"']*)["'])?[^}]*\}\})"));
    const QString whole = toQString(subject);
    QString plain;
    qsizetype from = 0;
    auto all = field.globalMatch(whole);
    while (all.hasNext()) {
        const auto match = all.next();
        plain += whole.mid(from, match.capturedStart() - from);
        plain += match.capturedLength(1) > 0 ? match.captured(1) : QStringLiteral("…");
        from = match.capturedEnd();
    }
    return plain + whole.mid(from);
}

QString whenWords(const Campaign& campaign, const Formats& formats)
{
    switch (campaign.state) {
    case CampaignState::Draft: return Words::tr("changed %1").arg(formats.dateTime(campaign.changedAt));
    case CampaignState::Scheduled: return Words::tr("goes out %1").arg(formats.dateTime(campaign.scheduledFor));
    case CampaignState::Sending:
    case CampaignState::Paused: return Words::tr("since %1").arg(formats.dateTime(campaign.startedAt));
    case CampaignState::Sent:
    case CampaignState::Cancelled:
        return formats.dateTime(campaign.finishedAt.ms != 0 ? campaign.finishedAt : campaign.changedAt);
    }
    return {};
}

QString htmlFromWriting(const QString& writing)
{
    static const QRegularExpression emptyLines(QStringLiteral(R"(\n[ \t]*\n\s*)"));
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html>\n<body style=\"margin:0; padding:24px; font-family:Helvetica, "
                       "Arial, sans-serif; font-size:16px; line-height:1.5\">\n"
                       "<div style=\"max-width:560px; margin:0 auto\">\n");
    for (const QString& paragraph : writing.trimmed().split(emptyLines, Qt::SkipEmptyParts)) {
        QStringList lines;
        for (const QString& line : paragraph.split(QLatin1Char('\n'))) {
            lines << escapedLine(line);
        }
        html += QStringLiteral("<p>") + lines.join(QLatin1String("<br>\n")) + QStringLiteral("</p>\n");
    }
    html += QStringLiteral("<p style=\"font-size:12px\">{{ shop.name }} · <a href=\"{{ unsubscribe_url }}\">") +
            unsubscribeWord().toHtmlEscaped() + QStringLiteral("</a></p>\n</div>\n</body>\n</html>\n");
    return html;
}

QString textFromWriting(const QString& writing)
{
    return writing.trimmed() + QStringLiteral("\n\n--\n{{ shop.name }}\n") + unsubscribeWord() +
           QStringLiteral(": {{ unsubscribe_url }}\n");
}

QString writingOf(const MessageContent& content)
{
    const QString text = toQString(content.text);
    const qsizetype end = text.lastIndexOf(QLatin1String("\n\n--\n{{ shop.name }}\n"));
    if (content.html.empty() && content.text.empty()) {
        return QStringLiteral("");
    }
    if (end < 0) {
        return {};
    }
    const QString writing = text.left(end);
    return htmlFromWriting(writing) == toQString(content.html) ? writing : QString();
}

}  // namespace shopbell::ui
