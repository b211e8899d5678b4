package io.brainwright.benchmarks.chaos;

import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.fabric.keys.KeyMaker;
import io.brainwright.fabric.keys.TokenCalls;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Questions: do twenty studies at once at one gateway come out as when each runs alone, and does none wait for all others? Does the
 * memory of any service grow while builds follow one another? Answers: benchmarks/results/load.md.
 *
 * <p>Arguments: {@code APP studies}, {@code APP builds [MINUTES]} or {@code APP compare FOLDER} (the broker folder of studies that ran), APP as 'brainwright app APP' makes it.
 */
public final class LoadSuite {
    private static final Set<Member> MEMBERS = EnumSet.of(
            Member.KAFKA,
            Member.ATLAS,
            Member.PLACEMENT,
            Member.SYNTHESIS,
            Member.CONNECTOME,
            Member.SIM,
            Member.GATEWAY);
    private static final long FIRST_SEED = 1000;
    private static final long MINUTE_ns = 60_000_000_000L;

    private LoadSuite() {}

    public static void main(String[] args) throws Exception {
        if (args.length < 2 || !Files.exists(Path.of(args[0], "studio.jar"))) {
            System.err.println(
                    "usage: LoadSuite APP studies | builds [MINUTES] | compare FOLDER   APP as 'brainwright app APP' makes it");
            System.exit(2);
        }
        var scratch = Files.createTempDirectory("brainwright-load");
        var program = new Program(Path.of(args[0]).toAbsolutePath(), Files.createDirectories(scratch.resolve("logs")));
        var keys = KeyMaker.make(scratch.resolve("keys"), List.of("localhost", "127.0.0.1"));
        boolean good = switch (args[1]) {
            case "studies" -> studies(program, keys, scratch);
            case "compare" -> same(Path.of(args[2]), scratch);
            default -> builds(program, keys, scratch, args.length > 2 ? Integer.parseInt(args[2]) : 60);
        };
        System.exit(good ? 0 : 1);
    }

    private static boolean studies(Program program, KeyFolder keys, Path scratch) throws Exception {
        var load = new TwentyStudies();
        try (var busy = new Household(program, keys, Files.createDirectories(scratch.resolve("busy")))) {
            busy.start(MEMBERS);
            var channel = channel(busy, keys);
            new SmallStudy(channel, FIRST_SEED - 1).run(System.nanoTime());
            memory("before", busy);
            load.run(channel, FIRST_SEED);
            load.fairness().forEach(LoadSuite::say);
            memory("after", busy);
            channel.shutdownNow();
        }
        return same(scratch.resolve("busy"), scratch);
    }

    /** Whether the twenty studies have the ids and checksums of those run alone. */
    private static boolean same(Path busy, Path scratch) throws IOException {
        var differences =
                TwentyStudies.differences(busy, Files.createDirectories(scratch.resolve("alone")), FIRST_SEED);
        differences.forEach(d -> say("FAIL  " + d));
        say(differences.isEmpty() ? "ok    twenty studies have the ids and checksums of those run alone" : "FAIL");
        return differences.isEmpty();
    }

    /** New builds one after another; each minute the memory of each process after all garbage was collected. */
    private static boolean builds(Program program, KeyFolder keys, Path scratch, int minutes) throws Exception {
        try (var household = new Household(program, keys, Files.createDirectories(scratch.resolve("broker")))) {
            household.start(MEMBERS);
            var channel = channel(household, keys);
            long begun_ns = System.nanoTime();
            long next_ns = begun_ns;
            long seed = FIRST_SEED;
            while (System.nanoTime() < begun_ns + minutes * MINUTE_ns) {
                new SmallStudy(channel, seed++).run(begun_ns);
                if (System.nanoTime() >= next_ns) {
                    memory(
                            "%.1f min, %d studies"
                                    .formatted((System.nanoTime() - begun_ns) / (double) MINUTE_ns, seed - FIRST_SEED),
                            household);
                    next_ns = System.nanoTime() + MINUTE_ns;
                }
            }
            memory("end, %d studies".formatted(seed - FIRST_SEED), household);
            channel.shutdownNow();
            return true;
        }
    }

    private static void memory(String when, Household household) {
        var line = new StringBuilder("| %s |".formatted(when));
        for (var entry : household.pids().entrySet()) {
            var memory = Memory.of(entry.getValue());
            line.append(" %s %.1f / %.0f |".formatted(entry.getKey().label(), memory.heap_MB(), memory.resident_MB()));
        }
        say(line.toString());
    }

    private static ManagedChannel channel(Household household, KeyFolder keys) {
        return Grpc.newChannelBuilder(household.address(Member.GATEWAY), keys.channelCredentials())
                .intercept(new TokenCalls(keys))
                .build();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
