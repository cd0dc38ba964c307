// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/file_identity.h"

#include "base/file.h"
#include "base/text.h"

#include <cstdint>
#include <string>

#ifdef _WIN32
#include <windows.h>
#else
#include <sys/stat.h>
#ifdef __APPLE__
#include <time.h>
#include <unistd.h>
#endif
#endif

namespace shopbell::db {

namespace {

struct FileNumber {
    std::uint64_t disk = 0;
    std::uint64_t file = 0;
};

#ifdef _WIN32
Result<FileNumber> findFileNumber(const std::filesystem::path& file)
{
    const HANDLE handle = CreateFileW(file.c_str(), 0, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                      OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr);
    BY_HANDLE_FILE_INFORMATION about{};
    const bool known = handle != INVALID_HANDLE_VALUE && GetFileInformationByHandle(handle, &about) != 0;
    if (handle != INVALID_HANDLE_VALUE) {
        CloseHandle(handle);
    }
    if (!known) {
        return fail(ErrorKind::Io,
                    say("file-not-readable", "%1 cannot be looked at. Check the disk.", {fromPath(file)}));
    }
    return FileNumber{about.dwVolumeSerialNumber,
                      (static_cast<std::uint64_t>(about.nFileIndexHigh) << 32) | about.nFileIndexLow};
}

std::string computerId()
{
    char id[64] = {};
    DWORD size = sizeof(id);
    RegGetValueA(HKEY_LOCAL_MACHINE, "SOFTWARE\\Microsoft\\Cryptography", "MachineGuid", RRF_RT_REG_SZ, nullptr, id,
                 &size);
    return id;
}
#else
Result<FileNumber> findFileNumber(const std::filesystem::path& file)
{
    struct stat about {};
    if (::stat(file.c_str(), &about) != 0) {
        return fail(ErrorKind::Io,
                    say("file-not-readable", "%1 cannot be looked at. Check the disk.", {fromPath(file)}));
    }
    return FileNumber{static_cast<std::uint64_t>(about.st_dev), static_cast<std::uint64_t>(about.st_ino)};
}

#ifdef __APPLE__
std::string computerId()
{
    uuid_t id;
    const timespec atOnce{0, 0};
    return gethostuuid(id, &atOnce) == 0 ? std::string(reinterpret_cast<const char*>(id), sizeof(id)) : std::string();
}
#else
std::string computerId()
{
    return readFile("/etc/machine-id", 256).value_or(std::string());
}
#endif
#endif

std::string hashText(std::string_view text)
{
    return std::to_string(stableHash(text));
}

}  // namespace

Result<std::string> describeFileIdentity(const std::filesystem::path& file, const std::filesystem::path& name)
{
    const auto number = findFileNumber(file);
    if (!number) {
        return fail(number.error());
    }
    std::error_code problem;
    auto absolute = std::filesystem::weakly_canonical(name, problem);
    if (problem) {
        absolute = name;
    }
    return hashText(computerId()) + ':' + std::to_string(number->disk) + ':' + std::to_string(number->file) + ':' +
           hashText(fromPath(absolute));
}

bool isSameFile(std::string_view recorded, std::string_view found)
{
    const auto before = split(recorded, ':');
    const auto now = split(found, ':');
    if (before.size() != 4 || now.size() != 4) {
        return false;
    }
    return before[0] == now[0] && before[2] == now[2] && (before[1] == now[1] || before[3] == now[3]);
}

}  // namespace shopbell::db
