package io.brainwright.render.model.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The membrane voltage of every compartment at one moment, found by cell, section and place on the section.
 */
public final class VoltageFrame {
    private final double time_ms;
    private final float[] v_mV;
    private final Map<Key, List<Spot>> spots = new HashMap<>();

    private record Key(long node_id, int section) {}

    private record Spot(float position, int compartment) {}

    /**
     * @param time_ms when
     * @param nodeIds cell of each compartment
     * @param sections section of each compartment, numbered as in the morphology
     * @param positions place of each compartment's centre on its section, 0..1
     * @param v_mV voltage of each compartment
     */
    public VoltageFrame(double time_ms, long[] nodeIds, int[] sections, float[] positions, float[] v_mV) {
        this.time_ms = time_ms;
        this.v_mV = v_mV;
        for (int i = 0; i < nodeIds.length; i++) {
            spots.computeIfAbsent(new Key(nodeIds[i], sections[i]), _ -> new ArrayList<>())
                    .add(new Spot(positions[i], i));
        }
    }

    public double time_ms() {
        return time_ms;
    }

    /** Voltage of the compartment nearest to a place on a section; NaN where the section is not simulated. */
    public float at(long node_id, int section, double position) {
        var candidates = spots.get(new Key(node_id, section));
        if (candidates == null) {
            return Float.NaN;
        }
        var nearest = candidates.getFirst();
        for (var spot : candidates) {
            if (Math.abs(spot.position - position) < Math.abs(nearest.position - position)) {
                nearest = spot;
            }
        }
        return v_mV[nearest.compartment];
    }
}
