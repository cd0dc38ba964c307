// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icon.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace shopbell::ui {

class Text;

/// A label above, a control, and help or an error in words beneath. The error takes the help's place, marks the edge
/// and is part of what a screen reader says about the control.
class Field : public QWidget {
    Q_OBJECT
public:
    explicit Field(const QString& label, QWidget* control = nullptr, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    [[nodiscard]] QString label() const;
    void setHelp(const QString& help);
    void setError(const QString& error);  ///< empty: all is well
    void setOptional(bool optional);      ///< adds "optional" after the label
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] QWidget* control() const { return m_control; }

protected:
    void setControl(QWidget* control);
    virtual void showInvalid(bool invalid);

private:
    void refresh();

    Text* m_label;
    Text* m_optional;
    Text* m_below;
    QVBoxLayout* m_column;
    QWidget* m_control = nullptr;
    QString m_help;
    QString m_error;
};

/// One line of text.
class TextField : public Field {
    Q_OBJECT
public:
    explicit TextField(const QString& label, QWidget* parent = nullptr);
    ~TextField() override;

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    void setPlaceholder(const QString& text);
    /// Dots in place of letters, with an eye to look at them.
    void setSecret(bool secret);
    void setReadOnly(bool readOnly);
    /// Small words inside the field's far end: "days", "€".
    void setSuffix(const QString& suffix);
    [[nodiscard]] QLineEdit* edit() const { return m_edit; }

signals:
    void textChanged(const QString& text);  ///< by whoever
    void edited(const QString& text);       ///< by the person
    void committed(const QString& text);    ///< Return, or the focus went elsewhere after an edit

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showInvalid(bool invalid) override;

private:
    void place();

    QLineEdit* m_edit;
    class IconButton* m_eye = nullptr;
    Text* m_suffix = nullptr;
    bool m_dirty = false;
};

/// A number as the locale writes it, with arrow keys and the wheel (when focused) to step.
class NumberField : public Field {
    Q_OBJECT
public:
    explicit NumberField(const QString& label, QWidget* parent = nullptr);
    ~NumberField() override;

    void setRange(double least, double most);
    void setDecimals(int decimals);
    void setStep(double step);
    void setSuffix(const QString& suffix);
    void setValue(double value);
    [[nodiscard]] double value() const { return m_value; }
    /// False while what stands in the field is no number, or outside the range; the field then says so by itself.
    [[nodiscard]] bool isAcceptable() const { return m_acceptable; }
    [[nodiscard]] QLineEdit* edit() const { return m_edit; }

signals:
    void valueChanged(double value);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showInvalid(bool invalid) override;

private:
    void read();
    void write();
    [[nodiscard]] QString written(double value) const;

    QLineEdit* m_edit;
    Text* m_suffix;
    double m_value = 0;
    double m_least = 0;
    double m_most = 1e12;
    double m_step = 1;
    int m_decimals = 0;
    bool m_acceptable = true;
};

/// Several lines of text; grows from three lines to `most`.
class TextArea : public Field {
    Q_OBJECT
public:
    explicit TextArea(const QString& label, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    void setPlaceholder(const QString& text);
    void setLines(int least, int most);
    [[nodiscard]] QPlainTextEdit* edit() const { return m_edit; }

signals:
    void textChanged(const QString& text);
    void committed(const QString& text);  ///< the focus went elsewhere after an edit

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showInvalid(bool invalid) override;

private:
    void fit();

    QPlainTextEdit* m_edit;
    int m_least = 3;
    int m_most = 10;
    bool m_dirty = false;
};

}  // namespace shopbell::ui
