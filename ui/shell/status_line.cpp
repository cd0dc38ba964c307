// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

#include "ui/bridge/engine_words.h"
#include "ui/bridge/progress_list.h"
#include "ui/bridge/text.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/text.h"

#include <QPainter>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int lineHeight = 28;
constexpr int clockMilliseconds = 10'000;
constexpr std::int64_t justNow = 10'000;

}  // namespace

/// A round dot in the colour of a tone.
class StatusMark : public QWidget {
public:
    using QWidget::QWidget;
    void setTone(Tone tone)
    {
        m_tone = tone;
        update();
    }
    QSize sizeHint() const override { return {7, 7}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(m_tone == Tone::Neutral ? Token::InkFaint : toneInk(m_tone)));
        painter.drawEllipse(QRectF(0, (height() - 7) / 2.0, 7, 7));
    }

private:
    Tone m_tone = Tone::Neutral;
};

namespace {

/// Small soft words that can be pressed.
class QuietWords : public Button {
public:
    explicit QuietWords(QWidget* parent) : Button(QString(), Kind::Quiet, parent)
    {
        setFont(textFont(TextStyle::Small));
        setCursor(Qt::PointingHandCursor);
    }
    QSize sizeHint() const override { return {QFontMetrics(font()).horizontalAdvance(text()) + 10, 22}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (underMouse() || isDown()) {
            drawBox(painter, rect(), radius::small, color(isDown() ? Token::Pressed : Token::Hover));
        }
        painter.setFont(font());
        painter.setPen(color(Token::InkSoft));
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (showsFocus(this)) {
            drawFocusRing(painter, rect(), radius::small);
        }
    }
};

}  // namespace

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent),
      m_words(new Text(QString(), TextStyle::Small, Token::InkSoft)),
      m_dot(new StatusMark(this)),
      m_store(new QuietWords(this)),
      m_job(new Text(QString(), TextStyle::Small, Token::InkSoft)),
      m_bar(new ProportionBar),
      m_amount(new Text(QString(), TextStyle::Small, Token::InkSoft)),
      m_cancel(new IconButton(IconName::Close, tr("Stop"), this)),
      m_outbox(new QuietWords(this)),
      m_acting(new Text(QString(), TextStyle::Small, Token::InkSoft))
{
    setFixedHeight(lineHeight);
    setAccessibleName(tr("Status"));
    auto* row = makeRow(this, space::xs, QMargins(14, 1, 14, 0));
    row->addWidget(m_words);
    row->addWidget(m_dot);
    row->addWidget(m_store);
    row->addSpacing(space::s);
    row->addWidget(m_outbox);
    row->addStretch(1);
    row->addWidget(m_job);
    row->addSpacing(space::xs);
    m_bar->setFixedWidth(120);
    m_bar->setAccessibleName(tr("How far it is"));
    row->addWidget(m_bar);
    row->addSpacing(space::xs);
    row->addWidget(m_amount);
    m_cancel->setSmall(true);
    m_cancel->setFixedSize(22, 22);
    row->addWidget(m_cancel);
    row->addSpacing(space::m);
    row->addWidget(m_acting);
    connect(m_store, &QAbstractButton::clicked, this, &StatusLine::storesAsked);
    connect(m_outbox, &QAbstractButton::clicked, this, &StatusLine::outboxAsked);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] {
        if (m_bridge) {
            m_bridge->cancel(Ticket{m_shownTicket});
            m_cancel->setEnabled(false);
        }
    });
    m_clock.setInterval(clockMilliseconds);
    connect(&m_clock, &QTimer::timeout, this, &StatusLine::showStores);
    attach(nullptr);
}

void StatusLine::attach(EngineBridge* bridge)
{
    m_storesAsker.cancel();
    m_stores.clear();
    m_bridge = bridge;
    m_words->setVisible(bridge == nullptr);
    if (bridge == nullptr) {
        m_clock.stop();
        for (QWidget* each : QList<QWidget*>{m_dot, m_store, m_job, m_bar, m_amount, m_cancel, m_outbox, m_acting}) {
            each->hide();
        }
        return;
    }
    bridge->onChange(this, {Topic::Stores}, [this](qint64) { loadStores(); });
    connect(bridge, &EngineBridge::infoChanged, this, &StatusLine::showInfo);
    connect(bridge, &EngineBridge::progressed, this, &StatusLine::showJobs);
    m_clock.start();
    loadStores();
    showJobs();
    showInfo();
}

void StatusLine::setWords(const QString& words)
{
    m_words->setText(words);
}

void StatusLine::loadStores()
{
    m_storesAsker.ask(*m_bridge, ListStores{}, [this](Result<std::vector<StoreStatus>> stores) {
        if (stores) {
            m_stores = std::move(*stores);
            showStores();
            showJobs();
        }
    });
}

