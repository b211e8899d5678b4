package io.brainwright.neuro.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What can be inferred of a recipe, as it is told to a scientist.
 *
 * @param recipe its name
 * @param values most likely values with 90 % intervals
 * @param determination what fixes them
 * @param sources those that count differently from the rest, the most different first
 * @param conflicts what cannot hold together
 * @param next which measurement would help most
 * @param moved what the scientist's own facts changed most; empty without any
 * @param again_s seconds from the facts to the new values; 0 without any
 */
public record RecipeInference(
        String recipe,
        List<Value> values,
        Determination determination,
        List<SourceFactor> sources,
        List<Conflict> conflicts,
        List<NextMeasurement> next,
        List<Moved> moved,
        double again_s) {
    private static final double TOLD_SHIFT = 0.005;

    /**
     * One quantity.
     *
     * @param tier measured where a source tells just this, inferred where it follows from others
     * @param sources who tells it
     * @param generalised steps that were taken to this tissue
     */
    public record Value(
            String name,
            String unit,
            double value,
            double low,
            double high,
            String tier,
            List<String> sources,
            List<String> generalised) {
        public Value {
            sources = List.copyOf(sources);
            generalised = List.copyOf(generalised);
        }
    }

    /** A source that counts {@code factor} times what the others do, with its 90 % interval. */
    public record SourceFactor(String name, double factor, double low, double high) {}

    /** A value before and after the scientist's facts. */
    public record Moved(String name, String unit, double before, double after) {}

    public RecipeInference {
        values = List.copyOf(values);
        sources = List.copyOf(sources);
        conflicts = List.copyOf(conflicts);
        next = List.copyOf(next);
        moved = List.copyOf(moved);
    }

    /**
     * Infers.
     *
     * @param recipe a name of {@link RecipeWebs#NAMES}
     * @param about words that the quantities asked about hold; "" for all
     * @param facts the scientist's own
     * @param conflicts most conflicts to look for
     */
    public static RecipeInference of(String recipe, String about, List<NewFact> facts, int conflicts) {
        var web = RecipeWebs.open(recipe);
        var own = facts.stream().map(f -> f.in(web)).toList();
        var before = Estimator.learn(web);
        long start = System.nanoTime();
        var relations = new ArrayList<>(web.relations());
        relations.addAll(own);
        var estimate = own.isEmpty() ? before : Estimator.again(web.with(relations), before);
        double again_s = own.isEmpty() ? 0 : (System.nanoTime() - start) / 1e9;
        return new RecipeInference(
                recipe,
                values(estimate, about),
                Determination.of(estimate),
                sources(estimate),
                Conflicts.of(estimate, conflicts),
                NextMeasurement.rank(estimate, name -> holds(name, about), Spreads.TYPICAL),
                own.isEmpty() ? List.of() : moved(before, estimate),
                again_s);
    }

    private static boolean holds(String name, String about) {
        var words = about.strip().toLowerCase(Locale.ROOT).split("\\s+");
        var parts = List.of(name.toLowerCase(Locale.ROOT).split("\\s+"));
        return about.isBlank() || List.of(words).stream().allMatch(parts::contains);
    }

    private static List<Value> values(Estimate estimate, String about) {
        var tellers = tellers(estimate.web());
        var predictor = Predictor.of(estimate);
        var all = new ArrayList<Value>();
        for (int i = 0; i < estimate.web().quantities().size(); i++) {
            var quantity = estimate.web().quantities().get(i);
            if (!quantity.measurable() || !holds(quantity.name(), about)) {
                continue;
            }
            var interval = predictor.of(Expression.of(i), "");
            var facts = tellers.getOrDefault(i, List.of());
            var sources = new TreeSet<String>();
            var steps = new TreeSet<String>();
            facts.forEach(f -> sources.add(f.source()));
            facts.forEach(f -> steps.addAll(f.generalised()));
            all.add(new Value(
                    quantity.name(),
                    quantity.unit(),
                    interval.value(),
                    interval.low(),
                    interval.high(),
                    facts.isEmpty() ? "inferred" : "measured",
                    List.copyOf(sources),
                    List.copyOf(steps)));
        }
        return all;
    }

    /** Measured relations by the only measurable quantity in them. */
    private static Map<Integer, List<Relation>> tellers(Web web) {
        var tellers = new LinkedHashMap<Integer, List<Relation>>();
        for (var fact : web.of(Relation.Kind.MEASURED)) {
            int[] of = IntStream.of(fact.quantities())
                    .filter(q -> web.quantities().get(q).measurable())
                    .toArray();
            if (of.length == 1) {
                tellers.computeIfAbsent(of[0], _ -> new ArrayList<>()).add(fact);
            }
        }
        return tellers;
    }

    private static List<SourceFactor> sources(Estimate estimate) {
        var all = new ArrayList<SourceFactor>();
        for (var r : estimate.web().relations()) {
            if (r.group().equals(Web.SOURCES)) {
                int q = r.quantities()[0];
                double half = Predictor.NORMAL_90 * estimate.sd(q);
                double log = estimate.log(q);
                all.add(new SourceFactor(
                        r.name(), StrictMath.exp(log), StrictMath.exp(log - half), StrictMath.exp(log + half)));
            }
        }
        all.sort(Comparator.comparingDouble((SourceFactor s) ->
                        Math.min(Math.abs(StrictMath.log(s.low())), Math.abs(StrictMath.log(s.high())))
                                * (s.low() > 1 || s.high() < 1 ? -1 : 0))
                .thenComparing(SourceFactor::name));
        return all;
    }

    private static List<Moved> moved(Estimate before, Estimate after) {
        var all = new ArrayList<Moved>();
        for (int i = 0; i < after.web().quantities().size(); i++) {
            var quantity = after.web().quantities().get(i);
            if (quantity.measurable() && Math.abs(after.log(i) - before.log(i)) > TOLD_SHIFT) {
                all.add(new Moved(quantity.name(), quantity.unit(), before.value(i), after.value(i)));
            }
        }
        all.sort(Comparator.comparingDouble((Moved m) -> -Math.abs(StrictMath.log(m.after() / m.before()))));
        return all;
    }
}
