// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/property_codec.h"

#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <unordered_map>

namespace shopbell {

namespace {

constexpr std::string_view sqlNewestDictionary = "SELECT id, bytes FROM property_dictionary ORDER BY id DESC LIMIT 1";
constexpr std::string_view sqlDictionary = "SELECT bytes FROM property_dictionary WHERE id = ?1";
constexpr std::string_view sqlAddDictionary = "INSERT INTO property_dictionary(id, bytes) VALUES(?1, ?2)";

constexpr char compressedMark = 1;
constexpr std::string_view zstdMagic("\x28\xB5\x2F\xFD", 4);
constexpr int level = 3;  // of 1 to 6 the smallest on events of 200 bytes, and as quick as 1
constexpr std::size_t dictionaryBytes = 32 * 1024;
constexpr std::size_t samplesWanted = 2500;  ///< fewer serve worse, and more take the engine thread longer than 20 ms
constexpr std::size_t sampleBytesWanted = 128 * 1024;
constexpr std::size_t largestSample = 2048;
constexpr std::size_t watchedEvents = 65536;  ///< after how many the dictionary's worth is looked at
constexpr double worseBy = 1.5;               ///< how much larger than at first events may become
constexpr std::int64_t mostDictionaries = 64;

struct DecompressionFree {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
    void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_CDict* dictionary) const { ZSTD_freeCDict(dictionary); }
};
template <class T>
using Owned = std::unique_ptr<T, DecompressionFree>;

tl::unexpected<Error> damaged(std::string detail)
{
    return fail(ErrorKind::Corrupt, "The properties of an event are damaged; restore the workspace from a backup.",
                std::move(detail));
}

}  // namespace

struct PropertyDecoder::State {
    Owned<ZSTD_DCtx> context{ZSTD_createDCtx()};
    std::map<std::int64_t, Owned<ZSTD_DDict>> dictionaries;
    std::string frame;
    std::string json;
};

PropertyDecoder::PropertyDecoder() : m_state(std::make_unique<State>()) {}
PropertyDecoder::~PropertyDecoder() = default;
PropertyDecoder::PropertyDecoder(PropertyDecoder&&) noexcept = default;
PropertyDecoder& PropertyDecoder::operator=(PropertyDecoder&&) noexcept = default;

Result<std::string_view> PropertyDecoder::decode(db::Connection& connection, std::string_view stored)
{
    if (stored.empty()) {
        return std::string_view("{}");
    }
    if (stored.front() != compressedMark) {
        return stored;
    }
    State& state = *m_state;
    std::int64_t id = 0;
    std::size_t next = 1;
    for (unsigned shift = 0; next < stored.size() && shift < 56; shift += 7) {
        const auto byte = static_cast<unsigned char>(stored[next++]);
        id |= static_cast<std::int64_t>(byte & 0x7F) << shift;
        if ((byte & 0x80) == 0) {
            break;
        }
    }
    auto found = state.dictionaries.find(id);
    if (found == state.dictionaries.end()) {
        Owned<ZSTD_DDict> made;
        auto read = connection.each(
            sqlDictionary,
            [&](db::Statement& row) {
                const auto bytes = row.blob(0);
                made.reset(ZSTD_createDDict(bytes.data(), bytes.size()));
            },
            id);
        if (!read) {
            return fail(read.error());
        }
        if (made == nullptr) {
            return damaged("there is no dictionary " + std::to_string(id));
        }
        found = state.dictionaries.emplace(id, std::move(made)).first;
    }
    state.frame.assign(zstdMagic);
    state.frame.append(stored.substr(next));
    const auto size = ZSTD_getFrameContentSize(state.frame.data(), state.frame.size());
    constexpr unsigned long long largest = 64ULL * 1024 * 1024;
    if (size > largest) {
        return damaged("a compressed value without a sensible size");
    }
    state.json.resize(static_cast<std::size_t>(size));
    const std::size_t written = ZSTD_decompress_usingDDict(state.context.get(), state.json.data(), state.json.size(),
                                                           state.frame.data(), state.frame.size(), found->second.get());
    if (ZSTD_isError(written) != 0 || written != size) {
        return damaged(ZSTD_isError(written) != 0 ? ZSTD_getErrorName(written) : "a value cut short");
    }
    return std::string_view(state.json);
}

