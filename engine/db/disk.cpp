// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/disk.h"

#include "base/file.h"

#include <cerrno>
#include <system_error>

#ifdef _WIN32
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace shopbell::db {

namespace {

auto failOnDisk(const std::filesystem::path& file, const std::error_code& problem)
{
    if (problem == std::errc::no_space_on_device) {
        return fail(ErrorKind::Io, say("disk-full", "The disk is full. Free some space and try again."),
                    fromPath(file));
    }
    if (problem == std::errc::permission_denied || problem == std::errc::read_only_file_system ||
        problem == std::errc::operation_not_permitted) {
        return fail(
            ErrorKind::Refused,
            say("file-not-writable", "%1 may not be written. Check the permissions of its folder.", {fromPath(file)}),
            problem.message());
    }
    return fail(ErrorKind::Io, say("file-not-written", "%1 cannot be written. Check the disk.", {fromPath(file)}),
                problem.message());
}

#ifndef _WIN32
/// A renamed file is only sure to have its name after a power cut once its folder is on the disk too.
void flushFolderOf(const std::filesystem::path& file)
{
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle >= 0) {
        ::fsync(handle);  // some file systems cannot; the content is safe either way
        ::close(handle);
    }
}
#else
void flushFolderOf(const std::filesystem::path&)
{
    // Windows keeps names in its journal; there is no such call.
}
#endif

}  // namespace

Result<void> flushFile(const std::filesystem::path& file)
{
#ifdef _WIN32
    const HANDLE handle = CreateFileW(file.c_str(), GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                                      OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        return failOnDisk(file, std::error_code(static_cast<int>(GetLastError()), std::system_category()));
    }
    const bool flushed = FlushFileBuffers(handle) != 0;
    const auto code = GetLastError();
    CloseHandle(handle);
    if (!flushed) {
        return failOnDisk(file, std::error_code(static_cast<int>(code), std::system_category()));
    }
#else
    const int handle = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    if (handle < 0) {
        return failOnDisk(file, std::error_code(errno, std::generic_category()));
    }
    const bool flushed = ::fsync(handle) == 0;
    const int code = errno;
    ::close(handle);
    if (!flushed) {
        return failOnDisk(file, std::error_code(code, std::generic_category()));
    }
#endif
    return {};
}

Result<void> moveIntoPlace(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::error_code problem;
    std::filesystem::rename(from, to, problem);
    if (problem) {
        return failOnDisk(to, problem);
    }
    flushFolderOf(to);
    return {};
}

Result<void> moveIntoEmptyPlace(const std::filesystem::path& from, const std::filesystem::path& to)
{
    // A second name for the same file fails when the name is taken, whoever was quicker; a plain rename would not.
    std::error_code problem;
    std::filesystem::create_hard_link(from, to, problem);
    if (problem == std::errc::file_exists) {
        return fail(ErrorKind::AlreadyExists,
                    say("file-exists", "There is a file %1 already. Choose another name.", {fromPath(to)}));
    }
    if (!problem) {
        std::error_code ignored;
        std::filesystem::remove(from, ignored);
        flushFolderOf(to);
        return {};
    }
    // A file system without hard links (a memory stick).
    std::error_code unknown;
    if (std::filesystem::exists(to, unknown)) {
        return fail(ErrorKind::AlreadyExists,
                    say("file-exists", "There is a file %1 already. Choose another name.", {fromPath(to)}));
    }
    return moveIntoPlace(from, to);
}

std::filesystem::path withSuffix(const std::filesystem::path& file, std::string_view suffix)
{
    std::filesystem::path longer = file;
    longer += suffix;
    return longer;
}

void removeLogs(const std::filesystem::path& file)
{
    std::error_code ignored;
    for (const std::string_view suffix : {"-wal", "-shm", "-journal"}) {
        std::filesystem::remove(withSuffix(file, suffix), ignored);
    }
}

void removeDatabase(const std::filesystem::path& file)
{
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    removeLogs(file);
}

}  // namespace shopbell::db
