// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/wrappedcommand.h"

#include "checklist/toolrisk.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** How a tool that starts another is called. */
struct Wrapper
{
    QStringList valueOptions; ///< options whose value is a word of its own
    int positionals = 0; ///< words of its own before the command: "timeout 5 cmd"
    bool isText = false; ///< the words are joined and read by a shell: "ssh host a ; b"
    Risk whenEmpty = Risk::Read;
};

const QString &sessionReason()
{
    static const QString text = u"opens a session in which anything can be done"_s;
    return text;
}

const QHash<QString, Wrapper> &wrappers()
{
    static const QStringList sshOptions = { u"-i"_s, u"-p"_s, u"-l"_s, u"-o"_s, u"-J"_s, u"-F"_s, u"-L"_s, u"-R"_s, u"-D"_s,
                                            u"-b"_s, u"-c"_s, u"-E"_s, u"-e"_s, u"-m"_s, u"-Q"_s, u"-S"_s, u"-W"_s, u"-w"_s };
    static const QHash<QString, Wrapper> table = {
        { u"sudo"_s, { { u"-u"_s, u"-g"_s, u"-h"_s, u"-p"_s, u"-C"_s, u"-r"_s, u"-t"_s, u"-U"_s, u"-T"_s, u"-D"_s, u"-R"_s, u"--user"_s, u"--group"_s }, 0, false, Risk::Change } },
        { u"doas"_s, { { u"-u"_s, u"-C"_s }, 0, false, Risk::Change } },
        { u"env"_s, { { u"-u"_s, u"-C"_s, u"--unset"_s, u"--chdir"_s }, 0, false, Risk::Read } },
        { u"time"_s, { { u"-f"_s, u"-o"_s }, 0, false, Risk::Read } },
        { u"nohup"_s, {} },
        { u"command"_s, {} },
        { u"builtin"_s, {} },
        { u"exec"_s, { { u"-a"_s }, 0, false, Risk::Read } },
        { u"nice"_s, { { u"-n"_s }, 0, false, Risk::Read } },
        { u"ionice"_s, { { u"-c"_s, u"-n"_s, u"-p"_s }, 0, false, Risk::Read } },
        { u"setsid"_s, {} },
        { u"unbuffer"_s, {} },
        { u"stdbuf"_s, { { u"-i"_s, u"-o"_s, u"-e"_s }, 0, false, Risk::Read } },
        { u"timeout"_s, { { u"-s"_s, u"-k"_s, u"--signal"_s, u"--kill-after"_s }, 1, false, Risk::Read } },
        { u"flock"_s, { { u"-w"_s, u"-E"_s }, 1, false, Risk::Change } },
        { u"chroot"_s, { {}, 1, false, Risk::Change } },
        { u"nsenter"_s, { { u"-t"_s, u"--target"_s, u"-S"_s, u"-G"_s }, 0, false, Risk::Change } },
        { u"unshare"_s, { {}, 0, false, Risk::Change } },
        { u"xargs"_s, { { u"-n"_s, u"-I"_s, u"-P"_s, u"-L"_s, u"-d"_s, u"-a"_s, u"-E"_s, u"-s"_s, u"--max-args"_s, u"--max-procs"_s, u"--replace"_s, u"--delimiter"_s }, 0, false, Risk::Read } },
        { u"parallel"_s, { { u"-j"_s, u"-N"_s, u"-I"_s, u"--jobs"_s }, 0, true, Risk::Unknown } },
        { u"watch"_s, { { u"-n"_s, u"--interval"_s, u"-q"_s }, 0, true, Risk::Read } },
        { u"eval"_s, { {}, 0, true, Risk::Read } },
        { u"ssh"_s, { sshOptions, 1, true, Risk::Change } },
        { u"sshpass"_s, { { u"-p"_s, u"-f"_s, u"-d"_s }, 0, false, Risk::Change } },
        { u"caffeinate"_s, {} },
        { u"runuser"_s, { { u"-u"_s, u"-g"_s, u"-c"_s }, 0, false, Risk::Change } },
    };
    return table;
}

