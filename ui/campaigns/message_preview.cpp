// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/message_preview.h"

#include "ui/bridge/engine_words.h"
#include "ui/bridge/text.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/text.h"

#include <QPainter>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QStackedWidget>

namespace shopbell::ui {

namespace {

constexpr int renderAfter = 180;
constexpr int phoneWidth = 375;
constexpr int leastHeight = 340;
constexpr int sheetPadding = 10;

/// The white sheet around the mail: an edge in a light window, a gap in a dark one.
class MailSheet final : public QWidget {
public:
    explicit MailSheet(QWidget* paper)
    {
        makeColumn(this, 0, {sheetPadding, sheetPadding, sheetPadding, sheetPadding})->addWidget(paper);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        drawBox(painter, rect(), radius::button, Qt::white, color(Token::Line));
    }
};

/// What a mail program hides, above all the preview text: QTextDocument would show it.
QString withoutHidden(QString html)
{
    static const QRegularExpression hidden(
        QStringLiteral(R"(<(\w+)[^>]*style\s*=\s*"[^"]*display\s*:\s*none[^"]*"[^>]*>.*?</\1\s*>)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return html.remove(hidden);
}

}  // namespace

MailPaper::MailPaper(QWidget* parent) : QTextBrowser(parent)
{
    // Its links lead nowhere from here, so Tab passes them by.
    setOpenLinks(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    // A mail is written for white paper whatever the window looks like; this is the mail's look, not ours.
    QPalette paper = palette();
    paper.setColor(QPalette::Base, Qt::white);
    paper.setColor(QPalette::Text, Qt::black);
    setPalette(paper);
    // Links take the window's colour from the program's palette, whatever the widget's says.
    document()->setDefaultStyleSheet(
        QStringLiteral("a { color: %1 }")
            .arg(QColor::fromRgb(tokenTable()[static_cast<std::size_t>(Token::Chart3)].light).name()));
}

QVariant MailPaper::loadResource(int, const QUrl&)
{
    return {};
}

MessagePreview::MessagePreview(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_name(new Text(QString(), TextStyle::BodyStrong)),
      m_before(new IconButton(IconName::ChevronLeft, tr("The person before"))),
      m_next(new IconButton(IconName::ChevronRight, tr("The next person"))),
      m_view(new SegmentedControl),
      m_subject(new Text(QString(), TextStyle::CardTitle)),
      m_from(new Text(QString(), TextStyle::Label, Token::InkSoft)),
      m_to(new Text(QString(), TextStyle::Label, Token::InkSoft)),
      m_problem(new Banner(Tone::Brass)),
      m_stack(new QStackedWidget),
      m_paper(new MailPaper),
      m_plain(new QPlainTextEdit)
{
    auto* column = makeColumn(this, space::s);
    auto* who = makeRow(space::xs);
    who->addWidget(m_before);
    who->addWidget(m_next);
    m_name->elided();
    who->addWidget(m_name, 1);
    column->addLayout(who);
    m_view->setAccessibleName(tr("How to look at the message"));
    m_view->setChoices({{.id = QStringLiteral("mail"), .text = tr("Email")},
                        {.id = QStringLiteral("phone"), .text = tr("Phone")},
                        {.id = QStringLiteral("text"), .text = tr("Plain text")},
                        {.id = QStringLiteral("source"), .text = tr("Source")}});
    auto* views = makeRow(0);
    views->addWidget(m_view);
    views->addStretch(1);
    column->addLayout(views);
    m_problem->hide();
    column->addWidget(m_problem);
    m_subject->elided();
    m_from->elided();
    m_to->elided();
    column->addWidget(m_subject);
    column->addWidget(m_from);
    column->addWidget(m_to);
    column->addWidget(new Separator);
    auto* paperPlace = new QWidget;
    auto* paperRow = makeRow(paperPlace, 0);
    paperRow->addWidget(new MailSheet(m_paper));
    m_paper->setAccessibleName(tr("The email as it will look"));
    m_plain->setAccessibleName(tr("The message as text"));
    m_plain->setReadOnly(true);
    m_plain->setFont(textFont(TextStyle::Code));
    m_stack->addWidget(paperPlace);
    m_stack->addWidget(m_plain);
    m_stack->setMinimumHeight(leastHeight);
    column->addWidget(m_stack, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(renderAfter);
    connect(&m_soon, &QTimer::timeout, this, [this] { m_audienceChanged ? findPerson() : render(); });
    connect(m_before, &QAbstractButton::clicked, this, [this] { turn(-1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { turn(1); });
    connect(m_view, &SegmentedControl::chosen, this, &MessagePreview::showView);
    m_before->setEnabled(false);
    m_next->setEnabled(false);
}

void MessagePreview::setMessage(const MessageContent& content, const Audience& audience)
{
    if (audience.segments != m_audience.segments || audience.lists != m_audience.lists) {
        m_audienceChanged = true;
        m_index = 0;
    }
    m_content = content;
    m_audience = audience;
    m_soon.start();
}

void MessagePreview::turn(int step)
{
    m_index = std::clamp<std::int64_t>(m_index + step, 0, std::max<std::int64_t>(m_total - 1, 0));
    findPerson();
}

void MessagePreview::findPerson()
{
    SearchProfiles question;
    if (!m_audience.segments.empty()) {
        question.segment = m_audience.segments.front();
    } else if (!m_audience.lists.empty()) {
        question.list = m_audience.lists.front();
    }
    question.offset = m_index;
    question.limit = 1;
    m_personAsker.ask(m_context.bridge(), question, [this](Result<ProfilePage> page) {
        m_audienceChanged = false;
        m_person = {};
        m_total = page ? page->total : 0;
        if (page && !page->rows.empty()) {
            m_person = page->rows.front().id;
            m_name->setText(tr("As %1 would get it").arg(toQString(page->rows.front().name)));
        } else {
            m_name->setText(tr("Nobody is in this audience yet"));
        }
        m_before->setEnabled(m_index > 0);
        m_next->setEnabled(m_index + 1 < m_total);
        render();
    });
}

void MessagePreview::render()
{
    if (!m_person.isValid()) {
        return;
    }
    m_asker.ask(
        m_context.bridge(), PreviewMessage{m_content, m_audience, m_person}, [this](Result<RenderedEmail> email) {
            m_problem->setVisible(!email);
            if (!email) {
                m_problem->setText(tr("This cannot be shown yet: %1").arg(engineWords(sentenceOf(email.error()))));
                return;
            }
            show(*email);
        });
}

void MessagePreview::show(const RenderedEmail& email)
{
    m_email = email;
    m_subject->setText(email.subject.empty() ? tr("No subject yet") : toQString(email.subject));
    m_from->setText(tr("From %1").arg(toQString(email.from)));
    m_to->setText(tr("To %1").arg(toQString(email.to)));
    showView();
}

void MessagePreview::showView()
{
    const QString view = m_view->current();
    const bool mail = view == QLatin1String("mail") || view == QLatin1String("phone");
    if (mail) {
        m_paper->parentWidget()->setMaximumWidth(view == QLatin1String("phone") ? phoneWidth + 2 * sheetPadding
                                                                                : QWIDGETSIZE_MAX);
        m_paper->setHtml(withoutHidden(toQString(m_email.html)));
    } else {
        m_plain->setPlainText(toQString(view == QLatin1String("text") ? m_email.text : m_email.source));
    }
    m_stack->setCurrentIndex(mail ? 0 : 1);
}

}  // namespace shopbell::ui
