package io.brainwright.connectome.service;

import io.brainwright.connectome.model.thalamus.Frame;
import io.brainwright.connectome.model.thalamus.Tissue;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.OwnNumbers;
import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.ShapeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tissue that placed cells fill, as their placement tells it. */
final class ThalamicTissue {
    private static final double UM3_PER_MM3 = 1e9;

    private ThalamicTissue() {}

    static Tissue of(DatasetId cells, Datasets datasets) {
        return of(cells, datasets, false);
    }

    /** The same on the flat map of the whole sheet, about its apex. */
    static Tissue wholeSheet(DatasetId cells, Datasets datasets) {
        return of(cells, datasets, true);
    }

    /** The regions in which the shape was cut; empty where it was cut from the atlas's region as a whole. */
    static List<String> regions(DatasetId cells, Datasets datasets) {
        return datasets.manifest(cells)
                .requestInto(PlacementRequest.newBuilder())
                .getParts()
                .getRegionsList();
    }

    private static Tissue of(DatasetId cells, Datasets datasets, boolean wholeSheet) {
        var manifest = datasets.manifest(cells);
        if (!manifest.stage().equals("placement")) {
            throw Problem.invalid(
                    "Fibres and projections cannot be laid.",
                    List.of(new FieldFault(
                            "cells",
                            "Dataset %s was made by '%s'; they need cells of 'placement', which tell their atlas, volume and layers."
                                    .formatted(cells.brief(), manifest.stage()))));
        }
        var placed = manifest.requestInto(PlacementRequest.newBuilder());
        var sheet = sheet(placed, datasets);
        var shape = datasets.read(cells, "shape");
        var layers = placed.getLayersList().stream()
                .map(n -> sheet.recipe().layer(n))
                .toList();
        return new Tissue(
                sheet,
                wholeSheet ? Frame.about(0, 1, 0) : frame(datasets, cells, sheet),
                shape.doubles("volume_mm3")[0] * UM3_PER_MM3,
                layers.stream().mapToDouble(l -> l.top_um()).min().orElseThrow(),
                layers.stream().mapToDouble(l -> l.bottom_um()).max().orElseThrow(),
                placed.getShape().getKind() != ShapeKind.SHAPE_KIND_REGION,
                shape.doubles("fraction")[0]);
    }

    /** The sheet that cells were placed in; none where another stage made them. */
    static Optional<CorticalSheet> sheet(DatasetId cells, Datasets datasets) {
        var manifest = datasets.manifest(cells);
        return manifest.stage().equals("placement")
                ? Optional.of(sheet(manifest.requestInto(PlacementRequest.newBuilder()), datasets))
                : Optional.empty();
    }

    private static CorticalSheet sheet(PlacementRequest.Builder placed, Datasets datasets) {
        var id = new DatasetId(placed.getAtlas().getId());
        var cut = datasets.manifest(id).requestInto(AtlasRequest.newBuilder());
        var own = new ArrayList<>(OwnNumbers.of(cut.getOwnValues()));
        own.addAll(OwnNumbers.of(placed.getOwnValues()));
        return CorticalSheet.open(datasets.read(id, "grid", 0).texts("atlas")[0], own);
    }

    private static Frame frame(Datasets datasets, DatasetId cells, CorticalSheet sheet) {
        var rows = datasets.read(cells, "cells");
        if (rows.rowCount() == 0) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "NO_CELLS",
                    "Placement %s holds no cells.".formatted(cells.brief()),
                    "Place some; fibres make their synapses on dendrites.",
                    Map.of("cells", cells.hex()));
        }
        double[] sum = new double[3];
        double[] d = new double[3];
        for (int i = 0; i < rows.rowCount(); i++) {
            sheet.direction(rows.floats("x")[i], rows.floats("y")[i], rows.floats("z")[i], d);
            for (int k = 0; k < 3; k++) {
                sum[k] += d[k];
            }
        }
        return Frame.about(sum[0], sum[1], sum[2]);
    }
}
