// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alerttext.h"

#include "alerts/alertguess.h"
#include "alerts/alerttimes.h"
#include "alerts/runningtext.h"
#include "alerts/titleline.h"
#include "alerts/words.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int titleWeight = 75; // more than a message, less than "alertname"
constexpr int mostLines = 5000; // what is longer is a log; its alert stands at the top
constexpr int mostPairs = 10000;

struct KeyValue {
    QString key;
    QString value;
};

/** "Key: value", "key = value", "- key: value"; nothing for sentences and addresses. */
std::optional<KeyValue> keyValueIn(const QString &line)
{
    static const QRegularExpression pattern(
        u"^[^\\w\"'(\\[{<]*([A-Za-z_@][\\w./@()-]*(?: [\\w./()-]+){0,5}?)\"?\\s*(?::(?!//)|=(?!=))\\s*(.*)$"_s);
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    const QString key = match.captured(1).trimmed();
    if (key.back().isDigit() && key.contains(u' ') && !match.captured(2).isEmpty()
        && match.captured(2).front().isDigit())
        return std::nullopt; // "started at 15:38"
    return KeyValue{ key, match.captured(2).trimmed() };
}

QString unquoted(const QString &value)
{
    return value.size() > 1 && value.front() == u'"' && value.back() == u'"'
        ? value.sliced(1, value.size() - 2)
        : value;
}

/** logfmt: three or more key=value on one line. */
QList<KeyValue> logfmtIn(const QString &line)
{
    static const QRegularExpression pair(
        u"(?:^|\\s)([A-Za-z_][\\w.-]*)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s\"]+))"_s);
    QList<KeyValue> pairs;
    for (auto matches = pair.globalMatch(line); matches.hasNext();) {
        const auto match = matches.next();
        pairs.append(
            { match.captured(1), match.captured(2).isEmpty() ? match.captured(3) : match.captured(2) });
    }
    return pairs.size() >= 3 ? pairs : QList<KeyValue>();
}

class TextWalk {
public:
    explicit TextWalk(const RunningText &running)
        : m_running(running)
    {
    }

    void line(const QString &line);
    void title(const QString &line);
    void finish();
    ParsedAlerts result();

private:
    enum class Block { None, Labels, Annotations };

    bool blockHead(const QString &line);
    bool sectionHead(const QString &line);
    void pair(const KeyValue &pair);
    void blockPair(const KeyValue &pair);
    void looseTime(const QString &key, const QString &value);
    void phrases(const QString &line);
    void links();
    bool hasContent() const { return m_hasContent; }

    const RunningText &m_running;
    ParsedAlerts m_parsed;
    AlertGuess m_guess;
    Block m_block = Block::None;
    AlertStatus m_section = AlertStatus::Unknown;
    TitleLine m_title;
    bool m_hasContent = false;
    bool m_hasBlock = false;
    bool m_sawTitle = false;
    bool m_wantsName = false;
    int m_pairsLeft = mostPairs;
    QStringList m_urls; // of the alert being read
};

void TextWalk::title(const QString &line)
{
    const TitleLine title = readTitleLine(line);
    if (!title.saysSomething())
        return;
    if (title.isGroup && m_title.isGroup && m_hasContent)
        finish();
    if (title.isGroup) {
        m_section = title.status;
        m_title = title;
    }
    const bool first = !m_sawTitle;
    m_sawTitle = true;
    m_block = Block::None;
    if (first || title.isGroup)
        m_guess.setName(title.name, titleWeight);
    m_guess.setStatus(title.status, title.isGroup ? 105 : 58);
    if (!title.severity.isEmpty())
        m_guess.setSeverity(title.severity, title.isGroup ? 65 : 50);
    m_hasContent = true;
}

