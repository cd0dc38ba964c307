// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/field.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QStyle>
#include <QTextBlock>
#include <QWheelEvent>

#include <cmath>

namespace shopbell::ui {

Field::Field(const QString& label, QWidget* control, QWidget* parent)
    : QWidget(parent),
      m_label(new Text(label, TextStyle::Label, Token::InkSoft, this)),
      m_optional(new Text(tr("optional"), TextStyle::Small, Token::InkSoft, this)),
      m_below(new Text(QString(), TextStyle::Small, Token::InkSoft, this)),
      m_column(makeColumn(this, 5))
{
    auto* head = makeRow(space::s);
    head->addWidget(m_label);
    head->addStretch(1);
    head->addWidget(m_optional);
    m_column->addLayout(head);
    m_column->addWidget(m_below->wrapped());
    m_optional->hide();
    m_below->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    if (control) {
        setControl(control);
    }
    setLabel(label);
}

void Field::setControl(QWidget* control)
{
    m_control = control;
    m_column->insertWidget(1, control);
    m_label->setBuddy(control);
    setFocusProxy(control);
    refresh();
}

void Field::setLabel(const QString& label)
{
    m_label->setText(label);
    m_label->setVisible(!label.isEmpty());
    refresh();
}

QString Field::label() const
{
    return m_label->text();
}

void Field::setHelp(const QString& help)
{
    m_help = help;
    refresh();
}

void Field::setError(const QString& error)
{
    if (error == m_error) {
        return;
    }
    m_error = error;
    refresh();
    showInvalid(!error.isEmpty());
}

void Field::setOptional(bool optional)
{
    m_optional->setVisible(optional);
}

void Field::showInvalid(bool invalid)
{
    if (m_control) {
        m_control->setProperty("invalid", invalid);
        m_control->update();
    }
}

void Field::refresh()
{
    const bool wrong = !m_error.isEmpty();
    const QString& words = wrong ? m_error : m_help;
    m_below->setText(words);
    m_below->setColor(wrong ? Token::Bad : Token::InkSoft);
    m_below->setVisible(!words.isEmpty());
    if (m_control) {
        if (!m_label->text().isEmpty()) {
            m_control->setAccessibleName(m_label->text());
        }
        m_control->setAccessibleDescription(wrong ? tr("Error: %1").arg(m_error) : m_help);
    }
}

TextField::TextField(const QString& label, QWidget* parent) : Field(label, nullptr, parent), m_edit(new QLineEdit(this))
{
    setControl(m_edit);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, &TextField::textChanged);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_dirty = true;
        emit edited(text);
    });
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        if (m_dirty) {
            m_dirty = false;
            emit committed(m_edit->text());
        }
    });
}

TextField::~TextField()
{
    // An edit that has the focus loses it when it goes, and says so: nobody is there to hear it any more.
    m_edit->disconnect(this);
}

QString TextField::text() const
{
    return m_edit->text();
}

void TextField::setText(const QString& text)
{
    if (text != m_edit->text()) {
        m_edit->setText(text);
        m_edit->setCursorPosition(0);
    }
}

void TextField::setPlaceholder(const QString& text)
{
    m_edit->setPlaceholderText(text);
}

void TextField::setSecret(bool secret)
{
    m_edit->setEchoMode(secret ? QLineEdit::Password : QLineEdit::Normal);
    if (secret && !m_eye) {
        m_eye = new IconButton(IconName::Eye, tr("Show"), m_edit);
        m_eye->setSmall(true);
        m_eye->setCheckable(true);
        m_eye->setCursor(Qt::ArrowCursor);
        connect(m_eye, &QAbstractButton::toggled, this, [this](bool shown) {
            m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
            m_eye->setIconName(shown ? IconName::EyeOff : IconName::Eye);
            m_eye->setToolTip(shown ? tr("Hide") : tr("Show"));
            m_eye->setAccessibleName(m_eye->toolTip());
        });
        m_eye->show();
    }
    place();
}

void TextField::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

void TextField::setSuffix(const QString& suffix)
{
    if (!m_suffix) {
        m_suffix = new Text(suffix, TextStyle::Label, Token::InkSoft, m_edit);
        m_suffix->setAttribute(Qt::WA_TransparentForMouseEvents);
        m_suffix->show();
    }
    m_suffix->setText(suffix);
    place();
}

bool TextField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutDirectionChange)) {
        place();
    }
    return Field::eventFilter(watched, event);
}

void TextField::showInvalid(bool invalid)
{
    m_edit->setProperty("invalid", invalid);
    m_edit->update();
}

void TextField::place()
{
    int tail = 0;
    const QRect whole = m_edit->rect();
    const auto put = [&](QWidget* widget, const QSize& box) {
        const QRect at(whole.width() - tail - 8 - box.width(), (whole.height() - box.height()) / 2, box.width(),
                       box.height());
        widget->setGeometry(m_edit->style()->visualRect(m_edit->layoutDirection(), whole, at));
        tail += box.width() + 4;
    };
    if (m_eye) {
        put(m_eye, {24, 24});
    }
    if (m_suffix) {
        put(m_suffix, m_suffix->sizeHint());
    }
    m_edit->setTextMargins(isRightToLeft() ? tail : 0, 0, isRightToLeft() ? 0 : tail, 0);
}

NumberField::NumberField(const QString& label, QWidget* parent)
    : Field(label, nullptr, parent),
      m_edit(new QLineEdit(this)),
      m_suffix(new Text(QString(), TextStyle::Label, Token::InkSoft, m_edit))
{
    setControl(m_edit);
    m_edit->installEventFilter(this);
    m_edit->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    m_suffix->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { read(); });
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        if (m_acceptable) {
            write();
        }
    });
    write();
}

