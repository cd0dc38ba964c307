// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/people_model.h"

#include "ui/bridge/country_names.h"
#include "ui/bridge/text.h"
#include "ui/profiles/person_words.h"
#include "ui/widgets/table.h"

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int pageRows = 100;
constexpr int keptPages = 60;
constexpr int pagesAround = 1;

}  // namespace

PeopleModel::PeopleModel(EngineBridge& bridge, QObject* parent) : QAbstractTableModel(parent), m_bridge(bridge)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &PeopleModel::askShown);
}

void PeopleModel::setSearch(const Search& search)
{
    if (search == m_search && m_generation > 0) {
        return;
    }
    m_search = search;
    ++m_generation;
    m_asking.clear();
    m_first = 0;
    m_last = 0;
    ask(0);
}

void PeopleModel::refresh()
{
    if (m_generation == 0) {
        ++m_generation;
    }
    for (const auto& [page, rows] : m_pages) {
        m_stale[page] = true;
    }
    if (m_shown != m_generation || m_pages.empty()) {
        ask(0);
    } else {
        askShown();
    }
}

void PeopleModel::setShownRows(int first, int last)
{
    m_first = std::max(first, 0);
    m_last = std::max(last, m_first);
    m_soon.start();
}

SearchProfiles PeopleModel::question(int page) const
{
    SearchProfiles question;
    question.words = toUtf8(m_search.words);
    question.order = m_search.order;
    question.descending = m_search.descending;
    question.segment = m_search.segment;
    question.list = m_search.list;
    question.offset = std::int64_t{page} * pageRows;
    question.limit = pageRows;
    return question;
}

void PeopleModel::askShown()
{
    if (m_shown != m_generation) {
        return;  // the first answer of the new search decides what there is to show
    }
    const int lastPage = m_total > 0 ? static_cast<int>((m_total - 1) / pageRows) : 0;
    const int from = std::max(m_first / pageRows - pagesAround, 0);
    const int to = std::min(m_last / pageRows + pagesAround, lastPage);
    std::erase_if(m_asking, [&](const auto& each) { return each.first < from || each.first > to; });
    // What is on the screen first, then its neighbours.
    for (int page = m_first / pageRows; page <= std::min(m_last / pageRows, lastPage); ++page) {
        ask(page);
    }
    for (int page = from; page <= to; ++page) {
        ask(page);
    }
}

void PeopleModel::ask(int page)
{
    const bool here = m_shown == m_generation && m_pages.contains(page) && !m_stale[page];
    if (here || m_asking.contains(page)) {
        return;
    }
    auto& asker = m_asking[page] = std::make_unique<Asker>();
    asker->ask(m_bridge, question(page), [this, page, generation = m_generation](Result<ProfilePage> answer) {
        m_asking.erase(page);
        if (!answer) {
            m_answered = true;
            emit failed(answer.error());
            return;
        }
        take(page, generation, std::move(*answer));
    });
}

void PeopleModel::take(int page, quint64 generation, ProfilePage answer)
{
    if (m_shown != generation) {
        beginResetModel();
        m_pages.clear();
        m_stale.clear();
        m_pages[page] = std::move(answer.rows);
        m_total = answer.total;
        m_shown = generation;
        m_answered = true;
        endResetModel();
        emit answered();
        return;
    }
    m_pages[page] = std::move(answer.rows);
    m_stale[page] = false;
    const bool changed = answer.total != m_total;
    if (changed) {
        setTotal(answer.total);
    }
    const int first = page * pageRows;
    const int last = std::min(first + pageRows, rowCount()) - 1;
    if (first <= last) {
        emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
    }
    forgetFar();
    if (changed || !m_answered) {
        m_answered = true;
        emit answered();
    }
}

void PeopleModel::setTotal(qint64 total)
{
    const int before = rowCount();
    const int after = static_cast<int>(std::min<qint64>(total, std::numeric_limits<int>::max()));
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_total = total;
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_total = total;
        endRemoveRows();
    }
}

