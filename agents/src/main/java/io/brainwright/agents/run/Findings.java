package io.brainwright.agents.run;

import io.brainwright.proto.sim.v1.CompareResponse;
import io.brainwright.proto.sim.v1.LayerActivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in sentences what a comparison shows. */
final class Findings {
    private Findings() {}

    static List<String> of(CompareResponse c, boolean controlled, double onset_ms) {
        var lines = new ArrayList<String>();
        if (controlled) {
            lines.add("%d spikes with the stimulus, %d in the control.".formatted(c.getSpikes(), c.getControlSpikes()));
            lines.add(verdict(c));
        } else {
            lines.add("%d spikes in all; there was no control.".formatted(c.getSpikes()));
        }
        c.getLayersList().forEach(l -> lines.add(layer(l, controlled, onset_ms)));
        return lines;
    }

    private static String verdict(CompareResponse c) {
        if (c.getSpikes() == 0) {
            return "No cell fired, not even a stimulated one: the stimulus was too weak.";
        }
        return c.getOnlyStimulatedFired()
                ? "Nothing but the stimulated cells fired more than in the control: the activity did not spread."
                : "Cells that were not stimulated fired more than in the control: the activity spread.";
    }

    private static String layer(LayerActivity l, boolean controlled, double onset_ms) {
        var text = new StringBuilder("Layer %d: %d spikes of %d of %d cells"
                .formatted(l.getLayer(), l.getSpikes(), l.getActiveCells(), l.getCells()));
        if (controlled) {
            text.append(" (control %d spikes of %d cells; %d of the cells were stimulated)"
                    .formatted(l.getControlSpikes(), l.getControlActiveCells(), l.getStimulatedCells()));
        }
        text.append(
                l.hasFirstSpikeLatencyMs()
                        ? String.format(
                                Locale.ROOT,
                                ", first spike %.1f ms after %.1f ms.",
                                l.getFirstSpikeLatencyMs(),
                                onset_ms)
                        : ", no spike.");
        return text.toString();
    }
}
