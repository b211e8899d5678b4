package io.brainwright.neuro.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/**
 * Densities of cell classes that agree over a tree of regions: the consistency linear programme.
 *
 * <pre>{@code
 *   minimise  Σ_k δ_k / σ_k
 *   |Σ_(i in leaves of r) w_i x_i,m - y_k| ≤ δ_k        for every stated density y_k of class m in region r, w_i volume shares in r
 *   Σ_m x_i,m ≤ x_i,all                                 classes lie within their total
 *   x ≥ 0
 * }</pre>
 *
 * <p>Where nothing is stated of a leaf, its first estimate with its (wide) σ is stated instead, as the paper does with densities transferred from marker
 * expression. Solved by ojAlgo.
 *
 * @see <a href="https://doi.org/10.1371/journal.pcbi.1010739">Rodarie et al. 2022, PLoS Computational Biology</a>
 */
public final class ConsistencyProgramme {
    static {
        System.setProperty(
                "shut.up.ojAlgo", "true"); // it would print a line on the machine's profile among the answers
    }

    /** cells per mm3 in thousands inside the programme, so that numbers are near 1. */
    private static final double SCALE = 1000;

    private final Map<String, Map<String, Double>> leaves = new LinkedHashMap<>();
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Map<String, Variable> densities = new LinkedHashMap<>();

    /**
     * One stated density.
     *
     * @param region where
     * @param type class of cells
     * @param density_per_mm3 cells per mm3
     * @param sd_per_mm3 its standard deviation, positive
     */
    public record Stated(String region, String type, double density_per_mm3, double sd_per_mm3) {
        public Stated {
            assert density_per_mm3 >= 0 && sd_per_mm3 > 0 : region + " " + type;
        }
    }

    /**
     * @param parents parent of every region; a region whose parent is not a key is a root
     * @param shares share of every region in its parent's volume, up to a common factor among the parts of one parent
     */
    public ConsistencyProgramme(Map<String, String> parents, Map<String, Double> shares) {
        var parts = new LinkedHashMap<String, List<String>>();
        parents.forEach((region, parent) ->
                parts.computeIfAbsent(parent, _ -> new ArrayList<>()).add(region));
        parents.keySet().forEach(region -> leaves.put(region, weights(region, parts, shares)));
    }

    private static Map<String, Double> weights(
            String region, Map<String, List<String>> parts, Map<String, Double> shares) {
        var children = parts.getOrDefault(region, List.of());
        if (children.isEmpty()) {
            return Map.of(region, 1.0);
        }
        double all =
                children.stream().mapToDouble(c -> shares.getOrDefault(c, 1.0)).sum();
        var weights = new LinkedHashMap<String, Double>();
        for (var child : children) {
            weights(child, parts, shares)
                    .forEach((leaf, w) -> weights.put(leaf, w * shares.getOrDefault(child, 1.0) / all));
        }
        return weights;
    }

    /** Leaves of the tree. */
    public List<String> leaves() {
        return leaves.entrySet().stream()
                .filter(e -> e.getValue().containsKey(e.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Solves it.
     *
     * @param stated all densities, first estimates among them
     * @param classes which lie within the total, e.g. PV+, SST+, VIP+
     * @param total name of the total, e.g. "inhibitory neuron"
     * @return cells per mm3 by region and class
     */
    public Map<String, Map<String, Double>> solve(List<Stated> stated, List<String> classes, String total) {
        stated.forEach(this::state);
        for (var leaf : leaves()) {
            var within = model.newExpression("total " + leaf).upper(0).set(density(leaf, total), -1);
            classes.forEach(m -> within.set(density(leaf, m), 1));
        }
        model.minimise();
        var all = new ArrayList<>(classes);
        all.add(total);
        var found = new LinkedHashMap<String, Map<String, Double>>();
        leaves.forEach((region, weights) -> {
            var here = new HashMap<String, Double>();
            for (var type : all) {
                here.put(
                        type,
                        SCALE
                                * weights.entrySet().stream()
                                        .mapToDouble(w -> w.getValue()
                                                * density(w.getKey(), type)
                                                        .getValue()
                                                        .doubleValue())
                                        .sum());
            }
            found.put(region, here);
        });
        return found;
    }

    private void state(Stated it) {
        double sd = it.sd_per_mm3() / SCALE;
        var off = model.newVariable("off" + densities.size() + "/" + model.countVariables())
                .lower(0)
                .weight(1 / sd);
        double value = it.density_per_mm3() / SCALE;
        var above = model.newExpression("above" + model.countExpressions())
                .upper(value)
                .set(off, -1);
        var under = model.newExpression("under" + model.countExpressions())
                .lower(value)
                .set(off, 1);
        leaves.getOrDefault(it.region(), Map.of()).forEach((leaf, w) -> {
            above.set(density(leaf, it.type()), w);
            under.set(density(leaf, it.type()), w);
        });
    }

    private Variable density(String leaf, String type) {
        return densities.computeIfAbsent(
                leaf + " " + type, name -> model.newVariable(name).lower(0));
    }
}
