package io.brainwright.library.model.paper.pdf;

import io.brainwright.library.model.paper.pdf.PageText.EndlessPage;
import io.brainwright.library.model.reading.Parsed;
import io.brainwright.library.model.reading.PassageWriter;
import io.brainwright.library.model.reading.ReadingProgress;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Reads a PDF page by page. */
public final class PdfReader {
    private static final long MAX_BYTES = 300L << 20;
    /** chosen: a handbook; beyond, the rest is left out and said. */
    private static final int MAX_PAGES = 1500;

    private static final long MAX_CHARACTERS = 15_000_000;

    private final String name;
    private final PassageWriter out;
    private final List<List<TextLine>> pages = new ArrayList<>();
    private long characters;

    private PdfReader(String name) {
        this.name = name;
        this.out = new PassageWriter(name);
    }

    /**
     * Reads a paper.
     *
     * @param file where it lies
     * @param name its name, for messages
     * @param progress hears of every page
     * @throws Problem INVALID where it is encrypted, broken or without text; TOO_LARGE where it swells
     */
    public static Parsed read(Path file, String name, ReadingProgress progress) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new Problem(
                        Kind.TOO_LARGE,
                        "FILE_TOO_LARGE",
                        "'%s' has %d bytes; PDFs are read up to %d.".formatted(name, Files.size(file), MAX_BYTES),
                        "Cut it in parts.",
                        Map.of("file", name, "bytes", String.valueOf(Files.size(file))));
            }
            PdfStreams.check(file, name);
            try (var document =
                    Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
                return new PdfReader(name).read(document, progress);
            }
        } catch (Problem problem) {
            throw problem;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // PDFBox meets broken files with exceptions of all kinds
            throw new Problem(
                    Kind.INVALID,
                    "PDF_UNREADABLE",
                    "'%s' cannot be read as PDF: %s".formatted(name, broken.getMessage()),
                    "Open it in a viewer and save it again, or get it from its publisher again.",
                    Map.of("file", name),
                    List.of(),
                    broken);
        }
    }

    private Parsed read(PDDocument document, ReadingProgress progress) throws IOException {
        int total = document.getNumberOfPages();
        int most = Math.min(total, MAX_PAGES);
        int empty = 0;
        for (int page = 1; page <= most && characters < MAX_CHARACTERS; page++) {
            progress.read("pages", page, total);
            var lines = page(document, page);
            pages.add(lines);
            empty += lines.isEmpty() ? 1 : 0;
        }
        if (pages.size() < total) {
            out.odd("Only the first %d of %d pages were read.".formatted(pages.size(), total));
        }
        if (empty == pages.size()) {
            throw new Problem(
                    Kind.INVALID,
                    "PDF_WITHOUT_TEXT",
                    "'%s' has %d pages and no text; it is likely a scan.".formatted(name, total),
                    "Let a program for text recognition (OCR) write the text into it, and import the result.",
                    Map.of("file", name, "pages", String.valueOf(total)));
        }
        if (empty > 0) {
            out.odd("%d of %d pages have no text.".formatted(empty, pages.size()));
        }
        for (int head = RunningHeads.remove(pages); head > 0; head--) {
            out.skip("running head or page number");
        }
        var paragraphs = Paragraphs.of(pages.stream().flatMap(List::stream).toList());
        var facts = PdfFacts.of(document, paragraphs, name, out::odd);
        new PdfPassages(out, paragraphs, facts.title()).write(paragraphs);
        if (facts.authors().isEmpty()) {
            out.odd("Its authors are not told in its metadata; import its BibTeX entry, or give --citation.");
        }
        return out.parsed(facts);
    }

    private List<TextLine> page(PDDocument document, int page) {
        var streams = document.getPage(page - 1).getContentStreams();
        while (streams.hasNext()) {
            if (COSName.IMAGE.equals(streams.next().getCOSObject().getCOSName(COSName.SUBTYPE))) {
                out.odd("Page %d is a picture in place of a page; it was left out.".formatted(page));
                return new ArrayList<>();
            }
        }
        try {
            var text = PageText.of(document, page);
            if (text.turned() > 0) {
                out.skip("page with turned text, which was left out");
            }
            var lines = PageOrder.of(page, Piece.of(text.glyphs()));
            characters += lines.stream().mapToLong(l -> l.text().length()).sum();
            return new ArrayList<>(lines);
        } catch (EndlessPage endless) {
            throw new Problem(
                    Kind.TOO_LARGE,
                    "PDF_PAGE_ENDLESS",
                    "Page %d of '%s' has %s.".formatted(page, name, endless.getMessage()),
                    "No paper needs that; get the file from its publisher again.",
                    Map.of("file", name, "page", String.valueOf(page)),
                    List.of(),
                    endless);
        } catch (IOException | RuntimeException broken) {
            out.odd("Page %d cannot be read and was left out: %s".formatted(page, broken.getMessage()));
            return new ArrayList<>();
        }
    }
}
