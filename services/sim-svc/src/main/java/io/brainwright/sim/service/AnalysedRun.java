package io.brainwright.sim.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.sim.v1.AnalyseRequest;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.Stimulus;
import io.brainwright.sim.model.analysis.Traces;
import io.brainwright.sim.model.analysis.Trains;
import io.brainwright.sim.model.circuit.PlacedCell;
import io.brainwright.sim.model.circuit.Targets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A finished run as its analyses see it: what was asked, who fired when, how the cells are grouped. */
final class AnalysedRun {
    private final Datasets datasets;
    private final DatasetId run;
    private final SimRequest made;
    private final List<PlacedCell> cells;
    private final Map<String, int[]> groups = new LinkedHashMap<>();
    private final Batch spikes;
    private final double from_ms;
    private final double to_ms;
    private final double bin_ms;
    private @Nullable Traces soma;
    private @Nullable Set<Long> injected;

    AnalysedRun(AnalyseRequest request, Datasets datasets) {
        this.datasets = datasets;
        run = new DatasetId(request.getRun().getId());
        made = datasets.manifest(run).requestInto(SimRequest.newBuilder()).build();
        var placed = new DatasetId(request.getCells().getId());
        cells = CellRows.cells(datasets, placed);
        spikes = datasets.read(run, SimTables.SPIKES.name());
        bin_ms = request.getBinMs();
        from_ms = request.hasFromMs() ? request.getFromMs() : onset_ms();
        to_ms = request.hasToMs() ? request.getToMs() : made.getDurationMs();
        if (!(from_ms >= 0 && to_ms > from_ms && to_ms <= made.getDurationMs() + 1e-9)) {
            throw Problem.invalid(
                    "The run cannot be analysed.",
                    List.of(new FieldFault(
                            "from_ms",
                            "%s to %s ms is no part of the run, which lasts %s ms."
                                    .formatted(from_ms, to_ms, made.getDurationMs()))));
        }
        if (2 * bin_ms > to_ms - from_ms) {
            throw Problem.invalid(
                    "The run cannot be analysed.",
                    List.of(new FieldFault(
                            "bin_ms",
                            "%s ms; at least two bins must fit between %s and %s ms."
                                    .formatted(bin_ms, from_ms, to_ms))));
        }
        group(request, placed);
    }

    private void group(AnalyseRequest request, DatasetId placed) {
        int[] meant = request.hasTarget()
                ? Targets.select(cells, SimRequests.selection(request.getTarget()), made.getSeed(), "target")
                : java.util.stream.IntStream.range(0, cells.size()).toArray();
        var regions = request.getGroupBy().equals("region") ? regions(placed) : Map.<Long, String>of();
        var members = new TreeMap<String, List<Integer>>();
        for (int i : meant) {
            var cell = cells.get(i);
            var name = switch (request.getGroupBy()) {
                case "layer" -> "L" + cell.layer();
                case "m_type" -> cell.mtype();
                case "e_type" -> cell.etype();
                case "region" -> regions.getOrDefault(cell.node_id(), "");
                default -> "all";
            };
            members.computeIfAbsent(name, _ -> new ArrayList<>()).add(i);
        }
        members.forEach((name, list) ->
                groups.put(name, list.stream().mapToInt(Integer::intValue).toArray()));
    }

    private Map<Long, String> regions(DatasetId placed) {
        var rows = datasets.read(placed, "cells");
        var regions = new TreeMap<Long, String>();
        for (int i = 0; i < rows.rowCount(); i++) {
            regions.put(rows.longs("node_id")[i], rows.texts("region")[i]);
        }
        return regions;
    }

    /** Cells by group, as places in {@link #cells()}. */
    Map<String, int[]> groups() {
        return groups;
    }

    List<PlacedCell> cells() {
        return cells;
    }

    SimRequest made() {
        return made;
    }

    double from_ms() {
        return from_ms;
    }

    double to_ms() {
        return to_ms;
    }

    /** Onset of the first stimulus, 0 where there is none. */
    double onset_ms() {
        return made.getStimuliList().stream()
                .mapToDouble(AnalysedRun::start_ms)
                .min()
                .orElse(0);
    }

    private static double start_ms(Stimulus s) {
        return switch (s.getKindCase()) {
            case CURRENT_STEP -> s.getCurrentStep().getStartMs();
            case CURRENT_PULSES -> s.getCurrentPulses().getStartMs();
            case CURRENT_RAMP -> s.getCurrentRamp().getStartMs();
            case CURRENT_NOISE -> s.getCurrentNoise().getStartMs();
            case POISSON_SPIKES -> s.getPoissonSpikes().getStartMs();
            case VOLLEY -> s.getVolley().getTimeMs();
            case FIBRE_VOLLEY -> s.getFibreVolley().getTimeMs();
            case FIBRE_POISSON -> s.getFibrePoisson().getStartMs();
            case KIND_NOT_SET -> 0;
        };
    }

    /** Width of bins: as asked for, else this. */
    double bin_ms(double usual_ms) {
        return bin_ms > 0 ? bin_ms : usual_ms;
    }

    /** Node ids of cells. */
    long[] ids(int[] members) {
        return java.util.Arrays.stream(members)
                .mapToLong(i -> cells.get(i).node_id())
                .toArray();
    }

    Trains trains(int[] members, double begin_ms, double end_ms) {
        return Trains.of(spikes.doubles("timestamps"), spikes.longs("node_ids"), ids(members), begin_ms, end_ms);
    }

    Trains trains(int[] members) {
        return trains(members, from_ms, to_ms);
    }

    /** Somatic voltages; column i belongs to {@code cells().get(i)}. */
    Traces soma() {
        if (soma == null) {
            var rows = datasets.read(run, SimTables.SOMA_REPORT.name());
            soma = new Traces(rows.doubles("time_ms"), rows.floatLists("values"));
        }
        return soma;
    }

    /** Cells into which current is injected. */
    Set<Long> injected() {
        if (injected == null) {
            injected = readInjected();
        }
        return injected;
    }

    private Set<Long> readInjected() {
        var ids = new HashSet<Long>();
        var rows = table(SimTables.STIMULATED.name());
        for (int i = 0; i < rows.rowCount(); i++) {
            var stimulus = made.getStimuli(rows.ints("stimulus")[i]);
            boolean synaptic = stimulus.hasVolley() || stimulus.hasPoissonSpikes();
            if (!synaptic && !SimRequests.firesFibres(stimulus)) {
                ids.add(rows.longs("node_id")[i]);
            }
        }
        return ids;
    }

    Batch table(String name) {
        return datasets.read(run, name);
    }
}
