package io.brainwright.studio.doctor;

import io.brainwright.agents.chat.Conversation;
import io.brainwright.agents.plugged.PluggedStages;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.atlas.v1.AtlasServiceGrpc;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.connectome.v1.ConnectomeServiceGrpc;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.PlacementServiceGrpc;
import io.brainwright.proto.plugin.v1.PluggedStage;
import io.brainwright.proto.plugin.v1.StageState;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.proto.render.v1.RenderServiceGrpc;
import io.brainwright.proto.sim.v1.ListBackendsRequest;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.SimServiceGrpc;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;
import io.brainwright.proto.synthesis.v1.SynthesisServiceGrpc;
import io.brainwright.studio.Platform;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What can be seen when the platform runs: broker, services, data, devices, chat model. */
final class PlatformChecks {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final int NEWEST = 20;
    private static final Set<Status.Code> AWAY = Set.of(
            Status.Code.UNAVAILABLE,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.UNAUTHENTICATED,
            Status.Code.UNIMPLEMENTED,
            Status.Code.INTERNAL);

    private PlatformChecks() {}

    static List<Finding> all(Platform running, boolean everything) {
        var findings = new ArrayList<Finding>();
        findings.add(Finding.ok("broker", running.kafka()));
        var channel = running.part(Channel.class);
        calls(channel).forEach((stage, call) -> findings.add(service(stage, call)));
        findings.addAll(devices(channel));
        findings.add(Finding.ok("chat model", running.part(Conversation.class).model()));
        running.part(PluggedStages.class).stages().forEach(stage -> findings.add(plugged(stage)));
        findings.add(data(running.part(Datasets.class), everything));
        return findings;
    }

    /** A request that says nothing: any answer, a refusal of it as well, shows that the service is there. */
    private static Map<String, Consumer<Duration>> calls(Channel channel) {
        Map<String, Consumer<Duration>> calls = new LinkedHashMap<>();
        calls.put(
                "atlas",
                within -> AtlasServiceGrpc.newBlockingStub(channel)
                        .withDeadlineAfter(within)
                        .estimate(AtlasRequest.getDefaultInstance()));
        calls.put(
                "placement",
                within -> PlacementServiceGrpc.newBlockingStub(channel)
                        .withDeadlineAfter(within)
                        .estimate(PlacementRequest.getDefaultInstance()));
        calls.put(
                "synthesis",
                within -> SynthesisServiceGrpc.newBlockingStub(channel)
                        .withDeadlineAfter(within)
                        .estimate(SynthesisRequest.getDefaultInstance()));
        calls.put(
                "connectome",
                within -> ConnectomeServiceGrpc.newBlockingStub(channel)
                        .withDeadlineAfter(within)
                        .estimate(ConnectomeRequest.getDefaultInstance()));
        calls.put(
                "sim",
                within -> SimServiceGrpc.newBlockingStub(channel)
                        .withDeadlineAfter(within)
                        .estimate(SimRequest.getDefaultInstance()));
        calls.put(
                "render",
                within -> RenderServiceGrpc.newBlockingStub(channel)
                        .withDeadlineAfter(within)
                        .estimate(RenderRequest.getDefaultInstance()));
        return calls;
    }

    static Finding service(String stage, Consumer<Duration> call) {
        long asked = System.nanoTime();
        try {
            call.accept(ANSWER_WITHIN);
        } catch (StatusRuntimeException answer) {
            if (AWAY.contains(answer.getStatus().getCode())) {
                return Finding.fault(
                        stage,
                        "does not answer: " + answer.getStatus(),
                        "Start the service again; its log says what stopped it.");
            }
        }
        return Finding.ok(stage, "answers in %.0f ms".formatted((System.nanoTime() - asked) * 1e-6));
    }

    private static List<Finding> devices(Channel channel) {
        try {
            return SimServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(ANSWER_WITHIN)
                    .listBackends(ListBackendsRequest.getDefaultInstance())
                    .getBackendsList()
                    .stream()
                    .map(b -> b.getAvailable()
                            ? Finding.ok("simulation", b.getName() + " on " + b.getDevice())
                            : Finding.note(
                                    "simulation",
                                    "%s is not available: %s".formatted(b.getName(), b.getReason()),
                                    "Simulations run on the java back end meanwhile, with the same numbers."))
                    .toList();
        } catch (StatusRuntimeException away) {
            return List.of(); // the service itself is a finding already
        }
    }

    /** A stage of the scientist's own. */
    static Finding plugged(PluggedStage stage) {
        var name = stage.getDescription().getName();
        var said = "%s at %s".formatted(name.isEmpty() ? "?" : name, stage.getAddress());
        return stage.getState() == StageState.STAGE_STATE_READY
                ? Finding.ok("own stage", said)
                : Finding.fault(
                        "own stage",
                        said + ": " + stage.getWhy(),
                        "Start it, or mend its entry under 'stages' in brainwright.yaml.");
    }

    /** Reads datasets back from the broker; each part is held against its checksum. */
    static Finding data(Datasets datasets, boolean everything) {
        var all = datasets.list();
        var read = all.stream()
                .sorted(Comparator.comparingLong(Manifest::startedMillis).reversed())
                .limit(everything ? all.size() : NEWEST)
                .toList();
        try {
            for (var manifest : read) {
                for (var table : manifest.tables()) {
                    for (int chunk = 0; chunk < manifest.chunks().size(); chunk++) {
                        datasets.read(manifest.id(), table.name(), chunk);
                    }
                }
            }
        } catch (Problem damaged) {
            return Finding.fault("datasets", damaged);
        }
        return Finding.ok(
                "datasets",
                read.size() == all.size()
                        ? "%d, each part holds its checksum".formatted(all.size())
                        : "%d, of which the newest %d hold their checksums (--deep reads all)"
                                .formatted(all.size(), read.size()));
    }
}
