// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles.h"
#include "ui/shell/page_context.h"

#include <functional>

namespace shopbell::ui {

/// Opens a sheet to change what is known of a person, or to add one (an empty detail). `saved` gets the person's id.
void openEditSheet(PageContext& context, QObject* owner, const ProfileDetail& detail,
                   std::function<void(ProfileId)> saved);

/// Opens a sheet that says for each segment the person is in which conditions hold and why.
void openWhySheet(PageContext& context, const ProfileDetail& detail);

/// Asks what the person allows on one channel and how they said so; saves it.
void askConsent(PageContext& context, QObject* owner, const ProfileDetail& detail, Channel channel);

/// Asks for the other profile of the same person, and merges it into this one.
void askMerge(PageContext& context, QObject* owner, const ProfileDetail& into);

/// Asks whether this other profile is the same person, and merges it into `into`; `merged` runs when that is done.
void askMergeOf(PageContext& context, QObject* owner, const ProfileDetail& other, const ProfileDetail& into,
                std::function<void()> merged);

/// Asks once, erases, and shows the proof to keep. `erased` runs after the proof was seen.
void askErase(PageContext& context, QObject* owner, const ProfileDetail& detail, std::function<void()> erased);

}  // namespace shopbell::ui
