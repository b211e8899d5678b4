package io.brainwright.sonata.check;

import io.brainwright.sonata.hdf5.Pieces;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks whether delays can be those of axons.
 *
 * <p>A spike needs {@code delay = d0 + path / v}, and axons of the cortex conduct at 300 um/ms or so. A recipe with v in um/us or mm/ms
 * (0.00333 is found in published ones) makes delays of seconds. An axon of 1 mm that needs more than 100 ms conducts below 10 um/ms,
 * slower than any: where most delays of a population are longer, the unit is wrong.
 */
final class DelayCheck {
    private static final double SLOWEST_UM_PER_MS = 10;
    private static final double LONGEST_MS = 100; // chosen: the slowest axons of one hemisphere need less

    private DelayCheck() {}

    static List<Finding> of(String population, Group edges) {
        var findings = new ArrayList<Finding>();
        if (!(edges.getChildren().get("0") instanceof Group group)
                || !(group.getChildren().get("delay") instanceof Dataset delay)) {
            return findings;
        }
        long[] wrong = {0, -1};
        double[] longest = {0};
        long[] slow = {0, 0};
        Pieces.doubles(delay, (first, values) -> {
            for (int i = 0; i < values.length; i++) {
                if (!(values[i] >= 0) && wrong[0]++ == 0) {
                    wrong[1] = first + i;
                }
                longest[0] = Math.max(longest[0], values[i]);
                slow[0] += values[i] > LONGEST_MS ? 1 : 0;
                slow[1]++;
            }
        });
        if (wrong[0] > 0) {
            findings.add(new Finding(
                    true,
                    "DELAY_WRONG",
                    population,
                    "%d delays are negative or no number, first that of edge %d.".formatted(wrong[0], wrong[1]),
                    "Delays are in ms and at least one time step of the simulation."));
        }
        if (2 * slow[0] > slow[1]) {
            findings.add(new Finding(
                    true,
                    "VELOCITY_WRONG_UNIT",
                    population,
                    "%d of %d delays are above %.0f ms (longest %.4g ms): an axon of 1 mm would conduct below %.0f um/ms."
                            .formatted(slow[0], slow[1], LONGEST_MS, longest[0], SLOWEST_UM_PER_MS),
                    "Velocities are in um/ms, some 300 in cortex; a recipe with 0.00333 or 0.3 gives them in"
                            + " another unit."));
        }
        return findings;
    }
}
