package io.brainwright.render.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.render.model.column.ColourBy;
import io.brainwright.render.model.column.ColumnPicture;
import io.brainwright.render.model.column.PlacedCell;
import io.brainwright.render.model.column.VesselPiece;
import io.brainwright.render.model.column.VoltageFrame;
import io.brainwright.render.model.plot.RasterPlot;
import io.brainwright.render.model.plot.Sheet;
import io.brainwright.render.model.raster.SpikeRaster;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads datasets into what the model draws. */
final class Pictures {
    private static final float ACTIVE_MV = -30;

    private Pictures() {}

    static Sheet raster(RenderRequest request, Datasets inputs) {
        var cells = inputs.read(RenderStage.id(request.getCells()), "cells");
        var simulation = RenderStage.id(request.getSimulation());
        var spikes = inputs.read(simulation, "spikes");
        var layers = cells.bytes("layer");
        var heights = cells.floats("y");
        int[] order = IntStream.range(0, cells.rowCount())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> layers[i])
                        .thenComparingDouble(i -> -heights[i])
                        .thenComparingLong(i -> cells.longs("node_id")[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        Map<Long, Integer> rowOfNode = new HashMap<>();
        int[] layerOfRow = new int[order.length];
        boolean[] excitatory = new boolean[order.length];
        for (int row = 0; row < order.length; row++) {
            rowOfNode.put(cells.longs("node_id")[order[row]], row);
            layerOfRow[row] = layers[order[row]];
            excitatory[row] = cells.texts("synapse_class")[order[row]].equals("EXC");
        }
        int[] rows = new int[spikes.rowCount()];
        for (int i = 0; i < rows.length; i++) {
            var row = rowOfNode.get(spikes.longs("node_ids")[i]);
            if (row == null) {
                throw strangers(simulation);
            }
            rows[i] = row;
        }
        var raster = request.getRaster();
        double[] control = raster.hasControl()
                ? inputs.read(RenderStage.id(raster.getControl()), "spikes").doubles("timestamps")
                : null;
        return RasterPlot.draw(
                new SpikeRaster(
                        spikes.doubles("timestamps"), rows, layerOfRow, excitatory, duration_ms(simulation, inputs)),
                raster.getMarkMsList(),
                control,
                raster.getTitle(),
                raster.getCaption(),
                request.getWidthPx(),
                request.getHeightPx());
    }

    static BufferedImage still(RenderRequest request, Datasets inputs) {
        var colourBy = RenderRequests.colourBy(request);
        var cells = cells(request, inputs);
        if (cells.isEmpty()) {
            throw new Problem(
                    Kind.INVALID, "NOTHING_TO_DRAW", "There are no cells to draw.", "Place some first.", Map.of());
        }
        VoltageFrame frame = colourBy == ColourBy.VOLTAGE ? frame(request, inputs) : null;
        return new ColumnPicture(request.getWidthPx(), request.getHeightPx())
                .draw(
                        cells,
                        colourBy,
                        frame,
                        request.getStill().hasVessels()
                                ? vessels(RenderStage.id(request.getStill().getVessels()), inputs)
                                : List.of(),
                        !request.getStill().getHideAxons(),
                        request.getStill().getAzimuthDeg());
    }

    private static List<VesselPiece> vessels(DatasetId id, Datasets inputs) {
        var pieces = new ArrayList<VesselPiece>();
        for (var chunk : inputs.manifest(id).chunks()) {
            var rows = inputs.read(id, "vessels", chunk.index());
            for (int i = 0; i < rows.rowCount(); i++) {
                pieces.add(new VesselPiece(
                        new double[] {rows.floats("start_x")[i], rows.floats("start_y")[i], rows.floats("start_z")[i]},
                        new double[] {rows.floats("end_x")[i], rows.floats("end_y")[i], rows.floats("end_z")[i]},
                        rows.floats("start_diameter")[i] / 2,
                        rows.floats("end_diameter")[i] / 2,
                        rows.texts("kind")[i]));
            }
        }
        return pieces;
    }

    /** Time of the last frame, ms. */
    static double duration_ms(DatasetId simulation, Datasets inputs) {
        var soma = inputs.read(simulation, "soma_report");
        double[] times = soma.doubles("time_ms");
        return times.length == 0 ? 1 : times[times.length - 1];
    }

    private static List<PlacedCell> cells(RenderRequest request, Datasets inputs) {
        var only = new HashSet<>(request.getStill().getNodeIdsList());
        return placed(RenderStage.id(request.getCells()), RenderStage.id(request.getMorphologies()), inputs).stream()
                .filter(c -> only.isEmpty() || only.contains(c.node_id()))
                .toList();
    }

    /** Every cell with its shape. */
    static List<PlacedCell> placed(DatasetId placement, DatasetId morphologies, Datasets inputs) {
        var table = inputs.read(placement, "cells");
        var shapes = shapes(morphologies, inputs);
        var cells = new ArrayList<PlacedCell>();
        for (int i = 0; i < table.rowCount(); i++) {
            long id = table.longs("node_id")[i];
            var shape = shapes.get(id);
            if (shape == null) {
                throw strangers(morphologies);
            }
            cells.add(new PlacedCell(
                    id,
                    table.floats("x")[i],
                    table.floats("y")[i],
                    table.floats("z")[i],
                    orientation(table, i),
                    table.bytes("layer")[i],
                    table.texts("mtype")[i],
                    table.texts("synapse_class")[i].equals("EXC"),
                    shape,
                    table.texts("etype")[i],
                    table.texts("region")[i]));
        }
        return cells;
    }

    private static Map<Long, Morphology> shapes(DatasetId id, Datasets inputs) {
        Map<Long, Morphology> shapes = new HashMap<>();
        for (int chunk = 0; chunk < inputs.manifest(id).chunks().size(); chunk++) {
            var batch = inputs.read(id, MorphologyTable.NAME, chunk);
            for (int row = 0; row < batch.rowCount(); row++) {
                shapes.put(batch.longs("node_id")[row], MorphologyTable.morphology(batch, row));
            }
        }
        return shapes;
    }

    private static Quaternion orientation(Batch cells, int row) {
        return new Quaternion(
                cells.floats("orientation_w")[row],
                cells.floats("orientation_x")[row],
                cells.floats("orientation_y")[row],
                cells.floats("orientation_z")[row]);
    }

    /** The frame asked for, or the one in which most compartments are active. */
    private static @Nullable VoltageFrame frame(RenderRequest request, Datasets inputs) {
        var id = RenderStage.id(request.getSimulation());
        var where = inputs.read(id, "compartments");
        double wanted = request.getStill().hasTimeMs() ? request.getStill().getTimeMs() : Double.NaN;
        float[] best = null;
        double bestTime = 0;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int chunk = 0; chunk < inputs.manifest(id).chunks().size(); chunk++) {
            var report = inputs.read(id, "compartment_report", chunk);
            for (int row = 0; row < report.rowCount(); row++) {
                float[] values = report.floatLists("values")[row];
                double time = report.doubles("time_ms")[row];
                double score = Double.isNaN(wanted) ? active(values) : -Math.abs(time - wanted);
                if (score > bestScore) {
                    bestScore = score;
                    best = values;
                    bestTime = time;
                }
            }
        }
        if (best == null) {
            throw new Problem(
                    Kind.INVALID,
                    "NO_VOLTAGES",
                    "Simulation %s recorded no voltages of compartments.".formatted(id.brief()),
                    "Run it with a compartment report, or colour by layer.",
                    Map.of("simulation", id.hex()));
        }
        return new VoltageFrame(
                bestTime, where.longs("node_id"), where.ints("section_id"), where.floats("section_pos"), best);
    }

    private static int active(float[] v_mV) {
        int n = 0;
        for (float v : v_mV) {
            if (v > ACTIVE_MV) {
                n++;
            }
        }
        return n;
    }

    private static Problem strangers(DatasetId id) {
        return new Problem(
                Kind.INVALID,
                "CELLS_DO_NOT_MATCH",
                "Dataset %s does not belong to these cells.".formatted(id.brief()),
                "Name datasets that were built from one placement.",
                Map.of("dataset", id.hex()));
    }
}
