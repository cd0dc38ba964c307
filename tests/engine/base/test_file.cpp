// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "support/registry.h"
#include "support/seeded_random.h"
#include "support/shared_data.h"
#include "support/temp_dir.h"

#include <QTest>

#include <algorithm>
#include <csignal>
#include <string>
#include <vector>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace shopbell;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t generous = 64 * 1024 * 1024;

std::string contentOf(const fs::path& path)
{
    const auto content = readFile(path, generous);
    return content ? *content : "could not be read: " + describe(content.error());
}

unsigned modeOf(const fs::path& path)
{
    struct stat facts = {};
    return ::stat(path.c_str(), &facts) == 0 ? facts.st_mode & 0777U : 0U;
}

std::ptrdiff_t countEntries(const fs::path& folder)
{
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

/// Nobody may write a file past this many bytes while it stands: a disk that fills up.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        struct rlimit narrow = m_before;
        narrow.rlim_cur = bytes;
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &narrow);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    struct rlimit m_before = {};
    void (*m_handler)(int) = SIG_DFL;
};

}  // namespace

class TestFile : public QObject {
    Q_OBJECT

private slots:
    void whatIsWrittenIsRead()
    {
        const test::TempDir folder;
        test::SeededRandom random(91);
        for (const std::size_t size : {0, 1, 4'095, 4'096, 65'536, 65'537, 3'000'000}) {
            const std::string content = random.bytes(size);
            QVERIFY(writeFileSafely(folder / "a.bin", content));
            QVERIFY(contentOf(folder / "a.bin") == content);
        }
        QCOMPARE(countEntries(folder.path()), std::ptrdiff_t{1});
    }

    void namesAreUtf8()
    {
        const test::TempDir folder;
        const std::string name = "Käse 日本 🔔.txt";
        QVERIFY(writeFileSafely(folder / name, "x"));
        QCOMPARE(fromPath(fs::directory_iterator(folder.path())->path().filename()), name);
        QCOMPARE(fromPath(toPath(name)), name);
    }

    void theLimitIsTheLargestSizeTaken()
    {
        const test::TempDir folder;
        QVERIFY(writeFileSafely(folder / "a", std::string(100, 'x')));
        QVERIFY(readFile(folder / "a", 100));
        const auto tooLarge = readFile(folder / "a", 99);
        QVERIFY(!tooLarge);
        QVERIFY(tooLarge.error().kind == ErrorKind::InvalidInput);
        QVERIFY(writeFileSafely(folder / "empty", ""));
        QVERIFY(readFile(folder / "empty", 0));
    }

    void filesThatDoNotTellTheirSizeAreReadAndLimited()
    {
        if (!fs::exists("/proc/self/status") || !fs::exists("/dev/zero")) {
            QSKIP("This system has no /proc or no /dev/zero.");
        }
        QVERIFY(contentOf("/proc/self/status").find("Name:") != std::string::npos);
        const auto endless = readFile("/dev/zero", 1'000'000);
        QVERIFY(!endless);
        QVERIFY(endless.error().kind == ErrorKind::InvalidInput);
    }

    void whatIsMissingIsNotFound()
    {
        const test::TempDir folder;
        const auto missing = readFile(folder / "none", generous);
        QVERIFY(!missing);
        QVERIFY(missing.error().kind == ErrorKind::NotFound);
        QVERIFY(missing.error().detail.find("none") != std::string::npos);
        const auto nowhere = writeFileSafely(folder / "none/a", "x");
        QVERIFY(!nowhere);
        QVERIFY(nowhere.error().kind == ErrorKind::NotFound);
    }

    void aFolderIsNoFile()
    {
        const test::TempDir folder;
        const auto read = readFile(folder.path(), generous);
        QVERIFY(!read);
        QVERIFY(read.error().kind == ErrorKind::InvalidInput);
        for (const fs::path& path : {folder.path(), folder.path() / "", fs::path()}) {
            const auto written = writeFileSafely(path, "x");
            QVERIFY(!written);
            QVERIFY(written.error().kind == ErrorKind::InvalidInput);
        }
        QCOMPARE(countEntries(folder.path()), std::ptrdiff_t{0});
    }

    void aFolderWithoutPermissionRefuses()
    {
        if (::geteuid() == 0) {
            QSKIP("The superuser is refused nothing.");
        }
        const test::TempDir folder;
        QVERIFY(writeFileSafely(folder / "a", "old"));
        ::chmod(folder.path().c_str(), 0500);
        const auto written = writeFileSafely(folder / "a", "new");
        ::chmod(folder.path().c_str(), 0700);
        QVERIFY(!written);
        QVERIFY(written.error().kind == ErrorKind::Refused);
        QCOMPARE(contentOf(folder / "a"), std::string("old"));
    }

