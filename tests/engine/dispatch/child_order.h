// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dispatch/dispatcher.h"

namespace shopbell::test {

/// What the child that is killed sends; its campaign is that of SendFixture.
inline DispatchOrder childOrder()
{
    DispatchOrder order;
    order.originId = 5;
    order.originName = "Killed again and again";
    order.content.fromAddress = "hello@shop.example";
    order.content.subject = "Hi {{ first_name }}";
    order.content.text = "Hello {{ first_name }}";
    order.workspaceToken = "token";
    order.timeZone = "UTC";
    return order;
}

}  // namespace shopbell::test
