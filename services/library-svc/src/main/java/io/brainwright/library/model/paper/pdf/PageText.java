package io.brainwright.library.model.paper.pdf;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects the characters of one page at their places. */
final class PageText extends PDFTextStripper {
    /** chosen: a dense page has some 1e4 characters; drawings have some 1e6 operators. */
    private static final int MAX_CHARACTERS = 200_000;

    private static final int MAX_OPERATORS = 5_000_000;

    private final List<Glyph> glyphs = new ArrayList<>();
    private int operators;
    private int turned;

    /** A page that goes on without end. */
    static final class EndlessPage extends IOException {
        EndlessPage(String what) {
            super(what);
        }
    }

    /** @param page 1 is the first */
    static PageText of(PDDocument document, int page) throws IOException {
        var text = new PageText();
        text.setStartPage(page);
        text.setEndPage(page);
        text.writeText(document, new StringWriter());
        return text;
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    /** Characters that stand turned, such as names of axes and watermarks. */
    int turned() {
        return turned;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators > MAX_OPERATORS) {
            throw new EndlessPage("more than " + MAX_OPERATORS + " operators");
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition at) {
        var text = at.getUnicode();
        if (text == null || text.isBlank() || glyphs.size() >= MAX_CHARACTERS) {
            return;
        }
        if (at.getDir() != 0) {
            turned++;
            return;
        }
        double size = Math.max(at.getYScale(), 1);
        var font = at.getFont() == null ? "" : String.valueOf(at.getFont().getName());
        var glyph = new Glyph(
                spelled(text),
                at.getXDirAdj(),
                at.getYDirAdj(),
                Math.max(at.getWidthDirAdj(), 0),
                size,
                Math.max(at.getWidthOfSpace(), 0),
                font.toLowerCase(Locale.ROOT).contains("bold"));
        if (isFinite(glyph) && !isShadow(glyph)) {
            glyphs.add(glyph);
        }
    }

    /** Ligatures are letters. */
    private static String spelled(String text) {
        return text.replace("\ufb00", "ff")
                .replace("\ufb01", "fi")
                .replace("\ufb02", "fl")
                .replace("\ufb03", "ffi")
                .replace("\ufb04", "ffl");
    }

    private static boolean isFinite(Glyph g) {
        return Double.isFinite(g.x())
                && Double.isFinite(g.y())
                && Double.isFinite(g.width())
                && Double.isFinite(g.size())
                && Math.abs(g.x()) < 1e5
                && Math.abs(g.y()) < 1e5;
    }

    /** The same character drawn twice, to make it look bold. */
    private boolean isShadow(Glyph glyph) {
        for (int i = glyphs.size() - 1; i >= Math.max(0, glyphs.size() - 3); i--) {
            var before = glyphs.get(i);
            if (before.text().equals(glyph.text())
                    && Math.abs(before.x() - glyph.x()) < 0.15 * glyph.size()
                    && Math.abs(before.y() - glyph.y()) < 0.15 * glyph.size()) {
                return true;
            }
        }
        return false;
    }
}
