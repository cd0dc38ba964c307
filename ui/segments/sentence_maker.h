// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/segments/asking_picker.h"
#include "ui/segments/materials.h"
#include "ui/segments/spot.h"

#include <functional>

namespace shopbell::ui {

/// How a picker whose choices are searched for looks.
struct AskLook {
    bool subject = false;                                 ///< what the sentence is about, in accent
    bool adds = false;                                    ///< not part of the sentence yet: words to add something by
    bool all = false;                                     ///< several values go together by "and", not "or"
    QString placeholder = {};                             ///< while nothing is chosen; empty: "Choose"
    std::function<QString(const QString&)> wording = {};  ///< words for an id, where they are not the id itself
};

/// A condition as words and values in reading order. The functions of condition_sentences.h tell one; what is made of
/// it, controls (SentenceView) or plain words (conditionWords()), is the listener's. Each `take` gets what a person
/// chose; names are for screen readers.
class SentenceMaker {
public:
    using TakeText = std::function<void(const QString&)>;
    using TakeTexts = std::function<void(const QStringList&)>;
    using TakeNumber = std::function<void(double)>;

    explicit SentenceMaker(Materials& materials) : m_materials(materials) {}
    virtual ~SentenceMaker() = default;

    /// Further words go to a new line, indented by so many steps.
    virtual void newLine(int indent = 0) = 0;
    virtual void word(const QString& word) = 0;
    /// `subject`: what the sentence is about, in accent.
    virtual void pick(const QString& name, const Choices& choices, const QString& current, const TakeText& take,
                      bool subject = false) = 0;
    /// Choices that are loaded with the editor and may come later than the row: `choices` is asked again then.
    virtual void pickNamed(const QString& name, const std::function<Choices()>& choices, const QString& current,
                           const TakeText& take, bool subject = true) = 0;
    virtual void ask(const QString& name, const ChoiceSource& source, const QString& current, const TakeText& take,
                     const AskLook& look = {}) = 0;
    virtual void askSeveral(const QString& name, const ChoiceSource& source, const QStringList& current,
                            const TakeTexts& take, const AskLook& look = {}) = 0;
    virtual void number(const QString& name, double value, const TakeNumber& take, double least = 0,
                        double most = 1e12) = 0;
    virtual void text(const QString& name, const QString& text, const QString& hint, const TakeText& take) = 0;
    /// `iso`: a day or an instant; take gets a day.
    virtual void day(const QString& name, const QString& iso, const TakeText& take) = 0;
    /// A small switch of few letters, on or off; `name` says what it does.
    virtual void mark(const QString& letters, const QString& name, bool on, const std::function<void(bool)>& take) = 0;
    virtual void link(const QString& words, const std::function<void()>& act) = 0;
    virtual void cross(const QString& name, const std::function<void()>& act) = 0;
    /// While it lives, answers to what a control asked may come.
    [[nodiscard]] virtual QObject* context() = 0;

    /// A number that may be an amount: with the shop's currency beside it.
    void amount(const QString& name, double value, bool money, const TakeNumber& take);

    [[nodiscard]] Materials& materials() const { return m_materials; }
    [[nodiscard]] EngineBridge& bridge() const { return m_materials.bridge(); }
    /// Today in the shop, as a definition writes it.
    [[nodiscard]] QString today() const;

private:
    Materials& m_materials;
};

/// `choices`, with what stands in the definition in front where the shop has no such thing (any more).
[[nodiscard]] Choices including(Choices choices, const QString& id, const QString& words);

/// A condition or a whole definition in the window's language: "has Placed Order at least 2 times in the last 60 days".
[[nodiscard]] QString conditionWords(Materials& materials, const QJsonObject& condition);
[[nodiscard]] QString definitionWords(Materials& materials, const QJsonObject& node);

}  // namespace shopbell::ui
