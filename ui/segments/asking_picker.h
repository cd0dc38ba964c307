// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/picker.h"

#include <QTimer>

#include <functional>

namespace shopbell::ui {

/// Asks for choices that match a search and shows them when they come.
using ChoiceSource = std::function<void(const QString& search, std::function<void(const Choices&)> show)>;

/// A picker whose choices are found as one types: properties and values of this shop. What is typed can be taken as it
/// stands too. What is chosen is its own text.
class AskingPicker : public Picker {
    Q_OBJECT
public:
    AskingPicker(Look look, ChoiceSource source, QWidget* parent = nullptr);
    /// Words for an id, where they are not the id itself.
    void setWording(std::function<QString(const QString&)> wording);
    /// Looks like a link: what it offers is not part of the sentence yet.
    void setAdding(bool adding);
    QSize sizeHint() const override;

protected:
    QString shownText() const override;
    [[nodiscard]] bool isEmpty() const override;
    void paintEvent(QPaintEvent* event) override;

private:
    ChoiceSource m_source;
    std::function<QString(const QString&)> m_wording;
    bool m_adding = false;
};

/// The same for several values: "Germany or Austria". The chosen stand first while nothing is searched.
class AskingMultiPicker : public MultiPicker {
    Q_OBJECT
public:
    AskingMultiPicker(Look look, ChoiceSource source, QWidget* parent = nullptr);
    /// "vip and new" in place of "vip or new".
    void setJoinsAll(bool all);
    void setWording(std::function<QString(const QString&)> wording);

protected:
    QString shownText() const override;
    void take(const QString& id) override;

private:
    ChoiceSource m_source;
    std::function<QString(const QString&)> m_wording;
    QString m_joinedBy;
};

}  // namespace shopbell::ui