/** "Alerts Firing:", "(1) RESOLVED", "**Firing**": the state of what follows. */
bool TextWalk::sectionHead(const QString &line)
{
    static const QRegularExpression head(
        u"^\\W*(?:\\(?\\d+\\)?\\s+)?(?:alerts?\\s+)?(firing|resolved)(?:\\s+alerts?)?\\s*(?:\\(\\d+\\))?\\W*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = head.match(line);
    if (!match.hasMatch())
        return false;
    m_section = statusFromWord(match.captured(1));
    if (m_hasBlock)
        finish();
    m_guess.setStatus(m_section, 107);
    m_hasContent = true;
    m_wantsName = true;
    return true;
}

bool TextWalk::blockHead(const QString &line)
{
    static const QRegularExpression head(
        u"^\\W*(labels|annotations|details|tags|common labels|event tags)\\W*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = head.match(line);
    if (!match.hasMatch())
        return false;
    const bool annotations = match.captured(1).startsWith(u"anno"_s, Qt::CaseInsensitive);
    if (!annotations && m_hasBlock && match.captured(1).startsWith(u"labels"_s, Qt::CaseInsensitive))
        finish();
    m_block = annotations ? Block::Annotations : Block::Labels;
    m_hasBlock = m_hasBlock || !annotations;
    return true;
}

/** "Status changed to down at: …": a time whose key is a phrase. */
void TextWalk::looseTime(const QString &key, const QString &value)
{
    const QString folded = foldedWord(key);
    const bool start = folded.endsWith(u"at") || folded.contains(u"start") || folded.contains(u"since");
    m_guess.setStart(timeFromText(value), start ? 75 : 45);
}

void TextWalk::blockPair(const KeyValue &pair)
{
    const QString value = unquoted(pair.value);
    if (isNoValue(value))
        return;
    m_hasContent = true;
    const FieldGuess guess = guessRole(pair.key);
    if (m_block == Block::Annotations)
        m_guess.addAnnotations(Labels{ { pair.key, value } });
    else
        m_guess.addLabels(Labels{ { pair.key, value } });
    if (guess.role == FieldRole::None)
        looseTime(pair.key, value);
    if (guess.role == FieldRole::Severity || guess.role == FieldRole::Start
        || guess.role == FieldRole::Runbook)
        m_guess.add(pair.key, {}, value);
}

void TextWalk::pair(const KeyValue &pair)
{
    if (--m_pairsLeft < 0)
        return;
    const FieldGuess guess = guessRole(pair.key);
    const QString folded = foldedWord(pair.key);
    if ((folded == u"alertname" || folded == u"alert") && m_guess.knows(FieldRole::Name) && m_hasBlock)
        finish();
    const QString value = unquoted(pair.value);
    if (isNoValue(value))
        return;
    if (folded == u"value") {
        m_guess.addAnnotation(pair.key, value);
        return;
    }
    if (guess.role != FieldRole::None) {
        m_hasContent = true;
    } else {
        looseTime(pair.key, value);
    }
    if (guess.role == FieldRole::None && value.contains(u' ') && value.size() > 80)
        return; // a sentence with a colon in it
    m_guess.add(pair.key, {}, value);
}

void TextWalk::phrases(const QString &line)
{
    static const QRegularExpression over(
        u"\\b(?:has been resolved|problem resolved|is back (?:up|online|to normal)|has recovered|"
        u"has gone up|returned to normal|no longer firing|all clear)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression begun(
        u"\\b(?:problem started|has gone down|has been triggered|is firing|has started|in the ALARM state)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (over.match(line).hasMatch())
        m_guess.setStatus(AlertStatus::Resolved, 57);
    else if (begun.match(line).hasMatch())
        m_guess.setStatus(AlertStatus::Firing, 56);
}

void TextWalk::line(const QString &given)
{
    const QString line = given.trimmed();
    if (line.isEmpty())
        return;
    for (const QString &url : webAddressesIn(line)) {
        if (!m_urls.contains(url))
            m_urls.append(url);
    }
    if (sectionHead(line) || blockHead(line))
        return;
    const TitleLine asTitle = readTitleLine(line);
    if (asTitle.isGroup || (!m_sawTitle && !m_hasContent && asTitle.saysSomething())) {
        title(line);
        if (asTitle.isGroup)
            return;
    } else if (line.startsWith(u'[') && asTitle.saysSomething() && !asTitle.severity.isEmpty()) {
        m_guess.setSeverity(asTitle.severity, 50);
    }
    phrases(line);
    if (const QList<KeyValue> pairs = logfmtIn(line); !pairs.isEmpty()) {
        for (const KeyValue &each : pairs)
            pair(each);
        return;
    }
    const auto found = keyValueIn(line);
    if (!found) {
        if (std::exchange(m_wantsName, false) && line.size() <= 120)
            m_guess.setName(line, 45); // "Alert firing", and below it what is firing
        return;
    }
    if (foldedWord(found->key) == u"subject" && !m_sawTitle && readTitleLine(found->value).saysSomething()) {
        title(found->value);
        return;
    }
    static const QStringList closing = { u"source"_s,  u"silence"_s, u"dashboard"_s, u"panel"_s,
                                         u"runbook"_s, u"graph"_s,   u"value"_s };
    if (closing.contains(foldedWord(found->key)) && isWebAddress(found->value))
        m_block = Block::None;
    if (m_block != Block::None)
        blockPair(*found);
    else
        pair(*found);
}

/** Which of the links stood in the alert just read: a link's text tells what it is for. */
void TextWalk::links()
{
    for (const RunningText::Link &link : m_running.links) {
        if (link.text.isEmpty() ? !m_urls.contains(link.url) : m_parsed.alerts.size() > 0)
            continue;
        if (link.text.contains(u"runbook"_s, Qt::CaseInsensitive))
            m_guess.addAnnotation(u"runbook"_s, link.url);
        else if (!link.text.contains(u"silence"_s, Qt::CaseInsensitive)
                 && !link.text.contains(u"unsubscribe"_s, Qt::CaseInsensitive)
                 && !link.url.contains(u"/silence"_s) && !link.url.contains(u"/unsub"_s))
            m_guess.addLink(link.url, link.text.isEmpty() ? 40 : 60);
    }
}

void TextWalk::finish()
{
    if (m_hasContent) {
        links();
        if (const auto alert = m_guess.alert())
            m_parsed.alerts.append(*alert);
    }
    m_guess = AlertGuess();
    m_guess.setStatus(m_section, 106);
    m_block = Block::None;
    m_hasContent = false;
    m_hasBlock = false;
    m_urls.clear();
}

ParsedAlerts TextWalk::result()
{
    finish();
    const qsizetype listed = m_parsed.alerts.size();
    if (m_title.announced > listed && listed > 0) {
        m_parsed.problems.append(
            { Problem::Severity::Note,
              u"The title announces %1 alerts; %2 could be read."_s.arg(m_title.announced).arg(listed), 0 });
    }
    return m_parsed;
}

} // namespace

ParsedAlerts readAlertText(const PastedText &paste)
{
    const RunningText running = withoutMarkup(paste.text);
    TextWalk walk(running);
    if (!paste.subject.isEmpty())
        walk.title(paste.subject);
    int left = mostLines;
    for (const QStringView line : QStringView(running.plain).tokenize(u'\n')) {
        if (--left < 0)
            break;
        if (line.size() <= 4000)
            walk.line(line.toString());
    }
    return walk.result();
}

} // namespace Handrail