void StatusLine::showStores()
{
    if (!m_bridge) {
        return;
    }
    const Formats& formats = m_bridge->formats();
    QStringList words;
    Tone tone = m_stores.empty() ? Tone::Neutral : Tone::Ok;
    for (const StoreStatus& store : m_stores) {
        const QString name = toQString(store.label);
        if (store.syncing) {
            words << tr("%1 · reading now", "store").arg(name);
        } else if (!store.problem.empty()) {
            tone = Tone::Bad;
            words.prepend(tr("%1 · could not be read", "store").arg(name));  // in front of those that are well
        } else if (store.lastSuccess) {
            const std::int64_t passed = (m_bridge->now() - *store.lastSuccess).count();
            const QString ago = formats.ago(*store.lastSuccess, m_bridge->now());
            const bool sameDay = formats.dayOf(*store.lastSuccess) == formats.dayOf(m_bridge->now());
            words << (passed < justNow ? tr("%1 · synced just now", "store").arg(name)
                      : sameDay        ? tr("%1 · synced %2 ago", "store, 40 s").arg(name, ago)
                                       : tr("%1 · synced %2", "store, yesterday or a date").arg(name, ago));
        } else {
            words << tr("%1 · not read yet", "store").arg(name);
        }
    }
    if (words.isEmpty()) {
        words << tr("No store connected");
    } else if (words.size() > 2) {
        words = {words.first(), tr("%n more stores", nullptr, static_cast<int>(words.size()) - 1)};
    }
    m_store->setText(words.join(QStringLiteral("   ")));
    m_store->setAccessibleName(tr("Stores: %1").arg(m_store->text()));
    QStringList problems;
    for (const StoreStatus& store : m_stores) {
        if (!store.problem.empty()) {
            problems << tr("%1: %2", "store, what is wrong").arg(toQString(store.label), engineWords(store.problem));
        }
    }
    m_store->setToolTip(problems.join(QLatin1Char('\n')));
    m_store->updateGeometry();
    m_dot->setTone(tone);
    m_dot->show();
    m_store->show();
}

void StatusLine::showJobs()
{
    if (!m_bridge) {
        return;
    }
    const auto& jobs = m_bridge->progress().jobs();
    const bool any = !jobs.empty();
    for (QWidget* each : QList<QWidget*>{m_job, m_bar, m_amount, m_cancel}) {
        each->setVisible(any);
    }
    if (!any) {
        m_shownTicket = 0;
        return;
    }
    const Progress& job = jobs.front();
    if (job.ticket != m_shownTicket) {
        m_shownTicket = job.ticket;
        m_cancel->setEnabled(true);
    }
    QString title = progressTitle(job);
    if (job.kind == Progress::Kind::Sync) {
        const auto store =
            std::ranges::find(m_stores, job.subject, [](const StoreStatus& each) { return each.id.value; });
        if (store != m_stores.end()) {
            title = tr("Reading %1", "store").arg(toQString(store->label));
        }
    }
    m_job->setText(jobs.size() > 1 ? tr("%1, and %n more", nullptr, static_cast<int>(jobs.size()) - 1).arg(title)
                                   : title);
    m_job->setToolTip(engineWords(job.words));
    m_cancel->setVisible(job.kind != Progress::Kind::Reading);
    m_cancel->setAccessibleName(tr("Stop: %1").arg(title));
    const double fraction = fractionOf(job);
    m_bar->setVisible(fraction >= 0);
    m_bar->setShare(std::max(0.0, fraction));
    const Formats& formats = m_bridge->formats();
    m_amount->setText(job.total > 0
                          ? tr("%1 of %2", "done, total").arg(formats.number(job.done), formats.number(job.total))
                      : job.done > 0 ? formats.number(job.done)
                                     : QString());
}

void StatusLine::showInfo()
{
    if (!m_bridge || !m_bridge->hasInfo()) {
        return;
    }
    const WorkspaceInfo& info = m_bridge->info();
    m_outbox->setText(info.waitingMessages == 0
                          ? tr("Outbox empty")
                          : tr("%1 waiting to be sent").arg(m_bridge->formats().number(info.waitingMessages)));
    m_outbox->updateGeometry();
    m_outbox->show();
    m_acting->setText(info.acting ? tr("Running here") : tr("Another process acts"));
    m_acting->setToolTip(info.acting ? tr("This window reads the stores and sends the messages.")
                                     : engineWords(info.actingElsewhere));
    m_acting->show();
    showStores();
}

void StatusLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Sunk));
    painter.fillRect(0, 0, width(), 1, color(Token::Line));
}

}  // namespace shopbell::ui
