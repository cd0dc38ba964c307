// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choice_list.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/text.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

namespace shopbell::ui {

namespace {

constexpr int choiceRow = 34;
constexpr int headingRow = 28;

/// Lower case, accents dropped, one space between words, one before the first: so " fo" finds a word's beginning.
QString folded(const QString& text)
{
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString made;
    made.reserve(apart.size() + 1);
    made += QLatin1Char(' ');
    for (const QChar c : apart) {
        if (c.category() == QChar::Mark_NonSpacing) {
            continue;
        }
        made += c.isLetterOrNumber() ? c : QLatin1Char(' ');
    }
    return made;
}

class ChoiceDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {100, index.data(ChoiceModel::HeadingRole).toBool() ? headingRow : choiceRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setLayoutDirection(Qt::LayoutDirectionAuto);
        const QRect row = option.rect;
        const auto mirror = [&](const QRect& r) { return QStyle::visualRect(option.direction, row, r); };
        const int lead = leading(option.direction);
        const QString text = index.data(Qt::DisplayRole).toString();
        if (index.data(ChoiceModel::HeadingRole).toBool()) {
            painter->setFont(textFont(TextStyle::SmallStrong));
            painter->setPen(color(Token::InkSoft));
            painter->drawText(mirror(row.adjusted(14, 4, -14, 0)), lead, text);
            painter->restore();
            return;
        }
        const bool enabled = index.flags() & Qt::ItemIsEnabled;
        if (option.state & QStyle::State_Selected) {
            drawBox(*painter, QRectF(row).adjusted(5, 1, -5, -1), 7, color(Token::AccentSoft));
        } else if ((option.state & QStyle::State_MouseOver) && enabled) {
            drawBox(*painter, QRectF(row).adjusted(5, 1, -5, -1), 7, color(Token::Hover));
        }
        int x = row.x() + 14;
        const QVariant checked = index.data(ChoiceModel::CheckedRole);
        if (checked.isValid()) {
            const QRectF box(mirror(QRect(x, row.y() + (row.height() - 16) / 2, 16, 16)));
            if (checked.toBool()) {
                drawBox(*painter, box, 4.5, color(Token::Accent));
                drawTick(*painter, box, color(Token::OnAccent), 1.8);
            } else {
                drawBox(*painter, box, 4.5, color(Token::Surface), color(Token::InkFaint));
            }
            x += 26;
        }
        const auto name = static_cast<IconName>(index.data(ChoiceModel::IconRole).toInt());
        if (name != IconName::None) {
            drawIcon(*painter, mirror(QRect(x, row.y(), 16, row.height())), name, color(Token::InkSoft), 16);
            x += 26;
        }
        int right = row.right() - 14;
        const qint64 count = index.data(ChoiceModel::CountRole).toLongLong();
        if (count >= 0) {
            painter->setFont(textFont(TextStyle::Label));
            painter->setPen(color(Token::InkSoft));
            const QString figures = QLocale().toString(count);
            const int w = static_cast<int>(figuresWidth(painter->font(), figures)) + 1;
            drawFigures(*painter, mirror(QRect(right - w, row.y(), w, row.height())), trailing(option.direction),
                        figures);
            right -= w + 12;
        }
        painter->setFont(textFont(TextStyle::Body));
        painter->setPen(color(enabled ? Token::Ink : Token::InkFaint));
        const QFontMetrics metrics(painter->font());
        const int textWidth = std::min(metrics.horizontalAdvance(text) + 2, right - x);
        painter->drawText(mirror(QRect(x, row.y(), textWidth, row.height())), lead,
                          metrics.elidedText(text, Qt::ElideRight, textWidth));
        const QString note = index.data(ChoiceModel::NoteRole).toString();
        const int noteLeft = x + textWidth + 8;
        if (!note.isEmpty() && right - noteLeft > 20) {
            painter->setFont(textFont(TextStyle::Label));
            painter->setPen(color(Token::InkSoft));
            painter->drawText(mirror(QRect(noteLeft, row.y(), right - noteLeft, row.height())), lead,
                              QFontMetrics(painter->font()).elidedText(note, Qt::ElideRight, right - noteLeft));
        }
        painter->restore();
    }
};

}  // namespace

ChoiceModel::ChoiceModel(QObject* parent) : QAbstractListModel(parent) {}

void ChoiceModel::setChoices(Choices choices)
{
    m_choices = std::move(choices);
    m_folded.clear();
    m_folded.reserve(m_choices.size());
    for (const Choice& choice : std::as_const(m_choices)) {
        m_folded.append(folded(choice.note.isEmpty() ? choice.text : choice.text + QLatin1Char(' ') + choice.note));
    }
    rebuild();
}

