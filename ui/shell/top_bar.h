// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QHBoxLayout;

namespace shopbell::ui {

class IconButton;
class SearchField;
class Text;

/// Above every page: back, title, search, and the page's own actions.
class TopBar : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);

    void setHeader(const QString& title, const QString& subtitle);
    void setBackShown(bool shown);
    /// Shows `actions` at the far end in place of those shown before. Owned by their page; null for none.
    void setActions(QWidget* actions);
    /// Where nothing can be searched yet.
    void setSearchShown(bool shown);

signals:
    void backAsked();
    void searchAsked(const QString& firstLetters);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// The search gives way first: to its glass alone.
    void share();

    IconButton* m_back;
    Text* m_title;
    Text* m_subtitle;
    SearchField* m_search;
    IconButton* m_glass;
    bool m_searchShown = true;
    QHBoxLayout* m_row;
    QPointer<QWidget> m_actions;
};

}  // namespace shopbell::ui
