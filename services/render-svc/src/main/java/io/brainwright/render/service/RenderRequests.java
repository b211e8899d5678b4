package io.brainwright.render.service;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.Series;
import io.brainwright.proto.render.v1.Plot;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.render.model.column.ColourBy;
import io.brainwright.render.model.scenefile.SceneReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names and sizes of render requests, checked once. */
final class RenderRequests {
    private static final Map<String, ColourBy> COLOURS = Map.of(
            "v", ColourBy.VOLTAGE,
            "layer", ColourBy.LAYER,
            "m_type", ColourBy.M_TYPE,
            "e_type", ColourBy.E_TYPE,
            "region", ColourBy.REGION,
            "id", ColourBy.ID,
            "section", ColourBy.SECTION);

    private RenderRequests() {}

    static RenderRequest complete(RenderRequest request) {
        if (request.hasEncoding()) {
            return Encodings.complete(request);
        }
        if (request.hasScene()) {
            return scene(request);
        }
        var filled = request.toBuilder();
        boolean still = request.hasStill();
        if (request.getWidthPx() == 0) {
            filled.setWidthPx(still ? 1100 : 1600);
        }
        if (request.getHeightPx() == 0) {
            filled.setHeightPx(still ? 1600 : 1000);
        }
        if (still && request.getStill().getColourBy().isEmpty()) {
            filled.getStillBuilder().setColourBy(request.hasSimulation() ? "v" : "layer");
        }
        var faults = faults(filled.build());
        if (!faults.isEmpty()) {
            throw Problem.invalid("This picture cannot be drawn as asked.", faults);
        }
        return filled.build();
    }

    /** The scene checked, and its JSON in one canonical form: blanks change no dataset. */
    private static RenderRequest scene(RenderRequest request) {
        var frames = request.getScene();
        var scene = SceneReader.read(frames.getScene());
        DatasetSources.ids(scene);
        var faults = new ArrayList<FieldFault>();
        need(faults, frames.getFirstFrame() >= 0, "scene.first_frame", "must not be negative.");
        need(
                faults,
                frames.getEndFrame() == 0 || frames.getEndFrame() > frames.getFirstFrame(),
                "scene.end_frame",
                "must be greater than first_frame, or 0 for all.");
        if (!faults.isEmpty()) {
            throw Problem.invalid("These frames cannot be drawn.", faults);
        }
        var canonical = SceneReader.tree(frames.getScene()).toString();
        return request.toBuilder()
                .setWidthPx(scene.width_px())
                .setHeightPx(scene.height_px())
                .setScene(frames.toBuilder().setScene(canonical))
                .build();
    }

    static ColourBy colourBy(RenderRequest request) {
        var colour = COLOURS.get(request.getStill().getColourBy());
        if (colour == null) {
            throw new AssertionError("complete() lets only known colours pass");
        }
        return colour;
    }

    private static List<FieldFault> faults(RenderRequest r) {
        var faults = new ArrayList<FieldFault>();
        need(faults, r.hasCells() || r.hasPlot(), "cells", "is missing; name the dataset of the placed cells.");
        need(
                faults,
                r.hasRaster() || r.hasStill() || r.hasPlot(),
                "picture",
                "is missing; ask for a raster, a still or a plot.");
        if (r.hasPlot()) {
            plot(faults, r.getPlot());
        }
        size(faults, "width_px", r.getWidthPx());
        size(faults, "height_px", r.getHeightPx());
        if (r.hasRaster()) {
            need(faults, r.hasSimulation(), "simulation", "is missing; a raster needs spikes.");
            format(faults, "raster.format", r.getRaster().getFormat());
        }
        if (r.hasStill()) {
            var colour = r.getStill().getColourBy();
            need(faults, r.hasMorphologies(), "morphologies", "is missing; a still needs shapes.");
            need(
                    faults,
                    COLOURS.containsKey(colour),
                    "still.colour_by",
                    "is '%s'; it can be v, layer, m_type, e_type, region, id or section.".formatted(colour));
            need(
                    faults,
                    !colour.equals("v") || r.hasSimulation(),
                    "simulation",
                    "is missing; colour by voltage needs a simulation.");
            need(
                    faults,
                    !r.getStill().hasTimeMs() || r.getStill().getTimeMs() >= 0,
                    "still.time_ms",
                    "is %s; it must not be negative.".formatted(r.getStill().getTimeMs()));
        }
        return faults;
    }

    private static void plot(List<FieldFault> faults, Plot plot) {
        need(
                faults,
                PlotPictures.DRAWINGS.contains(plot.getDrawing()),
                "plot.drawing",
                "is '%s'; one of %s.".formatted(plot.getDrawing(), PlotPictures.DRAWINGS));
        format(faults, "plot.format", plot.getFormat());
        need(faults, plot.getSeriesCount() > 0, "plot.series", "is missing; a plot needs at least one curve.");
        need(
                faults,
                !plot.getDrawing().equals("persistence") || plot.getSeriesCount() % 2 == 0,
                "plot.series",
                "has %d curves; bars are compared in pairs.".formatted(plot.getSeriesCount()));
        series(faults, "plot.series", plot.getSeriesList());
        series(faults, "plot.beside", plot.getBesideList());
        need(
                faults,
                plot.getBesideCount() == 0 || List.of("lines", "steps").contains(plot.getDrawing()),
                "plot.beside",
                "stands beside lines and steps only.");
        for (int i = 0; i < plot.getBandsCount(); i++) {
            var band = plot.getBands(i);
            need(
                    faults,
                    band.getFrom() <= band.getTo(),
                    "plot.bands[%d]".formatted(i),
                    "ends at %s before it begins at %s.".formatted(band.getTo(), band.getFrom()));
        }
    }

    private static void series(List<FieldFault> faults, String field, List<Series> series) {
        for (int i = 0; i < series.size(); i++) {
            var s = series.get(i);
            need(
                    faults,
                    s.getXCount() == s.getYCount(),
                    "%s[%d]".formatted(field, i),
                    "has %d x and %d y.".formatted(s.getXCount(), s.getYCount()));
        }
    }

    private static void format(List<FieldFault> faults, String field, String format) {
        need(faults, Set.of("", "png", "svg").contains(format), field, "is '%s'; png or svg.".formatted(format));
    }

    private static void size(List<FieldFault> faults, String field, int px) {
        need(faults, px >= 64 && px <= 8192, field, "is %d; it must be between 64 and 8192 pixels.".formatted(px));
    }

    private static void need(List<FieldFault> faults, boolean holds, String field, String fault) {
        if (!holds) {
            faults.add(new FieldFault(field, fault));
        }
    }
}
