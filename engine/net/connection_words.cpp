// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/connection_words.h"

#include "base/text.h"

#include <openssl/x509_vfy.h>

#include <cerrno>

namespace shopbell {

std::string placeName(std::string_view host, int port, int usualPort)
{
    std::string place(host);
    if (port != usualPort) {
        place += ", port " + std::to_string(port);
    }
    return place;
}

Error nameNotFound(std::string_view host, std::string detail)
{
    return makeError(ErrorKind::Network,
                     say("host-unknown",
                         "There is no host called \"%1\", or this computer is offline. Check the spelling and the "
                         "internet connection.",
                         {host}),
                     std::move(detail));
}

Error connectFailed(std::string_view place, long osError, std::string detail)
{
    const std::string where(place);
    switch (osError) {
    case ECONNREFUSED:
        return makeError(ErrorKind::Network,
                         say("connection-refused",
                             "%1 refused the connection: nothing listens on that port. Check the address and the port.",
                             {where}),
                         std::move(detail));
    case ENETUNREACH:
    case EHOSTUNREACH:
        return makeError(ErrorKind::Network,
                         say("host-not-reachable",
                             "%1 cannot be reached from here. Check the internet connection and the address.", {where}),
                         std::move(detail));
    case ETIMEDOUT:
        return makeError(
            ErrorKind::Timeout,
            say("no-answer", "%1 did not answer. Check the address, the port and any firewall in between.", {where}),
            std::move(detail));
    case EACCES:
    case EPERM:
        return makeError(ErrorKind::Network,
                         say("own-firewall", "A firewall on this computer does not let us connect to %1.", {where}),
                         std::move(detail));
    default:
        return makeError(
            ErrorKind::Network,
            say("no-connection-to", "There is no connection to %1. Check the address and the port.", {where}),
            std::move(detail));
    }
}

Error connectTimedOut(std::string_view place, long long milliseconds)
{
    return makeError(ErrorKind::Timeout,
                     say("no-answer-within",
                         "%1 did not answer within %2 s. Check the address, the port and any firewall in between.",
                         {place, formatNumber(static_cast<double>(milliseconds) / 1000.0)}),
                     {});
}

Error certificateNotTrusted(std::string_view host, long verifyResult, std::string peerWords)
{
    // libcurl checks the name itself and then leaves OpenSSL's result unspecified.
    if ((verifyResult == X509_V_OK || verifyResult == X509_V_ERR_UNSPECIFIED) &&
        peerWords.find("subject name") != std::string::npos) {
        verifyResult = X509_V_ERR_HOSTNAME_MISMATCH;
    }
    Sentence why;
    switch (verifyResult) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        why = say("certificate-expired", "it has expired. Its owner must renew it (or this computer's date is wrong)");
        break;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        why = say("certificate-too-early", "it is not valid yet. Check this computer's date");
        break;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        why = say("certificate-self-signed", "it is self-signed. Install one from a public authority on the server, or "
                                             "add its authority to this computer");
        break;
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
        why = say("certificate-issuer-unknown", "this computer does not know who issued it. The server may leave out "
                                                "its intermediate certificate, or the issuer is a private one");
        break;
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        why = say("certificate-chain-short",
                  "the server leaves out the intermediate certificate. Its owner must install the whole chain");
        break;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        why = say("certificate-other-name",
                  "it was issued for another name. Use the name that the certificate was made for");
        break;
    case X509_V_ERR_CERT_REVOKED:
        why = say("certificate-revoked", "it has been revoked. Its owner must install a new one");
        break;
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
        why = say(
            "certificate-signature",
            "its signature is not that of its issuer. Somebody may be listening in, or the server's chain is mixed up");
        break;
    default: why = say("certificate-unchecked", "it could not be checked"); break;
    }
    const bool said = verifyResult != X509_V_OK && verifyResult != X509_V_ERR_UNSPECIFIED;
    std::string detail = said ? X509_verify_cert_error_string(verifyResult) : std::move(peerWords);
    return makeError(ErrorKind::Refused,
                     say("certificate-not-trusted", "The certificate of %1 is not trusted: %2.", {host, why}),
                     std::move(detail));
}

}  // namespace shopbell
