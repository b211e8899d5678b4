package io.brainwright.agents.notebook;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.run.Built;
import io.brainwright.agents.run.RunResult;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Batch;
import io.brainwright.proto.sim.v1.CompareResponse;
import io.brainwright.proto.sim.v1.LayerActivity;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A small study as a run leaves it, for tests. */
public final class Studies {
    public static final String WORDS = "Does layer 4 fire more when it is stimulated? <b>60 cells</b> of S1Tr, 40 ms";
    public static final RunLine.Stamp STAMP = new RunLine.Stamp(Instant.parse("2026-01-02T10:00:00Z"), "ada", 12.5);
    public static final String CELLS = "a".repeat(64);
    public static final String RUN = "b".repeat(64);
    public static final String CONTROL = "c".repeat(64);

    private static final String PLAN = """
            {"schema": "brainwright-plan/1", "version": 2, "request": "REQUEST",
             "hypothesis": {"text": "Layer 4 fires more | when stimulated", "prediction": "more spikes in L4",
               "criterion": {"metric": "mean_rate", "group": "L4", "variant": "stimulated", "relation": "GREATER", "than": "control", "unit": "Hz"}},
             "steps": [
               {"id": "s1", "action": "placement.cells", "params": {"count": 60}, "needs": []},
               {"id": "s2", "action": "sim.run", "params": {"duration_ms": 40, "ca_mM": 2.0,
                 "stimuli": [{"kind": "current_step", "time_ms": 5}]}, "needs": ["s1"]}],
             "variants": [{"name": "stimulated", "set": {}}, {"name": "control", "set": {"sim.run.stimuli": []}}],
             "assumptions": [
               {"path": "sim.run.ca_mM", "value": 2.0, "unit": "mM", "source": "chosen: slices, usual bath", "alternatives": ["1.2 (in vivo)"]},
               {"path": "sim.run.stimuli.0.amplitude_nA", "value": 0.8, "unit": "nA", "source": "chosen: above threshold", "alternatives": []}],
             "questions": ["Which whiskers?"]}
            """;

    private Studies() {}

    public static Plan plan() {
        return PlanJson.read(PLAN.replace("REQUEST", WORDS));
    }

    /** The draft before {@link #plan()}: half as long. */
    public static Plan draft() {
        return PlanJson.read(PLAN.replace("REQUEST", WORDS)
                .replace("\"version\": 2", "\"version\": 1")
                .replace("\"duration_ms\": 40", "\"duration_ms\": 20"));
    }

    public static RunResult result(Path folder, int spikes) throws IOException {
        Files.createDirectories(folder);
        var picture = folder.resolve("raster.png");
        ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        var layer = LayerActivity.newBuilder()
                .setLayer(4)
                .setCells(20)
                .setSpikes(spikes)
                .setControlSpikes(1)
                .setActiveCells(9)
                .setFirstSpikeLatencyMs(1.5);
        return new RunResult(
                List.of(
                        new Built("placement", CELLS, true, 60, 9000, 0),
                        new Built("sim", RUN, false, 300, 5000, 4),
                        new Built("sim control", CONTROL, false, 300, 5000, 4)),
                CompareResponse.newBuilder().addLayers(layer).setSpikes(spikes).build(),
                true,
                5,
                List.of(picture),
                null,
                null);
    }

    /** Writes the study into a workspace. */
    public static Entry write(Path workspace, int spikes) throws IOException {
        var notebook = new Notebook(workspace, new Catalogue());
        var folder = notebook.folder(plan(), java.time.LocalDate.of(2026, 1, 2));
        notebook.write(folder, List.of(draft(), plan()), result(folder, spikes), STAMP);
        return new Entry(folder);
    }

    /** Knows the manifests of the study. */
    public static final class Catalogue implements Datasets {
        @Override
        public Manifest manifest(DatasetId id) {
            boolean cells = id.hex().equals(CELLS);
            var request = cells
                    ? "{\"cell_count\":\"60\",\"layers\":[],\"seed\":\"7\"}"
                    : "{\"cells\":{\"id\":\"%s\"},\"duration_ms\":40,\"stimuli\":[]}".formatted(CELLS);
            return new Manifest(
                    id,
                    cells ? "placement" : "sim",
                    1,
                    request,
                    cells ? List.of() : List.of(new DatasetId(CELLS)),
                    List.of(),
                    List.of(),
                    Map.of(cells ? "cells" : "spikes", id.hex().substring(0, 32)),
                    Map.of(cells ? "cells" : "spikes", 60L),
                    5000,
                    0,
                    4);
        }

        @Override
        public Batch read(DatasetId id, String table) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Batch read(DatasetId id, String table, int chunk) {
            throw new AssertionError("not asked for");
        }

        @Override
        public List<Manifest> list() {
            return List.of();
        }
    }
}
