package io.brainwright.neuro.inference;

import io.brainwright.neuro.recipe.RecipeFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Densities of inhibitory cells in the regions of the mouse brain as a web.
 *
 * <p>Quantities, for every region r: densities of PV+, SST+, VIP+ and of the other inhibitory cells (cells per mm3), its share v_r of its parent's
 * volume (unnormalised), and how dense it is throughout beside its parent; for every cortical layer and marker a factor; for every source and marker the factor
 * by which that source counts differently.
 *
 * <pre>{@code
 *   measured     y + f = b_source,m · ρ_r,m + f             f: detection floor
 *   class total  ρ_r,inh = ρ_r,PV + ρ_r,SST + ρ_r,VIP + ρ_r,rest
 *   region sum   ρ_p,m Σ_c v_c = Σ_c v_c ρ_c,m              c over the parts of p
 *   resemblance  ρ_c,m ~ ρ_p,m · d_c · layer factor
 * }</pre>
 */
public final class MouseWeb {
    /** Markers that are counted by themselves. */
    static final List<String> MARKERS = List.of("PV+", "SST+", "VIP+", "rest");

    /** chosen: 20 cells per mm3, below which sections of usual size hold no cell, so that a published 0 is not taken for nothing at all. */
    static final double FLOOR_per_mm3 = 20;

    /** chosen: relative spread where a source prints none. */
    static final double UNPRINTED_SD = 0.5;

    private static final Pattern LAYER = Pattern.compile("layer (\\d(?:/\\d)?[ab]?)$");
    private static final Map<String, Double> TYPICAL =
            Map.of("PV+", 1500.0, "SST+", 1500.0, "VIP+", 500.0, "rest", 4000.0);

    private final Web.Builder web = new Web.Builder();
    private final Map<String, JsonNode> regions = new LinkedHashMap<>();
    private final Map<String, List<String>> parts = new LinkedHashMap<>();
    private final Map<String, String> titles = new LinkedHashMap<>();

    private MouseWeb(RecipeFile recipe) {
        var literature = recipe.tree().path("literature_measurements");
        literature
                .path("titles")
                .properties()
                .forEach(t -> titles.put(t.getKey(), t.getValue().asString()));
        literature.path("regions").properties().forEach(r -> regions.put(r.getKey(), r.getValue()));
        regions.forEach(
                (acronym, region) -> parts.computeIfAbsent(region.path("parent").asString(), _ -> new ArrayList<>())
                        .add(acronym));
    }

    /** The web of a recipe with literature measurements by region. */
    public static Web of(RecipeFile recipe) {
        var it = new MouseWeb(recipe);
        it.regions.keySet().forEach(it::resemblance);
        it.parts.keySet().stream().filter(it.regions::containsKey).forEach(it::sum);
        it.regions.keySet().forEach(it::measured);
        return it.web.build();
    }

    private int density(String region, String marker) {
        return web.quantity(region + " " + marker, "1/mm3", TYPICAL.getOrDefault(marker, 1000.0));
    }

    private void resemblance(String region) {
        var node = Objects.requireNonNull(regions.get(region), region);
        var parent = node.path("parent").asString();
        if (!regions.containsKey(parent)) {
            for (var marker : MARKERS) {
                web.add(new Relation(
                        "level of " + marker,
                        Relation.Kind.BELIEF,
                        Expression.of(density(region, marker)),
                        Expression.ONE,
                        StrictMath.log(TYPICAL.getOrDefault(marker, 1000.0)),
                        2,
                        "",
                        "chosen: within a factor of 50 of what is usual in the brain",
                        List.of()));
            }
            return;
        }
        share(region);
        var matcher = LAYER.matcher(node.path("name").asString());
        var layer = matcher.find() ? matcher.group(1) : "";
        var sort = layer.isEmpty() ? "part" : "layer";
        int dense = web.factor(region + " denseness", sort + " denseness", "all markers alike");
        for (var marker : MARKERS) {
            var like = Expression.product(density(parent, marker), dense);
            if (!layer.isEmpty()) {
                like = like.times(layer(layer, marker));
            }
            web.add(Relation.belief(
                    region + " " + marker + " resembles " + parent,
                    Expression.of(density(region, marker)),
                    like,
                    sort + " " + marker,
                    "a part resembles its whole"));
        }
    }

    private int layer(String layer, String marker) {
        return web.factor("layer " + layer + " " + marker, "layers", "layers differ alike in all areas");
    }

    private int share(String region) {
        return web.factor(region + " share", "volume shares", "parts are of alike size");
    }

    private void sum(String parent) {
        var children = parts.getOrDefault(parent, List.of());
        if (children.size() < 2) {
            return;
        }
        for (var marker : MARKERS) {
            Expression cells = null;
            Expression whole = null;
            for (var child : children) {
                int share = share(child);
                var part = Expression.product(share, density(child, marker));
                var of = Expression.product(share, density(parent, marker));
                cells = cells == null ? part : cells.plus(part);
                whole = whole == null ? of : whole.plus(of);
            }
            web.add(new Relation(
                    parent + " " + marker + " is the sum of its parts",
                    Relation.Kind.IDENTITY,
                    java.util.Objects.requireNonNull(cells),
                    java.util.Objects.requireNonNull(whole),
                    0,
                    0.02,
                    "sums",
                    "cells of a region are those of its parts; the spread stands for parts that the file does not list",
                    List.of()));
        }
    }

    private void measured(String region) {
        for (var row : Objects.requireNonNull(regions.get(region), region).path("values")) {
            web.add(fact(
                    region,
                    row.get(0).asString(),
                    row.get(1).asDouble(),
                    row.path(2).asDouble(0),
                    row.get(3).asString()));
        }
    }

    private Relation fact(String region, String type, double value, double sd, String source) {
        int differs = source(source, type);
        Expression counted;
        if (type.equals("inhibitory neuron")) {
            counted = Expression.product(density(region, "PV+"), differs)
                    .plus(Expression.product(density(region, "SST+"), differs))
                    .plus(Expression.product(density(region, "VIP+"), differs))
                    .plus(Expression.product(density(region, "rest"), differs));
        } else {
            counted = Expression.product(density(region, type), differs);
        }
        double relative = sd > 0 ? sd / (value + FLOOR_per_mm3) : UNPRINTED_SD;
        return Relation.measured(
                region + " " + type,
                counted.plus(Expression.number(FLOOR_per_mm3)),
                value + FLOOR_per_mm3,
                Math.sqrt(StrictMath.log1p(relative * relative)),
                "between laboratories",
                source + ": " + titles.getOrDefault(source, source));
    }

    private int source(String source, String type) {
        return web.factor(source + " counts " + type, Web.SOURCES, "a source counts differently throughout");
    }
}
