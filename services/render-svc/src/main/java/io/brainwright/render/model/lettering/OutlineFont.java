package io.brainwright.render.model.lettering;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.font.TextAttribute;
import java.awt.geom.Rectangle2D;
import java.text.AttributedCharacterIterator;
import java.util.Map;

/**
 * A font for libraries that ask AWT for fonts: it measures and draws with {@link Lettering}, and never wakes the platform's fonts.
 *
 * <p>What is drawn with it must be drawn by {@link #draw}; a {@code Graphics2D} that gives these letters overrides its {@code drawString}
 * and its {@code getFontMetrics}.
 */
@SuppressWarnings("serial") // never serialized
public final class OutlineFont extends Font {
    private final transient Lettering lettering;

    /** @param size_px height of the em */
    public OutlineFont(Lettering lettering, double size_px) {
        super("Liberation Sans", PLAIN, (int) Math.round(size_px));
        this.pointSize = (float) size_px;
        this.lettering = lettering;
    }

    /** Fills the outlines of a line of text, the baseline beginning at (x, y), in the colour that is set. */
    public void draw(Graphics2D g, String text, double x, double y) {
        g.fill(lettering.outlines(text, x, y, pointSize));
    }

    /** What libraries that lay out text ask of a font. */
    public FontMetrics metrics() {
        return new OutlineMetrics(this);
    }

    double width(String text) {
        return lettering.width(text, pointSize);
    }

    double ascent() {
        return lettering.ascent(pointSize);
    }

    double descent() {
        return lettering.descent(pointSize);
    }

    @Override
    public String getFamily() {
        return name;
    }

    LineMetrics line(String text) {
        return new OutlineLine(text.length(), (float) ascent(), (float) descent());
    }

    Rectangle2D bounds(String text) {
        return new Rectangle2D.Double(0, -ascent(), width(text), ascent() + descent());
    }

    @Override
    public LineMetrics getLineMetrics(String text, FontRenderContext context) {
        return line(text);
    }

    @Override
    public Rectangle2D getStringBounds(String text, FontRenderContext context) {
        return bounds(text);
    }

    @Override
    public Font deriveFont(float size_px) {
        return new OutlineFont(lettering, size_px);
    }

    /** The same letters in the size asked for; there is no other weight or slant. */
    @Override
    public Font deriveFont(Map<? extends AttributedCharacterIterator.Attribute, ?> asked) {
        return asked.get(TextAttribute.SIZE) instanceof Number size ? deriveFont(size.floatValue()) : this;
    }

    /** Fonts of one size are equal: there is one face. */
    @Override
    public boolean equals(Object other) {
        return other instanceof OutlineFont font && font.pointSize == pointSize;
    }

    @Override
    public int hashCode() {
        return Float.hashCode(pointSize);
    }

    /** No attribute asks for another face. */
    @Override
    public Map<TextAttribute, ?> getAttributes() {
        return Map.of();
    }
}
