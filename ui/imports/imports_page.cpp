// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/imports_page.h"

#include "api/imports.h"
#include "api/profiles.h"
#include "ui/bridge/text.h"
#include "ui/imports/drop_place.h"
#include "ui/imports/import_words.h"
#include "ui/imports/joining_card.h"
#include "ui/imports/mapping_card.h"
#include "ui/imports/result_card.h"
#include "ui/shell/page.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/stepper.h"
#include "ui/widgets/text.h"

#include <QFileInfo>
#include <QStackedWidget>

namespace shopbell::ui {

namespace {

constexpr int readingWidth = 860;
enum Step { ChooseStep, MatchStep, ImportStep };

class ImportsPage final : public Page {
    Q_OBJECT
public:
    explicit ImportsPage(PageContext& context);

    void go(const Place& place) override;

protected:
    void reload() override;

private:
    PageScroll* makeStep();
    void makeChoose();
    void makeMatch();
    void makeRun();
    void makeResult();
    void showStep(QWidget* page, int step);
    void setKind(ImportSubject what);
    void takeFile(const QString& file);
    void preview();
    void showPreview(const ImportPreview& preview);
    void judge();
    void start();
    void run(ListId list);
    void finish(Result<ImportSummary> summary);
    void showProgress(const Progress& progress);

    ImportSubject m_what = ImportSubject::Profiles;
    QString m_file;
    bool m_previewed = false;
    bool m_running = false;
    Ticket m_ticket;
    ListId m_joined;

