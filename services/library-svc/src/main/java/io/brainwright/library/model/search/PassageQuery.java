package io.brainwright.library.model.search;

import java.util.List;

/**
 * What passages are asked for.
 *
 * @param words words of the question; none match all passages
 * @param kind one of the words of DocumentKind, empty for all
 * @param afterYear documents of later years only, 0 for all
 * @param species a species that the passage or its document names, empty for all
 * @param regions regions of which the passage or its document names one, empty for all
 * @param document id of one document, empty for all
 * @param limit at most so many
 */
public record PassageQuery(
        String words, String kind, int afterYear, String species, List<String> regions, String document, int limit) {
    public PassageQuery {
        regions = List.copyOf(regions);
    }

    /** All kinds, years, species and documents. */
    public static PassageQuery of(String words, int limit) {
        return new PassageQuery(words, "", 0, "", List.of(), "", limit);
    }
}
