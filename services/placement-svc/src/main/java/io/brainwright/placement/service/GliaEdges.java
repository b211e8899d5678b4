package io.brainwright.placement.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.placement.model.Column;
import io.brainwright.placement.model.GliaKind;
import io.brainwright.placement.model.domains.AstrocyteDomains;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.OwnValues;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.ShapeKind;
import java.util.ArrayList;
import java.util.List;

/**
 * The astrocytes of placed cells with their domains, for the edges that begin or end at them.
 *
 * @param ids of the astrocytes among the glia, in order
 * @param centres x, y, z of their somata, um
 * @param domains of each
 */
record GliaEdges(long[] ids, double[][] centres, AstrocyteDomains domains) {

    static void checkDataset(String field, DatasetRef ref, List<FieldFault> faults) {
        try {
            new DatasetId(ref.getId());
        } catch (Problem malformed) {
            faults.add(new FieldFault(
                    field, ref.getId().isEmpty() ? "The id of a dataset is needed." : malformed.sentence()));
        }
    }

    static void checkPositive(OwnValues own, List<FieldFault> faults) {
        own.getValuesList().stream()
                .filter(v -> v.getValue() <= 0)
                .forEach(v -> faults.add(new FieldFault(
                        "own_values." + v.getPath(), "is %s; give a number above 0.".formatted(v.getValue()))));
    }

    /**
     * The column's astrocytes, their domains made again from their somata as {@link DomainRows} makes them.
     *
     * @throws Problem INVALID where the cells are no column, or have no astrocytes
     */
    static GliaEdges of(DatasetRef cells, Datasets datasets) {
        var id = new DatasetId(cells.getId());
        var manifest = datasets.manifest(id);
        if (!manifest.stage().equals("placement")) {
            throw refused(
                    "Dataset %s was made by '%s'; placed cells are needed.".formatted(id.brief(), manifest.stage()));
        }
        var request = manifest.requestInto(PlacementRequest.newBuilder()).build();
        if (request.getShape().getKind() != ShapeKind.SHAPE_KIND_COLUMN) {
            throw refused("are those of a whole region; domains of astrocytes are made for a column.");
        }
        if (!request.getClassesList().contains(GliaKind.ASTROCYTE.word())) {
            throw refused("have no astrocytes; place them with the class 'astrocyte'.");
        }
        var ids = new ArrayList<Long>();
        var centres = new ArrayList<double[]>();
        var radii_um = new ArrayList<Double>();
        for (var chunk : manifest.chunks()) {
            var glia = datasets.read(id, "glia", chunk.index());
            for (int i = 0; i < glia.rowCount(); i++) {
                if (glia.texts("kind")[i].equals(GliaKind.ASTROCYTE.word())) {
                    ids.add(glia.longs("glia_id")[i]);
                    centres.add(new double[] {glia.floats("x")[i], glia.floats("y")[i], glia.floats("z")[i]});
                    radii_um.add((double) glia.floats("radius_um")[i]);
                }
            }
        }
        if (ids.isEmpty()) {
            throw refused("hold no astrocyte: the column is too small or too thin; place more cells.");
        }
        var column = new Column(
                Tissues.region(new DatasetId(request.getAtlas().getId()), request.getOwnValues(), datasets),
                request.getShape().getWidthUm());
        var where = centres.toArray(double[][]::new);
        double[] wide = radii_um.stream().mapToDouble(Double::doubleValue).toArray();
        return new GliaEdges(
                ids.stream().mapToLong(Long::longValue).toArray(), where, DomainRows.of(request, column, where, wide));
    }

    private static Problem refused(String fault) {
        return Problem.invalid("Edges of astrocytes cannot be made as asked.", List.of(new FieldFault("cells", fault)));
    }
}
