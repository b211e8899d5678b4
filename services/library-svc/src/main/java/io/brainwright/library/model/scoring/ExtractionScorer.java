package io.brainwright.library.model.scoring;

import io.brainwright.library.model.extraction.ExtractedValue;
import io.brainwright.library.model.extraction.Extractor;
import io.brainwright.library.model.scoring.ExtractionScore.Failure;
import io.brainwright.library.model.scoring.ExtractionScore.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Reads passages and compares. A value is found when quantity, number and unit agree; each expected value is matched with at most one
 * extracted one, with that of the most similar context where several agree.
 */
public final class ExtractionScorer {
    private final List<Failure> failures = new ArrayList<>();
    private final Map<String, Share> context = new TreeMap<>();
    private final List<Double> times = new ArrayList<>();
    private int expected;
    private int found;
    private int right;
    private int spreadsExpected;
    private int spreadsRight;
    private int spans;

    private ExtractionScorer() {}

    public static ExtractionScore score(List<ScoredPassage> passages) {
        var scorer = new ExtractionScorer();
        passages.forEach(scorer::add);
        var times = scorer.times.stream().sorted().toList();
        return new ExtractionScore(
                passages.size(),
                scorer.expected,
                scorer.found,
                scorer.right,
                scorer.spreadsExpected,
                scorer.spreadsRight,
                scorer.context,
                scorer.spans,
                scorer.failures,
                times.get(times.size() / 2));
    }

    private void add(ScoredPassage passage) {
        long before = System.nanoTime();
        var extraction = Extractor.extract(passage.text());
        times.add((System.nanoTime() - before) / 1e6);
        var open = new ArrayList<>(extraction.values());
        expected += passage.expected().size();
        found += open.size();
        open.forEach(value -> spans += exact(passage.text(), value) ? 1 : 0);
        for (var wanted : passage.expected()) {
            var match = open.stream()
                    .filter(value -> Agreement.sameValue(wanted, value))
                    .max(Comparator.comparingInt(value -> similar(wanted, value)));
            match.ifPresentOrElse(
                    value -> {
                        open.remove(value);
                        matched(passage, wanted, value);
                    },
                    () -> failures.add(new Failure(passage.id(), "missed", wanted.toString(), "")));
        }
        open.forEach(value -> failures.add(
                new Failure(passage.id(), "invented", "", ValueFields.of(value).toString())));
    }

    private void matched(ScoredPassage passage, JsonNode wanted, ExtractedValue value) {
        right++;
        if (spread(wanted).isPresent()) {
            spreadsExpected++;
            boolean same = Agreement.sameSpread(wanted, value);
            spreadsRight += same ? 1 : 0;
            if (!same) {
                failures.add(new Failure(passage.id(), "spread", wanted.toString(), String.valueOf(value.spread())));
            }
        }
        var fields = ValueFields.of(value);
        for (var field : Agreement.CONTEXT) {
            if (wanted.has(field)) {
                boolean same = Agreement.sameContext(field, wanted, fields);
                context.merge(
                        field, new Share(1, same ? 1 : 0), (a, b) -> new Share(a.of() + b.of(), a.right() + b.right()));
                if (!same) {
                    failures.add(new Failure(
                            passage.id(),
                            field,
                            wanted.get(field).toString(),
                            String.valueOf(fields.getOrDefault(field, "")) + " for " + wanted.get("parameter")));
                }
            }
        }
    }

    private static Optional<String> spread(JsonNode wanted) {
        return Agreement.SPREADS.stream().filter(wanted::has).findFirst();
    }

    private static int similar(JsonNode wanted, ExtractedValue value) {
        var fields = ValueFields.of(value);
        return (int) Agreement.CONTEXT.stream()
                .filter(field -> wanted.has(field) && Agreement.sameContext(field, wanted, fields))
                .count();
    }

    /** Whether value and sentence stand where the value says, the value within the sentence. */
    static boolean exact(String text, ExtractedValue value) {
        return value.sentence().covers(value.place())
                && value.sentence().end() <= text.length()
                && value.sentence().of(text).equals(value.quote())
                && value.place().of(text).matches("(?s).*[\\d\\p{L}].*");
    }
}
