<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Campaigns</name>
    <message>
        <source>“%1” was removed</source>
        <translation>„%1“ wurde entfernt</translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation>%1, Kopie</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <comment>at the end of an email</comment>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>no email address</source>
        <translation>keine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>the address cannot be right</source>
        <translation>die Adresse kann nicht stimmen</translation>
    </message>
    <message>
        <source>never agreed to get messages</source>
        <translation>ohne Zustimmung</translation>
    </message>
    <message>
        <source>unsubscribed</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>geändert %1</translation>
    </message>
    <message>
        <source>goes out %1</source>
        <translation>am %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>suppressed: it bounced or complained</source>
        <translation>gesperrt: Rückläufer oder Beschwerde</translation>
    </message>
    <message>
        <source>same address as somebody else</source>
        <translation>gleiche Adresse wie jemand anderes</translation>
    </message>
    <message>
        <source>got another message just before</source>
        <translation>hat kurz davor eine andere bekommen</translation>
    </message>
    <message>
        <source>the message cannot be made</source>
        <translation>die Nachricht lässt sich nicht erstellen</translation>
    </message>
</context>
<context>
    <name>ChartWords</name>
    <message>
        <source>d MMM</source>
        <comment>day and month, in Qt&apos;s letters</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>ddd d MMMM yyyy</source>
        <comment>a day in full, in Qt&apos;s letters</comment>
        <translation>ddd, d. MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>What they did</source>
        <translation>Was sie getan haben</translation>
    </message>
    <message>
        <source>Who they are</source>
        <translation>Wer sie sind</translation>
    </message>
    <message>
        <source>What they agreed to</source>
        <translation>Wozu sie zugestimmt haben</translation>
    </message>
    <message>
        <source>Where they belong</source>
        <translation>Wozu sie gehören</translation>
    </message>
    <message>
        <source>Did something</source>
        <translation>Hat etwas getan</translation>
    </message>
    <message>
        <source>Did not do something</source>
        <translation>Hat etwas nicht getan</translation>
    </message>
    <message>
        <source>Spent more than</source>
        <translation>Hat mehr ausgegeben als</translation>
    </message>
    <message>
        <source>Something known of them</source>
        <translation>Etwas Bekanntes über sie</translation>
    </message>
    <message>
        <source>Lives in a place</source>
        <translation>Wohnt an einem Ort</translation>
    </message>
    <message>
        <source>May be written to</source>
        <translation>Darf angeschrieben werden</translation>
    </message>
    <message>
        <source>Is in a list</source>
        <translation>Ist in einer Liste</translation>
    </message>
    <message>
        <source>Is in a segment</source>
        <translation>Ist in einem Segment</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>jemals</translation>
    </message>
    <message>
        <source>in the last</source>
        <translation>in den letzten</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vor dem</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nach dem</translation>
    </message>
    <message>
        <source>between two days</source>
        <translation>zwischen zwei Tagen</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tagen</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>months</source>
        <translation>Monaten</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>years</source>
        <translation>Jahren</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>text messages</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>push messages</source>
        <translation>Push-Nachrichten</translation>
    </message>
    <message>
        <source>may be sent</source>
        <translation>darf bekommen:</translation>
    </message>
    <message>
        <source>may not be sent</source>
        <translation>darf nicht bekommen:</translation>
    </message>
    <message>
        <source>said yes to</source>
        <translation>hat Ja gesagt zu</translation>
    </message>
    <message>
        <source>unsubscribed from</source>
        <translation>hat sich abgemeldet von</translation>
    </message>
    <message>
        <source>has not confirmed yet</source>
        <translation>hat noch nicht bestätigt:</translation>
    </message>
    <message>
        <source>was never asked about</source>
        <translation>wurde nie gefragt nach</translation>
    </message>
    <message>
        <source>is suppressed for</source>
        <translation>ist gesperrt für</translation>
    </message>
    <message>
        <source>is not suppressed for</source>
        <translation>ist nicht gesperrt für</translation>
    </message>
    <message>
        <source>the postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>longer ago, between</source>
        <translation>länger her, zwischen</translation>
    </message>
    <message>
        <source>May they be written to</source>
        <translation>Dürfen sie angeschrieben werden</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>Was sie gesagt haben</translation>
    </message>
    <message>
        <source>Their address</source>
        <translation>Ihre Adresse</translation>
    </message>
    <message>
        <source>did not say yes to</source>
        <translation>hat nicht Ja gesagt zu</translation>
    </message>
    <message>
        <source>did not unsubscribe from</source>
        <translation>hat sich nicht abgemeldet von</translation>
    </message>
    <message>
        <source>is not waiting to confirm</source>
        <translation>wartet nicht auf Bestätigung:</translation>
    </message>
    <message>
        <source>was asked about</source>
        <translation>wurde gefragt nach</translation>
    </message>
    <message>
        <source>Is or is not in it</source>
        <translation>Ist darin oder nicht</translation>
    </message>
    <message>
        <source>is in</source>
        <translation>ist in</translation>
    </message>
    <message>
        <source>is not in</source>
        <translation>ist nicht in</translation>
    </message>
    <message>
        <source>the list</source>
        <translation>der Liste</translation>
    </message>
    <message>
        <source>the segment</source>
        <translation>dem Segment</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>joined</source>
        <comment>a list, at any time</comment>
        <translation>eingetreten</translation>
    </message>
    <message>
        <source>came in</source>
        <comment>a segment, at any time</comment>
        <translation>hineingekommen</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>by way of</source>
        <translation>auf dem Weg:</translation>
    </message>
    <message>
        <source>How they said it</source>
        <translation>Wie sie es gesagt haben</translation>
    </message>
    <message>
        <source>any</source>
        <translation>jeder</translation>
    </message>
    <message>
        <source>Has or has not</source>
        <translation>Hat oder hat nicht</translation>
    </message>
    <message>
        <source>has</source>
        <translation>hat</translation>
    </message>
    <message>
        <source>has not</source>
        <translation>hat nicht</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus geworden ist</translation>
    </message>
    <message>
        <source>any message</source>
        <translation>irgendeine Nachricht</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>flow number %1</source>
        <translation>Flow Nummer %1</translation>
    </message>
    <message>
        <source>campaign number %1</source>
        <translation>Kampagne Nummer %1</translation>
    </message>
    <message>
        <source>Which message</source>
        <translation>Welche Nachricht</translation>
    </message>
    <message>
        <source>is among</source>
        <translation>gehört zu</translation>
    </message>
    <message>
        <source>Share in per cent</source>
        <translation>Anteil in Prozent</translation>
    </message>
    <message>
        <source>Name of the drawing</source>
        <translation>Name der Ziehung</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>mehr als</translation>
    </message>
    <message>
        <source>fewer than</source>
        <translation>weniger als</translation>
    </message>
    <message>
        <source>not exactly</source>
        <translation>nicht genau</translation>
    </message>
    <message>
        <source>between</source>
        <translation>zwischen</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>ist mehr als</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>ist mindestens</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>ist weniger als</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>ist höchstens</translation>
    </message>
    <message>
        <source>is exactly</source>
        <translation>ist genau</translation>
    </message>
    <message>
        <source>is between</source>
        <translation>liegt zwischen</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Eine Zahl</translation>
    </message>
    <message>
        <source>A text</source>
        <translation>Ein Text</translation>
    </message>
    <message>
        <source>is something other than</source>
        <translation>ist etwas anderes als</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>Welches</translation>
    </message>
    <message>
        <source>how often</source>
        <translation>wie oft</translation>
    </message>
    <message>
        <source>total</source>
        <translation>Summe von</translation>
    </message>
    <message>
        <source>average</source>
        <translation>Durchschnitt von</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>kleinster</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>größter</translation>
    </message>
    <message>
        <source>number of different</source>
        <translation>Anzahl verschiedener</translation>
    </message>
    <message>
        <source>first</source>
        <translation>erster</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzter</translation>
    </message>
    <message>
        <source>for any reason</source>
        <translation>aus irgendeinem Grund</translation>
    </message>
    <message>
        <source>because the address does not exist</source>
        <translation>weil es die Adresse nicht gibt</translation>
    </message>
    <message>
        <source>because of a complaint</source>
        <translation>wegen einer Beschwerde</translation>
    </message>
    <message>
        <source>because they unsubscribed</source>
        <translation>wegen Abmeldung</translation>
    </message>
    <message>
        <source>because the address is not valid</source>
        <translation>weil die Adresse ungültig ist</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>because they were erased</source>
        <translation>wegen Löschung</translation>
    </message>
    <message>
        <source>in the country</source>
        <translation>im Land</translation>
    </message>
    <message>
        <source>in the region</source>
        <translation>in der Region</translation>
    </message>
    <message>
        <source>in the city</source>
        <translation>in der Stadt</translation>
    </message>
    <message>
        <source>in the postcode</source>
        <translation>in der Postleitzahl</translation>
    </message>
    <message>
        <source>in the European Union</source>
        <translation>in der Europäischen Union</translation>
    </message>
    <message>
        <source>within</source>
        <translation>im Umkreis von</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Writing to them</source>
        <translation>Anschreiben</translation>
    </message>
    <message>
        <source>spent until now</source>
        <translation>bisher ausgegeben</translation>
    </message>
    <message>
        <source>expected spending in the next year</source>
        <translation>erwartete Ausgaben im nächsten Jahr</translation>
    </message>
    <message>
        <source>expected lifetime value</source>
        <translation>erwarteter Kundenwert</translation>
    </message>
    <message>
        <source>average order value</source>
        <translation>durchschnittlicher Bestellwert</translation>
    </message>
    <message>
        <source>orders until now</source>
        <translation>bisherige Bestellungen</translation>
    </message>
    <message>
        <source>expected orders in the next year</source>
        <translation>erwartete Bestellungen im nächsten Jahr</translation>
    </message>
    <message>
        <source>chance of never ordering again</source>
        <translation>Wahrscheinlichkeit, nie wieder zu bestellen</translation>
    </message>
    <message>
        <source>average days between orders</source>
        <translation>mittlere Tage zwischen Bestellungen</translation>
    </message>
    <message>
        <source>expected date of the next order</source>
        <translation>erwarteter Tag der nächsten Bestellung</translation>
    </message>
    <message>
        <source>best hour for sending</source>
        <translation>beste Stunde zum Senden</translation>
    </message>
    <message>
        <source>best channel</source>
        <translation>bester Kanal</translation>
    </message>
    <message>
        <source>likely gender</source>
        <translation>wahrscheinliches Geschlecht</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>diesem Monat</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>clicked in</source>
        <translation>geklickt in</translation>
    </message>
    <message>
        <source>What they got from you</source>
        <translation>Was sie von dir bekommen haben</translation>
    </message>
    <message>
        <source>What is to be expected</source>
        <translation>Was zu erwarten ist</translation>
    </message>
    <message>
        <source>Did one thing, then another</source>
        <translation>Hat erst das eine, dann das andere getan</translation>
    </message>
    <message>
        <source>Birthday or another day</source>
        <translation>Geburtstag oder ein anderer Tag</translation>
    </message>
    <message>
        <source>Lives near a place</source>
        <translation>Wohnt in der Nähe eines Orts</translation>
    </message>
    <message>
        <source>Said yes or no</source>
        <translation>Hat Ja oder Nein gesagt</translation>
    </message>
    <message>
        <source>Is suppressed</source>
        <translation>Ist gesperrt</translation>
    </message>
    <message>
        <source>Got or opened a message</source>
        <translation>Hat eine Nachricht bekommen oder geöffnet</translation>
    </message>
    <message>
        <source>Got no message lately</source>
        <translation>Hat länger keine Nachricht bekommen</translation>
    </message>
    <message>
        <source>A prediction</source>
        <translation>Eine Vorhersage</translation>
    </message>
    <message>
        <source>A random share</source>
        <translation>Ein zufälliger Anteil</translation>
    </message>
    <message>
        <source>something this Shopbell does not know, kept as it is</source>
        <translation>etwas, das dieses Shopbell nicht kennt; es bleibt, wie es ist</translation>
    </message>
    <message>
        <source>a condition of the kind “%1”, kept as it is</source>
        <translation>eine Bedingung der Art „%1“; sie bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Entfernung</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>km</source>
        <translation>km</translation>
    </message>
    <message>
        <source>miles</source>
        <translation>Meilen</translation>
    </message>
    <message>
        <source>of</source>
        <comment>within 50 km of a place</comment>
        <translation>um</translation>
    </message>
    <message>
        <source>Point or postcode</source>
        <translation>Punkt oder Postleitzahl</translation>
    </message>
    <message>
        <source>the point</source>
        <translation>den Punkt</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Breitengrad</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Längengrad</translation>
    </message>
    <message>
        <source>in</source>
        <comment>a postcode in a country</comment>
        <translation>in</translation>
    </message>
    <message>
        <source>Country of the postcode</source>
        <translation>Land der Postleitzahl</translation>
    </message>
    <message>
        <source>any country</source>
        <translation>irgendeinem Land</translation>
    </message>
    <message>
        <source>Lives or does not live</source>
        <translation>Wohnt oder wohnt nicht</translation>
    </message>
    <message>
        <source>lives</source>
        <translation>wohnt</translation>
    </message>
    <message>
        <source>does not live</source>
        <translation>wohnt nicht</translation>
    </message>
    <message>
        <source>Kind of place</source>
        <translation>Art des Orts</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>How many times</source>
        <translation>Wie viele Male</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>the amount itself</source>
        <translation>der Betrag selbst</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>Was gemessen wird</translation>
    </message>
    <message>
        <source>is</source>
        <comment>the number of different … is at least 3</comment>
        <translation>ist</translation>
    </message>
    <message>
        <source>How it compares</source>
        <translation>Wie verglichen wird</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>times</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>How it is measured</source>
        <translation>Wie gemessen wird</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>ago</source>
        <comment>between 30 and 60 days ago</comment>
        <translation>her</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>Capital and small letters alike</source>
        <translation>Große und kleine Buchstaben gleich</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Was bekannt ist</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>where</source>
        <translation>wobei</translation>
    </message>
    <message>
        <source>and where</source>
        <translation>und wobei</translation>
    </message>
    <message>
        <source>What of it</source>
        <translation>Was davon</translation>
    </message>
    <message>
        <source>Remove this detail</source>
        <translation>Diese Einzelheit entfernen</translation>
    </message>
    <message>
        <source>Add a detail</source>
        <translation>Einzelheit hinzufügen</translation>
    </message>
    <message>
        <source>where…</source>
        <translation>wobei …</translation>
    </message>
    <message>
        <source>and where…</source>
        <translation>und wobei …</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>not (%1)</source>
        <translation>nicht (%1)</translation>
    </message>
    <message>
        <source>then</source>
        <comment>of a sequence: did A, then B</comment>
        <translation>dann</translation>
    </message>
    <message>
        <source>Did or did not</source>
        <translation>Getan oder nicht getan</translation>
    </message>
    <message>
        <source>did</source>
        <comment>of a sequence: did A, then B</comment>
        <translation>getan:</translation>
    </message>
    <message>
        <source>did not</source>
        <comment>of a sequence: did A, then not B</comment>
        <translation>nicht getan:</translation>
    </message>
    <message>
        <source>Remove this step</source>
        <translation>Diesen Schritt entfernen</translation>
    </message>
    <message>
        <source>From first to last</source>
        <translation>Vom ersten zum letzten</translation>
    </message>
    <message>
        <source>however long it took</source>
        <translation>egal, wie lange es gedauert hat</translation>
    </message>
    <message>
        <source>all within</source>
        <translation>alles innerhalb von</translation>
    </message>
    <message>
        <source>Within how long</source>
        <translation>Innerhalb welcher Zeit</translation>
    </message>
    <message>
        <source>Unit of it</source>
        <translation>Einheit davon</translation>
    </message>
    <message>
        <source>+ then…</source>
        <comment>of a sequence: adds a step</comment>
        <translation>+ dann …</translation>
    </message>
    <message>
        <source>Going back from now</source>
        <translation>Von jetzt an zurück</translation>
    </message>
    <message>
        <source>By the calendar</source>
        <translation>Nach dem Kalender</translation>
    </message>
    <message>
        <source>in the last whole</source>
        <translation>in den letzten ganzen</translation>
    </message>
    <message>
        <source>longer ago in whole, between</source>
        <translation>länger her in ganzen, zwischen</translation>
    </message>
    <message>
        <source>since the flow began</source>
        <translation>seit der Flow begann</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>How long at most</source>
        <translation>Wie lange höchstens</translation>
    </message>
    <message>
        <source>% of everybody, by the drawing</source>
        <translation>% von allen, nach der Ziehung</translation>
    </message>
    <message>
        <source>been sent</source>
        <translation>geschickt bekommen</translation>
    </message>
    <message>
        <source>been left out of</source>
        <translation>ausgelassen worden bei</translation>
    </message>
