// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/materials.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace shopbell::segments {

/// Degrees.
struct Position {
    double latitude = 0;
    double longitude = 0;
};

/// Where the people of a postcode live, in the middle; by "AT 8020".
struct PostcodeMiddles {
    std::unordered_map<std::string, Position> byPlace;
};

/// Kilometres over the Earth taken as a sphere of 6371.0088 km (the IUGG's mean radius); haversine formula.
[[nodiscard]] double distanceKm(const Position& a, const Position& b);

/// Where people live now, as far as the workspace knows: their own coordinates, else the middle of all coordinates that
/// other people with the same postcode have. Immutable; any thread.
class Places {
public:
    struct Columns {
        std::shared_ptr<const ProfilePropertyColumn> latitude;
        std::shared_ptr<const ProfilePropertyColumn> longitude;
        std::shared_ptr<const ProfilePropertyColumn> postcode;
        std::shared_ptr<const ProfilePropertyColumn> country;
        ProfileNumber end = 0;
    };
    explicit Places(const Columns& columns);

    /// Made from these, as they are now.
    [[nodiscard]] bool isOf(const Columns& columns) const;
    /// Everybody whose position is known.
    [[nodiscard]] const ProfileBitmap& located() const { return m_located; }
    /// The middle of a postcode, by "AT 8020".
    [[nodiscard]] const std::unordered_map<std::string, Position>& middles() const { return m_middles; }

    /// Positions, by profile, in cells of one degree: what is near is found without looking at everybody.
    [[nodiscard]] static constexpr int cellOf(const Position& position)
    {
        const int row = static_cast<int>(position.latitude + 90);
        const int column = static_cast<int>(position.longitude + 180);
        return (row < 0 ? 0 : row > 179 ? 179 : row) * 360 + (column < 0 ? 0 : column > 359 ? 359 : column);
    }
    static constexpr int cells = 180 * 360;
    /// function(profile, position) for everybody in the cells that touch the box.
    template <class Function>
    void forEachIn(const Position& low, const Position& high, Function&& function) const
    {
        for (int row = cellOf({low.latitude, -180}) / 360; row <= cellOf({high.latitude, -180}) / 360; ++row) {
            for (int column = cellOf({-90, low.longitude}) % 360; column <= cellOf({-90, high.longitude}) % 360;
                 ++column) {
                const auto cell = static_cast<std::size_t>(row * 360 + column);
                for (std::uint32_t i = m_cellBegins[cell]; i < m_cellBegins[cell + 1]; ++i) {
                    function(m_inCells[i], m_positions[i]);
                }
            }
        }
    }

private:
    /// Which state of which column. Not held: it would have to be copied before it is changed.
    struct Mark {
        std::weak_ptr<const ProfilePropertyColumn> column;
        std::uint64_t changes = 0;
        explicit Mark(const std::shared_ptr<const ProfilePropertyColumn>& of) : column(of), changes(of->changes()) {}
        [[nodiscard]] bool isOf(const std::shared_ptr<const ProfilePropertyColumn>& other) const
        {
            return !column.owner_before(other) && !other.owner_before(column) && changes == other->changes();
        }
    };
    [[nodiscard]] std::vector<std::pair<ProfileNumber, Position>> findPositions(const Columns& columns);
    void sortIntoCells(const std::vector<std::pair<ProfileNumber, Position>>& positions);

    Mark m_latitude;
    Mark m_longitude;
    Mark m_postcode;
    Mark m_country;
    ProfileBitmap m_located;
    std::unordered_map<std::string, Position> m_middles;
    std::vector<std::uint32_t> m_cellBegins;
    std::vector<ProfileNumber> m_inCells;
    std::vector<Position> m_positions;  ///< parallel to m_inCells
};

/// Keeps the places of the last question: they stay the same until somebody moves. Any thread.
class PlacesKeeper {
public:
    [[nodiscard]] std::shared_ptr<const Places> load(const Places::Columns& columns);

private:
    std::mutex m_mutex;
    std::shared_ptr<const Places> m_last;
};

/// Places, and where people lived as of an instant.
class Geography {
public:
    [[nodiscard]] static Result<Geography> make(Materials& materials);

    [[nodiscard]] Result<void> ready(Materials& materials, std::int64_t at);
    [[nodiscard]] const Places& present() const { return *m_present; }
    [[nodiscard]] std::optional<Position> find(ProfileNumber profile, std::int64_t at) const;
    /// The middle of a postcode. NotFound when nobody with coordinates lives there, InvalidInput when it is in more
    /// than one country and none is named.
    [[nodiscard]] Result<Position> locate(std::string_view postcode, std::string_view country) const;
    /// Profiles whose position as of `at` may differ from the present one; ascending.
    [[nodiscard]] std::vector<ProfileNumber> changedAfter(std::int64_t at) const;

private:
    std::shared_ptr<PropertyReader> m_latitude;
    std::shared_ptr<PropertyReader> m_longitude;
    std::shared_ptr<PropertyReader> m_postcode;
    std::shared_ptr<PropertyReader> m_country;
    std::shared_ptr<const Places> m_present;
};

}  // namespace shopbell::segments
