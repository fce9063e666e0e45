// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incident/noteedit.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastHeight = 56;
constexpr int mostLines = 5;
constexpr qsizetype mostPasted = 256 * 1024; ///< characters

/** The files that are meant, when files and nothing else are. */
QStringList localFiles(const QMimeData &source)
{
    QStringList files;
    for (const QUrl &url : source.urls()) {
        if (!url.isLocalFile())
            return {};
        files.append(url.toLocalFile());
    }
    return files;
}

} // namespace

NoteEdit::NoteEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(u"noteEdit"_s);
    setProperty("edge", u"edit"_s);
    setAccessibleName(tr("Note"));
    setPlaceholderText(tr("Write a note. Enter adds it."));
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &NoteEdit::grow);
    grow();
}

bool NoteEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // With nothing typed to take back, the keys mean the last tick.
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool undoes = key->matches(QKeySequence::Undo) && !document()->isUndoAvailable();
        const bool redoes = key->matches(QKeySequence::Redo) && !document()->isRedoAvailable();
        if (undoes || redoes) {
            event->ignore();
            return false;
        }
    }
    return QPlainTextEdit::event(event);
}

void NoteEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & ~Qt::KeypadModifier))
        Q_EMIT submitted();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void NoteEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    grow();
}

void NoteEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        grow();
}

bool NoteEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || source->hasImage() || !localFiles(*source).isEmpty();
}

void NoteEdit::insertFromMimeData(const QMimeData *source)
{
    if (const QStringList files = localFiles(*source); !files.isEmpty())
        Q_EMIT filesPasted(files);
    else if (source->hasImage() && !source->hasText())
        Q_EMIT imagePasted(qvariant_cast<QImage>(source->imageData()));
    else if (const QString text = source->text(); text.size() > mostPasted)
        Q_EMIT longTextPasted(text);
    else
        insertPlainText(text);
}

void NoteEdit::grow()
{
    // A plain text document counts its height in lines.
    const int lines = std::clamp(int(document()->size().height()), 1, mostLines);
    const int height = std::max(leastHeight, lines * fontMetrics().lineSpacing() + 2 * int(document()->documentMargin()) + 12);
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

} // namespace Handrail