</context>
<context>
    <name>Countries</name>
    <message>
        <source>Afghanistan</source>
        <translation>Afghanistan</translation>
    </message>
    <message>
        <source>Aland Islands</source>
        <translation>Ålandinseln</translation>
    </message>
    <message>
        <source>Albania</source>
        <translation>Albanien</translation>
    </message>
    <message>
        <source>Algeria</source>
        <translation>Algerien</translation>
    </message>
    <message>
        <source>American Samoa</source>
        <translation>Amerikanisch-Samoa</translation>
    </message>
    <message>
        <source>Andorra</source>
        <translation>Andorra</translation>
    </message>
    <message>
        <source>Angola</source>
        <translation>Angola</translation>
    </message>
    <message>
        <source>Anguilla</source>
        <translation>Anguilla</translation>
    </message>
    <message>
        <source>Antigua And Barbuda</source>
        <translation>Antigua und Barbuda</translation>
    </message>
    <message>
        <source>Argentina</source>
        <translation>Argentinien</translation>
    </message>
    <message>
        <source>Armenia</source>
        <translation>Armenien</translation>
    </message>
    <message>
        <source>Aruba</source>
        <translation>Aruba</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australien</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Österreich</translation>
    </message>
    <message>
        <source>Azerbaijan</source>
        <translation>Aserbaidschan</translation>
    </message>
    <message>
        <source>Bahamas</source>
        <translation>Bahamas</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>Bahrain</translation>
    </message>
    <message>
        <source>Bangladesh</source>
        <translation>Bangladesch</translation>
    </message>
    <message>
        <source>Barbados</source>
        <translation>Barbados</translation>
    </message>
    <message>
        <source>Belarus</source>
        <translation>Belarus</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Belgien</translation>
    </message>
    <message>
        <source>Belize</source>
        <translation>Belize</translation>
    </message>
    <message>
        <source>Benin</source>
        <translation>Benin</translation>
    </message>
    <message>
        <source>Bermuda</source>
        <translation>Bermuda</translation>
    </message>
    <message>
        <source>Bhutan</source>
        <translation>Bhutan</translation>
    </message>
    <message>
        <source>Bolivia</source>
        <translation>Bolivien</translation>
    </message>
    <message>
        <source>Bosnia And Herzegovina</source>
        <translation>Bosnien und Herzegowina</translation>
    </message>
    <message>
        <source>Botswana</source>
        <translation>Botsuana</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Brasilien</translation>
    </message>
    <message>
        <source>British Indian Ocean Territory</source>
        <translation>Britisches Territorium im Indischen Ozean</translation>
    </message>
    <message>
        <source>British Virgin Islands</source>
        <translation>Britische Jungferninseln</translation>
    </message>
    <message>
        <source>Brunei</source>
        <translation>Brunei</translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation>Bulgarien</translation>
    </message>
    <message>
        <source>Burkina Faso</source>
        <translation>Burkina Faso</translation>
    </message>
    <message>
        <source>Burundi</source>
        <translation>Burundi</translation>
    </message>
    <message>
        <source>Cambodia</source>
        <translation>Kambodscha</translation>
    </message>
    <message>
        <source>Cameroon</source>
        <translation>Kamerun</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Kanada</translation>
    </message>
    <message>
        <source>Canary Islands</source>
        <translation>Kanarische Inseln</translation>
    </message>
    <message>
        <source>Cape Verde</source>
        <translation>Kap Verde</translation>
    </message>
    <message>
        <source>Caribbean Netherlands</source>
        <translation>Karibische Niederlande</translation>
    </message>
    <message>
        <source>Cayman Islands</source>
        <translation>Kaimaninseln</translation>
    </message>
    <message>
        <source>Central African Republic</source>
        <translation>Zentralafrikanische Republik</translation>
    </message>
    <message>
        <source>Ceuta And Melilla</source>
        <translation>Ceuta und Melilla</translation>
    </message>
    <message>
        <source>Chad</source>
        <translation>Tschad</translation>
    </message>
    <message>
        <source>Chile</source>
        <translation>Chile</translation>
    </message>
    <message>
        <source>China</source>
        <translation>China</translation>
    </message>
    <message>
        <source>Christmas Island</source>
        <translation>Weihnachtsinsel</translation>
    </message>
    <message>
        <source>Cocos Islands</source>
        <translation>Kokosinseln</translation>
    </message>
    <message>
        <source>Colombia</source>
        <translation>Kolumbien</translation>
    </message>
    <message>
        <source>Comoros</source>
        <translation>Komoren</translation>
    </message>
    <message>
        <source>Congo Brazzaville</source>
        <translation>Kongo (Brazzaville)</translation>
    </message>
    <message>
        <source>Congo Kinshasa</source>
        <translation>Kongo (Kinshasa)</translation>
    </message>
    <message>
        <source>Cook Islands</source>
        <translation>Cookinseln</translation>
    </message>
    <message>
        <source>Costa Rica</source>
        <translation>Costa Rica</translation>
    </message>
    <message>
        <source>Croatia</source>
        <translation>Kroatien</translation>
    </message>
    <message>
        <source>Cuba</source>
        <translation>Kuba</translation>
    </message>
    <message>
        <source>Curacao</source>
        <translation>Curaçao</translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation>Zypern</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>Tschechien</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>Dänemark</translation>
    </message>
    <message>
        <source>Diego Garcia</source>
        <translation>Diego Garcia</translation>
    </message>
    <message>
        <source>Djibouti</source>
        <translation>Dschibuti</translation>
    </message>
    <message>
        <source>Dominica</source>
        <translation>Dominica</translation>
    </message>
    <message>
        <source>Dominican Republic</source>
        <translation>Dominikanische Republik</translation>
    </message>
    <message>
        <source>Ecuador</source>
        <translation>Ecuador</translation>
    </message>
    <message>
        <source>Egypt</source>
        <translation>Ägypten</translation>
    </message>
    <message>
        <source>El Salvador</source>
        <translation>El Salvador</translation>
    </message>
    <message>
        <source>Equatorial Guinea</source>
        <translation>Äquatorialguinea</translation>
    </message>
    <message>
        <source>Eritrea</source>
        <translation>Eritrea</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>Estland</translation>
    </message>
    <message>
        <source>Eswatini</source>
        <translation>Eswatini</translation>
    </message>
    <message>
        <source>Ethiopia</source>
        <translation>Äthiopien</translation>
    </message>
    <message>
        <source>Falkland Islands</source>
        <translation>Falklandinseln</translation>
    </message>
    <message>
        <source>Faroe Islands</source>
        <translation>Färöer</translation>
    </message>
    <message>
        <source>Fiji</source>
        <translation>Fidschi</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>Finnland</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Frankreich</translation>
    </message>
    <message>
        <source>French Guiana</source>
        <translation>Französisch-Guayana</translation>
    </message>
    <message>
        <source>French Polynesia</source>
        <translation>Französisch-Polynesien</translation>
    </message>
    <message>
        <source>Gabon</source>
        <translation>Gabun</translation>
    </message>
    <message>
        <source>Gambia</source>
        <translation>Gambia</translation>
    </message>
    <message>
        <source>Georgia</source>
        <translation>Georgien</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Deutschland</translation>
    </message>
    <message>
        <source>Ghana</source>
        <translation>Ghana</translation>
    </message>
    <message>
        <source>Gibraltar</source>
        <translation>Gibraltar</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>Griechenland</translation>
    </message>
    <message>
        <source>Greenland</source>
        <translation>Grönland</translation>
    </message>
    <message>
        <source>Grenada</source>
        <translation>Grenada</translation>
    </message>
    <message>
        <source>Guadeloupe</source>
        <translation>Guadeloupe</translation>
    </message>
    <message>
        <source>Guam</source>
        <translation>Guam</translation>
    </message>
    <message>
        <source>Guatemala</source>
        <translation>Guatemala</translation>
    </message>
    <message>
        <source>Guernsey</source>
        <translation>Guernsey</translation>
    </message>
    <message>
        <source>Guinea</source>
        <translation>Guinea</translation>
    </message>
    <message>
        <source>Guinea Bissau</source>
        <translation>Guinea-Bissau</translation>
    </message>
    <message>
        <source>Guyana</source>
        <translation>Guyana</translation>
    </message>
    <message>
        <source>Haiti</source>
        <translation>Haiti</translation>
    </message>
    <message>
        <source>Honduras</source>
        <translation>Honduras</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>Hongkong</translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation>Ungarn</translation>
    </message>
    <message>
        <source>Iceland</source>
        <translation>Island</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Indien</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>Indonesien</translation>
    </message>
    <message>
        <source>Iran</source>
        <translation>Iran</translation>
    </message>
    <message>
        <source>Iraq</source>
        <translation>Irak</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irland</translation>
    </message>
    <message>
        <source>Isle Of Man</source>
        <translation>Isle of Man</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>Israel</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italien</translation>
    </message>
    <message>
        <source>Ivory Coast</source>
        <translation>Elfenbeinküste</translation>
    </message>
    <message>
        <source>Jamaica</source>
        <translation>Jamaika</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Japan</translation>
    </message>
    <message>
        <source>Jersey</source>
        <translation>Jersey</translation>
    </message>
    <message>
        <source>Jordan</source>
        <translation>Jordanien</translation>
    </message>
    <message>
        <source>Kazakhstan</source>
        <translation>Kasachstan</translation>
    </message>
    <message>
        <source>Kenya</source>
        <translation>Kenia</translation>
    </message>
    <message>
        <source>Kiribati</source>
        <translation>Kiribati</translation>
    </message>
    <message>
        <source>Kosovo</source>
        <translation>Kosovo</translation>
    </message>
    <message>
        <source>Kuwait</source>
        <translation>Kuwait</translation>
    </message>
    <message>
        <source>Kyrgyzstan</source>
        <translation>Kirgisistan</translation>
    </message>
    <message>
        <source>Laos</source>
        <translation>Laos</translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation>Lettland</translation>
    </message>
    <message>
        <source>Lebanon</source>
        <translation>Libanon</translation>
    </message>
    <message>
        <source>Lesotho</source>
        <translation>Lesotho</translation>
    </message>
    <message>
        <source>Liberia</source>
        <translation>Liberia</translation>
    </message>
    <message>
        <source>Libya</source>
        <translation>Libyen</translation>
    </message>
    <message>
        <source>Liechtenstein</source>
        <translation>Liechtenstein</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation>Litauen</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>Luxemburg</translation>
    </message>
    <message>
        <source>Macao</source>
        <translation>Macau</translation>
    </message>
    <message>
        <source>Macedonia</source>
        <translation>Nordmazedonien</translation>
    </message>
    <message>
        <source>Madagascar</source>
        <translation>Madagaskar</translation>
    </message>
    <message>
        <source>Malawi</source>
        <translation>Malawi</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>Malaysia</translation>
    </message>
    <message>
        <source>Maldives</source>
        <translation>Malediven</translation>
    </message>
    <message>
        <source>Mali</source>
        <translation>Mali</translation>
    </message>
    <message>
        <source>Malta</source>
        <translation>Malta</translation>
    </message>
    <message>
        <source>Marshall Islands</source>
        <translation>Marshallinseln</translation>
    </message>
    <message>
        <source>Martinique</source>
        <translation>Martinique</translation>
    </message>
    <message>
        <source>Mauritania</source>
        <translation>Mauretanien</translation>
    </message>
    <message>
        <source>Mauritius</source>
        <translation>Mauritius</translation>
    </message>
    <message>
        <source>Mayotte</source>
        <translation>Mayotte</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>Mexiko</translation>
    </message>
    <message>
        <source>Micronesia</source>
        <translation>Mikronesien</translation>
    </message>
    <message>
        <source>Moldova</source>
        <translation>Moldau</translation>
    </message>
    <message>
        <source>Monaco</source>
        <translation>Monaco</translation>
    </message>
    <message>
        <source>Mongolia</source>
        <translation>Mongolei</translation>
    </message>
    <message>
        <source>Montenegro</source>
        <translation>Montenegro</translation>
    </message>
    <message>
        <source>Montserrat</source>
        <translation>Montserrat</translation>
    </message>
    <message>
        <source>Morocco</source>
        <translation>Marokko</translation>
    </message>
    <message>
        <source>Mozambique</source>
        <translation>Mosambik</translation>
    </message>
    <message>
        <source>Myanmar</source>
        <translation>Myanmar</translation>
    </message>
    <message>
        <source>Namibia</source>
        <translation>Namibia</translation>
    </message>
    <message>
        <source>Nauru</source>
        <translation>Nauru</translation>
    </message>
    <message>
        <source>Nepal</source>
        <translation>Nepal</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Niederlande</translation>
    </message>
    <message>
        <source>New Caledonia</source>
        <translation>Neukaledonien</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>Neuseeland</translation>
    </message>
    <message>
        <source>Nicaragua</source>
        <translation>Nicaragua</translation>
    </message>
    <message>
        <source>Niger</source>
        <translation>Niger</translation>
    </message>
    <message>
        <source>Nigeria</source>
        <translation>Nigeria</translation>
    </message>
    <message>
        <source>Niue</source>
        <translation>Niue</translation>
    </message>
    <message>
        <source>Norfolk Island</source>
        <translation>Norfolkinsel</translation>
    </message>
    <message>
        <source>North Korea</source>
        <translation>Nordkorea</translation>
    </message>
    <message>
        <source>Northern Mariana Islands</source>
        <translation>Nördliche Marianen</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>Norwegen</translation>
    </message>
    <message>
        <source>Oman</source>
        <translation>Oman</translation>
    </message>
    <message>
        <source>Pakistan</source>
        <translation>Pakistan</translation>
    </message>
    <message>
        <source>Palau</source>
        <translation>Palau</translation>
    </message>
    <message>
        <source>Palestinian Territories</source>
        <translation>Palästinensische Gebiete</translation>
    </message>
    <message>
        <source>Panama</source>
        <translation>Panama</translation>
    </message>
    <message>
        <source>Papua New Guinea</source>
        <translation>Papua-Neuguinea</translation>
    </message>
    <message>
        <source>Paraguay</source>
        <translation>Paraguay</translation>
    </message>
    <message>
        <source>Peru</source>
        <translation>Peru</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>Philippinen</translation>
    </message>
    <message>
        <source>Pitcairn</source>
        <translation>Pitcairn</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Polen</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Portugal</translation>
    </message>
    <message>
        <source>Puerto Rico</source>
        <translation>Puerto Rico</translation>
    </message>
    <message>
        <source>Qatar</source>
        <translation>Katar</translation>
    </message>
    <message>
        <source>Reunion</source>
        <translation>Réunion</translation>
    </message>
    <message>
        <source>Romania</source>
        <translation>Rumänien</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>Russland</translation>
    </message>
    <message>
        <source>Rwanda</source>
        <translation>Ruanda</translation>
    </message>
    <message>
        <source>Saint Barthelemy</source>
        <translation>Saint-Barthélemy</translation>
    </message>
    <message>
        <source>Saint Helena</source>
        <translation>St. Helena</translation>
    </message>
    <message>
        <source>Saint Kitts And Nevis</source>
        <translation>St. Kitts und Nevis</translation>
    </message>
    <message>
        <source>Saint Lucia</source>
        <translation>St. Lucia</translation>
    </message>
    <message>
        <source>Saint Martin</source>
        <translation>Saint-Martin</translation>
    </message>
    <message>
        <source>Saint Pierre And Miquelon</source>
        <translation>Saint-Pierre und Miquelon</translation>
    </message>
    <message>
        <source>Saint Vincent And Grenadines</source>
        <translation>St. Vincent und die Grenadinen</translation>
    </message>
    <message>
        <source>Samoa</source>
        <translation>Samoa</translation>
    </message>
    <message>
        <source>San Marino</source>
        <translation>San Marino</translation>
    </message>
    <message>
        <source>Sao Tome And Principe</source>
        <translation>São Tomé und Príncipe</translation>
    </message>
    <message>
        <source>Saudi Arabia</source>
        <translation>Saudi-Arabien</translation>
    </message>
    <message>
        <source>Senegal</source>
        <translation>Senegal</translation>
    </message>
    <message>
        <source>Serbia</source>
        <translation>Serbien</translation>
    </message>
    <message>
        <source>Seychelles</source>
        <translation>Seychellen</translation>
    </message>
    <message>
        <source>Sierra Leone</source>
        <translation>Sierra Leone</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapur</translation>
    </message>
    <message>
        <source>Sint Maarten</source>
        <translation>Sint Maarten</translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation>Slowakei</translation>
    </message>
    <message>
        <source>Slovenia</source>
        <translation>Slowenien</translation>
    </message>
    <message>
        <source>Solomon Islands</source>
        <translation>Salomonen</translation>
    </message>
    <message>
        <source>Somalia</source>
        <translation>Somalia</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>Südafrika</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>Südkorea</translation>
    </message>
    <message>
        <source>South Sudan</source>
        <translation>Südsudan</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Spanien</translation>
    </message>
    <message>
        <source>Sri Lanka</source>
        <translation>Sri Lanka</translation>
    </message>
    <message>
        <source>Sudan</source>
        <translation>Sudan</translation>
    </message>
    <message>
        <source>Suriname</source>
        <translation>Suriname</translation>
    </message>
    <message>
        <source>Svalbard And Jan Mayen</source>
        <translation>Spitzbergen und Jan Mayen</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Schweden</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Schweiz</translation>
    </message>
    <message>
        <source>Syria</source>
        <translation>Syrien</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>Taiwan</translation>
    </message>
    <message>
        <source>Tajikistan</source>
        <translation>Tadschikistan</translation>
    </message>
    <message>
        <source>Tanzania</source>
        <translation>Tansania</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>Thailand</translation>
    </message>
    <message>
        <source>Timor-Leste</source>
        <translation>Timor-Leste</translation>
    </message>
    <message>
        <source>Togo</source>
        <translation>Togo</translation>
    </message>
    <message>
        <source>Tokelau</source>
        <translation>Tokelau</translation>
    </message>
    <message>
        <source>Tonga</source>
        <translation>Tonga</translation>
    </message>
    <message>
        <source>Trinidad And Tobago</source>
        <translation>Trinidad und Tobago</translation>
    </message>
    <message>
        <source>Tunisia</source>
        <translation>Tunesien</translation>
    </message>
    <message>
        <source>Turkey</source>
        <translation>Türkei</translation>
    </message>
    <message>
        <source>Turkmenistan</source>
        <translation>Turkmenistan</translation>
    </message>
    <message>
        <source>Turks And Caicos Islands</source>
        <translation>Turks- und Caicosinseln</translation>
    </message>
    <message>
        <source>Tuvalu</source>
        <translation>Tuvalu</translation>
    </message>
    <message>
        <source>Uganda</source>
        <translation>Uganda</translation>
    </message>
    <message>
        <source>Ukraine</source>
        <translation>Ukraine</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>Vereinigte Arabische Emirate</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Vereinigtes Königreich</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Vereinigte Staaten</translation>
    </message>
    <message>
        <source>United States Outlying Islands</source>
        <translation>Amerikanische Überseeinseln</translation>
    </message>
    <message>
        <source>United States Virgin Islands</source>
        <translation>Amerikanische Jungferninseln</translation>
    </message>
    <message>
        <source>Uruguay</source>
        <translation>Uruguay</translation>
    </message>
    <message>
        <source>Uzbekistan</source>
        <translation>Usbekistan</translation>
    </message>
    <message>
        <source>Vanuatu</source>
        <translation>Vanuatu</translation>
    </message>
    <message>
        <source>Vatican City</source>
        <translation>Vatikanstadt</translation>
    </message>
    <message>
        <source>Venezuela</source>
        <translation>Venezuela</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>Vietnam</translation>
    </message>
    <message>
        <source>Wallis And Futuna</source>
        <translation>Wallis und Futuna</translation>
    </message>
    <message>
        <source>Western Sahara</source>
        <translation>Westsahara</translation>
    </message>
    <message>
        <source>Yemen</source>
        <translation>Jemen</translation>
    </message>
    <message>
        <source>Zambia</source>
        <translation>Sambia</translation>
    </message>
    <message>
        <source>Zimbabwe</source>
        <translation>Simbabwe</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>This key may write but not read. In WooCommerce, Settings, Advanced, REST API, give it the permission Read.</source>
        <translation>Dieser Schlüssel darf schreiben, aber nicht lesen. Gib ihm in WooCommerce unter Einstellungen, Erweitert, REST-API die Berechtigung Lesen.</translation>
    </message>
    <message>
        <source>The store does not accept the signature: the consumer secret is wrong, or the address is not exactly the one under Settings, General, Site Address in WordPress.</source>
        <translation>Der Shop nimmt die Signatur nicht an: Das Consumer Secret ist falsch, oder die Adresse ist nicht genau die, die in WordPress unter Einstellungen, Allgemein, Website-Adresse steht.</translation>
    </message>
    <message>
        <source>The store finds the time of our request wrong. Set the clock of this computer, or of the store&apos;s server, right.</source>
        <translation>Der Shop hält die Zeit unserer Anfrage für falsch. Stell die Uhr dieses Computers oder die des Shop-Servers richtig.</translation>
    </message>
    <message>
        <source>The consumer secret is wrong. Copy it again, or make a new key in WooCommerce.</source>
        <translation>Das Consumer Secret ist falsch. Kopiere es noch einmal, oder lege in WooCommerce einen neuen Schlüssel an.</translation>
    </message>
    <message>
        <source>The store does not know this key. Copy consumer key and secret again, or make a new key in WooCommerce, Settings, Advanced, REST API.</source>
        <translation>Der Shop kennt diesen Schlüssel nicht. Kopiere Consumer Key und Consumer Secret noch einmal, oder lege in WooCommerce unter Einstellungen, Erweitert, REST-API einen neuen Schlüssel an.</translation>
    </message>
    <message>
        <source>The web server itself asks for a password before WordPress is reached, as test sites do. Take that protection off /wp-json/wc/.</source>
        <translation>Schon der Webserver fragt nach einem Passwort, bevor WordPress erreicht wird, wie es Testseiten tun. Nimm diesen Schutz von /wp-json/wc/ weg.</translation>
    </message>
    <message>
        <source>A firewall or security plugin of the store refuses us (403). Let /wp-json/wc/ pass there.</source>
        <translation>Eine Firewall oder ein Sicherheits-Plugin des Shops weist uns ab (403). Lass /wp-json/wc/ dort durch.</translation>
    </message>
    <message>
        <source>The user whom this key belongs to may not read this. In WooCommerce, Settings, Advanced, REST API, choose an administrator or shop manager as the key&apos;s user.</source>
        <translation>Der Benutzer, dem dieser Schlüssel gehört, darf das nicht lesen. Wähle in WooCommerce unter Einstellungen, Erweitert, REST-API einen Administrator oder Shop-Manager als Benutzer des Schlüssels.</translation>
    </message>
    <message>
        <source>The store gave an empty answer. Often its PHP ran out of memory; its error log says so.</source>
        <translation>Der Shop gab eine leere Antwort. Oft ging seinem PHP der Speicher aus; in seinem Fehlerprotokoll steht es.</translation>
    </message>
    <message>
        <source>The store answered with a login page instead of data. A plugin for private or unfinished sites stands before the REST interface; let /wp-json/wc/ pass there.</source>
        <translation>Der Shop antwortete mit einer Anmeldeseite statt mit Daten. Ein Plugin für private oder unfertige Seiten steht vor der REST-Schnittstelle; lass /wp-json/wc/ dort durch.</translation>
    </message>
    <message>
        <source>The store answered with a web page instead of data. Is it in maintenance, or does the address not belong to WordPress?</source>
        <translation>Der Shop antwortete mit einer Webseite statt mit Daten. Wird er gerade gewartet, oder gehört die Adresse nicht zu WordPress?</translation>
    </message>
    <message>
        <source>The store&apos;s answer was cut off or damaged, so it cannot be read.</source>
        <translation>Die Antwort des Shops war abgeschnitten oder beschädigt und ist nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 It says: %2</source>
        <translation>%1 Er sagt: %2</translation>
    </message>
    <message>
        <source>WordPress answers, but WooCommerce&apos;s REST interface (wc/v3) is not there. Is WooCommerce 3.5 or newer installed and active?</source>
        <translation>WordPress antwortet, aber die REST-Schnittstelle von WooCommerce (wc/v3) ist nicht da. Ist WooCommerce 3.5 oder neuer installiert und aktiv?</translation>
    </message>
    <message>
        <source>There is nothing at this address (404).</source>
        <translation>Unter dieser Adresse gibt es nichts (404).</translation>
    </message>
    <message>
        <source>The store does not have what was asked for.</source>
        <translation>Der Shop hat nicht, wonach gefragt wurde.</translation>
    </message>
    <message>
        <source>The store asks us to slow down.</source>
        <translation>Der Shop bittet um eine Pause.</translation>
    </message>
    <message>
        <source>The store did not understand the question.</source>
        <translation>Der Shop hat die Frage nicht verstanden.</translation>
    </message>
    <message>
        <source>The store is not available just now, perhaps in maintenance (503).</source>
        <translation>Der Shop ist gerade nicht verfügbar, vielleicht wird er gewartet (503).</translation>
    </message>
    <message>
        <source>The store&apos;s server failed (%1).</source>
        <translation>Der Server des Shops hat einen Fehler gemeldet (%1).</translation>
    </message>
    <message>
        <source>The store gave an answer that we do not expect (%1).</source>
        <translation>Der Shop gab eine Antwort, die wir nicht erwarten (%1).</translation>
    </message>
    <message>
        <source>The store redirects to an address that cannot be read.</source>
        <translation>Der Shop leitet auf eine Adresse um, die nicht lesbar ist.</translation>
    </message>
    <message>
        <source>The store redirects from https to http, where the key could be read on the way. Set the Site Address in WordPress, Settings, General, to https.</source>
        <translation>Der Shop leitet von https auf http um; dort könnte der Schlüssel unterwegs gelesen werden. Stell in WordPress unter Einstellungen, Allgemein die Website-Adresse auf https.</translation>
    </message>
    <message>
        <source>The store wants https. Change its address to %1.</source>
        <translation>Der Shop will https. Ändere seine Adresse in %1.</translation>
    </message>
    <message>
        <source>The address leads on to another one, %1. If that is the store, use that address.</source>
        <translation>Die Adresse führt weiter zu einer anderen, %1. Wenn das der Shop ist, nimm diese Adresse.</translation>
    </message>
    <message>
        <source>Give the address of the store, such as https://shop.example.com.</source>
        <translation>Gib die Adresse des Shops an, zum Beispiel https://shop.example.com.</translation>
    </message>
    <message>
        <source>The store redirects in a circle.</source>
        <translation>Der Shop leitet im Kreis um.</translation>
    </message>
    <message>
        <source>The store&apos;s answer cannot be read.</source>
        <translation>Die Antwort des Shops ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The consumer key begins with ck_. Copy it from WooCommerce, Settings, Advanced, REST API.</source>
        <translation>Der Consumer Key beginnt mit ck_. Kopiere ihn in WooCommerce aus Einstellungen, Erweitert, REST-API.</translation>
    </message>
    <message>
        <source>The consumer secret begins with cs_. WooCommerce shows it once, when the key is made; make a new key if it is lost.</source>
        <translation>Das Consumer Secret beginnt mit cs_. WooCommerce zeigt es einmal, wenn der Schlüssel entsteht; lege einen neuen an, wenn es verloren ist.</translation>
    </message>
    <message>
        <source>The store answered with something else than a list.</source>
        <translation>Der Shop antwortete mit etwas anderem als einer Liste.</translation>
    </message>
    <message>
        <source>The store gives the same page again and again: something between us and WooCommerce (often a cache) drops the page from our question.</source>
        <translation>Der Shop gibt immer wieder dieselbe Seite: Etwas zwischen uns und WooCommerce (oft ein Cache) lässt die Seitenzahl aus unserer Frage fallen.</translation>
    </message>
    <message>
        <source>The store&apos;s list ends at another place each time we look.</source>
        <translation>Die Liste des Shops endet jedes Mal an einer anderen Stelle.</translation>
    </message>
    <message>
        <source>The store&apos;s list changes faster than it can be read. Try again later.</source>
        <translation>Die Liste des Shops ändert sich schneller, als sie zu lesen ist. Versuche es später wieder.</translation>
    </message>
    <message>
        <source>There is no WordPress at %1, or its REST interface is switched off. Give the address of the shop&apos;s front page, with the folder where WordPress is installed, if there is one.</source>
        <translation>Unter %1 gibt es kein WordPress, oder seine REST-Schnittstelle ist ausgeschaltet. Gib die Adresse der Startseite des Shops an, mit dem Ordner, in dem WordPress liegt, falls es einen gibt.</translation>
    </message>
    <message>
        <source>What answers at %1 is not WordPress.</source>
        <translation>Was unter %1 antwortet, ist kein WordPress.</translation>
    </message>
    <message>
        <source>This is WordPress, but WooCommerce 3.5 or newer is not active on it. Install or activate it, or give the address of the site that has the shop.</source>
        <translation>Das ist WordPress, aber WooCommerce 3.5 oder neuer ist darauf nicht aktiv. Installiere oder aktiviere es, oder gib die Adresse der Seite an, die den Shop hat.</translation>
    </message>
    <message>
        <source>The store is asked over plain http: the key is not sent, but orders and names can be read on the way. Use https where the store offers it.</source>
        <translation>Der Shop wird über einfaches http gefragt: Der Schlüssel wird nicht mitgeschickt, aber Bestellungen und Namen sind unterwegs lesbar. Nimm https, wenn der Shop es anbietet.</translation>
    </message>
    <message>
        <source>There is no setting called %1 for %2.</source>
        <translation>Für %2 gibt es keine Einstellung namens %1.</translation>
    </message>
    <message>
        <source>There is a store called %1 already. Give this one another name.</source>
        <translation>Einen Shop namens %1 gibt es schon. Gib diesem einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is no such store.</source>
        <translation>Diesen Shop gibt es nicht.</translation>
    </message>
    <message>
        <source>Shopbell does not know the store platform %1.</source>
        <translation>Shopbell kennt die Shop-Plattform %1 nicht.</translation>
    </message>
    <message>
        <source>The %1 of %2 is not in %3. Enter it again in the store&apos;s settings.</source>
        <translation>%1 von %2 fehlt %3. Gib es in den Einstellungen des Shops neu ein.</translation>
    </message>
    <message>
        <source>Trying %1 that were set aside again</source>
        <translation>%1, die beiseitegelegt wurden, werden noch einmal versucht</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 werden gelesen</translation>
    </message>
    <message>
        <source>Looking for deleted %1</source>
        <translation>Gelöschte %1 werden gesucht</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 is paused. Resume it to read from it.</source>
        <translation>%1 ruht. Setz den Shop fort, um aus ihm zu lesen.</translation>
    </message>
    <message>
        <source>The store&apos;s %1 could not be read: %2</source>
        <translation>%1 des Shops konnten nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>The store asks us to slow down; going on in %1.</source>
        <translation>Der Shop bittet um eine Pause; weiter geht es in %1.</translation>
    </message>
    <message>
        <source>%1 Trying again in %2.</source>
        <translation>%1 Der nächste Versuch kommt in %2.</translation>
    </message>
    <message>
        <source>%1 is not an email address: %2</source>
        <translation>%1 ist keine E-Mail-Adresse: %2</translation>
    </message>
    <message>
        <source>A link leads nowhere: it has no address.</source>
        <translation>Ein Link führt nirgendwohin: Er hat keine Adresse.</translation>
    </message>
    <message>
        <source>The link %1 still has template signs in it.</source>
        <translation>Im Link %1 stehen noch Vorlagenzeichen.</translation>
    </message>
    <message>
        <source>The link %1 does not work in an email.</source>
        <translation>Der Link %1 funktioniert in einer E-Mail nicht.</translation>
    </message>
    <message>
        <source>The link %1 is not an address that can be opened.</source>
        <translation>Der Link %1 ist keine Adresse, die sich öffnen lässt.</translation>
    </message>
    <message>
        <source>The link %1 is not safe on the way: use https.</source>
        <translation>Der Link %1 ist unterwegs nicht geschützt: Nimm https.</translation>
    </message>
    <message>
        <source>The link %1 is not complete: it wants https:// in front.</source>
        <translation>Der Link %1 ist nicht vollständig: Davor gehört https://.</translation>
    </message>
    <message>
        <source>A picture has no address.</source>
        <translation>Ein Bild hat keine Adresse.</translation>
    </message>
    <message>
        <source>The picture %1 is not fetched safely: use https.</source>
        <translation>Das Bild %1 wird ungeschützt geholt: Nimm https.</translation>
    </message>
    <message>
        <source>The picture %1 is not complete: it wants https:// in front.</source>
        <translation>Das Bild %1 ist nicht vollständig: Davor gehört https://.</translation>
    </message>
    <message>
        <source>A picture has no words (alt) for those who do not see it.</source>
        <translation>Ein Bild hat keine Worte (alt) für alle, die es nicht sehen.</translation>
    </message>
    <message>
        <source>Mail programs take &lt;%1&gt; out.</source>
        <translation>Mailprogramme nehmen &lt;%1&gt; heraus.</translation>
    </message>
    <message>
        <source>The HTML ends in the middle of a tag or comment.</source>
        <translation>Das HTML endet mitten in einem Tag oder Kommentar.</translation>
    </message>
    <message>
        <source>The HTML opens &lt;%1&gt; more often than it closes it.</source>
        <translation>Das HTML öffnet &lt;%1&gt; öfter, als es ihn schließt.</translation>
    </message>
    <message>
        <source>The HTML closes &lt;%1&gt; more often than it opens it.</source>
        <translation>Das HTML schließt &lt;%1&gt; öfter, als es ihn öffnet.</translation>
    </message>
    <message>
        <source>The sender&apos;s address is not one: %1</source>
        <translation>Die Adresse des Absenders ist keine: %1</translation>
    </message>
    <message>
        <source>The sender&apos;s address is at %1, which is not yours: many will not get it. Send from an address of your own domain.</source>
        <translation>Die Adresse des Absenders liegt bei %1, und das gehört nicht dir: Viele werden die Nachricht nicht bekommen. Sende von einer Adresse deiner eigenen Domain.</translation>
    </message>
    <message>
        <source>The address for replies is not one.</source>
        <translation>Die Adresse für Antworten ist keine.</translation>
    </message>
    <message>
        <source>The sender has no name: people see the bare address.</source>
        <translation>Der Absender hat keinen Namen: Man sieht nur die Adresse.</translation>
    </message>
    <message>
        <source>The message is empty.</source>
        <translation>Die Nachricht ist leer.</translation>
    </message>
    <message>
        <source>The subject is empty.</source>
        <translation>Der Betreff ist leer.</translation>
    </message>
    <message>
        <source>The subject is longer than 70 characters: its end will not be seen.</source>
        <translation>Der Betreff ist länger als 70 Zeichen: Sein Ende wird man nicht sehen.</translation>
    </message>
    <message>
        <source>The message is larger than 102 KB: Gmail shows only its beginning, without the unsubscribe link.</source>
        <translation>Die Nachricht ist größer als 102 KB: Gmail zeigt nur ihren Anfang, ohne den Abmeldelink.</translation>
    </message>
    <message>
        <source>There is no unsubscribe link: the law wants one nearly everywhere. Put {{ unsubscribe_url }} behind a link at the end.</source>
        <translation>Es gibt keinen Abmeldelink: Das Gesetz verlangt ihn fast überall. Setz {{ unsubscribe_url }} hinter einen Link am Ende.</translation>
    </message>
    <message>
        <source>The text part has no unsubscribe link: put {{ unsubscribe_url }} at its end.</source>
        <translation>Der Textteil hat keinen Abmeldelink: Setz {{ unsubscribe_url }} an sein Ende.</translation>
    </message>
    <message>
        <source>There is more of the same kind.</source>
        <translation>Es gibt noch mehr von derselben Art.</translation>
    </message>
    <message>
        <source>The template cannot be read: %1</source>
        <translation>Die Vorlage ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The message cannot be made: %1</source>
        <translation>Die Nachricht lässt sich nicht erstellen: %1</translation>
    </message>
    <message>
        <source>`%1` has no value and no fallback: write {{ %1 | default: &quot;…&quot; }}.</source>
        <translation>„%1“ hat keinen Wert und keinen Ersatz: Schreib {{ %1 | default: &quot;…&quot; }}.</translation>
    </message>
    <message>
        <source>There is no campaign %1.</source>
        <translation>Eine Kampagne %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>A campaign&apos;s audience cannot be read.</source>
        <translation>Der Empfängerkreis einer Kampagne ist nicht lesbar.</translation>
    </message>
    <message>
        <source>A campaign&apos;s content cannot be read.</source>
        <translation>Der Inhalt einer Kampagne ist nicht lesbar.</translation>
    </message>
    <message>
        <source>A campaign needs a name of 1 to 200 bytes.</source>
        <translation>Eine Kampagne braucht einen Namen mit 1 bis 200 Bytes.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2 and cannot be changed any more. Make a new campaign of it.</source>
        <translation>„%1“ ist im Zustand „%2“ und lässt sich nicht mehr ändern. Mach eine neue Kampagne daraus.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2. Only a draft can be removed, for what was sent stays written down.</source>
        <translation>„%1“ ist im Zustand „%2“. Nur ein Entwurf lässt sich entfernen, denn was gesendet wurde, bleibt aufgeschrieben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2 and cannot become %3.</source>
        <translation>„%1“ ist im Zustand „%2“ und kann nicht zu „%3“ werden.</translation>
    </message>
    <message>
        <source>The address for replies is not one: %1</source>
        <translation>Die Adresse für Antworten ist keine: %1</translation>
    </message>
    <message>
        <source>The ledger has no message %1.</source>
        <translation>Im Versandprotokoll gibt es keine Nachricht %1.</translation>
    </message>
    <message>
        <source>A message that is %1 cannot become %2.</source>
        <translation>Eine Nachricht im Zustand „%1“ kann nicht zu „%2“ werden.</translation>
    </message>
    <message>
        <source>Shopbell knows no kind of provider called &quot;%1&quot;.</source>
        <translation>Shopbell kennt keine Art von Anbieter namens „%1“.</translation>
    </message>
    <message>
        <source>Give the provider a name to know it by.</source>
        <translation>Gib dem Anbieter einen Namen, an dem du ihn erkennst.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no setting called &quot;%2&quot;.</source>
        <translation>„%1“ hat keine Einstellung namens „%2“.</translation>
    </message>
    <message>
        <source>There is a provider called &quot;%1&quot; already.</source>
        <translation>Einen Anbieter namens „%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>That provider is not there any more. Choose another one for the campaign.</source>
        <translation>Diesen Anbieter gibt es nicht mehr. Wähle einen anderen für die Kampagne.</translation>
    </message>
    <message>
        <source>This Shopbell does not know the kind of provider &quot;%1&quot;.</source>
        <translation>Dieses Shopbell kennt die Art von Anbieter „%1“ nicht.</translation>
    </message>
    <message>
        <source>A message was to be sent that nobody had leased; nothing was sent.</source>
        <translation>Eine Nachricht sollte hinaus, die niemand übernommen hatte; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose another one.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen. Wähle einen anderen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The mail server %1 is ready (without encryption).</source>
        <translation>Der Mailserver %1 ist bereit (ohne Verschlüsselung).</translation>
    </message>
    <message>
        <source>The mail server %1 is ready (%2).</source>
        <translation>Der Mailserver %1 ist bereit (%2).</translation>
    </message>
    <message>
        <source>Give the name of the mail server (host).</source>
        <translation>Gib den Namen des Mailservers an.</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation>Der Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>There is no host called &quot;%1&quot;, or this computer is offline. Check the spelling and the internet connection.</source>
        <translation>Einen Server namens „%1“ gibt es nicht, oder dieser Computer ist offline. Prüfe die Schreibweise und die Internetverbindung.</translation>
    </message>
    <message>
        <source>%1 refused the connection: nothing listens on that port. Check the address and the port.</source>
        <translation>%1 hat die Verbindung abgelehnt: An diesem Port hört niemand zu. Prüfe Adresse und Port.</translation>
    </message>
    <message>
        <source>%1 cannot be reached from here. Check the internet connection and the address.</source>
        <translation>%1 ist von hier nicht zu erreichen. Prüfe die Internetverbindung und die Adresse.</translation>
    </message>
    <message>
        <source>%1 did not answer. Check the address, the port and any firewall in between.</source>
        <translation>%1 hat nicht geantwortet. Prüfe Adresse, Port und eine etwaige Firewall dazwischen.</translation>
    </message>
    <message>
        <source>A firewall on this computer does not let us connect to %1.</source>
        <translation>Eine Firewall auf diesem Computer lässt uns nicht zu %1.</translation>
    </message>
    <message>
        <source>There is no connection to %1. Check the address and the port.</source>
        <translation>Es gibt keine Verbindung zu %1. Prüfe Adresse und Port.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s. Check the address, the port and any firewall in between.</source>
        <translation>%1 hat in %2 s nicht geantwortet. Prüfe Adresse, Port und eine etwaige Firewall dazwischen.</translation>
    </message>
    <message>
        <source>it has expired. Its owner must renew it (or this computer&apos;s date is wrong)</source>
        <translation>Es ist abgelaufen. Wem der Server gehört, der muss es erneuern (oder das Datum dieses Computers ist falsch)</translation>
    </message>
    <message>
        <source>it is not valid yet. Check this computer&apos;s date</source>
        <translation>Es gilt noch nicht. Prüfe das Datum dieses Computers</translation>
    </message>
    <message>
        <source>it is self-signed. Install one from a public authority on the server, or add its authority to this computer</source>
        <translation>Es hat sich selbst unterschrieben. Installiere auf dem Server eines von einer öffentlichen Stelle, oder trag seine Stelle auf diesem Computer ein</translation>
    </message>
    <message>
        <source>this computer does not know who issued it. The server may leave out its intermediate certificate, or the issuer is a private one</source>
        <translation>Dieser Computer weiß nicht, wer es ausgestellt hat. Vielleicht lässt der Server sein Zwischenzertifikat weg, oder die Stelle ist eine private</translation>
    </message>
    <message>
        <source>the server leaves out the intermediate certificate. Its owner must install the whole chain</source>
        <translation>Der Server lässt das Zwischenzertifikat weg. Wem er gehört, der muss die ganze Kette installieren</translation>
    </message>
    <message>
        <source>it was issued for another name. Use the name that the certificate was made for</source>
        <translation>Es wurde für einen anderen Namen ausgestellt. Nimm den Namen, für den das Zertifikat gemacht ist</translation>
    </message>
    <message>
        <source>it has been revoked. Its owner must install a new one</source>
        <translation>Es wurde widerrufen. Wem der Server gehört, der muss ein neues installieren</translation>
    </message>
    <message>
        <source>its signature is not that of its issuer. Somebody may be listening in, or the server&apos;s chain is mixed up</source>
        <translation>Die Unterschrift ist nicht die der ausstellenden Stelle. Vielleicht hört jemand mit, oder die Kette des Servers ist durcheinander</translation>
    </message>
    <message>
        <source>it could not be checked</source>
        <translation>Es ließ sich nicht prüfen</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2.</source>
        <translation>Dem Zertifikat von %1 ist nicht zu trauen: %2.</translation>
    </message>
    <message>
        <source>%1 redirects to an address that cannot be used: %2</source>
        <translation>%1 leitet auf eine Adresse um, die nicht zu gebrauchen ist: %2</translation>
    </message>
    <message>
        <source>%1 redirects to %2, which is not encrypted; it was not followed. Correct the address in the server&apos;s settings so that it begins with https://.</source>
        <translation>%1 leitet unverschlüsselt auf %2 um; dem wurde nicht gefolgt. Berichtige die Adresse in den Einstellungen des Servers, sodass sie mit https:// beginnt.</translation>
    </message>
    <message>
        <source>%1 redirects to %2, and a %3 request is not sent on. Use that address from the start.</source>
        <translation>%1 leitet auf %2 um, und eine Anfrage mit %3 wird nicht weitergeschickt. Nimm gleich diese Adresse.</translation>
    </message>
    <message>
        <source>The request method holds a character that cannot be sent.</source>
        <translation>In der Art der Anfrage steht ein Zeichen, das sich nicht senden lässt.</translation>
    </message>
    <message>
        <source>The header &quot;%1&quot; holds a line break or a character that cannot be sent.</source>
        <translation>Im Kopf „%1“ steht ein Zeilenumbruch oder ein Zeichen, das sich nicht senden lässt.</translation>
    </message>
    <message>
        <source>The network library could not be started; this computer is out of memory.</source>
        <translation>Das Netz ließ sich nicht starten; diesem Computer fehlt Speicher.</translation>
    </message>
    <message>
        <source>%1 redirects more than five times, last to %2; the server&apos;s settings send us in a circle.</source>
        <translation>%1 leitet mehr als fünfmal um, zuletzt auf %2; die Einstellungen des Servers schicken uns im Kreis.</translation>
    </message>
    <message>
        <source>%1 took the request but its answer was not complete after %2 s. The server may be busy; try again later.</source>
        <translation>%1 hat die Anfrage angenommen, aber nach %2 s war die Antwort nicht vollständig. Vielleicht ist der Server überlastet; versuche es später wieder.</translation>
    </message>
    <message>
        <source>The answer of %1 is longer than the %2 bytes we take.</source>
        <translation>Die Antwort von %1 ist länger als die %2 Bytes, die wir annehmen.</translation>
    </message>
    <message>
        <source>The answer of %1 has endless headers.</source>
        <translation>Die Antwort von %1 hat endlose Kopfzeilen.</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>Die Anfrage wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The proxy that this computer is set to use cannot be found. Check the proxy settings.</source>
        <translation>Der Proxy, der auf diesem Computer eingestellt ist, wurde nicht gefunden. Prüfe die Proxy-Einstellungen.</translation>
    </message>
    <message>
        <source>The file of extra certificate authorities cannot be read: %1</source>
        <translation>Die Datei mit weiteren Zertifizierungsstellen ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>No encrypted connection to %1 could be agreed on. The port may not speak https, or the server&apos;s TLS is too old.</source>
        <translation>Mit %1 kam keine verschlüsselte Verbindung zustande. Vielleicht spricht der Port kein https, oder das TLS des Servers ist zu alt.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off before the answer was complete.</source>
        <translation>Die Verbindung zu %1 brach ab, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation>%1 hat die Verbindung ohne Antwort geschlossen.</translation>
    </message>
    <message>
        <source>The answer of %1 is damaged: its compression cannot be read.</source>
        <translation>Die Antwort von %1 ist beschädigt: Ihre Komprimierung ist nicht lesbar.</translation>
    </message>
    <message>
        <source>What %1 answers is not HTTP. Check the address and the port.</source>
        <translation>Was %1 antwortet, ist kein HTTP. Prüfe Adresse und Port.</translation>
    </message>
    <message>
        <source>This computer is out of memory.</source>
        <translation>Diesem Computer fehlt Speicher.</translation>
    </message>
    <message>
        <source>The exchange with %1 failed.</source>
        <translation>Der Austausch mit %1 ist gescheitert.</translation>
    </message>
    <message>
        <source>The server does not offer a login on this connection. Choose STARTTLS or TLS, or leave the user name empty where the server wants none.</source>
        <translation>Der Server bietet auf dieser Verbindung keine Anmeldung an. Wähle STARTTLS oder TLS, oder lass den Benutzernamen leer, wenn der Server keinen will.</translation>
    </message>
    <message>
        <source>The server offers no way to log in that fits the settings; it offers %1.</source>
        <translation>Der Server bietet keine Anmeldung an, die zu den Einstellungen passt; er bietet %1.</translation>
    </message>
    <message>
        <source>The server ends the connection.</source>
        <translation>Der Server beendet die Verbindung.</translation>
    </message>
    <message>
        <source>The connection is not open.</source>
        <translation>Die Verbindung ist nicht offen.</translation>
    </message>
    <message>
        <source>The server does not take mail from %1.</source>
        <translation>Der Server nimmt keine E-Mails von %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a server; it should look like smtp.example.com.</source>
        <translation>„%1“ ist nicht der Name eines Servers; er sollte aussehen wie smtp.example.com.</translation>
    </message>
    <message>
        <source>The port must be a number from 1 to 65535; mail providers use 587 or 465.</source>
        <translation>Der Port muss eine Zahl von 1 bis 65535 sein; Mailanbieter nehmen 587 oder 465.</translation>
    </message>
    <message>
        <source>The name to say hello with must not hold blanks or line breaks.</source>
        <translation>Der Name zum Begrüßen darf keine Leerzeichen oder Zeilenumbrüche enthalten.</translation>
    </message>
    <message>
        <source>A login needs a user name, and neither name nor password may hold a zero byte.</source>
        <translation>Zum Anmelden gehört ein Benutzername, und weder Name noch Passwort dürfen ein Nullbyte enthalten.</translation>
    </message>
    <message>
        <source>Without TLS everybody on the way could read the password. Choose STARTTLS or TLS, or no login.</source>
        <translation>Ohne TLS könnten alle unterwegs das Passwort lesen. Wähle STARTTLS oder TLS, oder keine Anmeldung.</translation>
    </message>
    <message>
        <source>The server does not want to talk to this computer now.</source>
        <translation>Der Server will mit diesem Computer jetzt nicht sprechen.</translation>
    </message>
    <message>
        <source>The server does not accept this computer&apos;s hello.</source>
        <translation>Der Server nimmt die Begrüßung dieses Computers nicht an.</translation>
    </message>
    <message>
        <source>The server does not offer STARTTLS on this port, so the connection would stay readable for everybody.</source>
        <translation>Der Server bietet an diesem Port kein STARTTLS an; die Verbindung bliebe für alle lesbar.</translation>
    </message>
    <message>
        <source>The server offers STARTTLS but does not start it.</source>
        <translation>Der Server bietet STARTTLS an, beginnt es aber nicht.</translation>
    </message>
    <message>
        <source>The server keeps asking during the login.</source>
        <translation>Der Server fragt beim Anmelden immer weiter.</translation>
    </message>
    <message>
        <source>The server refuses this user name and password.</source>
        <translation>Der Server lehnt Benutzernamen und Passwort ab.</translation>
    </message>
    <message>
        <source>The server cannot check the login now; try again later.</source>
        <translation>Der Server kann die Anmeldung gerade nicht prüfen; versuche es später wieder.</translation>
    </message>
    <message>
        <source>This does not answer like a mail server. Check the server name and the port.</source>
        <translation>Das antwortet nicht wie ein Mailserver. Prüfe den Namen des Servers und den Port.</translation>
    </message>
    <message>
        <source>Mail providers mostly use port 465 with TLS, or port 587 with STARTTLS.</source>
        <translation>Mailanbieter nehmen meist Port 465 mit TLS oder Port 587 mit STARTTLS.</translation>
    </message>
    <message>
        <source>Mail providers mostly use port 587 with STARTTLS, or port 465 with TLS.</source>
        <translation>Mailanbieter nehmen meist Port 587 mit STARTTLS oder Port 465 mit TLS.</translation>
    </message>
    <message>
        <source>A relay in your own network mostly uses port 25; mail providers use 587 with STARTTLS.</source>
        <translation>Ein Relay im eigenen Netz nimmt meist Port 25; Mailanbieter nehmen 587 mit STARTTLS.</translation>
    </message>
    <message>
        <source>Many internet providers block port 25. Use port 587 with STARTTLS.</source>
        <translation>Viele Internetanbieter sperren Port 25. Nimm Port 587 mit STARTTLS.</translation>
    </message>
    <message>
        <source>Check the server name and the port.</source>
        <translation>Prüfe den Namen des Servers und den Port.</translation>
    </message>
    <message>
        <source>This port may expect TLS from the first byte. Choose TLS, mostly on port 465.</source>
        <translation>Dieser Port erwartet TLS vielleicht vom ersten Byte an. Wähle TLS, meist an Port 465.</translation>
    </message>
    <message>
        <source>Wait some minutes and try again.</source>
        <translation>Warte einige Minuten und versuche es wieder.</translation>
    </message>
    <message>
        <source>The server may not accept connections from home internet lines. Use your mail provider&apos;s own server.</source>
        <translation>Vielleicht nimmt der Server keine Verbindungen von privaten Anschlüssen an. Nimm den Server deines Mailanbieters.</translation>
    </message>
    <message>
        <source>This port may start in plain text. Choose STARTTLS, mostly on port 587.</source>
        <translation>Dieser Port beginnt vielleicht unverschlüsselt. Wähle STARTTLS, meist an Port 587.</translation>
    </message>
    <message>
        <source>Choose TLS on port 465 if the server has it. Only for a relay in your own network choose no encryption.</source>
        <translation>Wähle TLS an Port 465, wenn der Server es hat. Nur für ein Relay im eigenen Netz wähle keine Verschlüsselung.</translation>
    </message>
    <message>
        <source>The server&apos;s TLS may be too old or misconfigured; ask whoever runs it.</source>
        <translation>Das TLS des Servers ist vielleicht zu alt oder falsch eingestellt; frag, wer ihn betreibt.</translation>
    </message>
    <message>
        <source>This provider does not take your usual password here. Make an app password in its security settings and use that.</source>
        <translation>Dieser Anbieter nimmt hier dein übliches Passwort nicht. Lege in seinen Sicherheitseinstellungen ein App-Passwort an und nimm dieses.</translation>
    </message>
    <message>
        <source>Wait some minutes and try again; too many failed logins may have locked it for a while.</source>
        <translation>Warte einige Minuten und versuche es wieder; nach zu vielen falschen Anmeldungen ist der Zugang vielleicht eine Weile gesperrt.</translation>
    </message>
    <message>
        <source>Check the user name, which is often the whole email address, and the password. With two-step verification most providers want an app password.</source>
        <translation>Prüfe den Benutzernamen, der oft die ganze E-Mail-Adresse ist, und das Passwort. Mit Zwei-Faktor-Anmeldung wollen die meisten Anbieter ein App-Passwort.</translation>
    </message>
    <message>
        <source>The server wants a login first. Enter a user name and a password.</source>
        <translation>Der Server will erst eine Anmeldung. Gib Benutzernamen und Passwort ein.</translation>
    </message>
    <message>
        <source>Most providers only take senders that belong to the account or to a domain that was verified there. Use such a sender, or verify this one with the provider.</source>
        <translation>Die meisten Anbieter nehmen nur Absender, die zum Konto oder zu einer dort bestätigten Domain gehören. Nimm einen solchen, oder bestätige diesen beim Anbieter.</translation>
    </message>
    <message>
        <source>Mail servers are mostly called smtp.example.com or mail.example.com; the provider&apos;s help page says it.</source>
        <translation>Mailserver heißen meist smtp.example.com oder mail.example.com; auf der Hilfeseite des Anbieters steht es.</translation>
    </message>
    <message>
        <source>Set a hello name that is a real host name of this computer or of your domain.</source>
        <translation>Stell zum Begrüßen einen Namen ein, den dieser Computer oder deine Domain wirklich hat.</translation>
    </message>
    <message>
        <source>Do not send passwords to this server until its certificate is right. Check that the server name is the one your provider gives.</source>
        <translation>Sende keine Passwörter an diesen Server, bevor sein Zertifikat stimmt. Prüfe, ob der Name des Servers der ist, den dein Anbieter nennt.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The server did not answer within %1 s.</source>
        <translation>Der Server hat in %1 s nicht geantwortet.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off.</source>
        <translation>Die Verbindung zu %1 brach ab.</translation>
    </message>
    <message>
        <source>The server %1 closed the connection.</source>
        <translation>Der Server %1 hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>TLS could not be started on this computer.</source>
        <translation>TLS ließ sich auf diesem Computer nicht starten.</translation>
    </message>
    <message>
        <source>No encrypted connection to %1 could be agreed on.</source>
        <translation>Mit %1 kam keine verschlüsselte Verbindung zustande.</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>Es gibt keine Verbindung.</translation>
    </message>
    <message>
        <source>The encrypted connection to %1 broke off.</source>
        <translation>Die verschlüsselte Verbindung zu %1 brach ab.</translation>
    </message>
    <message>
        <source>The address has a &apos;[&apos; without its &apos;]&apos;.</source>
        <translation>In der Adresse steht ein „[“ ohne „]“.</translation>
    </message>
    <message>
        <source>Brackets in an address may only hold an IPv6 address.</source>
        <translation>In Klammern darf in einer Adresse nur eine IPv6-Adresse stehen.</translation>
    </message>
    <message>
        <source>The address has more than one &apos;:&apos; in its host; an IPv6 address needs brackets around it.</source>
        <translation>Die Adresse hat mehr als einen Doppelpunkt im Namen des Servers; eine IPv6-Adresse braucht Klammern.</translation>
    </message>
    <message>
        <source>The address names no host; it should look like https://shop.example.</source>
        <translation>Die Adresse nennt keinen Server; sie sollte aussehen wie https://shop.example.</translation>
    </message>
    <message>
        <source>The port in the address must be a number from 1 to 65535.</source>
        <translation>Der Port in der Adresse muss eine Zahl von 1 bis 65535 sein.</translation>
    </message>
    <message>
        <source>The address is empty; it should look like https://shop.example.</source>
        <translation>Die Adresse ist leer; sie sollte aussehen wie https://shop.example.</translation>
    </message>
    <message>
        <source>The address is longer than 8,192 bytes.</source>
        <translation>Die Adresse ist länger als 8.192 Bytes.</translation>
    </message>
    <message>
        <source>The address holds a control character or line break.</source>
        <translation>In der Adresse steht ein Steuerzeichen oder Zeilenumbruch.</translation>
    </message>
    <message>
        <source>The address must begin with https:// or http://.</source>
        <translation>Die Adresse muss mit https:// oder http:// beginnen.</translation>
    </message>
    <message>
        <source>The address holds a backslash; use &apos;/&apos; instead.</source>
        <translation>In der Adresse steht ein umgekehrter Schrägstrich; nimm „/“.</translation>
    </message>
    <message>
        <source>The host name in this address cannot be right; check its spelling.</source>
        <translation>Der Name des Servers in dieser Adresse kann nicht stimmen; prüfe die Schreibweise.</translation>
    </message>
    <message>
        <source>The backup was stopped; nothing was written.</source>
        <translation>Die Sicherung wurde angehalten; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>The workspace is damaged, so no backup was made of it. Restore an earlier backup.</source>
        <translation>Der Arbeitsbereich ist beschädigt, deshalb wurde er nicht gesichert. Stelle eine frühere Sicherung wieder her.</translation>
    </message>
    <message>
        <source>A backup cannot be made in the middle of a change. Try again in a moment.</source>
        <translation>Mitten in einer Änderung lässt sich nicht sichern. Versuche es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The folder for backups, %1, cannot be made. Choose another.</source>
        <translation>Der Ordner für Sicherungen, %1, lässt sich nicht anlegen. Wähle einen anderen.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space and try again.</source>
        <translation>Die Platte ist voll. Schaff etwas Platz und versuche es wieder.</translation>
    </message>
    <message>
        <source>%1 may not be written. Check the permissions of its folder.</source>
        <translation>%1 darf nicht geschrieben werden. Prüfe die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Check the disk.</source>
        <translation>%1 lässt sich nicht schreiben. Prüfe die Platte.</translation>
    </message>
    <message>
        <source>There is a file %1 already. Choose another name.</source>
        <translation>Eine Datei %1 gibt es schon. Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 cannot be looked at. Check the disk.</source>
        <translation>%1 lässt sich nicht ansehen. Prüfe die Platte.</translation>
    </message>
    <message>
        <source>The workspace&apos;s tables do not fit together. Restore it from a backup.</source>
        <translation>Die Tabellen des Arbeitsbereichs passen nicht zusammen. Stelle ihn aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>This workspace was made by a newer Shopbell. Install the newest Shopbell to open it.</source>
        <translation>Dieser Arbeitsbereich stammt von einem neueren Shopbell. Installiere das neueste Shopbell, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>The backup is damaged. Choose another one.</source>
        <translation>Die Sicherung ist beschädigt. Wähle eine andere.</translation>
    </message>
    <message>
        <source>The workspace %1 is open. Close it in every window and program, then restore.</source>
        <translation>Der Arbeitsbereich %1 ist offen. Schließe ihn in allen Fenstern und Programmen und stelle ihn dann wieder her.</translation>
    </message>
    <message>
        <source>The backup and the workspace are the same file. Choose another target.</source>
        <translation>Sicherung und Arbeitsbereich sind dieselbe Datei. Wähle ein anderes Ziel.</translation>
    </message>
    <message>
        <source>Another Shopbell is already working for this workspace. It can be read and edited here; stop the other one to let this one send and sync.</source>
        <translation>Ein anderes Shopbell arbeitet schon für diesen Arbeitsbereich. Hier lässt er sich lesen und bearbeiten; beende das andere, damit dieses sendet und abgleicht.</translation>
    </message>
    <message>
        <source>The changes were taken back, because one of them could not be written.</source>
        <translation>Die Änderungen wurden zurückgenommen, weil eine davon nicht geschrieben werden konnte.</translation>
    </message>
    <message>
        <source>There is no workspace %1. Check the path, or make a new workspace there.</source>
        <translation>Einen Arbeitsbereich %1 gibt es nicht. Prüfe den Pfad, oder lege dort einen neuen an.</translation>
    </message>
    <message>
        <source>%1 is not a file. Choose a file NAME.shopbell.</source>
        <translation>%1 ist keine Datei. Wähle eine Datei NAME.shopbell.</translation>
    </message>
    <message>
        <source>%1 may not be read. Check its permissions.</source>
        <translation>%1 darf nicht gelesen werden. Prüfe die Rechte.</translation>
    </message>
    <message>
        <source>%1 is empty. Restore it from a backup, or remove it and make a new workspace.</source>
        <translation>%1 ist leer. Stelle die Datei aus einer Sicherung wieder her, oder entferne sie und lege einen neuen Arbeitsbereich an.</translation>
    </message>
    <message>
        <source>%1 is not a Shopbell workspace. Choose a file NAME.shopbell.</source>
        <translation>%1 ist kein Arbeitsbereich von Shopbell. Wähle eine Datei NAME.shopbell.</translation>
    </message>
    <message>
        <source>The shop&apos;s name must be text of at most 200 bytes.</source>
        <translation>Der Name des Shops muss Text mit höchstens 200 Bytes sein.</translation>
    </message>
    <message>
        <source>The country must be a two-letter code in capitals, for example AT.</source>
        <translation>Das Land muss ein Kürzel aus zwei Großbuchstaben sein, zum Beispiel AT.</translation>
    </message>
    <message>
        <source>A workspace cannot be used where %1 lies. Move it to a folder on a disk of this computer.</source>
        <translation>Dort, wo %1 liegt, lässt sich ein Arbeitsbereich nicht benutzen. Verschiebe ihn in einen Ordner auf einer Platte dieses Computers.</translation>
    </message>
    <message>
        <source>%1 belongs to another program. Choose a file NAME.shopbell.</source>
        <translation>%1 gehört zu einem anderen Programm. Wähle eine Datei NAME.shopbell.</translation>
    </message>
    <message>
        <source>%1 was made by a newer Shopbell. Install the newest Shopbell to open it.</source>
        <translation>%1 stammt von einem neueren Shopbell. Installiere das neueste Shopbell, um die Datei zu öffnen.</translation>
    </message>
    <message>
        <source>There is no folder %1. Make it first.</source>
        <translation>Einen Ordner %1 gibt es nicht. Lege ihn zuerst an.</translation>
    </message>
    <message>
        <source>The workspace does not say which one it is. Restore it from a backup.</source>
        <translation>Der Arbeitsbereich sagt nicht, welcher er ist. Stelle ihn aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>A mapping is written COLUMN=TARGET, for example &quot;E-Mail=email&quot;.</source>
        <translation>Eine Zuordnung schreibt man SPALTE=ZIEL, zum Beispiel „E-Mail=email“.</translation>
    </message>
    <message>
        <source>The name of a property has at most 128 bytes.</source>
        <translation>Der Name einer Eigenschaft hat höchstens 128 Bytes.</translation>
    </message>
    <message>
        <source>The file has no column called &quot;%1&quot;.</source>
        <translation>Die Datei hat keine Spalte namens „%1“.</translation>
    </message>
    <message>
        <source>The file has no header: its first line must name the columns.</source>
        <translation>Die Datei hat keine Kopfzeile: Ihre erste Zeile muss die Spalten nennen.</translation>
    </message>
    <message>
        <source>A quote is opened here and not closed.</source>
        <translation>Hier wird ein Anführungszeichen geöffnet und nicht geschlossen.</translation>
    </message>
    <message>
        <source>The row is longer than 4 MB, or a field of it than 1 MB.</source>
        <translation>Die Zeile ist länger als 4 MB, oder ein Feld darin länger als 1 MB.</translation>
    </message>
    <message>
        <source>The row has more than 2,000 fields.</source>
        <translation>Die Zeile hat mehr als 2.000 Felder.</translation>
    </message>
    <message>
        <source>The row has %1 fields, but there are only %2 columns.</source>
        <translation>Die Zeile hat %1 Felder, aber es gibt nur %2 Spalten.</translation>
    </message>
    <message>
        <source>No column says %1. Name the one that does, as &quot;COLUMN=%2&quot;.</source>
        <translation>Keine Spalte sagt, %1. Nenne die Spalte, die es sagt, als „SPALTE=%2“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time; write it as 2026-11-21T09:30:00Z or in Unix seconds.</source>
        <translation>„%1“ ist keine Zeit; schreib sie als 2026-11-21T09:30:00Z oder in Unix-Sekunden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the column of the value is not a number.</source>
        <translation>„%1“ in der Spalte des Werts ist keine Zahl.</translation>
    </message>
    <message>
        <source>It does not say what happened: the metric is empty.</source>
        <translation>Es steht nicht da, was geschah: Die Art des Ereignisses ist leer.</translation>
    </message>
    <message>
        <source>It does not say when it happened: the time is empty.</source>
        <translation>Es steht nicht da, wann es geschah: Die Zeit ist leer.</translation>
    </message>
    <message>
        <source>It does not say whose event it is: the profile is empty.</source>
        <translation>Es steht nicht da, wessen Ereignis es ist: Die Person ist leer.</translation>
    </message>
    <message>
        <source>It is not JSON: %1</source>
        <translation>Das ist kein JSON: %1</translation>
    </message>
    <message>
        <source>It is not a JSON object.</source>
        <translation>Das ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be text.</source>
        <translation>„%1“ muss Text sein.</translation>
    </message>
    <message>
        <source>&quot;profile&quot; must be an object like {&quot;email&quot;: …}.</source>
        <translation>„profile“ muss ein Objekt wie {&quot;email&quot;: …} sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be ISO 8601 text or Unix seconds or milliseconds.</source>
        <translation>„%1“ muss Text nach ISO 8601 sein, oder Unix-Sekunden oder -Millisekunden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a number.</source>
        <translation>„%1“ muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be an object.</source>
        <translation>„%1“ muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read.</source>
        <translation>„%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The name of the metric must be text of 1 to %1 bytes.</source>
        <translation>Der Name des Ereignisses muss Text mit 1 bis %1 Bytes sein.</translation>
    </message>
    <message>
        <source>The unique id must be text of at most %1 bytes.</source>
        <translation>Die eindeutige Nummer muss Text mit höchstens %1 Bytes sein.</translation>
    </message>
    <message>
        <source>The properties of an event must have at most %1 bytes.</source>
        <translation>Die Eigenschaften eines Ereignisses dürfen höchstens %1 Bytes haben.</translation>
    </message>
    <message>
        <source>The line is longer than 1 MB.</source>
        <translation>Die Zeile ist länger als 1 MB.</translation>
    </message>
    <message>
        <source>It does not say which order it belongs to.</source>
        <translation>Es steht nicht da, zu welcher Bestellung die Zeile gehört.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time.</source>
        <translation>„%1“ ist keine Zeit.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an amount.</source>
        <translation>„%1“ ist kein Betrag.</translation>
    </message>
    <message>
        <source>It does not say when the order was placed.</source>
        <translation>Es steht nicht da, wann bestellt wurde.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not a date and was left out.</source>
        <translation>%1: „%2“ ist kein Datum und wurde weggelassen.</translation>
    </message>
    <message>
        <source>No column says who a row is about. Name the one with the email address, as &quot;COLUMN=email&quot;.</source>
        <translation>Keine Spalte sagt, um wen es in einer Zeile geht. Nenne die Spalte mit der E-Mail-Adresse als „SPALTE=email“.</translation>
    </message>
    <message>
        <source>A consent needs a channel (email, sms, push) and a state (subscribed, pending, unsubscribed).</source>
        <translation>Eine Einwilligung braucht einen Kanal (email, sms, push) und einen Zustand (subscribed, pending, unsubscribed).</translation>
    </message>
    <message>
        <source>The time of a consent must be ISO 8601 or Unix seconds.</source>
        <translation>Die Zeit einer Einwilligung muss ISO 8601 oder Unix-Sekunden sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a time.</source>
        <translation>„%1“ muss eine Zeit sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be ISO 8601 or Unix seconds.</source>
        <translation>„%1“ muss ISO 8601 oder Unix-Sekunden sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list.</source>
        <translation>„%1“ muss eine Liste sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list of objects.</source>
        <translation>„%1“ muss eine Liste von Objekten sein.</translation>
    </message>
    <message>
        <source>%1 cannot be read: its compressed data is damaged or cut.</source>
        <translation>%1 ist nicht lesbar: Die komprimierten Daten sind beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>There is no file %1. Check the path.</source>
        <translation>Eine Datei %1 gibt es nicht. Prüfe den Pfad.</translation>
    </message>
    <message>
        <source>%1 is a folder; name a file in it.</source>
        <translation>%1 ist ein Ordner; nenne eine Datei darin.</translation>
    </message>
    <message>
        <source>The file %1 cannot be opened. Check that you may read it.</source>
        <translation>Die Datei %1 lässt sich nicht öffnen. Prüfe, ob du sie lesen darfst.</translation>
    </message>
    <message>
        <source>The email address &quot;%1&quot; %2.</source>
        <translation>Die E-Mail-Adresse „%1“ %2.</translation>
    </message>
    <message>
        <source>The email address is empty.</source>
        <translation>Die E-Mail-Adresse ist leer.</translation>
    </message>
    <message>
        <source>The operating system gave no random numbers; nothing was saved. Try again.</source>
        <translation>Das Betriebssystem gab keine Zufallszahlen; es wurde nichts gespeichert. Versuche es wieder.</translation>
    </message>
    <message>
        <source>The file of secrets %1 is damaged or was changed. Restore it from a copy, or remove it and enter the keys and passwords again.</source>
        <translation>Die Datei mit den Geheimnissen, %1, ist beschädigt oder wurde verändert. Stelle sie aus einer Kopie wieder her, oder entferne sie und gib Schlüssel und Passwörter neu ein.</translation>
    </message>
    <message>
        <source>The key could not be made from the passphrase: there is too little memory. Close other programs and try again.</source>
        <translation>Aus der Passphrase ließ sich kein Schlüssel machen: Es ist zu wenig Speicher frei. Schließe andere Programme und versuche es wieder.</translation>
    </message>
    <message>
        <source>The passphrase does not open the file of secrets. Try again with the one it was made with.</source>
        <translation>Die Passphrase öffnet die Datei mit den Geheimnissen nicht. Versuche es mit der, mit der sie angelegt wurde.</translation>
    </message>
    <message>
        <source>The secrets could not be encrypted; nothing was saved.</source>
        <translation>Die Geheimnisse ließen sich nicht verschlüsseln; es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>There are too many secrets for one file. Remove connections not in use.</source>
        <translation>Für eine Datei sind das zu viele Geheimnisse. Entferne Verbindungen, die nicht in Gebrauch sind.</translation>
    </message>
    <message>
        <source>No key or password is saved for this. Enter it again.</source>
        <translation>Dafür ist kein Schlüssel oder Passwort gespeichert. Gib es neu ein.</translation>
    </message>
    <message>
        <source>The key or password is too long to be saved.</source>
        <translation>Der Schlüssel oder das Passwort ist zum Speichern zu lang.</translation>
    </message>
    <message>
        <source>No key or password is saved for this.</source>
        <translation>Dafür ist kein Schlüssel oder Passwort gespeichert.</translation>
    </message>
    <message>
        <source>%1 must be a number, written with a point: 12.5.</source>
        <translation>%1 muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>%1 must be between %2 and %3.</source>
        <translation>%1 muss zwischen %2 und %3 liegen.</translation>
    </message>
    <message>
        <source>%1 must be one of: %2.</source>
        <translation>%1 muss eines davon sein: %2.</translation>
    </message>
    <message>
        <source>%1 is needed.</source>
        <translation>%1 wird gebraucht.</translation>
    </message>
    <message>
        <source>%1 holds bytes that are not text (it is not UTF-8).</source>
        <translation>%1 enthält Bytes, die kein Text sind (kein UTF-8).</translation>
    </message>
    <message>
        <source>%1 must be a single line.</source>
        <translation>%1 muss eine einzige Zeile sein.</translation>
    </message>
    <message>
        <source>%1 must be a web address that begins with https:// or http://.</source>
        <translation>%1 muss eine Webadresse sein, die mit https:// oder http:// beginnt.</translation>
    </message>
    <message>
        <source>%1 must be an email address, like ana@example.com.</source>
        <translation>%1 muss eine E-Mail-Adresse sein, etwa ana@example.com.</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1 muss ja oder nein sein.</translation>
    </message>
    <message>
        <source>The phone number &quot;%1&quot; %2.</source>
        <translation>Die Telefonnummer „%1“ %2.</translation>
    </message>
    <message>
        <source>The phone number is empty.</source>
        <translation>Die Telefonnummer ist leer.</translation>
    </message>
    <message>
        <source>There is no country &quot;%1&quot; whose phone numbers are known; use its two-letter code, for example AT.</source>
        <translation>Ein Land „%1“ mit bekannten Telefonnummern gibt es nicht; nimm sein Kürzel aus zwei Buchstaben, zum Beispiel AT.</translation>
    </message>
    <message>
        <source>A list needs a name of 1 to 200 bytes.</source>
        <translation>Eine Liste braucht einen Namen mit 1 bis 200 Bytes.</translation>
    </message>
    <message>
        <source>There is a list called &quot;%1&quot; already.</source>
        <translation>Eine Liste namens „%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>There is no profile %1.</source>
        <translation>Ein Profil %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no list %1.</source>
        <translation>Eine Liste %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The stored properties of profile %1 cannot be read.</source>
        <translation>Die gespeicherten Eigenschaften des Profils %1 sind nicht lesbar.</translation>
    </message>
    <message>
        <source>The properties of profile %1 cannot be read.</source>
        <translation>Die Eigenschaften des Profils %1 sind nicht lesbar.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written. Check the folder and its rights.</source>
        <translation>Die Datei %1 lässt sich nicht schreiben. Prüfe den Ordner und seine Rechte.</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>Der Export wurde angehalten.</translation>
    </message>
    <message>
        <source>The file %1 could not be written to the end. Is the disk full?</source>
        <translation>Die Datei %1 ließ sich nicht zu Ende schreiben. Ist die Platte voll?</translation>
    </message>
    <message>
        <source>The file %1 cannot be replaced. Is it open elsewhere?</source>
        <translation>Die Datei %1 lässt sich nicht ersetzen. Ist sie anderswo offen?</translation>
    </message>
    <message>
        <source>An id of a person must be valid text of at most 255 bytes.</source>
        <translation>Die Nummer einer Person muss gültiger Text mit höchstens 255 Bytes sein.</translation>
    </message>
    <message>
        <source>Nothing here says who it is: an email address, a phone number or an id is needed.</source>
        <translation>Hier steht nicht, wer es ist: Eine E-Mail-Adresse, eine Telefonnummer oder eine Kundennummer gehört dazu.</translation>
    </message>
    <message>
        <source>An identifier points at profile %1, which is not there.</source>
        <translation>Eine Kennung zeigt auf Profil %1, das es nicht gibt.</translation>
    </message>
    <message>
        <source>There is no such person here (any more).</source>
        <translation>Diese Person gibt es hier nicht (mehr).</translation>
    </message>
    <message>
        <source>The record %1.</source>
        <translation>Der Datensatz %1.</translation>
    </message>
    <message>
        <source>The two are one profile already.</source>
        <translation>Die beiden sind schon ein Profil.</translation>
    </message>
    <message>
        <source>This workspace has no more profile numbers.</source>
        <translation>Dieser Arbeitsbereich hat keine Profilnummern mehr.</translation>
    </message>
    <message>
        <source>An address to suppress is needed.</source>
        <translation>Zum Sperren gehört eine Adresse.</translation>
    </message>
    <message>
        <source>This address belonged to somebody who was erased; it stays suppressed.</source>
        <translation>Diese Adresse gehörte jemandem, der gelöscht wurde; sie bleibt gesperrt.</translation>
    </message>
    <message>
        <source>That time has passed. Choose a later one, or send it now.</source>
        <translation>Diese Zeit ist vorbei. Wähle eine spätere, oder sende sofort.</translation>
    </message>
    <message>
        <source>Nobody is in this audience now, so there is nobody to show it for.</source>
        <translation>Gerade ist niemand in diesem Empfängerkreis, also gibt es niemanden, für den sie zu zeigen wäre.</translation>
    </message>
    <message>
        <source>Nobody waits for this any more.</source>
        <translation>Darauf wartet niemand mehr.</translation>
    </message>
    <message>
        <source>Sending is locked, since this workspace was restored or copied. Unlock it first.</source>
        <translation>Senden ist gesperrt, weil dieser Arbeitsbereich wiederhergestellt oder kopiert wurde. Entsperre es zuerst.</translation>
    </message>
    <message>
        <source>Another process acts for this workspace. %1</source>
        <translation>Ein anderes Programm handelt für diesen Arbeitsbereich. %1</translation>
    </message>
    <message>
        <source>Nobody is in the audience.</source>
        <translation>Niemand ist im Empfängerkreis.</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln people in the audience nobody may be written to.</source>
        <translation>
            <numerusform>Im Empfängerkreis ist %Ln Person, und ihr darf nicht geschrieben werden.</numerusform>
            <numerusform>Im Empfängerkreis sind %Ln Personen, und keiner davon darf geschrieben werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing carries messages on this channel yet. Add a provider in the settings.</source>
        <translation>Auf diesem Kanal befördert noch nichts Nachrichten. Trag in den Einstellungen einen Weg zum Senden ein.</translation>
    </message>
    <message>
        <source>Another process sends for this workspace. %1</source>
        <translation>Ein anderes Programm sendet für diesen Arbeitsbereich. %1</translation>
    </message>
    <message>
        <source>Sending is locked, since this workspace was restored or copied. Unlock it when this is the file you go on with.</source>
        <translation>Senden ist gesperrt, weil dieser Arbeitsbereich wiederhergestellt oder kopiert wurde. Entsperre es, wenn du mit dieser Datei weiterarbeitest.</translation>
    </message>
    <message>
        <source>Stopped while the audience was being written down. Send again to go on.</source>
        <translation>Angehalten, während das Publikum aufgeschrieben wurde. Sende noch einmal, um weiterzumachen.</translation>
    </message>
    <message>
        <source>Sending &quot;%1&quot;</source>
        <translation>„%1“ wird gesendet</translation>
    </message>
    <message>
        <source>Sending was stopped. Send again to go on.</source>
        <translation>Das Senden wurde angehalten. Sende noch einmal, um weiterzumachen.</translation>
    </message>
    <message>
        <source>The provider does not take messages now: %1 What waits stays in the ledger; send again to go on.</source>
        <translation>Der Anbieter nimmt jetzt keine Nachrichten: %1 Was wartet, bleibt im Versandprotokoll; sende noch einmal, um weiterzumachen.</translation>
    </message>
    <message>
        <source>This campaign is being sent already.</source>
        <translation>Diese Kampagne wird schon gesendet.</translation>
    </message>
    <message>
        <source>The test message was not taken: %1</source>
        <translation>Die Testnachricht wurde nicht angenommen: %1</translation>
    </message>
    <message>
        <source>The demo shop has from 1,000 to 1,000,000 people.</source>
        <translation>Der Demo-Shop hat von 1.000 bis 1.000.000 Menschen.</translation>
    </message>
    <message>
        <source>Making up a shop</source>
        <translation>Ein Shop wird erfunden</translation>
    </message>
    <message>
        <source>The demo shop was stopped half-way. Fill it again to go on.</source>
        <translation>Der Demo-Shop wurde auf halbem Weg angehalten. Füll ihn noch einmal, um weiterzumachen.</translation>
    </message>
    <message>
        <source>Adding visits and newsletters</source>
        <translation>Besuche und Newsletter kommen dazu</translation>
    </message>
    <message>
        <source>every identifier belongs to a person</source>
        <translation>Jede Kennung gehört zu einer Person</translation>
    </message>
    <message numerus="yes">
        <source>%Ln identifiers belong to nobody; import or sync again</source>
        <translation>
            <numerusform>%Ln Kennung gehört niemandem; importiere oder gleiche noch einmal ab</numerusform>
            <numerusform>%Ln Kennungen gehören niemandem; importiere oder gleiche noch einmal ab</numerusform>
        </translation>
    </message>
    <message>
        <source>every merge leads to a living profile</source>
        <translation>Jede Zusammenführung endet bei einem lebenden Profil</translation>
    </message>
    <message numerus="yes">
        <source>%Ln merges lead to profiles that were merged themselves</source>
        <translation>
            <numerusform>%Ln Zusammenführung endet bei einem Profil, das selbst zusammengeführt wurde</numerusform>
            <numerusform>%Ln Zusammenführungen enden bei Profilen, die selbst zusammengeführt wurden</numerusform>
        </translation>
    </message>
    <message>
        <source>no message stands twice in the ledger</source>
        <translation>Keine Nachricht steht zweimal im Versandprotokoll</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages stand twice in the ledger</source>
        <translation>
            <numerusform>%Ln Nachricht steht zweimal im Versandprotokoll</numerusform>
            <numerusform>%Ln Nachrichten stehen zweimal im Versandprotokoll</numerusform>
        </translation>
    </message>
    <message>
        <source>the fate of every message is known</source>
        <translation>Von jeder Nachricht weiß man, was aus ihr wurde</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages may or may not have been delivered; they are not sent again by themselves</source>
        <translation>
            <numerusform>%Ln Nachricht kam an oder auch nicht; sie wird nicht von selbst noch einmal gesendet</numerusform>
            <numerusform>%Ln Nachrichten kamen an oder auch nicht; sie werden nicht von selbst noch einmal gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>the workspace file is sound</source>
        <translation>Die Datei des Arbeitsbereichs ist heil</translation>
    </message>
    <message>
        <source>the workspace file is damaged (%1); restore the latest backup</source>
        <translation>Die Datei des Arbeitsbereichs ist beschädigt (%1); stelle die neueste Sicherung wieder her</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events in the log and in the columns</source>
        <translation>
            <numerusform>%Ln Ereignis, im Verlauf wie in den Spalten</numerusform>
            <numerusform>%Ln Ereignisse, im Verlauf wie in den Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 events in the log, %2 in the columns; remove the file %3 and it is made anew</source>
        <translation>%1 Ereignisse im Verlauf, %2 in den Spalten; entferne die Datei %3, sie wird dann neu gemacht</translation>
    </message>
    <message>
        <source>sending is locked, since this file was restored or copied; unlock it when it is the one you go on with</source>
        <translation>Senden ist gesperrt, weil diese Datei wiederhergestellt oder kopiert wurde; entsperre es, wenn du mit ihr weiterarbeitest</translation>
    </message>
    <message>
        <source>sending is open</source>
        <translation>Senden ist frei</translation>
    </message>
    <message>
        <source>this process may sync and send</source>
        <translation>Dieses Programm darf abgleichen und senden</translation>
    </message>
    <message>
        <source>keys are kept in %1</source>
        <translation>Schlüssel liegen %1</translation>
    </message>
    <message>
        <source>Shopbell cannot import that.</source>
        <translation>Das kann Shopbell nicht importieren.</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>%1 wird importiert</translation>
    </message>
    <message>
        <source>The import was stopped; what was read so far is stored. Import the file again to go on: nothing is doubled.</source>
        <translation>Der Import wurde angehalten; was bis dahin gelesen wurde, ist gespeichert. Importiere die Datei noch einmal, um weiterzumachen: Nichts wird doppelt.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Es wurde nichts getan.</translation>
    </message>
    <message>
        <source>A workspace&apos;s file is called NAME.shopbell; &quot;%1&quot; is not.</source>
        <translation>Die Datei eines Arbeitsbereichs heißt NAME.shopbell; „%1“ heißt nicht so.</translation>
    </message>
    <message>
        <source>Say which workspace to make from the backup.</source>
        <translation>Sag, welcher Arbeitsbereich aus der Sicherung werden soll.</translation>
    </message>
    <message>
        <source>Nobody here is known as &quot;%1&quot;.</source>
        <translation>Unter „%1“ ist hier niemand bekannt.</translation>
    </message>
    <message>
        <source>That is no place in a timeline.</source>
        <translation>Das ist keine Stelle in einem Verlauf.</translation>
    </message>
    <message>
        <source>Writing people</source>
        <translation>Menschen werden geschrieben</translation>
    </message>
    <message>
        <source>A report&apos;s end must come after its beginning.</source>
        <translation>Das Ende eines Berichts muss nach seinem Anfang liegen.</translation>
    </message>
    <message>
        <source>Shopbell knows no store platform called &quot;%1&quot;.</source>
        <translation>Shopbell kennt keine Shop-Plattform namens „%1“.</translation>
    </message>
    <message>
        <source>The key may not read %1; they stay out.</source>
        <translation>Der Schlüssel darf %1 nicht lesen; sie bleiben draußen.</translation>
    </message>
    <message>
        <source>This store is being synced already.</source>
        <translation>Dieser Shop wird schon abgeglichen.</translation>
    </message>
    <message>
        <source>Another process syncs this workspace. %1</source>
        <translation>Ein anderes Programm gleicht diesen Arbeitsbereich ab. %1</translation>
    </message>
    <message>
        <source>The sync was stopped. The next one goes on where it was.</source>
        <translation>Das Abgleichen wurde angehalten. Das nächste macht dort weiter.</translation>
    </message>
    <message>
        <source>Reading %1 of %2 for the first time</source>
        <translation>%1 von %2 wird zum ersten Mal gelesen</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Wird gesichert</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The system keychain holds no such key.</source>
        <translation>Der Schlüsselbund des Systems kennt diesen Schlüssel nicht.</translation>
    </message>
    <message>
        <source>Keys are kept in an encrypted file beside the workspace here, and it needs a passphrase: set the environment variable SHOPBELL_PASSPHRASE to it (the first time, to one of your choice).</source>
        <translation>Schlüssel liegen hier in einer verschlüsselten Datei neben dem Arbeitsbereich, und die braucht eine Passphrase: Setz die Umgebungsvariable SHOPBELL_PASSPHRASE darauf (beim ersten Mal auf eine deiner Wahl).</translation>
    </message>
    <message>
        <source>The system keychain stayed locked. Unlock it and try again, or keep keys in an encrypted file: start Shopbell with SHOPBELL_SECRETS=file and a passphrase of your choice in SHOPBELL_PASSPHRASE.</source>
        <translation>Der Schlüsselbund des Systems blieb verschlossen. Öffne ihn und versuche es wieder, oder bewahre Schlüssel in einer verschlüsselten Datei auf: Starte Shopbell mit SHOPBELL_SECRETS=file und einer Passphrase deiner Wahl in SHOPBELL_PASSPHRASE.</translation>
    </message>
    <message>
        <source>The system keychain could not be used. Try again, or keep keys in an encrypted file: start Shopbell with SHOPBELL_SECRETS=file and a passphrase of your choice in SHOPBELL_PASSPHRASE.</source>
        <translation>Der Schlüsselbund des Systems ließ sich nicht benutzen. Versuche es wieder, oder bewahre Schlüssel in einer verschlüsselten Datei auf: Starte Shopbell mit SHOPBELL_SECRETS=file und einer Passphrase deiner Wahl in SHOPBELL_PASSPHRASE.</translation>
    </message>
    <message>
        <source>That address belongs to somebody else here, profile #%1. Merge the two if they are one person.</source>
        <translation>Diese Adresse gehört hier schon jemand anderem, Profil #%1. Führe die beiden zusammen, wenn sie eine Person sind.</translation>
    </message>
    <message>
        <source>That number belongs to somebody else here, profile #%1. Merge the two if they are one person.</source>
        <translation>Diese Nummer gehört hier schon jemand anderem, Profil #%1. Führe die beiden zusammen, wenn sie eine Person sind.</translation>
    </message>
    <message>
        <source>That id belongs to somebody else here, profile #%1. Merge the two if they are one person.</source>
        <translation>Diese Kennung gehört hier schon jemand anderem, Profil #%1. Führe die beiden zusammen, wenn sie eine Person sind.</translation>
    </message>
    <message>
        <source>This is all the person is known by: nothing that happens later could be told to be theirs. Enter another address or number, or erase the person.</source>
        <translation>Nur daran ist diese Person zu erkennen: Nichts, was später geschieht, ließe sich ihr noch zuordnen. Gib eine andere Adresse oder Nummer ein, oder lösche die Person.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The store cannot be reached with these settings. Check the address and the keys.</source>
        <translation>Mit diesen Angaben ist der Shop nicht zu erreichen. Prüfe die Adresse und die Schlüssel.</translation>
    </message>
    <message>
        <source>There is no shop interface at this address. Check that it is the address of your shop.</source>
        <translation>Unter dieser Adresse gibt es keine Schnittstelle eines Shops. Prüfe, ob es die Adresse deines Shops ist.</translation>
    </message>
    <message>
        <source>This store is connected already.</source>
        <translation>Dieser Shop ist schon verbunden.</translation>
    </message>
    <message>
        <source>The store refused the key. Make a new one with permission to read, and paste it here.</source>
        <translation>Der Shop hat den Schlüssel abgelehnt. Lege einen neuen mit Leserecht an und füge ihn hier ein.</translation>
    </message>
    <message>
        <source>The store asks us to slow down. Shopbell waits and tries again by itself.</source>
        <translation>Der Shop bittet um eine Pause. Shopbell wartet und versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>The store cannot be reached. Check the address and this computer&apos;s connection.</source>
        <translation>Der Shop ist nicht zu erreichen. Prüfe die Adresse und die Verbindung dieses Computers.</translation>
    </message>
    <message>
        <source>The store did not answer in time. Shopbell tries again; a slow shop may need its host&apos;s help.</source>
        <translation>Der Shop hat nicht rechtzeitig geantwortet. Shopbell versucht es wieder; bei einem langsamen Shop hilft vielleicht der Hoster.</translation>
    </message>
    <message>
        <source>The store answered with something that is no shop data.</source>
        <translation>Der Shop hat mit etwas geantwortet, das keine Shopdaten sind.</translation>
    </message>
    <message>
        <source>The provider cannot be used with these settings.</source>
        <translation>Mit diesen Angaben ist der Anbieter nicht zu benutzen.</translation>
    </message>
    <message>
        <source>The provider refused the user name or the password. Check both with your provider.</source>
        <translation>Der Anbieter hat Benutzername oder Passwort abgelehnt. Prüfe beides bei deinem Anbieter.</translation>
    </message>
    <message>
        <source>The provider cannot be reached. Check the server&apos;s name, the port and this computer&apos;s connection.</source>
        <translation>Der Anbieter ist nicht zu erreichen. Prüfe den Namen des Servers, den Port und die Verbindung dieses Computers.</translation>
    </message>
    <message>
        <source>The provider did not answer in time. Check the server&apos;s name and the port.</source>
        <translation>Der Anbieter hat nicht rechtzeitig geantwortet. Prüfe den Namen des Servers und den Port.</translation>
    </message>
    <message>
        <source>The provider asks us to slow down. Shopbell waits by itself.</source>
        <translation>Der Anbieter bittet um eine Pause. Shopbell wartet von selbst.</translation>
    </message>
    <message>
        <source>The provider answered with something unexpected.</source>
        <translation>Der Anbieter hat etwas Unerwartetes geantwortet.</translation>
    </message>
    <message>
        <source>The file cannot be read as it is. Check which column is what.</source>
        <translation>So lässt sich die Datei nicht lesen. Prüfe, welche Spalte was ist.</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The file could not be read. Check that you may open it.</source>
        <translation>Die Datei konnte nicht gelesen werden. Prüfe, ob du sie öffnen darfst.</translation>
    </message>
    <message>
        <source>The file could not be written. Check the folder and the room on the disk.</source>
        <translation>Die Datei konnte nicht geschrieben werden. Prüfe den Ordner und den Platz auf der Platte.</translation>
    </message>
    <message>
        <source>This is not a Shopbell workspace, or one of a newer Shopbell.</source>
        <translation>Das ist keine Shopbell-Datei, oder eine von einem neueren Shopbell.</translation>
    </message>
    <message>
        <source>The workspace is not there any more. Was it moved?</source>
        <translation>Der Arbeitsbereich ist nicht mehr da. Wurde er verschoben?</translation>
    </message>
    <message>
        <source>There is a file of that name already. Choose another name.</source>
        <translation>Eine Datei mit diesem Namen gibt es schon. Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>This workspace may not be opened or changed by you.</source>
        <translation>Diesen Arbeitsbereich darfst du nicht öffnen oder ändern.</translation>
    </message>
    <message>
        <source>The workspace is in use by another program just now.</source>
        <translation>Der Arbeitsbereich wird gerade von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>The workspace is damaged. Restore the last good backup.</source>
        <translation>Der Arbeitsbereich ist beschädigt. Stelle die letzte gute Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The workspace could not be read or written. Check the room on the disk.</source>
        <translation>Der Arbeitsbereich konnte nicht gelesen oder geschrieben werden. Prüfe den Platz auf der Platte.</translation>
    </message>
    <message>
        <source>The campaign is not complete yet, or something in it is not right.</source>
        <translation>Die Kampagne ist noch nicht vollständig, oder etwas darin stimmt nicht.</translation>
    </message>
    <message>
        <source>This campaign is not there any more.</source>
        <translation>Diese Kampagne gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The campaign cannot do this in its present state.</source>
        <translation>In ihrem jetzigen Zustand geht das mit der Kampagne nicht.</translation>
    </message>
    <message>
        <source>Sending is not allowed now.</source>
        <translation>Senden ist jetzt nicht erlaubt.</translation>
    </message>
    <message>
        <source>Something that was entered is not right.</source>
        <translation>Etwas von dem, was eingegeben wurde, stimmt nicht.</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>Das gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is one of that name already.</source>
        <translation>Das gibt es unter diesem Namen schon.</translation>
    </message>
    <message>
        <source>This is not allowed.</source>
        <translation>Das ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>This cannot be done just now.</source>
        <translation>Das geht gerade nicht.</translation>
    </message>
    <message>
        <source>The other side asks us to slow down. Try again in a while.</source>
        <translation>Die Gegenseite bittet um eine Pause. Versuche es in einer Weile wieder.</translation>
    </message>
    <message>
        <source>There is no connection. Check this computer&apos;s network and try again.</source>
        <translation>Es gibt keine Verbindung. Prüfe das Netz dieses Computers und versuche es wieder.</translation>
    </message>
    <message>
        <source>There was no answer in time. Try again.</source>
        <translation>Es kam nicht rechtzeitig eine Antwort. Versuche es wieder.</translation>
    </message>
    <message>
        <source>The other side failed. Try again in a while.</source>
        <translation>Auf der Gegenseite ging etwas schief. Versuche es in einer Weile wieder.</translation>
    </message>
    <message>
        <source>Stored data is damaged. Restore the last good backup.</source>
        <translation>Gespeicherte Daten sind beschädigt. Stelle die letzte gute Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The disk could not be read or written. Check that there is room on it.</source>
        <translation>Die Platte konnte nicht gelesen oder beschrieben werden. Prüfe, ob darauf Platz ist.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Es wurde angehalten.</translation>
    </message>
    <message>
        <source>It did not work.</source>
        <translation>Das hat nicht geklappt.</translation>
    </message>
    <message>
        <source>This person is not there any more.</source>
        <translation>Diese Person gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>A condition of this segment is not complete yet.</source>
        <translation>Eine Bedingung dieses Segments ist noch nicht vollständig.</translation>
    </message>
    <message>
        <source>This segment is not there any more.</source>
        <translation>Dieses Segment gibt es nicht mehr.</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>Placed Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Ordered Product</source>
        <translation>Produkt bestellt</translation>
    </message>
    <message>
        <source>Fulfilled Order</source>
        <translation>Bestellung versandt</translation>
    </message>
    <message>
        <source>Cancelled Order</source>
        <translation>Bestellung storniert</translation>
    </message>
    <message>
        <source>Refunded Order</source>
        <translation>Bestellung erstattet</translation>
    </message>
    <message>
        <source>Started Checkout</source>
        <translation>Bezahlvorgang begonnen</translation>
    </message>
    <message>
        <source>Viewed Product</source>
        <translation>Produkt angesehen</translation>
    </message>
    <message>
        <source>Added to Cart</source>
        <translation>In den Warenkorb gelegt</translation>
    </message>
    <message>
        <source>Active on Site</source>
        <translation>Auf der Website</translation>
    </message>
    <message>
        <source>Received Email</source>
        <translation>E-Mail erhalten</translation>
    </message>
    <message>
        <source>Opened Email</source>
        <translation>E-Mail geöffnet</translation>
    </message>
    <message>
        <source>Clicked Email</source>
        <translation>E-Mail angeklickt</translation>
    </message>
    <message>
        <source>Bounced Email</source>
        <translation>E-Mail unzustellbar</translation>
    </message>
    <message>
        <source>Marked Email as Spam</source>
        <translation>E-Mail als Spam gemeldet</translation>
    </message>
    <message>
        <source>Changed Profile</source>
        <translation>Profil geändert</translation>
    </message>
    <message>
        <source>Changed Consent</source>
        <translation>Einwilligung geändert</translation>
    </message>
    <message>
        <source>Changed Suppression</source>
        <translation>Sperre geändert</translation>
    </message>
    <message>
        <source>Joined List</source>
        <translation>In Liste aufgenommen</translation>
    </message>
    <message>
        <source>Left List</source>
        <translation>Liste verlassen</translation>
    </message>
    <message>
        <source>Entered Segment</source>
        <translation>In Segment gekommen</translation>
    </message>
    <message>
        <source>Left Segment</source>
        <translation>Segment verlassen</translation>
    </message>
    <message>
        <source>Merged Profile</source>
        <translation>Profile vereint</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>how many, product</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>placed an order</source>
        <translation>hat bestellt</translation>
    </message>
    <message>
        <source>placed order %1</source>
        <translation>hat Bestellung %1 aufgegeben</translation>
    </message>
    <message>
        <source>was sent an order</source>
        <translation>hat eine Lieferung bekommen</translation>
    </message>
    <message>
        <source>was sent order %1</source>
        <translation>bekommt Bestellung %1 geliefert</translation>
    </message>
    <message>
        <source>cancelled an order</source>
        <translation>hat eine Bestellung storniert</translation>
    </message>
    <message>
        <source>cancelled order %1</source>
        <translation>hat Bestellung %1 storniert</translation>
    </message>
    <message>
        <source>got money back</source>
        <translation>hat Geld zurückbekommen</translation>
    </message>
    <message>
        <source>got money back for order %1</source>
        <translation>hat Geld für Bestellung %1 zurückbekommen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what was done, amount</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>a product</source>
        <translation>ein Produkt</translation>
    </message>
    <message>
        <source>looked at %1</source>
        <translation>hat sich %1 angesehen</translation>
    </message>
    <message>
        <source>put %1 into the cart</source>
        <translation>hat %1 in den Warenkorb gelegt</translation>
    </message>
    <message>
        <source>went to the checkout with %1</source>
        <translation>ist mit %1 zur Kasse gegangen</translation>
    </message>
    <message>
        <source>bought %1</source>
        <translation>hat %1 gekauft</translation>
    </message>
    <message>
        <source>a message</source>
        <translation>eine Nachricht</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 geöffnet</translation>
    </message>
    <message>
        <source>Clicked %1</source>
        <translation>%1 angeklickt</translation>
    </message>
    <message>
        <source>Received %1</source>
        <translation>%1 erhalten</translation>
    </message>
    <message>
        <source>link: %1</source>
        <translation>Link: %1</translation>
    </message>
    <message>
        <source>received %1</source>
        <translation>hat %1 erhalten</translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation>hat %1 geöffnet</translation>
    </message>
    <message>
        <source>clicked %1</source>
        <translation>hat %1 angeklickt</translation>
    </message>
    <message>
        <source>could not be reached with %1</source>
        <translation>war mit %1 nicht zu erreichen</translation>
    </message>
    <message>
        <source>marked %1 as spam</source>
        <translation>hat %1 als Spam gemeldet</translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>subscribed to email</source>
        <translation>hat sich für E-Mails angemeldet</translation>
    </message>
    <message>
        <source>Unsubscribed</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>unsubscribed from email</source>
        <translation>hat sich von E-Mails abgemeldet</translation>
    </message>
    <message>
        <source>changed what they allow</source>
        <translation>hat geändert, was erlaubt ist</translation>
    </message>
    <message>
        <source>joined %1</source>
        <translation>ist jetzt in %1</translation>
    </message>
    <message>
        <source>left %1</source>
        <translation>hat %1 verlassen</translation>
    </message>
    <message>
        <source>entered %1</source>
        <translation>ist jetzt in %1</translation>
    </message>
    <message>
        <source>did “%1”</source>
        <translation>hat „%1“ getan</translation>
    </message>
    <message>
        <source>has new details</source>
        <translation>hat neue Angaben</translation>
    </message>
    <message>
        <source>has new details: %1</source>
        <translation>hat neue Angaben: %1</translation>
    </message>
    <message>
        <source>will not be written to any more</source>
        <translation>wird nicht mehr angeschrieben</translation>
    </message>
    <message>
        <source>may be written to again</source>
        <translation>darf wieder angeschrieben werden</translation>
    </message>
    <message>
        <source>was merged with another profile</source>
        <translation>wurde mit einem anderen Profil vereint</translation>
    </message>
    <message>
        <source>was on the site</source>
        <translation>war auf der Website</translation>
    </message>
    <message>
        <source>the front page</source>
        <translation>die Startseite</translation>
    </message>
