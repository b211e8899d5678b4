package io.brainwright.neuro.inference;

import io.brainwright.neuro.recipe.RecipeFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts, densities, thicknesses and synapses of juvenile rat nbS1 as a web.
 *
 * <pre>{@code
 *   layer        ρ_l = Σ_m ρ_l,m              class     ρ_l,c = Σ_(m in c) ρ_l,m
 *   column       ρ Σ_l T_l = Σ_l ρ_l T_l      cells     N = ρ A Σ_l T_l
 *   published    N_l,c = V Σ_(l in group) ρ_l,c T_l / Σ_l T_l     the microcircuit's counts, V its volume
 *   synapses     S = N s                      connections  S = C k
 * }</pre>
 *
 * <p>Two sources tell densities, the composition file and the counts of the 2015 microcircuit. Neither prints spreads: those used here are chosen
 * and say so.
 */
public final class RatWeb {
    /** chosen: relative spread of one type's density, of a layer's, of a column's, where sources print none. */
    static final double TYPE_SD = 0.2;

    static final double LAYER_SD = 0.1;
    static final double COLUMN_SD = 0.05;

    /** chosen: relative spread of a thickness, a volume or a total as published. */
    static final double SIZE_SD = 0.05;

    /** chosen: a model's own count is exact but for what its authors left away. */
    static final double COUNT_SD = 0.01;

    /** A volume printed as 0.29 mm3 lies within half of the last digit: 0.005 / 0.29. */
    static final double ROUNDED_SD = 0.017;

    private static final Set<String> INHIBITORY = Set.of(
            "BP", "BTC", "ChC", "DBC", "LBC", "MC", "NBC", "NGC", "SBC", "DAC", "DLAC", "HAC", "NGC-DA", "NGC-SA",
            "SLAC");
    private static final Map<String, List<Integer>> GROUPS = groups();
    private static final double UM_PER_MM = 1000;

    private final RecipeFile recipe;
    private final Web.Builder web = new Web.Builder();
    private final Map<Integer, Map<String, List<Integer>>> types = new LinkedHashMap<>();

    private RatWeb(RecipeFile recipe) {
        this.recipe = recipe;
    }

    private static Map<String, List<Integer>> groups() {
        var groups = new LinkedHashMap<String, List<Integer>>();
        groups.put("L1", List.of(1));
        groups.put("L23", List.of(2, 3));
        groups.put("L4", List.of(4));
        groups.put("L5", List.of(5));
        groups.put("L6", List.of(6));
        return groups;
    }

    /** The web of the recipe of rat nbS1. */
    public static Web of(RecipeFile recipe) {
        var it = new RatWeb(recipe);
        it.composition();
        it.layers();
        it.column();
        it.microcircuit();
        it.synapses();
        return it.web.build();
    }

    private int thickness(int layer) {
        return web.quantity("layer %d thickness".formatted(layer), "mm", 0.35);
    }

    private int density(int layer) {
        return web.quantity("layer %d neurons".formatted(layer), "1/mm3", 80_000);
    }

    private int density(int layer, String type) {
        return web.quantity("layer %d %s".formatted(layer, type), "1/mm3", 1000);
    }

    /** A density or count as a source tells it: times the factor by which that source differs. */
    private Expression told(Expression of, String source) {
        return of.times(web.factor(source + " counts neurons", Web.SOURCES, "a source counts differently throughout"));
    }

    private void composition() {
        for (var type : recipe.tree().path("mtypes").properties()) {
            var classOf = type.getValue().path("synapse_class").asString();
            for (var by : type.getValue().path("density_per_mm3").path("value").properties()) {
                int layer = Integer.parseInt(by.getKey());
                int at = web.quantity(
                        "layer %d %s".formatted(layer, type.getKey()),
                        "1/mm3",
                        by.getValue().asDouble());
                types.computeIfAbsent(layer, _ -> new LinkedHashMap<>())
                        .computeIfAbsent(classOf, _ -> new ArrayList<>())
                        .add(at);
                var path = "mtypes.%s.density_per_mm3.%d".formatted(type.getKey(), layer);
                web.add(fact(path, told(Expression.of(at), "COMP"), TYPE_SD, 1));
            }
        }
    }

    private void layers() {
        types.forEach((layer, classes) -> {
            Expression all = null;
            for (var of : classes.entrySet()) {
                var sum = sum(of.getValue());
                int total = density(layer, of.getKey());
                web.add(Relation.identity(
                        "layer %d %s is the sum of its types".formatted(layer, of.getKey()),
                        Expression.of(total),
                        sum,
                        1e-3,
                        "by definition"));
                all = all == null ? Expression.of(total) : all.plus(Expression.of(total));
            }
            web.add(Relation.identity(
                    "layer %d neurons are excitatory or inhibitory".formatted(layer),
                    Expression.of(density(layer)),
                    java.util.Objects.requireNonNull(all),
                    1e-3,
                    "by definition"));
            web.add(fact(
                    "layers.%d.neurons_per_mm3".formatted(layer),
                    told(Expression.of(density(layer)), "COMP"),
                    LAYER_SD,
                    1));
            web.add(fact(
                    "layers.%d.thickness_um".formatted(layer),
                    Expression.of(thickness(layer)),
                    SIZE_SD,
                    1 / UM_PER_MM));
        });
    }

