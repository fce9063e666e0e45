// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPixmap>
#include <QSvgRenderer>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QPixmap drawn(const QString &name, const QSize &pixels, const QColor &color)
{
    QPixmap pixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(u":/icons/%1.svg"_s.arg(name)).render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
}

class TokenIconEngine : public QIconEngine
{
public:
    TokenIconEngine(QString name, Token token)
        : m_name(std::move(name))
        , m_token(token)
    {
    }

    QIconEngine *clone() const override { return new TokenIconEngine(m_name, m_token); }
    QString iconName() override { return m_name; }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_name, colorFor(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return drawn(m_name, size, colorFor(mode)); }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        return color(mode == QIcon::Disabled ? Token::Disabled : m_token);
    }

    QString m_name;
    Token m_token;
};

} // namespace

QIcon icon(const QString &name, Token token)
{
    return QIcon(new TokenIconEngine(name, token));
}

void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QSizeF size = rect.size();
    QPixmap pixmap = drawn(name, (size * ratio).toSize(), color);
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(rect.topLeft(), pixmap);
}

} // namespace Handrail
