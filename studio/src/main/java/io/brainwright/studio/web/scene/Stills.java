package io.brainwright.studio.web.scene;

import io.brainwright.agents.run.CircuitRecord;
import io.brainwright.agents.run.Services;
import io.brainwright.agents.showing.SceneDesk;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.proto.render.v1.Still;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Pictures of the last circuit, drawn by render-svc, and a scene of it to begin with. */
@Component
final class Stills {
    private final Services services;
    private final Datasets datasets;
    private final SceneDesk desk;
    private final Path workspace;

    Stills(Services services, Datasets datasets, SceneDesk desk, @Value("${brainwright.workspace}") Path workspace) {
        this.services = services;
        this.datasets = datasets;
        this.desk = desk;
        this.workspace = workspace;
    }

    /**
     * How a still is wished.
     *
     * @param colour_by "v", "layer", "m_type", "e_type", "region", "section"
     * @param azimuth_deg turns the camera about the column's axis
     * @param hide_axons leaves axons away
     * @param time_ms the frame for colour by voltage; not positive: the one of most activity
     * @param simulation dataset of the run; empty: the last one
     */
    record Wish(String colour_by, double azimuth_deg, boolean hide_axons, double time_ms, String simulation) {}

    /** A PNG file. */
    byte[] draw(Wish wish) {
        var record = record();
        var runs = record.runs();
        var request = RenderRequest.newBuilder()
                .setCells(ref(dataset(record, "placement")))
                .setMorphologies(ref(dataset(record, "synthesis")))
                .setStill(still(wish));
        if (!runs.isEmpty()) {
            var run = runs.stream()
                    .filter(r -> r.simulation().equals(wish.simulation()))
                    .findFirst()
                    .orElse(runs.getFirst());
            request.setCells(ref(run.cells()))
                    .setMorphologies(ref(run.morphologies()))
                    .setSimulation(ref(run.simulation()));
        }
        var made = build(request.build());
        return datasets.read(new DatasetId(made), "images").blobs("bytes")[0];
    }

    /** A scene of the last circuit, the same that each study begins with. */
    JsonNode example() {
        return desk.first().orElseThrow(() -> nothingBuilt("circuit"));
    }

    private static Still still(Wish wish) {
        var still = Still.newBuilder()
                .setColourBy(wish.colour_by())
                .setHideAxons(wish.hide_axons())
                .setAzimuthDeg(wish.azimuth_deg());
        return wish.time_ms() > 0 ? still.setTimeMs(wish.time_ms()).build() : still.build();
    }

    private String build(RenderRequest request) {
        try {
            var replies = services.render().build(request);
            while (replies.hasNext()) {
                BuildProgress reply = replies.next();
                if (reply.hasResult()) {
                    return reply.getResult().getDataset().getId();
                }
            }
        } catch (StatusRuntimeException refused) {
            throw GrpcProblems.fromGrpc(refused);
        }
        throw new Problem(
                Kind.INTERNAL,
                "BUILD_WITHOUT_RESULT",
                "The renderer ended without a picture.",
                "See the log.",
                Map.of());
    }

    private CircuitRecord record() {
        return CircuitRecord.read(workspace).orElseThrow(() -> nothingBuilt("circuit"));
    }

    private static String dataset(CircuitRecord record, String stage) {
        var id = record.datasets().get(stage);
        if (id == null) {
            throw nothingBuilt(stage);
        }
        return id;
    }

    private static Problem nothingBuilt(String stage) {
        return new Problem(
                Kind.NOT_FOUND,
                "NOTHING_BUILT",
                "There is nothing to draw: no %s was built in this workspace yet.".formatted(stage),
                "Run a plan that grows cells.",
                Map.of("stage", stage),
                List.of(),
                null);
    }

    private static DatasetRef ref(String id) {
        return DatasetRef.newBuilder().setId(id).build();
    }
}