    private Expression sum(List<Integer> quantities) {
        return quantities.stream().map(Expression::of).reduce(Expression::plus).orElseThrow();
    }

    private Expression depth() {
        return types.keySet().stream()
                .map(l -> Expression.of(thickness(l)))
                .reduce(Expression::plus)
                .orElseThrow();
    }

    private void column() {
        int mean = web.quantity("column neurons", "1/mm3", 80_000);
        var cells = types.keySet().stream()
                .map(l -> Expression.product(density(l), thickness(l)))
                .reduce(Expression::plus)
                .orElseThrow();
        web.add(Relation.identity(
                "a column's neurons are those of its layers", depth().times(mean), cells, 1e-3, "by definition"));
        web.add(fact("totals.neurons_per_mm3", told(Expression.of(mean), "COMP"), COLUMN_SD, 1));
        int area = web.quantity("area", "mm2", 25);
        int neurons = web.quantity("neurons of nbS1", "cells", 4e6);
        web.add(Relation.identity(
                "neurons are density times area times thickness",
                Expression.of(neurons),
                depth().times(mean).times(area),
                1e-3,
                "N = rho V"));
        web.add(fact("totals.neurons", Expression.of(neurons), SIZE_SD, 1));
        web.add(new Relation(
                "area",
                Relation.Kind.BELIEF,
                Expression.of(area),
                Expression.ONE,
                StrictMath.log(25),
                1,
                "",
                "chosen: no stored source gives the areas; within a factor of e",
                List.of()));
    }

    private void microcircuit() {
        int volume = web.quantity("microcircuit volume", "mm3", 0.3);
        web.add(fact("nmc_2015.volume_mm3", Expression.of(volume), ROUNDED_SD, 1));
        var counts = new LinkedHashMap<String, Double>();
        recipe.tree().path("nmc_2015").path("cells").path("value").properties().forEach(c -> {
            var parts = c.getKey().split("_", 2);
            counts.merge(
                    parts[0] + (INHIBITORY.contains(parts[1]) ? " INH" : " EXC"),
                    c.getValue().asDouble(),
                    Double::sum);
        });
        counts.forEach((name, count) -> {
            var group = GROUPS.get(name.split(" ")[0]);
            var classOf = name.split(" ")[1];
            var cells = java.util.Objects.requireNonNull(group).stream()
                    .map(l -> Expression.product(density(l, classOf), thickness(l), volume))
                    .reduce(Expression::plus)
                    .orElseThrow();
            web.add(microcircuit(name, told(cells, "NP"), count, LAYER_SD));
        });
        var all = types.keySet().stream()
                .map(l -> Expression.product(density(l), thickness(l), volume))
                .reduce(Expression::plus)
                .orElseThrow();
        web.add(microcircuit(
                "neurons",
                told(all, "NP"),
                counts.values().stream().mapToDouble(x -> x).sum(),
                COUNT_SD));
    }

    private Relation microcircuit(String name, Expression cells, double count, double sd) {
        return new Relation(
                "microcircuit " + name,
                Relation.Kind.MEASURED,
                cells,
                depth(),
                StrictMath.log(count),
                sd,
                "",
                recipe.value("nmc_2015.cells_by_layer.L1").source() + "; spread chosen",
                List.of());
    }

    private void synapses() {
        int each = web.quantity("synapses per neuron", "1/cell", 2000);
        int perConnection = web.quantity("synapses per connection", "1/connection", 4);
        int neurons = web.quantity("neurons of nbS1", "cells", 4e6);
        int ofCircuit = web.quantity("microcircuit neurons", "cells", 3e4);
        web.add(fact("totals.synapses", Expression.product(neurons, each), SIZE_SD, 1));
        var circuit = recipe.value("nmc_2015.synapses");
        double cells = recipe.tree().path("nmc_2015").path("cells").path("value").properties().stream()
                .mapToDouble(c -> c.getValue().asDouble())
                .sum();
        web.add(Relation.measured("nmc_2015.cells", Expression.of(ofCircuit), cells, 1e-3, "", circuit.source()));
        web.add(fact("nmc_2015.synapses", Expression.product(ofCircuit, each), SIZE_SD, 1));
        int connections = web.quantity("microcircuit connections", "connections", 8e6);
        web.add(fact("nmc_2015.connections", Expression.of(connections), SIZE_SD, 1));
        web.add(Relation.identity(
                "synapses are connections times synapses of each",
                Expression.product(ofCircuit, each),
                Expression.product(connections, perConnection),
                1e-3,
                "by definition"));
    }

    private Relation fact(String path, Expression of, double unprinted, double scale) {
        var value = recipe.value(path);
        double sd = value.sd() == null ? unprinted : value.sd() / value.value();
        long steps =
                value.generalised().stream().filter(g -> g.contains(" to ")).count();
        return new Relation(
                path,
                Relation.Kind.MEASURED,
                of,
                Expression.ONE,
                StrictMath.log(value.value() * scale),
                sd * (1 << steps),
                "",
                value.source() + (value.sd() == null ? "; spread chosen" : ""),
                value.generalised());
    }
}
