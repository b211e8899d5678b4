package io.brainwright.render.model.lettering;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.ToIntFunction;
import org.apache.fontbox.ttf.HorizontalHeaderTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Draws text as glyph outlines of Liberation Sans, which PDFBox carries.
 *
 * <p>The platform's own fonts are not asked: a container has none, and pictures must be equal byte for byte everywhere.
 */
public final class Lettering {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;
    private final double unitsPerEm;

    private Lettering(TrueTypeFont font) throws IOException {
        this.font = font;
        this.unitsPerEm = font.getUnitsPerEm();
    }

    /** Opens the font. */
    public static Lettering open() {
        try (var in = PDDocument.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IllegalStateException("PDFBox no longer carries " + FONT);
            }
            return new Lettering(new TTFParser().parse(new RandomAccessReadBuffer(in)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Width of a text, in the unit of the size. */
    public double width(String text, double size) {
        double sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += advance(text.charAt(i)) * size / unitsPerEm;
        }
        return sum;
    }

    /**
     * Draws a line of text.
     *
     * @param align 0 begins at x, 0.5 is centred on it, 1 ends there
     * @param y the baseline
     */
    public void draw(Graphics2D g, String text, double x, double y, double size, double align, Color colour) {
        g.setColor(colour);
        g.fill(outlines(text, x - align * width(text, size), y, size));
    }

    /** Outlines of a line of text whose baseline begins at (x, y). */
    public Shape outlines(String text, double x, double y, double size) {
        var line = new Path2D.Double();
        double at = x;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            var place = new AffineTransform(size / unitsPerEm, 0, 0, -size / unitsPerEm, at, y);
            line.append(outline(c).getPathIterator(place), false);
            at += advance(c) * size / unitsPerEm;
        }
        return line;
    }

    /** How far letters rise above the baseline. */
    public double ascent(double size) {
        return vertical(HorizontalHeaderTable::getAscender) * size;
    }

    /** How far letters hang below the baseline, positive. */
    public double descent(double size) {
        return -vertical(HorizontalHeaderTable::getDescender) * size;
    }

    private double vertical(ToIntFunction<HorizontalHeaderTable> measure) {
        try {
            return measure.applyAsInt(font.getHorizontalHeader()) / unitsPerEm;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Draws a line of text that reads upwards, centred on (x, y). */
    public void drawUpwards(Graphics2D g, String text, double x, double y, double size, Color colour) {
        var saved = g.getTransform();
        g.translate(x, y);
        g.rotate(-Math.PI / 2);
        draw(g, text, 0, 0, size, 0.5, colour);
        g.setTransform(saved);
    }

    private double advance(char c) {
        try {
            return font.getAdvanceWidth(glyph(c));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private GeneralPath outline(char c) {
        try {
            var glyph = font.getGlyph().getGlyph(glyph(c));
            return glyph == null ? new GeneralPath() : glyph.getPath();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private int glyph(char c) throws IOException {
        return font.getUnicodeCmapLookup().getGlyphId(c);
    }
}
