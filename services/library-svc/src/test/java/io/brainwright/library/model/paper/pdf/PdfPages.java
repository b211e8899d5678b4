package io.brainwright.library.model.paper.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Writes PDFs for tests, line by line. */
public final class PdfPages implements AutoCloseable {
    private static final PDType1Font PLAIN = new PDType1Font(FontName.TIMES_ROMAN);
    private static final PDType1Font BOLD = new PDType1Font(FontName.TIMES_BOLD);

    private final PDDocument document = new PDDocument();
    private PDPageContentStream page = page();

    /** Begins another page. */
    public PdfPages next() {
        try {
            page.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        page = page();
        return this;
    }

    private PDPageContentStream page() {
        try {
            var sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            return new PDPageContentStream(document, sheet);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes a line, its baseline so many points below the upper edge. */
    public PdfPages line(double x, double fromTop, double size, boolean bold, String text) {
        try {
            page.beginText();
            page.setFont(bold ? BOLD : PLAIN, (float) size);
            page.newLineAtOffset((float) x, (float) (PDRectangle.A4.getHeight() - fromTop));
            page.showText(text);
            page.endText();
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes lines of ten points below one another. */
    public PdfPages lines(double x, double fromTop, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            line(x, fromTop + 12 * i, 10, false, texts[i]);
        }
        return this;
    }

    public PDDocument document() {
        return document;
    }

    /** Saves it. */
    public Path save(Path file) {
        try {
            page.close();
            document.save(file.toFile());
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
