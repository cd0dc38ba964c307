// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <utility>

namespace shopbell::ui {

/// What an edit was. Typed ones that follow each other are taken back as one.
enum class EditKind {
    Typed,    ///< letters in a field: nothing is built anew
    Chosen,   ///< a choice that leaves the sentence as it is
    Rebuilt,  ///< the sentence reads otherwise now
};

/// A JSON object inside a condition while its row edits it. Reads what stands there now; put() hands the changed object
/// up, so that the whole condition changes. A value to copy into handlers; lives as long as what it reads from.
class Spot {
public:
    using Read = std::function<QJsonObject()>;
    using Write = std::function<void(const QJsonObject&, EditKind)>;

    Spot(Read read, Write write) : m_read(std::move(read)), m_write(std::move(write)) {}

    [[nodiscard]] QJsonObject object() const { return m_read(); }
    [[nodiscard]] QJsonValue value(const char* name) const { return object().value(QLatin1String(name)); }
    [[nodiscard]] QString text(const char* name, const QString& otherwise = {}) const
    {
        return value(name).toString(otherwise);
    }
    [[nodiscard]] bool has(const char* name) const { return object().contains(QLatin1String(name)); }

    void put(const QJsonObject& object, EditKind kind) const { m_write(object, kind); }
    /// Undefined takes the member out.
    void set(const char* name, const QJsonValue& value, EditKind kind) const
    {
        QJsonObject next = object();
        if (value.isUndefined()) {
            next.remove(QLatin1String(name));
        } else {
            next[QLatin1String(name)] = value;
        }
        put(next, kind);
    }

    /// An object that is a member of this one; taken out when it becomes empty.
    [[nodiscard]] Spot member(const char* name) const
    {
        return {[up = *this, name] { return up.value(name).toObject(); },
                [up = *this, name](const QJsonObject& object, EditKind kind) {
                    up.set(name, object.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(object), kind);
                }};
    }
    /// An object in a list that is a member of this one.
    [[nodiscard]] Spot element(const char* name, int index) const
    {
        return {[up = *this, name, index] { return up.value(name).toArray().at(index).toObject(); },
                [up = *this, name, index](const QJsonObject& object, EditKind kind) {
                    QJsonArray list = up.value(name).toArray();
                    if (index < list.size()) {
                        list[index] = object;
                        up.set(name, list, kind);
                    }
                }};
    }
    void addElement(const char* name, const QJsonObject& object) const
    {
        QJsonArray list = value(name).toArray();
        list.append(object);
        set(name, list, EditKind::Rebuilt);
    }
    /// A list that is left empty goes.
    void removeElement(const char* name, int index) const
    {
        QJsonArray list = value(name).toArray();
        list.removeAt(index);
        set(name, list.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(list), EditKind::Rebuilt);
    }

private:
    Read m_read;
    Write m_write;
};

}  // namespace shopbell::ui
