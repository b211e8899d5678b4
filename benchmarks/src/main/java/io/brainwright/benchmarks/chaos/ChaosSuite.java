package io.brainwright.benchmarks.chaos;

import io.brainwright.fabric.keys.KeyFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Question: does a study come out with the same bytes whatever dies while it is built?
 *
 * <p>Answer: benchmarks/results/chaos.md. Run it in the folder of the sources:
 *
 * <pre>{@code
 * ./brainwright app app
 * benchmarks/run chaos.ChaosSuite app 30
 * }</pre>
 *
 * <p>Arguments: the program's folder, how many kills (30), the seed (1), a folder on a small disk for the broker (a fresh one on
 * the usual disk, and then the trial of the full disk is left out), trials to run by the first word of their names (all).
 */
public final class ChaosSuite {
    private ChaosSuite() {}

    public static void main(String[] args) throws Exception {
        if (args.length < 1 || !Files.exists(Path.of(args[0], "studio.jar"))) {
            System.err.println(
                    "usage: ChaosSuite APP [KILLS [SEED [BROKER_FOLDER [TRIAL...]]]]   APP as 'brainwright app APP' makes it");
            System.exit(2);
        }
        var scratch = Files.createTempDirectory("brainwright-chaos");
        var logs = Files.createDirectories(scratch.resolve("logs"));
        var program = new Program(Path.of(args[0]).toAbsolutePath(), logs);
        int kills = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        boolean small = args.length > 3 && !args[3].equals("-");
        var data = small ? Path.of(args[3]) : Files.createDirectories(scratch.resolve("broker"));
        var wanted = List.of(args).subList(Math.min(args.length, 4), args.length);
        System.exit(run(program, data, scratch, trials(kills, seed, small, wanted)) ? 0 : 1);
    }

    private static List<Trial> trials(int kills, long seed, boolean small, List<String> wanted) {
        var all = new ArrayList<Trial>(List.of(
                new TwoCoordinators(),
                new CancelAndResume(),
                new NetworkCut(),
                new ClockJump(),
                new DeadlyChunk(),
                new RandomKills(kills, seed)));
        if (small) {
            all.add(new FullDisk());
        }
        all.add(new Cleanup());
        all.removeIf(trial -> !wanted.isEmpty() && wanted.stream().noneMatch(trial.name()::contains));
        return all;
    }

    private static boolean run(Program program, Path data, Path scratch, List<Trial> trials) throws Exception {
        boolean good = true;
        Map<String, List<Answer>> answers = new LinkedHashMap<>();
        var keys = keys(program, scratch);
        try (var household = new Household(program, keys, data)) {
            household.start();
            for (var trial : trials) {
                long started = System.nanoTime();
                try {
                    var line = trial.run(household, scratch.resolve("workspaces"));
                    answers.putAll(trial.answers());
                    say("ok    %s: %s (%.0f s)", trial.name(), line, (System.nanoTime() - started) * 1e-9);
                } catch (IllegalStateException failed) {
                    good = false;
                    say("FAIL  %s: %s", trial.name(), String.valueOf(failed.getMessage()));
                }
            }
            var differences = new Truth(program, scratch.resolve("truth")).differences(household, answers);
            differences.forEach(difference -> say("FAIL  %s", difference));
            if (differences.isEmpty()) {
                say("ok    %d studies have the bytes of the undisturbed build, every row read back", answers.size());
            }
            good &= differences.isEmpty();
        }
        say("%s; logs in %s", good ? "all holds" : "something does not hold", scratch);
        return good;
    }

    private static KeyFolder keys(Program program, Path scratch) throws Exception {
        var folder = scratch.resolve("keys");
        program.start(
                        "keys",
                        "io.brainwright.studio.Studio",
                        Map.of(),
                        List.of("keys", "--out", folder.toString(), "--host", "localhost", "--host", "127.0.0.1"))
                .waitFor();
        return KeyFolder.open(folder);
    }

    private static void say(String line, Object... values) {
        System.out.println(line.formatted(values));
    }
}