</context>
<context>
    <name>FieldSpec</name>
    <message>
        <source>orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>coupons</source>
        <translation>Gutscheine</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>scheduled</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>The sender</source>
        <translation>Der Absender</translation>
    </message>
    <message>
        <source>The recipient</source>
        <translation>Der Empfänger</translation>
    </message>
    <message>
        <source>The reply address</source>
        <translation>Die Antwortadresse</translation>
    </message>
    <message>
        <source>whose event a row is</source>
        <translation>wessen Ereignis eine Zeile ist</translation>
    </message>
    <message>
        <source>what happened</source>
        <translation>was geschah</translation>
    </message>
    <message>
        <source>when it happened</source>
        <translation>wann es geschah</translation>
    </message>
    <message>
        <source>which order a row belongs to</source>
        <translation>zu welcher Bestellung eine Zeile gehört</translation>
    </message>
    <message>
        <source>when an order was placed</source>
        <translation>wann bestellt wurde</translation>
    </message>
    <message>
        <source>what an order cost</source>
        <translation>was eine Bestellung gekostet hat</translation>
    </message>
    <message>
        <source>has no dot in the part after the @</source>
        <translation>hat keinen Punkt im Teil nach dem @</translation>
    </message>
    <message>
        <source>has a dot too many in the part after the @</source>
        <translation>hat einen Punkt zu viel im Teil nach dem @</translation>
    </message>
    <message>
        <source>has too long a name after the @</source>
        <translation>hat einen zu langen Namen nach dem @</translation>
    </message>
    <message>
        <source>has a name after the @ that begins or ends with a hyphen</source>
        <translation>hat nach dem @ einen Namen, der mit einem Bindestrich beginnt oder endet</translation>
    </message>
    <message>
        <source>has a character after the @ that no host name may have</source>
        <translation>hat nach dem @ ein Zeichen, das dort nicht stehen darf</translation>
    </message>
    <message>
        <source>ends with a number where the country or kind of site should stand</source>
        <translation>endet mit einer Zahl, wo das Land oder die Art der Seite stehen sollte</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>ist zu lang</translation>
    </message>
    <message>
        <source>is too short</source>
        <translation>ist zu kurz</translation>
    </message>
    <message>
        <source>holds bytes that are not text (it is not UTF-8)</source>
        <translation>enthält Bytes, die kein Text sind (kein UTF-8)</translation>
    </message>
    <message>
        <source>has no @</source>
        <translation>hat kein @</translation>
    </message>
    <message>
        <source>has nothing before the @</source>
        <translation>hat nichts vor dem @</translation>
    </message>
    <message>
        <source>has nothing after the @</source>
        <translation>hat nichts nach dem @</translation>
    </message>
    <message>
        <source>has more than the bare address in it; leave the name and the angle brackets out</source>
        <translation>enthält mehr als nur die Adresse; lass den Namen und die spitzen Klammern weg</translation>
    </message>
    <message>
        <source>has more than 64 characters before the @</source>
        <translation>hat mehr als 64 Zeichen vor dem @</translation>
    </message>
    <message>
        <source>holds a blank or an invisible character; type it again by hand</source>
        <translation>enthält ein Leerzeichen oder ein unsichtbares Zeichen; tipp sie von Hand neu</translation>
    </message>
    <message>
        <source>has a character, a blank or a dot before the @ that may not stand there</source>
        <translation>hat vor dem @ ein Zeichen, ein Leerzeichen oder einen Punkt, der dort nicht stehen darf</translation>
    </message>
    <message>
        <source>has a name after the @ that cannot be a host name</source>
        <translation>hat nach dem @ einen Namen, den kein Server haben kann</translation>
    </message>
    <message>
        <source>has more than 254 characters</source>
        <translation>hat mehr als 254 Zeichen</translation>
    </message>
    <message>
        <source>is not a phone number</source>
        <translation>ist keine Telefonnummer</translation>
    </message>
    <message>
        <source>has an extension, which no message can be sent to</source>
        <translation>hat eine Durchwahl, an die keine Nachricht gehen kann</translation>
    </message>
    <message>
        <source>does not exist in its country&apos;s numbering plan</source>
        <translation>gibt es im Nummernplan ihres Landes nicht</translation>
    </message>
    <message>
        <source>begins with a country code that does not exist</source>
        <translation>beginnt mit einer Landesvorwahl, die es nicht gibt</translation>
    </message>
    <message>
        <source>has no country code; write it with one (+43 …), or set the workspace&apos;s country</source>
        <translation>hat keine Landesvorwahl; schreib sie mit einer (+43 …), oder stell das Land des Arbeitsbereichs ein</translation>
    </message>
    <message>
        <source>an encrypted file beside the workspace</source>
        <translation>in einer verschlüsselten Datei neben dem Arbeitsbereich</translation>
    </message>
    <message>
        <source>the system keychain</source>
        <translation>im Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>The name your mail provider gives for outgoing mail (SMTP).</source>
        <translation>Der Name, den dein Mailanbieter für ausgehende E-Mails nennt (SMTP).</translation>
    </message>
    <message>
        <source>smtp.example.com</source>
        <translation>smtp.example.com</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Port 587 mostly wants STARTTLS, port 465 TLS.</source>
        <translation>Port 587 will meist STARTTLS, Port 465 TLS.</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>None (only for a server on this computer)</source>
        <translation>Keine (nur für einen Server auf diesem Computer)</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>587, 465 or 25.</source>
        <translation>587, 465 oder 25.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Leave it at automatic unless your provider says otherwise.</source>
        <translation>Lass es bei automatisch, wenn dein Anbieter nichts anderes sagt.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>PLAIN</source>
        <translation>PLAIN</translation>
    </message>
    <message>
        <source>LOGIN</source>
        <translation>LOGIN</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Often your whole email address.</source>
        <translation>Oft deine ganze E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Gmail, Outlook and others want an app password here, not your own.</source>
        <translation>Gmail, Outlook und andere wollen hier ein App-Passwort, nicht dein eigenes.</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>Name dieses Computers</translation>
    </message>
    <message>
        <source>Only if your server insists on one.</source>
        <translation>Nur, wenn dein Server darauf besteht.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Where the messages are written, one .eml file each. Empty: beside the workspace.</source>
        <translation>Wohin die Nachrichten geschrieben werden, jede eine .eml-Datei. Leer: neben den Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Store address</source>
        <translation>Adresse des Shops</translation>
    </message>
    <message>
        <source>The front page of the shop; with the folder, if WordPress is installed in one.</source>
        <translation>Die Startseite des Shops; mit dem Ordner, wenn WordPress in einem liegt.</translation>
    </message>
    <message>
        <source>https://shop.example.com</source>
        <translation>https://shop.example.com</translation>
    </message>
    <message>
        <source>Consumer key</source>
        <translation>Consumer Key</translation>
    </message>
    <message>
        <source>In WooCommerce: Settings, Advanced, REST API, Add key, with the permission Read.</source>
        <translation>In WooCommerce: Einstellungen, Erweitert, REST-API, Schlüssel hinzufügen, mit der Berechtigung Lesen.</translation>
    </message>
    <message>
        <source>ck_…</source>
        <translation>ck_…</translation>
    </message>
    <message>
        <source>Consumer secret</source>
        <translation>Consumer Secret</translation>
    </message>
    <message>
        <source>Shown once, beside the consumer key, when the key is made.</source>
        <translation>Wird einmal gezeigt, neben dem Consumer Key, wenn der Schlüssel entsteht.</translation>
    </message>
    <message>
        <source>cs_…</source>
        <translation>cs_…</translation>
    </message>
    <message>
        <source>WooCommerce</source>
        <translation>WooCommerce</translation>
    </message>
    <message>
        <source>Local outbox (files on this computer)</source>
        <translation>Lokaler Postausgang (Dateien auf diesem Computer)</translation>
    </message>
    <message>
        <source>Your own mail server (SMTP)</source>
        <translation>Dein eigener Mailserver (SMTP)</translation>
    </message>
    <message>
        <source>Local outbox</source>
        <translation>Lokaler Postausgang</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a full date, in Qt&apos;s letters</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a short date, in Qt&apos;s letters</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month, in Qt&apos;s letters</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds ago, short</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes ago, short</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours ago, short</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Revenue, last 30 days</source>
        <translation>Umsatz, letzte 30 Tage</translation>
    </message>
    <message>
        <source>12 %</source>
        <translation>12 %</translation>
    </message>
    <message>
        <source>vs the 30 days before</source>
        <translation>ggü. 30 Tagen davor</translation>
    </message>
    <message>
        <source>Earned by messages</source>
        <translation>Durch Nachrichten</translation>
    </message>
    <message>
        <source>34 % of it last click, 5 days</source>
        <translation>34 % davon, letzter Klick, 5 Tage</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Kamen wieder</translation>
    </message>
    <message>
        <source>38 %</source>
        <translation>38 %</translation>
    </message>
    <message>
        <source>2 points</source>
        <translation>2 Punkte</translation>
    </message>
    <message>
        <source>Bounce rate</source>
        <translation>Rückläufer</translation>
    </message>
    <message>
        <source>0.8 %</source>
        <translation>0,8 %</translation>
    </message>
    <message>
        <source>0.3 points</source>
        <translation>0,3 Punkte</translation>
    </message>
    <message>
        <source>vs before</source>
        <translation>zu davor</translation>
    </message>
    <message>
        <source>People in</source>
        <translation>Menschen darin</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>all orders</source>
        <translation>alle Bestellungen</translation>
    </message>
    <message>
        <source>earned by messages</source>
        <translation>durch Nachrichten</translation>
    </message>
    <message>
        <source>Singles’ Day mail</source>
        <translation>Mail zum Singles’ Day</translation>
    </message>
    <message>
        <source>Against the year before, and messages a day</source>
        <translation>Gegenüber dem Jahr davor, und Nachrichten am Tag</translation>
    </message>
    <message>
        <source>Orders against the year before</source>
        <translation>Bestellungen gegenüber dem Jahr davor</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>dieses Jahr</translation>
    </message>
    <message>
        <source>year before</source>
        <translation>Jahr davor</translation>
    </message>
    <message>
        <source>Messages a day</source>
        <translation>Nachrichten am Tag</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>58 people have no country on file, so the last group leaves them out.</source>
        <translation>Von 58 Menschen ist kein Land bekannt, darum lässt die letzte Gruppe sie aus.</translation>
    </message>
    <message>
        <source>Include them</source>
        <translation>Einschließen</translation>
    </message>
    <message>
        <source>&lt;b&gt;The shop refused the key.&lt;/b&gt; Make a new one with read rights and paste it here.</source>
        <translation>&lt;b&gt;Der Shop hat den Schlüssel abgelehnt.&lt;/b&gt; Lege einen neuen mit Leserecht an und füge ihn hier ein.</translation>
    </message>
    <message>
        <source>What would have been sent, not what it would have earned: nobody knows how people would have answered.</source>
        <translation>Was gesendet worden wäre, nicht was es verdient hätte: niemand weiß, wie geantwortet worden wäre.</translation>
    </message>
    <message>
        <source>Sending is locked because this workspace is a restored copy.</source>
        <translation>Das Senden ist gesperrt, denn dieser Arbeitsbereich ist eine wiederhergestellte Kopie.</translation>
    </message>
    <message>
        <source>Ready: renders for all 212 people waiting</source>
        <translation>Bereit: lässt sich für alle 212 Wartenden erstellen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Reading orders from Fernhill Candles</source>
        <translation>Bestellungen von Fernhill Candles werden gelesen</translation>
    </message>
    <message>
        <source>3,120 of 10,000 orders · about 2 minutes left</source>
        <translation>3.120 von 10.000 Bestellungen · noch etwa 2 Minuten</translation>
    </message>
    <message>
        <source>Looking for the shop</source>
        <translation>Der Shop wird gesucht</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>2,114 people added, 12 rows left out</source>
        <translation>2.114 Menschen hinzugefügt, 12 Zeilen ausgelassen</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Stopped: the provider does not answer</source>
        <translation>Angehalten: der Anbieter antwortet nicht</translation>
    </message>
    <message>
        <source>What we expect</source>
        <translation>Was wir erwarten</translation>
    </message>
    <message>
        <source>Next 12 months</source>
        <translation>Nächste 12 Monate</translation>
    </message>
    <message>
        <source>8 in 10 like her: € 240 to € 610</source>
        <translation>8 von 10 wie sie: 240 € bis 610 €</translation>
    </message>
    <message>
        <source>Chance she never returns</source>
        <translation>Chance, dass sie nie wiederkommt</translation>
    </message>
    <message>
        <source>6 %</source>
        <translation>6 %</translation>
    </message>
    <message>
        <source>2 % to 14 %</source>
        <translation>2 % bis 14 %</translation>
    </message>
    <message>
        <source>Size over the last year</source>
        <translation>Größe im letzten Jahr</translation>
    </message>
    <message>
        <source>Abandoned checkout</source>
        <translation>Abgebrochene Kasse</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Win-back</source>
        <translation>Zurückgewinnen</translation>
    </message>
    <message>
        <source>Timeline and rows</source>
        <translation>Zeitachse und Zeilen</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>Mag</translation>
    </message>
    <message>
        <source>beeswax, unscented</source>
        <translation>Bienenwachs, ohne Duft</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Placed Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>#2871 · € 64.00 · 2 × Beeswax Pillar, 1 × Lavender Tin</source>
        <translation>#2871 · 64,00 € · 2 × Bienenwachsstumpen, 1 × Lavendeldose</translation>
    </message>
    <message>
        <source>Clicked “Autumn scents are here”</source>
        <translation>„Herbstdüfte sind da“ angeklickt</translation>
    </message>
    <message>
        <source>link: /collections/autumn</source>
        <translation>Link: /collections/herbst</translation>
    </message>
    <message>
        <source>Not sent: “Singles’ Day”</source>
        <translation>Nicht gesendet: „Singles’ Day“</translation>
    </message>
    <message>
        <source>mailed 9 hours before; smart sending is 16 hours</source>
        <translation>9 Stunden davor angeschrieben; Smart Sending steht auf 16 Stunden</translation>
    </message>
    <message>
        <source>Ana Pereira</source>
        <translation>Ana Pereira</translation>
    </message>
    <message>
        <source>placed order #2871, € 64.00</source>
        <translation>hat Bestellung #2871 aufgegeben, 64,00 €</translation>
    </message>
    <message>
        <source>2 min</source>
        <translation>2 min</translation>
    </message>
    <message>
        <source>14 people</source>
        <translation>14 Menschen</translation>
    </message>
    <message>
        <source>entered At risk</source>
        <translation>sind jetzt in Gefährdet</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>€ 640 · never opened</source>
        <translation>640 € · nie geöffnet</translation>
    </message>
    <message>
        <source>why</source>
        <translation>warum</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>€ 18,420</source>
        <translation>18.420 €</translation>
    </message>
    <message>
        <source>31,806 people</source>
        <translation>31.806 Menschen</translation>
    </message>
    <message>
        <source>41 days</source>
        <translation>41 Tage</translation>
    </message>
    <message>
        <source>Good customers gone quiet</source>
        <translation>Gute Kunden, still geworden</translation>
    </message>
    <message>
        <source>Send to 391 people?</source>
        <translation>An 391 Menschen senden?</translation>
    </message>
    <message>
        <source>What messages earned</source>
        <translation>Was Nachrichten verdient haben</translation>
    </message>
    <message>
        <source>They bought about every 41 days and have been quiet for 78.</source>
        <translation>Sie kauften etwa alle 41 Tage und sind seit 78 still.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>customer since 3 March 2024</source>
        <translation>Kunde seit 3. März 2024</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>every piece in every state</source>
        <translation>jedes Teil in jedem Zustand</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>Von links nach rechts</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>Von rechts nach links</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Knöpfe</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>Neue Kampagne</translation>
    </message>
    <message>
        <source>Make a flow</source>
        <translation>Ablauf anlegen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Use in a campaign</source>
        <translation>In einer Kampagne verwenden</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Nachspielen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Wird verbunden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Why these?</source>
        <translation>Warum diese?</translation>
    </message>
    <message>
        <source>Sentences and tags</source>
        <translation>Sätze und Marken</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamter</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Was gezählt wird</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>ist mehr als</translation>
    </message>
    <message>
        <source>€ 500</source>
        <translation>500 €</translation>
    </message>
    <message>
        <source>in the last</source>
        <translation>in den letzten</translation>
    </message>
    <message>
        <source>60 days</source>
        <translation>60 Tagen</translation>
    </message>
    <message>
        <source>where…</source>
        <translation>wobei …</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Deutschland</translation>
    </message>
    <message>
        <source>VIPs</source>
        <translation>VIPs</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Österreich</translation>
    </message>
    <message>
        <source>synced 40 s ago</source>
        <translation>vor 40 s abgeglichen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>never asked</source>
        <translation>nie gefragt</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>Unzustellbar</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>About 40 letters show on a phone.</source>
        <translation>Auf dem Telefon sind etwa 40 Buchstaben zu sehen.</translation>
    </message>
    <message>
        <source>Shop address</source>
        <translation>Adresse des Shops</translation>
    </message>
    <message>
        <source>This is no web address. It looks like https://shop.example</source>
        <translation>Das ist keine Webadresse. Sie sieht so aus: https://shop.example</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Geheimer Schlüssel</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What the next person should know</source>
        <translation>Was der Nächste wissen sollte</translation>
    </message>
    <message>
        <source>Search or jump to…</source>
        <translation>Suchen oder öffnen …</translation>
    </message>
    <message>
        <source>Pickers</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Please choose one</source>
        <translation>Bitte wähle eines aus</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italien</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Portugal</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>No provider yet</source>
        <translation>Noch kein Anbieter</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Qt&apos;s own combo box, dressed</source>
        <translation>Qts eigene Auswahl, eingekleidet</translation>
    </message>
    <message>
        <source>Switches, checks, steps</source>
        <translation>Schalter, Haken, Schritte</translation>
    </message>
    <message>
        <source>Smart sending</source>
        <translation>Smart Sending</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Not yours to change</source>
        <translation>Nicht zu ändern</translation>
    </message>
    <message>
        <source>Include people without this property</source>
        <translation>Menschen ohne diese Eigenschaft einschließen</translation>
    </message>
    <message>
        <source>All stores</source>
        <translation>Alle Shops</translation>
    </message>
    <message>
        <source>Count machines as opens</source>
        <translation>Maschinen als Öffnen zählen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Send at each person&apos;s best hour</source>
        <translation>Zur besten Stunde jeder Person senden</translation>
    </message>
    <message>
        <source>Preview on</source>
        <translation>Vorschau auf</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Nur Text</translation>
    </message>
    <message>
        <source>Campaigns by state</source>
        <translation>Kampagnen nach Zustand</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>A form drawn from its fields</source>
        <translation>Ein Formular aus seinen Feldern</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Engaged</source>
        <translation>Interessiert</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Gefährdet</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Back up this workspace</source>
        <translation>Diesen Arbeitsbereich sichern</translation>
    </message>
    <message>
        <source>A table of 1,000,000 rows</source>
        <translation>Eine Tabelle mit 1.000.000 Zeilen</translation>
    </message>
    <message>
        <source>No store yet</source>
        <translation>Noch kein Shop</translation>
    </message>
    <message>
        <source>Connect your store and Shopbell reads its customers and orders, or look around the demo shop first.</source>
        <translation>Verbinde deinen Shop, dann liest Shopbell Kunden und Bestellungen; oder sieh dich erst im Demo-Shop um.</translation>
    </message>
    <message>
        <source>Connect your store</source>
        <translation>Verbinde deinen Shop</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Umsehen</translation>
    </message>
    <message>
        <source>What floats</source>
        <translation>Was schwebt</translation>
    </message>
    <message>
        <source>Connect a store</source>
        <translation>Shop verbinden</translation>
    </message>
    <message>
        <source>WooCommerce</source>
        <translation>WooCommerce</translation>
    </message>
    <message>
        <source>Watch the stock</source>
        <translation>Lagerbestand beobachten</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Toast</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Segment saved</source>
        <translation>Segment gespeichert</translation>
    </message>
    <message>
        <source>Toast with undo</source>
        <translation>Meldung mit Rückgängig</translation>
    </message>
    <message>
        <source>Deleted “Good customers gone quiet”</source>
        <translation>„Gute Kunden, still geworden“ gelöscht</translation>
    </message>
    <message>
        <source>It is back</source>
        <translation>Es ist wieder da</translation>
    </message>
    <message>
        <source>Toast with progress</source>
        <translation>Meldung mit Fortschritt</translation>
    </message>
    <message>
        <source>Reading 10,000 orders</source>
        <translation>10.000 Bestellungen werden gelesen</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>“Autumn scents are here” leaves at once, by email. 16 people are skipped.</source>
        <translation>„Herbstdüfte sind da“ geht sofort per E-Mail hinaus. 16 Menschen werden ausgelassen.</translation>
    </message>
    <message>
        <source>Danger</source>
        <translation>Gefahr</translation>
    </message>
    <message>
        <source>Erase Ana Pereira?</source>
        <translation>Ana Pereira löschen?</translation>
    </message>
    <message>
        <source>Her name, addresses and 214 events are removed for good. This cannot be undone.</source>
        <translation>Ihr Name, ihre Adressen und 214 Ereignisse werden endgültig entfernt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>The shop did not answer</source>
        <translation>Der Shop hat nicht geantwortet</translation>
    </message>
    <message>
        <source>Check the address, or try again in a minute.</source>
        <translation>Prüfe die Adresse, oder versuche es in einer Minute wieder.</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>A card one can click</source>
        <translation>Eine Karte zum Anklicken</translation>
    </message>
    <message>
        <source>lapsed for 60 days, one email, one reminder</source>
        <translation>60 Tage still, eine E-Mail, eine Erinnerung</translation>
    </message>
    <message>
        <source>A card that is chosen</source>
        <translation>Eine gewählte Karte</translation>
    </message>
    <message>
        <source>any of these</source>
        <translation>eines davon</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>The file</source>
        <translation>Die Datei</translation>
    </message>
    <message>
        <source>Who is who</source>
        <translation>Wer wer ist</translation>
    </message>
    <message>
        <source>People who were merged</source>
        <translation>Zusammengeführte Menschen</translation>
    </message>
    <message>
        <source>The list of messages</source>
        <translation>Das Versandprotokoll</translation>
    </message>
    <message>
        <source>What became of messages</source>
        <translation>Was aus Nachrichten wurde</translation>
    </message>
    <message>
        <source>The figures</source>
        <translation>Die Zahlen</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Who works</source>
        <translation>Wer arbeitet</translation>
    </message>
    <message>
        <source>Keys and passwords</source>
        <translation>Schlüssel und Passwörter</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Person (email or customer number)</source>
        <translation>Person (E-Mail oder Kundennummer)</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Kundennummer</translation>
    </message>
    <message>
        <source>Visitor number</source>
        <translation>Besuchernummer</translation>
    </message>
    <message>
        <source>Whole name</source>
        <translation>Ganzer Name</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Geburtstag</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>Bekannt seit</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>Street, second line</source>
        <translation>Straße, zweite Zeile</translation>
    </message>
    <message>
        <source>May be emailed</source>
        <translation>Darf E-Mails bekommen</translation>
    </message>
    <message>
        <source>May be emailed since</source>
        <translation>Darf E-Mails bekommen seit</translation>
    </message>
    <message>
        <source>May get text messages</source>
        <translation>Darf SMS bekommen</translation>
    </message>
    <message>
        <source>May get text messages since</source>
        <translation>Darf SMS bekommen seit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Number of the event</source>
        <translation>Nummer des Ereignisses</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Bestellnummer</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Order total</source>
        <translation>Bestellsumme</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Product number</source>
        <translation>Produktnummer</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Article code (SKU)</source>
        <translation>Artikelcode (SKU)</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>Price of the line</source>
        <translation>Preis der Zeile</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>One person per line, with an email address, a phone number or a customer number. All other columns are kept with the person.</source>
        <translation>Eine Person pro Zeile, mit E-Mail-Adresse, Telefonnummer oder Kundennummer. Alle anderen Spalten bleiben bei der Person.</translation>
    </message>
    <message>
        <source>One thing somebody did per line: who, what happened, when. All other columns are kept with the event.</source>
        <translation>Pro Zeile etwas, das jemand getan hat: wer, was, wann. Alle anderen Spalten bleiben beim Ereignis.</translation>
    </message>
    <message>
        <source>One order, or one product of an order, per line: order number, when, who, and what it cost.</source>
        <translation>Pro Zeile eine Bestellung oder ein Produkt daraus: Bestellnummer, wann, wer, und was es gekostet hat.</translation>
    </message>
    <message>
        <source>“%1” and “%2” cannot both be the same. Leave one of them out, or choose another meaning.</source>
        <translation>„%1“ und „%2“ können nicht beide dasselbe sein. Lass eine weg, oder wähle eine andere Bedeutung.</translation>
    </message>
    <message>
        <source>Say which column holds the email address, the phone number or the customer number: people are known by it.</source>
        <translation>Sag, in welcher Spalte E-Mail-Adresse, Telefonnummer oder Kundennummer stehen: daran werden Menschen erkannt.</translation>
    </message>
    <message>
        <source>Say which column tells what happened.</source>
        <translation>Sag, welche Spalte sagt, was geschehen ist.</translation>
    </message>
    <message>
        <source>Say which column tells who it was: an email address, a phone number or a customer number.</source>
        <translation>Sag, welche Spalte sagt, wer es war: E-Mail-Adresse, Telefonnummer oder Kundennummer.</translation>
    </message>
    <message>
        <source>Say which column holds the order number.</source>
        <translation>Sag, in welcher Spalte die Bestellnummer steht.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>never asked</source>
        <comment>consent</comment>
        <translation>nie gefragt</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>consent</comment>
        <translation>ja</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <comment>consent</comment>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>no</source>
        <comment>consent</comment>
        <translation>nein</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>at the checkout</source>
        <translation>an der Kasse</translation>
    </message>
    <message>
        <source>by a form</source>
        <translation>über ein Formular</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>aus einer Datei</translation>
    </message>
    <message>
        <source>by a link in a message</source>
        <translation>über einen Link in einer Nachricht</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>von Hand eingetragen</translation>
    </message>
    <message>
        <source>on the phone</source>
        <translation>am Telefon</translation>
    </message>
    <message>
        <source>in the shop</source>
        <translation>im Laden</translation>
    </message>
    <message>
        <source>in writing</source>
        <translation>schriftlich</translation>
    </message>
    <message>
        <source>messages bounce</source>
        <translation>Nachrichten kommen zurück</translation>
    </message>
    <message>
        <source>marked a message as spam</source>
        <translation>hat eine Nachricht als Spam gemeldet</translation>
    </message>
    <message>
        <source>unsubscribed</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>no valid address</source>
        <translation>keine gültige Adresse</translation>
    </message>
    <message>
        <source>suppressed by hand</source>
        <translation>von Hand gesperrt</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>Street, second line</source>
        <translation>Straße, zweite Zeile</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Breitengrad</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Längengrad</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Geburtstag</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no address is known</source>
        <translation>keine Adresse bekannt</translation>
    </message>
    <message>
        <source>the address cannot be right</source>
        <translation>die Adresse kann nicht stimmen</translation>
    </message>
    <message>
        <source>has not agreed to be written to</source>
        <translation>hat nicht zugestimmt, angeschrieben zu werden</translation>
    </message>
    <message>
        <source>unsubscribed before</source>
        <translation>hat sich vorher abgemeldet</translation>
    </message>
    <message>
        <source>the address is suppressed</source>
        <translation>die Adresse ist gesperrt</translation>
    </message>
    <message>
        <source>somebody else with this address got it</source>
        <translation>jemand anderes mit dieser Adresse hat sie bekommen</translation>
    </message>
    <message>
        <source>got another message shortly before (smart sending)</source>
        <translation>hat kurz davor eine andere Nachricht bekommen (Smart Sending)</translation>
    </message>
    <message>
        <source>was erased</source>
        <translation>wurde gelöscht</translation>
    </message>
    <message>
        <source>the message could not be made for this person</source>
        <translation>die Nachricht ließ sich für diese Person nicht erstellen</translation>
    </message>
    <message>
        <source>a message</source>
        <translation>eine Nachricht</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Waiting to be sent: %1</source>
        <translation>Wartet aufs Senden: %1</translation>
    </message>
    <message>
        <source>Being sent: %1</source>
        <translation>Wird gesendet: %1</translation>
    </message>
    <message>
        <source>Sent %1</source>
        <translation>%1 gesendet</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>Could not be sent: %1</source>
        <translation>Konnte nicht gesendet werden: %1</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
    <message>
        <source>Perhaps sent: %1</source>
        <translation>Vielleicht gesendet: %1</translation>
    </message>
    <message>
        <source>the server did not say whether it took the message</source>
        <translation>der Server hat nicht gesagt, ob er die Nachricht angenommen hat</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Abgebrochen: %1</translation>
    </message>
