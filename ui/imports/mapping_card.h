// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imports.h"
#include "ui/widgets/card.h"

#include <QList>

class QGridLayout;

namespace shopbell::ui {

class Picker;

/// The columns of a file, some of their values, and what each becomes.
class MappingCard : public Card {
    Q_OBJECT
public:
    explicit MappingCard(QWidget* parent = nullptr);

    void show(const ImportPreview& preview);
    [[nodiscard]] ImportMapping mapping() const;

signals:
    void mappingChanged();

private:
    void addColumn(int row, const ImportPreview& preview, std::size_t column);

    QWidget* m_holder = nullptr;
    QList<QString> m_headers;
    QList<Picker*> m_pickers;
};

}  // namespace shopbell::ui
