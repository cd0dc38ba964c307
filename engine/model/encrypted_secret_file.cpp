// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/encrypted_secret_file.h"

#include "base/file.h"
#include "base/text.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <cstdint>
#include <memory>
#include <utility>

namespace shopbell {

namespace {

// The file: magic, salt, verifier, nonce, tag, sealed content, checksum of all before it. The checksum finds accidents
// before anybody is asked for a passphrase; the tag finds tampering. Everything before the tag is sealed along.
constexpr std::string_view magic{"SBSECR01", 8};
constexpr std::size_t saltSize = 16;
constexpr std::size_t verifierSize = 16;
constexpr std::size_t nonceSize = 12;
constexpr std::size_t tagSize = 16;
constexpr std::size_t checksumSize = 8;
constexpr std::size_t headerSize = 8 + saltSize + verifierSize + nonceSize;
constexpr std::size_t smallestFile = headerSize + tagSize + checksumSize;
constexpr std::size_t keySize = 32;

constexpr std::uint64_t scryptN = 32768;
constexpr std::uint64_t scryptR = 8;
constexpr std::uint64_t scryptP = 1;
constexpr std::uint64_t scryptMemory = 64 * 1024 * 1024;  // it takes 128·N·r bytes, half of this

constexpr std::size_t maxFileBytes = 16 * 1024 * 1024;
constexpr std::size_t maxNameBytes = 255;
constexpr std::size_t maxSecretBytes = 64 * 1024;

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

void wipe(std::string& secret)
{
    if (!secret.empty()) {
        OPENSSL_cleanse(secret.data(), secret.size());
    }
    secret.clear();
}

/// Wipes a text when its scope ends, however it ends.
class WipeAtEnd {
public:
    explicit WipeAtEnd(std::string& text) : m_text(text) {}
    ~WipeAtEnd() { wipe(m_text); }
    WipeAtEnd(const WipeAtEnd&) = delete;
    WipeAtEnd& operator=(const WipeAtEnd&) = delete;

private:
    std::string& m_text;
};

unsigned char* bytes(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

const unsigned char* bytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

void appendNumber(std::string& out, std::uint64_t value, int size)
{
    for (int place = 0; place < size; ++place) {
        out.push_back(static_cast<char>(static_cast<unsigned char>(value >> (8 * place))));
    }
}

std::optional<std::uint64_t> takeNumber(std::string_view& from, std::size_t size)
{
    if (from.size() < size) {
        return std::nullopt;
    }
    std::uint64_t value = 0;
    for (std::size_t place = 0; place < size; ++place) {
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(from[place])) << (8 * place);
    }
    from.remove_prefix(size);
    return value;
}

std::optional<std::string_view> takeText(std::string_view& from)
{
    const auto size = takeNumber(from, 4);
    if (!size || from.size() < *size) {
        return std::nullopt;
    }
    const auto text = from.substr(0, *size);
    from.remove_prefix(*size);
    return text;
}

Result<std::string> makeRandomBytes(std::size_t size)
{
    std::string random(size, '\0');
    if (RAND_bytes(bytes(random), static_cast<int>(size)) != 1) {
        return fail(ErrorKind::Io, say("secrets-no-random",
                                       "The operating system gave no random numbers; nothing was saved. Try again."));
    }
    return random;
}

auto failCorrupt(const std::filesystem::path& file)
{
    return fail(ErrorKind::Corrupt, say("secrets-damaged",
                                        "The file of secrets %1 is damaged or was changed. Restore it from a copy, or "
                                        "remove it and enter the keys and passwords again.",
                                        {fromPath(file)}));
}

/// AES-256-GCM, the tag first. `header` is authenticated, not hidden.
std::optional<std::string> seal(std::string_view key, std::string_view header, std::string_view plain)
{
    const Cipher cipher(EVP_CIPHER_CTX_new());
    const auto nonce = header.substr(header.size() - nonceSize);
    std::string sealed(tagSize + plain.size(), '\0');
    int written = 0;
    const bool done =
        cipher && EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes(key), bytes(nonce)) == 1 &&
        EVP_EncryptUpdate(cipher.get(), nullptr, &written, bytes(header), static_cast<int>(header.size())) == 1 &&
        EVP_EncryptUpdate(cipher.get(), bytes(sealed) + tagSize, &written, bytes(plain),
                          static_cast<int>(plain.size())) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), bytes(sealed) + tagSize + written, &written) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagSize, sealed.data()) == 1;
    return done ? std::optional(std::move(sealed)) : std::nullopt;
}

