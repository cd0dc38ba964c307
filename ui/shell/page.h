// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page_context.h"
#include "ui/widgets/choice.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <initializer_list>

class QHBoxLayout;

namespace shopbell::ui {

/// One page of the window, between top bar and status line. Made when it is first shown, kept until the workspace
/// closes.
///
/// A page lays out its body (mostly one PageScroll), says its title, adds its actions, and implements go(), which turns
/// to what a place names, and reload(), which asks the engine and shows the answers. Call reloadOn() in the constructor
/// with the topics it shows. reload() runs after every go(), and after changes of those topics: at once while the page
/// is in front (twice a second at most), else when it is next shown. Inner pages (one person, one campaign) belong to
/// the same Page; get to them with context().navigate(), so that "back" works.
class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(PageContext& context);
    ~Page() override;

    /// Shown in the top bar and as the window's title; change with setHeader().
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString subtitle() const { return m_subtitle; }
    /// The row of buttons at the top bar's far end; the frame shows it while the page is in front.
    [[nodiscard]] QWidget* actionBar() const { return m_actionBar; }

    /// Turn to what `place` names: swap the inner page, set the header. Called before the page is shown; reload()
    /// follows.
    virtual void go(const Place& place);
    /// False keeps the page in front: something must be answered first (unsaved words). Ask there.
    virtual bool mayLeave() { return true; }
    /// What Ctrl+K offers of this page while it is in front ("Export these people").
    [[nodiscard]] virtual Choices paletteEntries() const { return {}; }
    virtual void runPaletteEntry(const QString& id);

    /// For the frame: go(), and reload() now or when the page is shown.
    void turnTo(const Place& place);
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }

signals:
    void headerChanged();

protected:
    [[nodiscard]] PageContext& context() const { return m_context; }
    [[nodiscard]] EngineBridge& bridge() const { return m_context.bridge(); }
    [[nodiscard]] const Formats& formats() const { return m_context.bridge().formats(); }

    void setHeader(const QString& title, const QString& subtitle = {});
    /// Adds a button or picker to the top bar, in reading order; the one Primary comes last. Owned by the page. Hide it
    /// with setVisible() where it does not apply.
    void addAction(QWidget* widget);
    using QWidget::addAction;

    /// Asks the engine and shows the answers. Never blocks; keeps what is on the screen until the new answer is there.
    virtual void reload() {}
    void reloadOn(std::initializer_list<Topic> topics);
    /// As if one of the topics had changed.
    void askReload();

    virtual void activated() {}    ///< came to the front
    virtual void deactivated() {}  ///< left it: stop timers and long questions

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showActionBar();

    PageContext& m_context;
    QString m_title;
    QString m_subtitle;
    QPointer<QWidget> m_actionBar;
    QHBoxLayout* m_actionRow;
    bool m_active = false;
    bool m_stale = true;
    QTimer m_rest;  ///< between two reloads
};

}  // namespace shopbell::ui
