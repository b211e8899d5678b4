package io.brainwright.sim.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.sim.model.circuit.Circuit;
import io.brainwright.sim.model.circuit.CompartmentPlaces.Place;
import io.brainwright.sim.model.circuit.Drive.Driven;
import io.brainwright.sim.model.circuit.PlacedCell;
import io.brainwright.sim.model.field.Electrode;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Writes what is known before the run: where the compartments lie and which cells are driven. */
final class CircuitRows {
    private CircuitRows() {}

    /** One batch per cell, in the order of the compartment report. */
    static void compartments(Circuit circuit, ChunkSink out) {
        for (int i = 0; i < circuit.cells().size(); i++) {
            var places = circuit.places().get(i).places();
            var ids = new long[places.size()];
            java.util.Arrays.fill(ids, circuit.cells().get(i).node_id());
            out.write(Batch.of(
                    SimTables.COMPARTMENTS,
                    ids,
                    places.stream().mapToInt(Place::section).toArray(),
                    floats(places, Place::pos),
                    floats(places, Place::x_um),
                    floats(places, Place::y_um),
                    floats(places, Place::z_um),
                    floats(places, Place::diameter_um),
                    floats(places, Place::length_um)));
        }
    }

    /** The driven cells of each stimulus. */
    static void stimulated(List<Driven> drives, List<PlacedCell> cells, ChunkSink out) {
        for (int k = 0; k < drives.size(); k++) {
            var driven = drives.get(k).cells();
            var stimulus = new int[driven.length];
            var ids = new long[driven.length];
            for (int i = 0; i < driven.length; i++) {
                stimulus[i] = k;
                ids[i] = cells.get(driven[i]).node_id();
            }
            out.write(Batch.of(SimTables.STIMULATED, stimulus, ids));
        }
    }

    /** The contacts of the probe. */
    static void contacts(List<Electrode> electrodes, ChunkSink out) {
        int n = electrodes.size();
        var contact = new int[n];
        var columns = new float[4][n];
        for (int e = 0; e < n; e++) {
            var electrode = electrodes.get(e);
            contact[e] = e;
            columns[0][e] = (float) electrode.depth_um();
            columns[1][e] = (float) electrode.at().x_um();
            columns[2][e] = (float) electrode.at().y_um();
            columns[3][e] = (float) electrode.at().z_um();
        }
        out.write(Batch.of(SimTables.LFP_CONTACTS, contact, columns[0], columns[1], columns[2], columns[3]));
    }

    /** One number of each, as a column of 32 bits. */
    static <T> float[] floats(List<T> all, ToDoubleFunction<T> of) {
        var floats = new float[all.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) of.applyAsDouble(all.get(i));
        }
        return floats;
    }
}
