// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

namespace shopbell::test {

/// A certificate and its private key, both PEM.
struct TestCertificate {
    std::string certificatePem;
    std::string keyPem;
};

enum class Validity { Now, Expired, NotYet };

/// A certificate authority that lives as long as the test. Clients trust it through caFile().
class TestAuthority {
public:
    TestAuthority();
    ~TestAuthority();
    TestAuthority(const TestAuthority&) = delete;
    TestAuthority& operator=(const TestAuthority&) = delete;

    /// A PEM file that is removed with the authority.
    [[nodiscard]] const std::string& caFile() const { return m_caFile; }
    /// For a DNS name or, when it is numeric, an IPv4 address.
    [[nodiscard]] TestCertificate issue(const std::string& host, Validity validity = Validity::Now) const;
    [[nodiscard]] static TestCertificate selfSigned(const std::string& host);

private:
    struct Keys;
    std::unique_ptr<Keys> m_keys;
    std::string m_caFile;
};

}  // namespace shopbell::test
