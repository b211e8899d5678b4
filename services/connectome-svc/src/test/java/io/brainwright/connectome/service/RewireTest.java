package io.brainwright.connectome.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.ByModel;
import io.brainwright.proto.connectome.v1.EditRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RewireTest {
    private static final WiredOnce WIRED = WiredOnce.wire();

    private static EditRequest.Builder order() {
        return WIRED.ofExcitatory().setSeed(5);
    }

    private static EditRequest.Builder rewire(String model) {
        return order().setRewire(ByModel.newBuilder().setModel(model).setFraction(1));
    }

    /** Synapses of each connection, by target and source. */
    private static Map<Long, TreeMap<Long, Integer>> byTarget(Batch synapses, boolean inhibitory) {
        var all = new HashMap<Long, TreeMap<Long, Integer>>();
        for (int i = 0; i < synapses.rowCount(); i++) {
            long source = synapses.longs("source_node_id")[i];
            if (SmallCircuit.inhibitory(source) == inhibitory) {
                all.computeIfAbsent(synapses.longs("target_node_id")[i], _ -> new TreeMap<>())
                        .merge(source, 1, Integer::sum);
            }
        }
        return all;
    }

    private static TreeMap<Long, Integer> of(Map<Long, TreeMap<Long, Integer>> all, long target) {
        return all.getOrDefault(target, new TreeMap<>());
    }

    @Test
    void everyTargetKeepsItsConnectionsAndTheirSizesFromOtherSources() {
        var before = byTarget(WIRED.parent("synapses"), false);
        var synapses = WIRED.edited(rewire("erdos_renyi"), "synapses");
        var after = byTarget(synapses, false);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((target, sources) -> {
            assertThat(of(after, target)).doesNotContainKey(target);
            assertThat(of(after, target).values().stream().sorted())
                    .containsExactlyElementsOf(
                            sources.values().stream().sorted().toList());
        });
        assertThat(after).isNotEqualTo(before);
        assertThat(byTarget(synapses, true)).isEqualTo(byTarget(WIRED.parent("synapses"), true));
    }

    @Test
    void synapsesKeepPlaceAndPhysiologyAndTheirNewAxonHasNoKnownPlace() {
        var before = WIRED.parent("synapses");
        var after = WIRED.edited(rewire("distance"), "synapses");
        assertThat(after.rowCount()).isEqualTo(before.rowCount());
        for (var column : new String[] {"afferent_center_x", "conductance", "u_syn", "depression_time"}) {
            assertThat(sorted(after.floats(column))).as(column).isEqualTo(sorted(before.floats(column)));
        }
        int moved = 0;
        for (int i = 0; i < after.rowCount(); i++) {
            if (Float.isNaN(after.floats("efferent_center_x")[i])) {
                moved++;
                assertThat(after.ints("efferent_section_type")[i]).isEqualTo(2);
                assertThat(after.floats("delay")[i]).isCloseTo((float) straightDelay_ms(after, i), within(1e-4f));
            }
        }
        assertThat(moved).isGreaterThan(before.rowCount() / 10);
    }

    private static float[] sorted(float[] values) {
        var copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    private static double straightDelay_ms(Batch synapses, int i) {
        var cells = WIRED.harness().read(new DatasetId(WIRED.circuit().getId()), "cells");
        int source = (int) synapses.longs("source_node_id")[i];
        double squared = 0;
        for (var axis : new String[] {"x", "y", "z"}) {
            double d = synapses.floats("afferent_center_" + axis)[i] - cells.floats(axis)[source];
            squared += d * d;
        }
        return 0.1 + Math.sqrt(squared) / 300;
    }

    @Test
    void theTableOfConnectionsBalances() {
        var request = rewire("erdos_renyi");
        var counts = WIRED.edited(request, "connections");
        var before = new HashMap<String, Integer>();
        var old = WIRED.parent("connections");
        for (int i = 0; i < old.rowCount(); i++) {
            before.put(pair(old, i), old.ints("synapses")[i]);
        }
        var counted = new HashMap<String, Integer>();
        var synapses = WIRED.edited(request, "synapses");
        for (int i = 0; i < synapses.rowCount(); i++) {
            counted.merge(pair(synapses, i), 1, Integer::sum);
        }
        int added = 0;
        for (int i = 0; i < counts.rowCount(); i++) {
            assertThat(counts.ints("synapses")[i])
                    .isEqualTo(before.getOrDefault(pair(counts, i), 0)
                            - counts.ints("removed_by_edit")[i]
                            + counts.ints("added_by_edit")[i])
                    .isEqualTo(counted.getOrDefault(pair(counts, i), 0));
            added += counts.ints("added_by_edit")[i];
        }
        assertThat(added).isPositive();
        assertThat(IntStream.range(1, counts.rowCount())
                        .noneMatch(i -> pair(counts, i).equals(pair(counts, i - 1))))
                .isTrue();
    }

    private static String pair(Batch rows, int i) {
        return rows.longs("source_node_id")[i] + ">" + rows.longs("target_node_id")[i];
    }

    @Test
    void theCutIntoChunksChangesNoRow() {
        for (var few : new EditRequest.Builder[] {
            rewire("distance"),
            order().setAdd(ByModel.newBuilder().setModel("distance").setFraction(0.4))
        }) {
            var many = few.clone().setSynapses(WIRED.fine());
            for (var table : WiredOnce.STAGE.tables(few.build())) {
                var one = WIRED.edited(few, table.name());
                var other = WIRED.edited(many, table.name());
                for (int c = 0; c < table.columns().size(); c++) {
                    assertThat(other.values(c))
                            .as(table.columns().get(c).name())
                            .isEqualTo(one.values(c));
                }
            }
        }
    }

    @Test
    void aShareOfTheConnectionsIsRewiredAndTheRestStays() {
        var half =
                order().setRewire(ByModel.newBuilder().setModel("erdos_renyi").setFraction(0.5));
        var before = byTarget(WIRED.parent("synapses"), false);
        var after = byTarget(WIRED.edited(half, "synapses"), false);
        long kept = 0;
        long all = 0;
        for (var target : before.keySet()) {
            all += of(before, target).size();
            kept += of(before, target).keySet().stream()
                    .filter(of(after, target)::containsKey)
                    .count();
        }
        assertThat((double) kept / all).isBetween(0.5, 0.9);
    }

    @Test
    void additionLeavesWhatStandsAndAddsTheShareAskedFor() {
        var before = byTarget(WIRED.parent("synapses"), false);
        var after = byTarget(
                WIRED.edited(
                        order().setAdd(ByModel.newBuilder()
                                .setModel("erdos_renyi")
                                .setFraction(0.5)),
                        "synapses"),
                false);
        long there = before.values().stream().mapToLong(Map::size).sum();
        long now = after.values().stream().mapToLong(Map::size).sum();
        assertThat((double) now / there).isCloseTo(1.5, within(0.15));
        before.forEach((target, sources) -> {
            sources.forEach((source, n) -> assertThat(of(after, target)).containsEntry(source, n));
            assertThat(sources.values()).containsAll(of(after, target).values());
        });
    }

    @Test
    void whatTheModelNeedsAndWhichThereAreIsSaid() {
        var unknown = catchThrowableOfType(
                Problem.class,
                () -> WiredOnce.STAGE.complete(rewire("distances").build()));
        assertThat(unknown.faults()).singleElement().satisfies(f -> {
            assertThat(f.field()).isEqualTo("rewire.model");
            assertThat(f.fault()).contains("distance");
        });
        var flat = catchThrowableOfType(
                Problem.class,
                () -> WIRED.harness().run(WiredOnce.STAGE, rewire("bipolar").build()));
        assertThat(flat.faults())
                .singleElement()
                .satisfies(f -> assertThat(f.fault()).contains("depth_um"));
    }
}
