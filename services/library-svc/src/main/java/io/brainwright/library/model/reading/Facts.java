package io.brainwright.library.model.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of itself. Empty where it says nothing.
 *
 * @param title its title
 * @param authors "Surname G" each
 * @param year of publication
 * @param journal where it appeared
 * @param doi as printed
 * @param licence words or address of a licence
 */
public record Facts(
        String title, List<String> authors, @Nullable Integer year, String journal, String doi, String licence) {
    /** A file that says nothing of itself. */
    public static final Facts NONE = new Facts("", List.of(), null, "", "", "");

    public Facts {
        authors = List.copyOf(authors);
        doi = Doi.canonical(doi);
    }

    /** A file of which only the title is known. */
    public static Facts titled(String title) {
        return new Facts(title, List.of(), null, "", "", "");
    }

    /** These facts, and where they say nothing, the other's. */
    public Facts or(Facts other) {
        return new Facts(
                title.isBlank() ? other.title : title,
                authors.isEmpty() ? other.authors : authors,
                year == null ? other.year : year,
                journal.isBlank() ? other.journal : journal,
                doi.isBlank() ? other.doi : doi,
                licence.isBlank() ? other.licence : licence);
    }
}
