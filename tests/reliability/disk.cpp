// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Stands between a program and its disk: defines the calls of the C library by which files are changed, so that they can be
 * written down and made to fail. Linked into the program rather than preloaded: the dynamic linker looks for a symbol in the
 * program first, before libc and before AddressSanitizer's library, which insists on being the first that is preloaded. So the
 * same works with and without it. What SQLite and Qt call was read from the symbols that their libraries import; the real thing
 * is done by system calls, so that nothing here calls itself.
 *
 *   HANDRAIL_DISK_FOLDER  an absolute path; only what lies below it is watched
 *   HANDRAIL_DISK_LOG     where the changes are written down, as DiskRecords
 *   HANDRAIL_DISK_FAULT   ENOSPC:17 or EIO:17, from the 17th change on until mendDisk(); with ":once" only the 17th
 */
#include "reliability/disk.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <string>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace Handrail::Reliability {

namespace {

class Disk
{
public:
    Disk()
    {
        if (const char *folder = std::getenv("HANDRAIL_DISK_FOLDER"))
            m_folder = folder;
        if (const char *log = std::getenv("HANDRAIL_DISK_LOG"))
            m_log = int(syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
        if (const char *fault = std::getenv("HANDRAIL_DISK_FAULT")) {
            const std::string text = fault;
            m_error = text.starts_with("EIO:") ? EIO : ENOSPC;
            m_countdown = std::atoi(text.c_str() + text.find(':') + 1);
            m_once = text.ends_with(":once");
        }
    }

    bool watches(const char *path) const
    {
        return !m_folder.empty() && std::strncmp(path, m_folder.c_str(), m_folder.size()) == 0
            && (path[m_folder.size()] == '/' || path[m_folder.size()] == '\0');
    }
    bool watches(int descriptor) const
    {
        return descriptor >= 0 && std::size_t(descriptor) < m_watched.size() && m_watched[std::size_t(descriptor)];
    }
    void watch(int descriptor, bool wanted)
    {
        if (descriptor >= 0 && std::size_t(descriptor) < m_watched.size())
            m_watched[std::size_t(descriptor)] = wanted;
    }

    /** The error that the next change is to end with; 0 for none. */
    int fault()
    {
        const std::lock_guard guard(m_mutex);
        if (m_error == 0 || --m_countdown > 0 || (m_once && m_countdown < 0))
            return 0;
        ++m_failures;
        return m_error;
    }
    void mend()
    {
        const std::lock_guard guard(m_mutex);
        m_error = 0;
    }
    int failures()
    {
        const std::lock_guard guard(m_mutex);
        return m_failures;
    }

    void record(DiskRecord::Kind kind, int descriptor, std::int64_t position, const void *data, std::size_t size)
    {
        if (m_log < 0)
            return;
        const int error = errno;
        DiskRecord record { kind, descriptor, position, std::int64_t(size) };
        const iovec parts[] = { { &record, sizeof record }, { const_cast<void *>(data), size } };
        const std::lock_guard guard(m_mutex);
        if (syscall(SYS_writev, m_log, parts, 2) != long(sizeof record + size))
            std::abort(); // half a log would prove nothing
        errno = error;
    }
    void record(DiskRecord::Kind kind, const std::string &path) { record(kind, -1, 0, path.data(), path.size()); }

private:
    std::string m_folder;
    int m_log = -1;
    int m_error = 0;
    int m_countdown = 0;
    bool m_once = false;
    int m_failures = 0;
    std::array<std::atomic<bool>, 4096> m_watched {};
    std::mutex m_mutex;
};

Disk &disk()
{
    static Disk *const disk = new Disk; // never deleted: files are closed after the last destructor
    return *disk;
}

/** Whether the change must not be done; errno says why. */
bool fails()
{
    const int error = disk().fault();
    if (error != 0)
        errno = error;
    return error != 0;
}

int openFile(int folder, const char *path, int flags, mode_t mode)
{
    if (!disk().watches(path))
        return int(syscall(SYS_openat, folder, path, flags, mode));
    const bool isMade = (flags & O_CREAT) && syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0;
    if (isMade && fails())
        return -1;
    const int descriptor = int(syscall(SYS_openat, folder, path, flags, mode));
    if (descriptor < 0)
        return descriptor;
    disk().watch(descriptor, true);
    disk().record(DiskRecord::Opened, descriptor, isMade, path, std::strlen(path));
    if (flags & O_TRUNC)
        disk().record(DiskRecord::Truncated, descriptor, 0, nullptr, 0);
    return descriptor;
}

std::int64_t positionOf(int descriptor)
{
    if (!(syscall(SYS_fcntl, descriptor, F_GETFL) & O_APPEND))
        return syscall(SYS_lseek, descriptor, 0, SEEK_CUR);
    struct stat status {};
    return fstat(descriptor, &status) == 0 ? status.st_size : 0;
}

int truncateFile(int descriptor, off64_t length)
{
    if (disk().watches(descriptor)) {
        if (fails())
            return -1;
        disk().record(DiskRecord::Truncated, descriptor, length, nullptr, 0);
    }
    return int(syscall(SYS_ftruncate, descriptor, length));
}

int syncFile(int descriptor, long call)
{
    const bool isWatched = disk().watches(descriptor);
    if (isWatched && fails())
        return -1;
    const int result = int(syscall(call, descriptor));
    if (isWatched && result == 0)
        disk().record(DiskRecord::Synced, descriptor, 0, nullptr, 0);
    return result;
}

int renameFile(const char *from, const char *to, unsigned flags)
{
    if (disk().watches(from)) {
        if (fails())
            return -1;
        disk().record(DiskRecord::Renamed, std::string(from) + '\0' + to);
    }
    return int(syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, flags));
}

} // namespace

