# SPDX-FileCopyrightText: The Handrail authors
# SPDX-License-Identifier: GPL-3.0-or-later

# KSyntaxHighlighting for Qt 6 under one name, Handrail::SyntaxHighlighting, whichever of its two packagings is here: KF6, or a KF5
# of the 5.1xx series built for Qt 6 (packaging/dependencies does that where the distribution has none). Without it the program
# builds too, and shows commands in one colour.

add_library(handrail_syntaxhighlighting INTERFACE)
add_library(Handrail::SyntaxHighlighting ALIAS handrail_syntaxhighlighting)

find_package(Qt6 QUIET COMPONENTS Network) # named in the link interface of a static 5.116
find_package(KF6SyntaxHighlighting QUIET)
if(KF6SyntaxHighlighting_FOUND)
    set(HANDRAIL_SYNTAX_TARGET KF6::SyntaxHighlighting)
else()
    set(QT_MAJOR_VERSION 6)
    set(HANDRAIL_CACHE_HOME "$ENV{XDG_CACHE_HOME}")
    if(NOT HANDRAIL_CACHE_HOME)
        set(HANDRAIL_CACHE_HOME "$ENV{HOME}/.cache")
    endif()
    find_package(KF5SyntaxHighlighting 5.100 QUIET HINTS "${HANDRAIL_CACHE_HOME}/handrail/dependencies")
    if(KF5SyntaxHighlighting_FOUND)
        set(HANDRAIL_SYNTAX_TARGET KF5::SyntaxHighlighting)
    endif()
endif()

if(HANDRAIL_SYNTAX_TARGET)
    target_link_libraries(handrail_syntaxhighlighting INTERFACE ${HANDRAIL_SYNTAX_TARGET})
    target_compile_definitions(handrail_syntaxhighlighting INTERFACE HANDRAIL_HAS_SYNTAX_HIGHLIGHTING)
    message(STATUS "Syntax highlighting: ${HANDRAIL_SYNTAX_TARGET}")
else()
    message(STATUS "Syntax highlighting: KSyntaxHighlighting for Qt 6 not found, commands are shown in one colour")
endif()
