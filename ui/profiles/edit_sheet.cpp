// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/text.h"
#include "ui/profiles/person_dialogs.h"
#include "ui/profiles/person_edit_undo.h"
#include "ui/profiles/person_words.h"
#include "ui/shell/page_context.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/toggle.h"

#include <QCoreApplication>
#include <QLineEdit>

#include <map>

namespace shopbell::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PersonEdit)
};

constexpr const char* usualFields[] = {"first_name", "last_name", "organization", "address1",
                                       "postcode",   "city",      "region",       "country"};

/// The fields of one person on a sheet.
class PersonEdit final : public QObject {
public:
    PersonEdit(PageContext& context, QObject* owner, ProfileDetail detail, std::function<void(ProfileId)> saved)
        : m_context(context), m_owner(owner), m_detail(std::move(detail)), m_saved(std::move(saved))
    {
    }

    void open();

private:
    void addText(const std::string& name, const QString& value);
    void addMore();
    [[nodiscard]] SaveProfile command() const;
    void takeProperty(SaveProfile& command, const std::string& name, const QString& text) const;
    void addAddress(TextField* field, const std::string& before, const QString& help, const QString& emptied);
    void save();
    /// A new person's address may be somebody's already: then their page is offered, and nothing is changed.
    void addIfUnknown(const SaveProfile& command, QList<TextField*> unchecked);
    void submit(const SaveProfile& command);
    void tellSaved(const SaveProfile& command);
    void tellProblem(const Error& error);
    void offer(TextField* field, ProfileId other);
    void showOffer(const ProfileDetail& other);
    [[nodiscard]] bool isNew() const { return !m_detail.profile.id.isValid(); }

    PageContext& m_context;
    QObject* m_owner;
    ProfileDetail m_detail;
    std::function<void(ProfileId)> m_saved;
    Sheet* m_sheet = nullptr;
    TextField* m_email = nullptr;
    TextField* m_phone = nullptr;
    std::map<std::string, TextField*> m_texts;
    std::map<std::string, Toggle*> m_toggles;
    TextField* m_newName = nullptr;
    TextField* m_newValue = nullptr;
    Button* m_save = nullptr;
    Button* m_offer = nullptr;  ///< what to do about an address that is somebody else's
    QMetaObject::Connection m_accepted;
    bool m_merged = false;
};

void PersonEdit::open()
{
    m_sheet = new Sheet(isNew() ? Words::tr("New person") : Words::tr("Edit %1").arg(toQString(m_detail.name)),
                        m_context.dialogParent());
    setParent(m_sheet);
    QObject::connect(m_sheet, &Sheet::closed, m_sheet, &QObject::deleteLater);
    QVBoxLayout* body = m_sheet->body();
    const Profile& profile = m_detail.profile;
    m_email = new TextField(Words::tr("Email"));
    m_phone = new TextField(Words::tr("Phone"));
    m_offer = new Button(QString(), Button::Kind::Link);
    m_offer->hide();
    addAddress(m_email, profile.email, {},
               Words::tr("The address is taken away, and mail to this person stops. Your store may bring it back if it "
                         "still has it; to only stop writing to it, suppress it."));
    addAddress(m_phone, profile.phone, Words::tr("With the country's number, like +43 664 1234567."),
               Words::tr("The number is taken away. Your store may bring it back if it still has it."));
    body->addWidget(m_offer, 0, Qt::AlignLeading);
    for (const char* name : usualFields) {
        const auto at = profile.properties.find(name);
        addText(name, at == profile.properties.end() ? QString() : toQString(toText(at->second)));
    }
    for (const auto& [name, value] : profile.properties) {
        if (m_texts.contains(name)) {
            continue;
        }
        if (const auto* truth = std::get_if<bool>(&value)) {
            auto* toggle = new Toggle(propertyName(toQString(name)));
            toggle->setChecked(*truth);
            m_toggles[name] = toggle;
            body->addWidget(toggle);
        } else if (!std::holds_alternative<Instant>(value)) {
            addText(name, toQString(toText(value)));
        }
    }
    addMore();
    body->addStretch(1);
    auto* cancel = new Button(Words::tr("Cancel"));
    QObject::connect(cancel, &QAbstractButton::clicked, m_sheet, &Sheet::closeSheet);
    m_save = new Button(isNew() ? Words::tr("Add") : Words::tr("Save"), Button::Kind::Primary);
    QObject::connect(m_save, &QAbstractButton::clicked, this, [this] { save(); });
    m_sheet->addFooterButton(cancel);
    m_sheet->addFooterButton(m_save);
    m_sheet->openSheet();
    m_email->edit()->setFocus();
}

