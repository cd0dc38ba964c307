// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/marks.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int cellPadding = 12;
constexpr int firstLead = space::card - cellPadding;  ///< more before the first column: the edge of the card's title
constexpr int headerHeight = 36;
/// More rows than any screen shows; a table that hugs them scrolls from here on.
constexpr int maximumHugged = 8000;

double drawTag(QPainter& painter, const QRect& room, double x, const QString& text, Tone tone,
               Qt::LayoutDirection direction)
{
    const QFontMetrics metrics(textFont(TextStyle::SmallMedium));
    const double wanted = metrics.horizontalAdvance(text) + 18;
    const double width = std::min(wanted, room.right() + 1 - x);
    if (width < 28) {
        return 0;
    }
    const QRect box = QStyle::visualRect(
        direction, room, QRect(static_cast<int>(x), room.y() + (room.height() - 20) / 2, static_cast<int>(width), 20));
    drawBox(painter, box, 10, color(toneSoft(tone)));
    painter.setFont(textFont(TextStyle::SmallMedium));
    painter.setPen(color(toneInk(tone)));
    painter.drawText(box.adjusted(8, 0, -7, 0), Qt::AlignVCenter | Qt::AlignHCenter | Qt::TextSingleLine,
                     metrics.elidedText(text, Qt::ElideRight, box.width() - 15));
    return width;
}

}  // namespace

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setLayoutDirection(Qt::LayoutDirectionAuto);
    const auto* table = qobject_cast<const Table*>(option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = table && table->m_hoveredRow == index.row();
    const QRect cell = option.rect;
    painter->fillRect(cell, color(selected ? Token::AccentSoft : hovered ? Token::Hover : Token::Surface));
    painter->fillRect(QRect(cell.x(), cell.bottom(), cell.width(), 1), color(Token::Line));

    const bool isFirst = table && table->horizontalHeader()->visualIndex(index.column()) == 0;
    const QRect room = QStyle::visualRect(option.direction, cell,
                                          cell.adjusted(cellPadding + (isFirst ? firstLead : 0), 0, -cellPadding, -1));
    const auto mirror = [&](const QRect& r) { return QStyle::visualRect(option.direction, room, r); };
    const QString avatar = index.data(AvatarRole).toString();
    int x = room.x();
    if (!avatar.isEmpty()) {
        const int side = std::min(26, room.height() - 8);
        drawAvatar(*painter, mirror(QRect(x, room.y() + (room.height() - side) / 2, side, side)), avatar);
        x += side + 10;
    }
    if (const auto name = static_cast<IconName>(index.data(IconRole).toInt()); name != IconName::None) {
        drawIcon(*painter, mirror(QRect(x, room.y(), 16, room.height())), name, color(Token::InkSoft), 16);
        x += 24;
    }
    if (const QVariant share = index.data(ShareRole); share.isValid()) {
        const int width = std::clamp(room.width() / 2, 30, 90);
        const QRect bar = mirror(QRect(x, room.center().y() - 2, width, 5));
        drawBox(*painter, bar, 2.5, color(Token::Sunk));
        const double filled = std::max(5.0, width * std::clamp(share.toDouble(), 0.0, 1.0));
        QRectF done(bar.x(), bar.y(), filled, 5);
        if (option.direction == Qt::RightToLeft) {
            done.moveRight(bar.right() + 1);
        }
        if (share.toDouble() > 0) {
            drawBox(*painter, done, 2.5, color(Token::Accent));
        }
        x += width + 10;
    }
    if (const QStringList tags = index.data(TagsRole).toStringList(); !tags.isEmpty()) {
        double at = x;
        for (const QString& tag : tags) {
            const double width = drawTag(*painter, room, at, tag, Tone::Neutral, option.direction);
            if (width == 0) {
                break;
            }
            at += width + 5;
        }
    } else if (const QVariant tone = index.data(TagToneRole); tone.isValid()) {
        drawTag(*painter, room, x, index.data().toString(), static_cast<Tone>(tone.toInt()), option.direction);
    } else {
        const QString text = option.text.isEmpty() ? displayText(index.data(), option.locale) : option.text;
        const QString second = index.data(SecondLineRole).toString();
        const QVariant ink = index.data(InkRole);
        QRect words = mirror(QRect(x, room.y(), room.right() + 1 - x, room.height()));
        painter->setFont(textFont(index.data(StrongRole).toBool() ? TextStyle::BodyStrong : TextStyle::Body));
        painter->setPen(color(ink.isValid() ? static_cast<Token>(ink.toInt()) : Token::Ink));
        if (!second.isEmpty()) {
            const int height = QFontMetrics(painter->font()).height();
            const int small = QFontMetrics(textFont(TextStyle::Small)).height();
            const int top = room.y() + (room.height() - height - small) / 2;
            words = QRect(words.x(), top, words.width(), height);
            const QRect beneath(words.x(), top + height, words.width(), small);
            painter->drawText(words, leading(option.direction),
                              painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
            painter->setFont(textFont(TextStyle::Small));
            painter->setPen(color(Token::InkSoft));
            painter->drawText(beneath, leading(option.direction),
                              painter->fontMetrics().elidedText(second, Qt::ElideRight, beneath.width()));
        } else if (index.data(FiguresRole).toBool()) {
            drawFigures(*painter, words, trailing(option.direction), text);
        } else {
            painter->drawText(words, leading(option.direction),
                              painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
        }
    }
    painter->restore();
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {100, size::tableRow};
}

Table::Table(QWidget* parent) : QTableView(parent)
{
    setItemDelegate(new TableDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Table"));

    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setRowHeight(size::tableRow);

    QHeaderView* head = horizontalHeader();
    head->setFixedHeight(headerHeight);
    head->setHighlightSections(false);
    head->setSectionsMovable(true);
    head->setSectionsClickable(true);
    head->setMinimumSectionSize(48);
    head->setDefaultSectionSize(150);
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->setAccessibleName(tr("Columns"));
    connect(this, &QTableView::doubleClicked, this, &Table::rowActivated);
}

void Table::setModel(QAbstractItemModel* source)
{
    if (model()) {
        disconnect(model(), nullptr, this, nullptr);
    }
    QTableView::setModel(source);
    if (source) {
        connect(source, &QAbstractItemModel::modelReset, this, &Table::showEmptiness);
        connect(source, &QAbstractItemModel::rowsInserted, this, &Table::showEmptiness);
        connect(source, &QAbstractItemModel::rowsRemoved, this, &Table::showEmptiness);
    }
    showEmptiness();
}

void Table::setRowHeight(int height)
{
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setMaximumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    verticalScrollBar()->setSingleStep(height);
}

void Table::setEmptyState(EmptyState* state)
{
    delete m_empty;
    m_empty = state;
    if (state) {
        state->setParent(viewport());
    }
    showEmptiness();
}

void Table::setHugsRows(bool hugs)
{
    m_hugsRows = hugs;
    setSizePolicy(sizePolicy().horizontalPolicy(), hugs ? QSizePolicy::Maximum : QSizePolicy::Expanding);
    updateGeometry();
}

QSize Table::sizeHint() const
{
    const QSize usual = QTableView::sizeHint();
    if (!m_hugsRows || !model() || model()->rowCount() == 0) {
        return usual;
    }
    const int room = (maximumHugged - headerHeight) / std::max(1, verticalHeader()->defaultSectionSize());
    return {usual.width(),
            headerHeight + 1 + std::min(room, model()->rowCount()) * verticalHeader()->defaultSectionSize()};
}

void Table::setStretchColumn(int column)
{
    m_stretchColumn = column;
    for (int i = 0; i < horizontalHeader()->count(); ++i) {
        horizontalHeader()->setSectionResizeMode(i, i == column ? QHeaderView::Stretch : QHeaderView::Interactive);
    }
}

void Table::setYieldingColumns(int least, const QList<int>& columns)
{
    m_leastStretch = least;
    m_yielding.clear();
    for (const int column : columns) {
        m_yielding.append({column, columnWidth(column)});
    }
    shareWidth();
}

void Table::shareWidth()
{
    int left = viewport()->width();
    for (int column = 0; column < horizontalHeader()->count(); ++column) {
        const bool yields = std::ranges::any_of(m_yielding, [=](const auto& each) { return each.first == column; });
        left -= yields || column == m_stretchColumn ? 0 : columnWidth(column);
    }
    for (const auto& [column, width] : std::as_const(m_yielding)) {
        left -= width;
    }
    for (const auto& [column, width] : std::as_const(m_yielding)) {
        const bool hides = left < m_leastStretch;
        left += hides ? width : 0;
        if (isColumnHidden(column) != hides) {
            setColumnHidden(column, hides);
        }
    }
}

QByteArray Table::saveColumns() const
{
    return horizontalHeader()->saveState();
}

bool Table::restoreColumns(const QByteArray& state)
{
    const bool restored = !state.isEmpty() && horizontalHeader()->restoreState(state);
    horizontalHeader()->setFixedHeight(headerHeight);
    return restored;
}

void Table::fitColumn(int column, const QStringList& contents)
{
    constexpr int tagEdges = 18;  // a tag's font is smaller, so this does for both
    const QFontMetrics text(textFont(TextStyle::Body));
    const QFontMetrics head(textFont(TextStyle::Label));
    int widest = head.horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString());
    for (const QString& each : contents) {
        widest = std::max(widest, text.horizontalAdvance(each) + tagEdges);
    }
    setColumnWidth(column, widest + 2 * cellPadding + 2);
}

void Table::showEmptiness()
{
    if (m_hugsRows) {
        updateGeometry();
    }
    if (m_empty) {
        m_empty->setGeometry(viewport()->rect());
        m_empty->setVisible(!model() || model()->rowCount() == 0);
    }
}

void Table::setHoveredRow(int row)
{
    if (row == m_hoveredRow) {
        return;
    }
    const int before = m_hoveredRow;
    m_hoveredRow = row;
    for (const int changed : {before, row}) {
        if (changed >= 0) {
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
        }
    }
}

void Table::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit rowActivated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void Table::mouseMoveEvent(QMouseEvent* event)
{
    setHoveredRow(rowAt(event->pos().y()));
    QTableView::mouseMoveEvent(event);
}

void Table::leaveEvent(QEvent* event)
{
    setHoveredRow(-1);
    QTableView::leaveEvent(event);
}

void Table::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    shareWidth();
    showEmptiness();
}

void Table::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (currentIndex().isValid() && showsFocus(this)) {
        QPainter painter(viewport());
        const int y = rowViewportPosition(currentIndex().row());
        drawFocusRing(painter, QRectF(1, y, viewport()->width() - 2, rowHeight(currentIndex().row()) - 1), 6);
    }
}

void Table::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        viewport()->update();
    }
}

}  // namespace shopbell::ui
