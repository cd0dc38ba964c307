// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/segments/sentence_maker.h"

#include <QWidget>

class QVBoxLayout;

namespace shopbell::ui {

class FlowLayout;

/// A sentence as small controls among words, on one or more lines that wrap.
class SentenceView final : public QWidget, public SentenceMaker {
    Q_OBJECT
public:
    explicit SentenceView(Materials& materials, QWidget* parent = nullptr);

    /// Takes everything out. The control that had the focus gives it to the one of its name in the next sentence.
    void begin();
    void finish();

    void newLine(int indent) override;
    void word(const QString& word) override;
    void pick(const QString& name, const Choices& choices, const QString& current, const TakeText& take,
              bool subject) override;
    void pickNamed(const QString& name, const std::function<Choices()>& choices, const QString& current,
                   const TakeText& take, bool subject) override;
    void ask(const QString& name, const ChoiceSource& source, const QString& current, const TakeText& take,
             const AskLook& look) override;
    void askSeveral(const QString& name, const ChoiceSource& source, const QStringList& current, const TakeTexts& take,
                    const AskLook& look) override;
    void number(const QString& name, double value, const TakeNumber& take, double least, double most) override;
    void text(const QString& name, const QString& text, const QString& hint, const TakeText& take) override;
    void day(const QString& name, const QString& iso, const TakeText& take) override;
    void mark(const QString& letters, const QString& name, bool on, const std::function<void(bool)>& take) override;
    void link(const QString& words, const std::function<void()>& act) override;
    void cross(const QString& name, const std::function<void()>& act) override;
    QObject* context() override { return this; }

private:
    void put(QWidget* widget);

    QVBoxLayout* m_lines;
    FlowLayout* m_line = nullptr;
    QString m_focused;
};

}  // namespace shopbell::ui
