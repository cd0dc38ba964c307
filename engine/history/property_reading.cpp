// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/property_reading.h"

#include "db/transaction.h"
#include "history/derived_file.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>
#include <vector>

namespace shopbell {

namespace {

constexpr std::string_view sqlOne = "SELECT properties FROM event WHERE row = ?1";
constexpr std::string_view sqlRange = "SELECT row, properties FROM event WHERE row BETWEEN ?1 AND ?2";

/// Events read in one transaction; a few milliseconds, after which somebody may have given up.
constexpr std::size_t blockSize = 2'048;
/// Below so many events, another connection and thread take longer than the work, and nobody need hear of it.
constexpr std::size_t isMany = 20'000;
/// Stepping over so many other rows takes as long as looking one up.
constexpr std::int64_t quickSteps = 6;
/// Marks codes of the second thread's dictionary until they are turned into ours.
constexpr std::uint32_t ofSecond = 0x8000'0000;

/// What both threads see.
struct Work {
    std::string_view path;
    std::span<const std::int64_t> rows;
    std::span<std::uint32_t> codes;
    const ReadingWatch& watch;
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> done = 0;
    std::atomic<bool> failed = false;
};

/// One thread's means.
class BlockReader {
public:
    BlockReader(Work& work, ContentDictionary& dictionary, std::uint32_t mark, db::Connection& log,
                PropertyDecoder& decoder)
        : m_work(work), m_dictionary(dictionary), m_mark(mark), m_log(log), m_decoder(decoder), m_finder(work.path)
    {
    }

    /// Block after block, until there is none left; afterBlock() is called after each.
    template <class AfterBlock>
    Result<void> run(AfterBlock&& afterBlock)
    {
        while (!m_work.failed) {
            if (m_work.watch.cancel.isCancelled()) {
                return fail(ErrorKind::Cancelled, "The question was given up.");
            }
            const std::size_t first = m_work.next.fetch_add(blockSize);
            if (first >= m_work.rows.size()) {
                return {};
            }
            const std::size_t last = std::min(m_work.rows.size(), first + blockSize);
            if (auto read = readBlock(first, last); !read) {
                m_work.failed = true;
                return read;
            }
            m_work.done += last - first;
            afterBlock();
        }
        return {};
    }

private:
    Result<void> readBlock(std::size_t first, std::size_t last)
    {
        const auto rows = m_work.rows.subspan(first, last - first);
        const auto codes = m_work.codes.subspan(first, last - first);
        if (std::ranges::find(codes, notRead) == codes.end()) {
            return {};
        }
        // One transaction for all of them: beginning one for each costs as much as the reading.
        auto reading = db::Transaction::beginReading(m_log);
        if (!reading) {
            return fail(reading.error());
        }
        const bool dense = rows.back() - rows.front() < quickSteps * static_cast<std::int64_t>(rows.size());
        return dense ? stepThrough(rows, codes) : lookUp(rows, codes);
    }

    Result<void> stepThrough(std::span<const std::int64_t> rows, std::span<std::uint32_t> codes)
    {
        std::size_t i = 0;
        Result<void> done;
        // Rows that are gone hold nothing.
        const auto passTo = [&](std::int64_t row) {
            for (; i < rows.size() && rows[i] < row; ++i) {
                codes[i] = codes[i] == notRead ? 0 : codes[i];
            }
        };
        auto read = m_log.each(
            sqlRange,
            [&](db::Statement& statement) {
                passTo(statement.integer(0));
                if (i < rows.size() && rows[i] == statement.integer(0)) {
                    if (done && codes[i] == notRead) {
                        done = take(statement, 1, codes[i]);
                    }
                    ++i;
                }
            },
            rows.front(), rows.back());
        if (read && done) {
            passTo(std::numeric_limits<std::int64_t>::max());
        }
        return read ? done : read;
    }

    Result<void> lookUp(std::span<const std::int64_t> rows, std::span<std::uint32_t> codes)
    {
        auto statement = m_log.cached(sqlOne);
        if (!statement) {
            return fail(statement.error());
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (codes[i] != notRead) {
                continue;
            }
            (*statement)->bind(1, rows[i]);
            auto found = (*statement)->step();
            Result<void> taken;
            if (found && *found) {
                taken = take(**statement, 0, codes[i]);
            } else if (found) {
                codes[i] = 0;
            }
            (*statement)->reset();
            if (!found || !taken) {
                return found ? taken : fail(found.error());
            }
        }
        return {};
    }

    Result<void> take(db::Statement& statement, int column, std::uint32_t& code)
    {
        if (statement.isNull(column)) {
            code = 0;
            return {};
        }
        auto json = m_decoder.decode(m_log, statement.blob(column));
        if (!json) {
            return fail(json.error());
        }
        code = m_dictionary.codeOf(m_finder.find(*json)) | m_mark;
        return {};
    }

    Work& m_work;
    ContentDictionary& m_dictionary;
    const std::uint32_t m_mark;
    db::Connection& m_log;
    PropertyDecoder& m_decoder;
    PropertyFinder m_finder;
};

}  // namespace

Result<void> readProperty(std::string_view path, std::span<const std::int64_t> rows, std::span<std::uint32_t> codes,
                          ContentDictionary& dictionary, db::Connection& log, PropertyDecoder& decoder,
                          const ReadingWatch& watch)
{
    Work work{path, rows, codes, watch};
    const bool many = rows.size() >= isMany;
    const auto tell = [&](std::size_t done) {
        if (many && watch.tell) {
            watch.tell(static_cast<std::int64_t>(done), static_cast<std::int64_t>(rows.size()));
        }
    };
    std::optional<db::Connection> secondLog;
    if (many && !log.file().empty()) {
        if (auto opened = DerivedFile::connectReader(log.file())) {
            secondLog.emplace(std::move(*opened));
        }
    }
    ContentDictionary others;
    Result<void> othersDone;
    std::thread second;
    if (secondLog) {
        second = std::thread([&] {
            PropertyDecoder itsDecoder;
            othersDone = BlockReader(work, others, ofSecond, *secondLog, itsDecoder).run([] {});
        });
    }
    auto done = BlockReader(work, dictionary, 0, log, decoder).run([&] { tell(work.done); });
    if (second.joinable()) {
        second.join();
    }
    tell(rows.size());
    // The second thread's codes become ours, also where the work was left half done.
    std::vector<std::uint32_t> ours(others.size());
    for (std::uint32_t code = 0; code < others.size(); ++code) {
        ours[code] = dictionary.codeOf(others[code]);
    }
    for (std::uint32_t& code : codes) {
        if ((code & ofSecond) != 0 && code != notRead) {
            code = ours[code & ~ofSecond];
        }
    }
    return done ? othersDone : done;
}

}  // namespace shopbell
