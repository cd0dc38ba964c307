// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imports.h"
#include "ui/bridge/formats.h"
#include "ui/widgets/card.h"

namespace shopbell::ui {

/// What came of an import: counts, and the lines that could not be read with the reason.
class ResultCard : public Card {
    Q_OBJECT
public:
    explicit ResultCard(QWidget* parent = nullptr);
    void show(ImportSubject what, const ImportSummary& summary, const Formats& formats);

private:
    QVBoxLayout* m_content;
};

}  // namespace shopbell::ui