</context>
<context>
    <name>PersonDialogs</name>
    <message>
        <source>%1: what does %2 allow?</source>
        <translation>%1: was erlaubt %2?</translation>
    </message>
    <message>
        <source>Enter only what the person said. When, how and where is kept as the proof.</source>
        <translation>Trage nur ein, was die Person gesagt hat. Wann, wie und wo wird als Nachweis aufgehoben.</translation>
    </message>
    <message>
        <source>Yes, messages are welcome</source>
        <translation>Ja, Nachrichten sind willkommen</translation>
    </message>
    <message>
        <source>No, no messages</source>
        <translation>Nein, keine Nachrichten</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>for example Christmas market, stand 12</source>
        <translation>zum Beispiel Weihnachtsmarkt, Stand 12</translation>
    </message>
    <message>
        <source>The words they agreed to</source>
        <translation>Die Worte, denen zugestimmt wurde</translation>
    </message>
    <message>
        <source>They said</source>
        <translation>Gesagt wurde</translation>
    </message>
    <message>
        <source>How they said it</source>
        <translation>Wie es gesagt wurde</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Merge another profile into %1</source>
        <translation>Ein anderes Profil mit %1 vereinen</translation>
    </message>
    <message>
        <source>For one person who stands here twice. Orders, messages, lists and addresses of the other profile move here, and the other one is gone. This cannot be undone.</source>
        <translation>Für eine Person, die hier doppelt steht. Bestellungen, Nachrichten, Listen und Adressen des anderen Profils kommen hierher, das andere ist weg. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Choose the other profile</source>
        <translation>Das andere Profil wählen</translation>
    </message>
    <message>
        <source>Name, email or phone</source>
        <translation>Name, E-Mail oder Telefon</translation>
    </message>
    <message>
        <source>The other profile</source>
        <translation>Das andere Profil</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Vereinen</translation>
    </message>
    <message>
        <source>%1 was merged into %2</source>
        <translation>%1 wurde mit %2 vereint</translation>
    </message>
    <message>
        <source>Erase %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Name, addresses, everything that happened and every message are removed from this workspace for good, and from backups made from now on. The address is remembered only as a code, so that an import cannot bring it back. This cannot be undone.</source>
        <translation>Name, Adressen, alles, was geschehen ist, und jede Nachricht werden endgültig aus diesem Arbeitsbereich entfernt, und aus Sicherungen von jetzt an. Die Adresse bleibt nur als Code bekannt, damit ein Import sie nicht zurückbringt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>%1 was erased</source>
        <translation>%1 wurde gelöscht</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows were removed. Keep this line as the proof that you did it:</source>
        <translation>
            <numerusform>%Ln Zeile wurde entfernt. Hebe diese Zeile als Nachweis auf:</numerusform>
            <numerusform>%Ln Zeilen wurden entfernt. Hebe diese Zeile als Nachweis auf:</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge %1 into %2?</source>
        <translation>%1 mit %2 vereinen?</translation>
    </message>
