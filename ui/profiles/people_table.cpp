// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/people_table.h"

#include "ui/profiles/people_model.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace shopbell::ui {

namespace {

/// The box that chooses, in the first column.
class PeopleDelegate final : public TableDelegate {
public:
    using TableDelegate::TableDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        TableDelegate::paint(painter, option, index);
        if (index.column() != PeopleModel::Chosen) {
            return;
        }
        const bool chosen = option.state & QStyle::State_Selected;
        const QRectF box(option.rect.center().x() - size::check / 2 + 3, option.rect.center().y() - size::check / 2,
                         size::check, size::check);
        painter->save();
        drawBox(*painter, box, radius::small, color(chosen ? Token::Accent : Token::Surface),
                chosen ? QColor() : color(Token::LineStrong));
        if (chosen) {
            drawTick(*painter, box, color(Token::OnAccent));
        }
        painter->restore();
    }
};

bool isPlain(Qt::KeyboardModifiers modifiers)
{
    return !(modifiers & (Qt::ShiftModifier | Qt::ControlModifier));
}

}  // namespace

PeopleTable::PeopleTable(QWidget* parent) : Table(parent)
{
    setItemDelegate(new PeopleDelegate(this));
    setAccessibleName(tr("People"));
    setDragEnabled(false);
}

void PeopleTable::setModel(QAbstractItemModel* source)
{
    Table::setModel(source);
    connect(source, &QAbstractItemModel::modelReset, this, &PeopleTable::shownRowsChanged);
}

std::pair<int, int> PeopleTable::shownRows() const
{
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    return {std::max(first, 0), last < 0 && model() != nullptr ? std::max(model()->rowCount() - 1, 0) : last};
}

QItemSelectionModel::SelectionFlags PeopleTable::selectionCommand(const QModelIndex& index, const QEvent* event) const
{
    if (event == nullptr) {
        return QItemSelectionModel::NoUpdate;  // the current row was set, nobody chose
    }
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto* mouse = static_cast<const QMouseEvent*>(event);
        if (isPlain(mouse->modifiers())) {
            return index.isValid() && index.column() == PeopleModel::Chosen
                       ? QItemSelectionModel::Toggle | QItemSelectionModel::Rows
                       : QItemSelectionModel::NoUpdate;
        }
        break;
    }
    case QEvent::MouseButtonRelease:
    case QEvent::MouseMove:
        if (isPlain(static_cast<const QMouseEvent*>(event)->modifiers())) {
            return QItemSelectionModel::NoUpdate;
        }
        break;
    case QEvent::KeyPress: {
        const auto* key = static_cast<const QKeyEvent*>(event);
        if (key->key() == Qt::Key_Space) {
            return QItemSelectionModel::Toggle | QItemSelectionModel::Rows;
        }
        if (isPlain(key->modifiers())) {
            return QItemSelectionModel::NoUpdate;
        }
        break;
    }
    default: break;
    }
    return Table::selectionCommand(index, event);
}

void PeopleTable::mousePressEvent(QMouseEvent* event)
{
    m_pressed =
        event->button() == Qt::LeftButton && isPlain(event->modifiers()) ? indexAt(event->pos()) : QModelIndex();
    Table::mousePressEvent(event);
}

void PeopleTable::mouseReleaseEvent(QMouseEvent* event)
{
    Table::mouseReleaseEvent(event);
    const QModelIndex at = indexAt(event->pos());
    const bool same = m_pressed.isValid() && at.isValid() && at.row() == m_pressed.row();
    m_pressed = QModelIndex();
    if (same && at.column() != PeopleModel::Chosen) {
        emit rowActivated(at);
    }
}

void PeopleTable::mouseDoubleClickEvent(QMouseEvent* event)
{
    // The first click has opened the person already; on the box, two clicks are two clicks.
    mousePressEvent(event);
}

void PeopleTable::resizeEvent(QResizeEvent* event)
{
    Table::resizeEvent(event);
    emit shownRowsChanged();
}

void PeopleTable::scrollContentsBy(int dx, int dy)
{
    Table::scrollContentsBy(dx, dy);
    emit shownRowsChanged();
}

}  // namespace shopbell::ui