QString joined(const QList<ShellWord> &words)
{
    QStringList texts;
    for (const ShellWord &word : words)
        texts.append(word.text);
    return texts.join(u' ');
}

bool isOption(const ShellWord &word)
{
    return word.text.startsWith(u'-') && word.text.size() > 1;
}

WrappedCommand unwrapped(const Wrapper &wrapper, const QList<ShellWord> &words, const QString &tool)
{
    static const QRegularExpression assignment(u"^[A-Za-z_]\\w*="_s);
    qsizetype at = 1;
    int positionals = wrapper.positionals;
    for (; at < words.size(); ++at) {
        const QString &text = words[at].text;
        if (text == u"--") {
            ++at;
            break;
        }
        if (isOption(words[at])) {
            if (wrapper.valueOptions.contains(text))
                ++at;
        } else if ((tool == u"env" || tool == u"sudo") && assignment.match(text).hasMatch()) {
            continue;
        } else if (positionals > 0) {
            --positionals;
        } else {
            break;
        }
    }
    WrappedCommand inner;
    inner.whenEmpty = { wrapper.whenEmpty,
                        wrapper.whenEmpty == Risk::Read ? tool + u" only reads"_s : tool + u' ' + sessionReason() };
    const QList<ShellWord> rest = words.mid(qMin(at, words.size()));
    if (wrapper.isText)
        inner.script = joined(rest);
    else
        inner.words = rest;
    return inner;
}

bool isShell(const QString &tool)
{
    static const QSet<QString> shells = { u"sh"_s, u"bash"_s, u"zsh"_s, u"ash"_s, u"dash"_s, u"ksh"_s, u"fish"_s, u"su"_s };
    return shells.contains(tool);
}

/** bash -c 'script', su - user -c 'script', bash file, bash. */
WrappedCommand unwrappedShell(const QList<ShellWord> &words, const QString &tool)
{
    WrappedCommand inner;
    inner.whenEmpty = { Risk::Change, tool + u' ' + sessionReason() };
    for (qsizetype i = 1; i < words.size(); ++i) {
        const QString &text = words[i].text;
        const bool takesScript = text == u"--command" || (isOption(words[i]) && !text.startsWith(u"--"_s) && text.contains(u'c'));
        if (takesScript && i + 1 < words.size()) {
            inner.script = words[i + 1].text;
            return inner;
        }
        if (!isOption(words[i]) && tool != u"su") {
            inner.whenEmpty = { Risk::Unknown, u"%1 runs the script %2, which is not shown"_s.arg(tool, text) };
            return inner;
        }
    }
    return inner;
}

/** Index just behind "--", or -1. */
qsizetype behindDashes(const QList<ShellWord> &words)
{
    for (qsizetype i = 1; i < words.size(); ++i) {
        if (words[i].text == u"--" && !words[i].isQuoted)
            return i + 1;
    }
    return -1;
}

/** What stands behind the @p count-th word that is no option, seen from @p first. */
qsizetype behindPositionals(const QList<ShellWord> &words, qsizetype first, int count, const QStringList &valueOptions)
{
    for (qsizetype i = first; i < words.size(); ++i) {
        if (isOption(words[i])) {
            if (valueOptions.contains(words[i].text))
                ++i;
        } else if (--count == 0) {
            return i + 1;
        }
    }
    return words.size();
}

QStringList argumentsOf(const QList<ShellWord> &words)
{
    QStringList texts;
    for (const ShellWord &word : words.mid(1))
        texts.append(word.text);
    return texts;
}

qsizetype indexOfWord(const QList<ShellWord> &words, const QString &text)
{
    for (qsizetype i = 1; i < words.size(); ++i) {
        if (words[i].text == text)
            return i;
    }
    return 0;
}