namespace {

/// A dictionary made ready; immutable, so any number of contexts may use it at once.
struct PackingDictionary {
    PackingDictionary(std::int64_t number, std::string_view bytes)
        : id(number), dictionary(ZSTD_createCDict(bytes.data(), bytes.size(), level))
    {
    }
    std::int64_t id;
    Owned<ZSTD_CDict> dictionary;
};

/// One thread's means of packing.
class PackingContext {
public:
    void use(std::shared_ptr<const PackingDictionary> dictionary)
    {
        if (dictionary == m_dictionary) {
            return;
        }
        m_dictionary = std::move(dictionary);
        ZSTD_CCtx_reset(m_context.get(), ZSTD_reset_session_and_parameters);
        ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_compressionLevel, level);
        ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_dictIDFlag, 0);
        ZSTD_CCtx_refCDict(m_context.get(), m_dictionary == nullptr ? nullptr : m_dictionary->dictionary.get());
    }
    [[nodiscard]] const std::shared_ptr<const PackingDictionary>& dictionary() const { return m_dictionary; }

    /// False, and `into` as it was, when nothing is gained.
    [[nodiscard]] bool pack(std::string_view json, std::string& into)
    {
        if (m_dictionary == nullptr) {
            return false;
        }
        const std::size_t start = into.size();
        into += compressedMark;
        for (std::int64_t id = m_dictionary->id;; id >>= 7) {
            into += static_cast<char>((id & 0x7F) | (id > 0x7F ? 0x80 : 0));
            if (id <= 0x7F) {
                break;
            }
        }
        // Into a buffer of its own: growing `into` by the bound would clear that many bytes for every event.
        const std::size_t bound = ZSTD_compressBound(json.size());
        if (m_frame.size() < bound) {
            m_frame.resize(bound);
        }
        const std::size_t size =
            ZSTD_compress2(m_context.get(), m_frame.data(), m_frame.size(), json.data(), json.size());
        if (ZSTD_isError(size) != 0 || size - zstdMagic.size() + (into.size() - start) >= json.size()) {
            into.resize(start);
            return false;
        }
        into.append(m_frame, zstdMagic.size(), size - zstdMagic.size());
        return true;
    }

private:
    Owned<ZSTD_CCtx> m_context{ZSTD_createCCtx()};
    std::shared_ptr<const PackingDictionary> m_dictionary;
    std::string m_frame;
};

}  // namespace

class PackingDictionaries {
public:
    [[nodiscard]] std::shared_ptr<const PackingDictionary> newest() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_newest;
    }
    void show(std::shared_ptr<const PackingDictionary> dictionary)
    {
        const std::scoped_lock lock(m_mutex);
        m_newest = std::move(dictionary);
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const PackingDictionary> m_newest;
};

struct PropertyPacker::State {
    std::shared_ptr<PackingDictionaries> dictionaries;
    PackingContext context;
};

PropertyPacker::PropertyPacker(std::shared_ptr<PackingDictionaries> dictionaries) : m_state(std::make_unique<State>())
{
    m_state->dictionaries = std::move(dictionaries);
}

PropertyPacker::~PropertyPacker() = default;
PropertyPacker::PropertyPacker(PropertyPacker&&) noexcept = default;
PropertyPacker& PropertyPacker::operator=(PropertyPacker&&) noexcept = default;

void PropertyPacker::pack(std::string_view json, std::string& into)
{
    m_state->context.use(m_state->dictionaries->newest());
    (void)m_state->context.pack(json, into);
}

struct PropertyEncoder::State {
    explicit State(db::Connection& shared) : connection(shared) {}

    db::Connection& connection;
    PackingContext context;
    std::shared_ptr<PackingDictionaries> packing = std::make_shared<PackingDictionaries>();
    bool shown = true;  ///< packers have what the context has
    bool loaded = false;
    bool sampling = true;
    std::vector<std::pair<std::int64_t, std::string>> samples;
    std::size_t sampleBytes = 0;
    std::size_t wanted = samplesWanted;
    // How well the dictionary serves: bytes in and out since it was last looked at.
    std::size_t events = 0;
    std::size_t bytesIn = 0;
    std::size_t bytesOut = 0;
    double firstShare = 0;  ///< out / in over the first events it was used for; 0: not known yet

    [[nodiscard]] std::int64_t dictionaryId() const
    {
        return context.dictionary() == nullptr ? 0 : context.dictionary()->id;
    }
    void use(std::int64_t id, std::string_view bytes)
    {
        context.use(std::make_shared<const PackingDictionary>(id, bytes));
        shown = false;
        sampling = false;
        samples.clear();
        samples.shrink_to_fit();
        sampleBytes = 0;
        events = bytesIn = bytesOut = 0;
        firstShare = 0;
    }
    void watch()
    {
        const double share = static_cast<double>(bytesOut) / static_cast<double>(std::max<std::size_t>(bytesIn, 1));
        if (firstShare == 0) {
            firstShare = share;
        } else if (share > firstShare * worseBy && dictionaryId() < mostDictionaries) {
            sampling = true;
            wanted = samplesWanted;
        }
        events = bytesIn = bytesOut = 0;
    }
    Result<void> load()
    {
        if (loaded) {
            return {};
        }
        std::int64_t id = 0;
        std::string bytes;
        auto read = connection.each(sqlNewestDictionary, [&](db::Statement& row) {
            id = row.integer(0);
            bytes = row.blob(1);
        });
        if (!read) {
            return read;
        }
        if (id > 0) {
            use(id, bytes);
        }
        loaded = true;
        return {};
    }
};

PropertyEncoder::PropertyEncoder(db::Connection& connection) : m_state(std::make_unique<State>(connection)) {}
PropertyEncoder::~PropertyEncoder() = default;

