// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>
#include <QLayout>
#include <QScrollArea>
#include <QWidget>

namespace shopbell::ui {

/// Columns and rows without margins: what pages are made of. With a parent, the layout becomes the parent's own.
[[nodiscard]] QVBoxLayout* makeColumn(QWidget* parent, int spacing, QMargins margins = {});
[[nodiscard]] QHBoxLayout* makeRow(QWidget* parent, int spacing, QMargins margins = {});
[[nodiscard]] QVBoxLayout* makeColumn(int spacing);
[[nodiscard]] QHBoxLayout* makeRow(int spacing);

/// Empties a layout and deletes the widgets in it.
void clearLayout(QLayout* layout);

/// Lays items out like words: from the leading edge, wrapping to the next line. Owns its items.
class FlowLayout : public QLayout {
public:
    explicit FlowLayout(QWidget* parent = nullptr, int gapX = 6, int gapY = 6);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool place) const;

    QList<QLayoutItem*> m_items;
    int m_gapX;
    int m_gapY;
};

/// A page that scrolls up and down only, with the page margin around its body. The paper shows through.
class PageScroll : public QScrollArea {
    Q_OBJECT
public:
    explicit PageScroll(QWidget* parent = nullptr);
    /// The column the page adds its cards to; 14 px between them. It ends with no stretch: add one where wanted.
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }
    enum class Reading {
        Centred,
        Leading,  ///< at the leading edge, in line with what stands above the page
    };
    /// Keeps the body no wider than this; 0 means no limit. Forms read best near 720.
    void setReadingWidth(int width, Reading reading = Reading::Centred);

signals:
    /// Before the page is laid out for a new width: the time to arrange its columns otherwise.
    void aboutToFit();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showMargins();

    QVBoxLayout* m_column;
    int m_readingWidth = 0;
    Reading m_reading = Reading::Centred;
};

/// A hairline across (or down) its place.
class Separator : public QWidget {
    Q_OBJECT
public:
    explicit Separator(Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::Orientation m_orientation;
};

}  // namespace shopbell::ui
