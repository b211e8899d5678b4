package io.brainwright.library.model.extraction.ontology;

import io.brainwright.library.model.extraction.passage.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Finds where a sentence names quantities. A name within a longer name ("capacitance" in "specific capacitance") does not count. */
public final class Terms {
    /** chosen: company in the sentence before weighs about half of company in the same clause. */
    private static final double FROM_BEFORE = 0.55;

    private Terms() {}

    /**
     * The names in order of their places.
     *
     * @param sentence where to look
     * @param before the sentences before it and the words over the passage, which may complete a name ("Amplitudes averaged ...")
     */
    public static List<TermHit> find(Sentence sentence, String before) {
        var hits = new ArrayList<TermHit>();
        for (var parameter : ParameterOntology.shipped().all()) {
            for (var rule : parameter.terms()) {
                if (rule.not() == null || !rule.not().matcher(sentence.words()).find()) {
                    collect(hits, parameter, rule, sentence, before);
                }
            }
        }
        hits.removeIf(hit -> hits.stream().anyMatch(hit::within));
        hits.sort(Comparator.comparingInt(TermHit::begin));
        return List.copyOf(hits);
    }

    private static void collect(
            List<TermHit> hits, Parameter parameter, TermRule rule, Sentence sentence, String before) {
        var matcher = rule.term()
                .matcher(sentence.text())
                .region(sentence.begin(), sentence.end())
                .useTransparentBounds(true);
        while (matcher.find()) {
            double company =
                    rule.of() == null ? 1 : company(rule.of(), sentence, before, matcher.start(), matcher.end());
            if (company > 0) {
                hits.add(new TermHit(parameter, rule.weight() * company, rule.weak(), matcher.start(), matcher.end()));
            }
        }
    }

    /** 1 where the company stands beside the term, falling to 0.7 at the other end of a long sentence; 0 where there is none. */
    private static double company(Pattern of, Sentence sentence, String before, int begin, int end) {
        int nearest = Integer.MAX_VALUE;
        var matcher = of.matcher(sentence.text())
                .region(sentence.begin(), sentence.end())
                .useTransparentBounds(true);
        while (matcher.find()) {
            int gap = matcher.start() >= end ? matcher.start() - end : Math.max(0, begin - matcher.end());
            boolean same = matcher.start() < end && begin < matcher.end();
            nearest = Math.min(nearest, same ? Integer.MAX_VALUE : gap);
        }
        if (nearest < Integer.MAX_VALUE) {
            return 1 - 0.3 * Math.min(nearest, 200) / 200;
        }
        return of.matcher(before).find() ? FROM_BEFORE : 0;
    }
}
