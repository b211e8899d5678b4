package io.brainwright.agents.notebook;

import io.brainwright.agents.run.MeasureWords;
import io.brainwright.agents.run.RunResult;
import io.brainwright.proto.sim.v1.CompareResponse;
import io.brainwright.proto.sim.v1.LayerActivity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run found, in words and in numbers. */
public final class Finding {
    private Finding() {}

    /** The finding as a few lines of text. */
    public static List<String> words(RunResult run) {
        var lines = new ArrayList<String>();
        var comparison = run.comparison();
        if (comparison == null) {
            if (run.measures().isEmpty() && run.words().isEmpty()) {
                lines.add("The tissue was built; nothing was simulated.");
            }
            lines.addAll(MeasureWords.of(run.measures()));
            lines.addAll(run.words());
            return lines;
        }
        lines.add(summary(comparison, run));
        var silent = new ArrayList<LayerActivity>();
        for (var layer : comparison.getLayersList()) {
            if (layer.getSpikes() == 0 && layer.getControlSpikes() == 0) {
                silent.add(layer);
            } else {
                lines.add(line(layer, run.controlled()));
            }
        }
        if (!silent.isEmpty()) {
            lines.add(silence(silent, run.controlled()));
        }
        if (run.controlled() && comparison.getSpikes() > 0 && comparison.getOnlyStimulatedFired()) {
            lines.add("Nothing but the stimulated cells fired because of the stimulus: the activity did not spread.");
        }
        lines.addAll(MeasureWords.of(run.measures()));
        lines.addAll(run.words());
        return lines;
    }

    private static String summary(CompareResponse c, RunResult result) {
        double onset_ms = result.onset_ms();
        long run =
                c.getLayersList().stream().mapToLong(LayerActivity::getSpikes).sum();
        long control = c.getLayersList().stream()
                .mapToLong(LayerActivity::getControlSpikes)
                .sum();
        if (!result.controlled()) {
            return run == 0 ? "No cell fired." : "The cells fired %d spikes.".formatted(run);
        }
        if (run == 0 && control == 0) {
            return "No cell fired from %s ms on, with or without the stimulus.".formatted(number(onset_ms));
        }
        return "From %s ms on the cells fired %d spikes, %d without the stimulus."
                .formatted(number(onset_ms), run, control);
    }

    /** "L1, L2 and L3: none of 30 cells fired, with or without the stimulus." */
    private static String silence(List<LayerActivity> layers, boolean controlled) {
        var names = layers.stream().map(l -> "L" + l.getLayer()).toList();
        var said = names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
        long cells = layers.stream().mapToLong(LayerActivity::getCells).sum();
        long stimulated =
                layers.stream().mapToLong(LayerActivity::getStimulatedCells).sum();
        return "%s: none of %d cells%s fired%s."
                .formatted(
                        said,
                        cells,
                        stimulated > 0 ? " (%d stimulated)".formatted(stimulated) : "",
                        controlled ? ", with or without the stimulus" : "");
    }

    private static String line(LayerActivity layer, boolean controlled) {
        var text = new StringBuilder("L%d: %d spikes of %d of %d cells"
                .formatted(layer.getLayer(), layer.getSpikes(), layer.getActiveCells(), layer.getCells()));
        if (layer.getStimulatedCells() > 0) {
            text.append(" (%d stimulated)".formatted(layer.getStimulatedCells()));
        }
        if (layer.hasFirstSpikeLatencyMs()) {
            text.append(", the first %s ms after the onset".formatted(number(layer.getFirstSpikeLatencyMs())));
        }
        if (controlled) {
            text.append("; without the stimulus %d".formatted(layer.getControlSpikes()));
        }
        if (controlled && layer.hasControlFirstSpikeLatencyMs()) {
            text.append(", the first at %s ms".formatted(number(layer.getControlFirstSpikeLatencyMs())));
        }
        if (layer.getStimulatedCells() > 0 && layer.getUnstimulatedSpikes() > 0) {
            text.append(
                    "; %d of the spikes from cells that were not stimulated".formatted(layer.getUnstimulatedSpikes()));
        }
        return text.append('.').toString();
    }

    /** The finding as a tree for findings.json. */
    public static Map<String, Object> tree(RunResult run) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("words", words(run));
        tree.put("onset_ms", run.onset_ms());
        var comparison = run.comparison();
        if (comparison != null) {
            tree.put("only_stimulated_fired", comparison.getOnlyStimulatedFired());
            tree.put(
                    "layers",
                    comparison.getLayersList().stream().map(Finding::tree).toList());
        }
        return tree;
    }

    private static Map<String, Object> tree(LayerActivity layer) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("layer", layer.getLayer());
        tree.put("cells", layer.getCells());
        tree.put("stimulated_cells", layer.getStimulatedCells());
        tree.put("spikes", layer.getSpikes());
        tree.put("control_spikes", layer.getControlSpikes());
        tree.put("active_cells", layer.getActiveCells());
        tree.put("control_active_cells", layer.getControlActiveCells());
        tree.put("unstimulated_spikes", layer.getUnstimulatedSpikes());
        tree.put("control_unstimulated_spikes", layer.getControlUnstimulatedSpikes());
        if (layer.hasFirstSpikeLatencyMs()) {
            tree.put("first_spike_latency_ms", layer.getFirstSpikeLatencyMs());
        }
        if (layer.hasControlFirstSpikeLatencyMs()) {
            tree.put("control_first_spike_latency_ms", layer.getControlFirstSpikeLatencyMs());
        }
        return tree;
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.3f", value).replaceAll("0+$", "");
    }
}
