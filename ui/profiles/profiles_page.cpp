// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profiles_page.h"

#include "ui/profiles/people_view.h"
#include "ui/profiles/person_dialogs.h"
#include "ui/profiles/person_view.h"
#include "ui/shell/page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"

#include <QMenu>
#include <QStackedWidget>

namespace shopbell::ui {

namespace {

class ProfilesPage final : public Page {
    Q_OBJECT
public:
    explicit ProfilesPage(PageContext& context);

    void go(const Place& place) override;
    [[nodiscard]] Choices paletteEntries() const override;
    void runPaletteEntry(const QString& id) override;

protected:
    void reload() override;

private:
    void makeActions();
    void makeMenu();
    void showHeader();
    void addPerson();
    [[nodiscard]] bool onPerson() const { return m_stack->currentWidget() == m_person; }

    QStackedWidget* m_stack;
    PeopleView* m_people;
    PersonView* m_person;
    Button* m_import;
    Button* m_add;
    Button* m_edit;
    Button* m_write;
    Button* m_more;
    QAction* m_suppress = nullptr;
    QAction* m_release = nullptr;
};

ProfilesPage::ProfilesPage(PageContext& context)
    : Page(context),
      m_stack(new QStackedWidget),
      m_people(new PeopleView(context)),
      m_person(new PersonView(context)),
      m_import(new Button(tr("Import"), IconName::Upload)),
      m_add(new Button(tr("New person"), IconName::Plus, Button::Kind::Primary)),
      m_edit(new Button(tr("Edit"), IconName::Edit)),
      m_write(new Button(tr("Send a message"), IconName::Mail)),
      m_more(new Button(tr("More")))
{
    makeColumn(this, 0)->addWidget(m_stack);
    m_stack->addWidget(m_people);
    m_stack->addWidget(m_person);
    makeActions();
    makeMenu();
    connect(m_people, &PeopleView::countChanged, this, &ProfilesPage::showHeader);
    connect(m_people, &PeopleView::importAsked, m_import, &QAbstractButton::click);
    connect(m_person, &PersonView::loaded, this, &ProfilesPage::showHeader);
    reloadOn({Topic::Profiles, Topic::History, Topic::Segments, Topic::Sending, Topic::Workspace});
    showHeader();
}

void ProfilesPage::makeActions()
{
    connect(m_import, &QAbstractButton::clicked, this, [this] { context().navigate({.page = PageId::Imports}); });
    connect(m_add, &QAbstractButton::clicked, this, &ProfilesPage::addPerson);
    connect(m_edit, &QAbstractButton::clicked, m_person, &PersonView::edit);
    connect(m_write, &QAbstractButton::clicked, m_person, &PersonView::writeTo);
    addAction(m_import);
    addAction(m_add);
    addAction(m_edit);
    addAction(m_write);
    addAction(m_more);
}

void ProfilesPage::makeMenu()
{
    auto* menu = new QMenu(m_more);
    const auto add = [&](IconName name, const QString& text, auto run) {
        auto* action = menu->addAction(icon(name), text);
        connect(action, &QAction::triggered, m_person, run);
        return action;
    };
    add(IconName::Merge, tr("Merge with another profile…"), &PersonView::merge);
    m_suppress = add(IconName::Block, tr("Suppress the email address"), &PersonView::suppress);
    m_release = menu->addAction(icon(IconName::Unlock), tr("Release the email address"));
    connect(m_release, &QAction::triggered, m_person, &PersonView::releaseEmail);
    add(IconName::Download, tr("Export this person…"), &PersonView::exportPerson);
    menu->addSeparator();
    add(IconName::Trash, tr("Erase this person…"), &PersonView::erase);
    connect(menu, &QMenu::aboutToShow, this, [this] {
        m_suppress->setVisible(!m_person->isSuppressed());
        m_suppress->setEnabled(m_person->hasEmail());
        m_release->setVisible(m_person->isSuppressed());
    });
    m_more->setMenu(menu);
}

void ProfilesPage::go(const Place& place)
{
    if (place.id > 0 && place.action.isEmpty()) {
        m_person->show({place.id});
        m_stack->setCurrentWidget(m_person);
    } else {
        m_people->go(place);
        m_stack->setCurrentWidget(m_people);
    }
    showHeader();
}

void ProfilesPage::reload()
{
    if (onPerson()) {
        m_person->reload();
    } else {
        m_people->reload();
    }
}

void ProfilesPage::showHeader()
{
    const bool person = onPerson();
    m_import->setVisible(!person);
    m_add->setVisible(!person);
    const bool nobody = m_people->model().hasAnswer() && m_people->model().total() == 0;
    m_add->setKind(nobody ? Button::Kind::Secondary : Button::Kind::Primary);
    m_edit->setVisible(person);
    m_write->setVisible(person);
    m_write->setEnabled(m_person->isLoaded() && m_person->hasEmail());
    m_more->setVisible(person);
    m_edit->setEnabled(m_person->isLoaded());
    m_more->setEnabled(m_person->isLoaded());
    if (person) {
        setHeader(m_person->isLoaded() ? m_person->name() : tr("Profiles"));
    } else {
        setHeader(tr("Profiles"), m_people->countWords());
    }
}

void ProfilesPage::addPerson()
{
    openEditSheet(context(), this, {},
                  [this](ProfileId made) { context().navigate({.page = PageId::Profiles, .id = made.value}); });
}

Choices ProfilesPage::paletteEntries() const
{
    if (onPerson()) {
        return {{.id = QStringLiteral("edit"), .text = tr("Edit this person"), .icon = IconName::Edit},
                {.id = QStringLiteral("export"), .text = tr("Export this person"), .icon = IconName::Download}};
    }
    return {{.id = QStringLiteral("add"), .text = tr("Add a person"), .icon = IconName::UserPlus},
            {.id = QStringLiteral("import"), .text = tr("Import people, events or orders"), .icon = IconName::Upload}};
}

void ProfilesPage::runPaletteEntry(const QString& id)
{
    if (id == QLatin1String("edit")) {
        m_person->edit();
    } else if (id == QLatin1String("export")) {
        m_person->exportPerson();
    } else if (id == QLatin1String("add")) {
        addPerson();
    } else if (id == QLatin1String("import")) {
        m_import->click();
    }
}

}  // namespace

Page* makeProfilesPage(PageContext& context)
{
    return new ProfilesPage(context);
}

}  // namespace shopbell::ui

#include "profiles_page.moc"