</context>
<context>
    <name>PersonEdit</name>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>With the country&apos;s number, like +43 664 1234567.</source>
        <translation>Mit der Vorwahl des Landes, wie +43 664 1234567.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Two letters, like AT or DE.</source>
        <translation>Zwei Buchstaben, wie AT oder DE.</translation>
    </message>
    <message>
        <source>Something else worth knowing</source>
        <translation>Noch etwas Wissenswertes</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>for example favourite scent</source>
        <translation>zum Beispiel Lieblingsduft</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>An email address or a phone number is needed to know the person again.</source>
        <translation>Um die Person wiederzuerkennen, braucht es eine E-Mail-Adresse oder Telefonnummer.</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>The address is taken away, and mail to this person stops. Your store may bring it back if it still has it; to only stop writing to it, suppress it.</source>
        <translation>Die Adresse wird entfernt, und diese Person bekommt keine E-Mails mehr. Dein Shop kann sie zurückbringen, wenn er sie noch hat; um nur nicht mehr dorthin zu schreiben, sperre sie.</translation>
    </message>
    <message>
        <source>The number is taken away. Your store may bring it back if it still has it.</source>
        <translation>Die Nummer wird entfernt. Dein Shop kann sie zurückbringen, wenn er sie noch hat.</translation>
    </message>
    <message>
        <source>%1 is here already under this address or number.</source>
        <translation>%1 ist unter dieser Adresse oder Nummer schon hier.</translation>
    </message>
    <message>
        <source>This belongs to %1. If the two are one person, merge them.</source>
        <translation>Das gehört zu %1. Wenn die beiden eine Person sind, vereine sie.</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Merge %1 into this person…</source>
        <translation>%1 mit dieser Person vereinen…</translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>Street, second line</source>
        <translation>Straße, zweite Zeile</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Geburtstag</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>Bekannt seit</translation>
    </message>
    <message>
        <source>Number in the store</source>
        <translation>Nummer im Shop</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Article number</source>
        <translation>Artikelnummer</translation>
    </message>
    <message>
        <source>Pieces of a product</source>
        <translation>Menge eines Produkts</translation>
    </message>
    <message>
        <source>Sum of a product</source>
        <translation>Summe eines Produkts</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Bestellnummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
