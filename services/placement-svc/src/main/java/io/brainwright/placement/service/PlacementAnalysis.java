package io.brainwright.placement.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.MeasuredAnswer;
import io.brainwright.neuro.recipe.MType;
import io.brainwright.neuro.statistics.Moments;
import io.brainwright.placement.model.analysis.NearestSoma;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.brainwright.proto.placement.v1.PlacementAnalyseRequest;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Answers what a placement shows, group by group. */
final class PlacementAnalysis {
    private static final double BIN_UM = 50; // chosen
    private static final int MOST_CURVES = 64; // chosen: more are not read by anybody

    private final PlacementAnalyseRequest request;
    private final PlacedCloud cloud;
    private final MeasuredAnswer answer = new MeasuredAnswer();

    private PlacementAnalysis(PlacementAnalyseRequest request, PlacedCloud cloud) {
        this.request = request;
        this.cloud = cloud;
    }

    static MeasuredResponse of(PlacementAnalyseRequest request, Datasets datasets) {
        var metrics = PlacementAnalyseRequests.check(request);
        var analysis = new PlacementAnalysis(request, PlacedCloud.read(request, datasets));
        for (var metric : metrics) {
            switch (metric) {
                case "composition" -> analysis.composition();
                case "ei_ratio" -> analysis.excitatoryOverInhibitory();
                case "density_by_depth" -> analysis.density();
                default -> analysis.nearestNeighbour();
            }
        }
        if (request.getExcludeBorderUm() > 0) {
            analysis.answer.note(
                    ("Cells nearer than %s um to the sides of the cells' bounding box across the column are not"
                                    + " counted; as neighbours they are.")
                            .formatted(request.getExcludeBorderUm()));
        }
        return analysis.answer.response();
    }

    private void composition() {
        long[] counts = counts(_ -> true);
        double all = Arrays.stream(counts).sum();
        for (int g = 0; g < counts.length; g++) {
            answer.number("cell_count", cloud.groupNames[g], counts[g], "1", counts[g]);
            answer.number("composition", cloud.groupNames[g], counts[g] / all, "1", counts[g]);
        }
        answer.note("composition: share of all cells counted.");
    }

    private void excitatoryOverInhibitory() {
        long[] excitatory = counts(i -> !cloud.inhibitory[i]);
        long[] inhibitory = counts(i -> cloud.inhibitory[i]);
        for (int g = 0; g < excitatory.length; g++) {
            long n = excitatory[g] + inhibitory[g];
            answer.number("ei_ratio", cloud.groupNames[g], (double) excitatory[g] / inhibitory[g], "1", n);
            answer.number("inhibitory_fraction", cloud.groupNames[g], (double) inhibitory[g] / n, "1", n);
        }
        answer.note("ei_ratio: excitatory cells over inhibitory ones; absent where there are no inhibitory ones.");
    }

    private void density() {
        var volume = new TissueVolume(cloud, request.getExcludeBorderUm());
        var beside = new RecipeBeside(cloud.placement, answer);
        boolean byLayer = request.getGroupBy().equals("layer");
        long[] counts = counts(_ -> true);
        for (int g = 0; g < counts.length; g++) {
            double mm3 = byLayer
                    ? volume.layer_mm3(Integer.parseInt(cloud.groupNames[g].substring(1)))
                    : volume.between_mm3(0, volume.bottom_um());
            var name = cloud.groupNames[g];
            answer.number("density_by_depth", name, counts[g] / mm3, "1/mm3", counts[g]);
            var layers = byLayer ? List.of(Integer.parseInt(name.substring(1))) : cloud.placement.layers();
            beside.mean(name, layers, of(name), volume);
        }
        if (byLayer || cloud.groupNames.length > MOST_CURVES) {
            curve("all", volume, _ -> true);
            beside.curve(beside.name(), _ -> true);
        } else {
            for (int g = 0; g < cloud.groupNames.length; g++) {
                int group = g;
                var name = cloud.groupNames[g];
                curve(name, volume, i -> cloud.group[i] == group);
                beside.curve((name.equals("all") ? "" : name + ", ") + beside.name(), of(name));
            }
        }
        beside.layers();
        beside.note(cloud.request.getDensityScale());
        answer.note(
                ("density_by_depth: placed somata in bins of %.0f um below the pia, over the exact volume of the shape between"
                                + " those depths (a round column cut from a sphere, or a patch of it; only the layers that were filled);"
                                + " x is the middle of a bin. With a border left away, the volume is integrated on a grid.")
                        .formatted(BIN_UM));
        if (cloud.placement.fraction() < 1) {
            answer.note(PlacementAnswers.thinning(cloud.placement) + " Densities are of the placed cells.");
        }
    }

    /** The m-types that a group counts. */
    private Predicate<MType> of(String group) {
        return switch (request.getGroupBy()) {
            case "m_type" -> m -> m.name().equals(group);
            case "class" -> m -> m.synapseClass().name().equals(group);
            default -> _ -> true;
        };
    }

    private void curve(String name, TissueVolume volume, IntPredicate counted) {
        int bins = (int) Math.ceil(volume.bottom_um() / BIN_UM);
        long[] counts = new long[bins];
        for (int i = 0; i < cloud.size; i++) {
            if (cloud.inside[i] && counted.test(i)) {
                counts[Math.clamp((int) (cloud.depth_um[i] / BIN_UM), 0, bins - 1)]++;
            }
        }
        var curve = answer.curve("density_by_depth", name, "depth (um)", "cells per mm3");
        for (int bin = 0; bin < bins; bin++) {
            double bottom_um = Math.min((bin + 1) * BIN_UM, volume.bottom_um());
            double mm3 = volume.between_mm3(bin * BIN_UM, bottom_um);
            if (mm3 > 0) {
                curve.addX((bin * BIN_UM + bottom_um) / 2).addY(counts[bin] / mm3);
            }
        }
    }

    private void nearestNeighbour() {
        var nearest = new NearestSoma(cloud.x, cloud.y, cloud.z);
        var moments = new Moments[cloud.groupNames.length];
        Arrays.setAll(moments, _ -> new Moments());
        for (int i = 0; i < cloud.size; i++) {
            if (cloud.inside[i] && cloud.size > 1) {
                moments[cloud.group[i]].add(nearest.distance_um(i));
            }
        }
        for (int g = 0; g < moments.length; g++) {
            answer.mean("nearest_neighbour", cloud.groupNames[g], moments[g], "um", "cells");
        }
        answer.note(
                "nearest_neighbour: straight distance from a soma's centre to the nearest other placed soma of any type.");
    }

    private long[] counts(IntPredicate counted) {
        long[] counts = new long[cloud.groupNames.length];
        for (int i = 0; i < cloud.size; i++) {
            counts[cloud.group[i]] += cloud.inside[i] && counted.test(i) ? 1 : 0;
        }
        return counts;
    }
}
