package io.brainwright.studio.view;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.proto.render.v1.RenderServiceGrpc;
import io.brainwright.proto.render.v1.Still;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Pictures of a circuit that the server draws, for browsers that cannot. A picture is a dataset: the second time it is there at once. */
@RestController
final class StillController {
    private static final int WIDTH_PX = 1280;
    private static final int HEIGHT_PX = 800;
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Views views;
    private final Channel services;

    StillController(Views views, Channel services) {
        this.views = views;
        this.services = services;
    }

    @GetMapping("/api/view/{id}/still/{by}")
    ResponseEntity<byte[]> still(@PathVariable String id, @PathVariable String by) {
        var circuit = views.view(id).circuit();
        var request = RenderRequest.newBuilder()
                .setCells(ref(circuit.cells()))
                .setMorphologies(ref(circuit.morphologies().orElseThrow(() -> noShapes(id))))
                .setStill(Still.newBuilder().setColourBy(by))
                .setWidthPx(WIDTH_PX)
                .setHeightPx(HEIGHT_PX);
        circuit.run().ifPresent(run -> request.setSimulation(ref(run)));
        var images = views.datasets().read(drawn(request.build()), "images");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(images.texts("media_type")[0]))
                .cacheControl(CacheControl.maxAge(FOR_EVER).cachePrivate().immutable())
                .body(images.blobs("bytes")[0]);
    }

    private static Problem noShapes(String id) {
        return new Problem(
                Kind.PRECONDITION,
                "NO_SHAPES",
                "The cells of %s were placed, but have no shapes yet.".formatted(id),
                "Grow their morphologies, or look at them in a browser with WebGL 2, where they are dots.",
                Map.of("dataset", id));
    }

    private DatasetId drawn(RenderRequest request) {
        try {
            var progress = RenderServiceGrpc.newBlockingStub(services).build(request);
            while (progress.hasNext()) {
                var now = progress.next();
                if (now.hasResult()) {
                    return new DatasetId(now.getResult().getDataset().getId());
                }
            }
            throw new IllegalStateException("the renderer ended without a picture");
        } catch (StatusRuntimeException refused) {
            throw GrpcProblems.fromGrpc(refused);
        }
    }

    private static DatasetRef ref(DatasetId id) {
        return DatasetRef.newBuilder().setId(id.hex()).build();
    }
}
