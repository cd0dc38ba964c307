// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/engine_words.h"

#include <QtGlobal>

namespace shopbell::ui {

namespace {

// Labels, helps and examples of every FieldSpec, names of kinds, and what sayLabel() says; lupdate reads them here.
constexpr const char* labels[] = {
    QT_TRANSLATE_NOOP("FieldSpec", "orders"),
    QT_TRANSLATE_NOOP("FieldSpec", "customers"),
    QT_TRANSLATE_NOOP("FieldSpec", "products"),
    QT_TRANSLATE_NOOP("FieldSpec", "categories"),
    QT_TRANSLATE_NOOP("FieldSpec", "coupons"),
    QT_TRANSLATE_NOOP("FieldSpec", "draft"),
    QT_TRANSLATE_NOOP("FieldSpec", "scheduled"),
    QT_TRANSLATE_NOOP("FieldSpec", "sending"),
    QT_TRANSLATE_NOOP("FieldSpec", "paused"),
    QT_TRANSLATE_NOOP("FieldSpec", "sent"),
    QT_TRANSLATE_NOOP("FieldSpec", "cancelled"),
    QT_TRANSLATE_NOOP("FieldSpec", "The sender"),
    QT_TRANSLATE_NOOP("FieldSpec", "The recipient"),
    QT_TRANSLATE_NOOP("FieldSpec", "The reply address"),
    QT_TRANSLATE_NOOP("FieldSpec", "whose event a row is"),
    QT_TRANSLATE_NOOP("FieldSpec", "what happened"),
    QT_TRANSLATE_NOOP("FieldSpec", "when it happened"),
    QT_TRANSLATE_NOOP("FieldSpec", "which order a row belongs to"),
    QT_TRANSLATE_NOOP("FieldSpec", "when an order was placed"),
    QT_TRANSLATE_NOOP("FieldSpec", "what an order cost"),
    QT_TRANSLATE_NOOP("FieldSpec", "has no dot in the part after the @"),
    QT_TRANSLATE_NOOP("FieldSpec", "has a dot too many in the part after the @"),
    QT_TRANSLATE_NOOP("FieldSpec", "has too long a name after the @"),
    QT_TRANSLATE_NOOP("FieldSpec", "has a name after the @ that begins or ends with a hyphen"),
    QT_TRANSLATE_NOOP("FieldSpec", "has a character after the @ that no host name may have"),
    QT_TRANSLATE_NOOP("FieldSpec", "ends with a number where the country or kind of site should stand"),
    QT_TRANSLATE_NOOP("FieldSpec", "is too long"),
    QT_TRANSLATE_NOOP("FieldSpec", "is too short"),
    QT_TRANSLATE_NOOP("FieldSpec", "holds bytes that are not text (it is not UTF-8)"),
    QT_TRANSLATE_NOOP("FieldSpec", "has no @"),
    QT_TRANSLATE_NOOP("FieldSpec", "has nothing before the @"),
    QT_TRANSLATE_NOOP("FieldSpec", "has nothing after the @"),
    QT_TRANSLATE_NOOP("FieldSpec", "has more than the bare address in it; leave the name and the angle brackets out"),
    QT_TRANSLATE_NOOP("FieldSpec", "has more than 64 characters before the @"),
    QT_TRANSLATE_NOOP("FieldSpec", "holds a blank or an invisible character; type it again by hand"),
    QT_TRANSLATE_NOOP("FieldSpec", "has a character, a blank or a dot before the @ that may not stand there"),
    QT_TRANSLATE_NOOP("FieldSpec", "has a name after the @ that cannot be a host name"),
    QT_TRANSLATE_NOOP("FieldSpec", "has more than 254 characters"),
    QT_TRANSLATE_NOOP("FieldSpec", "is not a phone number"),
    QT_TRANSLATE_NOOP("FieldSpec", "has an extension, which no message can be sent to"),
    QT_TRANSLATE_NOOP("FieldSpec", "does not exist in its country's numbering plan"),
    QT_TRANSLATE_NOOP("FieldSpec", "begins with a country code that does not exist"),
    QT_TRANSLATE_NOOP("FieldSpec", "has no country code; write it with one (+43 …), or set the workspace's country"),
    QT_TRANSLATE_NOOP("FieldSpec", "an encrypted file beside the workspace"),
    QT_TRANSLATE_NOOP("FieldSpec", "the system keychain"),
    QT_TRANSLATE_NOOP("FieldSpec", "memory"),
    QT_TRANSLATE_NOOP("FieldSpec", "Server"),
    QT_TRANSLATE_NOOP("FieldSpec", "The name your mail provider gives for outgoing mail (SMTP)."),
    QT_TRANSLATE_NOOP("FieldSpec", "smtp.example.com"),
    QT_TRANSLATE_NOOP("FieldSpec", "Security"),
    QT_TRANSLATE_NOOP("FieldSpec", "Port 587 mostly wants STARTTLS, port 465 TLS."),
    QT_TRANSLATE_NOOP("FieldSpec", "STARTTLS"),
    QT_TRANSLATE_NOOP("FieldSpec", "TLS"),
    QT_TRANSLATE_NOOP("FieldSpec", "None (only for a server on this computer)"),
    QT_TRANSLATE_NOOP("FieldSpec", "Port"),
    QT_TRANSLATE_NOOP("FieldSpec", "587, 465 or 25."),
    QT_TRANSLATE_NOOP("FieldSpec", "Login"),
    QT_TRANSLATE_NOOP("FieldSpec", "Leave it at automatic unless your provider says otherwise."),
    QT_TRANSLATE_NOOP("FieldSpec", "Automatic"),
    QT_TRANSLATE_NOOP("FieldSpec", "PLAIN"),
    QT_TRANSLATE_NOOP("FieldSpec", "LOGIN"),
    QT_TRANSLATE_NOOP("FieldSpec", "None"),
    QT_TRANSLATE_NOOP("FieldSpec", "User name"),
    QT_TRANSLATE_NOOP("FieldSpec", "Often your whole email address."),
    QT_TRANSLATE_NOOP("FieldSpec", "Password"),
    QT_TRANSLATE_NOOP("FieldSpec", "Gmail, Outlook and others want an app password here, not your own."),
    QT_TRANSLATE_NOOP("FieldSpec", "Name of this computer"),
    QT_TRANSLATE_NOOP("FieldSpec", "Only if your server insists on one."),
    QT_TRANSLATE_NOOP("FieldSpec", "Folder"),
    QT_TRANSLATE_NOOP("FieldSpec", "Where the messages are written, one .eml file each. Empty: beside the workspace."),
    QT_TRANSLATE_NOOP("FieldSpec", "Store address"),
    QT_TRANSLATE_NOOP("FieldSpec", "The front page of the shop; with the folder, if WordPress is installed in one."),
    QT_TRANSLATE_NOOP("FieldSpec", "https://shop.example.com"),
    QT_TRANSLATE_NOOP("FieldSpec", "Consumer key"),
    QT_TRANSLATE_NOOP("FieldSpec", "In WooCommerce: Settings, Advanced, REST API, Add key, with the permission Read."),
    QT_TRANSLATE_NOOP("FieldSpec", "ck_…"),
    QT_TRANSLATE_NOOP("FieldSpec", "Consumer secret"),
    QT_TRANSLATE_NOOP("FieldSpec", "Shown once, beside the consumer key, when the key is made."),
    QT_TRANSLATE_NOOP("FieldSpec", "cs_…"),
    QT_TRANSLATE_NOOP("FieldSpec", "WooCommerce"),
    QT_TRANSLATE_NOOP("FieldSpec", "Local outbox (files on this computer)"),
    QT_TRANSLATE_NOOP("FieldSpec", "Your own mail server (SMTP)"),
    QT_TRANSLATE_NOOP("FieldSpec", "Local outbox"),
};

}  // namespace

std::span<const char* const> engineLabels()
{
    return labels;
}

}  // namespace shopbell::ui
