package io.brainwright.neuro.inference;

import io.brainwright.neuro.random.Draws;
import io.brainwright.neuro.recipe.RecipeFile;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well the web of the mouse predicts measurements that it has not seen: a share of them is hidden at random, the rest is learned from.
 *
 * <p>Errors are |ln(predicted + f) - ln(measured + f)|, f the detection floor of {@link MouseWeb}; prior only: the mean of the class over the values
 * that are seen; programme only: {@link ConsistencyProgramme} on the values that are seen.
 *
 * @param seed which were hidden
 * @param hidden how many
 * @param covered share of the hidden ones within their 90 % interval
 * @param web median and mean error of the web
 * @param prior median and mean error of the prior alone
 * @param programme median and mean error of the linear programme alone
 * @param again_s CPU seconds (one thread) to re-solve after one new fact, median of five
 * @param rows every hidden value beside its prediction
 */
public record HiddenFacts(
        long seed,
        int hidden,
        double covered,
        Errors web,
        Errors prior,
        Errors programme,
        double again_s,
        List<Row> rows) {
    public HiddenFacts {
        rows = List.copyOf(rows);
    }

    /** A hidden value and what the web says it is; all with the detection floor in them. */
    public record Row(String name, double measured, Predictor.Interval predicted) {}

    /** Errors on the natural logarithmic scale. */
    public record Errors(double median, double mean) {
        static Errors of(List<Double> all) {
            var sorted = all.stream().mapToDouble(Math::abs).sorted().toArray();
            return new Errors(
                    sorted[sorted.length / 2], Arrays.stream(sorted).average().orElse(Double.NaN));
        }
    }

    /**
     * Hides, learns, predicts, compares.
     *
     * @param share of the measured values that is hidden
     */
    public static HiddenFacts of(long seed, double share) {
        var recipe = RecipeFile.open("mouse-ccf");
        var web = MouseWeb.of(recipe);
        var facts = new ArrayList<>(web.of(Relation.Kind.MEASURED));
        var draws = Draws.of(seed, "recipe.hide", 0);
        for (int i = facts.size() - 1; i > 0; i--) {
            Collections.swap(facts, i, draws.nextInt(i + 1));
        }
        var hidden = facts.subList(0, (int) Math.round(share * facts.size()));
        var unseen = Collections.newSetFromMap(new IdentityHashMap<Relation, Boolean>());
        unseen.addAll(hidden);
        var estimate = Estimator.learn(web.with(
                web.relations().stream().filter(r -> !unseen.contains(r)).toList()));
        var predictor = Predictor.of(estimate);
        var means = MouseProgramme.means(estimate.web());
        var programme = MouseProgramme.solve(recipe, estimate, means);
        var byWeb = new ArrayList<Double>();
        var byPrior = new ArrayList<Double>();
        var byProgramme = new ArrayList<Double>();
        var rows = new ArrayList<Row>();
        int covered = 0;
        for (var fact : hidden) {
            var type = MouseProgramme.type(fact);
            byWeb.add(estimate.log(fact.left()) - fact.logRatio());
            byPrior.add(means.getOrDefault(type, 0.0) - fact.logRatio());
            double found = programme
                    .getOrDefault(MouseProgramme.region(fact), Map.of())
                    .getOrDefault(type, 0.0);
            byProgramme.add(StrictMath.log(found + MouseWeb.FLOOR_per_mm3) - fact.logRatio());
            var interval = predictor.of(fact.left(), fact.group());
            rows.add(new Row(fact.name(), fact.told(), interval));
            if (interval.holds(fact.told())) {
                covered++;
            }
        }
        return new HiddenFacts(
                seed,
                hidden.size(),
                covered / (double) hidden.size(),
                Errors.of(byWeb),
                Errors.of(byPrior),
                Errors.of(byProgramme),
                again_s(estimate, hidden),
                rows);
    }

    private static double again_s(Estimate estimate, List<Relation> news) {
        var clock = ManagementFactory.getThreadMXBean();
        var took = new double[5];
        for (int i = 0; i < took.length; i++) {
            long start = clock.getCurrentThreadCpuTime();
            Estimator.again(estimate.web().plus(news.get(i)), estimate);
            took[i] = (clock.getCurrentThreadCpuTime() - start) / 1e9;
        }
        Arrays.sort(took);
        return took[2];
    }
}
