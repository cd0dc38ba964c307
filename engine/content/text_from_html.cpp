// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "content/email_message.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>

namespace shopbell {

namespace {

constexpr int deepest = 300;
constexpr std::size_t mostOpenTags = 20'000;  // the parser frees its tree by recursion

bool isOneOf(GumboTag tag, std::initializer_list<GumboTag> tags)
{
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

std::string_view attribute(const GumboElement& element, const char* name)
{
    const auto* const found = gumbo_get_attribute(&element.attributes, name);
    return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool isHidden(const GumboElement& element)
{
    if (isOneOf(element.tag, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_HEAD, GUMBO_TAG_TITLE, GUMBO_TAG_TEMPLATE,
                              GUMBO_TAG_NOSCRIPT, GUMBO_TAG_OBJECT, GUMBO_TAG_SELECT})) {
        return true;
    }
    const auto style = replaceAll(toLowerAscii(attribute(element, "style")), " ", "");
    return style.find("display:none") != std::string::npos;
}

/// Writes words, and knows how many line ends stand between the last ones and the next.
class TextWriter {
public:
    void words(std::string_view text)
    {
        for (std::size_t at = 0; at < text.size(); ++at) {
            const auto rest = text.substr(at);
            if (rest.starts_with("\xC2\xAD") || rest.starts_with("\xE2\x80\x8B") || rest.starts_with("\xE2\x80\x8C") ||
                rest.starts_with("\xCD\x8F") || rest.starts_with("\xEF\xBB\xBF")) {
                // Soft hyphens and characters without width only pad the preview.
                at += rest.front() == '\xE2' || rest.front() == '\xEF' ? 2 : 1;
            } else if (rest.starts_with("\xC2\xA0")) {
                m_blank = true;
                ++at;
            } else if (rest.front() == ' ' || (rest.front() >= '\t' && rest.front() <= '\r')) {
                m_blank = true;
            } else {
                put(rest.front());
            }
        }
    }
    void verbatim(std::string_view text)
    {
        for (const char c : text) {
            if (c == '\n') {
                breakLines(m_lines + 1);
            } else if (c == ' ') {
                put(' ');
            } else if (c != '\r') {
                put(c);
            }
        }
    }
    /// At least so many line ends before the next word.
    void breakLines(int count)
    {
        m_lines = std::max(m_lines, count);
        m_blank = false;
    }
    void lineEnd() { breakLines(std::min(m_lines + 1, 2)); }
    void blank() { m_blank = true; }
    void indent(int by) { m_indent += by; }
    /// Stands in front of the next word, once: "- ".
    void mark(std::string mark) { m_mark = std::move(mark); }
    [[nodiscard]] std::size_t size() const { return m_text.size(); }
    [[nodiscard]] std::string_view since(std::size_t begin) const
    {
        return std::string_view(m_text).substr(std::min(begin, m_text.size()));
    }
    [[nodiscard]] std::string take()
    {
        if (!m_text.empty()) {
            m_text += '\n';
        }
        return std::move(m_text);
    }

private:
    void put(char c)
    {
        if (m_text.empty()) {
            m_lines = 0;
            beginLine();
        } else if (m_lines > 0) {
            m_text.append(static_cast<std::size_t>(std::min(m_lines, 3)), '\n');
            m_lines = 0;
            beginLine();
        } else if (m_blank) {
            m_text += ' ';
        }
        m_blank = false;
        m_text += c;
    }
    void beginLine()
    {
        m_blank = false;
        const auto width = static_cast<std::size_t>(std::max(m_indent, 0));
        m_text.append(width - std::min(width, m_mark.size()), ' ');
        m_text += m_mark;
        m_mark.clear();
    }

    std::string m_text;
    std::string m_mark;
    int m_lines = 0;
    int m_indent = 0;
    bool m_blank = false;
};

class HtmlReader {
public:
    [[nodiscard]] std::string read(const GumboNode& root)
    {
        visit(root, 0);
        return m_out.take();
    }

private:
    void visit(const GumboNode& node, int depth)
    {
        if (depth > deepest) {
            return;
        }
        switch (node.type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_WHITESPACE:
        case GUMBO_NODE_CDATA:
            m_preformatted > 0 ? m_out.verbatim(node.v.text.text) : m_out.words(node.v.text.text);
            break;
        case GUMBO_NODE_ELEMENT:
            if (!isHidden(node.v.element)) {
                element(node.v.element, depth);
            }
            break;
        default: break;
        }
    }

    void children(const GumboElement& element, int depth)
    {
        for (unsigned index = 0; index < element.children.length; ++index) {
            visit(*static_cast<const GumboNode*>(element.children.data[index]), depth + 1);
        }
    }

    void element(const GumboElement& element, int depth)
    {
        switch (element.tag) {
        case GUMBO_TAG_BR: m_out.lineEnd(); return;
        case GUMBO_TAG_HR:
            m_out.breakLines(2);
            m_out.words("--------");
            m_out.breakLines(2);
            return;
        case GUMBO_TAG_IMG: m_out.words(attribute(element, "alt")); return;
        case GUMBO_TAG_A: link(element, depth); return;
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL: list(element, depth); return;
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH:
            m_out.blank();
            children(element, depth);
            m_out.blank();
            return;
        case GUMBO_TAG_PRE:
            ++m_preformatted;
            block(element, depth, 2);
            --m_preformatted;
            return;
        default: break;
        }
        if (isOneOf(element.tag, {GUMBO_TAG_P, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5,
                                  GUMBO_TAG_H6, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_DL, GUMBO_TAG_FIGURE})) {
            block(element, depth, 2);
        } else if (isOneOf(element.tag,
                           {GUMBO_TAG_DIV, GUMBO_TAG_TR, GUMBO_TAG_TABLE, GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE,
                            GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER, GUMBO_TAG_MAIN, GUMBO_TAG_NAV, GUMBO_TAG_ASIDE,
                            GUMBO_TAG_CENTER, GUMBO_TAG_DT, GUMBO_TAG_DD, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_ADDRESS,
                            GUMBO_TAG_FORM, GUMBO_TAG_CAPTION, GUMBO_TAG_BODY, GUMBO_TAG_LI})) {
            block(element, depth, 1);
        } else {
            children(element, depth);
        }
    }

    void block(const GumboElement& element, int depth, int lines)
    {
        m_out.breakLines(lines);
        children(element, depth);
        m_out.breakLines(lines);
    }

    void list(const GumboElement& element, int depth)
    {
        const bool isNumbered = element.tag == GUMBO_TAG_OL;
        int number = static_cast<int>(parseInteger(attribute(element, "start")).value_or(1) % 1'000'000);
        m_out.breakLines(m_lists == 0 ? 2 : 1);
        ++m_lists;
        for (unsigned index = 0; index < element.children.length; ++index) {
            const auto& child = *static_cast<const GumboNode*>(element.children.data[index]);
            if (child.type != GUMBO_NODE_ELEMENT || child.v.element.tag != GUMBO_TAG_LI) {
                visit(child, depth + 1);
                continue;
            }
            const auto mark = isNumbered ? std::to_string(number++) + ". " : std::string("- ");
            m_out.breakLines(1);
            m_out.indent(static_cast<int>(mark.size()));
            m_out.mark(mark);
            visit(child, depth + 1);
            m_out.mark({});
            m_out.indent(-static_cast<int>(mark.size()));
        }
        --m_lists;
        m_out.breakLines(m_lists == 0 ? 2 : 1);
    }

    /// "words (address)", or one of the two where they say the same.
    void link(const GumboElement& element, int depth)
    {
        const auto before = m_out.size();
        children(element, depth);
        const auto words = std::string(trimmed(m_out.since(before)));
        const auto address = std::string(trimmed(attribute(element, "href")));
        auto shown = address;
        if (toLowerAscii(address.substr(0, 7)) == "mailto:") {
            const auto mailbox =
                address.substr(7, address.find('?') == std::string::npos ? address.find('?') : address.find('?') - 7);
            shown = words == mailbox ? std::string() : address;
        }
        const bool saysNothing = shown.empty() || shown.starts_with('#') ||
                                 toLowerAscii(shown.substr(0, 11)) == "javascript:" || shown == words ||
                                 shown == "https://" + words || shown == "http://" + words || shown == words + "/";
        if (saysNothing) {
            return;
        }
        m_out.blank();
        m_out.words(words.empty() ? shown : "(" + shown + ")");
    }

    TextWriter m_out;
    int m_lists = 0;
    int m_preformatted = 0;
};

}  // namespace

std::string textFromHtml(std::string_view html)
{
    // Somebody's mistake may open far more than it closes; past that the words alone are what can be had.
    if (static_cast<std::size_t>(std::count(html.begin(), html.end(), '<')) > mostOpenTags) {
        html = cutUtf8(html, html.find('<') == std::string_view::npos ? html.size()
                                                                      : std::min<std::size_t>(html.size(), 1 << 18));
        if (static_cast<std::size_t>(std::count(html.begin(), html.end(), '<')) > mostOpenTags) {
            return {};
        }
    }
    const auto valid = toValidUtf8(html);
    const auto destroy = [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); };
    const std::unique_ptr<GumboOutput, decltype(destroy)> parsed(
        gumbo_parse_with_options(&kGumboDefaultOptions, valid.data(), valid.size()), destroy);
    return HtmlReader().read(*parsed->root);
}

}  // namespace shopbell
