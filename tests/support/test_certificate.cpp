// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_certificate.h"

#include "base/random.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace shopbell::test {

namespace {

template <auto Free>
struct Freer {
    template <class T>
    void operator()(T* thing) const
    {
        Free(thing);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Memory = std::unique_ptr<BIO, Freer<BIO_free_all>>;

[[noreturn]] void giveUp(const char* what)
{
    std::fprintf(stderr, "The test certificate could not be made: %s\n", what);
    std::abort();
}

Key makeKey()
{
    Key key(EVP_EC_gen("P-256"));
    if (!key) {
        giveUp("no key");
    }
    return key;
}

void addExtension(X509* certificate, X509* issuer, int kind, const std::string& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str());
    if (extension == nullptr) {
        giveUp("an extension is not taken");
    }
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

Certificate makeCertificate(EVP_PKEY* subjectKey, const std::string& name, X509* issuer, EVP_PKEY* issuerKey,
                            Validity validity, bool authority)
{
    static long serial = 1000;
    constexpr long kHour = 3600;
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    const long from = validity == Validity::NotYet ? kHour : -2 * kHour;
    const long until = validity == Validity::Expired ? -kHour : 24 * kHour;
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), from);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), until);
    X509_set_pubkey(certificate.get(), subjectKey);
    X509_NAME* subject = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(name.c_str()), -1,
                               -1, 0);
    X509* signer = issuer != nullptr ? issuer : certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));
    addExtension(certificate.get(), signer, NID_basic_constraints, authority ? "critical,CA:TRUE" : "CA:FALSE");
    if (!authority) {
        const bool numeric = name.find_first_not_of("0123456789.") == std::string::npos;
        addExtension(certificate.get(), signer, NID_subject_alt_name, (numeric ? "IP:" : "DNS:") + name);
    }
    if (X509_sign(certificate.get(), issuerKey, EVP_sha256()) == 0) {
        giveUp("it could not be signed");
    }
    return certificate;
}

std::string readAll(BIO* memory)
{
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(memory, &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

TestCertificate toPem(X509* certificate, EVP_PKEY* key)
{
    const Memory certificateMemory(BIO_new(BIO_s_mem()));
    const Memory keyMemory(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificateMemory.get(), certificate);
    PEM_write_bio_PrivateKey(keyMemory.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return {readAll(certificateMemory.get()), readAll(keyMemory.get())};
}

}  // namespace

struct TestAuthority::Keys {
    Key key;
    Certificate certificate;
};

TestAuthority::TestAuthority() : m_keys(std::make_unique<Keys>())
{
    m_keys->key = makeKey();
    m_keys->certificate = makeCertificate(m_keys->key.get(), "Test authority " + makeToken(), nullptr,
                                          m_keys->key.get(), Validity::Now, true);
    const auto path = std::filesystem::temp_directory_path() / ("shopbell-test-authority-" + makeToken() + ".pem");
    m_caFile = path.string();
    std::ofstream(path, std::ios::binary) << toPem(m_keys->certificate.get(), m_keys->key.get()).certificatePem;
}

TestAuthority::~TestAuthority()
{
    std::error_code ignored;
    std::filesystem::remove(m_caFile, ignored);
}

TestCertificate TestAuthority::issue(const std::string& host, Validity validity) const
{
    const Key key = makeKey();
    const Certificate certificate =
        makeCertificate(key.get(), host, m_keys->certificate.get(), m_keys->key.get(), validity, false);
    return toPem(certificate.get(), key.get());
}

TestCertificate TestAuthority::selfSigned(const std::string& host)
{
    const Key key = makeKey();
    const Certificate certificate = makeCertificate(key.get(), host, nullptr, key.get(), Validity::Now, false);
    return toPem(certificate.get(), key.get());
}

}  // namespace shopbell::test
