// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/curl_transfer.h"

#ifndef _WIN32
#include <csignal>
#endif

namespace shopbell {

namespace {

constexpr int kLookAtTokenMs = 50;

/// Once per process, before the first handle. Writing to a connection that the other side has closed must be an error
/// of that call, not the end of the program, and TLS libraries do not prevent the signal everywhere; a handler that
/// somebody installed stays.
CURLcode startOnce()
{
#ifndef _WIN32
    struct sigaction present = {};
    if (sigaction(SIGPIPE, nullptr, &present) == 0 && present.sa_handler == SIG_DFL) {
        present.sa_handler = SIG_IGN;
        sigaction(SIGPIPE, &present, nullptr);
    }
#endif
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}

void startCurl()
{
    static const CURLcode started = startOnce();
    static_cast<void>(started);
}

}  // namespace

CurlLane::CurlLane()
{
    startCurl();
    m_easy = curl_easy_init();
    m_multi = curl_multi_init();
    if (isValid()) {
        curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, 8L);
        reset();
    }
}

CurlLane::~CurlLane()
{
    curl_easy_cleanup(m_easy);
    curl_multi_cleanup(m_multi);
}

void CurlLane::reset()
{
    curl_easy_reset(m_easy);
    m_words[0] = 0;
    curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_words);
    curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
#if LIBCURL_VERSION_NUM >= 0x075700
    // A cancelled transfer must not wait for a name lookup that hangs.
    curl_easy_setopt(m_easy, CURLOPT_QUICK_EXIT, 1L);
#endif
}

CURLcode CurlLane::perform(const CancelToken& cancel, const std::function<void()>& whileConnected)
{
    if (curl_multi_add_handle(m_multi, m_easy) != CURLM_OK) {
        return CURLE_FAILED_INIT;
    }
    CURLcode result = CURLE_ABORTED_BY_CALLBACK;
    bool done = false;
    while (!done && !cancel.isCancelled()) {
        int running = 0;
        if (curl_multi_perform(m_multi, &running) != CURLM_OK) {
            result = CURLE_FAILED_INIT;
            break;
        }
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(m_multi, &left)) {
            if (message->msg == CURLMSG_DONE) {
                result = message->data.result;
                done = true;
            }
        }
        if (!done && curl_multi_poll(m_multi, nullptr, 0, kLookAtTokenMs, nullptr) != CURLM_OK) {
            result = CURLE_FAILED_INIT;
            break;
        }
    }
    if (result == CURLE_OK && whileConnected) {
        whileConnected();
    }
    curl_multi_remove_handle(m_multi, m_easy);
    return result;
}

}  // namespace shopbell
