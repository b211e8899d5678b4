package io.brainwright.agents.actions;

import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.StepContext;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.Series;
import io.brainwright.proto.render.v1.Plot;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.proto.synthesis.v1.MorphometryRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Barcodes and persistence images of grown cells beside those of their reconstructions: one picture for each m-type. */
final class ComparedBars {
    private static final String CAPTION =
            "Left: bars of %s, the longest at the middle, each from its fork to its tip. Then the density of all bars over"
                    + " tip and fork (Gaussian, greatest value 1; Kanari et al. 2018, doi:10.1007/s12021-017-9341-1) of the reconstructions, of the grown"
                    + " cells, and grown minus reconstructed. Reconstructions: bars of the parameter set as fitted.";
    private static final int WIDTH_PX = 1600;
    private static final int ROW_PX = 370;
    private static final int WORDS_PX = 140;

    private ComparedBars() {}

    /** The analysis of the plan that compares barcodes with reconstructions; missing where there is none. */
    static JsonNode asked(StepContext context) {
        return context.plan().steps("synthesis.analyse").stream()
                .map(step -> (JsonNode) step.params())
                .filter(p -> p.path("against").asString("").equals("reconstructions")
                        && CellGroups.texts(p.path("feature")).contains("persistence"))
                .findFirst()
                .orElseGet(tools.jackson.databind.node.MissingNode::getInstance);
    }

    static List<Path> draw(StepContext context, JsonNode analysis, JsonNode params, String title, String format) {
        var files = new ArrayList<Path>();
        byType(context, analysis).forEach((mtype, series) -> {
            var request =
                    RenderRequest.newBuilder().setWidthPx(WIDTH_PX).setHeightPx(WORDS_PX + ROW_PX * series.size() / 2);
            Pictures.size(params, request);
            request.setPlot(Plot.newBuilder()
                    .setDrawing("persistence")
                    .addAllSeries(series)
                    .setZLabel("density, greatest 1")
                    .setTitle(title)
                    .setCaption(CAPTION.formatted(mtype) + Captions.sources(context, "barcode"))
                    .setFormat(format));
            files.add(Pictures.draw(context, request.build(), "barcode-%s.%s".formatted(Pictures.slug(mtype), format)));
        });
        if (files.isEmpty()) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "NOTHING_TO_PLOT",
                    "No neurite has bars enough for a persistence image.",
                    "Grow more cells, or name an m-type whose trees fork.",
                    Map.of("plot", "barcode"));
        }
        return files;
    }

    /** The curves of each m-type, whose name stands before the first comma of each. */
    private static Map<String, List<Series>> byType(StepContext context, JsonNode analysis) {
        var request = MorphometryRequest.newBuilder()
                .setMorphologies(context.require(DatasetKind.MORPHOLOGIES))
                .setCells(context.require(DatasetKind.CELLS))
                .addFeatures("persistence")
                .setAgainst("reconstructions")
                .setBars(true);
        analysis.path("m_types").forEach(type -> request.addMTypes(type.asString()));
        var byType = new LinkedHashMap<String, List<Series>>();
        for (var curve : context.services().synthesis().analyse(request.build()).getSeriesList()) {
            if (curve.getMetric().equals("persistence_bars")) {
                int comma = curve.getGroup().indexOf(", ");
                byType.computeIfAbsent(curve.getGroup().substring(0, comma), _ -> new ArrayList<>())
                        .add(curve.toBuilder()
                                .setGroup(curve.getGroup().substring(comma + 2))
                                .setXLabel("tip (um)")
                                .setYLabel("fork (um)")
                                .build());
            }
        }
        return byType;
    }
}
