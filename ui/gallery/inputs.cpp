// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/sections.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/date_range_picker.h"
#include "ui/widgets/field.h"
#include "ui/widgets/form_view.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/stepper.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toggle.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>

namespace shopbell::ui {

namespace {

template <typename... Widgets>
QHBoxLayout* line(Widgets*... widgets)
{
    auto* row = makeRow(space::s);
    (row->addWidget(widgets), ...);
    row->addStretch(1);
    return row;
}

Button* off(Button* button)
{
    button->setEnabled(false);
    return button;
}

Button* smaller(Button* button)
{
    button->setSmall(true);
    return button;
}

Choices metrics()
{
    const char* names[] = {"Placed Order",  "Started Checkout", "Viewed Product", "Added to Cart", "Opened Email",
                           "Clicked Email", "Refunded Order",   "Unsubscribed",   "Received SMS",  "Bounced Email"};
    Choices made;
    qint64 count = 48'210;
    for (const char* name : names) {
        made.append({.id = QLatin1String(name), .text = QLatin1String(name), .note = {}, .count = count});
        count = count * 2 / 3;
    }
    return made;
}

}  // namespace

QWidget* Gallery::makeButtons()
{
    using Kind = Button::Kind;
    auto* card = new Card(tr("Buttons"));
    card->body()->addLayout(line(new Button(tr("New campaign"), IconName::Plus, Kind::Primary),
                                 new Button(tr("Make a flow"), Kind::Primary),
                                 off(new Button(tr("Send"), Kind::Primary))));
    auto* more = new Button(tr("More"));
    auto* menu = new QMenu(more);
    menu->addAction(icon(IconName::Copy), tr("Copy"));
    menu->addAction(icon(IconName::Download), tr("Export"));
    menu->addSeparator();
    menu->addAction(icon(IconName::Trash, Token::Bad), tr("Delete"));
    more->setMenu(menu);
    card->body()->addLayout(line(new Button(tr("Use in a campaign")), new Button(tr("Replay"), IconName::Play), more,
                                 off(new Button(tr("Not now")))));
    auto* checked = new Button(tr("Chosen"));
    checked->setCheckable(true);
    checked->setChecked(true);
    auto* busy = new Button(tr("Connecting"));
    busy->setBusy(true);
    card->body()->addLayout(line(new Button(tr("Undo"), IconName::Undo, Kind::Quiet), checked, busy,
                                 new Button(tr("Erase"), Kind::Danger), off(new Button(tr("Erase"), Kind::Danger))));
    auto* lit = new IconButton(IconName::Star, tr("Favourite"));
    lit->setCheckable(true);
    lit->setChecked(true);
    card->body()->addLayout(line(
        new IconButton(IconName::Edit, tr("Edit")), new IconButton(IconName::Trash, tr("Delete")), lit,
        new IconButton(IconName::More, tr("More actions"), nullptr, Kind::Secondary),
        smaller(new IconButton(IconName::Minus, tr("Zoom out"), nullptr, Kind::Secondary)),
        smaller(new Button(tr("100 %"))), smaller(new Button(tr("Fit"))), new Button(tr("Why these?"), Kind::Link)));
    card->body()->addStretch(1);
    return card;
}

QWidget* Gallery::makePills()
{
    auto* card = new Card(tr("Sentences and tags"));
    auto* holder = new QWidget;
    auto* words = new FlowLayout(holder, 7, 7);
    const auto say = [&](const QString& text) { words->addWidget(new Text(text, TextStyle::Body, Token::InkSoft)); };
    auto* metric = new Picker(nullptr, Picker::Look::Pill);
    metric->setAccessibleName(tr("Metric"));
    metric->setChoices(metrics());
    metric->setCurrent(QStringLiteral("Placed Order"));
    words->addWidget(metric);
    say(tr("total"));
    auto* value = new Picker(nullptr, Picker::Look::Value);
    value->setAccessibleName(tr("What is counted"));
    value->setChoices(
        {{.id = QStringLiteral("value"), .text = tr("value")}, {.id = QStringLiteral("n"), .text = tr("number")}});
    value->setCurrent(QStringLiteral("value"));
    words->addWidget(value);
    say(tr("is more than"));
    words->addWidget(new Pill(tr("€ 500")));
    say(tr("in the last"));
    words->addWidget(new Pill(tr("60 days")));
    auto* empty = new Pill(tr("where…"), Pill::Kind::Empty);
    words->addWidget(empty);
    card->body()->addWidget(holder);
    auto* germany = new Pill(tr("Germany"), Pill::Kind::Chosen);
    germany->setRemovable(true);
    auto* withIcon = new Pill(tr("VIPs"), Pill::Kind::Plain);
    withIcon->setIconName(IconName::Segments);
    auto* offPill = new Pill(tr("off"));
    offPill->setEnabled(false);
    card->body()->addLayout(line(germany, new Pill(tr("Austria"), Pill::Kind::Chosen), withIcon, offPill));
    auto* dot = new Tag(tr("synced 40 s ago"), Tone::Neutral);
    dot->setDot(true);
    card->body()->addLayout(line(new Tag(tr("Live"), Tone::Ok), new Tag(tr("never asked")),
                                 new Tag(tr("Draft"), Tone::Brass), new Tag(tr("Bounced"), Tone::Bad),
                                 new Tag(tr("New"), Tone::Accent), dot));
    card->body()->addStretch(1);
    return card;
}

QWidget* Gallery::makeFields()
{
    auto* card = new Card(tr("Fields"));
    auto* subject = new TextField(tr("Subject"));
    subject->setText(QStringLiteral("{{ first_name }}, still thinking?"));
    subject->setHelp(tr("About 40 letters show on a phone."));
    card->body()->addWidget(subject);
    auto* wrong = new TextField(tr("Shop address"));
    wrong->setText(QStringLiteral("fernhill"));
    wrong->setError(tr("This is no web address. It looks like https://shop.example"));
    card->body()->addWidget(wrong);
    auto* secret = new TextField(tr("Secret key"));
    secret->setText(QStringLiteral("sk_live_51Hcandle"));
    secret->setSecret(true);
    card->body()->addWidget(secret);
    auto* two = makeRow(space::m);
    auto* days = new NumberField(tr("Wait"));
    days->setRange(0, 365);
    days->setValue(16);
    days->setSuffix(tr("hours"));
    two->addWidget(days, 1, Qt::AlignTop);
    auto* closed = new TextField(tr("Workspace"));
    closed->setText(QStringLiteral("Fernhill Candles"));
    closed->setEnabled(false);
    two->addWidget(closed, 1, Qt::AlignTop);
    card->body()->addLayout(two);
    auto* note = new TextArea(tr("Note"));
    note->setOptional(true);
    note->setPlaceholder(tr("What the next person should know"));
    note->setLines(2, 6);
    card->body()->addWidget(note);
    auto* search = new SearchField(tr("Search or jump to…"));
    search->setKeyHint(QStringLiteral("Ctrl K"));
    card->body()->addWidget(search);
    card->body()->addStretch(1);
    return card;
}

QWidget* Gallery::makePickers()
{
    auto* card = new Card(tr("Pickers"));
    auto* metric = new Picker;
    metric->setChoices(metrics());
    metric->setCurrent(QStringLiteral("Opened Email"));
    card->body()->addWidget(new Field(tr("Metric"), metric));
    auto* none = new Picker;
    none->setChoices(metrics());
    none->setInvalid(true);
    auto* noneField = new Field(tr("List"), none);
    noneField->setError(tr("Please choose one"));
    card->body()->addWidget(noneField);
    auto* countries = new MultiPicker;
    countries->setChoices({{.id = QStringLiteral("de"), .text = tr("Germany"), .count = 9'021},
                           {.id = QStringLiteral("at"), .text = tr("Austria"), .count = 2'114},
                           {.id = QStringLiteral("it"), .text = tr("Italy"), .count = 812},
                           {.id = QStringLiteral("pt"), .text = tr("Portugal"), .count = 340}});
    countries->setChecked({QStringLiteral("de"), QStringLiteral("at"), QStringLiteral("it")});
    card->body()->addWidget(new Field(tr("Country"), countries));
    auto* range = new DateRangePicker(QDate(2026, 11, 21));
    auto* everything = new Picker(nullptr, Picker::Look::Button);
    everything->setAccessibleName(tr("Shown"));
    everything->setChoices({{.id = QStringLiteral("all"), .text = tr("Everything")},
                            {.id = QStringLiteral("orders"),
                             .text = tr("Orders"),
                             .note = {},
                             .count = -1,
                             .group = {},
                             .icon = IconName::Bag}});
    everything->setCurrent(QStringLiteral("all"));
    card->body()->addLayout(line(range, everything));
    auto* fixed = new DateRangePicker(QDate(2026, 11, 21));
    fixed->setRange({QDate(2025, 11, 21), QDate(2026, 11, 21)});
    fixed->setComparable(false);
    auto* offPicker = new Picker(nullptr, Picker::Look::Button);
    offPicker->setAccessibleName(tr("Provider"));
    offPicker->setPlaceholder(tr("No provider yet"));
    offPicker->setEnabled(false);
    card->body()->addLayout(line(fixed, offPicker));
    auto* combo = new QComboBox;
    combo->setAccessibleName(tr("Language"));
    combo->addItems({tr("English"), tr("German")});
    card->body()->addWidget(new Field(tr("Qt's own combo box, dressed"), combo));
    card->body()->addStretch(1);
    return card;
}

QWidget* Gallery::makeSwitches()
{
    auto* card = new Card(tr("Switches, checks, steps"));
    auto* on = new Toggle(tr("Smart sending"));
    on->setChecked(true);
    auto* offToggle = new Toggle(tr("Quiet hours"));
    auto* closed = new Toggle(tr("Not yours to change"));
    closed->setChecked(true);
    closed->setEnabled(false);
    card->body()->addWidget(on);
    card->body()->addWidget(offToggle);
    card->body()->addWidget(closed);
    card->body()->addWidget(new Separator);
    auto* yes = new QCheckBox(tr("Include people without this property"));
    yes->setChecked(true);
    auto* part = new QCheckBox(tr("All stores"));
    part->setTristate(true);
    part->setCheckState(Qt::PartiallyChecked);
    auto* no = new QCheckBox(tr("Count machines as opens"));
    auto* closedCheck = new QCheckBox(tr("Closed"));
    closedCheck->setEnabled(false);
    for (QCheckBox* box : {yes, part, no, closedCheck}) {
        card->body()->addWidget(box);
    }
    auto* now = new QRadioButton(tr("Send now"));
    now->setChecked(true);
    auto* later = new QRadioButton(tr("Send at each person's best hour"));
    card->body()->addWidget(now);
    card->body()->addWidget(later);
    card->body()->addWidget(new Separator);
    auto* strip = new SegmentedControl;
    strip->setAccessibleName(tr("Preview on"));
    strip->addChoice(QStringLiteral("desk"), tr("Desktop"), IconName::Image);
    strip->addChoice(QStringLiteral("phone"), tr("Phone"), IconName::Phone);
    strip->addChoice(QStringLiteral("text"), tr("Plain text"));
    card->body()->addLayout(line(strip));
    auto* tabs = new SegmentedControl(nullptr, SegmentedControl::Look::Underline);
    tabs->setAccessibleName(tr("Campaigns by state"));
    tabs->addChoice(QStringLiteral("draft"), tr("Drafts"), IconName::None, 3);
    tabs->addChoice(QStringLiteral("sent"), tr("Sent"), IconName::None, 41);
    tabs->addChoice(QStringLiteral("archive"), tr("Archive"));
    card->body()->addLayout(line(tabs));
    auto* steps = new Stepper({tr("Audience"), tr("Message"), tr("Time"), tr("Check")});
    steps->setCurrent(1);
    steps->setReached(2);
    card->body()->addLayout(line(steps));
    auto* trouble = new Stepper({tr("Audience"), tr("Message"), tr("Time"), tr("Check")});
    trouble->setCurrent(3);
    trouble->setProblem(1, true);
    card->body()->addLayout(line(trouble));
    card->body()->addStretch(1);
    return card;
}

QWidget* Gallery::makeForm()
{
    auto* card = new Card(tr("A form drawn from its fields"));
    auto* form = new FormView;
    const auto spec = [](std::string key, std::string label, FieldKind kind, bool required) {
        FieldSpec made;
        made.key = std::move(key);
        made.label = std::move(label);
        made.kind = kind;
        made.required = required;
        return made;
    };
    std::vector<FieldSpec> fields;
    fields.push_back(spec("url", "Shop address", FieldKind::Url, true));
    fields.back().example = "https://shop.example";
    fields.back().help = "The address people see in their browser.";
    fields.push_back(spec("key", "Consumer key", FieldKind::Secret, true));
    fields.push_back(spec("days", "Days of history", FieldKind::Number, false));
    fields.back().minimum = 1;
    fields.back().maximum = 3650;
    fields.back().defaultValue = "730";
    fields.push_back(spec("mode", "What to read", FieldKind::Choice, true));
    fields.back().choices = {{"all", "Everything"}, {"orders", "Orders only"}};
    fields.back().defaultValue = "all";
    fields.push_back(spec("stock", "Watch the stock", FieldKind::Toggle, false));
    fields.back().defaultValue = "true";
    fields.back().help = "Tells people when what they looked at is back.";
    fields.push_back(spec("every", "Look every (minutes)", FieldKind::Number, true));
    fields.back().minimum = 1;
    fields.back().maximum = 1440;
    fields.back().defaultValue = "15";
    fields.back().visibleWhen = "stock=true";
    form->setFields(fields);
    form->setObjectName(QStringLiteral("galleryForm"));
    form->setValues({{"url", "fernhill"}});
    form->validate();
    card->body()->addWidget(form);
    card->body()->addStretch(1);
    return card;
}

}  // namespace shopbell::ui
