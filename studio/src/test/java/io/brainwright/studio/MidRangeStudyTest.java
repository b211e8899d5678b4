package io.brainwright.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.planner.WorkspaceView;
import io.brainwright.agents.run.Built;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.agents.run.RunListener;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.proto.fabric.v1.Progress;
import io.brainwright.sonata.check.CircuitCheck;
import io.brainwright.sonata.check.Finding;
import io.brainwright.sonata.circuit.SonataCircuit;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two regions, connected within and between them, from words to a release. */
@Timeout(600)
class MidRangeStudyTest {
    private static final String WORDS =
            "Take 70 neurons from 50 um wide columns of S1HL and S1FL, connect them locally and with mid-range "
                    + "connections, stimulate layer 4 of S1HL at 2 ms, run 10 ms and export it as SONATA";

    @TempDir
    Path workspace;

    @Test
    void connectionsBetweenRegionsAreBuiltSimulatedAndReleased() {
        try (var platform = Platform.start(workspace, 0, 0)) {
            var proposal = platform.part(Planner.class).propose(WORDS, WorkspaceView.of(workspace));
            assertThat(proposal).isInstanceOf(Proposal.Ready.class);
            Plan plan = ((Proposal.Ready) proposal).plan();
            var result =
                    platform.part(PlanRunner.class).run(plan, plan.hash(), workspace.resolve("study"), new Quiet());
            var datasets = platform.part(Datasets.class);
            var cells = datasets.read(id(result.datasets(), "placement"), "cells");
            var regionOf = new HashMap<Long, String>();
            for (int i = 0; i < cells.rowCount(); i++) {
                regionOf.put(cells.longs("node_id")[i], cells.texts("region")[i]);
            }
            var joined = datasets.read(id(result.datasets(), "connectome mid-range"), "synapses");
            var pathways = new HashSet<String>();
            int between = 0;
            for (int i = 0; i < joined.rowCount(); i++) {
                var from = Objects.requireNonNull(regionOf.get(joined.longs("source_node_id")[i]));
                var to = Objects.requireNonNull(regionOf.get(joined.longs("target_node_id")[i]));
                pathways.add(from + " to " + to);
                if (!from.equals(to)) {
                    between++;
                    assertThat(joined.floats("efferent_center_x")[i]).isNaN();
                    assertThat(joined.floats("delay")[i])
                            .as("1.7 mm at 3.5 mm/ms, and the way down and up")
                            .isGreaterThan(0.5f);
                }
            }
            assertThat(pathways).contains("S1HL to S1FL", "S1FL to S1HL");
            assertThat(between).isGreaterThan(20);

            var spikes = datasets.read(id(result.datasets(), "sim"), "spikes");
            assertThat(spikes.rowCount()).isPositive();
            for (long cell : spikes.longs("node_ids")) {
                assertThat(regionOf.get(cell)).isEqualTo("S1HL");
            }

            var released = SonataCircuit.open(Objects.requireNonNull(result.circuit()));
            var edges = released.edges(released.edges().getFirst().name());
            assertThat(edges.sources()).isEqualTo(joined.longs("source_node_id"));
            assertThat(edges.targets()).isEqualTo(joined.longs("target_node_id"));
            assertThat(CircuitCheck.of(released)).filteredOn(Finding::grave).isEmpty();
        }
    }

    private static DatasetId id(Collection<Built> made, String stage) {
        return new DatasetId(made.stream()
                .filter(b -> b.stage().equals(stage))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + stage + " among " + made))
                .id());
    }

    private static final class Quiet implements RunListener {
        @Override
        public void progress(String step, Progress progress) {}

        @Override
        public void done(String step, Built built) {}

        @Override
        public void wrote(String step, String what) {}
    }
}
