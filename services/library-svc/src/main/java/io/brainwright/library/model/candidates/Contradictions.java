package io.brainwright.library.model.candidates;

import io.brainwright.library.model.extraction.ExtractedValue;
import io.brainwright.library.model.extraction.figure.SpreadKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds candidates of one quantity in one tissue that disagree.
 *
 * <pre>{@code
 *   |x - y| > k sqrt((s_x² + s_y²) / 2)
 * }</pre>
 *
 * with the standard deviations s, those of standard errors being SEM √n. Where only one value has a spread, it stands for both; values without
 * any are compared by none: how far they may differ is not known.
 */
public final class Contradictions {
    /** chosen: as many standard deviations apart as five of 100 cells of one population are. */
    public static final double DEFAULT_SD = 2;

    /** Distance of the quartiles of a normal distribution, in standard deviations. */
    private static final double QUARTILES_PER_SD = 1.349;

    private Contradictions() {}

    /**
     * Candidates of one quantity in one tissue of which at least two disagree.
     *
     * @param parameter the quantity
     * @param tissue of whom, in words
     * @param unit of the values
     * @param candidates by value
     * @param apart_sd the largest disagreement, in standard deviations
     */
    public record Conflict(String parameter, String tissue, String unit, List<Candidate> candidates, double apart_sd) {
        public Conflict {
            candidates = List.copyOf(candidates);
        }
    }

    /** The conflicts, largest first. */
    public static List<Conflict> of(List<Candidate> candidates, double k_sd) {
        var groups = new LinkedHashMap<String, List<Candidate>>();
        for (var candidate : candidates) {
            if (candidate.value().value() != null) {
                groups.computeIfAbsent(key(candidate.value()), _ -> new ArrayList<>())
                        .add(candidate);
            }
        }
        return groups.entrySet().stream()
                .map(group -> conflict(group, k_sd))
                .flatMap(Optional::stream)
                .sorted(java.util.Comparator.comparingDouble(Conflict::apart_sd).reversed())
                .toList();
    }

    private static Optional<Conflict> conflict(Map.Entry<String, List<Candidate>> group, double k_sd) {
        var members = group.getValue().stream()
                .sorted(java.util.Comparator.comparingDouble(c -> number(c.value())))
                .toList();
        double furthest = 0;
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                furthest = Math.max(
                        furthest,
                        apart_sd(members.get(i).value(), members.get(j).value()));
            }
        }
        var first = members.getFirst().value();
        return furthest > k_sd
                ? Optional.of(new Conflict(first.parameter(), tissue(first), first.unit(), members, furthest))
                : Optional.empty();
    }

    /** How many standard deviations two values are apart, 0 where neither has a spread. */
    static double apart_sd(ExtractedValue one, ExtractedValue other) {
        var s = sd(one);
        var t = sd(other);
        if (s.isEmpty() && t.isEmpty()) {
            return 0;
        }
        double a = s.or(() -> t).orElseThrow();
        double b = t.or(() -> s).orElseThrow();
        double pooled = Math.sqrt((a * a + b * b) / 2);
        return pooled == 0 ? 0 : Math.abs(number(one) - number(other)) / pooled;
    }

    /** The standard deviation that a value tells; a quartile range is 1.35 of them where values are normal. */
    static Optional<Double> sd(ExtractedValue value) {
        var spread = value.spread();
        if (spread == null) {
            return Optional.empty();
        }
        var amount = spread.amount();
        var n = value.sample().n();
        if (amount != null) {
            boolean error = spread.kind() == SpreadKind.SEM;
            return error ? Optional.ofNullable(n).map(count -> amount * Math.sqrt(count)) : Optional.of(amount);
        }
        var low = spread.low();
        var high = spread.high();
        if (spread.kind() == SpreadKind.IQR && low != null && high != null) {
            return Optional.of((high - low) / QUARTILES_PER_SD);
        }
        return Optional.empty();
    }

    private static double number(ExtractedValue value) {
        return java.util.Objects.requireNonNull(value.value(), "value");
    }

    private static String key(ExtractedValue value) {
        return value.parameter() + " " + tissue(value);
    }

    /** Of whom a value is, in words: what must agree for two values to be comparable. */
    static String tissue(ExtractedValue value) {
        var t = value.tissue();
        var cells = t.pre().isEmpty() && t.post().isEmpty() ? t.cellType() : t.pre() + " to " + t.post();
        var layer = t.layer().matches("[1-6].*") ? "L" + t.layer() : t.layer();
        var words = new ArrayList<>(List.of(
                t.species(),
                t.age(),
                t.region(),
                cells.contains(layer) ? "" : layer,
                cells,
                t.compartment(),
                t.receptor(),
                t.marker(),
                t.condition()));
        words.removeIf(String::isBlank);
        return String.join(", ", words);
    }
}
