// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/klaviyo_sheet.h"

#include "ui/bridge/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toast.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPlainTextEdit>

namespace shopbell::ui {

namespace {

constexpr int panelWidth = 560;
constexpr qint64 mostBytes = 1 << 20;

}  // namespace

KlaviyoSheet::KlaviyoSheet(PageContext& context, Way way, const DefinitionTree& tree)
    : Sheet(way == Way::In ? tr("Bring in a segment from Klaviyo") : tr("This segment in Klaviyo's form"),
            context.dialogParent()),
      m_context(context),
      m_text(new TextArea(way == Way::In ? tr("Klaviyo's definition") : tr("Definition"))),
      m_answer(makeColumn(space::row))
{
    setPanelWidth(panelWidth);
    connect(this, &Sheet::closed, this, &QObject::deleteLater);
    m_text->setLines(8, 16);
    body()->addWidget(m_text);
    way == Way::In ? buildIn() : buildOut();
    body()->addLayout(m_answer);
    body()->addStretch(1);
    if (way == Way::Out) {
        write(tree);
    }
}

void KlaviyoSheet::buildIn()
{
    m_text->setHelp(tr("Paste the “definition” of a segment as Klaviyo's API gives it, with its “condition_groups”."));
    auto* row = makeRow(space::s);
    auto* file = new Button(tr("From a file…"), IconName::Folder);
    auto* look = new Button(tr("Read it"));
    row->addWidget(file);
    row->addWidget(look);
    row->addStretch(1);
    body()->addLayout(row);
    m_take = new Button(tr("Use this definition"), Button::Kind::Primary);
    m_take->setEnabled(false);
    addFooterButton(m_take);
    connect(file, &QAbstractButton::clicked, this, &KlaviyoSheet::openFile);
    connect(look, &QAbstractButton::clicked, this, &KlaviyoSheet::read);
    connect(m_text, &TextArea::textChanged, this, [this] { m_take->setEnabled(false); });
    connect(m_take, &QAbstractButton::clicked, this, [this] {
        const SegmentDefinition definition = m_read;
        closeSheet();
        emit taken(definition);
    });
}

void KlaviyoSheet::buildOut()
{
    m_text->edit()->setReadOnly(true);
    auto* copy = new Button(tr("Copy"), IconName::Copy);
    auto* save = new Button(tr("Save as…"), IconName::Save);
    addFooterButton(save);
    addFooterButton(copy);
    connect(copy, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text->text());
        m_context.toasts().show(tr("Copied"), Tone::Ok);
    });
    connect(save, &QAbstractButton::clicked, this, &KlaviyoSheet::saveFile);
}

void KlaviyoSheet::openFile()
{
    const QString name = QFileDialog::getOpenFileName(m_context.dialogParent(), tr("Klaviyo's definition"), {},
                                                      tr("JSON (*.json);;All files (*)"));
    if (name.isEmpty()) {
        return;
    }
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes) {
        m_text->setError(tr("This file cannot be read, or is too large to be a definition."));
        return;
    }
    m_text->setText(QString::fromUtf8(file.readAll()));
    read();
}

void KlaviyoSheet::saveFile()
{
    const QString name = QFileDialog::getSaveFileName(m_context.dialogParent(), tr("Save the definition as"),
                                                      tr("segment.json"), tr("JSON (*.json)"));
    if (name.isEmpty()) {
        return;
    }
    QFile file(name);
    const QByteArray bytes = m_text->text().toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        m_context.showError(Error{ErrorKind::Io, toUtf8(file.errorString()), {}}, ErrorContext::Export);
        return;
    }
    m_context.toasts().show(tr("Saved"), Tone::Ok);
}

void KlaviyoSheet::read()
{
    m_asker.ask(
        m_context.bridge(), ReadKlaviyoSegment{toUtf8(m_text->text()), {}}, [this](Result<KlaviyoReading> reading) {
            m_text->setError({});
            if (!reading) {
                clearLayout(m_answer);
                m_text->setError(
                    tr("This is not a definition of a Klaviyo segment: %1").arg(errorWords(reading.error()).detail));
                return;
            }
            m_read = reading->definition;
            m_take->setEnabled(true);
            showDifferences(reading->differences, tr("Everything in it means the same here."));
        });
}

void KlaviyoSheet::write(const DefinitionTree& tree)
{
    m_asker.ask(m_context.bridge(), WriteKlaviyoSegment{tree.written(), {}}, [this](Result<KlaviyoWriting> writing) {
        if (!writing) {
            m_answer->addWidget(new Banner(Tone::Bad, errorWords(writing.error(), ErrorContext::Segment).sentence));
            return;
        }
        m_text->setText(toQString(writing->json));
        showDifferences(writing->differences, tr("Everything in it means the same there."));
    });
}

void KlaviyoSheet::showDifferences(const std::vector<FormDifference>& differences, const QString& none)
{
    clearLayout(m_answer);
    if (differences.empty()) {
        m_answer->addWidget(new Banner(Tone::Ok, none));
        return;
    }
    m_answer->addWidget(
        new Banner(Tone::Brass, tr("%Ln differences to know of", nullptr, static_cast<int>(differences.size()))));
    for (const FormDifference& each : differences) {
        auto* lines = makeColumn(1);
        lines->addWidget((new Text(toQString(each.what)))->wrapped());
        lines->addWidget((new Text(toQString(each.place), TextStyle::Label, Token::InkSoft))->elided());
        m_answer->addLayout(lines);
    }
}

}  // namespace shopbell::ui
