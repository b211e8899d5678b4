package io.brainwright.render.model.lettering;

import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.font.LineMetrics;
import java.awt.geom.Rectangle2D;

/** Metrics of an {@link OutlineFont}, from the outlines' own numbers. */
@SuppressWarnings("serial") // never serialized
final class OutlineMetrics extends FontMetrics {
    private final transient OutlineFont outlines;

    OutlineMetrics(OutlineFont font) {
        super(font);
        outlines = font;
    }

    @Override
    public int getAscent() {
        return (int) Math.round(outlines.ascent());
    }

    @Override
    public int getDescent() {
        return (int) Math.round(outlines.descent());
    }

    @Override
    public int charWidth(char c) {
        return stringWidth(String.valueOf(c));
    }

    @Override
    public int charsWidth(char[] text, int from, int length) {
        return stringWidth(new String(text, from, length));
    }

    @Override
    public int stringWidth(String text) {
        return (int) Math.round(outlines.width(text));
    }

    @Override
    public Rectangle2D getStringBounds(String text, Graphics context) {
        return outlines.bounds(text);
    }

    @Override
    public LineMetrics getLineMetrics(String text, Graphics context) {
        return outlines.line(text);
    }
}
