// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fake_clock.h"
#include "support/scripted_http_server.h"
#include "support/woo_double.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <string>

namespace shopbell::test {

/// The double of a WooCommerce shop, with a socket: as it answers on this computer, and as it fails.
class WooServer {
public:
    enum class Mood {
        Well,
        Html,      ///< some other page answers, with 200
        NotFound,  ///< nothing but 404
        Silent,    ///< takes the question and says nothing
        Broken,    ///< cuts every connection
    };

    /// With a certificate it speaks https.
    explicit WooServer(Instant now, std::optional<TestCertificate> certificate = {})
        : m_clock(now), m_shop(m_clock), m_server(std::move(certificate))
    {
        m_shop.settings().origin = url();
        m_server.setHandler([this](const IncomingRequest& request) { return answer(request); });
    }

    [[nodiscard]] std::string url() const
    {
        std::string address = m_server.url();
        while (address.ends_with('/')) {
            address.pop_back();
        }
        return address;
    }
    void set(Mood mood) { m_mood = mood; }
    /// So long each answer takes.
    void setDelay(Duration delay) { m_delay = delay.count(); }
    /// After so many answers more, every connection is cut.
    void breakAfter(int answers) { m_answersLeft = answers; }
    [[nodiscard]] WooDouble& shop() { return m_shop; }
    [[nodiscard]] std::size_t questions() const { return m_server.requests().size(); }

private:
    ScriptedReply answer(const IncomingRequest& request)
    {
        if (m_answersLeft > 0 && --m_answersLeft == 0) {
            m_mood = Mood::Broken;
        }
        switch (m_mood.load()) {
        case Mood::Html: return page(200);
        case Mood::NotFound: return page(404);
        case Mood::Silent: return ScriptedReply::silence();
        case Mood::Broken: return ScriptedReply::drop();
        case Mood::Well: break;
        }
        const std::lock_guard lock(m_mutex);
        const HttpReply reply = m_shop.handle(request);
        ScriptedReply scripted;
        scripted.status = reply.status;
        scripted.headers = reply.headers;
        scripted.body = reply.body;
        scripted.delay = Duration{m_delay.load()};
        return scripted;
    }
    static ScriptedReply page(int status)
    {
        ScriptedReply reply;
        reply.status = status;
        reply.headers.add("Content-Type", "text/html");
        reply.body = "<!doctype html><html><head><title>Flowers</title></head><body>Roses and tulips</body></html>";
        return reply;
    }

    FakeClock m_clock;
    std::mutex m_mutex;
    WooDouble m_shop;
    std::atomic<Mood> m_mood = Mood::Well;
    std::atomic<std::int64_t> m_delay = 0;
    std::atomic<int> m_answersLeft = 0;
    ScriptedHttpServer m_server;
};

}  // namespace shopbell::test
