<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Engine</name>
    <message numerus="yes">
        <source>Of %Ln people in the audience nobody may be written to.</source>
        <translation>
            <numerusform>%Ln person is in the audience, and may not be written to.</numerusform>
            <numerusform>Of %Ln people in the audience nobody may be written to.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln identifiers belong to nobody; import or sync again</source>
        <translation>
            <numerusform>%Ln identifier belongs to nobody; import or sync again</numerusform>
            <numerusform>%Ln identifiers belong to nobody; import or sync again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln merges lead to profiles that were merged themselves</source>
        <translation>
            <numerusform>%Ln merge leads to a profile that was merged itself</numerusform>
            <numerusform>%Ln merges lead to profiles that were merged themselves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages stand twice in the ledger</source>
        <translation>
            <numerusform>%Ln message stands twice in the ledger</numerusform>
            <numerusform>%Ln messages stand twice in the ledger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages may or may not have been delivered; they are not sent again by themselves</source>
        <translation>
            <numerusform>%Ln message may or may not have been delivered; it is not sent again by itself</numerusform>
            <numerusform>%Ln messages may or may not have been delivered; they are not sent again by themselves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events in the log and in the columns</source>
        <translation>
            <numerusform>%Ln event in the log and in the columns</numerusform>
            <numerusform>%Ln events in the log and in the columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonDialogs</name>
    <message numerus="yes">
        <source>%Ln rows were removed. Keep this line as the proof that you did it:</source>
        <translation>
            <numerusform>%Ln row was removed. Keep this line as the proof that you did it:</numerusform>
            <numerusform>%Ln rows were removed. Keep this line as the proof that you did it:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictFacts</name>
    <message numerus="yes">
        <source>%1: %Ln times</source>
        <translation>
            <numerusform>%1: once</numerusform>
            <numerusform>%1: %Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages %1</source>
        <translation>
            <numerusform>%Ln message %1</numerusform>
            <numerusform>%Ln messages %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::AskingMultiPicker</name>
    <message numerus="yes">
        <source>%1, %2 and %Ln more</source>
        <translation>
            <numerusform>%1, %2 and %Ln more</numerusform>
            <numerusform>%1, %2 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::AudienceStep</name>
    <message numerus="yes">
        <source>%Ln will not get it:</source>
        <translation>
            <numerusform>%Ln will not get it:</numerusform>
            <numerusform>%Ln will not get it:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln people in the audience</source>
        <translation>
            <numerusform>of %Ln person in the audience</numerusform>
            <numerusform>of %Ln people in the audience</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::BarChart</name>
    <message numerus="yes">
        <source>%Ln bars, most %1 at %2</source>
        <translation>
            <numerusform>%Ln bar, most %1 at %2</numerusform>
            <numerusform>%Ln bars, most %1 at %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::CampaignBoard</name>
    <message numerus="yes">
        <source>%Ln campaigns</source>
        <translation>
            <numerusform>%Ln campaign</numerusform>
            <numerusform>%Ln campaigns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::CampaignPath</name>
    <message numerus="yes">
        <source>Send to %Ln people…</source>
        <translation>
            <numerusform>Send to %Ln person…</numerusform>
            <numerusform>Send to %Ln people…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln people</source>
        <translation>
            <numerusform>Send to %Ln person</numerusform>
            <numerusform>Send to %Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln people will get it</source>
        <translation>
            <numerusform>%1 of %Ln person will get it</numerusform>
            <numerusform>%1 of %Ln people will get it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::CampaignReport</name>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln people</source>
        <translation>
            <numerusform>%1 of %Ln person</numerusform>
            <numerusform>%1 of %Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::CheckStep</name>
    <message numerus="yes">
        <source>It concerns %Ln people.</source>
        <translation>
            <numerusform>It concerns %Ln person.</numerusform>
            <numerusform>It concerns %Ln people.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::DateRangePicker</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::HomePage</name>
    <message numerus="yes">
        <source>%Ln orders</source>
        <translation>
            <numerusform>%Ln order</numerusform>
            <numerusform>%Ln orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln people</source>
        <translation>
            <numerusform>%1 of %Ln person</numerusform>
            <numerusform>%1 of %Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::KlaviyoSheet</name>
    <message numerus="yes">
        <source>%Ln differences to know of</source>
        <translation>
            <numerusform>%Ln difference to know of</numerusform>
            <numerusform>%Ln differences to know of</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::MainWindow</name>
    <message numerus="yes">
        <source>The demo shop is ready: %Ln people and their orders</source>
        <translation>
            <numerusform>The demo shop is ready: %Ln person and their orders</numerusform>
            <numerusform>The demo shop is ready: %Ln people and their orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::MembersSheet</name>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln people</source>
        <translation>
            <numerusform>%1 of %Ln person</numerusform>
            <numerusform>%1 of %Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::MembershipCard</name>
    <message numerus="yes">
        <source>In %Ln segments</source>
        <translation>
            <numerusform>In %Ln segment</numerusform>
            <numerusform>In %Ln segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln</source>
        <translation>
            <numerusform>Show all %Ln</numerusform>
            <numerusform>Show all %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::MultiPicker</name>
    <message numerus="yes">
        <source>%1, %2 and %Ln more</source>
        <translation>
            <numerusform>%1, %2 and %Ln more</numerusform>
            <numerusform>%1, %2 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::NumberField</name>
    <message numerus="yes">
        <source>At most %n decimal places</source>
        <translation>
            <numerusform>At most %n decimal place</numerusform>
            <numerusform>At most %n decimal places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::RevenueCard</name>
    <message numerus="yes">
        <source>%Ln campaigns</source>
        <translation>
            <numerusform>%Ln campaign</numerusform>
            <numerusform>%Ln campaigns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::SegmentFacts</name>
    <message numerus="yes">
        <source>%1 of %Ln people</source>
        <translation>
            <numerusform>%1 of %Ln person</numerusform>
            <numerusform>%1 of %Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::SegmentList</name>
    <message numerus="yes">
        <source>%Ln segments</source>
        <translation>
            <numerusform>%Ln segment</numerusform>
            <numerusform>%Ln segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::SendingSection</name>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::StatusLine</name>
    <message numerus="yes">
        <source>%n more stores</source>
        <translation>
            <numerusform>%n more store</numerusform>
            <numerusform>%n more stores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::StoreCard</name>
    <message numerus="yes">
        <source>%Ln records that could not be read</source>
        <translation>
            <numerusform>%Ln record that could not be read</numerusform>
            <numerusform>%Ln records that could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new things were read</source>
        <translation>
            <numerusform>%Ln new thing was read</numerusform>
            <numerusform>%Ln new things were read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Suggestions</name>
    <message numerus="yes">
        <source>%Ln good customers are slipping away</source>
        <translation>
            <numerusform>%Ln good customer is slipping away</numerusform>
            <numerusform>%Ln good customers are slipping away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people left something in the cart</source>
        <translation>
            <numerusform>%Ln person left something in the cart</numerusform>
            <numerusform>%Ln people left something in the cart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers bought for the first time</source>
        <translation>
            <numerusform>%Ln customer bought for the first time</numerusform>
            <numerusform>%Ln customers bought for the first time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people bought four times or more in a year</source>
        <translation>
            <numerusform>%Ln person bought four times or more in a year</numerusform>
            <numerusform>%Ln people bought four times or more in a year</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people look but have not bought yet</source>
        <translation>
            <numerusform>%Ln person looks but has not bought yet</numerusform>
            <numerusform>%Ln people look but have not bought yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::WhoCard</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other profiles</source>
        <translation>
            <numerusform>%Ln other profile</numerusform>
            <numerusform>%Ln other profiles</numerusform>
        </translation>
    </message>
</context>
</TS>