/** kubectl exec, docker exec, ip netns exec and their like. */
std::optional<WrappedCommand> unwrappedExec(const QList<ShellWord> &words, const QString &tool)
{
    static const QStringList kubeOptions = { u"-n"_s, u"--namespace"_s, u"-c"_s, u"--container"_s, u"--context"_s, u"--kubeconfig"_s,
                                             u"--cluster"_s, u"--user"_s, u"-u"_s, u"-e"_s, u"--env"_s, u"-w"_s, u"--workdir"_s,
                                             u"-s"_s, u"--pod-running-timeout"_s, u"--image"_s, u"--as"_s };
    static const QHash<QString, QStringList> verbs = {
        { u"kubectl"_s, { u"exec"_s } }, { u"k"_s, { u"exec"_s } }, { u"kubecolor"_s, { u"exec"_s } },
        { u"oc"_s, { u"exec"_s, u"rsh"_s, u"debug"_s } }, { u"docker"_s, { u"exec"_s } }, { u"podman"_s, { u"exec"_s } },
        { u"docker-compose"_s, { u"exec"_s } }, { u"crictl"_s, { u"exec"_s } }, { u"nerdctl"_s, { u"exec"_s } },
        { u"bundle"_s, { u"exec"_s } }, { u"ip"_s, { u"netns"_s } }, { u"aws-vault"_s, { u"exec"_s } },
        { u"lxc"_s, { u"exec"_s } }, { u"nomad"_s, { u"exec"_s } },
    };
    const QString verb = positionalsOf(tool, argumentsOf(words)).value(0);
    const bool isCompose = tool == u"docker" && verb == u"compose" && indexOfWord(words, u"exec"_s) > 0;
    if (!isCompose && !verbs.value(tool).contains(verb))
        return std::nullopt;
    WrappedCommand inner;
    inner.whenEmpty = { Risk::Change, u"%1 %2 %3"_s.arg(tool, verb, sessionReason()) };
    const qsizetype at = indexOfWord(words, isCompose ? u"exec"_s : verb);
    qsizetype start = behindDashes(words);
    if (start < 0)
        start = behindPositionals(words, at + 1, tool == u"bundle" ? 0 : tool == u"ip" ? 2 : 1, kubeOptions);
    if (tool == u"bundle")
        start = at + 1;
    inner.words = words.mid(qMin(start, words.size()));
    return inner;
}

/** gcloud compute ssh --command='...', virtctl ssh --command, knife ssh 'query' 'command'. */
std::optional<WrappedCommand> unwrappedRemote(const QList<ShellWord> &words, const QString &tool)
{
    static const QSet<QString> tools = { u"gcloud"_s, u"virtctl"_s, u"knife"_s, u"az"_s, u"flyctl"_s, u"fly"_s, u"tsh"_s, u"vagrant"_s };
    const qsizetype ssh = indexOfWord(words, u"ssh"_s);
    if (!tools.contains(tool) || ssh == 0)
        return std::nullopt;
    WrappedCommand inner;
    inner.whenEmpty = { Risk::Change, u"%1 ssh %2"_s.arg(tool, sessionReason()) };
    for (qsizetype i = ssh + 1; i < words.size(); ++i) {
        const QString &text = words[i].text;
        if (text.startsWith(u"--command="_s))
            inner.script = text.section(u'=', 1);
        else if ((text == u"--command" || text == u"-c" || text == u"-C") && i + 1 < words.size())
            inner.script = words[i + 1].text;
    }
    if (inner.script.isEmpty() && behindDashes(words) > 0)
        inner.script = joined(words.mid(behindDashes(words)));
    if (inner.script.isEmpty() && tool == u"knife")
        inner.script = words.value(behindPositionals(words, ssh + 1, 1, { u"-x"_s, u"-a"_s, u"-i"_s, u"-P"_s, u"-C"_s })).text;
    return inner;
}

} // namespace

std::optional<WrappedCommand> wrappedIn(const QList<ShellWord> &words)
{
    if (words.isEmpty())
        return std::nullopt;
    const QString tool = words.first().text.section(u'/', -1);
    if (const auto wrapper = wrappers().constFind(tool); wrapper != wrappers().constEnd())
        return unwrapped(*wrapper, words, tool);
    if (isShell(tool))
        return unwrappedShell(words, tool);
    if (const std::optional<WrappedCommand> inner = unwrappedExec(words, tool))
        return inner;
    return unwrappedRemote(words, tool);
}

} // namespace Handrail
