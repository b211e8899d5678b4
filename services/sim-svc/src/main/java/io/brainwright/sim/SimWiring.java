package io.brainwright.sim;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.fabric.rpc.GrpcPort;
import io.brainwright.fabric.work.Builds;
import io.brainwright.sim.service.KeptRuns;
import io.brainwright.sim.service.PartitionGrpc;
import io.brainwright.sim.service.Replicas;
import io.brainwright.sim.service.SimGrpc;
import io.brainwright.sim.service.SimStage;
import io.brainwright.sim.service.ThresholdStage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires the simulator: its stage and its gRPC services. Needs {@link Builds} and {@link Datasets} from outside.
 *
 * <p>Properties: {@code brainwright.sim.checkpoints} (folder for checkpoints of runs that are not finished, by default {@code
 * checkpoints} of the workspace; replicas that share it go on with each other's runs), {@code brainwright.sim.peers} (HOST:PORT of
 * replicas that step parts of a run, by default none; a name may stand for several), {@code brainwright.sim.worth-s} (expected seconds
 * from which a run keeps checkpoints and asks peers, 60), {@code brainwright.sim.keep-every-s} (wall time between checkpoints, 30),
 * {@code brainwright.sim.patience-s} (silence after which a peer is done without, 300).
 */
@Configuration(proxyBeanMethods = false)
public class SimWiring {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    @Bean
    SimStage simStage(
            @Value("${brainwright.sim.checkpoints:}") String checkpoints,
            @Value("${brainwright.workspace:}") String workspace,
            @Value("${brainwright.sim.worth-s:60}") double worth_s,
            @Value("${brainwright.sim.keep-every-s:30}") long keepEvery_s,
            @Value("${brainwright.sim.peers:}") List<String> peers,
            @Value("${brainwright.sim.patience-s:300}") long patience_s,
            @Value("${brainwright.keys:}") String keys,
            ObjectProvider<GrpcPort> port) {
        var folder = checkpoints.isBlank() && !workspace.isBlank()
                ? Path.of(workspace, "checkpoints").toString()
                : checkpoints;
        var replicas = new Replicas(
                peers,
                keyFolder(keys),
                () -> port.stream().mapToInt(GrpcPort::port).findFirst().orElse(-1),
                worth_s,
                Duration.ofSeconds(patience_s));
        var kept = folder.isBlank() ? null : new KeptRuns(Path.of(folder), Duration.ofSeconds(keepEvery_s), worth_s);
        return new SimStage(THREADS, kept, replicas);
    }

    private static @Nullable KeyFolder keyFolder(String keys) {
        return keys.isBlank() ? null : KeyFolder.open(Path.of(keys));
    }

    @Bean
    ThresholdStage thresholdStage() {
        return new ThresholdStage(THREADS);
    }

    @Bean
    SimGrpc simGrpc(SimStage stage, ThresholdStage thresholds, Builds builds, Datasets datasets) {
        return new SimGrpc(stage, thresholds, builds, datasets, THREADS);
    }

    @Bean
    PartitionGrpc partitionGrpc(Datasets datasets) {
        return new PartitionGrpc(datasets, THREADS);
    }
}
