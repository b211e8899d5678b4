package io.brainwright.library.model.candidates;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many candidates a quantity has.
 *
 * @param parameter the quantity
 * @param candidates how many
 * @param documents in how many documents
 * @param withTissue how many say species, region, and cells or layer
 */
public record CandidateCoverage(String parameter, int candidates, int documents, int withTissue) {
    /** By quantity, most candidates first. */
    public static List<CandidateCoverage> of(List<Candidate> all) {
        return all.stream().collect(Collectors.groupingBy(c -> c.value().parameter())).entrySet().stream()
                .map(e -> new CandidateCoverage(
                        e.getKey(),
                        e.getValue().size(),
                        (int) e.getValue().stream()
                                .map(Candidate::document)
                                .distinct()
                                .count(),
                        (int) e.getValue().stream()
                                .filter(CandidateCoverage::whole)
                                .count()))
                .sorted(Comparator.comparingInt(CandidateCoverage::candidates)
                        .reversed()
                        .thenComparing(CandidateCoverage::parameter))
                .toList();
    }

    private static boolean whole(Candidate candidate) {
        var tissue = candidate.value().tissue();
        boolean cells = !(tissue.cellType() + tissue.pre() + tissue.post() + tissue.layer()).isEmpty();
        return cells && !tissue.species().isEmpty() && !tissue.region().isEmpty();
    }
}