void ChoiceModel::setFilter(const QString& text)
{
    m_filter = folded(text.trimmed()).mid(1).trimmed();
    rebuild();
}

void ChoiceModel::setChecked(const QStringList& ids)
{
    m_checked = QSet<QString>(ids.begin(), ids.end());
    if (rowCount() > 0) {
        emit dataChanged(index(0), index(rowCount() - 1), {CheckedRole});
    }
}

void ChoiceModel::rebuild()
{
    beginResetModel();
    m_shown.clear();
    QList<int> later;
    const QString wordStart = QLatin1Char(' ') + m_filter;
    QString group;
    bool any = false;
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        if (!m_filter.isEmpty() && !m_folded[i].contains(wordStart)) {
            if (m_folded[i].contains(m_filter)) {
                later.append(static_cast<int>(i));
            }
            continue;
        }
        if (!m_choices[i].group.isEmpty() && (!any || m_choices[i].group != group)) {
            m_shown.append(-1 - static_cast<int>(i));
        }
        group = m_choices[i].group;
        any = true;
        m_shown.append(static_cast<int>(i));
    }
    for (const int i : later) {
        if (!m_choices[i].group.isEmpty() && (!any || m_choices[i].group != group)) {
            m_shown.append(-1 - i);
        }
        group = m_choices[i].group;
        any = true;
        m_shown.append(i);
    }
    endResetModel();
}

int ChoiceModel::rowOf(const QString& id) const
{
    for (qsizetype row = 0; row < m_shown.size(); ++row) {
        if (m_shown[row] >= 0 && m_choices[m_shown[row]].id == id) {
            return static_cast<int>(row);
        }
    }
    return -1;
}

const Choice* ChoiceModel::choiceAt(int row) const
{
    if (row < 0 || row >= m_shown.size() || m_shown[row] < 0) {
        return nullptr;
    }
    return &m_choices[m_shown[row]];
}

int ChoiceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant ChoiceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size()) {
        return {};
    }
    const int at = m_shown[index.row()];
    if (at < 0) {
        if (role == Qt::DisplayRole) {
            return m_choices[-1 - at].group;
        }
        return role == HeadingRole ? QVariant(true) : QVariant();
    }
    const Choice& choice = m_choices[at];
    switch (role) {
    case Qt::DisplayRole: return choice.text;
    case Qt::AccessibleTextRole:
        return choice.note.isEmpty() ? choice.text : QStringLiteral("%1, %2").arg(choice.text, choice.note);
    case IdRole: return choice.id;
    case NoteRole: return choice.note;
    case CountRole: return choice.count;
    case IconRole: return static_cast<int>(choice.icon);
    case HeadingRole: return false;
    case CheckedRole: return property("multi").toBool() ? QVariant(m_checked.contains(choice.id)) : QVariant();
    default: return {};
    }
}

