package io.brainwright.neuro.inference;

import io.brainwright.neuro.inference.ConsistencyProgramme.Stated;
import io.brainwright.neuro.recipe.RecipeFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mouse measurements as a consistency linear programme, to set beside the web: the same measured values with their printed spreads, the
 * web's volume shares (no stored source gives volumes), and for leaves without a value the mean of their class with a threefold spread.
 */
final class MouseProgramme {
    static final List<String> CLASSES = List.of("PV+", "SST+", "VIP+");
    static final String TOTAL = "inhibitory neuron";

    private static final double FIRST_ESTIMATE_SD = 3;

    private MouseProgramme() {}

    /** Class of cells that a measured relation is about. */
    static String type(Relation fact) {
        return fact.name().endsWith(TOTAL)
                ? TOTAL
                : fact.name().substring(fact.name().lastIndexOf(' ') + 1);
    }

    /** Region that a measured relation is about. */
    static String region(Relation fact) {
        return fact.name().substring(0, fact.name().length() - type(fact).length() - 1);
    }

    /** Mean of each class over what was measured, on the natural logarithmic scale. */
    static Map<String, Double> means(Web seen) {
        var sums = new LinkedHashMap<String, double[]>();
        for (var fact : seen.of(Relation.Kind.MEASURED)) {
            var sum = sums.computeIfAbsent(MouseProgramme.type(fact), _ -> new double[2]);
            sum[0] += fact.logRatio();
            sum[1]++;
        }
        var means = new LinkedHashMap<String, Double>();
        sums.forEach((type, sum) -> means.put(type, sum[0] / sum[1]));
        return means;
    }

    /** Cells per mm3 by region and class. */
    static Map<String, Map<String, Double>> solve(RecipeFile recipe, Estimate web, Map<String, Double> meanLog) {
        var parents = new LinkedHashMap<String, String>();
        recipe.tree()
                .path("literature_measurements")
                .path("regions")
                .properties()
                .forEach(
                        r -> parents.put(r.getKey(), r.getValue().path("parent").asString()));
        var shares = new LinkedHashMap<String, Double>();
        for (int i = 0; i < web.web().quantities().size(); i++) {
            var name = web.web().quantities().get(i).name();
            if (name.endsWith(" share")) {
                shares.put(name.substring(0, name.length() - " share".length()), web.value(i));
            }
        }
        var programme = new ConsistencyProgramme(parents, shares);
        var stated = new ArrayList<Stated>();
        var known = new HashSet<String>();
        for (var fact : web.web().of(Relation.Kind.MEASURED)) {
            double told = StrictMath.exp(fact.logRatio());
            double relative = Math.sqrt(StrictMath.expm1(fact.sd() * fact.sd()));
            stated.add(new Stated(
                    region(fact),
                    type(fact),
                    Math.max(0, told - MouseWeb.FLOOR_per_mm3),
                    Math.max(MouseWeb.FLOOR_per_mm3, relative * told)));
            known.add(fact.name());
        }
        for (var leaf : programme.leaves()) {
            meanLog.forEach((type, mean) -> {
                if (!known.contains(leaf + " " + type)) {
                    double guess = StrictMath.exp(mean);
                    stated.add(new Stated(leaf, type, guess, FIRST_ESTIMATE_SD * guess));
                }
            });
        }
        return programme.solve(stated, CLASSES, TOTAL);
    }
}
