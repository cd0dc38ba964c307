// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/chosen_people.h"

#include "ui/bridge/text.h"
#include "ui/profiles/people_model.h"
#include "ui/profiles/people_table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toast.h"

#include <QFileDialog>
#include <QItemSelectionModel>
#include <QLineEdit>

#include <algorithm>
#include <memory>

namespace shopbell::ui {

namespace {

/// More are handled as a segment or a list.
constexpr int mostChosen = 20'000;
constexpr auto newListId = "new";

/// Runs of rows that are chosen, in order; the selection keeps ranges, so a million chosen rows are one of them.
std::vector<std::pair<int, int>> chosenRanges(const QItemSelectionModel& selection)
{
    std::vector<std::pair<int, int>> ranges;
    const QItemSelection chosen = selection.selection();
    for (const QItemSelectionRange& range : chosen) {
        ranges.emplace_back(range.top(), range.bottom());
    }
    std::ranges::sort(ranges);
    std::vector<std::pair<int, int>> merged;
    for (const auto& [first, last] : ranges) {
        if (!merged.empty() && first <= merged.back().second + 1) {
            merged.back().second = std::max(merged.back().second, last);
        } else {
            merged.emplace_back(first, last);
        }
    }
    return merged;
}

}  // namespace

ChosenPeople::ChosenPeople(PageContext& context, PeopleModel& model, PeopleTable& table, QWidget* parent)
    : Card(parent, Kind::Raised),
      m_context(context),
      m_model(model),
      m_table(table),
      m_words(new Text(QString(), TextStyle::BodyStrong)),
      m_lists(new Picker(nullptr, Picker::Look::Button))
{
    setPadding(space::l, space::row);
    setAccessibleName(tr("What to do with the chosen people"));
    auto* row = makeRow(space::s);
    m_lists->setPlaceholder(tr("Add to a list"));
    m_lists->setAccessibleName(tr("Add the chosen people to a list"));
    connect(m_lists, &Picker::chosen, this, &ChosenPeople::addTo);
    auto* exporting = new Button(tr("Export"), IconName::Download);
    auto* suppress = new Button(tr("Suppress"), IconName::Block);
    auto* clear = new Button(tr("Choose nobody"), Button::Kind::Quiet);
    connect(exporting, &QAbstractButton::clicked, this, &ChosenPeople::exportThem);
    connect(suppress, &QAbstractButton::clicked, this, &ChosenPeople::suppressThem);
    connect(clear, &QAbstractButton::clicked, this, [this] { m_table.selectionModel()->clearSelection(); });
    row->addWidget(m_words);
    row->addStretch(1);
    row->addWidget(clear);
    row->addWidget(m_lists);
    row->addWidget(exporting);
    row->addWidget(suppress);
    body()->addLayout(row);
    connect(m_table.selectionModel(), &QItemSelectionModel::selectionChanged, this, &ChosenPeople::showCount);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ChosenPeople::showCount);
    hide();
}

int ChosenPeople::count() const
{
    int count = 0;
    for (const auto& [first, last] : chosenRanges(*m_table.selectionModel())) {
        count += last - first + 1;
    }
    return count;
}

void ChosenPeople::showCount()
{
    const int chosen = count();
    m_words->setText(tr("%1 chosen").arg(m_context.bridge().formats().number(chosen)));
    setVisible(chosen > 0);
}

void ChosenPeople::reload()
{
    m_listAsker.ask(m_context.bridge(), ListLists{}, [this](Result<std::vector<ListSummary>> lists) {
        Choices choices;
        if (lists) {
            for (const ListSummary& each : *lists) {
                choices.append({.id = QString::number(each.id.value),
                                .text = toQString(each.name),
                                .count = each.members,
                                .icon = IconName::List});
            }
        }
        choices.append({.id = QLatin1String(newListId), .text = tr("A new list…"), .icon = IconName::Plus});
        m_lists->setChoices(choices);
    });
}

void ChosenPeople::withChosen(std::function<void(People)> then)
{
    if (count() > mostChosen) {
        Dialog::tell(m_context.dialogParent(), tr("These are too many at once"),
                     tr("Choose at most %1 people, or make a segment of them and use that.")
                         .arg(m_context.bridge().formats().number(mostChosen)));
        return;
    }
    auto gathering = std::make_shared<Gathering>();
    gathering->ranges = chosenRanges(*m_table.selectionModel());
    gathering->then = std::move(then);
    gather(gathering);
}

void ChosenPeople::gather(const std::shared_ptr<Gathering>& gathering)
{
    while (!gathering->ranges.empty()) {
        const auto [first, last] = gathering->ranges.front();
        gathering->ranges.erase(gathering->ranges.begin());
        bool here = true;
        for (int row = first; row <= last && here; ++row) {
            here = m_model.entryAt(row) != nullptr;
        }
        if (!here) {
            m_model.collect(this, first, last, [this, gathering](Result<People> found) {
                if (!found) {
                    m_context.showError(found.error(), ErrorContext::Profile);
                    return;
                }
                gathering->people.insert(gathering->people.end(), found->begin(), found->end());
                gather(gathering);
            });
            return;
        }
        for (int row = first; row <= last; ++row) {
            gathering->people.push_back(*m_model.entryAt(row));
        }
    }
    gathering->then(std::move(gathering->people));
}