NumberField::~NumberField()
{
    m_edit->disconnect(this);
}

void NumberField::setRange(double least, double most)
{
    m_least = least;
    m_most = most;
    setValue(m_value);
}

void NumberField::setDecimals(int decimals)
{
    m_decimals = decimals;
    write();
}

void NumberField::setStep(double step)
{
    m_step = step;
}

void NumberField::setSuffix(const QString& suffix)
{
    m_suffix->setText(suffix);
    QEvent resized(QEvent::Resize);
    eventFilter(m_edit, &resized);
}

void NumberField::setValue(double value)
{
    m_value = std::clamp(value, m_least, m_most);
    m_acceptable = true;
    setError({});
    write();
}

QString NumberField::written(double value) const
{
    return QLocale().toString(value, 'f', m_decimals);
}

void NumberField::write()
{
    const QString text = written(m_value);
    if (text != m_edit->text()) {
        m_edit->setText(text);
    }
}

void NumberField::read()
{
    bool isNumber = false;
    double value = QLocale().toDouble(m_edit->text().trimmed(), &isNumber);
    if (!isNumber) {
        // What one copies from elsewhere has a point.
        value = QLocale::c().toDouble(m_edit->text().trimmed(), &isNumber);
    }
    const double scale = std::pow(10.0, m_decimals);
    const bool tooFine =
        isNumber && std::abs(std::round(value * scale) / scale - value) > 1e-9 * std::max(1.0, std::abs(value));
    m_acceptable = isNumber && !tooFine && value >= m_least && value <= m_most;
    if (!isNumber) {
        setError(tr("This is not a number"));
    } else if (tooFine) {
        setError(m_decimals == 0 ? tr("A whole number, please") : tr("At most %n decimal places", nullptr, m_decimals));
    } else if (value < m_least) {
        setError(tr("At least %1").arg(written(m_least)));
    } else if (value > m_most) {
        setError(tr("At most %1").arg(written(m_most)));
    } else {
        setError({});
        if (value != m_value) {
            m_value = value;
            emit valueChanged(value);
        }
    }
}

bool NumberField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_edit) {
        return Field::eventFilter(watched, event);
    }
    double steps = 0;
    if (event->type() == QEvent::Resize) {
        const QSize box = m_suffix->text().isEmpty() ? QSize(0, 0) : m_suffix->sizeHint();
        const QRect at(m_edit->width() - box.width() - 10, (m_edit->height() - box.height()) / 2, box.width(),
                       box.height());
        m_suffix->setGeometry(m_edit->style()->visualRect(m_edit->layoutDirection(), m_edit->rect(), at));
        const int tail = box.width() > 0 ? box.width() + 6 : 0;
        m_edit->setTextMargins(isRightToLeft() ? tail : 0, 0, isRightToLeft() ? 0 : tail, 0);
    } else if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Up: steps = 1; break;
        case Qt::Key_Down: steps = -1; break;
        case Qt::Key_PageUp: steps = 10; break;
        case Qt::Key_PageDown: steps = -10; break;
        default: break;
        }
    } else if (event->type() == QEvent::Wheel && m_edit->hasFocus()) {
        steps = static_cast<QWheelEvent*>(event)->angleDelta().y() > 0 ? 1 : -1;
    }
    if (steps != 0 && !m_edit->isReadOnly()) {
        const double value = std::clamp(m_value + steps * m_step, m_least, m_most);
        const bool changed = value != m_value;
        setValue(value);
        if (changed) {
            emit valueChanged(value);
        }
        return true;
    }
    return Field::eventFilter(watched, event);
}

void NumberField::showInvalid(bool invalid)
{
    m_edit->setProperty("invalid", invalid);
    m_edit->update();
}

TextArea::TextArea(const QString& label, QWidget* parent)
    : Field(label, nullptr, parent), m_edit(new QPlainTextEdit(this))
{
    setControl(m_edit);
    m_edit->installEventFilter(this);
    m_edit->setTabChangesFocus(true);
    m_edit->document()->setDocumentMargin(3);
    m_edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_dirty = true;
        fit();
        emit textChanged(m_edit->toPlainText());
    });
    fit();
}

QString TextArea::text() const
{
    return m_edit->toPlainText();
}

void TextArea::setText(const QString& text)
{
    if (text != m_edit->toPlainText()) {
        m_edit->setPlainText(text);
    }
    m_dirty = false;
}

void TextArea::setPlaceholder(const QString& text)
{
    m_edit->setPlaceholderText(text);
}

void TextArea::setLines(int least, int most)
{
    m_least = least;
    m_most = std::max(least, most);
    fit();
}

bool TextArea::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit) {
        if (event->type() == QEvent::Resize) {
            fit();
        } else if ((event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
            m_edit->update();
            if (event->type() == QEvent::FocusOut && m_dirty) {
                m_dirty = false;
                emit committed(m_edit->toPlainText());
            }
        }
    }
    return Field::eventFilter(watched, event);
}

void TextArea::showInvalid(bool invalid)
{
    m_edit->setProperty("invalid", invalid);
    m_edit->update();
}

void TextArea::fit()
{
    int lines = 0;
    for (QTextBlock block = m_edit->document()->begin(); block.isValid() && lines < m_most; block = block.next()) {
        lines += std::max(1, block.layout() ? block.layout()->lineCount() : 1);
    }
    const int height = std::clamp(lines, m_least, m_most) * QFontMetrics(m_edit->font()).lineSpacing() + 2 * 7 + 8;
    if (m_edit->height() != height) {
        m_edit->setFixedHeight(height);
    }
}

}  // namespace shopbell::ui
