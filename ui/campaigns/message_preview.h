// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/campaigns.h"
#include "api/profiles.h"
#include "ui/shell/page_context.h"

#include <QTextBrowser>
#include <QTimer>
#include <QWidget>

class QPlainTextEdit;
class QStackedWidget;

namespace shopbell::ui {

class Banner;
class IconButton;
class SegmentedControl;
class Text;

/// Shows an email's HTML on white paper, as mail programs do. Fetches nothing, neither from the net nor from the disk.
class MailPaper : public QTextBrowser {
    Q_OBJECT
public:
    explicit MailPaper(QWidget* parent = nullptr);
    QVariant loadResource(int type, const QUrl& name) override;
};

/// A message as one real person of its audience would get it: next and previous person, as an email, on a phone, the
/// text part, and the whole source. What was shown stays until the next rendering is there.
class MessagePreview : public QWidget {
    Q_OBJECT
public:
    explicit MessagePreview(PageContext& context, QWidget* parent = nullptr);

    /// Renders soon; calls that follow each other closely are one.
    void setMessage(const MessageContent& content, const Audience& audience);
    /// Who is shown; none: nobody found yet.
    [[nodiscard]] ProfileId person() const { return m_person; }

private:
    void findPerson();
    void render();
    void show(const RenderedEmail& email);
    void turn(int step);
    void showView();

    PageContext& m_context;
    MessageContent m_content;
    Audience m_audience;
    QTimer m_soon;
    Asker m_personAsker;
    Asker m_asker;
    std::int64_t m_index = 0;
    std::int64_t m_total = 0;
    ProfileId m_person;
    bool m_audienceChanged = true;
    Text* m_name;
    IconButton* m_before;
    IconButton* m_next;
    SegmentedControl* m_view;
    Text* m_subject;
    Text* m_from;
    Text* m_to;
    Banner* m_problem;
    QStackedWidget* m_stack;
    MailPaper* m_paper;
    QPlainTextEdit* m_plain;
    RenderedEmail m_email;
};

}  // namespace shopbell::ui
