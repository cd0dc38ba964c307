// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_path.h"

#include "ui/bridge/text.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/stepper.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toast.h"

#include <QStackedWidget>

#include <utility>

namespace shopbell::ui {

namespace {

constexpr int saveAfter = 500;
enum Step { Audience_, Message_, Time_, Check_ };

}  // namespace

CampaignPath::CampaignPath(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_stepper(new Stepper({tr("Audience"), tr("Message"), tr("Time"), tr("Check")})),
      m_stack(new QStackedWidget),
      m_audience(new AudienceStep(context)),
      m_message(new MessageStep(context)),
      m_time(new TimeStep(context)),
      m_check(new CheckStep(context)),
      m_hint(new Text(QString(), TextStyle::Label, Token::InkSoft)),
      m_back(new Button(tr("Back"))),
      m_next(new Button(tr("Next"), Button::Kind::Primary))
{
    auto* column = makeColumn(this, 0);
    auto* top = makeRow(0);
    // The stepper keeps a little room for its focus ring; the first disc still stands on the page's edge.
    top->setContentsMargins(space::page - space::xs, space::l, space::page, 0);
    m_stepper->setAccessibleName(tr("Steps of this campaign"));
    top->addWidget(m_stepper);
    top->addStretch(1);
    column->addLayout(top);
    for (PathStep* step : {static_cast<PathStep*>(m_audience), static_cast<PathStep*>(m_message),
                           static_cast<PathStep*>(m_time), static_cast<PathStep*>(m_check)}) {
        auto* scroll = new PageScroll;
        scroll->column()->addWidget(step, step == m_message ? 1 : 0);
        if (step != m_message) {
            scroll->column()->addStretch(1);
        }
        m_stack->addWidget(scroll);
        connect(step, &PathStep::edited, this, &CampaignPath::edited);
    }
    column->addWidget(m_stack, 1);
    column->addWidget(new Separator);
    auto* foot = makeRow(space::s);
    foot->setContentsMargins(space::page, space::m, space::page, space::m);
    foot->addWidget(m_hint->elided(), 1);
    foot->addWidget(m_back);
    foot->addWidget(m_next);
    column->addLayout(foot);
    m_soon.setSingleShot(true);
    m_soon.setInterval(saveAfter);
    connect(&m_soon, &QTimer::timeout, this, [this] { save(); });
    connect(m_stepper, &Stepper::stepChosen, this, &CampaignPath::turnTo);
    connect(m_back, &QAbstractButton::clicked, this, [this] { turnTo(m_stack->currentIndex() - 1); });
    connect(m_next, &QAbstractButton::clicked, this, &CampaignPath::next);
    connect(m_audience, &AudienceStep::counted, this, [this] {
        m_check->setAudience(m_audience->count(), m_audience->words());
        showFooter();
    });
    connect(m_check, &CheckStep::checked, this, &CampaignPath::showFooter);
    connect(m_check, &CheckStep::againAsked, this, [this] { turnTo(Check_); });
}

void CampaignPath::start(SegmentId segment)
{
    save();
    ++m_serial;
    m_saving = false;
    m_dirty = false;
    const Formats& formats = m_context.bridge().formats();
    m_draft = {};
    m_draft.name = toUtf8(tr("Campaign of %1").arg(formats.date(m_context.bridge().now())));
    m_draft.content.fromName = m_context.bridge().info().shopName;
    if (segment.isValid()) {
        m_draft.audience.segments.push_back(segment);
    }
    // The sender of the newest campaign is most likely the sender of this one.
    m_context.bridge().ask(
        this, ListCampaigns{}, [this, serial = m_serial](Result<std::vector<CampaignSummary>> campaigns) {
            if (!campaigns || campaigns->empty() || serial != m_serial || !m_draft.content.fromAddress.empty()) {
                return;
            }
            const MessageContent& last = campaigns->front().campaign.content;
            m_draft.content.fromName = last.fromName;
            m_draft.content.fromAddress = last.fromAddress;
            m_draft.content.replyTo = last.replyTo;
            m_message->show(m_draft);
        });
    showDraft();
}

void CampaignPath::open(const Campaign& draft)
{
    if (draft.id.isValid() && draft.id == m_draft.id && m_serial > 0) {
        return;  // it is open, and what is on the screen is newer than what is stored
    }
    save();
    ++m_serial;
    m_saving = false;
    m_dirty = false;
    m_draft = draft;
    showDraft();
}

void CampaignPath::showDraft()
{
    m_filling = true;
    m_message->forget();
    m_audience->show(m_draft);
    m_message->show(m_draft);
    m_time->show(m_draft);
    m_filling = false;
    turnTo(Audience_);
    reload();
    emit headerChanged();
}

void CampaignPath::reload()
{
    m_audience->reload();
}

void CampaignPath::turnTo(int step)
{
    // In this order: a step is reached as long as it is the current one.
    m_stepper->setCurrent(step);
    m_stepper->setReached(std::max(step, m_draft.id.isValid() ? int(Check_) : step));
    m_stack->setCurrentIndex(step);
    if (step == Message_) {
        m_message->show(m_draft);
    } else if (step == Check_) {
        m_check->show(m_draft);
        m_check->setAudience(m_audience->count(), m_audience->words());
        if (!m_draft.id.isValid()) {
            m_dirty = true;
        }
        save([this] { m_check->check(m_draft.id); });
    }
    showFooter();
}

void CampaignPath::edited()
{
    if (m_filling) {
        return;
    }
    m_audience->write(m_draft);
    m_message->write(m_draft);
    m_time->write(m_draft);
    if (m_draft.name.empty()) {
        m_draft.name = toUtf8(tr("Campaign of %1").arg(m_context.bridge().formats().date(m_context.bridge().now())));
    }
    m_dirty = true;
    m_soon.start();
    showFooter();
    emit headerChanged();
}

void CampaignPath::save(std::function<void()> done)
{
    m_soon.stop();
    if (!m_dirty && !m_saving) {
        if (done) {
            done();
        }
        return;
    }
    if (done) {
        m_afterSave.push_back(std::move(done));
    }
    if (m_saving) {
        return;  // the answer will save again
    }
    m_dirty = false;
    m_saving = true;
    m_context.bridge().submit(this, SaveCampaign{m_draft}, [this, serial = m_serial](Result<CampaignId> id) {
        if (serial != m_serial) {
            return;
        }
        m_saving = false;
        if (!id) {
            m_afterSave.clear();
            m_context.showError(id.error(), ErrorContext::Campaign);
            return;
        }
        m_draft.id = *id;
        m_stepper->setReached(Check_);
        if (m_dirty) {
            save();
            return;
        }
        emit headerChanged();
        for (const auto& each : std::exchange(m_afterSave, {})) {
            each();
        }
    });
}

QString CampaignPath::savedWords() const
{
    return !m_draft.id.isValid() ? tr("New draft") : m_dirty || m_saving ? tr("Draft") : tr("Draft, saved");
}

void CampaignPath::showFooter()
{
    const Formats& formats = m_context.bridge().formats();
    const int step = m_stack->currentIndex();
    m_back->setVisible(step > Audience_);
    const bool last = step == Check_;
    const bool later = m_draft.scheduledFor.ms != 0;
    const AudienceCount& count = m_audience->count();
    m_next->setText(!last   ? tr("Next")
                    : later ? tr("Schedule…")
                            : tr("Send to %Ln people…", nullptr, static_cast<int>(count.willGet)));
    m_next->setEnabled(!last || (m_check->mayGo() && count.willGet > 0));
    m_hint->setText(m_audience->isCounted()
                        ? tr("%1 of %Ln people will get it", nullptr, static_cast<int>(count.people))
                              .arg(formats.number(count.willGet))
                        : QString());
}

void CampaignPath::next()
{
    const int step = m_stack->currentIndex();
    if (step < Check_) {
        turnTo(step + 1);
        return;
    }
    askToSend();
}

void CampaignPath::askToSend()
{
    const Formats& formats = m_context.bridge().formats();
    const AudienceCount& count = m_audience->count();
    const QString numbers = tr("%1 people get “%2”. %3 in the audience do not.")
                                .arg(formats.number(count.willGet), plainSubject(m_draft.content.subject),
                                     formats.number(count.people - count.willGet));
    if (m_draft.scheduledFor.ms != 0) {
        if (Dialog::confirm(m_context.dialogParent(), tr("Schedule this campaign?"),
                            numbers + QLatin1Char(' ') +
                                tr("It goes out %1. Until then it can be stopped and changed; the people are counted "
                                   "again at that moment.")
                                    .arg(formats.dateTime(m_draft.scheduledFor)),
                            tr("Schedule"))) {
            schedule();
        }
        return;
    }
    if (Dialog::confirm(m_context.dialogParent(), tr("Send it now?"),
                        numbers + QLatin1Char(' ') + tr("What has left cannot be called back."),
                        tr("Send to %Ln people", nullptr, static_cast<int>(count.willGet)))) {
        send();
    }
}

void CampaignPath::send()
{
    save([this] {
        const CampaignId id = m_draft.id;
        PageContext& context = m_context;
        m_context.bridge().submit(&m_context.toasts(), SendCampaign{id},
                                  [&context, name = toQString(m_draft.name)](Result<CampaignSummary> sent) {
                                      if (!sent) {
                                          context.showError(sent.error(), ErrorContext::Campaign);
                                      } else if (sent->waiting == 0) {
                                          context.toasts().show(tr("“%1” was sent").arg(name), Tone::Ok);
                                      }
                                  });
        ++m_serial;
        emit left(id.value);
    });
}

void CampaignPath::schedule()
{
    save([this] {
        m_context.bridge().submit(this, ScheduleCampaign{m_draft.id, m_draft.scheduledFor},
                                  [this, id = m_draft.id](Result<Done> done) {
                                      if (!done) {
                                          m_context.showError(done.error(), ErrorContext::Campaign);
                                          return;
                                      }
                                      ++m_serial;
                                      emit left(id.value);
                                  });
    });
}

}  // namespace shopbell::ui
