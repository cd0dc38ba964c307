// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/page_writer.h"

#include "sync/sync_rows.h"

namespace shopbell {

namespace {

constexpr std::size_t kMaxStockChangesKept = 10'000;

void addCatalogCounts(const CatalogCounts& written, SyncCounts& counts)
{
    for (const auto& change : written.stockChanges) {
        if (counts.stockChanges.size() < kMaxStockChangesKept) {
            counts.stockChanges.push_back(change);
        }
    }
}

}  // namespace

Result<void> PageWriter::write(StoreStream stream, std::span<const StoreRecord> records, SyncCounts& counts)
{
    for (const auto& record : records) {
        if (auto done = writeOne(stream, record, counts); !done) {
            return done;
        }
    }
    return {};
}

Result<void> PageWriter::writeOne(StoreStream stream, const StoreRecord& record, SyncCounts& counts)
{
    if (const auto* const bad = std::get_if<UnreadableRecord>(&record)) {
        return putAside(stream, *bad, counts);
    }
    Result<void> done;
    if (const auto* const gone = std::get_if<DeletedRecord>(&record)) {
        done = remove(stream, std::span(&gone->externalId, 1), counts);
    } else if (const auto* const order = std::get_if<StoreOrder>(&record)) {
        return writeOrder(*order, counts);
    } else if (const auto* const customer = std::get_if<StoreCustomer>(&record)) {
        return writeCustomer(*customer, counts);
    } else if (const auto* const product = std::get_if<StoreProduct>(&record)) {
        auto written = m_catalog.upsertProducts(m_store.id, std::span(product, 1));
        if (!written) {
            return fail(written.error());
        }
        addCatalogCounts(*written, counts);
        ++counts.products;
    } else if (const auto* const category = std::get_if<StoreCategory>(&record)) {
        auto written = m_catalog.upsertCategories(m_store.id, std::span(category, 1));
        if (!written) {
            return fail(written.error());
        }
        ++counts.categories;
    } else if (const auto* const coupon = std::get_if<StoreCoupon>(&record)) {
        auto written = m_catalog.upsertCoupons(m_store.id, std::span(coupon, 1));
        if (!written) {
            return fail(written.error());
        }
        ++counts.coupons;
    }
    return done ? understood(stream, externalIdOf(record)) : done;
}

Result<void> PageWriter::writeOrder(const StoreOrder& order, SyncCounts& counts)
{
    const auto whole = withCategories(order);
    if (!whole) {
        return fail(whole.error());
    }
    const auto written = m_ingestor.applyOrder(m_store.id, *whole, m_store.connectedAt, m_reason);
    if (!written) {
        // One order that our own rules refuse must not stop the others.
        return written.error().kind == ErrorKind::InvalidInput
                   ? putAside(StoreStream::Orders, {order.externalId, written.error().what, {}}, counts)
                   : fail(written.error());
    }
    ++counts.orders;
    counts.newEvents += written->eventsWritten;
    counts.newProfiles += written->profileCreated ? 1 : 0;
    return understood(StoreStream::Orders, order.externalId);
}

Result<StoreOrder> PageWriter::withCategories(const StoreOrder& order)
{
    if (!m_categories) {
        auto names = m_catalog.loadCategoryNames(m_store.id);
        if (!names) {
            return fail(names.error());
        }
        m_categories = std::move(*names);
    }
    StoreOrder whole = order;
    for (auto& line : whole.lines) {
        const auto known = m_categories->find(line.productId);
        if (line.categories.empty() && known != m_categories->end()) {
            line.categories = known->second;
        }
    }
    return whole;
}

Result<void> PageWriter::writeCustomer(const StoreCustomer& customer, SyncCounts& counts)
{
    const auto written = m_ingestor.applyCustomer(m_store.id, customer, m_store.connectedAt, m_reason);
    if (!written) {
        return written.error().kind == ErrorKind::InvalidInput
                   ? putAside(StoreStream::Customers, {customer.externalId, written.error().what, {}}, counts)
                   : fail(written.error());
    }
    ++counts.customers;
    counts.newProfiles += written->created ? 1 : 0;
    return understood(StoreStream::Customers, customer.externalId);
}

Result<void> PageWriter::remove(StoreStream stream, std::span<const std::string> ids, SyncCounts& counts)
{
    for (const auto& id : ids) {
        Result<bool> removed = false;
        switch (stream) {
        case StoreStream::Orders: removed = m_ingestor.takeBackOrder(m_store.id, id); break;
        case StoreStream::Products: removed = m_catalog.removeProduct(m_store.id, id); break;
        case StoreStream::Categories: removed = m_catalog.removeCategory(m_store.id, id); break;
        case StoreStream::Coupons: removed = m_catalog.removeCoupon(m_store.id, id); break;
        case StoreStream::Customers: break;
        }
        if (!removed) {
            return fail(removed.error());
        }
        counts.deleted += *removed ? 1 : 0;
        if (auto done = understood(stream, id); !done) {
            return done;
        }
    }
    return {};
}

Result<std::vector<std::string>> PageWriter::listKnown(StoreStream stream, std::string_view after, std::int64_t limit)
{
    switch (stream) {
    case StoreStream::Orders: return listKnownOrders(m_db, m_store.id, after, limit);
    case StoreStream::Products: return m_catalog.listProductIds(m_store.id, after, limit);
    case StoreStream::Categories: return m_catalog.listCategoryIds(m_store.id, after, limit);
    case StoreStream::Coupons: return m_catalog.listCouponIds(m_store.id, after, limit);
    case StoreStream::Customers: break;
    }
    return std::vector<std::string>{};
}

Result<void> PageWriter::putAside(StoreStream stream, const UnreadableRecord& record, SyncCounts& counts)
{
    const auto now = m_clock.now();
    if (auto done = setAside(m_db, m_store.id, stream, record, now); !done) {
        return done;
    }
    m_setAside[stream].insert_or_assign(record.externalId, now);
    ++counts.setAside;
    return {};
}

Result<void> PageWriter::understood(StoreStream stream, const std::string& externalId)
{
    // Kept in memory so that the many that were never set aside cost nothing. After a rollback an id may be missing
    // here whose row is still there; the next begin() reads the rows again.
    const auto records = m_setAside.find(stream);
    if (records == m_setAside.end() || records->second.erase(externalId) == 0) {
        return {};
    }
    return removeSetAside(m_db, m_store.id, stream, externalId);
}

}  // namespace shopbell
