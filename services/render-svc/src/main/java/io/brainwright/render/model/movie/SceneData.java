package io.brainwright.render.model.movie;

import io.brainwright.render.model.column.PlacedCell;
import io.brainwright.render.model.world.ReportFeed;
import io.brainwright.render.model.world.SpikeTrain;
import java.util.List;
import java.util.Map;

/**
 * What the sources of a scene hold, by their names.
 *
 * @param cells placed, in the frame of their atlas, not yet chosen
 * @param reports not yet read
 * @param spikes by rising time
 * @param synapses by name of the circuit; empty where none are named
 */
public record SceneData(
        Map<String, List<PlacedCell>> cells,
        Map<String, ReportFeed> reports,
        Map<String, SpikeTrain> spikes,
        Map<String, Synapses> synapses) {
    /**
     * Synapses as columns; one row each.
     *
     * @param at afferent place in the atlas, x y z after one another, um
     */
    public record Synapses(long[] source, long[] target, float[] at) {}
}
