// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/error_words.h"

#include "ui/bridge/engine_words.h"
#include "ui/bridge/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace shopbell::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

/// Refused, but not for the key or the password: what the engine says of it is exact, and "make a new key" would lead
/// astray.
bool isNotAboutTheLogin(const Sentence& said)
{
    static constexpr std::array<std::string_view, 10> codes{
        "redirect-not-encrypted", "redirect-of-request",       "store-behind-password",   "store-clock-differs",
        "store-firewall",         "store-redirects-elsewhere", "store-redirects-to-http", "store-wants-https",
        "mail-login-not-offered", "mail-starttls-not-offered",
    };
    return said.code.starts_with("certificate-") || std::ranges::find(codes, said.code) != codes.end();
}

QString storeSentence(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput:
        return Words::tr("The store cannot be reached with these settings. Check the address and the keys.");
    case ErrorKind::NotFound:
        return Words::tr("There is no shop interface at this address. Check that it is the address of your shop.");
    case ErrorKind::AlreadyExists: return Words::tr("This store is connected already.");
    case ErrorKind::Refused:
        return Words::tr("The store refused the key. Make a new one with permission to read, and paste it here.");
    case ErrorKind::RateLimited:
        return Words::tr("The store asks us to slow down. Shopbell waits and tries again by itself.");
    case ErrorKind::Network:
        return Words::tr("The store cannot be reached. Check the address and this computer's connection.");
    case ErrorKind::Timeout:
        return Words::tr(
            "The store did not answer in time. Shopbell tries again; a slow shop may need its host's help.");
    case ErrorKind::Remote: return Words::tr("The store answered with something that is no shop data.");
    default: return {};
    }
}

QString providerSentence(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput: return Words::tr("The provider cannot be used with these settings.");
    case ErrorKind::Refused:
        return Words::tr("The provider refused the user name or the password. Check both with your provider.");
    case ErrorKind::Network:
        return Words::tr(
            "The provider cannot be reached. Check the server's name, the port and this computer's connection.");
    case ErrorKind::Timeout:
        return Words::tr("The provider did not answer in time. Check the server's name and the port.");
    case ErrorKind::RateLimited: return Words::tr("The provider asks us to slow down. Shopbell waits by itself.");
    case ErrorKind::Remote: return Words::tr("The provider answered with something unexpected.");
    default: return {};
    }
}

QString fileSentence(ErrorKind kind, ErrorContext context)
{
    const bool reads = context == ErrorContext::Import;
    switch (kind) {
    case ErrorKind::InvalidInput:
        return reads ? Words::tr("The file cannot be read as it is. Check which column is what.") : QString();
    case ErrorKind::NotFound: return Words::tr("The file is not there any more.");
    case ErrorKind::Io:
        return reads ? Words::tr("The file could not be read. Check that you may open it.")
                     : Words::tr("The file could not be written. Check the folder and the room on the disk.");
    default: return {};
    }
}

QString workspaceSentence(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput: return Words::tr("This is not a Shopbell workspace, or one of a newer Shopbell.");
    case ErrorKind::NotFound: return Words::tr("The workspace is not there any more. Was it moved?");
    case ErrorKind::AlreadyExists: return Words::tr("There is a file of that name already. Choose another name.");
    case ErrorKind::Refused: return Words::tr("This workspace may not be opened or changed by you.");
    case ErrorKind::Conflict: return Words::tr("The workspace is in use by another program just now.");
    case ErrorKind::Corrupt: return Words::tr("The workspace is damaged. Restore the last good backup.");
    case ErrorKind::Io: return Words::tr("The workspace could not be read or written. Check the room on the disk.");
    default: return {};
    }
}

QString campaignSentence(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput:
        return Words::tr("The campaign is not complete yet, or something in it is not right.");
    case ErrorKind::NotFound: return Words::tr("This campaign is not there any more.");
    case ErrorKind::Conflict: return Words::tr("The campaign cannot do this in its present state.");
    case ErrorKind::Refused: return Words::tr("Sending is not allowed now.");
    default: return {};
    }
}

QString generalSentence(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput: return Words::tr("Something that was entered is not right.");
    case ErrorKind::NotFound: return Words::tr("It is not there any more.");
    case ErrorKind::AlreadyExists: return Words::tr("There is one of that name already.");
    case ErrorKind::Refused: return Words::tr("This is not allowed.");
    case ErrorKind::Conflict: return Words::tr("This cannot be done just now.");
    case ErrorKind::RateLimited: return Words::tr("The other side asks us to slow down. Try again in a while.");
    case ErrorKind::Network: return Words::tr("There is no connection. Check this computer's network and try again.");
    case ErrorKind::Timeout: return Words::tr("There was no answer in time. Try again.");
    case ErrorKind::Remote: return Words::tr("The other side failed. Try again in a while.");
    case ErrorKind::Corrupt: return Words::tr("Stored data is damaged. Restore the last good backup.");
    case ErrorKind::Io: return Words::tr("The disk could not be read or written. Check that there is room on it.");
    case ErrorKind::Cancelled: return Words::tr("It was stopped.");
    }
    return Words::tr("It did not work.");
}

}  // namespace

ErrorWords errorWords(const Error& error, ErrorContext context)
{
    QString sentence;
    const Sentence said = sentenceOf(error);
    switch (error.kind == ErrorKind::Refused && isNotAboutTheLogin(said) ? ErrorContext::General : context) {
    case ErrorContext::Store: sentence = storeSentence(error.kind); break;
    case ErrorContext::Provider: sentence = providerSentence(error.kind); break;
    case ErrorContext::Import:
    case ErrorContext::Export:
    case ErrorContext::Backup: sentence = fileSentence(error.kind, context); break;
    case ErrorContext::Workspace: sentence = workspaceSentence(error.kind); break;
    case ErrorContext::Campaign: sentence = campaignSentence(error.kind); break;
    case ErrorContext::Profile:
        sentence = error.kind == ErrorKind::NotFound ? Words::tr("This person is not there any more.") : QString();
        break;
    case ErrorContext::Segment:
        sentence = error.kind == ErrorKind::InvalidInput ? Words::tr("A condition of this segment is not complete yet.")
                   : error.kind == ErrorKind::NotFound   ? Words::tr("This segment is not there any more.")
                                                         : QString();
        break;
    case ErrorContext::General: break;
    }
    if (sentence.isEmpty()) {
        // The engine's own sentence says more than any that fits the kind, where it can be said in this language.
        sentence = findEngineSentence(said.code) != nullptr ? engineWords(said) : generalSentence(error.kind);
    }
    return {sentence, error.what.empty() ? toQString(errorKindName(error.kind)) : engineWords(error)};
}

}  // namespace shopbell::ui