</context>
<context>
    <name>SegmentTemplates</name>
    <message>
        <source>Best customers</source>
        <translation>Beste Kunden</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>Neue Kunden</translation>
    </message>
    <message>
        <source>Never bought</source>
        <translation>Nie gekauft</translation>
    </message>
    <message>
        <source>Cart not finished</source>
        <translation>Warenkorb nicht beendet</translation>
    </message>
    <message>
        <source>VIPs</source>
        <translation>VIPs</translation>
    </message>
    <message>
        <source>Spent a lot and came back often this year: thank them, show them new things first.</source>
        <translation>Viel ausgegeben und oft wiedergekommen in diesem Jahr: bedanke dich und zeig ihnen Neues zuerst.</translation>
    </message>
    <message>
        <source>Big spenders</source>
        <translation>Große Umsätze</translation>
    </message>
    <message>
        <source>Spent more than 1,000 in all.</source>
        <translation>Insgesamt mehr als 1.000 ausgegeben.</translation>
    </message>
    <message>
        <source>Big baskets</source>
        <translation>Große Warenkörbe</translation>
    </message>
    <message>
        <source>Their average order is large: offer bundles and gifts.</source>
        <translation>Ihre Bestellungen sind im Schnitt groß: biete Pakete und Geschenke an.</translation>
    </message>
    <message>
        <source>Regulars</source>
        <translation>Stammkunden</translation>
    </message>
    <message>
        <source>Ordered in each of the last two quarters.</source>
        <translation>In jedem der letzten zwei Quartale bestellt.</translation>
    </message>
    <message>
        <source>On the way up</source>
        <translation>Auf dem Weg nach oben</translation>
    </message>
    <message>
        <source>Two orders or more in the last 90 days, at most one before: encourage them.</source>
        <translation>Zwei Bestellungen oder mehr in den letzten 90 Tagen, davor höchstens eine: ermutige sie.</translation>
    </message>
    <message>
        <source>Placed their first order in the last 30 days: welcome them.</source>
        <translation>Die erste Bestellung kam in den letzten 30 Tagen: heiße sie willkommen.</translation>
    </message>
    <message>
        <source>One-timers</source>
        <translation>Einmal gekauft</translation>
    </message>
    <message>
        <source>Ordered once, at least 30 days ago: the second order is the one to win.</source>
        <translation>Einmal bestellt, vor mindestens 30 Tagen: die zweite Bestellung gilt es zu gewinnen.</translation>
    </message>
    <message>
        <source>Can get email and never ordered.</source>
        <translation>Darf E-Mail bekommen und hat nie bestellt.</translation>
    </message>
    <message>
        <source>New subscribers</source>
        <translation>Neu angemeldet</translation>
    </message>
    <message>
        <source>Said yes to email in the last 30 days.</source>
        <translation>In den letzten 30 Tagen Ja zu E-Mail gesagt.</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Gefährdet</translation>
    </message>
    <message>
        <source>Good customers who have not ordered for three months: write before they forget you.</source>
        <translation>Gute Kunden, die drei Monate nicht bestellt haben: schreib, bevor sie dich vergessen.</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>Verloren gegangen</translation>
    </message>
    <message>
        <source>Ordered before, not in the last 180 days.</source>
        <translation>Früher bestellt, aber nicht in den letzten 180 Tagen.</translation>
    </message>
    <message>
        <source>Lost best customers</source>
        <translation>Verlorene beste Kunden</translation>
    </message>
    <message>
        <source>Spent much, and nothing for a year: worth a personal word.</source>
        <translation>Viel ausgegeben, und seit einem Jahr nichts mehr: ein persönliches Wort wert.</translation>
    </message>
    <message>
        <source>Had a refund</source>
        <translation>Geld zurückbekommen</translation>
    </message>
    <message>
        <source>Got money back in the last 30 days: ask how it went before selling again.</source>
        <translation>In den letzten 30 Tagen Geld zurückbekommen: frag erst, wie es war, bevor du wieder verkaufst.</translation>
    </message>
    <message>
        <source>Engaged 30 days</source>
        <translation>Aktiv in 30 Tagen</translation>
    </message>
    <message>
        <source>Opened or clicked an email, or ordered, in the last 30 days: safe to write to.</source>
        <translation>In den letzten 30 Tagen E-Mail geöffnet, geklickt oder bestellt: hier schreibst du ohne Sorge.</translation>
    </message>
    <message>
        <source>Engaged 60 days</source>
        <translation>Aktiv in 60 Tagen</translation>
    </message>
    <message>
        <source>Opened or clicked an email, or ordered, in the last 60 days: safe to write to.</source>
        <translation>In den letzten 60 Tagen E-Mail geöffnet, geklickt oder bestellt: hier schreibst du ohne Sorge.</translation>
    </message>
    <message>
        <source>Engaged 90 days</source>
        <translation>Aktiv in 90 Tagen</translation>
    </message>
    <message>
        <source>Opened or clicked an email, or ordered, in the last 90 days: safe to write to.</source>
        <translation>In den letzten 90 Tagen E-Mail geöffnet, geklickt oder bestellt: hier schreibst du ohne Sorge.</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Eingeschlafen</translation>
    </message>
    <message>
        <source>Got at least five emails in 180 days and opened none: write less, or stop.</source>
        <translation>In 180 Tagen mindestens fünf E-Mails bekommen und keine geöffnet: schreib seltener oder gar nicht.</translation>
    </message>
    <message>
        <source>Clickers who did not buy</source>
        <translation>Geklickt, nicht gekauft</translation>
    </message>
    <message>
        <source>Clicked in the last 14 days and did not order since.</source>
        <translation>In den letzten 14 Tagen geklickt und seither nicht bestellt.</translation>
    </message>
    <message>
        <source>Can get email</source>
        <translation>Darf E-Mail bekommen</translation>
    </message>
    <message>
        <source>Said yes, has an address, is not suppressed.</source>
        <translation>Hat Ja gesagt, hat eine Adresse und ist nicht gesperrt.</translation>
    </message>
    <message>
        <source>Addresses that bounce</source>
        <translation>Unzustellbare Adressen</translation>
    </message>
    <message>
        <source>A message came back in the last 90 days.</source>
        <translation>In den letzten 90 Tagen kam eine Nachricht zurück.</translation>
    </message>
    <message>
        <source>Began a checkout in the last 3 days and has not ordered since.</source>
        <translation>In den letzten 3 Tagen eine Bestellung begonnen und seither nicht bestellt.</translation>
    </message>
    <message>
        <source>Left something in the cart</source>
        <translation>Etwas im Warenkorb gelassen</translation>
    </message>
    <message>
        <source>Put something into the cart in the last 3 days and has not ordered since.</source>
        <translation>In den letzten 3 Tagen etwas in den Warenkorb gelegt und seither nicht bestellt.</translation>
    </message>
    <message>
        <source>Looking around</source>
        <translation>Sieht sich um</translation>
    </message>
    <message>
        <source>Viewed three products or more in the last 7 days and did not order.</source>
        <translation>In den letzten 7 Tagen drei Produkte oder mehr angesehen und nicht bestellt.</translation>
    </message>
    <message>
        <source>Discount hunters</source>
        <translation>Rabattjäger</translation>
    </message>
    <message>
        <source>Ordered with a coupon twice or more.</source>
        <translation>Zweimal oder öfter mit Gutschein bestellt.</translation>
    </message>
    <message>
        <source>Birthday this month</source>
        <translation>Geburtstag in diesem Monat</translation>
    </message>
    <message>
        <source>Wish them well.</source>
        <translation>Gratuliere ihnen.</translation>
    </message>
    <message>
        <source>Birthday in the next 7 days</source>
        <translation>Geburtstag in den nächsten 7 Tagen</translation>
    </message>
    <message>
        <source>In time for a greeting.</source>
        <translation>Rechtzeitig für einen Gruß.</translation>
    </message>
    <message>
        <source>Near my shop</source>
        <translation>Nahe bei meinem Laden</translation>
    </message>
    <message>
        <source>Live within 30 km of a point: put your shop&apos;s own there.</source>
        <translation>Wohnen im Umkreis von 30 km um einen Punkt: trag den deines Ladens ein.</translation>
    </message>
    <message>
        <source>In the European Union</source>
        <translation>In der Europäischen Union</translation>
    </message>
    <message>
        <source>For rules and shipping that hold there.</source>
        <translation>Für Regeln und Versand, die dort gelten.</translation>
    </message>
    <message>
        <source>A year with you</source>
        <translation>Ein Jahr bei dir</translation>
    </message>
    <message>
        <source>First heard of them a year ago this week.</source>
        <translation>Vor einem Jahr in dieser Woche zum ersten Mal von ihnen gehört.</translation>
    </message>
    <message>
        <source>A random tenth</source>
        <translation>Ein zufälliges Zehntel</translation>
    </message>
    <message>
        <source>Always the same people: for a trial, or a group that gets nothing.</source>
        <translation>Immer dieselben: für einen Versuch oder eine Gruppe, die nichts bekommt.</translation>
    </message>
    <message>
        <source>New people</source>
        <translation>Neue Leute</translation>
    </message>
    <message>
        <source>Slipping away</source>
        <translation>Auf dem Absprung</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>In the shop</source>
        <translation>Im Shop</translation>
    </message>
    <message>
        <source>About them</source>
        <translation>Über sie</translation>
    </message>
</context>
<context>
    <name>SegmentWhy</name>
    <message>
        <source>all of these</source>
        <translation>alles davon</translation>
    </message>
    <message>
        <source>at least one of these</source>
        <translation>mindestens eines davon</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>nichts davon</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>trifft zu</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>trifft nicht zu</translation>
    </message>
    <message>
        <source>until %1, if nothing happens</source>
        <translation>bis %1, wenn nichts geschieht</translation>
    </message>
    <message>
        <source>from %1 on, if nothing happens</source>
        <translation>ab %1, wenn nichts geschieht</translation>
    </message>
</context>
<context>
    <name>Tests</name>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist eines von</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>ist keines von</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>enthält nicht</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>beginnt mit</translation>
    </message>
    <message>
        <source>does not begin with</source>
        <translation>beginnt nicht mit</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>endet mit</translation>
    </message>
    <message>
        <source>does not end with</source>
        <translation>endet nicht mit</translation>
    </message>
    <message>
        <source>matches the pattern</source>
        <translation>passt zum Muster</translation>
    </message>
    <message>
        <source>does not match the pattern</source>
        <translation>passt nicht zum Muster</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>ist mehr als</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>ist mindestens</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>ist weniger als</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>ist höchstens</translation>
    </message>
    <message>
        <source>is exactly</source>
        <translation>ist genau</translation>
    </message>
    <message>
        <source>is not the number</source>
        <translation>ist nicht die Zahl</translation>
    </message>
    <message>
        <source>is between</source>
        <translation>liegt zwischen</translation>
    </message>
    <message>
        <source>is yes</source>
        <translation>ist ja</translation>
    </message>
    <message>
        <source>is no</source>
        <translation>ist nein</translation>
    </message>
    <message>
        <source>is before</source>
        <translation>ist vor dem</translation>
    </message>
    <message>
        <source>is after</source>
        <translation>ist nach dem</translation>
    </message>
    <message>
        <source>is between the days</source>
        <translation>liegt zwischen den Tagen</translation>
    </message>
    <message>
        <source>is in the last</source>
        <translation>liegt in den letzten</translation>
    </message>
    <message>
        <source>is in the last whole</source>
        <translation>liegt in den letzten ganzen</translation>
    </message>
    <message>
        <source>is in the next</source>
        <translation>liegt in den nächsten</translation>
    </message>
    <message>
        <source>is in the next whole</source>
        <translation>liegt in den nächsten ganzen</translation>
    </message>
    <message>
        <source>comes round today</source>
        <translation>jährt sich heute</translation>
    </message>
    <message>
        <source>comes round in</source>
        <translation>jährt sich in</translation>
    </message>
    <message>
        <source>comes round in the next</source>
        <translation>jährt sich in den nächsten</translation>
    </message>
    <message>
        <source>came round in the last</source>
        <translation>jährte sich in den letzten</translation>
    </message>
    <message>
        <source>has the entry</source>
        <translation>hat den Eintrag</translation>
    </message>
    <message>
        <source>does not have the entry</source>
        <translation>hat nicht den Eintrag</translation>
    </message>
    <message>
        <source>has any of</source>
        <translation>hat eines von</translation>
    </message>
    <message>
        <source>has none of</source>
        <translation>hat keines von</translation>
    </message>
    <message>
        <source>has all of</source>
        <translation>hat alle von</translation>
    </message>
    <message>
        <source>does not have all of</source>
        <translation>hat nicht alle von</translation>
    </message>
    <message>
        <source>has as many entries:</source>
        <translation>hat so viele Einträge:</translation>
    </message>
    <message>
        <source>is known</source>
        <translation>ist bekannt</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>ist nicht bekannt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Whether it is known</source>
        <translation>Ob es bekannt ist</translation>
    </message>
    <message>
        <source>dates back at least</source>
        <translation>liegt zurück, seit mindestens</translation>
    </message>
    <message>
        <source>dates back at least, in whole</source>
        <translation>liegt zurück, seit mindestens ganzen</translation>
    </message>
</context>
<context>
    <name>VerdictFacts</name>
    <message>
        <source>never asked</source>
        <translation>nie gefragt</translation>
    </message>
    <message>
        <source>said yes</source>
        <translation>hat Ja gesagt</translation>
    </message>
    <message>
        <source>not confirmed yet</source>
        <translation>noch nicht bestätigt</translation>
    </message>
    <message>
        <source>unsubscribed</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>the address does not exist</source>
        <translation>die Adresse gibt es nicht</translation>
    </message>
    <message>
        <source>a complaint</source>
        <translation>eine Beschwerde</translation>
    </message>
    <message>
        <source>the address is not valid</source>
        <translation>die Adresse ist ungültig</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>average</source>
        <translation>Durchschnitt</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>kleinster</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>größter</translation>
    </message>
    <message>
        <source>different ones</source>
        <translation>verschiedene</translation>
    </message>
    <message>
        <source>first</source>
        <translation>erster</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzter</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>clicked</source>
        <translation>geklickt</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>text messages</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>push messages</source>
        <translation>Push-Nachrichten</translation>
    </message>
    <message>
        <source>, the last on %1</source>
        <translation>, zuletzt am %1</translation>
    </message>
    <message>
        <source>, since %1</source>
        <translation>, seit %1</translation>
    </message>
    <message>
        <source>, on %1</source>
        <translation>, am %1</translation>
    </message>
    <message>
        <source>%1: never</source>
        <translation>%1: nie</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln times</source>
        <translation>
            <numerusform>%1: %Ln Mal</numerusform>
            <numerusform>%1: %Ln Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>%1: %2 is “%3”</source>
        <translation>%1: %2 ist „%3“</translation>
    </message>
    <message>
        <source>%1: there is nothing to measure</source>
        <translation>%1: es gibt nichts zu messen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is not known</source>
        <translation>%1 ist nicht bekannt</translation>
    </message>
    <message>
        <source>on the list “%1”</source>
        <translation>auf der Liste „%1“</translation>
    </message>
    <message>
        <source>not on the list “%1”</source>
        <translation>nicht auf der Liste „%1“</translation>
    </message>
    <message>
        <source>in the segment “%1”</source>
        <translation>im Segment „%1“</translation>
    </message>
    <message>
        <source>not in the segment “%1”</source>
        <translation>nicht im Segment „%1“</translation>
    </message>
    <message>
        <source>%1 (by way of %2)</source>
        <translation>%1 (auf dem Weg: %2)</translation>
    </message>
    <message>
        <source>suppressed for %1: %2</source>
        <translation>gesperrt für %1: %2</translation>
    </message>
    <message>
        <source>not suppressed for %1</source>
        <translation>nicht gesperrt für %1</translation>
    </message>
    <message>
        <source>no address for %1</source>
        <translation>keine Adresse für %1</translation>
    </message>
    <message>
        <source>%1 km away</source>
        <translation>%1 km entfernt</translation>
    </message>
    <message>
        <source>where they live is not known</source>
        <translation>wo sie wohnen, ist nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages %1</source>
        <translation>
            <numerusform>%Ln Nachricht %1</numerusform>
            <numerusform>%Ln Nachrichten %1</numerusform>
        </translation>
    </message>
    <message>
        <source>no message %1</source>
        <translation>keine Nachricht %1</translation>
    </message>
    <message>
        <source>it happened in this order</source>
        <translation>es geschah in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>it did not happen in this order and time</source>
        <translation>es geschah nicht in dieser Reihenfolge und Zeit</translation>
    </message>
    <message>
        <source>drawn by chance, always the same way</source>
        <translation>zufällig gezogen, immer gleich</translation>
    </message>
    <message>
        <source>%1 of %2 hold</source>
        <translation>%1 von %2 treffen zu</translation>
    </message>
    <message>
        <source>not known to the shop at that time</source>
        <translation>dem Shop damals nicht bekannt</translation>
    </message>
