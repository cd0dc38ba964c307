// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/campaigns.h"
#include "api/profiles.h"
#include "api/segments.h"
#include "ui/shell/page_context.h"

#include <QTimer>
#include <QWidget>

class QRadioButton;
class QVBoxLayout;

namespace shopbell::ui {

class Banner;
class BigNumber;
class Button;
class Card;
class Field;
class KeyValueList;
class MessagePreview;
class MultiPicker;
class Picker;
class SegmentedControl;
class Text;
class TextArea;
class TextField;

/// One step of the path: shows its part of the draft, and writes it back when it was edited.
class PathStep : public QWidget {
    Q_OBJECT
public:
    explicit PathStep(PageContext& context) : m_context(context) {}
    virtual void show(const Campaign& draft) = 0;
    virtual void write(Campaign& draft) const = 0;
    virtual void reload() {}

signals:
    void edited();

protected:
    PageContext& m_context;
};

/// Who gets it and who does not, with the live count and the reasons.
class AudienceStep : public PathStep {
    Q_OBJECT
public:
    explicit AudienceStep(PageContext& context);
    void show(const Campaign& draft) override;
    void write(Campaign& draft) const override;
    void reload() override;
    [[nodiscard]] const AudienceCount& count() const { return m_count; }
    [[nodiscard]] bool isCounted() const { return m_counted; }
    /// "Newsletter or Good customers, but not Bought lately".
    [[nodiscard]] QString words() const;

signals:
    void counted();

private:
    void askCount();
    void showCount();
    void showChoices();

    TextField* m_name;
    MultiPicker* m_included;
    MultiPicker* m_excluded;
    Text* m_hint;
    BigNumber* m_number;
    QVBoxLayout* m_reasons;
    std::vector<SegmentInfo> m_segments;
    std::vector<ListSummary> m_lists;
    AudienceCount m_count;
    bool m_counted = false;
    Asker m_segmentAsker;
    Asker m_listAsker;
    Asker m_countAsker;
};

/// From, subject, preview text and the words, beside how it looks for a real person.
class MessageStep : public PathStep {
    Q_OBJECT
public:
    explicit MessageStep(PageContext& context);
    void show(const Campaign& draft) override;
    void write(Campaign& draft) const override;
    /// The next show() is of another draft.
    void forget() { m_draft = {}; }

private:
    void modeChosen(const QString& mode);
    void insertField(const QString& liquid);
    void setMode(const QString& mode);
    void preview();
    void sendTest();

    TextField* m_fromName;
    TextField* m_fromAddress;
    TextField* m_replyTo;
    TextField* m_subject;
    TextField* m_preheader;
    SegmentedControl* m_mode;
    TextArea* m_writing;
    TextArea* m_html;
    TextArea* m_text;
    Button* m_fields;
    Button* m_test;
    MessagePreview* m_preview;
    QWidget* m_lastEdited;
    QString m_shownMode;
    bool m_filling = false;  ///< what changes in the fields is not the person's doing
    Campaign m_draft;
};

/// At once, or at a day and time.
class TimeStep : public PathStep {
    Q_OBJECT
public:
    explicit TimeStep(PageContext& context);
    void show(const Campaign& draft) override;
    void write(Campaign& draft) const override;

private:
    void fillDays();
    void look();

    QRadioButton* m_now;
    QRadioButton* m_later;
    Picker* m_day;
    Picker* m_time;
    Field* m_timeField;
};

/// What stands in the way, and everything once more before it goes.
class CheckStep : public PathStep {
    Q_OBJECT
public:
    explicit CheckStep(PageContext& context);
    void show(const Campaign& draft) override;
    void write(Campaign&) const override {}
    void setAudience(const AudienceCount& count, const QString& words);
    /// Asks for the findings of the saved draft.
    void check(CampaignId campaign);
    [[nodiscard]] bool mayGo() const { return m_checked && !m_blocked; }

signals:
    void checked();
    void againAsked();

private:
    void showFindings(const std::vector<PreflightFinding>& findings);
    void showSummary();

    KeyValueList* m_summary;
    Card* m_findingsCard;
    QVBoxLayout* m_findings;
    Banner* m_outboxOnly;
    Campaign m_draft;
    AudienceCount m_count;
    QString m_audience;
    QString m_provider;
    bool m_checked = false;
    bool m_blocked = false;
    Asker m_asker;
    Asker m_providerAsker;
};

}  // namespace shopbell::ui