/// `emptied` says what follows once the field that had something is empty.
void PersonEdit::addAddress(TextField* field, const std::string& before, const QString& help, const QString& emptied)
{
    field->setText(toQString(before));
    field->setHelp(help);
    QObject::connect(field, &TextField::textChanged, this, [this, field, before, help, emptied](const QString& text) {
        field->setError({});
        m_offer->hide();
        field->setHelp(text.trimmed().isEmpty() && !before.empty() ? emptied : help);
    });
    m_sheet->body()->addWidget(field);
}

void PersonEdit::addText(const std::string& name, const QString& value)
{
    auto* field = new TextField(propertyName(toQString(name)));
    field->setText(value);
    if (name == "country") {
        field->setHelp(Words::tr("Two letters, like AT or DE."));
    }
    m_texts[name] = field;
    m_sheet->body()->addWidget(field);
}

void PersonEdit::addMore()
{
    auto* body = m_sheet->body();
    body->addWidget(new Separator);
    body->addWidget(new Text(Words::tr("Something else worth knowing"), TextStyle::LabelStrong, Token::InkSoft));
    auto* row = makeRow(space::s);
    m_newName = new TextField(Words::tr("What"));
    m_newName->setPlaceholder(Words::tr("for example favourite scent"));
    m_newValue = new TextField(Words::tr("Value"));
    row->addWidget(m_newName, 1);
    row->addWidget(m_newValue, 1);
    body->addLayout(row);
}

void PersonEdit::takeProperty(SaveProfile& command, const std::string& name, const QString& text) const
{
    const auto before = m_detail.profile.properties.find(name);
    const bool known = before != m_detail.profile.properties.end();
    if (text == (known ? toQString(toText(before->second)) : QString())) {
        return;
    }
    if (text.isEmpty()) {
        command.unset.push_back(name);
        return;
    }
    // A value keeps its kind: numbers stay numbers, lists stay lists.
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (known && std::holds_alternative<double>(before->second) && isNumber) {
        command.properties[name] = number;
    } else if (known && std::holds_alternative<std::vector<std::string>>(before->second)) {
        std::vector<std::string> parts;
        for (const QString& part : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
            parts.push_back(toUtf8(part.trimmed()));
        }
        command.properties[name] = parts;
    } else {
        command.properties[name] = toUtf8(name == "country" && text.size() == 2 ? text.toUpper() : text);
    }
}

SaveProfile PersonEdit::command() const
{
    SaveProfile command;
    command.profile = m_detail.profile.id;
    const std::string email = toUtf8(m_email->text().trimmed());
    const std::string phone = toUtf8(m_phone->text().trimmed());
    command.email = email == m_detail.profile.email ? std::string() : email;
    command.phone = phone == m_detail.profile.phone ? std::string() : phone;
    command.unsetEmail = email.empty() && !m_detail.profile.email.empty();
    command.unsetPhone = phone.empty() && !m_detail.profile.phone.empty();
    for (const auto& [name, field] : m_texts) {
        takeProperty(command, name, field->text().trimmed());
    }
    for (const auto& [name, toggle] : m_toggles) {
        if (std::get<bool>(m_detail.profile.properties.find(name)->second) != toggle->isChecked()) {
            command.properties[name] = toggle->isChecked();
        }
    }
    const QString extra = m_newName->text().simplified().toLower().replace(QLatin1Char(' '), QLatin1Char('_'));
    if (!extra.isEmpty() && !m_newValue->text().trimmed().isEmpty()) {
        command.properties[toUtf8(extra)] = toUtf8(m_newValue->text().trimmed());
    }
    return command;
}

void PersonEdit::save()
{
    m_email->setError({});
    m_phone->setError({});
    m_offer->hide();
    if (!isNew()) {
        submit(command());
        return;
    }
    if (m_email->text().trimmed().isEmpty() && m_phone->text().trimmed().isEmpty()) {
        m_email->setError(Words::tr("An email address or a phone number is needed to know the person again."));
        return;
    }
    addIfUnknown(command(), {m_email, m_phone});
}