</context>
<context>
    <name>WhySheet</name>
    <message>
        <source>holds</source>
        <translation>trifft zu</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>trifft nicht zu</translation>
    </message>
    <message>
        <source>until %1 if nothing happens</source>
        <translation>bis %1, wenn nichts geschieht</translation>
    </message>
    <message>
        <source>Why these segments?</source>
        <translation>Warum diese Segmente?</translation>
    </message>
    <message>
        <source>Looking it up…</source>
        <translation>Wird nachgesehen …</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::AskingMultiPicker</name>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %Ln more</source>
        <translation>
            <numerusform>%1, %2 und %Ln weiteres</numerusform>
            <numerusform>%1, %2 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::AskingPicker</name>
    <message>
        <source>“%1”, as typed</source>
        <translation>„%1“, wie getippt</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::AudienceStep</name>
    <message>
        <source>Name of this campaign</source>
        <translation>Name dieser Kampagne</translation>
    </message>
    <message>
        <source>Will get it</source>
        <translation>Bekommen sie</translation>
    </message>
    <message>
        <source>Who is it for?</source>
        <translation>Für wen ist sie?</translation>
    </message>
    <message>
        <source>Only you see it.</source>
        <translation>Nur du siehst ihn.</translation>
    </message>
    <message>
        <source>Choose segments or lists</source>
        <translation>Segmente oder Listen wählen</translation>
    </message>
    <message>
        <source>Search segments and lists</source>
        <translation>Segmente und Listen suchen</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>Send to everybody in</source>
        <translation>Senden an alle in</translation>
    </message>
    <message>
        <source>Somebody who is in several gets it once.</source>
        <translation>Wer in mehreren ist, bekommt sie einmal.</translation>
    </message>
    <message>
        <source>Nobody is left out</source>
        <translation>Niemand wird ausgelassen</translation>
    </message>
    <message>
        <source>But not to anybody in</source>
        <translation>Ausgenommen</translation>
    </message>
    <message>
        <source>Of the audience</source>
        <translation>Aus dem Empfängerkreis</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>%1, but not %2</source>
        <translation>%1, aber nicht %2</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln people in the audience</source>
        <translation>
            <numerusform>von %Ln Mensch im Empfängerkreis</numerusform>
            <numerusform>von %Ln Menschen im Empfängerkreis</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no segment and no list yet. Make a segment first: a saved question such as “bought in the last 90 days”.</source>
        <translation>Es gibt noch kein Segment und keine Liste. Lege zuerst ein Segment an: eine gespeicherte Frage wie „hat in den letzten 90 Tagen gekauft“.</translation>
    </message>
    <message>
        <source>Choose at least one segment or list.</source>
        <translation>Wähle mindestens ein Segment oder eine Liste.</translation>
    </message>
    <message>
        <source>Everybody in it may be written to.</source>
        <translation>Alle darin dürfen angeschrieben werden.</translation>
    </message>
    <message>
        <source>Nobody is in it now.</source>
        <translation>Zurzeit ist niemand darin.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln will not get it:</source>
        <translation>
            <numerusform>%Ln bekommt sie nicht:</numerusform>
            <numerusform>%Ln bekommen sie nicht:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::BackupSection</name>
    <message>
        <source>There is no backup yet.</source>
        <translation>Es gibt noch keine Sicherung.</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>A backup is one file beside the workspace with everything in it, made while Shopbell runs. The newest ten are kept. Keys and passwords are not in it.</source>
        <translation>Eine Sicherung ist eine Datei neben dem Arbeitsbereich, mit allem darin, gemacht, während Shopbell läuft. Die neuesten zehn werden behalten. Schlüssel und Passwörter sind nicht darin.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>Aus einer Datei wiederherstellen …</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen …</translation>
    </message>
    <message>
        <source>Restore the backup of %1</source>
        <translation>Sicherung vom %1 wiederherstellen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::BarChart</name>
    <message>
        <source>Bar chart</source>
        <translation>Balkendiagramm</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bars, most %1 at %2</source>
        <translation>
            <numerusform>%Ln Balken, am meisten %1 bei %2</numerusform>
            <numerusform>%Ln Balken, am meisten %1 bei %2</numerusform>
        </translation>
    </message>
    <message>
        <source>No values in this period</source>
        <translation>Keine Werte in dieser Zeit</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::BigNumber</name>
    <message>
        <source>up %1</source>
        <translation>um %1 gestiegen</translation>
    </message>
    <message>
        <source>down %1</source>
        <translation>um %1 gefallen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::BrandButton</name>
    <message>
        <source>Workspace menu</source>
        <translation>Menü des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>%1: workspace menu</source>
        <comment>shop</comment>
        <translation>%1: Menü des Arbeitsbereichs</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Button</name>
    <message>
        <source>Working on it</source>
        <translation>Wird gerade erledigt</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::CampaignBoard</name>
    <message>
        <source>Which campaigns</source>
        <translation>Welche Kampagnen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>None of these now</source>
        <translation>Zurzeit keine davon</translation>
    </message>
    <message>
        <source>Choose another kind above.</source>
        <translation>Wähle oben eine andere Art.</translation>
    </message>
    <message>
        <source>Write to your customers</source>
        <translation>Schreib deinen Kunden</translation>
    </message>
    <message>
        <source>A campaign is one message to many people: news, an offer, a thank-you. You choose who gets it, write it, and see before it goes who will get it and who will not.</source>
        <translation>Eine Kampagne ist eine Nachricht an viele: Neues, ein Angebot, ein Dank. Du wählst, wer sie bekommt, schreibst sie, und siehst vor dem Senden, wer sie bekommt und wer nicht.</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>Neue Kampagne</translation>
    </message>
    <message numerus="yes">
        <source>%Ln campaigns</source>
        <translation>
            <numerusform>%Ln Kampagne</numerusform>
            <numerusform>%Ln Kampagnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Kopie machen</translation>
    </message>
    <message>
        <source>Remove the draft</source>
        <translation>Entwurf entfernen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::CampaignModel</name>
    <message>
        <source>No subject yet</source>
        <translation>Noch kein Betreff</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::CampaignPath</name>
    <message>
        <source>Audience</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Steps of this campaign</source>
        <translation>Schritte dieser Kampagne</translation>
    </message>
    <message>
        <source>Campaign of %1</source>
        <translation>Kampagne vom %1</translation>
    </message>
    <message>
        <source>New draft</source>
        <translation>Neuer Entwurf</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Draft, saved</source>
        <translation>Entwurf, gespeichert</translation>
    </message>
    <message>
        <source>Schedule…</source>
        <translation>Planen …</translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln people…</source>
        <translation>
            <numerusform>An %Ln Person senden …</numerusform>
            <numerusform>An %Ln Personen senden …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln people will get it</source>
        <translation>
            <numerusform>%1 von %Ln Mensch bekommt sie</numerusform>
            <numerusform>%1 von %Ln Menschen bekommen sie</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 people get “%2”. %3 in the audience do not.</source>
        <translation>%1 Menschen bekommen „%2“. %3 im Empfängerkreis nicht.</translation>
    </message>
    <message>
        <source>Schedule this campaign?</source>
        <translation>Diese Kampagne planen?</translation>
    </message>
    <message>
        <source>It goes out %1. Until then it can be stopped and changed; the people are counted again at that moment.</source>
        <translation>Sie wird am %1 gesendet. Bis dahin lässt sie sich anhalten und ändern; die Empfänger werden erst dann ermittelt.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Planen</translation>
    </message>
    <message>
        <source>Send it now?</source>
        <translation>Jetzt senden?</translation>
    </message>
    <message>
        <source>What has left cannot be called back.</source>
        <translation>Was hinausgegangen ist, lässt sich nicht zurückholen.</translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln people</source>
        <translation>
            <numerusform>An %Ln Person senden</numerusform>
            <numerusform>An %Ln Personen senden</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was sent</source>
        <translation>„%1“ wurde gesendet</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::CampaignReport</name>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Why some did not get it</source>
        <translation>Warum manche sie nicht bekommen haben</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>People of this campaign</source>
        <translation>Menschen dieser Kampagne</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>There is nobody behind this number.</source>
        <translation>Hinter dieser Zahl steht niemand.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln Mensch</numerusform>
            <numerusform>%Ln Menschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1: show the people</source>
        <translation>%1: die Menschen zeigen</translation>
    </message>
    <message>
        <source>Every planned message is in exactly one of the numbers beside it. Accepted means that the mail server took it; unknown, that the connection broke before it answered, so that it may have arrived and is not sent twice.</source>
        <translation>Jede geplante Nachricht zählt in genau einer der übrigen Kacheln. Angenommen heißt, dass der Mailserver sie nahm; unbekannt, dass die Verbindung vor der Antwort abriss: sie kann angekommen sein und wird nicht doppelt gesendet.</translation>
    </message>
    <message>
        <source>Every planned message is in exactly one of the numbers beside it. Accepted means that the mail server took it. Click a number to see its people.</source>
        <translation>Jede geplante Nachricht zählt in genau einer der übrigen Kacheln. Angenommen heißt, dass der Mailserver sie nahm. Klicke auf eine Zahl, um die Personen zu sehen.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln people</source>
        <translation>
            <numerusform>%1 von %Ln Mensch</numerusform>
            <numerusform>%1 von %Ln Menschen</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;Goes out %1.&lt;/b&gt; The people are counted at that moment. Shopbell must be running then.</source>
        <translation>&lt;b&gt;Wird am %1 gesendet.&lt;/b&gt; Die Empfänger werden erst dann ermittelt. Shopbell muss dann laufen.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Paused.&lt;/b&gt; Nothing leaves until you go on. What has left stays sent.</source>
        <translation>&lt;b&gt;Angehalten.&lt;/b&gt; Es wird nichts gesendet, bis du weitermachst. Schon Gesendetes bleibt gesendet.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Cancelled.&lt;/b&gt; What had left stays sent; nobody else gets it.</source>
        <translation>&lt;b&gt;Abgebrochen.&lt;/b&gt; Was hinaus ist, bleibt gesendet; sonst bekommt sie niemand.</translation>
    </message>
    <message>
        <source>People: %1</source>
        <translation>Personen: %1</translation>
    </message>
    <message>
        <source>Cancel “%1” for good?</source>
        <translation>„%1“ endgültig abbrechen?</translation>
    </message>
    <message>
        <source>%1 messages wait and will not be sent. %2 were sent and stay sent. It cannot be taken up again; to stop for a while, pause it.</source>
        <translation>%1 Nachrichten warten und werden nicht gesendet. %2 wurden gesendet und bleiben es. Wieder aufnehmen geht nicht; für eine Weile hält man sie an.</translation>
    </message>
    <message>
        <source>Cancel the campaign</source>
        <translation>Kampagne abbrechen</translation>
    </message>
    <message>
        <source>The message</source>
        <translation>Die Nachricht</translation>
    </message>
    <message>
        <source>What will go out</source>
        <translation>Was hinausgehen wird</translation>
    </message>
    <message>
        <source>everybody in it</source>
        <comment>the audience of a campaign</comment>
        <translation>alle darin</translation>
    </message>
    <message>
        <source>%1 of them</source>
        <comment>a percentage of the planned</comment>
        <translation>%1 davon</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::CampaignsPage</name>
    <message>
        <source>New campaign</source>
        <translation>Neue Kampagne</translation>
    </message>
    <message>
        <source>See the message</source>
        <translation>Nachricht ansehen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on sending</source>
        <translation>Weiter senden</translation>
    </message>
    <message>
        <source>Stop and change</source>
        <translation>Anhalten und ändern</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Kopie machen</translation>
    </message>
    <message>
        <source>Cancel the campaign…</source>
        <translation>Kampagne abbrechen …</translation>
    </message>
    <message>
        <source>Remove the draft</source>
        <translation>Entwurf entfernen</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::CheckStep</name>
    <message>
        <source>What we looked at</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Once more, before it goes</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Local outbox: written to a folder, reaches nobody</source>
        <translation>Lokaler Postausgang: in einen Ordner geschrieben, erreicht niemanden</translation>
    </message>
    <message>
        <source>%1: written to a folder, reaches nobody</source>
        <translation>%1: in einen Ordner geschrieben, erreicht niemanden</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Will get it</source>
        <translation>Bekommen sie</translation>
    </message>
    <message>
        <source>Will not</source>
        <translation>Bekommen sie nicht</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>Carried by</source>
        <translation>Versand über</translation>
    </message>
    <message>
        <source>Every message is being made and looked at…</source>
        <translation>Jede Nachricht wird erstellt und angesehen …</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nothing stands in the way.&lt;/b&gt; Every message was made and looked at.</source>
        <translation>&lt;b&gt;Nichts steht im Weg.&lt;/b&gt; Jede Nachricht wurde erstellt und angesehen.</translation>
    </message>
    <message>
        <source>&lt;b&gt;It can go out.&lt;/b&gt; These are worth a look:</source>
        <translation>&lt;b&gt;Sie kann hinaus.&lt;/b&gt; Das ist einen Blick wert:</translation>
    </message>
    <message>
        <source>&lt;b&gt;This stops it.&lt;/b&gt; %1</source>
        <translation>&lt;b&gt;Das hält sie auf.&lt;/b&gt; %1</translation>
    </message>
    <message numerus="yes">
        <source>It concerns %Ln people.</source>
        <translation>
            <numerusform>Es betrifft %Ln Menschen.</numerusform>
            <numerusform>Es betrifft %Ln Menschen.</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;Nobody receives these.&lt;/b&gt; The local outbox only writes messages to a folder, to look at. To send for real, enter a mail server in the settings.</source>
        <translation>&lt;b&gt;Diese Nachrichten bekommt niemand.&lt;/b&gt; Der lokale Postausgang schreibt sie nur in einen Ordner, zum Ansehen. Um wirklich zu senden, trag in den Einstellungen einen Mailserver ein.</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::ChoiceList</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Nothing of that name</source>
        <translation>Nichts dieses Namens</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Auswahl</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::ChosenPeople</name>
    <message>
        <source>What to do with the chosen people</source>
        <translation>Was mit den Gewählten geschehen soll</translation>
    </message>
    <message>
        <source>Add to a list</source>
        <translation>Zu einer Liste</translation>
    </message>
    <message>
        <source>Add the chosen people to a list</source>
        <translation>Die Gewählten zu einer Liste hinzufügen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Suppress</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Choose nobody</source>
        <translation>Niemanden wählen</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 gewählt</translation>
    </message>
    <message>
        <source>A new list…</source>
        <translation>Neue Liste …</translation>
    </message>
    <message>
        <source>These are too many at once</source>
        <translation>Das sind zu viele auf einmal</translation>
    </message>
    <message>
        <source>Choose at most %1 people, or make a segment of them and use that.</source>
        <translation>Wähle höchstens %1 Menschen, oder mache ein Segment daraus und nimm das.</translation>
    </message>
    <message>
        <source>A new list</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>for example Newsletter</source>
        <translation>zum Beispiel Newsletter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Make the list</source>
        <translation>Liste anlegen</translation>
    </message>
    <message>
        <source>Added %1 to “%2”</source>
        <translation>%1 zu „%2“ hinzugefügt</translation>
    </message>
    <message>
        <source>They are all in “%1” already</source>
        <translation>Sie sind alle schon in „%1“</translation>
    </message>
    <message>
        <source>Write the chosen people to</source>
        <translation>Die Gewählten schreiben nach</translation>
    </message>
    <message>
        <source>people.csv</source>
        <translation>menschen.csv</translation>
    </message>
    <message>
        <source>CSV (*.csv);;Lines of JSON (*.ndjson)</source>
        <translation>CSV (*.csv);;JSON-Zeilen (*.ndjson)</translation>
    </message>
    <message>
        <source>%1 people written</source>
        <translation>%1 Menschen geschrieben</translation>
    </message>
    <message>
        <source>None of them has an email address</source>
        <translation>Niemand davon hat eine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Suppress %1 addresses?</source>
        <translation>%1 Adressen sperren?</translation>
    </message>
    <message>
        <source>Nothing is sent to these addresses any more, whatever they agreed to. You can release each of them again on the person&apos;s page.</source>
        <translation>An diese Adressen wird nichts mehr gesendet, was auch immer zugestimmt wurde. Auf der Seite der Person lässt sich jede wieder freigeben.</translation>
    </message>
    <message>
        <source>%1 addresses suppressed</source>
        <translation>%1 Adressen gesperrt</translation>
    </message>
    <message>
        <source>All of them were suppressed already</source>
        <translation>Sie waren alle schon gesperrt</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::CommandPalette</name>
    <message>
        <source>Search or jump to</source>
        <translation>Suchen oder öffnen</translation>
    </message>
    <message>
        <source>Search or jump to…</source>
        <translation>Suchen oder öffnen …</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters.</source>
        <translation>Nichts gefunden. Versuche es mit weniger Buchstaben.</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::CompareSheet</name>
    <message>
        <source>Compare with another segment</source>
        <translation>Mit anderem Segment vergleichen</translation>
    </message>
    <message>
        <source>The other segment</source>
        <translation>Das andere Segment</translation>
    </message>
    <message>
        <source>Choose the other segment</source>
        <translation>Wähle das andere Segment</translation>
    </message>
    <message>
        <source>There is no other segment yet.</source>
        <translation>Es gibt noch kein anderes Segment.</translation>
    </message>
    <message>
        <source>only in “%1”</source>
        <translation>nur in „%1“</translation>
    </message>
    <message>
        <source>in both</source>
        <translation>in beiden</translation>
    </message>
    <message>
        <source>Make a segment</source>
        <translation>Segment anlegen</translation>
    </message>
    <message>
        <source>Make a segment of those %1</source>
        <translation>Segment anlegen aus denen %1</translation>
    </message>
    <message>
        <source>%1, without %2</source>
        <translation>%1, ohne %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::ConditionRow</name>
    <message>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
    <message>
        <source>Move this condition</source>
        <translation>Diese Bedingung bewegen</translation>
    </message>
    <message>
        <source>%1 people of whom this is not known are included</source>
        <translation>%1 Menschen, von denen das nicht bekannt ist, sind dabei</translation>
    </message>
    <message>
        <source>People of whom this is not known are included</source>
        <translation>Menschen, von denen das nicht bekannt ist, sind dabei</translation>
    </message>
    <message>
        <source>%1 people of whom this is not known are left out</source>
        <translation>%1 Menschen, von denen das nicht bekannt ist, bleiben draußen</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Include them</source>
        <translation>Dazunehmen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::ConnectStoreSheet</name>
    <message>
        <source>Connect a store</source>
        <translation>Shop verbinden</translation>
    </message>
    <message>
        <source>What does the store run on?</source>
        <translation>Womit läuft der Shop?</translation>
    </message>
    <message>
        <source>Asking the store…</source>
        <translation>Der Shop wird gefragt …</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>This Shopbell knows no kind of store.</source>
        <translation>Dieses Shopbell kennt keine Art von Shop.</translation>
    </message>
    <message>
        <source>Connect a %1 store</source>
        <translation>Einen Shop mit %1 verbinden</translation>
    </message>
    <message>
        <source>Connect anyway</source>
        <translation>Trotzdem verbinden</translation>
    </message>
    <message>
        <source>%1 orders</source>
        <translation>%1 Bestellungen</translation>
    </message>
    <message>
        <source>%1 customers</source>
        <translation>%1 Kunden</translation>
    </message>
    <message>
        <source>&lt;b&gt;It works: %1.&lt;/b&gt; %2</source>
        <translation>&lt;b&gt;Es klappt: %1.&lt;/b&gt; %2</translation>
    </message>
    <message>
        <source>%1 was read: %2 customers, %3 orders</source>
        <translation>%1 wurde gelesen: %2 Kunden, %3 Bestellungen</translation>
    </message>
    <message>
        <source>%1 is connected. Its customers and orders are being read.</source>
        <translation>%1 ist verbunden. Kunden und Bestellungen werden gelesen.</translation>
    </message>
    <message>
        <source>Shopbell only reads. Keys stay in this computer&apos;s keychain.</source>
        <translation>Shopbell liest nur. Schlüssel bleiben im Schlüsselbund dieses Computers.</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::DateRangePicker</name>
    <message>
        <source>one day</source>
        <translation>ein Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Monat davor</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Monat danach</translation>
    </message>
    <message>
        <source>Now the last day</source>
        <translation>Jetzt der letzte Tag</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Letzte 12 Monate</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Andere Tage</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>No comparison</source>
        <translation>Kein Vergleich</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>Zeitraum davor</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>Jahr davor</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>%1, vs period before</source>
        <translation>%1, gegenüber dem Zeitraum davor</translation>
    </message>
    <message>
        <source>%1, vs year before</source>
        <translation>%1, gegenüber dem Jahr davor</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::DayPill</name>
    <message>
        <source>Previous year</source>
        <translation>Voriges Jahr</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Nächster Monat</translation>
    </message>
    <message>
        <source>Next year</source>
        <translation>Nächstes Jahr</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::DropPlace</name>
    <message>
        <source>Drop a file here</source>
        <translation>Lege eine Datei hier ab</translation>
    </message>
    <message>
        <source>CSV as spreadsheets and shops write it, or lines of JSON (.ndjson). Which columns mean what is guessed and shown before anything is taken in.</source>
        <translation>CSV, wie Tabellen und Shops es schreiben, oder JSON-Zeilen (.ndjson). Was welche Spalte bedeutet, wird erraten und gezeigt, bevor etwas aufgenommen wird.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Choose a file to import</source>
        <translation>Datei zum Importieren wählen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.ndjson *.jsonl);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv *.txt *.ndjson *.jsonl);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::EffectMeter</name>
    <message>
        <source>Share of the people</source>
        <translation>Anteil der Menschen</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 Menschen</translation>
    </message>
    <message>
        <source>removes %1</source>
        <translation>entfernt %1</translation>
    </message>
    <message>
        <source>removes nobody</source>
        <translation>entfernt niemanden</translation>
    </message>
    <message>
        <source>%1 of everybody</source>
        <translation>%1 von allen</translation>
    </message>
    <message>
        <source>leaves out %1</source>
        <translation>lässt %1 aus</translation>
    </message>
    <message>
        <source>leaves out nobody more</source>
        <translation>lässt keinen mehr aus</translation>
    </message>
    <message>
        <source>adds %1</source>
        <translation>bringt %1 dazu</translation>
    </message>
    <message>
        <source>adds nobody</source>
        <translation>bringt niemanden</translation>
    </message>
    <message>
        <source>%1 people by itself</source>
        <translation>%1 Menschen für sich allein</translation>
    </message>
    <message>
        <source>without it %1 more would be in</source>
        <translation>ohne sie wären %1 mehr darin</translation>
    </message>
    <message>
        <source>%1 people match nothing else here</source>
        <translation>auf %1 Menschen trifft hier nichts anderes zu</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Field</name>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::FiguresCard</name>
    <message>
        <source>Spent so far</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Every</source>
        <comment>so many days between two orders</comment>
        <translation>Kauft alle</translation>
    </message>
    <message>
        <source>What this person bought</source>
        <translation>Was diese Person gekauft hat</translation>
    </message>
    <message>
        <source>Last order: %1</source>
        <translation>Letzte Bestellung: %1</translation>
    </message>
    <message>
        <source>Has not ordered yet.</source>
        <translation>Hat noch nicht bestellt.</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::FirstSteps</name>
    <message>
        <source>Connect your store</source>
        <translation>Verbinde deinen Shop</translation>
    </message>
    <message>
        <source>Shopbell reads your customers, orders and products, and keeps up with them from then on. Nothing in your shop is changed.</source>
        <translation>Shopbell liest deine Kunden, Bestellungen und Produkte und bleibt von da an auf dem Laufenden. In deinem Shop wird nichts geändert.</translation>
    </message>
    <message>
        <source>Connect a store</source>
        <translation>Shop verbinden</translation>
    </message>
    <message>
        <source>Look around the demo shop</source>
        <translation>Sieh dich im Demo-Shop um</translation>
    </message>
    <message>
        <source>A made-up candle shop with a thousand customers, made on this computer in a few seconds. Messages go to a local outbox, to nobody.</source>
        <translation>Ein erfundener Kerzenladen mit tausend Kunden, in ein paar Sekunden auf diesem Computer gemacht. Nachrichten gehen in einen lokalen Postausgang, an niemanden.</translation>
    </message>
    <message>
        <source>Open the demo shop</source>
        <translation>Demo-Shop öffnen</translation>
    </message>
    <message>
        <source>Import a CSV</source>
        <translation>Importiere eine CSV</translation>
    </message>
    <message>
        <source>People, orders or events from a spreadsheet or another program. You see what is what before anything is stored.</source>
        <translation>Menschen, Bestellungen oder Ereignisse aus einer Tabelle oder einem anderen Programm. Du siehst, was was ist, bevor etwas gespeichert wird.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::FormView</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Kept in the keychain; leave empty to keep it</source>
        <translation>Liegt im Schlüsselbund; leer lassen, um ihn zu behalten</translation>
    </message>
    <message>
        <source>Please choose one</source>
        <translation>Bitte wähle eines aus</translation>
    </message>
    <message>
        <source>This is needed</source>
        <translation>Das wird gebraucht</translation>
    </message>
    <message>
        <source>This is not a number</source>
        <translation>Das ist keine Zahl</translation>
    </message>
    <message>
        <source>At least %1</source>
        <translation>Mindestens %1</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>Höchstens %1</translation>
    </message>
    <message>
        <source>This is no web address. It looks like https://shop.example</source>
        <translation>Das ist keine Webadresse. Sie sieht so aus: https://shop.example</translation>
    </message>
    <message>
        <source>This is no email address. It looks like name@shop.example</source>
        <translation>Das ist keine E-Mail-Adresse. Sie sieht so aus: name@shop.example</translation>
    </message>
    <message>
        <source>This must be a single line</source>
        <translation>Das muss eine einzige Zeile sein</translation>
    </message>
    <message>
        <source>This cannot be used here</source>
        <translation>Das geht hier nicht</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Frame</name>
    <message>
        <source>&lt;b&gt;Nothing is sent from here yet.&lt;/b&gt; This workspace was restored or copied. Unlock sending if this is the one you go on with, so that no customer gets a message twice.</source>
        <translation>&lt;b&gt;Von hier wird noch nichts gesendet.&lt;/b&gt; Dieser Arbeitsbereich wurde wiederhergestellt oder kopiert. Gib das Senden frei, wenn du mit diesem weiterarbeitest; so bekommt niemand eine Nachricht doppelt.</translation>
    </message>
    <message>
        <source>Unlock sending…</source>
        <translation>Senden freigeben …</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Backed up, %1</source>
        <translation>Gesichert, %1</translation>
    </message>
    <message>
        <source>Unlock sending?</source>
        <translation>Senden freigeben?</translation>
    </message>
    <message>
        <source>Messages that were waiting will be sent from this workspace. Do this only if the one it was copied from will not send any more: otherwise customers get messages twice.</source>
        <translation>Wartende Nachrichten werden dann aus diesem Arbeitsbereich gesendet. Tu das nur, wenn der, von dem er kopiert wurde, nicht mehr sendet: sonst bekommen Kunden Nachrichten doppelt.</translation>
    </message>
    <message>
        <source>Unlock sending</source>
        <translation>Senden freigeben</translation>
    </message>
    <message>
        <source>Sending is unlocked</source>
        <translation>Senden ist freigegeben</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::GroupView</name>
    <message>
        <source>People who match</source>
        <translation>Menschen, auf die zutrifft:</translation>
    </message>
    <message>
        <source>who match</source>
        <translation>auf die zutrifft:</translation>
    </message>
    <message>
        <source>all of these</source>
        <translation>alles davon</translation>
    </message>
    <message>
        <source>any of these</source>
        <translation>eines davon</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>nichts davon</translation>
    </message>
    <message>
        <source>Remove this group</source>
        <translation>Diese Gruppe entfernen</translation>
    </message>
    <message>
        <source>AND</source>
        <translation>UND</translation>
    </message>
    <message>
        <source>OR</source>
        <translation>ODER</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>Add to this group</source>
        <translation>Zu dieser Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Kopie machen</translation>
    </message>
    <message>
        <source>Put into a group</source>
        <translation>In eine Gruppe setzen</translation>
    </message>
    <message>
        <source>Take the group away</source>
        <translation>Gruppe auflösen</translation>
    </message>
    <message>
        <source>Turn into its contrary</source>
        <translation>Ins Gegenteil wenden</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move out of the group</source>
        <translation>Aus der Gruppe heraus</translation>
    </message>
    <message>
        <source>Move into the group beside it</source>
        <translation>In die Gruppe daneben</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Move this group</source>
        <translation>Diese Gruppe bewegen</translation>
    </message>
    <message>
        <source>How these go together</source>
        <translation>Wie das zusammengehört</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::HomePage</name>
    <message>
        <source>New campaign</source>
        <translation>Neue Kampagne</translation>
    </message>
    <message>
        <source>Worth doing today</source>
        <translation>Heute lohnt sich</translation>
    </message>
    <message>
        <source>Revenue, last 30 days</source>
        <translation>Umsatz, letzte 30 Tage</translation>
    </message>
    <message>
        <source>Earned by messages</source>
        <translation>Durch Nachrichten</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>Neue Kunden</translation>
    </message>
    <message>
        <source>People you may email</source>
        <translation>Darfst du anschreiben</translation>
    </message>
    <message>
        <source>Welcome. How would you like to begin?</source>
        <translation>Willkommen. Womit möchtest du anfangen?</translation>
    </message>
    <message>
        <source>Everything stays in one file on this computer. You can do all three, in any order.</source>
        <translation>Alles bleibt in einer Datei auf diesem Computer. Du kannst alles drei tun, in beliebiger Reihenfolge.</translation>
    </message>
    <message>
        <source>Good night</source>
        <translation>Gute Nacht</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>Guten Morgen</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>Guten Tag</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>Guten Abend</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>weekday and date, in Qt&apos;s letters</comment>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>vs the 30 days before</source>
        <translation>ggü. 30 Tagen davor</translation>
    </message>
    <message numerus="yes">
        <source>%Ln orders</source>
        <translation>
            <numerusform>%Ln Bestellung</numerusform>
            <numerusform>%Ln Bestellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of it, within 5 days of a click or open</source>
        <translation>%1 davon, bis 5 Tage nach Klick oder Öffnen</translation>
    </message>
    <message>
        <source>within 5 days of a click or open</source>
        <translation>bis 5 Tage nach Klick oder Öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln people</source>
        <translation>
            <numerusform>%1 von %Ln Mensch</numerusform>
            <numerusform>%1 von %Ln Menschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::HoverChart</name>
    <message>
        <source>No values</source>
        <translation>Keine Werte</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::ImportsPage</name>
    <message>
        <source>What the file holds</source>
        <translation>Was in der Datei steht</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Steps of the import</source>
        <translation>Schritte des Imports</translation>
    </message>
    <message>
        <source>What does the file hold?</source>
        <translation>Was steht in der Datei?</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Andere Datei</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Import läuft</translation>
    </message>
    <message>
        <source>How far the import is</source>
        <translation>Wie weit der Import ist</translation>
    </message>
    <message>
        <source>You can go on working elsewhere. Cancelling stops after the lines being read now; what was taken in until then stays, and importing the file again takes in the rest.</source>
        <translation>Du kannst anderswo weiterarbeiten. Abbrechen hält nach den Zeilen an, die gerade gelesen werden; was bis dahin aufgenommen ist, bleibt, und ein neuer Import der Datei nimmt den Rest auf.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Hält an …</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Weitere Datei importieren</translation>
    </message>
    <message>
        <source>Look at the people</source>
        <translation>Die Menschen ansehen</translation>
    </message>
    <message>
        <source>“%1” cannot be read. %2</source>
        <translation>„%1“ lässt sich nicht lesen. %2</translation>
    </message>
    <message>
        <source>about %1 lines</source>
        <translation>etwa %1 Zeilen</translation>
    </message>
    <message>
        <source>%1, %2, columns divided by %3</source>
        <comment>lines, encoding, delimiter</comment>
        <translation>%1, %2, Spalten getrennt durch %3</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>Tabulatoren</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1, lines of JSON</source>
        <translation>%1, JSON-Zeilen</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>The import was stopped. What was taken in until then stays; importing the file again takes in the rest.</source>
        <translation>Der Import wurde angehalten. Was bis dahin aufgenommen ist, bleibt; ein neuer Import der Datei nimmt den Rest auf.</translation>
    </message>
    <message>
        <source>Look at the list</source>
        <translation>Die Liste ansehen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::IntervalBar</name>
    <message>
        <source>%1, between %2 and %3</source>
        <translation>%1, zwischen %2 und %3</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::JoiningCard</name>
    <message>
        <source>The people in it</source>
        <translation>Die Menschen darin</translation>
    </message>
    <message>
        <source>Name of the new list</source>
        <translation>Name der neuen Liste</translation>
    </message>
    <message>
        <source>They agreed to get emails from me, and I can show it</source>
        <translation>Sie haben meinen E-Mails zugestimmt, und ich kann es belegen</translation>
    </message>
    <message>
        <source>What they agreed to, where and when</source>
        <translation>Wozu, wo und wann sie zugestimmt haben</translation>
    </message>
    <message>
        <source>No list</source>
        <translation>Keine Liste</translation>
    </message>
    <message>
        <source>for example “Yes, send me news”, sign-up form in the shop, 2025</source>
        <translation>zum Beispiel „Ja, schickt mir Neues“, Anmeldeformular im Shop, 2025</translation>
    </message>
    <message>
        <source>Kept with each person as the proof of consent.</source>
        <translation>Wird bei jeder Person als Nachweis der Einwilligung aufgehoben.</translation>
    </message>
    <message>
        <source>Add them to a list</source>
        <translation>Zu einer Liste hinzufügen</translation>
    </message>
    <message>
        <source>Without this, only people whose line says so may be emailed.</source>
        <translation>Ohne das dürfen nur Menschen angeschrieben werden, deren Zeile es sagt.</translation>
    </message>
    <message>
        <source>A new list</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Give the new list a name.</source>
        <translation>Gib der neuen Liste einen Namen.</translation>
    </message>
    <message>
        <source>Say how they agreed: this is the proof you may need one day.</source>
        <translation>Sag, wie sie zugestimmt haben: diesen Nachweis brauchst du vielleicht eines Tages.</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::JustNow</name>
    <message>
        <source>Just now</source>
        <translation>Gerade eben</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Nothing has happened yet. Orders, clicks and sign-ups appear here as they come in.</source>
        <translation>Noch ist nichts geschehen. Bestellungen, Klicks und Anmeldungen erscheinen hier, sobald sie eintreffen.</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::KlaviyoSheet</name>
    <message>
        <source>Bring in a segment from Klaviyo</source>
        <translation>Ein Segment aus Klaviyo holen</translation>
    </message>
    <message>
        <source>This segment in Klaviyo&apos;s form</source>
        <translation>Dieses Segment in Klaviyos Form</translation>
    </message>
    <message>
        <source>Klaviyo&apos;s definition</source>
        <translation>Klaviyos Definition</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Paste the “definition” of a segment as Klaviyo&apos;s API gives it, with its “condition_groups”.</source>
        <translation>Füge die „definition“ eines Segments ein, wie Klaviyos API sie gibt, mit ihren „condition_groups“.</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei …</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Use this definition</source>
        <translation>Diese Definition verwenden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>JSON (*.json);;All files (*)</source>
        <translation>JSON (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This file cannot be read, or is too large to be a definition.</source>
        <translation>Diese Datei lässt sich nicht lesen oder ist zu groß für eine Definition.</translation>
    </message>
    <message>
        <source>Save the definition as</source>
        <translation>Definition speichern unter</translation>
    </message>
    <message>
        <source>segment.json</source>
        <translation>segment.json</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>This is not a definition of a Klaviyo segment: %1</source>
        <translation>Das ist keine Definition eines Klaviyo-Segments: %1</translation>
    </message>
    <message>
        <source>Everything in it means the same here.</source>
        <translation>Alles darin bedeutet hier dasselbe.</translation>
    </message>
    <message>
        <source>Everything in it means the same there.</source>
        <translation>Alles darin bedeutet dort dasselbe.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln differences to know of</source>
        <translation>
            <numerusform>%Ln Unterschied, den man kennen sollte</numerusform>
            <numerusform>%Ln Unterschiede, die man kennen sollte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::LedgerModel</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::LineAreaChart</name>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>%1: from %2 to %3, least %4, most %5</source>
        <translation>%1: von %2 bis %3, am wenigsten %4, am meisten %5</translation>
    </message>
    <message>
        <source>No values in this period</source>
        <translation>Keine Werte in dieser Zeit</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::LookSection</name>
    <message>
        <source>Go on working when the window is closed</source>
        <translation>Weiterarbeiten, wenn das Fenster zu ist</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Wenn das Fenster zu ist</translation>
    </message>
    <message>
        <source>Shopbell then stays in the tray: it goes on reading your store and sends what is scheduled.</source>
        <translation>Shopbell bleibt dann im Infobereich: es liest deinen Shop weiter und sendet, was geplant ist.</translation>
    </message>
    <message>
        <source>Numbers and dates follow the system.</source>
        <translation>Zahlen und Datumsangaben folgen dem System.</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::MainWindow</name>
    <message>
        <source>%1 · %2 · Shopbell</source>
        <comment>page, shop</comment>
        <translation>%1 · %2 · Shopbell</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>Neuer Arbeitsbereich …</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>Arbeitsbereich öffnen …</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Sicherung wiederherstellen …</translation>
    </message>
    <message>
        <source>Close this workspace</source>
        <translation>Diesen Arbeitsbereich schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>This workspace is open in another window, which is in front now.</source>
        <translation>Dieser Arbeitsbereich ist in einem anderen Fenster offen, das jetzt vorne ist.</translation>
    </message>
    <message>
        <source>Making up a shop. You can look around while it fills.</source>
        <translation>Ein Shop wird erfunden. Du kannst dich umsehen, während er sich füllt.</translation>
    </message>
    <message numerus="yes">
        <source>The demo shop is ready: %Ln people and their orders</source>
        <translation>
            <numerusform>Der Demo-Shop ist fertig: %Ln Mensch mit Bestellungen</numerusform>
            <numerusform>Der Demo-Shop ist fertig: %Ln Menschen und ihre Bestellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Shopbell workspaces (*.shopbell)</source>
        <translation>Shopbell-Arbeitsbereiche (*.shopbell)</translation>
    </message>
    <message>
        <source>Fernhill Candles (demo)</source>
        <comment>file name</comment>
        <translation>Fernhill Candles (Demo)</translation>
    </message>
    <message>
        <source>Keep Shopbell running?</source>
        <translation>Soll Shopbell weiterlaufen?</translation>
    </message>
    <message>
        <source>With the window closed, Shopbell can go on reading your store and sending what is due, with a bell in the tray. You can change this in the settings.</source>
        <translation>Auch ohne Fenster kann Shopbell deinen Shop weiter lesen und senden, was fällig ist; eine Glocke im Infobereich zeigt es. In den Einstellungen lässt sich das ändern.</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::MappingCard</name>
    <message>
        <source>What the columns mean</source>
        <translation>Was die Spalten bedeuten</translation>
    </message>
    <message>
        <source>Lines of JSON name their fields themselves: there is nothing to match.</source>
        <translation>JSON-Zeilen benennen ihre Felder selbst: es gibt nichts zuzuordnen.</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Zum Beispiel</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Keep as “%1”</source>
        <translation>Als „%1“ behalten</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>What “%1” becomes</source>
        <translation>Was aus „%1“ wird</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::MembersSheet</name>
    <message>
        <source>In this segment now</source>
        <translation>Jetzt in diesem Segment</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr zeigen</translation>
    </message>
    <message>
        <source>why</source>
        <translation>warum</translation>
    </message>
    <message>
        <source>%1: why in this segment?</source>
        <translation>%1: warum in diesem Segment?</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln people</source>
        <translation>
            <numerusform>%1 von %Ln Mensch</numerusform>
            <numerusform>%1 von %Ln Menschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln Mensch</numerusform>
            <numerusform>%Ln Menschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::MembershipCard</name>
    <message>
        <source>Lists and segments</source>
        <translation>Listen und Segmente</translation>
    </message>
    <message>
        <source>In no segment</source>
        <translation>In keinem Segment</translation>
    </message>
    <message>
        <source>None of your segments describes this person.</source>
        <translation>Keines deiner Segmente beschreibt diese Person.</translation>
    </message>
    <message>
        <source>Why these?</source>
        <translation>Warum diese?</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Add to a list</source>
        <translation>Zu einer Liste</translation>
    </message>
    <message numerus="yes">
        <source>In %Ln segments</source>
        <translation>
            <numerusform>In %Ln Segment</numerusform>
            <numerusform>In %Ln Segmenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln</source>
        <translation>
            <numerusform>Alle %Ln zeigen</numerusform>
            <numerusform>Alle %Ln zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::MessagePreview</name>
    <message>
        <source>The person before</source>
        <translation>Die Person davor</translation>
    </message>
    <message>
        <source>The next person</source>
        <translation>Die nächste Person</translation>
    </message>
    <message>
        <source>How to look at the message</source>
        <translation>Wie die Nachricht gezeigt wird</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Nur Text</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>The email as it will look</source>
        <translation>Die E-Mail, wie sie aussehen wird</translation>
    </message>
    <message>
        <source>The message as text</source>
        <translation>Die Nachricht als Text</translation>
    </message>
    <message>
        <source>As %1 would get it</source>
        <translation>Wie %1 sie bekäme</translation>
    </message>
    <message>
        <source>Nobody is in this audience yet</source>
        <translation>Noch ist niemand in diesem Empfängerkreis</translation>
    </message>
    <message>
        <source>This cannot be shown yet: %1</source>
        <translation>Das lässt sich noch nicht zeigen: %1</translation>
    </message>
    <message>
        <source>No subject yet</source>
        <translation>Noch kein Betreff</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>An %1</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::MessageStep</name>
    <message>
        <source>From, name</source>
        <translation>Absender, Name</translation>
    </message>
    <message>
        <source>From, email address</source>
        <translation>Absender, E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Answers go to</source>
        <translation>Antworten gehen an</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Preview text</source>
        <translation>Vorschautext</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Nur Text</translation>
    </message>
    <message>
        <source>Insert a personal field</source>
        <translation>Persönliches Feld einfügen</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <source>What do you write?</source>
        <translation>Was schreibst du?</translation>
    </message>
    <message>
        <source>the address above</source>
        <translation>die Adresse darüber</translation>
    </message>
    <message>
        <source>Stands after the subject in most inboxes.</source>
        <translation>Steht in den meisten Postfächern nach dem Betreff.</translation>
    </message>
    <message>
        <source>How the message is written</source>
        <translation>Wie die Nachricht geschrieben wird</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Hello {{ first_name | default: &quot;there&quot; }},

write as you would to one customer. An empty line begins a new paragraph.</source>
        <translation>Hallo {{ first_name | default: &quot;zusammen&quot; }},

schreib, wie du einem einzelnen Kunden schreiben würdest. Eine Leerzeile beginnt einen neuen Absatz.</translation>
    </message>
    <message>
        <source>Left empty, it is made from the HTML.</source>
        <translation>Bleibt es leer, wird es aus dem HTML gemacht.</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>Wie es aussieht</translation>
    </message>
    <message>
        <source>First name, or “there”</source>
        <translation>Vorname, oder „zusammen“</translation>
    </message>
    <message>
        <source>there</source>
        <comment>after Hello, without a name</comment>
        <translation>zusammen</translation>
    </message>
    <message>
        <source>First name, or nothing</source>
        <translation>Vorname, oder nichts</translation>
    </message>
    <message>
        <source>Last name, or nothing</source>
        <translation>Nachname, oder nichts</translation>
    </message>
    <message>
        <source>City, or “your town”</source>
        <translation>Ort, oder „deine Stadt“</translation>
    </message>
    <message>
        <source>your town</source>
        <translation>deine Stadt</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Your shop&apos;s name</source>
        <translation>Name deines Shops</translation>
    </message>
    <message>
        <source>Link to unsubscribe</source>
        <translation>Link zum Abmelden</translation>
    </message>
    <message>
        <source>One message, filled in with the data of the person shown beside. It counts nowhere.</source>
        <translation>Eine Nachricht, gefüllt mit den Daten der nebenan gezeigten Person. Sie zählt nirgends.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Send the test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <source>The test for %1 was handed over</source>
        <translation>Der Test für %1 wurde übergeben</translation>
    </message>
    <message>
        <source>Go back to plain writing?</source>
        <translation>Zurück zum einfachen Schreiben?</translation>
    </message>
    <message>
        <source>The HTML of this message is then made from what stands under Write. Changes made in the HTML itself are lost.</source>
        <translation>Das HTML dieser Nachricht wird dann aus dem gemacht, was unter Schreiben steht. Änderungen im HTML selbst gehen verloren.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::MultiPicker</name>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %Ln more</source>
        <translation>
            <numerusform>%1, %2 und %Ln weiteres</numerusform>
            <numerusform>%1, %2 und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::NewWorkspaceDialog</name>
    <message>
        <source>New workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
    <message>
        <source>Your shop&apos;s name</source>
        <translation>Name deines Shops</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>A workspace is one shop&apos;s file on this computer. Copying it is a backup.</source>
        <translation>Ein Arbeitsbereich ist die Datei eines Shops auf diesem Computer. Eine Kopie davon ist eine Sicherung.</translation>
    </message>
    <message>
        <source>Choose a country</source>
        <translation>Land wählen</translation>
    </message>
    <message>
        <source>Choose a currency</source>
        <translation>Währung wählen</translation>
    </message>
    <message>
        <source>This computer&apos;s</source>
        <translation>Die dieses Computers</translation>
    </message>
    <message>
        <source>Fernhill Candles</source>
        <translation>Fernhill Candles</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Where should the workspace stand?</source>
        <translation>Wo soll der Arbeitsbereich liegen?</translation>
    </message>
    <message>
        <source>Shopbell workspaces (*.shopbell)</source>
        <translation>Shopbell-Arbeitsbereiche (*.shopbell)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Make the workspace</source>
        <translation>Arbeitsbereich anlegen</translation>
    </message>
    <message>
        <source>My shop</source>
        <comment>file name</comment>
        <translation>Mein Shop</translation>
    </message>
    <message>
        <source>Give the shop a name; you can change it later.</source>
        <translation>Gib dem Shop einen Namen; du kannst ihn später ändern.</translation>
    </message>
    <message>
        <source>The file&apos;s name ends in .shopbell.</source>
        <translation>Der Name der Datei endet auf .shopbell.</translation>
    </message>
    <message>
        <source>There is a file of that name already. Choose another name, or open it.</source>
        <translation>Eine Datei mit diesem Namen gibt es schon. Wähle einen anderen Namen, oder öffne sie.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::NodeGrip</name>
    <message>
        <source>Drag to move, click for more. Alt and the arrow keys move it too.</source>
        <translation>Ziehen bewegt, ein Klick zeigt mehr. Alt und die Pfeiltasten bewegen auch.</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::NumberField</name>
    <message>
        <source>This is not a number</source>
        <translation>Das ist keine Zahl</translation>
    </message>
    <message>
        <source>A whole number, please</source>
        <translation>Bitte eine ganze Zahl</translation>
    </message>
    <message numerus="yes">
        <source>At most %n decimal places</source>
        <translation>
            <numerusform>Höchstens %n Nachkommastelle</numerusform>
            <numerusform>Höchstens %n Nachkommastellen</numerusform>
        </translation>
    </message>
    <message>
        <source>At least %1</source>
        <translation>Mindestens %1</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>Höchstens %1</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::OverlapView</name>
    <message>
        <source>How the two overlap</source>
        <translation>Wie sich beide überschneiden</translation>
    </message>
    <message>
        <source>%1 only in %2, %3 in both, %4 only in %5</source>
        <translation>%1 nur in %2, %3 in beiden, %4 nur in %5</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::PaletteSearch</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>Neue Kampagne</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>Neues Segment</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Sicherung wiederherstellen …</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>Arbeitsbereich öffnen …</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>Neuer Arbeitsbereich …</translation>
    </message>
    <message>
        <source>Light look</source>
        <translation>Helles Aussehen</translation>
    </message>
    <message>
        <source>Dark look</source>
        <translation>Dunkles Aussehen</translation>
    </message>
    <message>
        <source>Look like the system</source>
        <translation>Aussehen wie das System</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::PeopleModel</name>
    <message>
        <source>still loading</source>
        <translation>lädt noch</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1 wählen</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>May be emailed</source>
        <translation>E-Mail erlaubt</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Letzte Bestellung</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>Bekannt seit</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::PeopleTable</name>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::PeopleView</name>
    <message>
        <source>Nobody is called that</source>
        <translation>So heißt niemand</translation>
    </message>
    <message>
        <source>Words are looked for at the beginnings of names, email addresses and phone numbers. Try fewer letters, or look among everybody.</source>
        <translation>Gesucht wird am Anfang von Namen, E-Mail-Adressen und Telefonnummern. Versuche es mit weniger Buchstaben, oder suche unter allen.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>Noch niemand hier</translation>
    </message>
    <message>
        <source>People appear here when a store is connected, when a file is imported, or when you add one by hand.</source>
        <translation>Hier erscheinen Menschen, wenn ein Shop verbunden ist, eine Datei importiert wird oder du jemanden von Hand einträgst.</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>Connect your store</source>
        <translation>Verbinde deinen Shop</translation>
    </message>
    <message>
        <source>Search by name, email or phone</source>
        <translation>Nach Name, E-Mail oder Telefon suchen</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Menschen suchen</translation>
    </message>
    <message>
        <source>Whom to show</source>
        <translation>Wen zeigen</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Nobody is in there now</source>
        <translation>Zurzeit ist niemand darin</translation>
    </message>
    <message>
        <source>Choose people in the table and add them to this list, or import a file into it.</source>
        <translation>Wähle Menschen in der Tabelle und füge sie dieser Liste hinzu, oder importiere eine Datei hinein.</translation>
    </message>
    <message>
        <source>Nobody fulfils this segment&apos;s conditions at the moment.</source>
        <translation>Im Augenblick erfüllt niemand die Bedingungen dieses Segments.</translation>
    </message>
    <message>
        <source>Nobody is called “%1”</source>
        <translation>Niemand heißt „%1“</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 Menschen</translation>
    </message>
    <message>
        <source>%1 people found</source>
        <translation>%1 Menschen gefunden</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::PersonTimeline</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>What the timeline shows</source>
        <translation>Was die Zeitachse zeigt</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Messages, sent and skipped</source>
        <translation>Nachrichten, gesendet und ausgelassen</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Nur</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Nothing is known to have happened yet. Orders, visits and messages appear here as they come in.</source>
        <translation>Noch ist nichts bekannt. Bestellungen, Besuche und Nachrichten erscheinen hier, sobald sie eintreffen.</translation>
    </message>
    <message>
        <source>Nothing of that kind has happened with this person.</source>
        <translation>Nichts dergleichen ist mit dieser Person geschehen.</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::PersonView</name>
    <message>
        <source>Nothing is sent to %1 any more</source>
        <translation>An %1 wird nichts mehr gesendet</translation>
    </message>
    <message>
        <source>Release %1?</source>
        <translation>%1 freigeben?</translation>
    </message>
    <message>
        <source>This person marked one of your messages as spam. Write again only if they asked you to: a second complaint harms every message you send.</source>
        <translation>Diese Person hat eine deiner Nachrichten als Spam gemeldet. Schreibe nur wieder, wenn sie darum gebeten hat: eine zweite Beschwerde schadet jeder deiner Nachrichten.</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Messages may be sent to %1 again</source>
        <translation>An %1 darf wieder gesendet werden</translation>
    </message>
    <message>
        <source>Write what is known of this person to</source>
        <translation>Was von dieser Person bekannt ist, schreiben nach</translation>
    </message>
    <message>
        <source>%1.csv</source>
        <translation>%1.csv</translation>
    </message>
    <message>
        <source>CSV (*.csv);;Lines of JSON (*.ndjson)</source>
        <translation>CSV (*.csv);;JSON-Zeilen (*.ndjson)</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>Add %1 to a list</source>
        <translation>%1 zu einer Liste hinzufügen</translation>
    </message>
    <message>
        <source>already in it</source>
        <translation>schon darin</translation>
    </message>
    <message>
        <source>A new list</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Liste wählen</translation>
    </message>
    <message>
        <source>Name of the new list</source>
        <translation>Name der neuen Liste</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Taken out of “%1”</source>
        <translation>Aus „%1“ genommen</translation>
    </message>
    <message>
        <source>Only %1</source>
        <comment>a segment of one person</comment>
        <translation>Nur %1</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Picker</name>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts gewählt</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Pill</name>
    <message>
        <source>Delete removes it</source>
        <translation>Entf nimmt es weg</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::PrivacySection</name>
    <message>
        <source>Where everything is</source>
        <translation>Wo alles ist</translation>
    </message>
    <message>
        <source>Everything that Shopbell knows stands in one file on this computer. It speaks only with the stores and mail servers that you entered, and reports to nobody.</source>
        <translation>Alles, was Shopbell weiß, steht in einer Datei auf diesem Computer. Es spricht nur mit den Shops und Mailservern, die du eingetragen hast, und berichtet niemandem.</translation>
    </message>
    <message>
        <source>When somebody asks for their data</source>
        <translation>Wenn jemand nach den eigenen Daten fragt</translation>
    </message>
    <message>
        <source>Open the person under Profiles. More › Export this person writes all that is known of them into a file; More › Erase this person removes it for good and keeps only a code of the address, so that an import cannot bring it back.</source>
        <translation>Öffne die Person unter Profile. Mehr › Diese Person exportieren schreibt alles Bekannte in eine Datei; Mehr › Diese Person löschen entfernt es endgültig und behält nur einen Code der Adresse, damit ein Import sie nicht zurückbringt.</translation>
    </message>
    <message>
        <source>Go to Profiles</source>
        <translation>Zu den Profilen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Keys and passwords</source>
        <translation>Schlüssel und Passwörter</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::ProfilesPage</name>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Merge with another profile…</source>
        <translation>Mit anderem Profil vereinen …</translation>
    </message>
    <message>
        <source>Suppress the email address</source>
        <translation>E-Mail-Adresse sperren</translation>
    </message>
    <message>
        <source>Release the email address</source>
        <translation>E-Mail-Adresse freigeben</translation>
    </message>
    <message>
        <source>Export this person…</source>
        <translation>Diese Person exportieren …</translation>
    </message>
    <message>
        <source>Erase this person…</source>
        <translation>Diese Person löschen …</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Edit this person</source>
        <translation>Diese Person bearbeiten</translation>
    </message>
    <message>
        <source>Export this person</source>
        <translation>Diese Person exportieren</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Import people, events or orders</source>
        <translation>Menschen, Ereignisse oder Bestellungen importieren</translation>
    </message>
    <message>
        <source>Send a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::ProgressBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>working</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>per cent</comment>
        <translation>%1&#xa0;%</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::ProgressList</name>
    <message>
        <source>Reading the store</source>
        <translation>Shop wird gelesen</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Import läuft</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export läuft</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Wird gesichert</translation>
    </message>
    <message>
        <source>Reading properties</source>
        <translation>Eigenschaften werden gelesen</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Wird bearbeitet</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::ProportionBar</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::ProviderSheet</name>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Add a way to send</source>
        <translation>Versandweg hinzufügen</translation>
    </message>
    <message>
        <source>Who carries your messages?</source>
        <translation>Wer befördert deine Nachrichten?</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Use it for everything that says nothing else</source>
        <translation>Für alles verwenden, was nichts anderes sagt</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <source>Test it</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Passwords stay in this computer&apos;s keychain, not in the workspace.</source>
        <translation>Passwörter bleiben im Schlüsselbund dieses Computers, nicht im Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Only you see it.</source>
        <translation>Nur du siehst ihn.</translation>
    </message>
    <message>
        <source>&lt;b&gt;It works.&lt;/b&gt; %1</source>
        <translation>&lt;b&gt;Es klappt.&lt;/b&gt; %1</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Gib ihm einen Namen.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Rail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Ausklappen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::RailButton</name>
    <message>
        <source>%1, %2</source>
        <comment>page, how many</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::ReachCard</name>
    <message>
        <source>May be reached by</source>
        <translation>Zu erreichen über</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>consent, date</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Change what is allowed: %1</source>
        <translation>Ändern, was erlaubt ist: %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Nothing is sent: %1, %2</source>
        <comment>reason, date</comment>
        <translation>Nichts wird gesendet: %1, %2</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Let messages be sent to %1 again</source>
        <translation>Wieder an %1 senden lassen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>File of the new workspace</source>
        <translation>Datei des neuen Arbeitsbereichs</translation>
    </message>
    <message>
        <source>As a new workspace</source>
        <translation>Als neuen Arbeitsbereich</translation>
    </message>
    <message>
        <source>In place of the open workspace</source>
        <translation>An Stelle des offenen Arbeitsbereichs</translation>
    </message>
    <message>
        <source>What changed since the backup is then gone.</source>
        <translation>Was seit der Sicherung geändert wurde, ist dann weg.</translation>
    </message>
    <message>
        <source>What is restored starts with sending locked, so that nobody gets a message twice.</source>
        <translation>Was wiederhergestellt ist, beginnt mit gesperrtem Senden, damit niemand eine Nachricht doppelt bekommt.</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Sicherung wählen</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Andere Datei …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restored</source>
        <comment>file name</comment>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>%1 (restored)</source>
        <comment>file name</comment>
        <translation>%1 (wiederhergestellt)</translation>
    </message>
    <message>
        <source>Choose which backup.</source>
        <translation>Wähle, welche Sicherung.</translation>
    </message>
    <message>
        <source>The file&apos;s name ends in .shopbell.</source>
        <translation>Der Name der Datei endet auf .shopbell.</translation>
    </message>
    <message>
        <source>There is a file of that name already. Choose another name.</source>
        <translation>Eine Datei mit diesem Namen gibt es schon. Wähle einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::ResultCard</name>
    <message>
        <source>All &lt;b&gt;%1 lines&lt;/b&gt; were read, in %2.</source>
        <translation>Alle &lt;b&gt;%1 Zeilen&lt;/b&gt; wurden in %2 gelesen.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 lines&lt;/b&gt; were read, in %2; %3 of them could not be used.</source>
        <translation>&lt;b&gt;%1 Zeilen&lt;/b&gt; wurden in %2 gelesen; %3 davon waren nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>Erstattungen</translation>
    </message>
    <message>
        <source>New events</source>
        <translation>Neue Ereignisse</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>Schon bekannt</translation>
    </message>
    <message>
        <source>New people</source>
        <translation>Neue Menschen</translation>
    </message>
    <message>
        <source>Changed people</source>
        <translation>Geänderte Menschen</translation>
    </message>
    <message>
        <source>Unchanged people</source>
        <translation>Unveränderte Menschen</translation>
    </message>
    <message>
        <source>%1 lines count in the revenue but belong to nobody: no email address, phone or customer number stood in them.</source>
        <translation>%1 Zeilen zählen zum Umsatz, gehören aber niemandem: darin stand weder E-Mail-Adresse noch Telefon- oder Kundennummer.</translation>
    </message>
    <message>
        <source>Lines that could not be used</source>
        <translation>Zeilen, die nicht zu gebrauchen waren</translation>
    </message>
    <message>
        <source>Correct them in the file and import it again: what is here already is not taken in twice.</source>
        <translation>Verbessere sie in der Datei und importiere sie noch einmal: was schon da ist, wird nicht doppelt aufgenommen.</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Orders corrected</source>
        <translation>Bestellungen berichtigt</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::RevenueCard</name>
    <message>
        <source>Revenue</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>all orders</source>
        <translation>alle Bestellungen</translation>
    </message>
    <message>
        <source>earned by messages</source>
        <translation>durch Nachrichten</translation>
    </message>
    <message>
        <source>Revenue by day</source>
        <translation>Umsatz nach Tagen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message numerus="yes">
        <source>%Ln campaigns</source>
        <translation>
            <numerusform>%Ln Kampagne</numerusform>
            <numerusform>%Ln Kampagnen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shopbell::ui::SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::SegmentEditor</name>
    <message>
        <source>Name of the segment</source>
        <translation>Name des Segments</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>Neues Segment</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>noch nicht gespeichert</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::SegmentFacts</name>
    <message>
        <source>In this segment now</source>
        <translation>Jetzt in diesem Segment</translation>
    </message>
    <message>
        <source>Some of them</source>
        <translation>Einige davon</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what is read, how much of it</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln people</source>
        <translation>
            <numerusform>%1 von %Ln Mensch</numerusform>
            <numerusform>%1 von %Ln Menschen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 may be emailed</source>
        <translation>%1 dürfen E-Mails bekommen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Size over the last year</source>
        <translation>Größe im letzten Jahr</translation>
    </message>
    <message>
        <source>Why is somebody in here, or not?</source>
        <translation>Warum ist jemand drin oder nicht?</translation>
    </message>
    <message>
        <source>Compare with another segment</source>
        <translation>Mit anderem Segment vergleichen</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 zeigen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::SegmentList</name>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Find the people who matter</source>
        <translation>Finde die Menschen, auf die es ankommt</translation>
    </message>
    <message>
        <source>A segment is a question about your customers that stays answered: who bought twice, who went quiet, who lives nearby. It is always up to date.</source>
        <translation>Ein Segment ist eine Frage nach deinen Kunden, die beantwortet bleibt: wer zweimal gekauft hat, wer still geworden ist, wer in der Nähe wohnt. Es ist immer aktuell.</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>Neues Segment</translation>
    </message>
    <message numerus="yes">
        <source>%Ln segments</source>
        <translation>
            <numerusform>%Ln Segment</numerusform>
            <numerusform>%Ln Segmente</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Kopie machen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation>%1, Kopie</translation>
    </message>
    <message>
        <source>Rename this segment</source>
        <translation>Dieses Segment umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>“%1” was removed</source>
        <translation>„%1“ wurde entfernt</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::SegmentModel</name>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::SegmentWhySheet</name>
    <message>
        <source>Why in this segment, or not?</source>
        <translation>Warum in diesem Segment, oder nicht?</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Find somebody by name, email or phone</source>
        <translation>Jemanden nach Name, E-Mail oder Telefon suchen</translation>
    </message>
    <message>
        <source>Name, email or phone</source>
        <translation>Name, E-Mail oder Telefon</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Zum</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Choose a person to see, condition by condition, what speaks for and against.</source>
        <translation>Wähle jemanden, um Bedingung für Bedingung zu sehen, was dafür und was dagegen spricht.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; is in this segment.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; ist in diesem Segment.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; was in it then.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; war damals darin.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; is not in this segment.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; ist nicht in diesem Segment.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; was not in it then.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; war damals nicht darin.</translation>
    </message>
    <message>
        <source>Open their profile</source>
        <translation>Profil öffnen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::SegmentsPage</name>
    <message>
        <source>Undo the last edit</source>
        <translation>Letzte Änderung rückgängig</translation>
    </message>
    <message>
        <source>Use in a campaign</source>
        <translation>In einer Kampagne verwenden</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>Neues Segment</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Wieder ausführen</translation>
    </message>
    <message>
        <source>More to do with this segment</source>
        <translation>Mehr mit diesem Segment</translation>
    </message>
    <message>
        <source>Why is somebody in here, or not?</source>
        <translation>Warum ist jemand drin oder nicht?</translation>
    </message>
    <message>
        <source>Compare with another segment</source>
        <translation>Mit anderem Segment vergleichen</translation>
    </message>
    <message>
        <source>Show everybody in it</source>
        <translation>Alle darin zeigen</translation>
    </message>
    <message>
        <source>Export the people in it…</source>
        <translation>Die Menschen darin exportieren …</translation>
    </message>
    <message>
        <source>Bring in a definition from Klaviyo…</source>
        <translation>Eine Definition aus Klaviyo holen …</translation>
    </message>
    <message>
        <source>Show it in Klaviyo&apos;s form…</source>
        <translation>In Klaviyos Form zeigen …</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Kopie machen</translation>
    </message>
    <message>
        <source>Remove this segment</source>
        <translation>Dieses Segment entfernen</translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation>%1, Kopie</translation>
    </message>
    <message>
        <source>Write the people of this segment to</source>
        <translation>Die Menschen dieses Segments schreiben nach</translation>
    </message>
    <message>
        <source>CSV (*.csv);;Lines of JSON (*.ndjson)</source>
        <translation>CSV (*.csv);;JSON-Zeilen (*.ndjson)</translation>
    </message>
    <message>
        <source>%1 people written</source>
        <translation>%1 Menschen geschrieben</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::SendingSection</name>
    <message>
        <source>Who carries your messages</source>
        <translation>Versandwege</translation>
    </message>
    <message>
        <source>No mail server yet</source>
        <translation>Noch kein Mailserver</translation>
    </message>
    <message>
        <source>Enter the mail server that your mail program uses. Until then campaigns go to a local outbox: a folder of messages to look at, which reach nobody.</source>
        <translation>Trage den Mailserver ein, den dein Mailprogramm benutzt. Bis dahin gehen Kampagnen in einen lokalen Postausgang: einen Ordner mit Nachrichten zum Ansehen, die niemanden erreichen.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Sending is locked.&lt;/b&gt; This workspace was restored or copied. Unlock it when this is the file you go on with, so that nobody gets a message twice.</source>
        <translation>&lt;b&gt;Das Senden ist gesperrt.&lt;/b&gt; Dieser Arbeitsbereich wurde wiederhergestellt oder kopiert. Gib es frei, wenn du mit dieser Datei weiterarbeitest; so bekommt niemand eine Nachricht doppelt.</translation>
    </message>
    <message>
        <source>Unlock sending</source>
        <translation>Senden freigeben</translation>
    </message>
    <message>
        <source>Add a way to send</source>
        <translation>Versandweg hinzufügen</translation>
    </message>
    <message>
        <source>Enter a mail server</source>
        <translation>Mailserver eintragen</translation>
    </message>
    <message>
        <source>Sending now</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Who sends</source>
        <translation>Wer sendet</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Dieses Fenster</translation>
    </message>
    <message>
        <source>Another process: %1</source>
        <translation>Ein anderes Programm: %1</translation>
    </message>
    <message>
        <source>Keys are kept in</source>
        <translation>Schlüssel liegen</translation>
    </message>
    <message>
        <source>Used by default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Use by default</source>
        <translation>Als Standard verwenden</translation>
    </message>
    <message>
        <source>Use %1 by default</source>
        <translation>%1 sonst verwenden</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Its password is forgotten. What was sent through it stays written down.</source>
        <translation>Das Passwort wird vergessen. Was darüber gesendet wurde, bleibt verzeichnet.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::SentenceView</name>
    <message>
        <source>not there any more</source>
        <translation>nicht mehr da</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Shops</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aussehen und Sprache</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Sheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Sparkline</name>
    <message>
        <source>from %1 to %2, least %3, most %4</source>
        <translation>von %1 bis %2, am wenigsten %3, am meisten %4</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::StatusLine</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Wie weit es ist</translation>
    </message>
    <message>
        <source>%1 · reading now</source>
        <comment>store</comment>
        <translation>%1 · wird gerade gelesen</translation>
    </message>
    <message>
        <source>%1 · could not be read</source>
        <comment>store</comment>
        <translation>%1 · konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 · synced %2 ago</source>
        <comment>store, 40 s</comment>
        <translation>%1 · vor %2 abgeglichen</translation>
    </message>
    <message>
        <source>%1 · not read yet</source>
        <comment>store</comment>
        <translation>%1 · noch nicht gelesen</translation>
    </message>
    <message>
        <source>No store connected</source>
        <translation>Kein Shop verbunden</translation>
    </message>
    <message numerus="yes">
        <source>%n more stores</source>
        <translation>
            <numerusform>%n weiterer Shop</numerusform>
            <numerusform>%n weitere Shops</numerusform>
        </translation>
    </message>
    <message>
        <source>Stores: %1</source>
        <translation>Shops: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, und %n weiteres</numerusform>
            <numerusform>%1, und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation>Anhalten: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>done, total</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Outbox empty</source>
        <translation>Postausgang leer</translation>
    </message>
    <message>
        <source>%1 waiting to be sent</source>
        <translation>%1 warten aufs Senden</translation>
    </message>
    <message>
        <source>Running here</source>
        <translation>Arbeitet in diesem Fenster</translation>
    </message>
    <message>
        <source>Another process acts</source>
        <translation>Ein anderes Programm handelt</translation>
    </message>
    <message>
        <source>This window reads the stores and sends the messages.</source>
        <translation>Dieses Fenster liest die Shops und sendet die Nachrichten.</translation>
    </message>
    <message>
        <source>%1 · synced just now</source>
        <comment>store</comment>
        <translation>%1 · gerade abgeglichen</translation>
    </message>
    <message>
        <source>%1 · synced %2</source>
        <comment>store, yesterday or a date</comment>
        <translation>%1 · abgeglichen am %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>store, what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <comment>store</comment>
        <translation>%1 wird gelesen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Stepper</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::StoreCard</name>
    <message>
        <source>Read what is new</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Trennen …</translation>
    </message>
    <message>
        <source>Disconnect %1</source>
        <translation>%1 trennen</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Bitte prüfen</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>%1 Shopbell tries again %2.</source>
        <translation>%1 Shopbell versucht es wieder: %2.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Last read</source>
        <translation>Letzter Abgleich</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Beiseitegelegt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records that could not be read</source>
        <translation>
            <numerusform>%Ln Satz, der nicht zu lesen war</numerusform>
            <numerusform>%Ln Sätze, die nicht zu lesen waren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new things were read</source>
        <translation>
            <numerusform>%Ln Neues wurde gelesen</numerusform>
            <numerusform>%Ln Neue wurden gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new in the store</source>
        <translation>Nichts Neues im Shop</translation>
    </message>
    <message>
        <source>Disconnect %1?</source>
        <translation>%1 trennen?</translation>
    </message>
    <message>
        <source>Its key is forgotten and nothing more is read. People, orders and everything that happened stay in this workspace.</source>
        <translation>Der Schlüssel wird vergessen und nichts mehr gelesen. Menschen, Bestellungen und alles Geschehene bleiben in diesem Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Reading now</source>
        <translation>Wird gerade gelesen</translation>
    </message>
    <message>
        <source>First reading not finished</source>
        <translation>Erstes Lesen nicht fertig</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::StoresSection</name>
    <message>
        <source>Connect your store</source>
        <translation>Verbinde deinen Shop</translation>
    </message>
    <message>
        <source>Shopbell reads customers, orders and products from your shop and keeps them up to date. It changes nothing there.</source>
        <translation>Shopbell liest Kunden, Bestellungen und Produkte aus deinem Shop und hält sie aktuell. Es ändert dort nichts.</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Shops</translation>
    </message>
    <message>
        <source>Connect a store</source>
        <translation>Shop verbinden</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Suggestions</name>
    <message>
        <source>Worth doing today</source>
        <translation>Heute lohnt sich</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Anbieter eintragen</translation>
    </message>
    <message>
        <source>No store is connected</source>
        <translation>Kein Shop ist verbunden</translation>
    </message>
    <message>
        <source>With your store connected, orders and customers come in by themselves.</source>
        <translation>Mit verbundenem Shop kommen Bestellungen und Kunden von selbst herein.</translation>
    </message>
    <message>
        <source>Connect a store</source>
        <translation>Shop verbinden</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>See what is wrong</source>
        <translation>Nachsehen, woran es liegt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln good customers are slipping away</source>
        <translation>
            <numerusform>%Ln guter Kunde entgleitet dir</numerusform>
            <numerusform>%Ln gute Kunden entgleiten dir</numerusform>
        </translation>
    </message>
    <message>
        <source>They bought at least twice in the past, but nothing in the last 60 days. A kind word now costs less than a new customer.</source>
        <translation>Sie haben mindestens zweimal gekauft, aber in den letzten 60 Tagen nichts. Ein freundliches Wort jetzt kostet weniger als ein neuer Kunde.</translation>
    </message>
    <message>
        <source>Good customers slipping away</source>
        <translation>Gute Kunden, die entgleiten</translation>
    </message>
    <message>
        <source>See who they are</source>
        <translation>Nachsehen, wer das ist</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people left something in the cart</source>
        <translation>
            <numerusform>%Ln Mensch hat etwas im Warenkorb gelassen</numerusform>
            <numerusform>%Ln Menschen haben etwas im Warenkorb gelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>In the last two days they put something into the cart and did not order. They may be emailed.</source>
        <translation>In den letzten zwei Tagen haben sie etwas in den Warenkorb gelegt und nicht bestellt. Du darfst ihnen schreiben.</translation>
    </message>
    <message>
        <source>Left a cart in the last 2 days</source>
        <translation>Warenkorb verlassen, letzte 2 Tage</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers bought for the first time</source>
        <translation>
            <numerusform>%Ln Kunde hat zum ersten Mal gekauft</numerusform>
            <numerusform>%Ln Kunden haben zum ersten Mal gekauft</numerusform>
        </translation>
    </message>
    <message>
        <source>Their first order is less than 30 days old. Who is welcomed well comes back more often.</source>
        <translation>Ihre erste Bestellung ist keine 30 Tage alt. Wer gut empfangen wird, kommt öfter wieder.</translation>
    </message>
    <message>
        <source>First order in the last 30 days</source>
        <translation>Erste Bestellung in den letzten 30 Tagen</translation>
    </message>
    <message>
        <source>Welcome them</source>
        <translation>Begrüßen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people bought four times or more in a year</source>
        <translation>
            <numerusform>%Ln Mensch hat in einem Jahr mindestens viermal gekauft</numerusform>
            <numerusform>%Ln Menschen haben in einem Jahr mindestens viermal gekauft</numerusform>
        </translation>
    </message>
    <message>
        <source>Your best customers. Let them be the first to know of something new.</source>
        <translation>Deine besten Kunden. Lass sie als Erste von Neuem erfahren.</translation>
    </message>
    <message>
        <source>Best customers</source>
        <translation>Beste Kunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people look but have not bought yet</source>
        <translation>
            <numerusform>%Ln Mensch schaut, hat aber noch nicht gekauft</numerusform>
            <numerusform>%Ln Menschen schauen, haben aber noch nicht gekauft</numerusform>
        </translation>
    </message>
    <message>
        <source>They looked at three products or more in the last 30 days and may be emailed.</source>
        <translation>Sie haben sich in den letzten 30 Tagen drei oder mehr Produkte angesehen, und du darfst ihnen schreiben.</translation>
    </message>
    <message>
        <source>Looking, never bought</source>
        <translation>Schauen, nie gekauft</translation>
    </message>
    <message>
        <source>Nothing needs you today. Enjoy the quiet.</source>
        <translation>Heute braucht dich nichts. Genieße die Ruhe.</translation>
    </message>
    <message>
        <source>Messages stay on this computer for now</source>
        <translation>Nachrichten bleiben vorerst auf diesem Computer</translation>
    </message>
    <message>
        <source>They go to a local outbox that only you see, until you add the mail server or service that carries them.</source>
        <translation>Sie gehen in einen lokalen Postausgang, den nur du siehst, bis du den Mailserver oder Dienst einträgst, der sie befördert.</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Table</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::TemplateGallery</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>None of them is about that. Begin with a condition above.</source>
        <translation>Davon handelt keine. Beginne oben mit einer Bedingung.</translation>
    </message>
    <message>
        <source>Or start from one of these</source>
        <translation>Oder beginne mit einem davon</translation>
    </message>
    <message>
        <source>Search ready-made segments</source>
        <translation>Fertige Segmente suchen</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 Menschen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::TextField</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::TimeStep</name>
    <message>
        <source>At once, as soon as I press Send</source>
        <translation>Sofort, sobald ich Senden drücke</translation>
    </message>
    <message>
        <source>At a day and time</source>
        <translation>Zu einem festen Zeitpunkt</translation>
    </message>
    <message>
        <source>When does it go out?</source>
        <translation>Wann geht sie hinaus?</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Times are those of your shop. Shopbell must be running then; if the computer is off, the campaign goes out as soon as Shopbell runs again.</source>
        <translation>Es gilt die Zeitzone deines Shops. Shopbell muss dann laufen; ist der Computer aus, wird die Kampagne gesendet, sobald Shopbell wieder läuft.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>That time has passed. Choose a later one.</source>
        <translation>Diese Zeit ist vorbei. Wähle eine spätere.</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::ToastHost</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::TopBar</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Search or jump to…</source>
        <translation>Suchen oder öffnen …</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::TrayIcon</name>
    <message>
        <source>Open Shopbell</source>
        <translation>Shopbell öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>%1 · Shopbell</source>
        <comment>shop</comment>
        <translation>%1 · Shopbell</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::WelcomeView</name>
    <message>
        <source>Opened before</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Welcome to Shopbell</source>
        <translation>Willkommen bei Shopbell</translation>
    </message>
    <message>
        <source>Your shop&apos;s customers, on your own computer: who walked in, who is about to leave, and the right words for each of them. How would you like to begin?</source>
        <translation>Die Kunden deines Shops, auf deinem eigenen Computer: wer hereingekommen ist, wer bald geht, und für jeden die richtigen Worte. Womit möchtest du anfangen?</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>Arbeitsbereich öffnen …</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>Neuer Arbeitsbereich …</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Sicherung wiederherstellen …</translation>
    </message>
    <message>
        <source>%1 · not there any more; a click takes it off this list</source>
        <translation>%1 · nicht mehr da; ein Klick nimmt es von dieser Liste</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::WhoCard</name>
    <message>
        <source>Who this is</source>
        <translation>Wer das ist</translation>
    </message>
    <message>
        <source>customer since %1</source>
        <translation>Kunde seit %1</translation>
    </message>
    <message>
        <source>known since %1</source>
        <translation>bekannt seit %1</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>time, place</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Vereint</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>%Ln weiteres zeigen</numerusform>
            <numerusform>%Ln weitere zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other profiles</source>
        <translation>
            <numerusform>%Ln anderes Profil</numerusform>
            <numerusform>%Ln andere Profile</numerusform>
        </translation>
    </message>
    <message>
        <source>Buys most</source>
        <translation>Kauft meist</translation>
    </message>
</context>
<context>
    <name>shopbell::ui::WorkspaceSection</name>
    <message>
        <source>Your shop&apos;s name</source>
        <translation>Name deines Shops</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Examine the workspace</source>
        <translation>Arbeitsbereich untersuchen</translation>
    </message>
    <message>
        <source>Looks whether the file is sound and whether every sum agrees with what happened. Takes a few seconds and changes nothing.</source>
        <translation>Sieht nach, ob die Datei heil ist und jede Summe zu dem passt, was geschehen ist. Dauert ein paar Sekunden und ändert nichts.</translation>
    </message>
    <message>
        <source>Your shop</source>
        <translation>Dein Shop</translation>
    </message>
    <message>
        <source>Choose a country</source>
        <translation>Land wählen</translation>
    </message>
    <message>
        <source>Choose a currency</source>
        <translation>Währung wählen</translation>
    </message>
    <message>
        <source>Choose a time zone</source>
        <translation>Zeitzone wählen</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Days in every number begin at midnight there.</source>
        <translation>Danach richtet sich, wann für Auswertungen ein Tag beginnt.</translation>
    </message>
    <message>
        <source>The workspace</source>
        <translation>Der Arbeitsbereich</translation>
    </message>
    <message>
        <source>Is everything in order?</source>
        <translation>Ist alles in Ordnung?</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>In it</source>
        <translation>Darin</translation>
    </message>
    <message>
        <source>%1 people, %2 events, %3 segments</source>
        <translation>%1 Menschen, %2 Ereignisse, %3 Segmente</translation>
    </message>
    <message>
        <source>Who works in it</source>
        <translation>Wer darin arbeitet</translation>
    </message>
    <message>
        <source>This window reads stores and sends</source>
        <translation>Dieses Fenster liest Shops und sendet</translation>
    </message>
    <message>
        <source>Give the shop a name.</source>
        <translation>Gib dem Shop einen Namen.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>worth a look</source>
        <translation>einen Blick wert</translation>
    </message>
</context>
</TS>
