package io.brainwright.agents.actions;

import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.Measure;
import io.brainwright.agents.run.Setting;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.ConnectivityRequest;
import io.brainwright.proto.connectome.v1.EditRequest;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.brainwright.proto.fabric.v1.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The structure of the edited pathway, measured before and after the edit. */
final class BeforeAndAfter {
    private static final List<String> METRICS = List.of(
            "connection_probability",
            "synapses_per_connection",
            "degree",
            "reciprocity",
            "common_neighbours",
            "simplices");

    private final StepContext context;
    private final EditRequest.Builder edit;
    private final List<Measure> measures = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();

    BeforeAndAfter(StepContext context, EditRequest.Builder edit) {
        this.context = context;
        this.edit = edit;
    }

    /** The edited synapses with the comparison; without it, and with the reason, where the circuit is too large for it. */
    StepOutcome of(DatasetRef edited) {
        var made = Map.of(DatasetKind.SYNAPSES, edited);
        try {
            take("after", measure(edited)); // first: a hypothesis that names neither is about what the edit made
            take("before", measure(edit.getSynapses()));
        } catch (Problem e) {
            if (e.kind() != Kind.TOO_LARGE) {
                throw e;
            }
            var word = "The structure before and after the edit was not compared: " + e.sentence();
            return new StepOutcome(made, List.of(), List.of(), List.of(word), List.of());
        }
        return new StepOutcome(made, measures, series, List.of(), List.of());
    }

    private MeasuredResponse measure(DatasetRef synapses) {
        return context.services()
                .connectome()
                .analyse(ConnectivityRequest.newBuilder()
                        .setSynapses(synapses)
                        .setCells(edit.getCells())
                        .setPre(edit.getPre())
                        .setPost(edit.getPost())
                        .addAllMetrics(METRICS)
                        .build());
    }

    private void take(String when, MeasuredResponse answer) {
        for (var m : Answers.measures(context.step().id(), context.setting(), answer)) {
            measures.add(new Measure(
                    m.step(),
                    m.metric(),
                    m.group(),
                    m.variant().equals(Setting.PLAIN) ? when : "%s, %s".formatted(m.variant(), when),
                    m.under(),
                    m.value(),
                    m.unit(),
                    m.spread(),
                    m.n()));
        }
        for (var one : answer.getSeriesList()) {
            series.add(one.toBuilder()
                    .setGroup("%s, %s".formatted(one.getGroup(), when))
                    .build());
        }
    }
}