Qt::ItemFlags ChoiceModel::flags(const QModelIndex& index) const
{
    const Choice* choice = choiceAt(index.row());
    if (!choice || !choice->enabled) {
        return Qt::NoItemFlags;
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

ChoiceList::ChoiceList(QWidget* parent)
    : QWidget(parent),
      m_search(new SearchField(tr("Search"), this)),
      m_view(new QListView(this)),
      m_model(new ChoiceModel(this)),
      m_empty(new Text(QString(), TextStyle::Body, Token::InkSoft, this)),
      m_emptyText(tr("Nothing of that name"))
{
    auto* column = makeColumn(this, 0);
    m_search->setBare(true);
    m_search->installEventFilter(this);
    column->addWidget(m_search);
    auto* rule = new QWidget(this);
    rule->setFixedHeight(4);
    column->addWidget(rule);
    column->addWidget(m_view, 1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setContentsMargins(12, 14, 12, 18);
    m_empty->hide();
    column->addWidget(m_empty);
    column->addSpacing(5);

    m_view->setModel(m_model);
    m_view->setItemDelegate(new ChoiceDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setAccessibleName(tr("Choices"));
    m_view->viewport()->setAutoFillBackground(false);
    setFocusProxy(m_search);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (!m_external) {
            m_model->setFilter(text);
            selectFirst();
            showEmptiness();
        }
        emit searchChanged(text);
    });
    connect(m_view, &QListView::clicked, this, &ChoiceList::chooseRow);
}

void ChoiceList::setChoices(const Choices& choices)
{
    bool grouped = false;
    for (const Choice& choice : choices) {
        grouped = grouped || !choice.group.isEmpty();
    }
    m_view->setUniformItemSizes(!grouped);
    m_model->setChoices(choices);
    selectFirst();
    showEmptiness();
    updateGeometry();
}

void ChoiceList::setCurrent(const QString& id)
{
    const int row = m_model->rowOf(id);
    if (row >= 0) {
        m_view->setCurrentIndex(m_model->index(row));
        m_view->scrollTo(m_model->index(row), QAbstractItemView::PositionAtCenter);
    }
}

void ChoiceList::setMulti(bool multi)
{
    m_multi = multi;
    m_model->setProperty("multi", multi);
}

void ChoiceList::setChecked(const QStringList& ids)
{
    m_model->setChecked(ids);
}

void ChoiceList::setSearchHint(const QString& hint)
{
    m_search->setPlaceholderText(hint);
    m_search->setAccessibleName(hint);
}

void ChoiceList::setEmptyText(const QString& text)
{
    m_emptyText = text;
}

void ChoiceList::setExternalSearch(bool external)
{
    m_external = external;
}

void ChoiceList::setSearchVisible(bool visible)
{
    // Out of sight it still takes the keys, so that typing finds here too.
    m_search->setMaximumHeight(visible ? QWIDGETSIZE_MAX : 0);
    m_search->setMinimumHeight(visible ? 38 : 0);
}

QLineEdit* ChoiceList::search() const
{
    return m_search;
}

QSize ChoiceList::sizeHint() const
{
    int height = m_search->maximumHeight() > 0 ? 48 : 10;
    int width = 220;
    const QFontMetrics metrics(textFont(TextStyle::Body));
    const QFontMetrics small(textFont(TextStyle::Label));
    const int rows = std::min(m_model->rowCount(), 10);
    for (int row = 0; row < rows; ++row) {
        height += m_model->choiceAt(row) ? choiceRow : headingRow;
    }
    const auto& all = m_model->choices();
    for (qsizetype i = 0; i < std::min<qsizetype>(all.size(), 60); ++i) {
        const int note = all[i].note.isEmpty() ? 0 : small.horizontalAdvance(all[i].note) + 8;
        width = std::max(width, metrics.horizontalAdvance(all[i].text) + note + (all[i].count >= 0 ? 70 : 0) + 60 +
                                    (m_multi ? 26 : 0));
    }
    return {std::min(width, 420), std::max(height, 90)};
}

bool ChoiceList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const int page = std::max(1, m_view->viewport()->height() / choiceRow - 1);
        switch (key->key()) {
        case Qt::Key_Down: move(1); return true;
        case Qt::Key_Up: move(-1); return true;
        case Qt::Key_PageDown: move(page); return true;
        case Qt::Key_PageUp: move(-page); return true;
        case Qt::Key_Home:
        case Qt::Key_End:
            if (key->modifiers() & Qt::ControlModifier) {
                move(key->key() == Qt::Key_Home ? -m_model->rowCount() : m_model->rowCount());
                return true;
            }
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter: chooseRow(m_view->currentIndex()); return true;
        case Qt::Key_Space:
            if (m_multi && m_search->text().isEmpty()) {
                chooseRow(m_view->currentIndex());
                return true;
            }
            break;
        default: break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ChoiceList::move(int step)
{
    const int rows = m_model->rowCount();
    const int way = step < 0 ? -1 : 1;
    int row = m_view->currentIndex().isValid() ? m_view->currentIndex().row() : (way > 0 ? -1 : rows);
    row = std::clamp(row + step, 0, rows - 1);
    // Headings and what is not to be had are stepped over, first onwards, then back from the end.
    const auto free = [&](int at) { return m_model->choiceAt(at) && m_model->choiceAt(at)->enabled; };
    int target = row;
    while (target >= 0 && target < rows && !free(target)) {
        target += way;
    }
    if (target < 0 || target >= rows) {
        target = row;
        while (target >= 0 && target < rows && !free(target)) {
            target -= way;
        }
    }
    if (target >= 0 && target < rows) {
        m_view->setCurrentIndex(m_model->index(target));
    }
}

void ChoiceList::selectFirst()
{
    m_view->setCurrentIndex({});
    move(1);
    m_view->scrollToTop();
}

void ChoiceList::chooseRow(const QModelIndex& index)
{
    const Choice* choice = index.isValid() ? m_model->choiceAt(index.row()) : nullptr;
    if (choice && choice->enabled) {
        const QString id = choice->id;
        emit chosen(id);
    }
}

void ChoiceList::showEmptiness()
{
    const bool empty = m_model->rowCount() == 0;
    m_empty->setText(m_emptyText);
    m_empty->setVisible(empty);
    m_view->setVisible(!empty);
}

}  // namespace shopbell::ui
