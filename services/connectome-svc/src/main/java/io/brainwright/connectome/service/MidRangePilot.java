package io.brainwright.connectome.service;

import io.brainwright.connectome.model.midrange.ArborDensity;
import io.brainwright.connectome.model.midrange.ColumnShare;
import io.brainwright.connectome.model.midrange.MappedSources;
import io.brainwright.connectome.model.midrange.MidRangeRecipe;
import io.brainwright.connectome.model.midrange.Projection;
import io.brainwright.connectome.model.midrange.ProjectionTree;
import io.brainwright.connectome.model.thalamus.Tissue;
import io.brainwright.connectome.model.tissue.CellType;
import io.brainwright.connectome.model.tissue.PlacedCell;
import io.brainwright.connectome.model.tissue.Segments;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.work.LastAnswer;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.random.Draws;
import io.brainwright.neuro.vocabulary.SynapseClass;
import io.brainwright.proto.connectome.v1.MidRangeRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What projections rest on, measured before any chunk is made: which cells project, where their images lie, how much dendrite these reach. A pure
 * function of request and inputs; the last answer is remembered.
 */
final class MidRangePilot {
    private static final double UM3_PER_MM3 = 1e9;
    private static final int LAYERS = 7;

    private final MidRangeRecipe recipe = MidRangeRecipe.ratNonBarrelCortex();
    private final LastAnswer<Question, Measured> measured = new LastAnswer<>();

    private record Question(Datasets inputs, MidRangeRequest request) {}

    /** A cell that can project, without its shape. */
    record Soma(CellType type, double x_um, double y_um, double z_um) {}

    /** One projection, ready to be drawn. */
    record Ready(Projection projection, MappedSources sources, ArborDensity density) {}

    /**
     * What was measured.
     *
     * @param somata of all cells by id
     * @param regionOf region of each cell
     */
    record Measured(Tissue tissue, Map<Long, Soma> somata, Map<Long, String> regionOf, List<Ready> projections) {}

    Measured measured(MidRangeRequest request, Datasets inputs, Circuit circuit) {
        return measured.to(new Question(inputs, request), () -> measure(request, inputs, circuit));
    }

    private Measured measure(MidRangeRequest request, Datasets inputs, Circuit circuit) {
        var cells = ConnectomeRequests.id(request.getCells());
        var tissue = ThalamicTissue.wholeSheet(cells, inputs);
        var somata = new HashMap<Long, Soma>();
        var regionOf = new HashMap<Long, String>();
        read(inputs.read(cells, "cells"), tissue, somata, regionOf);
        var columns = tissue.column() ? ThalamicTissue.regions(cells, inputs) : List.<String>of();
        double placed = tissue.fraction(); // of the cells that send, and of those that receive
        var ready = new ArrayList<Ready>();
        for (var pair : request.getProjectionsList()) {
            var projection = recipe.projection(pair.getSource(), pair.getTarget(), tissue);
            var sources = sources(projection, request.getSeed(), tissue, somata, regionOf);
            double[] volumes =
                    tissue.column() ? column_um3(projection, tissue, columns) : region_um3(projection, tissue);
            double mapped =
                    tissue.column() ? ColumnShare.of(across_um2(tissue, columns.size()), projection.sigma_um()) : 1;
            ready.add(new Ready(projection, sources, new ArborDensity(projection, volumes, placed * placed * mapped)));
        }
        circuit.each(_ -> true, cell -> count(cell, tissue, regionOf, ready));
        return new Measured(tissue, somata, regionOf, ready);
    }

    private static void read(Batch cells, Tissue tissue, Map<Long, Soma> somata, Map<Long, String> regionOf) {
        var regions = tissue.sheet().recipe().regions();
        for (int i = 0; i < cells.rowCount(); i++) {
            var synapses = cells.texts("synapse_class")[i];
            int at = tissue.sheet().subregionAt(cells.floats("x")[i], cells.floats("y")[i], cells.floats("z")[i]);
            if (at >= 0 && Circuit.isNeuron(synapses)) {
                long id = cells.longs("node_id")[i];
                regionOf.put(id, regions.get(at).acronym());
                somata.put(
                        id,
                        new Soma(
                                new CellType(cells.texts("mtype")[i], SynapseClass.valueOf(synapses)),
                                cells.floats("x")[i],
                                cells.floats("y")[i],
                                cells.floats("z")[i]));
            }
        }
    }

