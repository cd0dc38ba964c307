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
    return {ErrorKind::Network,
            "There is no host called \"" + std::string(host) +
                "\", or this computer is offline. Check the spelling and the internet connection.",
            std::move(detail)};
}

Error connectFailed(std::string_view place, long osError, std::string detail)
{
    const std::string where(place);
    switch (osError) {
    case ECONNREFUSED:
        return {ErrorKind::Network,
                where + " refused the connection: nothing listens on that port. Check the address and the port.",
                std::move(detail)};
    case ENETUNREACH:
    case EHOSTUNREACH:
        return {ErrorKind::Network,
                where + " cannot be reached from here. Check the internet connection and the address.",
                std::move(detail)};
    case ETIMEDOUT:
        return {ErrorKind::Timeout, where + " did not answer. Check the address, the port and any firewall in between.",
                std::move(detail)};
    case EACCES:
    case EPERM:
        return {ErrorKind::Network, "A firewall on this computer does not let us connect to " + where + ".",
                std::move(detail)};
    default:
        return {ErrorKind::Network, "There is no connection to " + where + ". Check the address and the port.",
                std::move(detail)};
    }
}

Error connectTimedOut(std::string_view place, long long milliseconds)
{
    return {ErrorKind::Timeout,
            std::string(place) + " did not answer within " + formatNumber(static_cast<double>(milliseconds) / 1000.0) +
                " s. Check the address, the port and any firewall in between.",
            {}};
}

Error certificateNotTrusted(std::string_view host, long verifyResult, std::string peerWords)
{
    // libcurl checks the name itself and then leaves OpenSSL's result unspecified.
    if ((verifyResult == X509_V_OK || verifyResult == X509_V_ERR_UNSPECIFIED) &&
        peerWords.find("subject name") != std::string::npos) {
        verifyResult = X509_V_ERR_HOSTNAME_MISMATCH;
    }
    std::string why;
    switch (verifyResult) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        why = "it has expired. Its owner must renew it (or this computer's date is wrong)";
        break;
    case X509_V_ERR_CERT_NOT_YET_VALID: why = "it is not valid yet. Check this computer's date"; break;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        why = "it is self-signed. Install one from a public authority on the server, or add its authority to this "
              "computer";
        break;
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
        why =
            "this computer does not know who issued it. The server may leave out its intermediate certificate, or the "
            "issuer is a private one";
        break;
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        why = "the server leaves out the intermediate certificate. Its owner must install the whole chain";
        break;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        why = "it was issued for another name. Use the name that the certificate was made for";
        break;
    case X509_V_ERR_CERT_REVOKED: why = "it has been revoked. Its owner must install a new one"; break;
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
        why =
            "its signature is not that of its issuer. Somebody may be listening in, or the server's chain is mixed up";
        break;
    default: why = "it could not be checked"; break;
    }
    const bool said = verifyResult != X509_V_OK && verifyResult != X509_V_ERR_UNSPECIFIED;
    std::string detail = said ? X509_verify_cert_error_string(verifyResult) : std::move(peerWords);
    return {ErrorKind::Refused, "The certificate of " + std::string(host) + " is not trusted: " + why + ".",
            std::move(detail)};
}

}  // namespace shopbell
