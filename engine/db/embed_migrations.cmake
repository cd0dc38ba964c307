# SPDX-FileCopyrightText: Shopbell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cmake -DFILES=a.sql;b.sql -DOUTPUT=x.cpp -P embed_migrations.cmake
#
# Writes the SQL files as one C++ source. Each becomes an array of characters rather than a string literal: no
# delimiter can clash with the SQL, and no compiler's limit on the length of a literal can be met.
set(arrays "")
set(entries "")
set(expected 1)
foreach(file IN LISTS FILES)
  get_filename_component(stem "${file}" NAME_WE)
  if(NOT stem MATCHES "^([0-9][0-9][0-9][0-9])_([a-z0-9_]+)$")
    message(FATAL_ERROR "${file}: a migration is called NNNN_name.sql")
  endif()
  set(digits ${CMAKE_MATCH_1})
  set(name ${CMAKE_MATCH_2})
  string(REGEX REPLACE "^0+" "" number ${digits})
  if(NOT number EQUAL expected)
    message(FATAL_ERROR "${file}: migrations are numbered without gaps; ${expected} is missing")
  endif()
  math(EXPR expected "${expected} + 1")
  file(READ "${file}" bytes HEX)
  string(REGEX REPLACE "(................................)" "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  string(APPEND arrays "constexpr char sql${digits}[] = {\n${bytes}'\\0'};\n")
  string(APPEND entries "    {${number}, \"${name}\", std::string_view(sql${digits}, sizeof(sql${digits}) - 1)},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made from engine/db/migrations by embed_migrations.cmake.
#include \"db/migrator.h\"

namespace shopbell::db {

namespace {

${arrays}
constexpr Migration all[] = {
${entries}};

}  // namespace

std::span<const Migration> workspaceMigrations()
{
    return all;
}

}  // namespace shopbell::db
")
