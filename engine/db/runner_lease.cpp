// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/runner_lease.h"

#include "base/file.h"
#include "base/random.h"
#include "base/text.h"
#include "db/disk.h"
#include "db/transaction.h"
#include "db/workspace.h"

#include <algorithm>
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

constexpr std::size_t maxLockFileBytes = 1024;
constexpr std::string_view turnKey = "turn";
constexpr std::string_view tokenKey = "token";

// The lock file: one line about the holder, empty when there is none; one line of marks, "workspace turn turn".

std::string_view lineOf(std::string_view text, std::size_t number)
{
    const auto lines = split(text, '\n');
    return number < lines.size() ? trimmed(lines[number]) : std::string_view();
}

auto failTaken(const std::filesystem::path& lockFile)
{
    const std::string text = toValidUtf8(readFile(lockFile, maxLockFileBytes).value_or(std::string()));
    const std::string holder(lineOf(text, 0));
    return fail(ErrorKind::Conflict,
                say("another-shopbell-acts", "Another Shopbell is already working for this workspace. It can be read "
                                             "and edited here; stop the other one to let this one send and sync."),
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
    std::string holder;
    std::string marks;

    void writeText(const std::string& text) const
    {
        DWORD written = 0;
        SetFilePointer(handle, 0, nullptr, FILE_BEGIN);
        SetEndOfFile(handle);
        WriteFile(handle, text.data(), static_cast<DWORD>(text.size()), &written, nullptr);
        FlushFileBuffers(handle);
    }

    ~Lock()
    {
        if (handle != INVALID_HANDLE_VALUE) {
            writeText('\n' + marks + '\n');
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
    lock->holder = "process " + std::to_string(GetCurrentProcessId());
    lock->marks = lineOf(readFile(lockFile, maxLockFileBytes).value_or(std::string()), 1);
    lock->writeText(lock->holder + '\n' + lock->marks + '\n');
    return std::unique_ptr<RunnerLease>(new RunnerLease(std::move(lock)));
}

#else

struct RunnerLease::Lock {
    int handle = -1;
    std::string holder;
    std::string marks;

    /// A text that gets lost in a power cut is no harm: there is nothing to compare then.
    void writeText(const std::string& text) const
    {
        if (::ftruncate(handle, 0) == 0 && ::pwrite(handle, text.data(), text.size(), 0) > 0) {
            ::fsync(handle);
        }
    }

    ~Lock()
    {
        if (handle >= 0) {
            // The file stays: removing it would let two processes lock two files of the same name.
            writeText('\n' + marks + '\n');
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
    lock->holder = "process " + std::to_string(::getpid()) + " on " + host;
    lock->marks = lineOf(readFile(lockFile, maxLockFileBytes).value_or(std::string()), 1);
    // The text only informs; the lock holds without it.
    lock->writeText(lock->holder + '\n' + lock->marks + '\n');
    return std::unique_ptr<RunnerLease>(new RunnerLease(std::move(lock)));
}

#endif

RunnerLease::RunnerLease(std::unique_ptr<Lock> lock) : m_lock(std::move(lock)) {}
RunnerLease::~RunnerLease() = default;

Result<bool> RunnerLease::beginTurn(Connection& connection)
{
    const auto token = findSetting(connection, tokenKey);
    const auto last = findSetting(connection, turnKey);
    if (!token || !last) {
        return fail(token ? last.error() : token.error());
    }
    const auto marks = split(m_lock->marks, ' ');
    // Marks of another workspace, which had this name before, say nothing about this one.
    const bool comparable = marks.size() > 1 && marks[0] == token->value_or(std::string());
    const bool putBack = comparable && std::find(marks.begin() + 1, marks.end(), last->value_or("none")) == marks.end();

    const std::string turn = makeToken();
    // Both marks hold until the new one is committed, so that a crash in between is not taken for an older content.
    const std::string start = token->value_or(std::string()) + ' ';
    m_lock->writeText(m_lock->holder + '\n' + start + last->value_or("none") + ' ' + turn + '\n');
    const auto saved = inTransaction(connection, [&]() -> Result<void> {
        if (putBack) {
            if (auto locked = lockSending(connection); !locked) {
                return locked;
            }
        }
        return saveSetting(connection, turnKey, turn);
    });
    if (!saved) {
        m_lock->writeText(m_lock->holder + '\n' + m_lock->marks + '\n');
        return fail(saved.error());
    }
    m_lock->marks = start + turn;
    m_lock->writeText(m_lock->holder + '\n' + m_lock->marks + '\n');
    return putBack;
}

}  // namespace shopbell::db
