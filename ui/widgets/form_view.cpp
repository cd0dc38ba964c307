// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form_view.h"

#include "ui/theme/theme.h"
#include "ui/widgets/field.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/toggle.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QUrl>

namespace shopbell::ui {

namespace {

/// The engine writes its labels in English; their translations stand in the context "FieldSpec".
QString translated(const std::string& words)
{
    return words.empty() ? QString() : QCoreApplication::translate("FieldSpec", words.c_str());
}

QString fromEngine(const std::string& text)
{
    return QString::fromStdString(text);
}

}  // namespace

struct FormView::Row {
    FieldSpec spec;
    Field* field = nullptr;
    TextField* line = nullptr;
    TextArea* area = nullptr;
    Picker* picker = nullptr;
    Toggle* toggle = nullptr;
    bool touched = false;  ///< left once, so its problems may be said
    bool visible = true;
    QString fromOutside;  ///< what setProblem() said
};

FormView::FormView(QWidget* parent) : QWidget(parent), m_column(makeColumn(this, space::between)) {}

FormView::~FormView() = default;

void FormView::setFields(const std::vector<FieldSpec>& fields)
{
    clearLayout(m_column);
    m_rows.clear();
    for (const FieldSpec& spec : fields) {
        m_rows.push_back(std::make_unique<Row>());
        m_rows.back()->spec = spec;
        build(m_rows.size() - 1);
    }
    for (const auto& row : m_rows) {
        writeValue(*row, fromEngine(row->spec.defaultValue));
    }
    refreshVisibility();
}

void FormView::build(std::size_t index)
{
    Row& row = *m_rows[index];
    const QString label = translated(row.spec.label);
    const auto edited = [this, index] { rowEdited(index); };
    const auto left = [this, index] { rowLeft(index); };
    switch (row.spec.kind) {
    case FieldKind::Toggle:
        row.toggle = new Toggle(label);
        row.field = new Field(QString(), row.toggle);
        row.toggle->setAccessibleName(label);
        row.field->setAccessibleName(label);
        connect(row.toggle, &QCheckBox::clicked, this, edited);
        break;
    case FieldKind::Choice: {
        row.picker = new Picker;
        Choices choices;
        if (!row.spec.required && row.spec.defaultValue.empty()) {
            choices.append({.id = QString(), .text = tr("None")});
        }
        for (const FieldChoice& choice : row.spec.choices) {
            choices.append({.id = fromEngine(choice.value), .text = translated(choice.label)});
        }
        row.picker->setChoices(choices);
        row.field = new Field(label, row.picker);
        connect(row.picker, &Picker::chosen, this, edited);
        connect(row.picker, &Picker::chosen, this, left);
        break;
    }
    case FieldKind::MultiLine:
        row.area = new TextArea(label);
        row.field = row.area;
        row.area->setPlaceholder(fromEngine(row.spec.example));
        connect(row.area->edit(), &QPlainTextEdit::textChanged, this, edited);
        connect(row.area, &TextArea::committed, this, left);
        break;
    case FieldKind::Text:
    case FieldKind::Secret:
    case FieldKind::Number:
    case FieldKind::Url:
    case FieldKind::Email:
        row.line = new TextField(label);
        row.field = row.line;
        row.line->setSecret(row.spec.kind == FieldKind::Secret);
        row.line->setPlaceholder(fromEngine(row.spec.example));
        if (row.spec.kind == FieldKind::Number) {
            row.line->edit()->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
        } else if (row.spec.kind == FieldKind::Url) {
            row.line->edit()->setInputMethodHints(Qt::ImhUrlCharactersOnly);
        } else if (row.spec.kind == FieldKind::Email) {
            row.line->edit()->setInputMethodHints(Qt::ImhEmailCharactersOnly);
        }
        connect(row.line, &TextField::edited, this, edited);
        connect(row.line, &TextField::committed, this, left);
        connect(row.line->edit(), &QLineEdit::returnPressed, this, &FormView::submitted);
        break;
    }
    row.field->setHelp(translated(row.spec.help));
    row.field->setOptional(!row.spec.required && row.spec.kind != FieldKind::Toggle && row.spec.defaultValue.empty());
    row.field->setObjectName(fromEngine(row.spec.key));
    m_column->addWidget(row.field);
}

void FormView::setKeptSecrets(const QStringList& keys)
{
    m_kept = keys;
    for (const auto& row : m_rows) {
        if (row->line && row->spec.kind == FieldKind::Secret) {
            const bool kept = keys.contains(fromEngine(row->spec.key));
            row->line->setPlaceholder(kept ? tr("Kept in the keychain; leave empty to keep it")
                                           : fromEngine(row->spec.example));
        }
    }
}

void FormView::setValues(const FieldValues& values)
{
    for (const auto& [key, value] : values) {
        if (Row* row = findRow(fromEngine(key))) {
            writeValue(*row, fromEngine(value));
            row->touched = false;
            row->fromOutside.clear();
            row->field->setError({});
        }
    }
    refreshVisibility();
}

FieldValues FormView::values() const
{
    FieldValues made;
    for (const auto& row : m_rows) {
        if (row->visible) {
            made.emplace_back(row->spec.key, readValue(*row).toStdString());
        }
    }
    return made;
}

QString FormView::readValue(const Row& row) const
{
    if (row.toggle) {
        return row.toggle->isChecked() ? QStringLiteral("true") : QStringLiteral("false");
    }
    if (row.picker) {
        return row.picker->current();
    }
    if (row.area) {
        return row.area->text().trimmed();
    }
    const QString text = row.spec.kind == FieldKind::Secret ? row.line->text() : row.line->text().trimmed();
    if (row.spec.kind == FieldKind::Number && !text.isEmpty()) {
        // The engine reads a point; people write what their language writes.
        bool isNumber = false;
        const double value = QLocale().toDouble(text, &isNumber);
        if (isNumber) {
            return QString::number(value, 'g', 15);
        }
    }
    return text;
}

void FormView::writeValue(Row& row, const QString& value)
{
    if (row.toggle) {
        row.toggle->setChecked(value == QLatin1String("true"));
    } else if (row.picker) {
        row.picker->setCurrent(value);
    } else if (row.area) {
        row.area->setText(value);
    } else if (row.spec.kind == FieldKind::Number) {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        row.line->setText(isNumber ? QLocale().toString(number, 'g', 15) : value);
    } else {
        row.line->setText(value);
    }
}

QString FormView::findProblem(const Row& row) const
{
    if (!row.visible) {
        return {};
    }
    const QString value = readValue(row);
    if (value.isEmpty() && row.spec.kind == FieldKind::Secret && m_kept.contains(fromEngine(row.spec.key))) {
        return {};
    }
    const Sentence problem = findFieldProblem(row.spec, value.toStdString());
    if (problem.empty()) {
        return {};
    }
    if (value.isEmpty()) {
        return row.spec.kind == FieldKind::Choice ? tr("Please choose one") : tr("This is needed");
    }
    switch (row.spec.kind) {
    case FieldKind::Number: {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (!isNumber) {
            return tr("This is not a number");
        }
        const QLocale locale;
        return number < row.spec.minimum ? tr("At least %1").arg(locale.toString(row.spec.minimum, 'g', 15))
                                         : tr("At most %1").arg(locale.toString(row.spec.maximum, 'g', 15));
    }
    case FieldKind::Url: return tr("This is no web address. It looks like https://shop.example");
    case FieldKind::Email: return tr("This is no email address. It looks like name@shop.example");
    default:
        return problem.code == "field-many-lines" ? tr("This must be a single line") : tr("This cannot be used here");
    }
}

void FormView::rowEdited(std::size_t index)
{
    Row& row = *m_rows[index];
    row.fromOutside.clear();
    // While typing, a problem that is shown may go, but none appears: nobody likes to be told off half-way.
    if (!row.field->error().isEmpty()) {
        showProblem(row);
    }
    refreshVisibility();
    emit edited(fromEngine(row.spec.key));
}

void FormView::rowLeft(std::size_t index)
{
    m_rows[index]->touched = true;
    showProblem(*m_rows[index]);
}

void FormView::showProblem(Row& row)
{
    const QString words = row.fromOutside.isEmpty() ? findProblem(row) : row.fromOutside;
    row.field->setError(words);
    if (row.picker) {
        row.picker->setInvalid(!words.isEmpty());
    }
}

void FormView::refreshVisibility()
{
    for (const auto& row : m_rows) {
        bool visible = true;
        if (!row->spec.visibleWhen.empty()) {
            const QString rule = fromEngine(row->spec.visibleWhen);
            const Row* other = findRow(rule.section(QLatin1Char('='), 0, 0));
            visible = other && other->visible && readValue(*other) == rule.section(QLatin1Char('='), 1);
        }
        row->visible = visible;
        row->field->setVisible(visible);
    }
}

bool FormView::isValid() const
{
    for (const auto& row : m_rows) {
        if (!findProblem(*row).isEmpty()) {
            return false;
        }
    }
    return true;
}

bool FormView::validate()
{
    Row* first = nullptr;
    for (const auto& row : m_rows) {
        row->touched = true;
        showProblem(*row);
        if (!first && row->visible && !row->field->error().isEmpty()) {
            first = row.get();
        }
    }
    if (first) {
        first->field->setFocus(Qt::OtherFocusReason);
    }
    return first == nullptr;
}

void FormView::setProblem(const QString& key, const QString& words)
{
    if (Row* row = findRow(key)) {
        row->fromOutside = words;
        showProblem(*row);
    }
}

QWidget* FormView::control(const QString& key) const
{
    const Row* row = findRow(key);
    return row ? row->field->control() : nullptr;
}

QString FormView::problem(const QString& key) const
{
    const Row* row = findRow(key);
    return row ? row->field->error() : QString();
}

FormView::Row* FormView::findRow(const QString& key)
{
    return const_cast<Row*>(static_cast<const FormView*>(this)->findRow(key));
}

const FormView::Row* FormView::findRow(const QString& key) const
{
    for (const auto& row : m_rows) {
        if (fromEngine(row->spec.key) == key) {
            return row.get();
        }
    }
    return nullptr;
}

}  // namespace shopbell::ui
