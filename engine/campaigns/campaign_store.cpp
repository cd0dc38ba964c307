// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigns/campaign_store.h"

#include "base/text.h"
#include "campaigns/campaign_json.h"
#include "campaigns/campaign_states.h"
#include "db/transaction.h"

namespace shopbell {

namespace {

constexpr std::string_view insertSql =
    "INSERT INTO campaign(name, state, channel, audience, content, provider_id, created_at, changed_at, scheduled_for) "
    "VALUES(?1, 0, ?2, ?3, ?4, ?5, ?6, ?6, ?7)";
constexpr std::string_view updateSql =
    "UPDATE campaign SET name = ?2, channel = ?3, audience = ?4, content = ?5, provider_id = ?6, changed_at = ?7, "
    "scheduled_for = ?8 WHERE id = ?1";
constexpr std::string_view columnsSql = "SELECT id, name, state, channel, audience, content, provider_id, created_at, "
                                        "changed_at, scheduled_for, started_at, "
                                        "finished_at FROM campaign ";
constexpr std::string_view moveSql = "UPDATE campaign SET state = ?2, changed_at = ?3, "
                                     "started_at = CASE WHEN ?2 = 2 AND started_at = 0 THEN ?3 ELSE started_at END, "
                                     "finished_at = CASE WHEN ?2 IN (4, 5) THEN ?3 ELSE finished_at END WHERE id = ?1";
constexpr std::string_view removeSql = "DELETE FROM campaign WHERE id = ?1";

constexpr std::size_t longestName = 200;

Result<Campaign> readCampaign(const db::Statement& row)
{
    Campaign campaign;
    campaign.id = row.id<CampaignId>(0);
    campaign.name = row.string(1);
    campaign.state = static_cast<CampaignState>(row.integer(2));
    campaign.channel = static_cast<Channel>(row.integer(3));
    auto audience = parseAudience(row.text(4));
    if (!audience) {
        return fail(audience.error());
    }
    campaign.audience = std::move(*audience);
    auto content = parseContent(row.text(5));
    if (!content) {
        return fail(content.error());
    }
    campaign.content = std::move(*content);
    campaign.provider = row.id<ProviderId>(6);
    campaign.createdAt = row.instant(7);
    campaign.changedAt = row.instant(8);
    campaign.scheduledFor = row.instant(9);
    campaign.startedAt = row.instant(10);
    campaign.finishedAt = row.instant(11);
    return campaign;
}

Result<std::vector<Campaign>> readAll(db::Connection& connection, const std::string& sql, CampaignId id)
{
    std::vector<Campaign> campaigns;
    std::optional<Error> problem;
    auto read = connection.each(
        sql,
        [&](db::Statement& row) {
            if (auto campaign = readCampaign(row)) {
                campaigns.push_back(std::move(*campaign));
            } else if (!problem) {
                problem = campaign.error();
            }
        },
        id);
    if (!read) {
        return fail(read.error());
    }
    if (problem) {
        return fail(*problem);
    }
    return campaigns;
}

}  // namespace

Result<CampaignId> CampaignStore::save(const Campaign& campaign)
{
    const auto name = trimmed(campaign.name);
    if (name.empty() || name.size() > longestName || !isValidUtf8(name)) {
        return fail(ErrorKind::InvalidInput,
                    say("campaign-name-missing", "A campaign needs a name of 1 to 200 bytes."));
    }
    const auto audience = toJson(campaign.audience);
    const auto content = toJson(campaign.content);
    const auto now = m_clock.now();
    if (!campaign.id.isValid()) {
        auto done = m_db.run(insertSql, name, campaign.channel, audience, content, campaign.provider, now,
                             campaign.scheduledFor);
        if (!done) {
            return fail(done.error());
        }
        return CampaignId{m_db.lastInsertRow()};
    }
    return db::inTransaction(m_db, [&]() -> Result<CampaignId> {
        auto standing = load(campaign.id);
        if (!standing) {
            return fail(standing.error());
        }
        if (standing->state != CampaignState::Draft && standing->state != CampaignState::Scheduled) {
            return fail(ErrorKind::Conflict,
                        say("campaign-not-changeable",
                            "\"%1\" is %2 and cannot be changed any more. Make a new campaign of it.",
                            {standing->name, campaignStateName(standing->state)}));
        }
        auto done = m_db.run(updateSql, campaign.id, name, campaign.channel, audience, content, campaign.provider, now,
                             campaign.scheduledFor);
        if (!done) {
            return fail(done.error());
        }
        return campaign.id;
    });
}

Result<Campaign> CampaignStore::load(CampaignId campaign)
{
    auto found = readAll(m_db, std::string(columnsSql) + "WHERE id = ?1", campaign);
    if (!found) {
        return fail(found.error());
    }
    if (found->empty()) {
        return fail(ErrorKind::NotFound,
                    say("campaign-unknown", "There is no campaign %1.", {std::to_string(campaign.value)}));
    }
    return std::move(found->front());
}

Result<std::vector<Campaign>> CampaignStore::listAll()
{
    return readAll(m_db, std::string(columnsSql) + "WHERE ?1 IS NULL ORDER BY created_at DESC, id DESC", {});
}

Result<void> CampaignStore::remove(CampaignId campaign)
{
    return db::inTransaction(m_db, [&]() -> Result<void> {
        auto standing = load(campaign);
        if (!standing) {
            return fail(standing.error());
        }
        if (standing->state != CampaignState::Draft) {
            return fail(ErrorKind::Conflict,
                        say("campaign-not-removable",
                            "\"%1\" is %2. Only a draft can be removed, for what was sent stays written down.",
                            {standing->name, campaignStateName(standing->state)}));
        }
        return m_db.run(removeSql, campaign);
    });
}

Result<void> CampaignStore::move(CampaignId campaign, CampaignState to)
{
    return db::inTransaction(m_db, [&]() -> Result<void> {
        auto standing = load(campaign);
        if (!standing) {
            return fail(standing.error());
        }
        if (!mayMove(standing->state, to)) {
            return fail(ErrorKind::Conflict,
                        say("campaign-state-refused", "\"%1\" is %2 and cannot become %3.",
                            {standing->name, campaignStateName(standing->state), campaignStateName(to)}));
        }
        return m_db.run(moveSql, campaign, to, m_clock.now());
    });
}

}  // namespace shopbell