    private MappedSources sources(
            Projection projection, long seed, Tissue tissue, Map<Long, Soma> somata, Map<Long, String> regionOf) {
        var tree = recipe.tree().without(projection.source());
        long[] ids = somata.keySet().stream()
                .mapToLong(Long::longValue)
                .filter(id -> projection.source().equals(regionOf.get(id)))
                .filter(id -> projection
                        .pre()
                        .matches(Objects.requireNonNull(somata.get(id)).type()))
                .filter(id -> tree.map(t -> reached(t, seed, id).contains(projection.target()))
                        .orElse(false))
                .sorted()
                .toArray();
        if (ids.length == 0) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "NO_PROJECTING_CELLS",
                    "No cell of %s projects to %s: the circuit has %d cells there."
                            .formatted(
                                    projection.source(),
                                    projection.target(),
                                    regionOf.values().stream()
                                            .filter(projection.source()::equals)
                                            .count()),
                    "Place cells in both regions: a column of each, or some thousand in all of them.",
                    Map.of("source", projection.source(), "target", projection.target()));
        }
        double[] u = new double[ids.length];
        double[] v = new double[ids.length];
        double[] uv = new double[2];
        for (int i = 0; i < ids.length; i++) {
            var soma = Objects.requireNonNull(somata.get(ids[i]));
            tissue.flatten(new double[] {soma.x_um(), soma.y_um(), soma.z_um()}, uv);
            projection.from().map(projection.to(), uv[0], uv[1], uv);
            u[i] = uv[0];
            v[i] = uv[1];
        }
        return new MappedSources(ids, u, v, projection.sigma_um(), recipe.nearest());
    }

    private static Set<String> reached(ProjectionTree tree, long seed, long id) {
        return tree.draw(Draws.of(seed, "mid_range.tree", id));
    }

    /** Of each layer of the target region. */
    private static double[] region_um3(Projection projection, Tissue tissue) {
        double[] volumes = new double[LAYERS];
        for (var layer : tissue.sheet().recipe().layers()) {
            volumes[layer.number()] =
                    tissue.sheet().region(projection.target()).volume_mm3(layer.number()) * UM3_PER_MM3;
        }
        return volumes;
    }

    /** Of each layer of the column in the target region: the columns are alike, and the middle of one region maps onto that of another. */
    private static double[] column_um3(Projection projection, Tissue tissue, List<String> columns) {
        if (!columns.contains(projection.source()) || !columns.contains(projection.target())) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "NO_COLUMNS_OF_BOTH_REGIONS",
                    "Cells stand in a column, but not in one of %s and one of %s: its cells do not map onto each other."
                            .formatted(projection.source(), projection.target()),
                    "Place cells in a column of each, or in the whole of nbS1.",
                    Map.of(
                            "source", projection.source(),
                            "target", projection.target(),
                            "columns", String.join(", ", columns)));
        }
        double[] volumes = new double[LAYERS];
        for (var layer : tissue.sheet().recipe().layers()) {
            volumes[layer.number()] = tissue.between_um3(layer.top_um(), layer.bottom_um()) / columns.size();
        }
        return volumes;
    }

    private static double across_um2(Tissue tissue, int columns) {
        return tissue.volume_um3() / columns / (tissue.bottom_um() - tissue.top_um());
    }

    private static void count(PlacedCell cell, Tissue tissue, Map<Long, String> regionOf, List<Ready> ready) {
        var region = regionOf.get(cell.nodeId());
        Segments dendrites = null;
        double[] at = new double[3];
        double[] uv = new double[2];
        for (var one : ready) {
            if (!one.projection().target().equals(region)) {
                continue;
            }
            dendrites = dendrites == null ? ThalamicPilot.dendrites(cell) : dendrites;
            for (int i = 0; i < dendrites.size(); i++) {
                dendrites.at(i, 0.5, at);
                int layer = tissue.sheet().layerAt(tissue.depth_um(at));
                if (layer > 0) {
                    tissue.flatten(at, uv);
                    one.density()
                            .count(layer, dendrites.length_um(i), one.sources().reaches(uv[0], uv[1]));
                }
            }
        }
    }
}
