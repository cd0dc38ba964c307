// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/provider_sheet.h"

#include "ui/bridge/engine_words.h"
#include "ui/bridge/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/form_view.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/toast.h"

#include <QCheckBox>
#include <QVBoxLayout>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int panelWidth = 500;

}  // namespace

ProviderSheet::ProviderSheet(PageContext& context, const ProviderInfo& provider, bool isFirst)
    : Sheet(provider.id.isValid() ? tr("Change %1").arg(toQString(provider.label)) : tr("Add a way to send"),
            context.dialogParent()),
      m_context(context),
      m_provider(provider),
      m_kind(new Picker),
      m_kindField(new Field(tr("Who carries your messages?"), m_kind)),
      m_label(new TextField(tr("Name"))),
      m_form(new FormView),
      m_default(new QCheckBox(tr("Use it for everything that says nothing else"))),
      m_progress(new ProgressBar(tr("Asking the server…"))),
      m_result(new Banner(Tone::Ok)),
      m_test(new Button(tr("Test it"), IconName::Plug)),
      m_save(new Button(tr("Save"), Button::Kind::Primary))
{
    setSubtitle(tr("Passwords stay in this computer's keychain, not in the workspace."));
    setPanelWidth(panelWidth);
    body()->setSpacing(space::l);
    body()->addWidget(m_kindField);
    m_label->setHelp(tr("Only you see it."));
    body()->addWidget(m_label);
    body()->addWidget(m_form);
    body()->addWidget(m_default);
    body()->addWidget(m_progress);
    body()->addWidget(m_result);
    body()->addStretch(1);
    addFooterButton(m_test);
    addFooterButton(m_save);
    m_kindField->setVisible(!provider.id.isValid());
    m_label->setText(toQString(provider.label));
    m_default->setChecked(provider.isDefault || isFirst);
    m_progress->setFraction(-1);
    m_progress->setCancellable(true);
    m_progress->hide();
    m_result->hide();
    connect(m_label, &TextField::edited, this, [this] { m_labelEdited = true; });
    connect(m_kind, &Picker::chosen, this, &ProviderSheet::showKind);
    connect(m_form, &FormView::edited, m_result, &QWidget::hide);
    connect(m_test, &QAbstractButton::clicked, this, &ProviderSheet::test);
    connect(m_save, &QAbstractButton::clicked, this, &ProviderSheet::save);
    connect(m_progress, &ProgressBar::cancelled, this, [this] {
        m_asker.cancel();
        m_progress->hide();
        m_test->setEnabled(true);
    });
    connect(this, &Sheet::closed, this, &QObject::deleteLater);
    context.bridge().ask(this, ListProviderKinds{}, [this](Result<std::vector<ProviderKindInfo>> kinds) {
        if (!kinds || kinds->empty()) {
            return;
        }
        m_kinds = std::move(*kinds);
        Choices choices;
        for (const ProviderKindInfo& each : m_kinds) {
            choices.append({.id = toQString(each.name), .text = labelWords(each.label)});
        }
        m_kind->setChoices(choices);
        QString first = toQString(m_provider.kind);
        for (const Choice& each : choices) {
            first = first.isEmpty() && each.id == QLatin1String("smtp") ? each.id : first;
        }
        m_kind->setCurrent(first.isEmpty() ? choices.front().id : first);
        showKind(m_kind->current());
    });
}

void ProviderSheet::showKind(const QString& name)
{
    const auto at = std::ranges::find(m_kinds, toUtf8(name), &ProviderKindInfo::name);
    if (at == m_kinds.end()) {
        return;
    }
    m_result->hide();
    m_form->setFields(at->fields);
    if (m_provider.id.isValid()) {
        m_form->setValues(m_provider.values);
        QStringList kept;
        for (const FieldSpec& each : at->fields) {
            if (each.kind == FieldKind::Secret) {
                kept << toQString(each.key);
            }
        }
        m_form->setKeptSecrets(kept);
    } else if (!m_labelEdited) {
        m_label->setText(labelWords(at->label));
    }
}

void ProviderSheet::test()
{
    if (!m_form->validate()) {
        return;
    }
    m_result->hide();
    m_progress->show();
    m_test->setEnabled(false);
    m_asker.ask(m_context.bridge(), TestProvider{toUtf8(m_kind->current()), m_form->values(), m_provider.id},
                [this](Result<Sentence> words) {
                    m_progress->hide();
                    m_test->setEnabled(true);
                    m_result->setTone(words ? Tone::Ok : Tone::Bad);
                    if (words) {
                        m_result->setText(tr("<b>It works.</b> %1").arg(engineWords(*words).toHtmlEscaped()));
                    } else {
                        m_result->setText(
                            QStringLiteral("<b>%1</b> %2")
                                .arg(errorWords(words.error(), ErrorContext::Provider).sentence.toHtmlEscaped(),
                                     engineWords(sentenceOf(words.error())).toHtmlEscaped()));
                    }
                    m_result->show();
                });
}

void ProviderSheet::save()
{
    m_label->setError(m_label->text().trimmed().isEmpty() ? tr("Give it a name.") : QString());
    if (!m_form->validate() || !m_label->error().isEmpty()) {
        return;
    }
    SaveProvider command;
    command.provider = m_provider.id;
    command.kind = toUtf8(m_kind->current());
    command.label = toUtf8(m_label->text().trimmed());
    command.values = m_form->values();
    command.makeDefault = m_default->isChecked();
    m_save->setBusy(true);
    m_context.bridge().submit(this, command, [this](Result<ProviderId> id) {
        m_save->setBusy(false);
        if (!id) {
            m_context.showError(id.error(), ErrorContext::Provider);
            return;
        }
        m_context.toasts().show(tr("Saved"), Tone::Ok);
        closeSheet();
    });
}

}  // namespace shopbell::ui