    void ownerOnlyMeansNobodyElse()
    {
        const test::TempDir folder;
        QVERIFY(writeFileSafely(folder / "new", "secret", true));
        QCOMPARE(modeOf(folder / "new"), 0600U);
        QVERIFY(writeFileSafely(folder / "old", "open"));
        ::chmod((folder / "old").c_str(), 0644);
        QVERIFY(writeFileSafely(folder / "old", "secret", true));
        QCOMPARE(modeOf(folder / "old"), 0600U);
    }

    void permissionsOfTheOldFileAreKept()
    {
        const test::TempDir folder;
        QVERIFY(writeFileSafely(folder / "a", "1"));
        for (const mode_t mode : {0600, 0640, 0644}) {
            ::chmod((folder / "a").c_str(), mode);
            QVERIFY(writeFileSafely(folder / "a", "2"));
            QCOMPARE(modeOf(folder / "a"), static_cast<unsigned>(mode));
        }
    }

    void aLinkStaysALink()
    {
        const test::TempDir folder;
        fs::create_directory(folder / "elsewhere");
        QVERIFY(writeFileSafely(folder / "elsewhere/real", "1"));
        fs::create_symlink("elsewhere/real", folder / "link");
        QVERIFY(writeFileSafely(folder / "link", "2"));
        QVERIFY(fs::is_symlink(folder / "link"));
        QCOMPARE(contentOf(folder / "elsewhere/real"), std::string("2"));
    }

    void aFullDiskLeavesTheOldContentAndNoRemains()
    {
        const test::TempDir folder;
        QVERIFY(writeFileSafely(folder / "a", "old"));
        Result<void> written;
        {
            const FileSizeLimit limit(1'000);
            written = writeFileSafely(folder / "a", std::string(100'000, 'x'));
        }
        QVERIFY(!written);
        QVERIFY(written.error().kind == ErrorKind::Io);
        QCOMPARE(contentOf(folder / "a"), std::string("old"));
        QCOMPARE(countEntries(folder.path()), std::ptrdiff_t{1});
    }

    void aProcessKilledWhileSavingLeavesOneWholeContent()
    {
        const test::TempDir folder;
        test::SeededRandom random(92);
        const fs::path path = folder / "a";
        const std::string first(300'000, 'a');
        const std::string second(200'000, 'b');
        QVERIFY(writeFileSafely(path, first));
        int olds = 0;
        for (int round = 0; round < 40; ++round) {
            int ends[2] = {};
            QVERIFY(::pipe(ends) == 0);
            const pid_t child = ::fork();
            if (child == 0) {
                for (bool isFirst = false;; isFirst = !isFirst) {
                    const bool isWritten = writeFileSafely(path, isFirst ? first : second).has_value();
                    if (!isWritten || ::write(ends[1], "x", 1) != 1) {
                        ::_exit(1);
                    }
                }
            }
            QVERIFY(child > 0);
            ::close(ends[1]);
            // So many saves, then the end comes somewhere within the next.
            for (std::uint64_t saves = random->below(4); saves > 0; --saves) {
                char one = 0;
                QVERIFY(::read(ends[0], &one, 1) == 1);
            }
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            ::close(ends[0]);
            QVERIFY(WIFSIGNALED(status));
            const std::string content = contentOf(path);
            QVERIFY(content == first || content == second);
            olds += content == first ? 1 : 0;
        }
        QVERIFY(olds > 0);
    }

    void sharedFilesAreFoundOnlyWhereTheyAre()
    {
        const test::TempDir folder;
        QVERIFY(writeFileSafely(folder / "here.txt", "x"));
        ::setenv("SHOPBELL_TEST_FOLDER", fromPath(folder.path()).c_str(), 1);
        QVERIFY(test::findUnder("SHOPBELL_TEST_FOLDER", "here.txt") == folder / "here.txt");
        QVERIFY(!test::findUnder("SHOPBELL_TEST_FOLDER", "gone.txt"));
        ::unsetenv("SHOPBELL_TEST_FOLDER");
        QVERIFY(!test::findUnder("SHOPBELL_TEST_FOLDER", "here.txt"));
    }

    void temporaryFoldersGoWithTheirObject()
    {
        fs::path path;
        {
            const test::TempDir folder;
            path = folder.path();
            QVERIFY(fs::is_directory(path));
            fs::create_directories(folder / "deep/deeper");
        }
        QVERIFY(!fs::exists(path));
    }
};

SHOPBELL_TEST(TestFile)
#include "test_file.moc"