std::optional<std::string> unseal(std::string_view key, std::string_view header, std::string_view sealed)
{
    const Cipher cipher(EVP_CIPHER_CTX_new());
    const auto nonce = header.substr(header.size() - nonceSize);
    std::string tag(sealed.substr(0, tagSize));
    const auto body = sealed.substr(tagSize);
    std::string plain(body.size() + 1, '\0');  // never empty: the library wants a place to point to
    int written = 0;
    const bool done =
        cipher && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes(key), bytes(nonce)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), nullptr, &written, bytes(header), static_cast<int>(header.size())) == 1 &&
        EVP_DecryptUpdate(cipher.get(), bytes(plain), &written, bytes(body), static_cast<int>(body.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagSize, tag.data()) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), bytes(plain) + written, &written) == 1;
    if (!done) {
        wipe(plain);
        return std::nullopt;
    }
    plain.pop_back();
    return plain;
}

}  // namespace

EncryptedSecretFile::EncryptedSecretFile(std::filesystem::path file, Passphrase passphrase)
    : m_file(std::move(file)), m_passphrase(std::move(passphrase))
{
}

EncryptedSecretFile::~EncryptedSecretFile()
{
    forgetKey();
}

void EncryptedSecretFile::forgetKey()
{
    wipe(m_key);
    wipe(m_verifier);
    m_salt.clear();
}

Result<void> EncryptedSecretFile::unlock(std::string_view salt)
{
    if (!m_salt.empty() && m_salt == salt) {
        return {};
    }
    forgetKey();
    auto passphrase = m_passphrase ? m_passphrase() : std::nullopt;
    if (!passphrase || passphrase->empty()) {
        return fail(ErrorKind::Refused,
                    say("secrets-locked",
                        "Keys are kept in an encrypted file beside the workspace here, and it needs a passphrase: set "
                        "the environment variable SHOPBELL_PASSPHRASE to it (the first time, to one of your choice)."));
    }
    const WipeAtEnd wipePassphrase(*passphrase);
    // Key and verifier are different blocks of one output: knowing the one tells nothing of the other.
    std::string made(keySize + verifierSize, '\0');
    const WipeAtEnd wipeMade(made);
    if (EVP_PBE_scrypt(passphrase->data(), passphrase->size(), bytes(salt), salt.size(), scryptN, scryptR, scryptP,
                       scryptMemory, bytes(made), made.size()) != 1) {
        return fail(ErrorKind::Io, say("secrets-no-memory", "The key could not be made from the passphrase: there is "
                                                            "too little memory. Close other programs and try again."));
    }
    m_key = made.substr(0, keySize);
    m_verifier = made.substr(keySize);
    m_salt = std::string(salt);
    return {};
}

Result<EncryptedSecretFile::Entries> EncryptedSecretFile::readEntries()
{
    std::error_code problem;
    if (!std::filesystem::exists(m_file, problem)) {
        return Entries{};
    }
    const auto content = readFile(m_file, maxFileBytes);
    if (!content) {
        return fail(content.error());
    }
    const std::string_view all = *content;
    if (all.size() < smallestFile || !all.starts_with(magic)) {
        return failCorrupt(m_file);
    }
    auto checksum = all.substr(all.size() - checksumSize);
    if (takeNumber(checksum, checksumSize) != stableHash(all.substr(0, all.size() - checksumSize))) {
        return failCorrupt(m_file);
    }
    const auto header = all.substr(0, headerSize);
    if (auto unlocked = unlock(header.substr(magic.size(), saltSize)); !unlocked) {
        return fail(unlocked.error());
    }
    const auto verifier = header.substr(magic.size() + saltSize, verifierSize);
    if (CRYPTO_memcmp(verifier.data(), m_verifier.data(), verifierSize) != 0) {
        forgetKey();  // so that the next try asks again
        return fail(ErrorKind::Refused,
                    say("secrets-passphrase-wrong",
                        "The passphrase does not open the file of secrets. Try again with the one it was made with."));
    }
    auto plain = unseal(m_key, header, all.substr(headerSize, all.size() - headerSize - checksumSize));
    if (!plain) {
        return failCorrupt(m_file);
    }
    const WipeAtEnd wipePlain(*plain);
    Entries entries;
    std::string_view rest = *plain;
    while (!rest.empty()) {
        const auto name = takeText(rest);
        const auto secret = name ? takeText(rest) : std::nullopt;
        if (!secret) {
            return failCorrupt(m_file);
        }
        entries.insert_or_assign(std::string(*name), std::string(*secret));
    }
    return entries;
}

