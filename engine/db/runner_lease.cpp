// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/runner_lease.h"

#include "base/file.h"
#include "base/text.h"
#include "db/disk.h"

#include <string>
#include <system_error>
#include <utility>

#ifdef _WIN32
#include <windows.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace shopbell::db {

namespace {

constexpr std::size_t maxHolderBytes = 256;

auto failTaken(const std::filesystem::path& lockFile)
{
    const std::string holder(trimmed(toValidUtf8(readFile(lockFile, maxHolderBytes).value_or(std::string()))));
    return fail(
        ErrorKind::Conflict,
        "Another Shopbell is already working for this workspace. It can be read and edited here; stop the other "
        "one to let this one send and sync.",
        holder.empty() ? std::string("held by another process") : "held by " + holder);
}

auto failToLock(const std::filesystem::path& lockFile, const std::error_code& problem)
{
    const bool forbidden = problem == std::errc::permission_denied || problem == std::errc::read_only_file_system;
    return fail(forbidden ? ErrorKind::Refused : ErrorKind::Io,
                "The file " + fromPath(lockFile) +
                    " cannot be locked. Check that its folder may be written to and lies "
                    "on a disk of this computer.",
                problem.message());
}

}  // namespace

#ifdef _WIN32

// The lock covers one byte far past the text, because Windows lets nobody else read what is locked.
constexpr DWORD lockedByte = 0x40000000;

struct RunnerLease::Lock {
    HANDLE handle = INVALID_HANDLE_VALUE;

    ~Lock()
    {
        if (handle != INVALID_HANDLE_VALUE) {
            SetFilePointer(handle, 0, nullptr, FILE_BEGIN);
            SetEndOfFile(handle);
            CloseHandle(handle);
        }
    }
};

Result<std::unique_ptr<RunnerLease>> RunnerLease::take(const std::filesystem::path& workspace)
{
    const auto lockFile = withSuffix(workspace, "-lock");
    auto lock = std::make_unique<Lock>();
    lock->handle = CreateFileW(lockFile.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                               nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_HIDDEN, nullptr);
    if (lock->handle == INVALID_HANDLE_VALUE) {
        return failToLock(lockFile, std::error_code(static_cast<int>(GetLastError()), std::system_category()));
    }
    OVERLAPPED place{};
    place.Offset = lockedByte;
    if (!LockFileEx(lock->handle, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &place)) {
        const auto code = GetLastError();
        CloseHandle(std::exchange(lock->handle, INVALID_HANDLE_VALUE));
        if (code == ERROR_LOCK_VIOLATION || code == ERROR_IO_PENDING) {
            return failTaken(lockFile);
        }
        return failToLock(lockFile, std::error_code(static_cast<int>(code), std::system_category()));
    }
    const std::string holder = "process " + std::to_string(GetCurrentProcessId()) + "\n";
    DWORD written = 0;
    SetEndOfFile(lock->handle);
    WriteFile(lock->handle, holder.data(), static_cast<DWORD>(holder.size()), &written, nullptr);
    return std::unique_ptr<RunnerLease>(new RunnerLease(std::move(lock)));
}

#else

struct RunnerLease::Lock {
    int handle = -1;

    ~Lock()
    {
        if (handle >= 0) {
            // The file stays: removing it would let two processes lock two files of the same name.
            static_cast<void>(::ftruncate(handle, 0) == 0);
            ::close(handle);
        }
    }
};

Result<std::unique_ptr<RunnerLease>> RunnerLease::take(const std::filesystem::path& workspace)
{
    const auto lockFile = withSuffix(workspace, "-lock");
    auto lock = std::make_unique<Lock>();
    lock->handle = ::open(lockFile.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (lock->handle < 0) {
        return failToLock(lockFile, std::error_code(errno, std::generic_category()));
    }
    // flock() belongs to the open file, not to the process as fcntl() locks do: two leases in one process exclude each
    // other, and closing some other handle of the file does not give this one up.
    if (::flock(lock->handle, LOCK_EX | LOCK_NB) != 0) {
        const int code = errno;
        ::close(std::exchange(lock->handle, -1));
        if (code == EWOULDBLOCK) {
            return failTaken(lockFile);
        }
        return failToLock(lockFile, std::error_code(code, std::generic_category()));
    }
    char host[128] = {};
    ::gethostname(host, sizeof(host) - 1);
    const std::string holder = "process " + std::to_string(::getpid()) + " on " + host + "\n";
    // The text only informs; the lock holds without it.
    if (::ftruncate(lock->handle, 0) == 0) {
        static_cast<void>(::pwrite(lock->handle, holder.data(), holder.size(), 0) > 0);
    }
    return std::unique_ptr<RunnerLease>(new RunnerLease(std::move(lock)));
}

#endif

RunnerLease::RunnerLease(std::unique_ptr<Lock> lock) : m_lock(std::move(lock)) {}
RunnerLease::~RunnerLease() = default;

}  // namespace shopbell::db
