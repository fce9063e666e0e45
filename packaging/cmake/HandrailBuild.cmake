# SPDX-FileCopyrightText: The Handrail authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Language, warnings, hardening and the tools that make builds quick. Included once, before any target.

option(HANDRAIL_WERROR "Treat warnings as errors" OFF)
option(HANDRAIL_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(HANDRAIL_FUZZ "Build the fuzz targets; needs clang" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_AUTOUIC ON)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    # Without these a precompiled header makes every object a cache miss.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE_PROGRAM})
endif()

find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
endif()

# The flags of every target of ours. Qt's own headers are system headers and stay out of it.
add_library(handrail_options INTERFACE)
target_compile_definitions(handrail_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_KEYWORDS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    HANDRAIL_VERSION="${PROJECT_VERSION}")
target_include_directories(handrail_options INTERFACE "${PROJECT_SOURCE_DIR}/models" "${PROJECT_SOURCE_DIR}")
if(MSVC)
    target_compile_options(handrail_options INTERFACE /W4 /utf-8 /permissive-)
else()
    target_compile_options(handrail_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion)
    if(HANDRAIL_WERROR)
        target_compile_options(handrail_options INTERFACE -Werror)
    endif()
    if(CCACHE_PROGRAM AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(handrail_options INTERFACE -fpch-preprocess)
    endif()
    if(HANDRAIL_FUZZ)
        # Optimised, since only many runs find anything; Qt's own checks of what it is given stay on.
        add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
        add_compile_definitions(_GLIBCXX_ASSERTIONS QT_FORCE_ASSERTS)
        add_link_options(-fsanitize=address,undefined)
    elseif(HANDRAIL_SANITIZE)
        # Not optimised: the suite runs in seconds either way, compiling is what takes the time.
        add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
        add_compile_definitions(_GLIBCXX_ASSERTIONS)
        add_link_options(-fsanitize=address,undefined)
    elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
        add_compile_options(-fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
        add_link_options(LINKER:-z,relro,-z,now)
    endif()
endif()

# Precompiled headers: only what nearly every file of the target includes anyway.
set(HANDRAIL_CORE_PCH <QByteArray> <QDateTime> <QHash> <QJsonArray> <QJsonObject> <QList> <QRegularExpression>
    <QString> <QStringList> <functional> <memory> <optional> <utility>)
