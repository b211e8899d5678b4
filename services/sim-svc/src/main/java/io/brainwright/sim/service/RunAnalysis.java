package io.brainwright.sim.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.brainwright.proto.sim.v1.AnalyseRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Answers Analyse: each metric for each group of cells. */
final class RunAnalysis {
    private static final Set<String> GROUPS = Set.of("", "layer", "m_type", "e_type", "region");

    private RunAnalysis() {}

    static MeasuredResponse of(AnalyseRequest request, Datasets datasets) {
        check(request);
        var run = new AnalysedRun(request, datasets);
        var answer = MeasuredResponse.newBuilder();
        var spikes = new SpikeMetrics(run, answer);
        var voltages = new VoltageMetrics(run, answer);
        var plastic = new PlasticMetrics(run, answer);
        for (var metric : request.getMetricsList()) {
            if (FieldMetrics.NAMES.contains(metric)) {
                new FieldMetrics(run, answer).measure();
                continue;
            }
            run.groups().forEach((group, members) -> {
                if (PlasticMetrics.NAMES.contains(metric)) {
                    plastic.measure(group, members);
                } else if (SpikeMetrics.NAMES.contains(metric)) {
                    spikes.measure(metric, group, members);
                } else {
                    voltages.measure(metric, group, members);
                }
            });
        }
        var notes = new TreeSet<>(answer.getNotesList());
        return answer.clearNotes().addAllNotes(List.copyOf(notes)).build();
    }

    private static void check(AnalyseRequest request) {
        var faults = new Faults();
        faults.dataset("run", request.getRun());
        faults.dataset("cells", request.getCells());
        if (request.getMetricsCount() == 0) {
            faults.add("metrics", "none; at least one of %s.".formatted(known()));
        }
        for (int i = 0; i < request.getMetricsCount(); i++) {
            if (!known().contains(request.getMetrics(i))) {
                faults.add("metrics[%d]".formatted(i), "'%s'; one of %s.".formatted(request.getMetrics(i), known()));
            }
        }
        if (!GROUPS.contains(request.getGroupBy())) {
            faults.add("group_by", "'%s'; layer, m_type, e_type or region.".formatted(request.getGroupBy()));
        }
        if (request.getBinMs() != 0) {
            faults.range("bin_ms", request.getBinMs(), 0.1, 1000, "ms");
            if (request.getMetricsList().stream().noneMatch(SpikeMetrics.BINNED::contains)) {
                faults.add(
                        "bin_ms",
                        "none of the metrics counts in such bins; %s do."
                                .formatted(new TreeSet<>(SpikeMetrics.BINNED)));
            }
        }
        faults.throwIfAny("The run cannot be analysed.");
    }

    private static Set<String> known() {
        var all = new TreeSet<>(SpikeMetrics.NAMES);
        all.addAll(VoltageMetrics.NAMES);
        all.addAll(FieldMetrics.NAMES);
        all.addAll(PlasticMetrics.NAMES);
        return all;
    }
}
