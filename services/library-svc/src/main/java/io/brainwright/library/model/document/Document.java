package io.brainwright.library.model.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file.
 *
 * @param id SHA-256 of its bytes, 64 lower-case hexadecimal digits
 * @param kind what sort of thing it is
 * @param format how it is written: {@code jats}, {@code pdf}, {@code bibtex}, {@code text}, {@code swc}, {@code h5}, {@code csv}, {@code nwb}, {@code nmodl}
 * @param fileName its name where the scientist had it, without folders
 * @param title empty where nobody knows
 * @param authors as printed, "Surname G"; empty where nobody knows
 * @param year of publication, null where nobody knows
 * @param journal empty where nobody knows
 * @param doi lower case, without resolver: {@code 10.7554/elife.16553}; empty where there is none
 * @param licence as told or as the file says; "unknown" where nobody knows
 * @param citation as told by the scientist, else made from the fields above; "unknown" where nobody knows
 */
public record Document(
        String id,
        DocumentKind kind,
        String format,
        String fileName,
        String title,
        List<String> authors,
        @Nullable Integer year,
        String journal,
        String doi,
        String licence,
        String citation) {
    /** What stands where nobody knows: allowed, absent is not. */
    public static final String UNKNOWN = "unknown";

    public Document {
        authors = List.copyOf(authors);
        assert !licence.isBlank() && !citation.isBlank() : "licence and citation must be told";
    }

    /** "Eyal et al. 2016", "Molnar and Tamas 2016", the title's beginning or the file's name where authors are not known. */
    public String shortName() {
        if (authors.isEmpty()) {
            return title.isBlank() ? fileName : title;
        }
        var first = surname(authors.getFirst());
        var who = switch (authors.size()) {
            case 1 -> first;
            case 2 -> first + " and " + surname(authors.getLast());
            default -> first + " et al.";
        };
        return year == null ? who : who + " " + year;
    }

    /** All but the initials: the last word goes where it is all capitals. */
    private static String surname(String author) {
        return author.replaceFirst(" \\p{Lu}{1,4}$", "");
    }
}
