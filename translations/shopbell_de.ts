<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Errors</name>
    <message>
        <source>The store cannot be reached with these settings. Check the address and the keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no shop interface at this address. Check that it is the address of your shop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store is connected already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store refused the key. Make a new one with permission to read, and paste it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store asks us to slow down. Shopbell waits and tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store cannot be reached. Check the address and this computer&apos;s connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store did not answer in time. Shopbell tries again; a slow shop may need its host&apos;s help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store answered with something that is no shop data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider cannot be used with these settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused the user name or the password. Check both with your provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider cannot be reached. Check the server&apos;s name, the port and this computer&apos;s connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider did not answer in time. Check the server&apos;s name and the port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider asks us to slow down. Shopbell waits by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider answered with something unexpected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read as it is. Check which column is what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be read. Check that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written. Check the folder and the room on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a Shopbell workspace, or one of a newer Shopbell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is not there any more. Was it moved?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of that name already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace may not be opened or changed by you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is in use by another program just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is damaged. Restore the last good backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace could not be read or written. Check the room on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The campaign is not complete yet, or something in it is not right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This campaign is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The campaign cannot do this in its present state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending is not allowed now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that was entered is not right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one of that name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be done just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side asks us to slow down. Try again in a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection. Check this computer&apos;s network and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no answer in time. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side failed. Try again in a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored data is damaged. Restore the last good backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk could not be read or written. Check that there is room on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A condition of this segment is not complete yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This segment is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>Placed Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fulfilled Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started Checkout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewed Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to Cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active on Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clicked Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounced Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked Email as Spam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed Suppression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>how many, product</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placed an order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placed order %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was sent an order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was sent order %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled an order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled order %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got money back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got money back for order %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what was done, amount</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looked at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put %1 into the cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>went to the checkout with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bought %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clicked %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clicked %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be reached with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked %1 as spam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subscribed to email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsubscribed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsubscribed from email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed what they allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>joined %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entered %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has new details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has new details: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>will not be written to any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be written to again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was merged with another profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was on the site</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a full date, in Qt&apos;s letters</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a short date, in Qt&apos;s letters</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month, in Qt&apos;s letters</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds ago, short</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes ago, short</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours ago, short</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Revenue, last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vs the 30 days before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earned by messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>34 % of it last click, 5 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>38 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounce rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.8 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.3 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vs before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earned by messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Singles’ Day mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against the year before, and messages a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders against the year before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>58 people have no country on file, so the last group leaves them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;The shop refused the key.&lt;/b&gt; Make a new one with read rights and paste it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would have been sent, not what it would have earned: nobody knows how people would have answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending is locked because this workspace is a restored copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready: renders for all 212 people waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading orders from Fernhill Candles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3,120 of 10,000 orders · about 2 minutes left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2,114 people added, 12 rows left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: the provider does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we expect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 in 10 like her: € 240 to € 610</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance she never returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 % to 14 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size over the last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abandoned checkout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Win-back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline and rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beeswax, unscented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placed Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#2871 · € 64.00 · 2 × Beeswax Pillar, 1 × Lavender Tin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clicked “Autumn scents are here”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link: /collections/autumn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: “Singles’ Day”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mailed 9 hours before; smart sending is 16 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ana Pereira</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placed order #2871, € 64.00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>14 people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entered At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>€ 640 · never opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>€ 18,420</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>31,806 people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>41 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good customers gone quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to 391 people?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What messages earned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They bought about every 41 days and have been quiet for 78.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customer since 3 March 2024</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every piece in every state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use in a campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why these?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences and tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>€ 500</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Germany</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VIPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Austria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synced 40 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About 40 letters show on a phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shop address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no web address. It looks like https://shop.example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the next person should know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or jump to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pickers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt&apos;s own combo box, dressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switches, checks, steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smart sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yours to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include people without this property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count machines as opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send at each person&apos;s best hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns by state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A form drawn from its fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table of 1,000,000 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No store yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect your store and Shopbell reads its customers and orders, or look around the demo shop first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect your store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What floats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WooCommerce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch the stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toast with undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted “Good customers gone quiet”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toast with progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading 10,000 orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Autumn scents are here” leaves at once, by email. 16 people are skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase Ana Pereira?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Her name, addresses and 214 events are removed for good. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, or try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card one can click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lapsed for 60 days, one email, one reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card that is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any of these</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::BarChart</name>
    <message>
        <source>Bar chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No values</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n bars, most %1 at %2</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No values in this period</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::BigNumber</name>
    <message>
        <source>up %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::BrandButton</name>
    <message>
        <source>Workspace menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: workspace menu</source>
        <comment>shop</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Button</name>
    <message>
        <source>Working on it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::ChoiceList</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::CommandPalette</name>
    <message>
        <source>Search or jump to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or jump to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::DateRangePicker</name>
    <message>
        <source>one day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Month before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now the last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, vs period before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, vs year before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Dialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Field</name>
    <message>
        <source>optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::FirstSteps</name>
    <message>
        <source>Connect your store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shopbell reads your customers, orders and products, and keeps up with them from then on. Nothing in your shop is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around the demo shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A made-up candle shop with a thousand customers, made on this computer in a few seconds. Messages go to a local outbox, to nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People, orders or events from a spreadsheet or another program. You see what is what before anything is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::FormView</name>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the keychain; leave empty to keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no web address. It looks like https://shop.example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no email address. It looks like name@shop.example</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Frame</name>
    <message>
        <source>&lt;b&gt;Nothing is sent from here yet.&lt;/b&gt; This workspace was restored or copied. Unlock sending if this is the one you go on with, so that no customer gets a message twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock sending?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages that were waiting will be sent from this workspace. Do this only if the one it was copied from will not send any more: otherwise customers get messages twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending is unlocked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::HomePage</name>
    <message>
        <source>New campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth doing today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue, last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earned by messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People you may email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome. How would you like to begin?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays in one file on this computer. You can do all three, in any order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>weekday and date, in Qt&apos;s letters</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vs the 30 days before</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of it, within 5 days of a click or open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within 5 days of a click or open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 people</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::IntervalBar</name>
    <message>
        <source>%1, between %2 and %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::JustNow</name>
    <message>
        <source>Just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet. Orders, clicks and sign-ups appear here as they come in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::LineAreaChart</name>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: from %2 to %3, least %4, most %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No values in this period</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::MainWindow</name>
    <message>
        <source>%1 · %2 · Shopbell</source>
        <comment>page, shop</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace is open in another window, which is in front now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making up a shop. You can look around while it fills.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The demo shop is ready: %Ln people and their orders</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shopbell workspaces (*.shopbell)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fernhill Candles (demo)</source>
        <comment>file name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep Shopbell running?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the window closed, Shopbell can go on reading your store and sending what is due, with a bell in the tray. You can change this in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::MultiPicker</name>
    <message>
        <source>or</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::NewWorkspaceDialog</name>
    <message>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your shop&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workspace is one shop&apos;s file on this computer. Copying it is a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fernhill Candles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where should the workspace stand?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shopbell workspaces (*.shopbell)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My shop</source>
        <comment>file name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the shop a name; you can change it later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s name ends in .shopbell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of that name already. Choose another name, or open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::NumberField</name>
    <message>
        <source>This is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number, please</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>At most %n decimal places</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>At least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::PaletteSearch</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Picker</name>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Pill</name>
    <message>
        <source>Delete removes it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::ProgressBar</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::ProgressList</name>
    <message>
        <source>Reading the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::ProportionBar</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::RailButton</name>
    <message>
        <source>%1, %2</source>
        <comment>page, how many</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of the new workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a new workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In place of the open workspace; what changed since is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is restored starts with sending locked, so that nobody gets a message twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored</source>
        <comment>file name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (restored)</source>
        <comment>file name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s name ends in .shopbell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of that name already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::RevenueCard</name>
    <message>
        <source>Revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earned by messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue by day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Sheet</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Sparkline</name>
    <message>
        <source>from %1 to %2, least %3, most %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::StatusLine</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · reading now</source>
        <comment>store</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · could not be read</source>
        <comment>store</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · synced %2 ago</source>
        <comment>store, 40 s</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · synced %2</source>
        <comment>store, date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · not read yet</source>
        <comment>store</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No store connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more stores</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stores: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>done, total</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another process acts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window reads the stores and sends the messages.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Stepper</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Suggestions</name>
    <message>
        <source>Worth doing today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to send with yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the mail server or service that carries your messages; or a local outbox, to try things out without writing to anybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No store is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With your store connected, orders and customers come in by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln good customers are slipping away</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They bought at least twice in the past, but nothing in the last 60 days. A kind word now costs less than a new customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good customers slipping away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See who they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln people left something in the cart</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>In the last two days they put something into the cart and did not order. They may be emailed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left a cart in the last 2 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers bought for the first time</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Their first order is less than 30 days old. Who is welcomed well comes back more often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First order in the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome them</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln people bought four times or more in a year</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Your best customers. Let them be the first to know of something new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln people look but have not bought yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They looked at three products or more in the last 30 days and may be emailed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking, never bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs you today. Enjoy the quiet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Table</name>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::TextField</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::ToastHost</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::TopBar</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or jump to…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::TrayIcon</name>
    <message>
        <source>Open Shopbell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · Shopbell</source>
        <comment>shop</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shopbell::ui::WelcomeView</name>
    <message>
        <source>Opened before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Shopbell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your shop&apos;s customers, on your own computer: who walked in, who is about to leave, and the right words for each of them. How would you like to begin?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · not there any more; a click takes it off this list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
