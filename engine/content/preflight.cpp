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
        Sentence words;
        bool blocks = false;
        std::int64_t people = 0;
    };
    std::vector<ContentFinding> general;
    std::map<std::string, Tally> personal;  ///< by the English words
    std::optional<MessageTemplate> content;
    std::int64_t looked = 0;

    void count(std::map<std::string, ContentFinding>& findings)
    {
        for (auto& [english, finding] : findings) {
            if (!personal.contains(english) && personal.size() >= mostFindings) {
                finding.words = say("findings-more", "There is more of the same kind.");
            }
            auto& tally = personal[finding.words.words];
            tally.blocks = tally.blocks || finding.blocks;
            if (++tally.people == 1) {
                tally.words = std::move(finding.words);
            }
        }
    }
};

Preflight::Preflight(const MessageContent& content) : m_state(std::make_unique<State>())
{
    checkContent(content, [&](bool blocks, Sentence words) {
        m_state->general.push_back({blocks, std::move(words), 0});
    });
    auto parsed = MessageTemplate::parse(content);
    if (parsed) {
        m_state->content = std::move(*parsed);
    } else {
        m_state->general.push_back(
            {true, say("template-unreadable", "The template cannot be read: %1", {sentenceOf(parsed.error())}), 0});
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
    std::map<std::string, ContentFinding> findings;
    const auto note = [&](bool blocks, Sentence words) {
        auto& known = findings[words.words];
        known.blocks = known.blocks || blocks;
        known.words = std::move(words);
    };
    const auto rendered = state.content->render(context);
    if (!rendered) {
        note(false, say("message-not-made", "The message cannot be made: %1", {sentenceOf(rendered.error())}));
    } else {
        for (const auto& field : rendered->missing) {
            note(false, say("field-without-fallback",
                            "`%1` has no value and no fallback: write {{ %1 | default: \"…\" }}.", {field}));
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
    for (const auto& [english, tally] : m_state->personal) {
        findings.push_back({tally.blocks, tally.words, tally.people == m_state->looked ? 0 : tally.people});
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
