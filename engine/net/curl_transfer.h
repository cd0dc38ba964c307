// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"

#include <curl/curl.h>

#include <functional>
#include <string>

namespace shopbell {

/// Inside net only. An easy handle and the multi handle that drives it and keeps its connections.
class CurlLane {
public:
    CurlLane();
    ~CurlLane();
    CurlLane(const CurlLane&) = delete;
    CurlLane& operator=(const CurlLane&) = delete;

    /// False when libcurl could not be started (memory).
    [[nodiscard]] bool isValid() const { return m_easy != nullptr && m_multi != nullptr; }
    [[nodiscard]] CURL* easy() const { return m_easy; }

    /// Forgets the options of the last transfer and keeps connections.
    void reset();
    /// Runs the transfer to its end, looking at the token every 50 ms: curl_easy_perform would look once a second.
    /// A cancelled one returns CURLE_ABORTED_BY_CALLBACK.
    /// `whileConnected` runs after success and before the connection is let go.
    [[nodiscard]] CURLcode perform(const CancelToken& cancel, const std::function<void()>& whileConnected = {});
    /// libcurl's own words for the last failure.
    [[nodiscard]] std::string words() const { return m_words; }

private:
    CURL* m_easy;
    CURLM* m_multi;
    char m_words[CURL_ERROR_SIZE] = {0};
};

}  // namespace shopbell