void mendDisk()
{
    disk().mend();
}

int diskFailures()
{
    return disk().failures();
}

} // namespace Handrail::Reliability

using namespace Handrail::Reliability;

extern "C" {

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (flags & O_CREAT) ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return openFile(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (flags & O_CREAT) ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return openFile(AT_FDCWD, path, flags, mode);
}

int close(int descriptor)
{
    if (disk().watches(descriptor)) {
        disk().record(DiskRecord::Closed, descriptor, 0, nullptr, 0);
        disk().watch(descriptor, false);
    }
    return int(syscall(SYS_close, descriptor));
}

ssize_t write(int descriptor, const void *data, size_t size)
{
    if (disk().watches(descriptor)) {
        if (fails())
            return -1;
        disk().record(DiskRecord::Written, descriptor, positionOf(descriptor), data, size);
    }
    return syscall(SYS_write, descriptor, data, size);
}

ssize_t pwrite64(int descriptor, const void *data, size_t size, off64_t position)
{
    if (disk().watches(descriptor)) {
        if (fails())
            return -1;
        disk().record(DiskRecord::Written, descriptor, position, data, size);
    }
    return syscall(SYS_pwrite64, descriptor, data, size, position);
}

ssize_t pwrite(int descriptor, const void *data, size_t size, off_t position)
{
    return pwrite64(descriptor, data, size, position);
}

int ftruncate64(int descriptor, off64_t length) noexcept
{
    return truncateFile(descriptor, length);
}

int ftruncate(int descriptor, off_t length) noexcept
{
    return truncateFile(descriptor, length);
}

int fsync(int descriptor)
{
    return syncFile(descriptor, SYS_fsync);
}

int fdatasync(int descriptor)
{
    return syncFile(descriptor, SYS_fdatasync);
}

int unlink(const char *path) noexcept
{
    if (disk().watches(path) && syscall(SYS_faccessat, AT_FDCWD, path, F_OK) == 0) {
        if (fails())
            return -1;
        disk().record(DiskRecord::Removed, path);
    }
    return int(syscall(SYS_unlinkat, AT_FDCWD, path, 0));
}

int rename(const char *from, const char *to) noexcept
{
    return renameFile(from, to, 0);
}

int renameat2(int, const char *from, int, const char *to, unsigned flags) noexcept // Qt's paths are absolute
{
    return renameFile(from, to, flags);
}

int mkdir(const char *path, mode_t mode) noexcept
{
    if (disk().watches(path) && syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0) {
        if (fails())
            return -1;
        disk().record(DiskRecord::FolderMade, path);
    }
    return int(syscall(SYS_mkdirat, AT_FDCWD, path, mode));
}

} // extern "C"
