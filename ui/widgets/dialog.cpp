// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>

namespace shopbell::ui {

Dialog::Dialog(const QString& title, QWidget* parent)
    : QDialog(parent),
      m_title(new Text(title, TextStyle::DialogTitle)),
      m_sentence(new Text(QString(), TextStyle::Body, Token::InkSoft)),
      m_body(makeColumn(space::between)),
      m_buttons(makeRow(space::s))
{
    setWindowTitle(title);
    setModal(true);
    setMinimumWidth(400);
    // A dialog stands on surface, not on paper, so that its fields' wells show.
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* column = makeColumn(this, space::s, QMargins(22, 20, 22, 18));
    column->addWidget(m_title->wrapped());
    column->addWidget(m_sentence->wrapped());
    m_sentence->hide();
    column->addSpacing(space::xs);
    column->addLayout(m_body, 1);
    column->addSpacing(space::m);
    m_buttons->addStretch(1);
    column->addLayout(m_buttons);
}

void Dialog::setSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleDescription(sentence);
}

Button* Dialog::addButton(const QString& text, Button::Kind kind, bool closes)
{
    auto* button = new Button(text, kind, this);
    m_buttons->addWidget(button);
    const bool main = kind == Button::Kind::Primary || kind == Button::Kind::Danger;
    if (main) {
        button->setDefault(true);
    }
    if (closes) {
        connect(button, &QAbstractButton::clicked, this, main ? &QDialog::accept : &QDialog::reject);
    }
    return button;
}

bool Dialog::confirm(QWidget* parent, const QString& title, const QString& sentence, const QString& action,
                     Button::Kind kind)
{
    Dialog dialog(title, parent);
    dialog.setSentence(sentence);
    Button* keep = dialog.addButton(tr("Cancel"), Button::Kind::Secondary);
    Button* go = dialog.addButton(action, kind);
    // What cannot be taken back is not one Return away.
    (kind == Button::Kind::Danger ? keep : go)->setFocus();
    if (kind == Button::Kind::Danger) {
        go->setDefault(false);
    }
    return dialog.exec() == QDialog::Accepted;
}

void Dialog::tell(QWidget* parent, const QString& title, const QString& sentence, const QString& detail)
{
    Dialog dialog(title, parent);
    dialog.setSentence(sentence);
    if (!detail.isEmpty()) {
        auto* text = new QPlainTextEdit(detail);
        text->setReadOnly(true);
        text->setFont(theme().font(TextStyle::Code));
        text->setFixedHeight(120);
        text->setAccessibleName(tr("Details"));
        text->setTabChangesFocus(true);
        text->hide();
        dialog.body()->addWidget(text);
        auto* unfold = dialog.addButton(tr("Details"), Button::Kind::Quiet, false);
        connect(unfold, &QAbstractButton::clicked, &dialog, [&dialog, text] {
            text->setVisible(text->isHidden());
            dialog.adjustSize();
        });
        auto* copy = dialog.addButton(tr("Copy"), Button::Kind::Quiet, false);
        connect(copy, &QAbstractButton::clicked, &dialog, [title, sentence, detail] {
            QApplication::clipboard()->setText(QStringLiteral("%1\n%2\n%3").arg(title, sentence, detail));
        });
    }
    dialog.addButton(tr("Close"), Button::Kind::Primary)->setFocus();
    dialog.exec();
}

}  // namespace shopbell::ui