void ChosenPeople::addTo(const QString& list)
{
    const QString name = m_lists->currentText();
    m_lists->setCurrent(QString());
    if (list == QLatin1String(newListId)) {
        askNewList();
        return;
    }
    join({list.toLongLong()}, name);
}

void ChosenPeople::askNewList()
{
    Dialog dialog(tr("A new list"), m_context.dialogParent());
    auto* name = new TextField(tr("Name"));
    name->setPlaceholder(tr("for example Newsletter"));
    dialog.body()->addWidget(name);
    dialog.addButton(tr("Cancel"), Button::Kind::Secondary);
    auto* make = dialog.addButton(tr("Make the list"), Button::Kind::Primary);
    make->setEnabled(false);
    connect(name, &TextField::textChanged, make,
            [make](const QString& text) { make->setEnabled(!text.trimmed().isEmpty()); });
    name->edit()->setFocus();
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    const QString title = name->text().trimmed();
    m_context.bridge().submit(this, CreateList{toUtf8(title)}, [this, title](Result<ListId> made) {
        if (!made) {
            m_context.showError(made.error());
            return;
        }
        join(*made, title);
    });
}

void ChosenPeople::join(ListId list, const QString& name)
{
    withChosen([this, list, name](const People& people) {
        JoinList command{list, {}};
        for (const ProfileEntry& each : people) {
            command.profiles.push_back(each.id);
        }
        m_context.bridge().submit(this, command, [this, command, name](Result<std::int64_t> joined) {
            if (!joined) {
                m_context.showError(joined.error(), ErrorContext::Profile);
                return;
            }
            const QString words = tr("Added %1 to “%2”").arg(m_context.bridge().formats().number(*joined), name);
            // Who was in it before must stay in it: only when all are new can they be taken out again.
            if (*joined == static_cast<std::int64_t>(command.profiles.size())) {
                m_context.toasts().showUndo(words, [this, command] {
                    m_context.bridge().submit(this, LeaveList{command.list, command.profiles});
                });
            } else {
                m_context.toasts().show(*joined == 0 ? tr("They are all in “%1” already").arg(name) : words, Tone::Ok);
            }
        });
    });
}

void ChosenPeople::exportThem()
{
    const QString file = QFileDialog::getSaveFileName(m_context.dialogParent(), tr("Write the chosen people to"),
                                                      tr("people.csv"), tr("CSV (*.csv);;Lines of JSON (*.ndjson)"));
    if (file.isEmpty()) {
        return;
    }
    withChosen([this, file](const People& people) {
        ExportProfiles command;
        command.file = toUtf8(file);
        command.ndjson = file.endsWith(QLatin1String(".ndjson"), Qt::CaseInsensitive);
        for (const ProfileEntry& each : people) {
            command.profiles.push_back(each.id);
        }
        m_context.bridge().submit(this, command, [this](Result<std::int64_t> written) {
            if (!written) {
                m_context.showError(written.error(), ErrorContext::Export);
                return;
            }
            m_context.toasts().show(tr("%1 people written").arg(m_context.bridge().formats().number(*written)),
                                    Tone::Ok);
        });
    });
}

void ChosenPeople::suppressThem()
{
    withChosen([this](const People& people) {
        std::vector<std::string> addresses;
        for (const ProfileEntry& each : people) {
            if (!each.email.empty()) {
                addresses.push_back(each.email);
            }
        }
        const QString number = m_context.bridge().formats().number(static_cast<std::int64_t>(addresses.size()));
        if (addresses.empty()) {
            m_context.toasts().show(tr("None of them has an email address"));
            return;
        }
        if (!Dialog::confirm(m_context.dialogParent(), tr("Suppress %1 addresses?").arg(number),
                             tr("Nothing is sent to these addresses any more, whatever they agreed to. You can release "
                                "each of them again on the person's page."),
                             tr("Suppress"), Button::Kind::Danger)) {
            return;
        }
        m_context.bridge().submit(
            this, SuppressAddresses{Channel::Email, addresses},
            [this, context = &m_context](Result<std::vector<std::string>> fresh) {
                if (!fresh) {
                    context->showError(fresh.error(), ErrorContext::Profile);
                    return;
                }
                if (fresh->empty()) {
                    context->toasts().show(tr("All of them were suppressed already"));
                    return;
                }
                const QString count = context->bridge().formats().number(static_cast<std::int64_t>(fresh->size()));
                // Who was suppressed before stays so.
                context->toasts().showUndo(tr("%1 addresses suppressed").arg(count), [context, fresh = *fresh] {
                    context->bridge().submit(&context->toasts(), ReleaseAddresses{Channel::Email, fresh});
                });
            });
        m_table.selectionModel()->clearSelection();
    });
}

}  // namespace shopbell::ui
