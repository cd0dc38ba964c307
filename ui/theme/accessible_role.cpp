// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/accessible_role.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

namespace shopbell::ui {

namespace {

constexpr const char* propertyName = "shopbell.role";

class RoleFace : public QAccessibleWidget {
public:
    RoleFace(QWidget* widget, QAccessible::Role role) : QAccessibleWidget(widget, role) {}

    QString text(QAccessible::Text which) const override
    {
        QString words = QAccessibleWidget::text(which);
        if (which == QAccessible::Name && words.isEmpty()) {
            if (const auto* button = qobject_cast<QAbstractButton*>(widget())) {
                words = button->text();
            }
        }
        return words;
    }

    QAccessible::State state() const override
    {
        QAccessible::State made = QAccessibleWidget::state();
        if (const auto* button = qobject_cast<QAbstractButton*>(widget())) {
            made.checkable = button->isCheckable();
            made.checked = button->isChecked();
            made.pressed = button->isDown();
        }
        return made;
    }

    QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (canBePressed()) {
            names.prepend(pressAction());
        }
        return names;
    }

    void doAction(const QString& action) override
    {
        if (action == pressAction() && canBePressed() && widget()->isEnabled()) {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
            QCoreApplication::sendEvent(widget(), &press);
            return;
        }
        QAccessibleWidget::doAction(action);
    }

private:
    [[nodiscard]] bool canBePressed() const
    {
        switch (role()) {
        case QAccessible::Button:
        case QAccessible::ComboBox:
        case QAccessible::ButtonDropDown:
        case QAccessible::ListItem: return widget()->focusPolicy() != Qt::NoFocus;
        default: return false;
        }
    }
};

QAccessibleInterface* makeFace(const QString&, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    const QVariant role = widget ? widget->property(propertyName) : QVariant();
    return role.isValid() ? new RoleFace(widget, static_cast<QAccessible::Role>(role.toInt())) : nullptr;
}

}  // namespace

void setAccessibleRole(QWidget* widget, QAccessible::Role role)
{
    widget->setProperty(propertyName, static_cast<int>(role));
}

void installAccessibleRoles()
{
    QAccessible::installFactory(makeFace);
}

}  // namespace shopbell::ui
