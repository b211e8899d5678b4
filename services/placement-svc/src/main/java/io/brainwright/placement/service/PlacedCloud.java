package io.brainwright.placement.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.placement.model.Placement;
import io.brainwright.placement.model.analysis.AcrossAxis;
import io.brainwright.placement.model.analysis.Window;
import io.brainwright.proto.placement.v1.PlacementAnalyseRequest;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.plugin.v1.PluginRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The columns of placed cells that an analysis asks for, and the tissue that they fill. Read one chunk at a time. */
final class PlacedCloud {
    /** chosen: some 40 bytes each are held. */
    static final int MOST_CELLS = 20_000_000;

    final PlacementRequest request;
    final Placement placement;
    final int size;
    final float[] x;
    final float[] y;
    final float[] z;
    final float[] depth_um;
    final byte[] layer;
    final boolean[] inhibitory;
    /** Group of each cell, an index of {@link #groupNames}. */
    final int[] group;

    final String[] groupNames;
    /** What lies away from the border. */
    final Window window;

    final boolean[] inside;

    private PlacedCloud(PlacementAnalyseRequest asked, Manifest manifest, Datasets datasets) {
        request = placed(manifest);
        placement = Tissues.placement(request, datasets);
        size = Math.toIntExact(manifest.rows().getOrDefault("cells", 0L));
        x = new float[size];
        y = new float[size];
        z = new float[size];
        depth_um = new float[size];
        layer = new byte[size];
        inhibitory = new boolean[size];
        group = new int[size];
        groupNames = read(asked.getGroupBy(), manifest, datasets);
        inside = new boolean[size];
        window = window(asked.getExcludeBorderUm());
    }

    static PlacedCloud read(PlacementAnalyseRequest asked, Datasets datasets) {
        var manifest = Census.placement(new DatasetId(asked.getCells().getId()), datasets);
        long cells = manifest.rows().getOrDefault("cells", 0L);
        if (cells > MOST_CELLS) {
            throw new Problem(
                    Kind.TOO_LARGE,
                    "TOO_MANY_CELLS",
                    "The placement holds %d cells.".formatted(cells),
                    "Measure a column or a region of at most %d cells.".formatted(MOST_CELLS),
                    Map.of("cells", String.valueOf(cells), "most", String.valueOf(MOST_CELLS)));
        }
        return new PlacedCloud(asked, manifest, datasets);
    }

    private static PlacementRequest placed(Manifest manifest) {
        return manifest.stage().equals("placement")
                ? manifest.requestInto(PlacementRequest.newBuilder()).build()
                : plugged(manifest);
    }

    /** The tissue of cells that a plugged-in stage placed, as the request of a placement that fills it. */
    private static PlacementRequest plugged(Manifest manifest) {
        var request = manifest.requestInto(PluginRequest.newBuilder());
        var tissue = request.getTissue();
        var filled = PlacementRequest.newBuilder().setShape(tissue.getShape()).addAllLayers(tissue.getLayersList());
        request.getInputsList().stream()
                .filter(i -> i.getKind().equals("region"))
                .forEach(i -> filled.setAtlas(i.getDataset()));
        if (tissue.hasOwnValues()) {
            filled.setOwnValues(tissue.getOwnValues());
        }
        return PlacementRequests.complete(filled.build());
    }

    private String[] read(String groupBy, Manifest manifest, Datasets datasets) {
        var names = new String[size];
        int at = 0;
        for (var chunk : manifest.chunks()) {
            var cells = datasets.read(manifest.id(), "cells", chunk.index());
            int n = cells.rowCount();
            System.arraycopy(cells.floats("x"), 0, x, at, n);
            System.arraycopy(cells.floats("y"), 0, y, at, n);
            System.arraycopy(cells.floats("z"), 0, z, at, n);
            System.arraycopy(cells.floats("depth_um"), 0, depth_um, at, n);
            System.arraycopy(cells.bytes("layer"), 0, layer, at, n);
            for (int i = 0; i < n; i++) {
                inhibitory[at + i] = cells.texts("synapse_class")[i].equals("INH");
                names[at + i] = switch (groupBy) {
                    case "layer" -> "L" + layer[at + i];
                    case "m_type" -> cells.texts("mtype")[i];
                    case "class" -> cells.texts("synapse_class")[i];
                    case "region" -> cells.texts("region")[i];
                    default -> "all";
                };
            }
            at += n;
        }
        var all = new TreeSet<>(Arrays.asList(names)).toArray(String[]::new);
        for (int i = 0; i < size; i++) {
            group[i] = Arrays.binarySearch(all, names[i]);
        }
        return all;
    }

    private Window window(double rim_um) {
        if (rim_um > 0 && request.getParts().getRegionsCount() > 1) {
            throw Problem.invalid(
                    "The border cannot be left away.",
                    List.of(new FieldFault(
                            "exclude_border_um",
                            "is measured across one column; the cells stand in several regions.")));
        }
        var axis = new AcrossAxis(placement.tiles().getFirst().region());
        var uv = new double[2];
        var box = Window.NOTHING;
        for (int i = 0; i < size && rim_um > 0; i++) {
            axis.place(x[i], y[i], z[i], uv);
            box = box.with(uv[0], uv[1]);
        }
        var kept = box.without(rim_um);
        if (rim_um > 0 && kept.isEmpty()) {
            throw Problem.invalid(
                    "Nothing is left to measure.",
                    List.of(new FieldFault(
                            "exclude_border_um",
                            "is %s; the cells are only %.0f by %.0f um wide across their column."
                                    .formatted(
                                            rim_um, box.highU_um() - box.lowU_um(), box.highV_um() - box.lowV_um()))));
        }
        for (int i = 0; i < size; i++) {
            axis.place(x[i], y[i], z[i], uv);
            inside[i] = rim_um == 0 || kept.holds(uv[0], uv[1]);
        }
        return kept;
    }
}
