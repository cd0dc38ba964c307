// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/text.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/campaigns/message_preview.h"
#include "ui/campaigns/path_steps.h"
#include "ui/shell/preferences.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toast.h"

#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScopedValueRollback>

namespace shopbell::ui {

namespace {

constexpr auto testAddressKey = "campaigns/testAddress";

}  // namespace

MessageStep::MessageStep(PageContext& context)
    : PathStep(context),
      m_fromName(new TextField(tr("From, name"))),
      m_fromAddress(new TextField(tr("From, email address"))),
      m_replyTo(new TextField(tr("Answers go to"))),
      m_subject(new TextField(tr("Subject"))),
      m_preheader(new TextField(tr("Preview text"))),
      m_mode(new SegmentedControl),
      m_writing(new TextArea(tr("Message"))),
      m_html(new TextArea(tr("HTML"))),
      m_text(new TextArea(tr("Plain text"))),
      m_fields(new Button(tr("Insert a personal field"), IconName::User)),
      m_test(new Button(tr("Send a test"), IconName::Send)),
      m_preview(new MessagePreview(context)),
      m_lastEdited(m_writing->edit())
{
    auto* row = makeRow(this, space::between);
    auto* form = new Card(tr("What do you write?"));
    form->body()->setSpacing(space::m);
    auto* from = makeRow(space::m);
    from->addWidget(m_fromName, 1, Qt::AlignTop);
    from->addWidget(m_fromAddress, 1, Qt::AlignTop);
    form->body()->addLayout(from);
    m_replyTo->setOptional(true);
    m_replyTo->setPlaceholder(tr("the address above"));
    form->body()->addWidget(m_subject);
    m_preheader->setOptional(true);
    m_preheader->setHelp(tr("Stands after the subject in most inboxes."));
    form->body()->addWidget(m_preheader);
    form->body()->addWidget(m_replyTo);
    m_mode->setAccessibleName(tr("How the message is written"));
    m_mode->setChoices({{.id = QStringLiteral("write"), .text = tr("Write")},
                        {.id = QStringLiteral("html"), .text = tr("HTML")},
                        {.id = QStringLiteral("text"), .text = tr("Plain text")}});
    auto* bar = makeRow(space::s);
    bar->addWidget(m_mode);
    bar->addStretch(1);
    bar->addWidget(m_fields);
    form->body()->addLayout(bar);
    m_writing->setPlaceholder(tr("Hello {{ first_name | default: \"there\" }},\n\nwrite as you would to one customer. "
                                 "An empty line begins a new paragraph."));
    m_writing->setLines(12, 24);
    m_html->setLines(14, 26);
    m_html->edit()->setFont(textFont(TextStyle::Code));
    m_text->setLines(12, 24);
    m_text->setHelp(tr("Left empty, it is made from the HTML."));
    for (TextArea* each : {m_writing, m_html, m_text}) {
        form->body()->addWidget(each);
    }
    form->body()->addStretch(1);
    row->addWidget(form, 1);
    auto* side = new Card(tr("How it looks"));
    side->addToHeader(m_test);
    side->body()->addWidget(m_preview, 1);
    row->addWidget(side, 1);

    auto* menu = new QMenu(m_fields);
    const auto field = [&](const QString& name, const char* liquid) {
        connect(menu->addAction(name), &QAction::triggered, this,
                [this, liquid] { insertField(QString::fromUtf8(liquid)); });
    };
    connect(menu->addAction(tr("First name, or “there”")), &QAction::triggered, this, [this] {
        insertField(
            QStringLiteral("{{ first_name | default: \"%1\" }}").arg(tr("there", "after Hello, without a name")));
    });
    field(tr("First name, or nothing"), "{{ first_name | default: \"\" }}");
    field(tr("Last name, or nothing"), "{{ last_name | default: \"\" }}");
    connect(menu->addAction(tr("City, or “your town”")), &QAction::triggered, this,
            [this] { insertField(QStringLiteral("{{ city | default: \"%1\" }}").arg(tr("your town"))); });
    field(tr("Email address"), "{{ email }}");
    menu->addSeparator();
    field(tr("Your shop's name"), "{{ shop.name }}");
    field(tr("Link to unsubscribe"), "{{ unsubscribe_url }}");
    m_fields->setMenu(menu);

    const auto changed = [this] {
        write(m_draft);
        preview();
        emit edited();
    };
    for (TextField* each : {m_fromName, m_fromAddress, m_replyTo, m_subject, m_preheader}) {
        connect(each, &TextField::edited, this, changed);
        connect(each->edit(), &QLineEdit::cursorPositionChanged, this, [this, each] {
            if (each == m_subject || each == m_preheader) {
                m_lastEdited = each->edit();
            }
        });
    }
    for (TextArea* each : {m_writing, m_html, m_text}) {
        connect(each, &TextArea::textChanged, this, [this, changed] {
            if (!m_filling) {
                changed();
            }
        });
        connect(each->edit(), &QPlainTextEdit::cursorPositionChanged, this,
                [this, each] { m_lastEdited = each->edit(); });
    }
    connect(m_mode, &SegmentedControl::chosen, this, &MessageStep::modeChosen);
    connect(m_test, &QAbstractButton::clicked, this, &MessageStep::sendTest);
    setMode(QStringLiteral("write"));
}

void MessageStep::modeChosen(const QString& mode)
{
    const bool wasWriting = m_shownMode == QLatin1String("write");
    if (wasWriting && mode != m_shownMode) {
        const QScopedValueRollback filling(m_filling, true);
        m_html->setText(toQString(m_draft.content.html));
        m_text->setText(toQString(m_draft.content.text));
    }
    const bool ownHtml = m_html->text() != htmlFromWriting(m_writing->text()) && !m_html->text().trimmed().isEmpty();
    if (!wasWriting && mode == QLatin1String("write") && ownHtml &&
        !Dialog::confirm(m_context.dialogParent(), tr("Go back to plain writing?"),
                         tr("The HTML of this message is then made from what stands under Write. Changes made in the "
                            "HTML itself are lost."),
                         tr("Go back"), Button::Kind::Danger)) {
        m_mode->setCurrent(m_shownMode);
        return;
    }
    setMode(mode);
    write(m_draft);
    preview();
    emit edited();
}

void MessageStep::setMode(const QString& mode)
{
    m_shownMode = mode;
    m_mode->setCurrent(mode);
    m_writing->setVisible(mode == QLatin1String("write"));
    m_html->setVisible(mode == QLatin1String("html"));
    m_text->setVisible(mode == QLatin1String("text"));
    m_lastEdited = mode == QLatin1String("write")  ? m_writing->edit()
                   : mode == QLatin1String("html") ? m_html->edit()
                                                   : m_text->edit();
}

void MessageStep::show(const Campaign& draft)
{
    const QScopedValueRollback filling(m_filling, true);
    const bool other = draft.id != m_draft.id || m_draft.name.empty();
    m_draft = draft;
    const MessageContent& content = draft.content;
    m_fromName->setText(toQString(content.fromName));
    m_fromAddress->setText(toQString(content.fromAddress));
    m_replyTo->setText(toQString(content.replyTo));
    m_subject->setText(toQString(content.subject));
    m_preheader->setText(toQString(content.preheader));
    if (other) {
        const QString writing = writingOf(content);
        m_writing->setText(writing);
        m_html->setText(writing.isNull() ? toQString(content.html) : QString());
        m_text->setText(writing.isNull() ? toQString(content.text) : QString());
        setMode(!writing.isNull()      ? QStringLiteral("write")
                : content.html.empty() ? QStringLiteral("text")
                                       : QStringLiteral("html"));
    }
    preview();
}

void MessageStep::write(Campaign& draft) const
{
    MessageContent& content = draft.content;
    content.fromName = toUtf8(m_fromName->text().trimmed());
    content.fromAddress = toUtf8(m_fromAddress->text().trimmed());
    content.replyTo = toUtf8(m_replyTo->text().trimmed());
    content.subject = toUtf8(m_subject->text());
    content.preheader = toUtf8(m_preheader->text());
    if (m_mode->current() == QLatin1String("write")) {
        const QString writing = m_writing->text();
        const bool empty = writing.trimmed().isEmpty();
        content.html = empty ? std::string() : toUtf8(htmlFromWriting(writing));
        content.text = empty ? std::string() : toUtf8(textFromWriting(writing));
    } else {
        content.html = toUtf8(m_html->text());
        content.text = toUtf8(m_text->text());
    }
}

void MessageStep::insertField(const QString& liquid)
{
    if (auto* line = qobject_cast<QLineEdit*>(m_lastEdited)) {
        line->insert(liquid);
        line->setFocus();
        write(m_draft);
        preview();
        emit edited();
    } else if (auto* area = qobject_cast<QPlainTextEdit*>(m_lastEdited)) {
        area->insertPlainText(liquid);
        area->setFocus();
    }
}

void MessageStep::preview()
{
    m_preview->setMessage(m_draft.content, m_draft.audience);
}

void MessageStep::sendTest()
{
    Dialog dialog(tr("Send a test"), m_context.dialogParent());
    dialog.setSentence(tr("One message, filled in with the data of the person shown beside. It counts nowhere."));
    auto* to = new TextField(tr("To"));
    const QString last = m_context.preferences().pageState(QLatin1String(testAddressKey)).toString();
    to->setText(last.isEmpty() ? m_fromAddress->text() : last);
    dialog.body()->addWidget(to);
    dialog.addButton(tr("Cancel"), Button::Kind::Secondary);
    dialog.addButton(tr("Send the test"), Button::Kind::Primary);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    const QString address = to->text().trimmed();
    m_context.preferences().setPageState(QLatin1String(testAddressKey), address);
    m_test->setBusy(true);
    write(m_draft);
    m_context.bridge().submit(this, SendTestMessage{m_draft.content, toUtf8(address), m_preview->person()},
                              [this, address](Result<Done> done) {
                                  m_test->setBusy(false);
                                  if (!done) {
                                      m_context.showError(done.error(), ErrorContext::Campaign);
                                      return;
                                  }
                                  m_context.toasts().show(tr("The test for %1 was handed over").arg(address), Tone::Ok);
                              });
}

}  // namespace shopbell::ui
