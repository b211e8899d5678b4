package io.brainwright.plugin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.atlas.service.AtlasStage;
import io.brainwright.fabric.Fabric;
import io.brainwright.fabric.FabricOptions;
import io.brainwright.fabric.broker.EmbeddedBroker;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.plugin.PluginAddress;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.placement.v1.Shape;
import io.brainwright.proto.placement.v1.ShapeKind;
import io.brainwright.proto.plugin.v1.PluginInput;
import io.brainwright.proto.plugin.v1.PluginRequest;
import io.brainwright.proto.plugin.v1.Tissue;
import io.brainwright.proto.stage.v1.NamedValue;
import io.brainwright.proto.stage.v1.ParameterValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stages in real Python processes: the example of the documentation, and stages that break their word. .ci/run names the interpreter. */
@Timeout(180)
@EnabledIfSystemProperty(named = "brainwright.python", matches = ".+")
class PythonStageTest {
    private static final String LATTICE = "examples/plugin-placement-lattice/lattice.py";
    private static final String FAULTY = "services/plugin-svc/src/test/python/faulty.py";

    @TempDir
    Path folder;

    private EmbeddedBroker broker;
    private Fabric fabric;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(folder.resolve("workspace"), 0);
        fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard());
    }

    @AfterEach
    void stop() {
        fabric.close();
        broker.close();
    }

    private Plugs plugs(String target, int patience_s, int workers) throws InterruptedException {
        var address = new PluginAddress(target, null, Duration.ofSeconds(patience_s), workers);
        var plugs = new Plugs(
                List.of(address), Set.of(), folder.resolve("plugins"), (stage, n) -> fabric.work(List.of(stage), n));
        for (int i = 0;
                i < 300 && plugs.told().getFirst().getDescription().getName().isEmpty();
                i++) {
            Thread.sleep(100);
        }
        return plugs;
    }

    private DatasetId atlas() {
        var stage = new AtlasStage();
        fabric.work(List.of(stage), 2);
        var request = stage.complete(AtlasRequest.newBuilder().setRegion("S1HL").build());
        return fabric.builds().build(stage, request, _ -> {}).manifest().id();
    }

    private Manifest lattice(Plugs plugs, DatasetId atlas, int seed, long count) {
        var stage = plugs.stage("lattice");
        var request = PluginRequest.newBuilder()
                .setAction("cells")
                .addParameters(value("seed", ParameterValue.newBuilder().setInteger(seed)))
                .addParameters(value("count", ParameterValue.newBuilder().setInteger(count)))
                .addParameters(value("spacing_um", ParameterValue.newBuilder().setInteger(30)))
                .addInputs(PluginInput.newBuilder()
                        .setKind("region")
                        .setDataset(DatasetRef.newBuilder().setId(atlas.hex())))
                .setTissue(Tissue.newBuilder()
                        .setRegion("S1HL")
                        .setShape(Shape.newBuilder()
                                .setKind(ShapeKind.SHAPE_KIND_COLUMN)
                                .setWidthUm(150)))
                .build();
        return fabric.builds().build(stage, stage.complete(request), _ -> {}).manifest();
    }

    private static NamedValue.Builder value(String name, ParameterValue.Builder value) {
        return NamedValue.newBuilder().setName(name).setValue(value);
    }

    @Test
    void theExamplePlacesCellsThatKeepTheirDistance() throws Exception {
        try (var python = new PythonProcess(PythonProcess.freePort(), LATTICE);
                var plugs = plugs(python.target, 60, 2)) {
            var made = lattice(plugs, atlas(), 0, 0);
            var cells = fabric.datasets().read(made.id(), "cells");
            assertThat(made.chunks()).hasSize(6);
            assertThat(cells.rowCount()).isBetween(1500, 2200);
            double nearest = Double.POSITIVE_INFINITY;
            float[] x = cells.floats("x");
            float[] y = cells.floats("y");
            float[] z = cells.floats("z");
            for (int i = 0; i < cells.rowCount(); i++) {
                assertThat(cells.longs("node_id")[i]).isEqualTo(i);
                for (int k = 0; k < i; k++) {
                    double d2 = (x[i] - x[k]) * (x[i] - x[k])
                            + (y[i] - y[k]) * (y[i] - y[k])
                            + (z[i] - z[k]) * (z[i] - z[k]);
                    nearest = Math.min(nearest, Math.sqrt(d2));
                }
            }
            assertThat(nearest)
                    .as("two moves of 3 um along each of three axes, from sites 30 um apart")
                    .isBetween(30 - 2 * 3 * Math.sqrt(3), 30.0);
            assertThat(fabric.datasets().read(made.id(), "shape").longs("cells")[0])
                    .isEqualTo(cells.rowCount());
        }
    }

    @Test
    void equalSeedsGiveEqualRowsOnAnyProcessAndAnyNumberOfWorkers() throws Exception {
        var atlas = atlas();
        Manifest first;
        try (var python = new PythonProcess(PythonProcess.freePort(), LATTICE);
                var plugs = plugs(python.target, 60, 1)) {
            first = lattice(plugs, atlas, 7, 200);
            assertThat(lattice(plugs, atlas, 8, 200).rowHash())
                    .as("another seed")
                    .isNotEqualTo(first.rowHash());
        }
        stop();
        broker = EmbeddedBroker.start(folder.resolve("another"), 0);
        fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard());
        try (var python = new PythonProcess(PythonProcess.freePort(), LATTICE);
                var plugs = plugs(python.target, 60, 4)) {
            var again = lattice(plugs, atlas(), 7, 200);
            assertThat(again.id()).isEqualTo(first.id());
            assertThat(again.rowHash()).isEqualTo(first.rowHash());
            assertThat(again.rows()).containsEntry("cells", 200L);
        }
    }

    @Test
    void moreCellsThanSitesAreRefusedInTheAuthorsOwnWords() throws Exception {
        try (var python = new PythonProcess(PythonProcess.freePort(), LATTICE);
                var plugs = plugs(python.target, 60, 2)) {
            var atlas = atlas();
            assertThatThrownBy(() -> lattice(plugs, atlas, 0, 1_000_000))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.sentence()).contains("1000000 cells were asked for"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nan, PLUGIN_BREAKS_CONTRACT, 'half'",
        "unsorted, PLUGIN_BREAKS_CONTRACT, sorted",
        "missing, PLUGIN_BREAKS_CONTRACT, lacks 1 of 10 values",
        "column, PLUGIN_FAILED, third",
        "random, PLUGIN_NOT_DETERMINISTIC, brainwright.draws",
        "raises, PLUGIN_FAILED, there are no numbers from 20 on",
        "hangs, PLUGIN_SILENT, 2 s",
    })
    void everyBrokenPromiseIsTold(String fault, String reason, String words) throws Exception {
        try (var python = new PythonProcess(PythonProcess.freePort(), FAULTY, fault);
                var plugs = plugs(python.target, 2, 2)) {
            assertThatThrownBy(() -> count(plugs)).isInstanceOfSatisfying(Problem.class, p -> {
                assertThat(p.reason()).as(p.sentence()).isEqualTo(reason);
                assertThat(p.sentence()).contains("faulty").contains(words.replace("'", ""));
            });
        }
    }

    @Test
    void oneThatDiesIsToldOfAndGoesOnWhenItIsBack() throws Exception {
        int port = PythonProcess.freePort();
        try (var python = new PythonProcess(port, FAULTY, "dies");
                var plugs = plugs(python.target, 20, 1)) {
            assertThatThrownBy(() -> count(plugs))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.reason()).isIn("PLUGIN_DIED", "PLUGIN_AWAY"));
            assertThat(python.isAlive()).isFalse();
            try (var back = new PythonProcess(port, FAULTY, "none")) {
                assertThat(back.isAlive()).isTrue();
                for (int i = 0; i < 300 && plugs.told().getFirst().getStateValue() != 1; i++) {
                    Thread.sleep(100);
                }
                var made = count(plugs);
                assertThat(made.rows()).containsEntry("counts", 40L);
                var seen = new HashSet<Long>();
                for (long id : fabric.datasets().read(made.id(), "counts").longs("node_id")) {
                    assertThat(seen.add(id)).isTrue();
                }
            }
        }
    }

    private Manifest count(Plugs plugs) throws IOException {
        var stage = plugs.stage("faulty");
        var request =
                stage.complete(PluginRequest.newBuilder().setAction("count").build());
        return fabric.builds().build(stage, request, _ -> {}).manifest();
    }
}
