// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Handrail {

/** An e-mail as it is copied out of a mail program's "show source": what is needed of its head, and its readable part. */
struct MailMessage
{
    QString subject;
    QString date;
    QString body;
};

/** Nothing when @p text does not begin with the head of a mail. Quoted-printable and base64 are decoded. */
std::optional<MailMessage> readMail(const QString &text);

} // namespace Handrail