void PropertyEncoder::forget()
{
    m_state->loaded = false;
    m_state->context.use(nullptr);
    m_state->shown = true;
    m_state->sampling = true;
}

void PropertyEncoder::committed()
{
    State& state = *m_state;
    if (!state.shown || !state.loaded) {
        // Where it cannot be read now, prepare() meets the same and reports it.
        (void)state.load();
        state.packing->show(state.context.dictionary());
        state.shown = true;
    }
}

std::shared_ptr<PackingDictionaries> PropertyEncoder::packing() const
{
    return m_state->packing;
}

Result<void> PropertyEncoder::prepare()
{
    State& state = *m_state;
    if (auto loaded = state.load(); !loaded) {
        return loaded;
    }
    if (!state.sampling || state.samples.size() < state.wanted || state.sampleBytes < sampleBytesWanted) {
        return {};
    }
    const auto cleaned = withoutPersonalText(state.samples);
    std::string together;
    std::vector<std::size_t> sizes;
    for (const std::string& sample : cleaned) {
        together += sample;
        sizes.push_back(sample.size());
    }
    std::string trained(dictionaryBytes, '\0');
    const std::size_t size = ZDICT_trainFromBuffer(trained.data(), trained.size(), together.data(), sizes.data(),
                                                   static_cast<unsigned>(sizes.size()));
    if (ZDICT_isError(size) != 0) {
        // Too alike or too few: tried again with twice as many, and with events further on where that is too much.
        state.wanted = state.wanted < samplesWanted * 8 ? state.wanted * 2 : samplesWanted;
        if (state.wanted == samplesWanted) {
            state.samples.clear();
            state.sampleBytes = 0;
        }
        return {};
    }
    trained.resize(size);
    const std::int64_t id = state.dictionaryId() + 1;
    auto statement = state.connection.cached(sqlAddDictionary);
    if (!statement) {
        return fail(statement.error());
    }
    (*statement)->bind(1, id);
    (*statement)->bindBlob(2, trained);
    if (auto added = (*statement)->run(); !added) {
        return added;
    }
    state.use(id, trained);
    return {};
}

void PropertyEncoder::encode(std::string_view json, std::string_view packed, std::int64_t profile, std::string& into)
{
    State& state = *m_state;
    if (state.sampling && json.size() <= largestSample) {
        state.samples.emplace_back(profile, json);
        state.sampleBytes += json.size();
    }
    const std::size_t start = into.size();
    if (!packed.empty()) {
        into += packed;
    } else if (!state.context.pack(json, into)) {
        into += json;
    }
    if (state.context.dictionary() == nullptr) {
        return;
    }
    state.bytesIn += json.size();
    state.bytesOut += into.size() - start;
    if (++state.events == watchedEvents) {
        state.watch();
    }
}

std::vector<std::string> withoutPersonalText(const std::vector<std::pair<std::int64_t, std::string>>& samples)
{
    constexpr std::size_t peopleNeeded = 3;
    constexpr std::size_t shortEnough = 3;  // so short that it names nobody
    struct Holders {
        std::int64_t profile[peopleNeeded] = {-1, -1, -1};
        std::size_t count = 0;
    };
    std::unordered_map<std::string_view, Holders> literals;
    // function(begin, end) for every string and number of a JSON text, names of members too.
    const auto forEachLiteral = [](std::string_view json, const auto& function) {
        for (std::size_t i = 0; i < json.size();) {
            const char c = json[i];
            if (c == '"') {
                std::size_t end = i + 1;
                while (end < json.size() && json[end] != '"') {
                    end += json[end] == '\\' ? 2 : 1;
                }
                end = std::min(end, json.size());
                function(i + 1, end);
                i = end + 1;
            } else if (c == '-' || (c >= '0' && c <= '9')) {
                const std::size_t end = std::min(json.find_first_not_of("+-.eE0123456789", i), json.size());
                function(i, end);
                i = end;
            } else {
                ++i;
            }
        }
    };
    for (const auto& [profile, json] : samples) {
        forEachLiteral(json, [&, owner = profile, text = std::string_view(json)](std::size_t begin, std::size_t end) {
            Holders& holders = literals[text.substr(begin, end - begin)];
            const std::int64_t* const known = holders.profile + holders.count;
            if (holders.count < peopleNeeded &&
                std::find<const std::int64_t*>(holders.profile, known, owner) == known) {
                holders.profile[holders.count++] = owner;
            }
        });
    }
    std::vector<std::string> cleaned;
    cleaned.reserve(samples.size());
    for (const auto& [profile, json] : samples) {
        std::string kept;
        std::size_t copied = 0;
        forEachLiteral(json, [&, text = std::string_view(json)](std::size_t begin, std::size_t end) {
            const auto literal = text.substr(begin, end - begin);
            if (literal.size() > shortEnough && literals.find(literal)->second.count < peopleNeeded) {
                kept += text.substr(copied, begin - copied);
                copied = end;
            }
        });
        kept += std::string_view(json).substr(copied);
        cleaned.push_back(std::move(kept));
    }
    return cleaned;
}

}  // namespace shopbell
