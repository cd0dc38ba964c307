// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include "base/random.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace shopbell {

namespace {

/// Owns an open file; closes it at the end.
class FileHandle {
public:
    explicit FileHandle(int descriptor) : m_descriptor(descriptor) {}
    FileHandle(const FileHandle&) = delete;
    FileHandle& operator=(const FileHandle&) = delete;
    ~FileHandle() { close(); }

    [[nodiscard]] int get() const { return m_descriptor; }
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }

    /// Some file systems report a failed write only here.
    bool close()
    {
        const int descriptor = m_descriptor;
        m_descriptor = -1;
        return descriptor < 0 || ::close(descriptor) == 0;
    }

private:
    int m_descriptor;
};

tl::unexpected<Error> failWith(int code, std::string_view sentence, const std::filesystem::path& path)
{
    ErrorKind kind = ErrorKind::Io;
    std::string_view advice = " See that the disk works and is not full.";
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        kind = ErrorKind::NotFound;
        advice = " Check the name and that its folder exists.";
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        kind = ErrorKind::Refused;
        advice = " Check the permissions of the file and its folder.";
        break;
    case EISDIR:
        kind = ErrorKind::InvalidInput;
        advice = " It is a folder; name a file.";
        break;
    case ENAMETOOLONG:
        kind = ErrorKind::InvalidInput;
        advice = " Its name is too long.";
        break;
    default: break;
    }
    return fail(kind, std::string(sentence).append(advice),
                fromPath(path) + ": " + std::generic_category().message(code));
}

bool writeAll(int descriptor, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t count = ::write(descriptor, content.data(), content.size());
        if (count < 0) {
            if (errno == EINTR) {
                continue;
            }
            return false;
        }
        content.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

/// Makes the new name itself last through a crash. Some file systems cannot do this for a folder; the content is safe
/// by then, so it is no failure.
void flushFolder(const std::filesystem::path& folder)
{
    const FileHandle handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (handle.isOpen()) {
        (void)::fsync(handle.get());
    }
}

/// The file a link points to, so that saving keeps the link.
std::filesystem::path behindLink(const std::filesystem::path& path)
{
    std::error_code code;
    if (!std::filesystem::is_symlink(path, code)) {
        return path;
    }
    std::filesystem::path target = std::filesystem::weakly_canonical(path, code);
    return code ? path : target;
}

}  // namespace

Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit)
{
    constexpr std::string_view sentence = "The file could not be read.";
    const FileHandle handle(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat facts = {};
    if (!handle.isOpen() || ::fstat(handle.get(), &facts) != 0) {
        return failWith(errno, sentence, path);
    }
    if (S_ISDIR(facts.st_mode)) {
        return failWith(EISDIR, sentence, path);
    }
    const auto tooLarge = [&] {
        return fail(ErrorKind::InvalidInput, "The file is larger than is allowed here.",
                    fromPath(path) + ": more than " + std::to_string(limit) + " bytes");
    };
    if (S_ISREG(facts.st_mode) && static_cast<std::uintmax_t>(facts.st_size) > limit) {
        return tooLarge();
    }
    // The size is a hint alone: the file may grow while it is read, and pipes have none.
    constexpr std::size_t chunk = 64 * 1024;
    std::string content;
    std::size_t filled = 0;
    for (;;) {
        if (filled == content.size()) {
            const auto hint = static_cast<std::size_t>(facts.st_size);
            content.resize(filled == 0 && S_ISREG(facts.st_mode) ? hint + 1 : filled + chunk + filled / 2);
        }
        const ssize_t count = ::read(handle.get(), content.data() + filled, content.size() - filled);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return failWith(errno, sentence, path);
        }
        if (count == 0) {
            break;
        }
        filled += static_cast<std::size_t>(count);
        if (filled > limit) {
            return tooLarge();
        }
    }
    content.resize(filled);
    return content;
}

Result<void> writeFileSafely(const std::filesystem::path& path, std::string_view content, bool ownerOnly)
{
    constexpr std::string_view sentence = "The file could not be saved; what was there before is unchanged.";
    const std::filesystem::path target = behindLink(path);
    struct stat facts = {};
    const bool existed = ::stat(target.c_str(), &facts) == 0;
    if (target.filename().empty() || (existed && S_ISDIR(facts.st_mode))) {
        return failWith(EISDIR, sentence, path);
    }
    const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
    const std::filesystem::path beside = folder / (".shopbell-" + makeToken() + ".part");

    FileHandle handle(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, ownerOnly ? 0600 : 0666));
    if (!handle.isOpen()) {
        return failWith(errno, sentence, path);
    }
    // Whoever narrowed the old file's permissions keeps them so.
    const bool isModeSet = ownerOnly || !existed || ::fchmod(handle.get(), facts.st_mode & 0777) == 0;
    if (!isModeSet || !writeAll(handle.get(), content) || ::fsync(handle.get()) != 0 || !handle.close() ||
        ::rename(beside.c_str(), target.c_str()) != 0) {
        const int code = errno;
        (void)::unlink(beside.c_str());
        return failWith(code, sentence, path);
    }
    flushFolder(folder);
    return {};
}

std::filesystem::path toPath(std::string_view utf8)
{
    return std::filesystem::path(std::u8string(utf8.begin(), utf8.end()));
}

std::string fromPath(const std::filesystem::path& path)
{
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

}  // namespace shopbell
