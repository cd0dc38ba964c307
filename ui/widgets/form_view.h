// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/field_spec.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <vector>

class QVBoxLayout;

namespace shopbell::ui {

/// Draws any list of FieldSpec as a form: one column, label above, help below, problems in words beside the field once
/// it was left or validate() was called. Fields whose `visibleWhen` does not hold are hidden and their values left out.
/// Labels, help and choices are translated in the context "FieldSpec".
class FormView : public QWidget {
    Q_OBJECT
public:
    explicit FormView(QWidget* parent = nullptr);
    ~FormView() override;

    /// Rebuilds the form; values start as the defaults.
    void setFields(const std::vector<FieldSpec>& fields);
    /// Secrets that are kept elsewhere: the field says "kept in the keychain" and stays empty; empty then means
    /// unchanged.
    void setKeptSecrets(const QStringList& keys);
    void setValues(const FieldValues& values);
    /// What is visible, in order of the specs, with white space at the ends removed.
    [[nodiscard]] FieldValues values() const;

    /// Shows every problem, moves the focus to the first, and says whether there was none.
    bool validate();
    [[nodiscard]] bool isValid() const;
    /// Words from outside (the server refused this key) beside one field; goes with the next edit.
    void setProblem(const QString& key, const QString& words);
    [[nodiscard]] QWidget* control(const QString& key) const;  ///< null when there is none
    [[nodiscard]] QString problem(const QString& key) const;   ///< the words shown now

signals:
    void edited(const QString& key);
    /// Return in a one-line field.
    void submitted();

private:
    struct Row;

    [[nodiscard]] QString readValue(const Row& row) const;
    [[nodiscard]] QString findProblem(const Row& row) const;
    void writeValue(Row& row, const QString& value);
    void rowEdited(std::size_t index);
    void rowLeft(std::size_t index);
    void showProblem(Row& row);
    void refreshVisibility();
    [[nodiscard]] Row* findRow(const QString& key);
    [[nodiscard]] const Row* findRow(const QString& key) const;
    void build(std::size_t index);

    QVBoxLayout* m_column;
    std::vector<std::unique_ptr<Row>> m_rows;
    QStringList m_kept;
};

}  // namespace shopbell::ui
