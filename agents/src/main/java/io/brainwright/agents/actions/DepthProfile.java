package io.brainwright.agents.actions;

import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.StepContext;
import io.brainwright.proto.fabric.v1.Series;
import io.brainwright.proto.placement.v1.PlacementAnalyseRequest;
import io.brainwright.proto.render.v1.Band;
import io.brainwright.proto.render.v1.Plot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Density by depth as it was placed, beside what the recipe says, over the layers. Depth runs down the y axis, as a slice is looked at.
 *
 * @param placed one curve for each group that is shown
 * @param recipe what each of them is set beside, in the same order; empty where nobody knows
 * @param layers where each layer begins and ends
 */
record DepthProfile(List<Series> placed, List<Series> recipe, List<Series> layers) {
    /** chosen: as many as there are colours that are told apart. */
    private static final int MOST_CURVES = 7;

    static DepthProfile of(StepContext context) {
        var known =
                context.outcomes().stream().flatMap(o -> o.series().stream()).toList();
        return of(
                known.stream().anyMatch(s -> s.getMetric().equals("density_by_depth"))
                        ? known
                        : context.services()
                                .placement()
                                .analyse(PlacementAnalyseRequest.newBuilder()
                                        .setCells(context.require(DatasetKind.CELLS))
                                        .addMetrics("density_by_depth")
                                        .build())
                                .getSeriesList());
    }

    /** The densest groups where there are many. */
    static DepthProfile of(List<Series> all) {
        var placed = named(all, "density_by_depth");
        var recipe = named(all, "recipe_density_by_depth");
        boolean paired = recipe.size() == placed.size();
        var shown = IntStream.range(0, placed.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -mean(placed.get(i))))
                .limit(MOST_CURVES)
                .sorted()
                .toList();
        return new DepthProfile(
                shown.stream().map(placed::get).map(DepthProfile::name).toList(),
                paired ? shown.stream().map(recipe::get).toList() : List.of(),
                named(all, "layer").stream().distinct().toList());
    }

    private static List<Series> named(List<Series> all, String metric) {
        return all.stream().filter(s -> s.getMetric().equals(metric)).toList();
    }

    private static double mean(Series s) {
        return s.getYList().stream().mapToDouble(y -> y).average().orElse(0);
    }

    private static Series name(Series s) {
        return s.getGroup().equals("all") ? s.toBuilder().setGroup("placed").build() : s;
    }

    void into(Plot.Builder plot) {
        plot.addAllSeries(downwards(placed)).addAllBeside(downwards(recipe));
        layers.forEach(layer -> plot.addBands(
                Band.newBuilder().setFrom(layer.getX(0)).setTo(layer.getX(1)).setName(layer.getGroup())));
    }

    private static List<Series> downwards(List<Series> byDepth) {
        var turned = new ArrayList<Series>();
        for (var s : byDepth) {
            turned.add(s.toBuilder()
                    .clearX()
                    .clearY()
                    .addAllX(s.getYList())
                    .addAllY(s.getXList())
                    .setXLabel(s.getYLabel())
                    .setYLabel(s.getXLabel())
                    .build());
        }
        return turned;
    }
}
