// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/person_dialogs.h"

#include "ui/bridge/text.h"
#include "ui/profiles/person_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QPlainTextEdit>

#include <algorithm>

namespace shopbell::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PersonDialogs)
};

constexpr int mergeChoices = 30;

void submitMerge(PageContext& context, QObject* owner, ProfileId from, const QString& fromName,
                 const ProfileDetail& into, std::function<void()> merged)
{
    context.bridge().submit(
        owner, MergeProfiles{from, into.profile.id},
        [&context, fromName, name = toQString(into.name), merged = std::move(merged)](Result<Done> done) {
            if (!done) {
                context.showError(done.error(), ErrorContext::Profile);
                return;
            }
            context.toasts().show(Words::tr("%1 was merged into %2").arg(fromName, name), Tone::Ok);
            merged();
        });
}

}  // namespace

void askConsent(PageContext& context, QObject* owner, const ProfileDetail& detail, Channel channel)
{
    const auto known = std::ranges::find(detail.consents, channel, &Consent::channel);
    const bool allowed = known != detail.consents.end() && known->state == ConsentState::Subscribed;
    Dialog dialog(Words::tr("%1: what does %2 allow?").arg(channelWord(channel), toQString(detail.name)),
                  context.dialogParent());
    dialog.setSentence(Words::tr("Enter only what the person said. When, how and where is kept as the proof."));
    auto* answer = new Picker;
    answer->setChoices({{.id = QStringLiteral("yes"), .text = Words::tr("Yes, messages are welcome")},
                        {.id = QStringLiteral("no"), .text = Words::tr("No, no messages")}});
    answer->setCurrent(allowed ? QStringLiteral("no") : QStringLiteral("yes"));
    auto* how = new Picker;
    Choices ways;
    for (const char* way : {"manual", "phone", "shop", "writing", "form"}) {
        ways.append({.id = QLatin1String(way), .text = methodWord(QLatin1String(way))});
    }
    how->setChoices(ways);
    how->setCurrent(QStringLiteral("phone"));
    auto* where = new TextField(Words::tr("Where"));
    where->setOptional(true);
    where->setPlaceholder(Words::tr("for example Christmas market, stand 12"));
    auto* text = new TextField(Words::tr("The words they agreed to"));
    text->setOptional(true);
    dialog.body()->addWidget(new Field(Words::tr("They said"), answer));
    dialog.body()->addWidget(new Field(Words::tr("How they said it"), how));
    dialog.body()->addWidget(where);
    dialog.body()->addWidget(text);
    dialog.addButton(Words::tr("Cancel"), Button::Kind::Secondary);
    dialog.addButton(Words::tr("Save"), Button::Kind::Primary);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    Consent consent;
    consent.channel = channel;
    consent.state = answer->current() == QLatin1String("yes") ? ConsentState::Subscribed : ConsentState::Unsubscribed;
    consent.method = toUtf8(how->current());
    consent.place = toUtf8(where->text().trimmed());
    consent.text = toUtf8(text->text().trimmed());
    context.bridge().submit(owner, SaveConsent{detail.profile.id, consent}, [&context](Result<Done> done) {
        if (!done) {
            context.showError(done.error(), ErrorContext::Profile);
            return;
        }
        context.toasts().show(Words::tr("Saved"), Tone::Ok);
    });
}

void askMerge(PageContext& context, QObject* owner, const ProfileDetail& into)
{
    const QString name = toQString(into.name);
    Dialog dialog(Words::tr("Merge another profile into %1").arg(name), context.dialogParent());
    dialog.setSentence(Words::tr("For one person who stands here twice. Orders, messages, lists and addresses of the "
                                 "other profile move here, and the other one is gone. This cannot be undone."));
    auto* other = new Picker;
    other->setExternalSearch(true);
    other->setSearchable(true);
    other->setPlaceholder(Words::tr("Choose the other profile"));
    other->setSearchHint(Words::tr("Name, email or phone"));
    Asker asker;
    const auto find = [&](const QString& words) {
        SearchProfiles question;
        question.words = toUtf8(words);
        question.limit = mergeChoices;
        asker.ask(context.bridge(), question, [&, other](Result<ProfilePage> page) {
            if (!page) {
                return;
            }
            Choices choices;
            for (const ProfileEntry& each : page->rows) {
                if (each.id != into.profile.id) {
                    choices.append({.id = QString::number(each.id.value),
                                    .text = toQString(each.name),
                                    .note = each.email == each.name ? QString() : toQString(each.email)});
                }
            }
            other->setChoices(choices);
        });
    };
    QObject::connect(other, &Picker::searchChanged, &dialog, find);
    find(QString());
    dialog.body()->addWidget(new Field(Words::tr("The other profile"), other));
    dialog.addButton(Words::tr("Cancel"), Button::Kind::Secondary);
    auto* merge = dialog.addButton(Words::tr("Merge"), Button::Kind::Danger);
    merge->setEnabled(false);
    QString chosenName;
    QObject::connect(other, &Picker::chosen, &dialog, [&](const QString& id) {
        merge->setEnabled(!id.isEmpty());
        chosenName = other->currentText();
    });
    if (dialog.exec() != QDialog::Accepted || other->current().isEmpty()) {
        return;
    }
    submitMerge(context, owner, ProfileId{other->current().toLongLong()}, chosenName, into, [] {});
}

void askMergeOf(PageContext& context, QObject* owner, const ProfileDetail& other, const ProfileDetail& into,
                std::function<void()> merged)
{
    const QString name = toQString(other.name);
    if (Dialog::confirm(context.dialogParent(), Words::tr("Merge %1 into %2?").arg(name, toQString(into.name)),
                        Words::tr("For one person who stands here twice. Orders, messages, lists and addresses of the "
                                  "other profile move here, and the other one is gone. This cannot be undone."),
                        Words::tr("Merge"), Button::Kind::Danger)) {
        submitMerge(context, owner, other.profile.id, name, into, std::move(merged));
    }
}

void askErase(PageContext& context, QObject* owner, const ProfileDetail& detail, std::function<void()> erased)
{
    const QString name = toQString(detail.name);
    if (!Dialog::confirm(context.dialogParent(), Words::tr("Erase %1?").arg(name),
                         Words::tr("Name, addresses, everything that happened and every message are removed from this "
                                   "workspace for good, and from backups made from now on. The address is remembered "
                                   "only as a code, so that an import cannot bring it back. This cannot be undone."),
                         Words::tr("Erase"), Button::Kind::Danger)) {
        return;
    }
    context.bridge().submit(
        owner, EraseProfile{detail.profile.id},
        [&context, name, erased = std::move(erased)](Result<ErasureProof> proof) {
            if (!proof) {
                context.showError(proof.error(), ErrorContext::Profile);
                return;
            }
            Dialog dialog(Words::tr("%1 was erased").arg(name), context.dialogParent());
            dialog.setSentence(Words::tr("%Ln rows were removed. Keep this line as the proof that you did it:", nullptr,
                                         static_cast<int>(proof->rows)));
            auto* line = new TextArea(Words::tr("Proof"));
            line->setText(toQString(proof->proof));
            line->edit()->setReadOnly(true);
            dialog.body()->addWidget(line);
            auto* copy = dialog.addButton(Words::tr("Copy"), Button::Kind::Secondary, false);
            QObject::connect(copy, &QAbstractButton::clicked, &dialog,
                             [text = toQString(proof->proof)] { QApplication::clipboard()->setText(text); });
            dialog.addButton(Words::tr("Done"), Button::Kind::Primary);
            dialog.exec();
            erased();
        });
}

}  // namespace shopbell::ui
