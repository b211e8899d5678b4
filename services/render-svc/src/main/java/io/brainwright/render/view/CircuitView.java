package io.brainwright.render.view;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.model.lod.CapsuleGroup;
import io.brainwright.render.model.lod.CompartmentIndex;
import io.brainwright.render.model.lod.DisplayFrame;
import io.brainwright.render.model.lod.DrawnCell;
import io.brainwright.render.model.lod.LevelOfDetail;
import io.brainwright.render.model.voltage.VoltageBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One circuit, with the run that it is shown with if there is one. Cells are numbered by their row in the table of cells; groups are
 * {@link CapsuleGroup#CELLS} consecutive rows. Immutable in what it gives, so every answer can be kept for ever.
 */
public final class CircuitView {
    /** Frames that are read at once. */
    public static final int FRAMES_PER_BLOCK = VoltageBlock.FRAMES;

    private final ViewedCircuit circuit;
    private final Batch cells;
    private final Shapes shapes;
    private final DisplayFrame frame;
    private final @Nullable Report report;
    private final CompartmentIndex index;
    private final Contacts contacts;
    private final Map<Long, Integer> rowOf = new HashMap<>();

    private CircuitView(ViewedCircuit circuit, Datasets datasets) {
        this.circuit = circuit;
        this.cells = datasets.read(circuit.cells(), "cells");
        this.shapes = new Shapes(datasets, circuit.morphologies());
        var ids = cells.longs("node_id");
        var orientations = new Quaternion[ids.length];
        for (int row = 0; row < ids.length; row++) {
            rowOf.put(ids[row], row);
            orientations[row] = orientation(row);
        }
        this.frame = DisplayFrame.of(cells.floats("x"), cells.floats("y"), cells.floats("z"), orientations);
        this.report = circuit.run().map(run -> new Report(datasets, run)).orElse(null);
        this.index = report == null ? CompartmentIndex.none() : report.index();
        index.requireCells(rowOf::containsKey);
        this.contacts = new Contacts(datasets, circuit.synapses(), rowOf, frame);
    }

    /** Opens a view; a report that was recorded from other cells is refused here. */
    public static CircuitView open(Datasets datasets, ViewedCircuit circuit) {
        return new CircuitView(circuit, datasets);
    }

    public ViewedCircuit circuit() {
        return circuit;
    }

    /** How many groups there are. */
    public int groups() {
        return Math.ceilDiv(cells.rowCount(), CapsuleGroup.CELLS);
    }

    /** Capsules of a group ({@link CapsuleGroup}). */
    public byte[] geometry(int level, int group, boolean dendrograms) {
        var found = drawn(group);
        return dendrograms
                ? CapsuleGroup.dendrograms(found, frame, LevelOfDetail.of(level), index)
                : CapsuleGroup.inSpace(found, frame, LevelOfDetail.of(level), index);
    }

    /** Voltages of a block of frames of a run of compartments ({@link VoltageIndex}). */
    public byte[] voltage(int part, long block) {
        var span = voltageIndex().part(part);
        return recorded().block(block, span[0], span[1]);
    }

    /** What is known of the run's voltages. */
    public VoltageIndex voltageIndex() {
        return VoltageIndex.of(recorded());
    }

    /** Whether nothing can be added to what is shown any more. */
    public boolean isWhole() {
        return report == null || report.isWhole();
    }

    /** Whether voltages were recorded. */
    public boolean hasVoltages() {
        return report != null && report.frames() > 0;
    }

    /** Where each compartment lies. */
    public byte[] compartments() {
        return CompartmentBytes.of(recorded().where(), rowOf, shapes);
    }

    /** Synapses: all of them, or those that a cell makes and receives. */
    public byte[] synapses(int cell) {
        return contacts.bytes(cell);
    }

    Batch cells() {
        return cells;
    }

    DisplayFrame frame() {
        return frame;
    }

    Map<Long, Integer> rowOf() {
        return rowOf;
    }

    private List<DrawnCell> drawn(int group) {
        if (group < 0 || group >= groups()) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "GROUP_NOT_FOUND",
                    "There is no group %d of cells.".formatted(group),
                    "The groups are 0 to %d.".formatted(groups() - 1),
                    Map.of("group", String.valueOf(group), "groups", String.valueOf(groups())));
        }
        var found = new ArrayList<DrawnCell>();
        int end = Math.min(cells.rowCount(), (group + 1) * CapsuleGroup.CELLS);
        for (int row = group * CapsuleGroup.CELLS; row < end; row++) {
            long id = cells.longs("node_id")[row];
            var shape = shapes.of(id);
            found.add(new DrawnCell(
                    id,
                    cells.floats("x")[row],
                    cells.floats("y")[row],
                    cells.floats("z")[row],
                    orientation(row),
                    shape == null ? Ball.NO_SHAPE : shape));
        }
        return found;
    }

    private Report recorded() {
        if (report == null) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "NO_VOLTAGES",
                    "Dataset %s recorded no voltages.".formatted(circuit.id().brief()),
                    "Simulate the circuit, and show the run.",
                    Map.of("dataset", circuit.id().hex()));
        }
        return report;
    }

    private Quaternion orientation(int row) {
        return new Quaternion(
                cells.floats("orientation_w")[row],
                cells.floats("orientation_x")[row],
                cells.floats("orientation_y")[row],
                cells.floats("orientation_z")[row]);
    }
}