void PeopleModel::forgetFar()
{
    const int middle = (m_first + m_last) / 2 / pageRows;
    while (m_pages.size() > keptPages) {
        const auto low = m_pages.begin();
        const auto high = std::prev(m_pages.end());
        const auto far = middle - low->first > high->first - middle ? low : high;
        m_stale.erase(far->first);
        m_pages.erase(far);
    }
}

const ProfileEntry* PeopleModel::entryAt(int row) const
{
    const auto page = m_pages.find(row / pageRows);
    if (row < 0 || page == m_pages.end()) {
        return nullptr;
    }
    const auto at = static_cast<std::size_t>(row % pageRows);
    return at < page->second.size() ? &page->second[at] : nullptr;
}

void PeopleModel::collect(QObject* context, int first, int last,
                          std::function<void(Result<std::vector<ProfileEntry>>)> handler)
{
    SearchProfiles whole = question(0);
    whole.offset = first;
    whole.limit = last - first + 1;
    m_bridge.ask(context, whole, [handler = std::move(handler)](Result<ProfilePage> answer) {
        if (!answer) {
            handler(fail(std::move(answer.error())));
            return;
        }
        handler(std::move(answer->rows));
    });
}

bool PeopleModel::orderOf(int column, ProfileOrder& order)
{
    switch (column) {
    case Name: order = ProfileOrder::Name; return true;
    case Email: order = ProfileOrder::Email; return true;
    case Created: order = ProfileOrder::Created; return true;
    case Orders: order = ProfileOrder::Orders; return true;
    case Spent: order = ProfileOrder::Spent; return true;
    case LastOrder: order = ProfileOrder::LastOrder; return true;
    default: return false;
    }
}

int PeopleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(std::min<qint64>(m_total, std::numeric_limits<int>::max()));
}

int PeopleModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PeopleModel::text(const ProfileEntry& entry, int column) const
{
    const Formats& formats = m_bridge.formats();
    switch (column) {
    case Name: return toQString(entry.name);
    case Email: return toQString(entry.email);
    case Phone: return toQString(entry.phone);
    case City: return toQString(entry.city);
    case Country: return countryName(toQString(entry.country));
    case Consent: return consentWord(entry.emailConsent);
    case Orders: return formats.number(entry.orders);
    case Spent: return entry.orders > 0 ? formats.money(entry.spent) : QString();
    case LastOrder: return entry.lastOrder ? formats.shortDate(*entry.lastOrder) : QString();
    case Created: return formats.shortDate(entry.createdAt);
    default: return {};
    }
}

QVariant PeopleModel::data(const QModelIndex& index, int role) const
{
    const bool figures = index.column() == Orders || index.column() == Spent;
    if (role == FiguresRole) {
        return figures;
    }
    const ProfileEntry* entry = entryAt(index.row());
    if (entry == nullptr) {
        if (role == Qt::DisplayRole && index.column() == Name) {
            return QStringLiteral("…");
        }
        if (role == Qt::AccessibleTextRole) {
            return tr("still loading");
        }
        return role == InkRole ? QVariant(static_cast<int>(Token::InkSoft)) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole: return text(*entry, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Chosen ? tr("Choose %1").arg(toQString(entry->name)) : text(*entry, index.column());
    case AvatarRole: return index.column() == Name ? toQString(entry->name) : QVariant();
    case StrongRole: return index.column() == Name;
    case TagToneRole:
        return index.column() == Consent ? QVariant(static_cast<int>(consentTone(entry->emailConsent))) : QVariant();
    case InkRole:
        return index.column() == Created || index.column() == LastOrder ? QVariant(static_cast<int>(Token::InkSoft))
                                                                        : QVariant();
    default: return {};
    }
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && (section == Orders || section == Spent)) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role == Qt::AccessibleTextRole && section == Chosen) {
        return tr("Chosen");
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    switch (section) {
    case Name: return tr("Name");
    case Email: return tr("Email");
    case Phone: return tr("Phone");
    case City: return tr("City");
    case Country: return tr("Country");
    case Consent: return tr("May be emailed");
    case Orders: return tr("Orders");
    case Spent: return tr("Spent");
    case LastOrder: return tr("Last order");
    case Created: return tr("Known since");
    default: return QString();
    }
}

}  // namespace shopbell::ui
