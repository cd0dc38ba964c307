// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/wire_medium.h"

#include "base/file.h"
#include "db/disk.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace shopbell {

namespace {

/// Far above what a journal grows to.
constexpr std::size_t longestFile = std::size_t{256} << 20;

class WireFile final : public WireMedium {
public:
    explicit WireFile(std::filesystem::path file) : m_file(std::move(file)) {}
    WireFile(const WireFile&) = delete;
    WireFile& operator=(const WireFile&) = delete;
    ~WireFile() override { close(); }

    Result<void> replace(std::string_view whole) override
    {
        // Every byte is written now, so that later writes change no length and allot no block: flushing them is then
        // the quickest that the disk can do.
        const auto beside = db::withSuffix(m_file, "-new");
        const int made = ::open(beside.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        if (made < 0) {
            return failNow("could not be made");
        }
        if (!writeAll(made, 0, whole) || ::fsync(made) != 0) {
            const auto failure = failNow("could not be written");
            ::close(made);
            ::unlink(beside.c_str());
            return failure;
        }
        if (auto moved = db::moveIntoPlace(beside, m_file); !moved) {
            ::close(made);
            return moved;
        }
        close();
        m_descriptor = made;
        return {};
    }

    Result<void> write(std::size_t offset, std::string_view bytes) override
    {
        if (!writeAll(m_descriptor, offset, bytes)) {
            return failNow("could not be written");
        }
        return {};
    }

    Result<void> sync() override
    {
        if (::fdatasync(m_descriptor) != 0) {
            return failNow("could not be brought to the disk");
        }
        return {};
    }

    void remove() override
    {
        close();
        std::error_code ignored;
        std::filesystem::remove(m_file, ignored);
    }

private:
    static bool writeAll(int descriptor, std::size_t offset, std::string_view bytes)
    {
        while (!bytes.empty()) {
            const ssize_t count = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
            if (count < 0 && errno == EINTR) {
                continue;
            }
            if (count <= 0) {
                return false;
            }
            offset += static_cast<std::size_t>(count);
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    Result<void> failNow(std::string_view what) const
    {
        const int code = errno;
        const auto kind = code == EACCES || code == EPERM || code == EROFS ? ErrorKind::Refused : ErrorKind::Io;
        return fail(kind,
                    "The journal of what is being sent, beside the workspace, " + std::string(what) +
                        ", so nothing is sent. See that the disk is not full and that its folder may be written.",
                    fromPath(m_file) + ": " + std::generic_category().message(code));
    }

    void close()
    {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
            m_descriptor = -1;
        }
    }

    std::filesystem::path m_file;
    int m_descriptor = -1;
};

}  // namespace

std::filesystem::path wireFileOf(const std::filesystem::path& workspace)
{
    return db::withSuffix(workspace, "-wire");
}

std::unique_ptr<WireMedium> makeWireFile(std::filesystem::path file)
{
    return std::make_unique<WireFile>(std::move(file));
}

std::string readWireFile(const std::filesystem::path& file)
{
    return readFile(file, longestFile).value_or(std::string());
}

}  // namespace shopbell
