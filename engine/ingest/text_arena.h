// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace shopbell {

/// Keeps many small texts of one batch together; views stay valid as long as the arena.
class TextArena {
public:
    [[nodiscard]] std::string_view keep(std::string_view text)
    {
        if (text.empty()) {
            return {};
        }
        if (m_left < text.size()) {
            const std::size_t bytes = std::max<std::size_t>(text.size(), 256 * 1024);
            m_blocks.push_back(std::make_unique<char[]>(bytes));
            m_next = m_blocks.back().get();
            m_left = bytes;
        }
        char* const start = m_next;
        std::memcpy(start, text.data(), text.size());
        m_next += text.size();
        m_left -= text.size();
        return {start, text.size()};
    }

private:
    std::vector<std::unique_ptr<char[]>> m_blocks;
    char* m_next = nullptr;
    std::size_t m_left = 0;
};

}  // namespace shopbell