    Stepper* m_stepper;
    QStackedWidget* m_stack;
    PageScroll* m_choose;
    PageScroll* m_match;
    PageScroll* m_run;
    PageScroll* m_result;
    SegmentedControl* m_kind;
    SegmentedControl* m_kindAgain;
    Text* m_help;
    Text* m_fileName;
    Text* m_fileFacts;
    Banner* m_problem;
    Banner* m_fileProblem;
    MappingCard* m_mapping;
    JoiningCard* m_joining;
    Button* m_start;
    ProgressBar* m_progress;
    ResultCard* m_resultCard;
    Button* m_openPeople;
    Asker m_previewAsker;
};

SegmentedControl* makeKinds()
{
    auto* kinds = new SegmentedControl;
    kinds->setAccessibleName(ImportsPage::tr("What the file holds"));
    kinds->setChoices({{.id = QStringLiteral("0"), .text = ImportsPage::tr("People"), .icon = IconName::Users},
                       {.id = QStringLiteral("1"), .text = ImportsPage::tr("Events"), .icon = IconName::Bolt},
                       {.id = QStringLiteral("2"), .text = ImportsPage::tr("Orders"), .icon = IconName::Bag}});
    return kinds;
}

ImportsPage::ImportsPage(PageContext& context)
    : Page(context),
      m_stepper(new Stepper({tr("File"), tr("Columns"), tr("Import")})),
      m_stack(new QStackedWidget),
      m_choose(makeStep()),
      m_match(makeStep()),
      m_run(makeStep()),
      m_result(makeStep())
{
    setHeader(tr("Import"));
    auto* column = makeColumn(this, 0);
    auto* head = makeRow(0);
    head->setContentsMargins(space::page, space::l, space::page, 0);
    m_stepper->setAccessibleName(tr("Steps of the import"));
    head->addStretch(1);
    head->addWidget(m_stepper);
    head->addStretch(1);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    makeChoose();
    makeMatch();
    makeRun();
    makeResult();
    connect(m_stepper, &Stepper::stepChosen, this, [this](int step) {
        if (!m_running && step != ImportStep) {
            showStep(step == ChooseStep ? m_choose : m_match, step);
        }
    });
    connect(&bridge(), &EngineBridge::progressed, this, &ImportsPage::showProgress);
    reloadOn({Topic::Profiles});
    showStep(m_choose, ChooseStep);
}

PageScroll* ImportsPage::makeStep()
{
    auto* scroll = new PageScroll;
    scroll->setReadingWidth(readingWidth);
    m_stack->addWidget(scroll);
    return scroll;
}

void ImportsPage::makeChoose()
{
    m_kind = makeKinds();
    m_help = new Text(QString(), TextStyle::Body, Token::InkSoft);
    auto* drop = new DropPlace;
    m_fileProblem = new Banner(Tone::Bad);
    m_fileProblem->hide();
    m_choose->column()->addWidget(new Text(tr("What does the file hold?"), TextStyle::CardTitle));
    m_choose->column()->addWidget(m_kind, 0, Qt::AlignLeft);
    m_choose->column()->addWidget(m_help->wrapped());
    m_choose->column()->addWidget(m_fileProblem);
    m_choose->column()->addWidget(drop);
    m_choose->column()->addStretch(1);
    connect(m_kind, &SegmentedControl::chosen, this,
            [this](const QString& id) { setKind(static_cast<ImportSubject>(id.toInt())); });
    connect(drop, &DropPlace::fileChosen, this, &ImportsPage::takeFile);
}

void ImportsPage::makeMatch()
{
    auto* file = new Card;
    auto* row = makeRow(space::m);
    auto* names = makeColumn(2);
    m_fileName = new Text(QString(), TextStyle::CardTitle);
    m_fileFacts = new Text(QString(), TextStyle::Label, Token::InkSoft);
    names->addWidget(m_fileName->elided());
    names->addWidget(m_fileFacts->wrapped());
    row->addLayout(names, 1);
    m_kindAgain = makeKinds();
    row->addWidget(m_kindAgain);
    file->body()->addLayout(row);
    m_problem = new Banner(Tone::Brass);
    m_problem->hide();
    m_mapping = new MappingCard;
    m_joining = new JoiningCard(bridge());
    auto* buttons = makeRow(space::s);
    auto* other = new Button(tr("Another file"));
    m_start = new Button(tr("Import"), Button::Kind::Primary);
    buttons->addStretch(1);
    buttons->addWidget(other);
    buttons->addWidget(m_start);
    auto* column = m_match->column();
    column->addWidget(file);
    column->addWidget(m_mapping);
    column->addWidget(m_joining);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(m_kindAgain, &SegmentedControl::chosen, this, [this](const QString& id) {
        setKind(static_cast<ImportSubject>(id.toInt()));
        preview();
    });
    connect(m_mapping, &MappingCard::mappingChanged, this, &ImportsPage::judge);
    connect(other, &QAbstractButton::clicked, this, [this] { showStep(m_choose, ChooseStep); });
    connect(m_start, &QAbstractButton::clicked, this, &ImportsPage::start);
}

void ImportsPage::makeRun()
{
    auto* card = new Card(tr("Importing"));
    m_progress = new ProgressBar;
    m_progress->setAccessibleName(tr("How far the import is"));
    m_progress->setCancellable(true);
    card->body()->addWidget(m_progress);
    card->body()->addWidget(
        (new Text(
             tr("You can go on working elsewhere. Cancelling stops after the lines being read now; what was taken in "
                "until then stays, and importing the file again takes in the rest."),
             TextStyle::Label, Token::InkSoft))
            ->wrapped());
    m_run->column()->addWidget(card);
    m_run->column()->addStretch(1);
    connect(m_progress, &ProgressBar::cancelled, this, [this] {
        m_progress->setDetail(tr("Stopping…"));
        bridge().cancel(m_ticket);
    });
}

void ImportsPage::makeResult()
{
    m_resultCard = new ResultCard;
    auto* buttons = makeRow(space::s);
    auto* again = new Button(tr("Import another file"));
    m_openPeople = new Button(tr("Look at the people"), Button::Kind::Primary);
    buttons->addStretch(1);
    buttons->addWidget(again);
    buttons->addWidget(m_openPeople);
    m_result->column()->addWidget(m_resultCard);
    m_result->column()->addLayout(buttons);
    m_result->column()->addStretch(1);
    connect(again, &QAbstractButton::clicked, this, [this] {
        m_stepper->setReached(ChooseStep);
        showStep(m_choose, ChooseStep);
    });
    connect(m_openPeople, &QAbstractButton::clicked, this, [this] {
        context().navigate(m_joined.isValid()
                               ? Place{.page = PageId::Profiles, .id = m_joined.value, .action = QStringLiteral("list")}
                               : Place{.page = PageId::Profiles});
    });
}

void ImportsPage::showStep(QWidget* page, int step)
{
    m_stack->setCurrentWidget(page);
    m_stepper->setCurrent(step);
    setKind(m_what);
}

void ImportsPage::setKind(ImportSubject what)
{
    m_what = what;
    const QString id = QString::number(static_cast<int>(what));
    m_kind->setCurrent(id);
    m_kindAgain->setCurrent(id);
    m_help->setText(importKindHelp(what));
    m_joining->setVisible(what == ImportSubject::Profiles);
}

void ImportsPage::go(const Place& place)
{
    if (m_running) {
        return;
    }
    if (!place.name.isEmpty()) {
        takeFile(place.name);
    } else {
        m_stepper->setReached(ChooseStep);
        showStep(m_choose, ChooseStep);
    }
}

void ImportsPage::reload()
{
    m_joining->reload();
}

void ImportsPage::takeFile(const QString& file)
{
    m_file = file;
    m_previewed = false;
    preview();
}

void ImportsPage::preview()
{
    m_start->setEnabled(false);
    m_previewAsker.ask(bridge(), PreviewImport{m_what, toUtf8(m_file)}, [this](Result<ImportPreview> answer) {
        if (!answer) {
            const ErrorWords words = errorWords(answer.error(), ErrorContext::Import);
            Banner* place = m_previewed ? m_problem : m_fileProblem;
            place->setTone(Tone::Bad);
            place->setText(
                tr("“%1” cannot be read. %2").arg(QFileInfo(m_file).fileName(), words.sentence).toHtmlEscaped());
            place->show();
            return;
        }
        showPreview(*answer);
    });
}

void ImportsPage::showPreview(const ImportPreview& preview)
{
    m_previewed = true;
    m_fileProblem->hide();
    m_fileName->setText(QFileInfo(m_file).fileName());
    const QString lines = tr("about %1 lines").arg(formats().number(preview.estimatedRows));
    m_fileFacts->setText(
        preview.format == "csv"
            ? tr("%1, %2, columns divided by %3", "lines, encoding, delimiter")
                  .arg(lines, toQString(preview.encoding),
                       preview.delimiter == "\t" ? tr("tabs") : tr("“%1”").arg(toQString(preview.delimiter)))
            : tr("%1, lines of JSON").arg(lines));
    m_mapping->show(preview);
    m_stepper->setReached(MatchStep);
    showStep(m_match, MatchStep);
    judge();
}

void ImportsPage::judge()
{
    const QString problem = findMappingProblem(m_what, m_mapping->mapping());
    m_problem->setTone(Tone::Brass);
    m_problem->setText(problem.toHtmlEscaped());
    m_problem->setVisible(!problem.isEmpty());
    m_start->setEnabled(problem.isEmpty());
}

void ImportsPage::start()
{
    const bool people = m_what == ImportSubject::Profiles;
    if (people && !m_joining->check()) {
        return;
    }
    if (!people || m_joining->newList().isEmpty()) {
        run(people ? m_joining->list() : ListId{});
        return;
    }
    m_start->setBusy(true);
    bridge().submit(this, CreateList{toUtf8(m_joining->newList())}, [this](Result<ListId> made) {
        m_start->setBusy(false);
        if (!made) {
            context().showError(made.error(), ErrorContext::Import);
            return;
        }
        run(*made);
    });
}

void ImportsPage::run(ListId list)
{
    ImportFile command;
    command.what = m_what;
    command.file = toUtf8(m_file);
    command.mapping = m_mapping->mapping();
    command.list = list;
    if (m_what == ImportSubject::Profiles && m_joining->vouches()) {
        command.emailConsent = ConsentState::Subscribed;
        command.consentText = toUtf8(m_joining->consentText());
    }
    m_joined = list;
    m_running = true;
    m_progress->setLabel(tr("Reading %1").arg(QFileInfo(m_file).fileName()));
    m_progress->setDetail({});
    m_progress->setFraction(-1);
    showStep(m_run, ImportStep);
    m_ticket = bridge().submit(this, command, [this](Result<ImportSummary> summary) { finish(std::move(summary)); });
}

void ImportsPage::showProgress(const Progress& progress)
{
    if (!m_running || progress.ticket != m_ticket.number || progress.finished) {
        return;
    }
    const bool known = progress.total > 0;
    m_progress->setFraction(known ? static_cast<double>(progress.done) / static_cast<double>(progress.total) : -1);
    m_progress->setDetail(
        known ? formats().percent(static_cast<double>(progress.done) / static_cast<double>(progress.total))
              : tr("%1 lines").arg(formats().number(progress.done)));
}

void ImportsPage::finish(Result<ImportSummary> summary)
{
    m_running = false;
    if (!summary) {
        showStep(m_match, MatchStep);
        judge();
        if (summary.error().kind == ErrorKind::Cancelled) {
            m_problem->setTone(Tone::Brass);
            m_problem->setText(
                tr("The import was stopped. What was taken in until then stays; importing the file again "
                   "takes in the rest.")
                    .toHtmlEscaped());
        } else {
            m_problem->setTone(Tone::Bad);
            m_problem->setText(errorWords(summary.error(), ErrorContext::Import).sentence.toHtmlEscaped());
        }
        m_problem->show();
        return;
    }
    m_stepper->setReached(ChooseStep);
    m_resultCard->show(m_what, *summary, formats());
    m_openPeople->setText(m_joined.isValid() ? tr("Look at the list") : tr("Look at the people"));
    showStep(m_result, ImportStep);
}

}  // namespace

Page* makeImportsPage(PageContext& context)
{
    return new ImportsPage(context);
}

}  // namespace shopbell::ui

#include "imports_page.moc"