void PersonEdit::addIfUnknown(const SaveProfile& command, QList<TextField*> unchecked)
{
    if (unchecked.isEmpty()) {
        submit(command);
        return;
    }
    TextField* const field = unchecked.takeFirst();
    const std::string key = field == m_email ? command.email : command.phone;
    if (key.empty()) {
        addIfUnknown(command, unchecked);
        return;
    }
    m_save->setBusy(true);
    m_context.bridge().ask(this, FindProfile{key}, [this, command, field, unchecked](Result<ProfileId> known) {
        m_save->setBusy(false);
        if (known) {
            offer(field, *known);
        } else {
            // Nobody is known by it, or it is none; the engine says what is wrong with it then.
            addIfUnknown(command, unchecked);
        }
    });
}

void PersonEdit::submit(const SaveProfile& command)
{
    m_save->setBusy(true);
    m_context.bridge().submit(this, command, [this, command](Result<ProfileId> saved) {
        m_save->setBusy(false);
        if (!saved) {
            tellProblem(saved.error());
            return;
        }
        tellSaved(command);
        m_saved(*saved);
        m_sheet->closeSheet();
    });
}

void PersonEdit::tellSaved(const SaveProfile& command)
{
    // A merge cannot be taken back, nor can what stands on it.
    if (isNew() || m_merged) {
        m_context.toasts().show(isNew() ? Words::tr("Added") : Words::tr("Saved"), Tone::Ok);
        return;
    }
    const SaveProfile undo = undoOf(m_detail.profile, command);
    m_context.toasts().showUndo(Words::tr("Saved"), [context = &m_context, undo] {
        context->bridge().submit(&context->toasts(), undo, [context](Result<ProfileId> undone) {
            if (!undone) {
                context->showError(undone.error(), ErrorContext::Profile);
            }
        });
    });
}

void PersonEdit::tellProblem(const Error& error)
{
    const Sentence said = sentenceOf(error);
    const bool emailStays = toUtf8(m_email->text().trimmed()) == m_detail.profile.email;
    const bool phone = said.code.starts_with("phone-") || (said.code == "person-known-by-nothing-else" && emailStays);
    TextField* const field = phone ? m_phone : m_email;
    if (said.code == "email-taken" || said.code == "phone-taken") {
        offer(field, ProfileId{toQString(said.values.front().text).toLongLong()});
        return;
    }
    field->setError(errorWords(error, ErrorContext::Profile).sentence);
    m_context.showError(error, ErrorContext::Profile);
}

/// Says beside the field whose it is, by name.
void PersonEdit::offer(TextField* field, ProfileId other)
{
    m_context.bridge().ask(this, LoadProfile{other}, [this, field](Result<ProfileDetail> detail) {
        if (!detail) {
            m_context.showError(detail.error(), ErrorContext::Profile);
            return;
        }
        const QString name = toQString(detail->name);
        field->setError(isNew() ? Words::tr("%1 is here already under this address or number.").arg(name)
                                : Words::tr("This belongs to %1. If the two are one person, merge them.").arg(name));
        showOffer(*detail);
    });
}

void PersonEdit::showOffer(const ProfileDetail& other)
{
    const QString name = toQString(other.name);
    m_offer->setText(isNew() ? Words::tr("Show %1").arg(name) : Words::tr("Merge %1 into this person…").arg(name));
    m_offer->show();
    QObject::disconnect(m_accepted);
    m_accepted = QObject::connect(m_offer, &QAbstractButton::clicked, this, [this, other] {
        if (isNew()) {
            m_saved(other.profile.id);
            m_sheet->closeSheet();
            return;
        }
        askMergeOf(m_context, this, other, m_detail, [this] {
            m_merged = true;
            save();
        });
    });
    m_offer->setFocus();
}

}  // namespace

void openEditSheet(PageContext& context, QObject* owner, const ProfileDetail& detail,
                   std::function<void(ProfileId)> saved)
{
    auto* edit = new PersonEdit(context, owner, detail, std::move(saved));
    edit->open();
}

}  // namespace shopbell::ui
