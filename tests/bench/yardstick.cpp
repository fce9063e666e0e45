// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the machine needs for the least that could be done: the figures of Handrail are given as ratios to these.

#include <cmark.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

enum class Work { Walk, Read, Parse };

/** Bytes that were there to be read. */
std::uintmax_t go(const std::string &folder, Work work)
{
    std::uintmax_t bytes = 0;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        const std::uintmax_t size = entry.file_size(); // asks for the file's status, as a scan must
        bytes += size;
        if (work == Work::Walk || entry.path().extension() != ".md")
            continue;
        std::string text(size, '\0');
        std::ifstream(entry.path(), std::ios::binary).read(text.data(), std::streamsize(size));
        if (work == Work::Parse)
            cmark_node_free(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
    }
    return bytes;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string work = argc == 3 ? argv[1] : "";
    if (work != "walk" && work != "read" && work != "parse") {
        std::fputs("Usage: handrail-yardstick walk|read|parse FOLDER\n", stderr);
        return 2;
    }
    std::printf("%ju\n", go(argv[2], work == "walk" ? Work::Walk : work == "read" ? Work::Read : Work::Parse));
    return 0;
}
