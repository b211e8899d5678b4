package io.brainwright.studio.cli;

import io.brainwright.agents.run.Services;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.BuildResult;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.placement.v1.BrainRequest;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The cells of a mouse brain. */
@Command(
        name = "brain",
        description = {
            "Place the cells of a mouse brain from its totals: 71.76 M neurons and 39.32 M other cells in three parts.",
            "Parts are heaps of cubic tiles of their volume and density, not of the brain's form (docs/science/cell-placement.md).",
            "Example: brainwright placement brain --region CB --fraction 0.01"
        },
        mixinStandardHelpOptions = true)
@Acts
final class PlacementBrainCommand implements Runnable {
    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(
            names = "--region",
            split = ",",
            paramLabel = "NAMES",
            description = "CB, Isocortex (with entorhinal and piriform areas), rest (default: all).")
    private List<String> regions = List.of();

    @Option(
            names = "--fraction",
            paramLabel = "F",
            description = "Share of each part's volume that is filled, at full density (default: ${DEFAULT-VALUE}).")
    private double fraction = 1;

    @Option(names = "--seed", paramLabel = "N", description = "Keys all draws (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--estimate", description = "Only say what it would cost.")
    private boolean estimateOnly;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        if (fraction == 0) {
            fraction =
                    -1; // 0 means "not given" in the contract; here it was given, and is refused as any other that is
            // not above 0
        }
        var request = BrainRequest.newBuilder()
                .addAllRegions(regions)
                .setFraction(fraction)
                .setSeed(seed)
                .build();
        try (var running = platform.start()) {
            var placement = running.part(Services.class).placement();
            var estimate = placement.estimateBrain(request);
            if (estimateOnly) {
                System.out.println(json ? Json.of(facts(estimate)) : told(estimate));
                return;
            }
            if (!platform.isRemote()) {
                checkRoom(platform.workspace(), estimate.getDiskBytes());
            }
            if (!json) {
                System.err.println(told(estimate));
            }
            var bar = new ProgressBar(System.err, System.console() != null);
            var replies = placement.brain(request);
            while (replies.hasNext()) {
                var reply = replies.next();
                if (reply.hasResult()) {
                    System.out.println(json ? Json.of(facts(estimate, reply.getResult())) : told(reply.getResult()));
                } else {
                    var p = reply.getProgress();
                    var words = String.format(
                            Locale.ROOT,
                            "%s %,d of %,d %s, %s",
                            p.getVerb(),
                            p.getDone(),
                            p.getTotal(),
                            p.getUnit(),
                            p.getDetail());
                    bar.show("placement", words, p.getDone(), p.getTotal(), p.getPerSecond(), p.getUnit());
                }
            }
        } catch (StatusRuntimeException refused) {
            throw GrpcProblems.fromGrpc(refused);
        }
    }

    /** Refuses what the disk of the workspace cannot hold. */
    static void checkRoom(Path workspace, long bytes) {
        try {
            long free = Files.getFileStore(workspace).getUsableSpace();
            if (bytes > free) {
                throw new Problem(
                        Kind.TOO_LARGE,
                        "DISK_TOO_SMALL",
                        String.format(
                                Locale.ROOT,
                                "The cells need %.1f GB of disk; %.1f GB are free at %s.",
                                bytes / 1e9,
                                free / 1e9,
                                workspace),
                        String.format(Locale.ROOT, "A fraction smaller by %.3f fits.", (double) free / bytes),
                        Map.of("bytes", String.valueOf(bytes), "free", String.valueOf(free)));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot ask for the room at " + workspace, failed);
        }
    }

    private static String told(Estimate e) {
        return String.format(
                Locale.ROOT,
                "%s%nAbout %s, %.2f GB of disk, %.1f GB of memory beyond the platform's own.",
                String.join("\n", e.getNotesList()),
                ProgressBar.duration(e.getSeconds()),
                e.getDiskBytes() / 1e9,
                e.getMemoryBytes() / 1e9);
    }

    private static String told(BuildResult r) {
        return String.format(
                Locale.ROOT,
                "Dataset %s: %,d rows, %.2f GB, %s%s.",
                r.getDataset().getId(),
                r.getRows(),
                r.getBytes() / 1e9,
                ProgressBar.duration(r.getSeconds()),
                r.getFromCatalogue() ? " when it was made" : "");
    }

    private static Map<String, Object> facts(Estimate e) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cells", (long) e.getAmount());
        facts.put("estimated_s", e.getSeconds());
        facts.put("estimated_disk_bytes", e.getDiskBytes());
        facts.put("estimated_memory_bytes", e.getMemoryBytes());
        facts.put("notes", e.getNotesList());
        return facts;
    }

    private static Map<String, Object> facts(Estimate e, BuildResult r) {
        var facts = facts(e);
        facts.put("dataset", r.getDataset().getId());
        facts.put("rows", r.getRows());
        facts.put("bytes", r.getBytes());
        facts.put("seconds", r.getSeconds());
        facts.put("from_catalogue", r.getFromCatalogue());
        return facts;
    }
}
