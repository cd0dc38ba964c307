// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/preflight.h"

#include "content/message_checks.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace shopbell {

namespace {

/// Links that differ from person to person would otherwise make a finding each.
constexpr std::size_t mostFindings = 200;

}  // namespace

struct Preflight::State {
    struct Tally {
        bool blocks = false;
        std::int64_t people = 0;
    };
    std::vector<ContentFinding> general;
    std::map<std::string, Tally> personal;
    std::optional<MessageTemplate> content;
    std::int64_t looked = 0;

    void count(const std::map<std::string, bool>& findings)
    {
        for (const auto& [words, blocks] : findings) {
            const bool isKnown = personal.contains(words);
            const bool isRoom = personal.size() < mostFindings;
            auto& tally = personal[isKnown || isRoom ? words : std::string("There is more of the same kind.")];
            tally.blocks = tally.blocks || blocks;
            ++tally.people;
        }
    }
};

Preflight::Preflight(const MessageContent& content) : m_state(std::make_unique<State>())
{
    checkContent(content, [&](bool blocks, std::string words) {
        m_state->general.push_back({blocks, std::move(words), 0});
    });
    auto parsed = MessageTemplate::parse(content);
    if (parsed) {
        m_state->content = std::move(*parsed);
    } else {
        m_state->general.push_back({true, "The template cannot be read: " + parsed.error().what, 0});
    }
}

Preflight::Preflight(Preflight&&) noexcept = default;

Preflight& Preflight::operator=(Preflight&&) noexcept = default;

Preflight::~Preflight() = default;

void Preflight::look(const RenderContext& context)
{
    auto& state = *m_state;
    ++state.looked;
    if (!state.content) {
        return;
    }
    std::map<std::string, bool> findings;
    const auto note = [&](bool blocks, std::string words) {
        auto& known = findings[std::move(words)];
        known = known || blocks;
    };
    const auto rendered = state.content->render(context);
    if (!rendered) {
        note(false, "The message cannot be made: " + rendered.error().what);
    } else {
        for (const auto& field : rendered->missing) {
            note(false, "`" + field + "` has no value and no fallback: write {{ " + field + " | default: \"…\" }}.");
        }
        checkRendered(*rendered, context.unsubscribeUrl, note);
    }
    state.count(findings);
}

std::int64_t Preflight::looked() const
{
    return m_state->looked;
}

std::vector<ContentFinding> Preflight::finish() const
{
    auto findings = m_state->general;
    for (const auto& [words, tally] : m_state->personal) {
        findings.push_back({tally.blocks, words, tally.people == m_state->looked ? 0 : tally.people});
    }
    const auto concerned = [&](const ContentFinding& finding) {
        return finding.people == 0 ? m_state->looked + 1 : finding.people;
    };
    std::stable_sort(findings.begin(), findings.end(), [&](const ContentFinding& left, const ContentFinding& right) {
        return left.blocks != right.blocks ? left.blocks : concerned(left) > concerned(right);
    });
    return findings;
}

}  // namespace shopbell
