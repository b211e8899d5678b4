package io.brainwright.library.model.paper.pdf;

import io.brainwright.library.model.paper.pdf.Paragraphs.Paragraph;
import io.brainwright.library.model.reading.Doi;
import io.brainwright.library.model.reading.Facts;
import io.brainwright.library.model.xml.XmlElement;
import io.brainwright.library.model.xml.XmlTree;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * What a PDF says of itself: its metadata (XMP, then the older information dictionary), else its first page. The year is that of a
 * publication, never that of the file.
 */
final class PdfFacts {
    private static final Pattern NO_TITLE = Pattern.compile(
            "(?i)(untitled.*|.*\\.(docx?|tex|dvi|indd|qxd|pdf|eps|fm|xml)|microsoft word.*|(pii:?)?\\s*[\\w.\\-/]*\\d{4,}[\\w.\\-/]*|slide 1)?");
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?i)(?:published|publication date|\u00a9|\\(c\\)|copyright)[^\\n]{0,60}?\\b((?:19|20)\\d\\d)\\b");

    private PdfFacts() {}

    static Facts of(PDDocument document, List<Paragraph> paragraphs, String file, PdfNotes notes) {
        var first = paragraphs.stream().filter(p -> p.page() == 1).toList();
        return xmp(document, file, notes)
                .or(information(document))
                .or(new Facts(
                        largest(first),
                        List.of(),
                        year(first),
                        "",
                        first.stream()
                                .map(p -> Doi.canonical(p.text()))
                                .filter(d -> !d.isEmpty())
                                .findFirst()
                                .orElse(""),
                        ""));
    }

    private static Facts xmp(PDDocument document, String file, PdfNotes notes) {
        var metadata = document.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            return Facts.NONE;
        }
        try (var in = metadata.exportXMPMetadata()) {
            var root = XmlTree.read(in, file + " (metadata)");
            var licence =
                    first(root, "WebStatement").or(() -> first(root, "license")).orElse("");
            return new Facts(
                    first(root, "title").filter(PdfFacts::isTitle).orElse(""),
                    root.all("creator").stream()
                            .flatMap(c -> c.all("li").stream())
                            .map(XmlElement::text)
                            .filter(a -> !a.isBlank())
                            .toList(),
                    first(root, "publicationDate")
                            .or(() -> first(root, "coverDate"))
                            .map(PdfFacts::year)
                            .orElse(null),
                    first(root, "publicationName").orElse(""),
                    first(root, "doi")
                            .or(() -> first(root, "identifier"))
                            .map(Doi::canonical)
                            .orElse(""),
                    licence);
        } catch (IOException | Problem broken) {
            notes.odd("Its metadata cannot be read: " + broken.getMessage());
            return Facts.NONE;
        }
    }

    private static Optional<String> first(XmlElement root, String name) {
        return root.all(name).stream()
                .map(XmlElement::text)
                .filter(t -> !t.isBlank())
                .findFirst();
    }

    private static Facts information(PDDocument document) {
        var said = document.getDocumentInformation();
        var title = said.getTitle() == null ? "" : said.getTitle().strip();
        var authors = said.getAuthor() == null
                ? List.<String>of()
                : Arrays.stream(said.getAuthor().split("\\s*(;|,| and | & )\\s*"))
                        .filter(a -> !a.isBlank())
                        .toList();
        var words = "%s %s %s".formatted(said.getSubject(), said.getKeywords(), title);
        return new Facts(isTitle(title) ? title : "", authors, null, "", Doi.canonical(words), "");
    }

    private static boolean isTitle(String title) {
        return title.length() >= 10
                && title.contains(" ")
                && !NO_TITLE.matcher(title).matches();
    }

    /** The paragraph with the largest letters on the first page, where it is no drop cap. */
    private static String largest(List<Paragraph> first) {
        return first.stream()
                .filter(p -> p.text().length() >= 10 && p.text().length() <= 400)
                .max(Comparator.comparingDouble(Paragraph::size))
                .filter(p -> first.size() > 1)
                .map(Paragraph::text)
                .orElse("");
    }

    private static @Nullable Integer year(List<Paragraph> first) {
        return first.stream()
                .flatMap(p -> PUBLISHED.matcher(p.text()).results())
                .map(m -> Integer.valueOf(m.group(1)))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Integer year(String date) {
        var found = Pattern.compile("(19|20)\\d\\d").matcher(date);
        return found.find() ? Integer.valueOf(found.group()) : null;
    }
}
