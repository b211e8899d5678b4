package io.brainwright.library.model.candidates;

import io.brainwright.library.model.extraction.context.Mention.Kind;
import io.brainwright.library.model.extraction.context.Mentions;
import io.brainwright.library.model.extraction.ontology.Parameter;
import io.brainwright.library.model.extraction.ontology.ParameterOntology;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which candidates are asked for.
 *
 * @param parameters names of quantities, or parts of them ("density"); empty for all
 * @param regions in any spelling; empty for all
 * @param pre cells on the giving side, empty for all
 * @param post cells on the receiving side, empty for all
 */
public record CandidateSearch(List<String> parameters, List<String> regions, String pre, String post) {
    public static final CandidateSearch ALL = new CandidateSearch(List.of(), List.of(), "", "");

    public CandidateSearch {
        parameters = List.copyOf(parameters);
        regions = List.copyOf(regions);
        var faults = new ArrayList<FieldFault>();
        for (var name : parameters) {
            if (matching(name).isEmpty()) {
                faults.add(new FieldFault("parameters", "'%s' is no quantity that can be extracted".formatted(name)));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("These values cannot be asked for.", faults);
        }
    }

    /** Whether a candidate is one of them. */
    public boolean wants(Candidate candidate) {
        var value = candidate.value();
        boolean quantity = parameters.isEmpty()
                || parameters.stream()
                        .flatMap(p -> matching(p).stream())
                        .anyMatch(p -> p.name().equals(value.parameter()));
        boolean place = regions.isEmpty()
                || regions.stream()
                        .anyMatch(r -> RegionMatch.within(value.tissue().region(), r));
        return quantity
                && place
                && cells(pre, value.tissue().pre())
                && cells(post, value.tissue().post());
    }

    private static boolean cells(String asked, String told) {
        return asked.isBlank() || (!told.isEmpty() && Mentions.same(Kind.CELL, asked, told));
    }

    private static List<Parameter> matching(String name) {
        var asked = name.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        var exact = ParameterOntology.shipped().named(asked);
        return exact.map(List::of)
                .orElseGet(() -> ParameterOntology.shipped().all().stream()
                        .filter(p -> !asked.isEmpty() && p.name().contains(asked))
                        .toList());
    }
}
