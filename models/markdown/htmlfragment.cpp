// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/htmlfragment.h"

#include <cmark.h>

#include <cstdlib>
#include <memory>

namespace Handrail {

QString htmlFragment(const QString &markdown)
{
    struct Free
    {
        void operator()(char *text) const { std::free(text); }
    };
    const QByteArray bytes = markdown.toUtf8();
    const std::unique_ptr<char, Free> html(cmark_markdown_to_html(bytes.constData(), size_t(bytes.size()), CMARK_OPT_DEFAULT));
    return QString::fromUtf8(html.get());
}

} // namespace Handrail
