// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/email_message.h"
#include "content/preflight.h"

#include <functional>
#include <string>

namespace shopbell {

/// Takes one finding of one message.
using NoteFinding = std::function<void(bool blocks, Sentence words)>;

/// What shows before anybody's data is filled in: sender, empty parts.
void checkContent(const MessageContent& content, const NoteFinding& note);
/// What shows in one rendered message: subject, size, links, pictures, tags.
void checkRendered(const RenderedMessage& message, std::string_view unsubscribeUrl, const NoteFinding& note);

}  // namespace shopbell