Result<void> EncryptedSecretFile::writeEntries(const Entries& entries)
{
    if (m_salt.empty()) {
        const auto salt = makeRandomBytes(saltSize);
        if (!salt) {
            return fail(salt.error());
        }
        if (auto unlocked = unlock(*salt); !unlocked) {
            return unlocked;
        }
    }
    const auto nonce = makeRandomBytes(nonceSize);
    if (!nonce) {
        return fail(nonce.error());
    }
    std::size_t size = 0;
    for (const auto& [name, secret] : entries) {
        size += 8 + name.size() + secret.size();
    }
    std::string plain;
    plain.reserve(size);  // growing would leave copies behind that nobody wipes
    const WipeAtEnd wipePlain(plain);
    for (const auto& [name, secret] : entries) {
        appendNumber(plain, name.size(), 4);
        plain += name;
        appendNumber(plain, secret.size(), 4);
        plain += secret;
    }
    std::string content = std::string(magic) + m_salt + m_verifier + *nonce;
    const auto sealed = seal(m_key, content, plain);
    if (!sealed) {
        return fail(ErrorKind::Io,
                    say("secrets-not-encrypted", "The secrets could not be encrypted; nothing was saved."));
    }
    content += *sealed;
    appendNumber(content, stableHash(content), checksumSize);
    if (content.size() > maxFileBytes) {
        return fail(ErrorKind::InvalidInput,
                    say("secrets-too-many", "There are too many secrets for one file. Remove connections not in use."));
    }
    return writeFileSafely(m_file, content, true);
}

Result<std::string> EncryptedSecretFile::load(std::string_view name)
{
    auto entries = readEntries();
    if (!entries) {
        return fail(entries.error());
    }
    auto found = entries->find(name);
    if (found == entries->end()) {
        return fail(ErrorKind::NotFound,
                    say("secret-missing-enter", "No key or password is saved for this. Enter it again."),
                    std::string(name));
    }
    std::string secret = std::move(found->second);
    for (auto& [other, value] : *entries) {
        wipe(value);
    }
    return secret;
}

Result<void> EncryptedSecretFile::save(std::string_view name, std::string_view secret)
{
    if (name.empty() || name.size() > maxNameBytes || secret.size() > maxSecretBytes) {
        return fail(ErrorKind::InvalidInput, say("secret-too-long", "The key or password is too long to be saved."),
                    std::string(cutUtf8(name, 80)));
    }
    auto entries = readEntries();
    if (!entries) {
        return fail(entries.error());
    }
    entries->insert_or_assign(std::string(name), std::string(secret));
    auto written = writeEntries(*entries);
    for (auto& [other, value] : *entries) {
        wipe(value);
    }
    return written;
}

Result<void> EncryptedSecretFile::remove(std::string_view name)
{
    auto entries = readEntries();
    if (!entries) {
        return fail(entries.error());
    }
    const auto found = entries->find(name);
    if (found == entries->end()) {
        return fail(ErrorKind::NotFound, say("secret-missing", "No key or password is saved for this."),
                    std::string(name));
    }
    wipe(found->second);
    entries->erase(found);
    auto written = writeEntries(*entries);
    for (auto& [other, value] : *entries) {
        wipe(value);
    }
    return written;
}

std::string EncryptedSecretFile::place() const
{
    return "an encrypted file beside the workspace";
}

}  // namespace shopbell
