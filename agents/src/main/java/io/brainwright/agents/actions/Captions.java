package io.brainwright.agents.actions;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.SimulationRun;
import io.brainwright.agents.run.StepContext;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.proto.fabric.v1.DatasetRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands below a plot: what its numbers are, and the datasets, plan and papers that they come from. */
final class Captions {
    /** chosen: more of a kind would make the caption longer than the plot. */
    private static final int MOST = 3;

    private static final int SHORT_HASH = 12;
    private static final Pattern DOI = Pattern.compile("doi:10\\.[0-9]{4,9}/[^\\s,;)]*[^\\s,;.)]");

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("raster", "Each dot is one spike; below, spikes per cell and second in bins of 2 ms."),
            Map.entry("psth", "Spikes per cell and second (Hz) over time."),
            Map.entry("isi", "Intervals (ms) between successive spikes of single cells, counted."),
            Map.entry("traces", "Membrane potential (mV) at the soma."),
            Map.entry("psd", "Periodogram of the population rate, its mean taken away."),
            Map.entry(
                    "f_i",
                    "Rate (Hz) of the driven cells during the first step of current, over its amplitude (nA); one point per run."),
            Map.entry("sweep", "What the plan's analysis measures, over the number that was swept; one point per run."),
            Map.entry(
                    "depth_profile",
                    "Placed somata per mm³ of tissue in bins of 50 µm, by depth below the pia (µm); dashed: what the recipe says of"
                            + " each layer, times the fraction that was placed; of more than seven groups the densest seven."),
            Map.entry(
                    "matrix",
                    "Connected ordered pairs over all ordered pairs of different cells; rows presynaptic, columns postsynaptic."),
            Map.entry(
                    "barcode",
                    "Each bar is one branch, from the path length (µm) at which it forks off to its tip; one cell of each type shown"
                            + " (Kanari et al. 2018, doi:10.1007/s12021-017-9341-1)."),
            Map.entry(
                    "plasticity",
                    "Contacts of plastic synapses by their efficacy rho, at the start and at the end of the run; 0 depressed, 1 potentiated"
                            + " (Chindemi et al. 2022, doi:10.1038/s41467-022-30214-w)."));

    private Captions() {}

    /** Of a plot of all runs, or of the tissue. */
    static String of(StepContext context, String kind) {
        return MEANINGS.get(kind) + sources(context, kind);
    }

    /** Where the numbers of such a plot come from. */
    static String sources(StepContext context, String kind) {
        var used = new LinkedHashMap<String, List<DatasetRef>>();
        var kinds = switch (kind) {
            case "depth_profile" -> List.of(DatasetKind.CELLS);
            case "matrix" -> List.of(DatasetKind.CELLS, DatasetKind.SYNAPSES);
            case "barcode" -> List.of(DatasetKind.CELLS, DatasetKind.MORPHOLOGIES);
            default -> List.<DatasetKind>of();
        };
        for (var one : kinds) {
            context.input(one).ifPresent(ref -> used.put(word(one), List.of(ref)));
        }
        return kinds.isEmpty() ? ofRuns(context, context.runs()) : words(context, used, recipe(context, kind));
    }

    /** Of a plot of these runs. */
    static String of(StepContext context, String kind, List<SimulationRun> runs) {
        return MEANINGS.get(kind) + ofRuns(context, runs);
    }

    private static String ofRuns(StepContext context, List<SimulationRun> runs) {
        var used = new LinkedHashMap<String, List<DatasetRef>>();
        used.put(
                word(DatasetKind.CELLS),
                runs.stream().map(SimulationRun::cells).distinct().toList());
        used.put(
                word(DatasetKind.SIMULATION),
                runs.stream().map(SimulationRun::simulation).distinct().toList());
        return words(context, used, List.of());
    }

    /** Where the density comes from that is drawn beside what was placed. */
    private static List<String> recipe(StepContext context, String kind) {
        if (!kind.equals("depth_profile")) {
            return List.of();
        }
        return context.plan().assumptions().stream()
                .filter(a -> a.path().equals("totals.neurons_per_mm3"))
                .map(a -> "recipe: " + a.source())
                .toList();
    }

    private static String words(StepContext context, Map<String, List<DatasetRef>> used, List<String> further) {
        var sources = new ArrayList<String>();
        used.forEach((word, refs) -> {
            if (!refs.isEmpty()) {
                sources.add(word + " "
                        + most(refs.stream().map(r -> dataset(context, r)).toList()));
            }
        });
        sources.add("plan " + context.plan().hash().substring(0, SHORT_HASH));
        sources.addAll(further);
        var caption = " Data: " + String.join("; ", sources) + ".";
        var papers = papers(context.plan().assumptions());
        return papers.isEmpty() ? caption : caption + " Values from " + papers + ".";
    }

    private static String word(DatasetKind kind) {
        return switch (kind) {
            case ATLAS -> "atlas";
            case CELLS -> "cells";
            case MORPHOLOGIES -> "morphologies";
            case SYNAPSES -> "synapses";
            case SIMULATION -> "simulation";
            case GAP_JUNCTIONS -> "gap junctions";
            case THALAMIC -> "thalamic fibres";
            case VESSELS -> "vessels";
            case ENDFEET -> "end-feet";
            case WRAPPED -> "wrapped synapses";
        };
    }

    /** Short id, and the stage's version of the algorithm that made it. */
    private static String dataset(StepContext context, DatasetRef ref) {
        var id = new DatasetId(ref.getId());
        var manifest = context.datasets().manifest(id);
        return "%s (%s, version %d)".formatted(id.brief(), manifest.stage(), manifest.version());
    }

    private static String papers(List<Assumption> assumptions) {
        var found = new TreeSet<String>();
        for (var a : assumptions) {
            DOI.matcher(a.source()).results().forEach(m -> found.add(m.group()));
        }
        return most(List.copyOf(found));
    }

    private static String most(List<String> all) {
        var shown = all.stream().limit(MOST).collect(Collectors.joining(", "));
        return all.size() > MOST ? shown + " and %d more".formatted(all.size() - MOST) : shown;
    }
}
