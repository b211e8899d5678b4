package io.brainwright.sim;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.cases.CaseBench;
import io.brainwright.sim.cases.CaseCheck;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.nmodl.Nmodl;
import io.brainwright.sim.model.nmodl.NmodlText;
import io.brainwright.sim.model.nmodl.Published;
import io.brainwright.sim.run.Pause;
import io.brainwright.sim.run.RunOptions;
import io.brainwright.sim.run.RunSummary;
import io.brainwright.sim.sonata.SonataExperiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * The simulator alone, without services: {@code check CASE...}, {@code run FILE}, {@code export FILE}, {@code electrodes FILE}, {@code bench CASE}, {@code mechanism
 * FILE.mod...}, {@code export-mechanisms DIR}, {@code devices}.
 *
 * <p>Options: {@code --backend auto|java|opencl} (also {@code --back-end}), {@code --threads N}, {@code --out DIR}, {@code
 * --json}; of {@code run}: {@code --checkpoint-every MS}, {@code --resume}, {@code --estimate}. Exit code 0: all within tolerance; 1: one
 * is out or could not be judged; 2: bad input.
 */
public final class SimMain {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SimArguments said;
    private final List<String> words;

    private SimMain(SimArguments said) {
        this.said = said;
        words = said.words();
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command; returns its exit code. */
    public static int run(String... arguments) {
        try {
            if (arguments.length > 0 && arguments[0].equals("emodel")) {
                return ModelVerb.run(List.of(arguments).subList(1, arguments.length));
            }
            return new SimMain(SimArguments.of(arguments)).go();
        } catch (Problem problem) {
            System.err.println(problem.sentence());
            return problem.kind().exitCode();
        }
    }

    private int go() {
        return switch (words.isEmpty() ? "" : words.get(0)) {
            case "check" -> check();
            case "run" -> experiment();
            case "export" -> export();
            case "electrodes" -> electrodes();
            case "bench" -> bench();
            case "mechanism" -> mechanism();
            case "export-mechanisms" -> exportMechanisms();
            case "devices" -> devices();
            default ->
                throw SimArguments.wrong(
                        "command",
                        "'%s'; check CASE..., run FILE, export FILE, electrodes FILE, emodel ETYPE, bench CASE, mechanism FILE.mod..., export-mechanisms DIR or devices"
                                .formatted(String.join(" ", words)));
        };
    }

    private int check() {
        if (words.size() < 2) {
            throw SimArguments.wrong("check", "needs at least one case file");
        }
        var reports = words.stream()
                .skip(1)
                .map(w -> CaseCheck.run(Path.of(w), said.backend()))
                .toList();
        if (said.json()) {
            System.out.println(JSON.writeValueAsString(reports));
        } else {
            reports.forEach(r -> System.out.print(r.table()));
        }
        return reports.stream().allMatch(r -> r.passed()) ? 0 : 1;
    }

    /** Runs a case file or a SONATA simulation configuration; progress goes to the error stream. */
    private int experiment() {
        if (words.size() != 2) {
            throw SimArguments.wrong("run", "needs one file: a case.json or a SONATA simulation_config.json");
        }
        if (said.estimate()) {
            return estimate(Path.of(words.get(1)));
        }
        List<RunSummary> summaries;
        try (var pause = said.checkpointEvery_ms() > 0 || said.resume() ? new Pause() : null) {
            var options = new RunOptions(
                    said.backend(),
                    said.threads(),
                    said.out(),
                    said.checkpointEvery_ms(),
                    said.resume(),
                    () -> pause != null && pause.asked(),
                    System.err::println);
            try {
                summaries = Experiments.run(Path.of(words.get(1)), options);
            } catch (Problem stopped) {
                if (pause == null || !pause.asked()) {
                    throw stopped;
                }
                System.err.println(stopped.sentence()); // before the process may end
                return stopped.kind().exitCode();
            }
        }
        if (said.json()) {
            System.out.println(JSON.writeValueAsString(summaries));
        } else {
            summaries.forEach(s -> System.out.print(s.text()));
        }
        return 0;
    }

    /** Exit code 2 where a run would not fit. */
    private int estimate(Path file) {
        var options = RunOptions.plain(said.backend(), said.threads(), said.out(), System.err::println);
        var forecasts = Experiments.estimate(file, options);
        if (said.json()) {
            System.out.println(JSON.writeValueAsString(forecasts));
        } else {
            forecasts.forEach(f -> System.out.print(f.text()));
        }
        return forecasts.stream().allMatch(f -> f.fits()) ? 0 : Kind.TOO_LARGE.exitCode();
    }

    /** Writes a SONATA simulation as a folder that NEURON runs. */
    private int export() {
        var out = said.out();
        if (words.size() != 2 || out == null) {
            throw SimArguments.wrong("export", "needs one SONATA simulation_config.json, and --out DIR");
        }
        SonataExperiment.export(Path.of(words.get(1)), out).forEach(System.out::println);
        return 0;
    }

    /** Writes the weights that lfp reports of a SONATA simulation need. */
    private int electrodes() {
        var out = said.out();
        if (words.size() != 2 || out == null || said.places().isEmpty()) {
            throw SimArguments.wrong(
                    "electrodes",
                    "needs one SONATA simulation_config.json, --at X,Y,Z for each electrode, and --out FILE.h5");
        }
        SonataExperiment.electrodes(Path.of(words.get(1)), said.places(), out);
        System.out.println(out);
        return 0;
    }

    private int bench() {
        if (words.size() != 2) {
            throw SimArguments.wrong("bench", "needs one case file");
        }
        var bench = CaseBench.run(Path.of(words.get(1)), said.backend(), said.threads());
        System.out.println(JSON.writeValueAsString(bench));
        return 0;
    }

    /** Reads mechanism files; says what each is, or its first fault. */
    private int mechanism() {
        if (words.size() < 2) {
            throw SimArguments.wrong("mechanism", "needs at least one .mod file");
        }
        int faults = 0;
        for (var file : words.subList(1, words.size())) {
            try {
                var m = Nmodl.read(Path.of(file));
                System.out.println("%s: %s, %s, states %s, parameters %s"
                        .formatted(
                                file,
                                m.name(),
                                Published.servedAs(m, Path.of(file)),
                                m.states(),
                                m.parameters().stream()
                                        .map(p -> p.name() + " = " + p.value())
                                        .toList()));
            } catch (Problem problem) {
                faults++;
                System.err.println(problem.sentence());
            }
        }
        return faults == 0 ? 0 : 1;
    }

    /** Writes every built-in mechanism as a .mod file. */
    private int exportMechanisms() {
        if (words.size() != 2) {
            throw SimArguments.wrong("export-mechanisms", "needs one folder");
        }
        try {
            var folder = Files.createDirectories(Path.of(words.get(1)));
            var all = new ArrayList<>(Mechanism.builtIn());
            all.addAll(Published.all());
            for (var mechanism : all) {
                var file = folder.resolve(NmodlText.suffix(mechanism) + ".mod");
                Files.writeString(file, NmodlText.of(mechanism));
                System.out.println(file);
            }
            return 0;
        } catch (IOException e) {
            throw SimArguments.wrong("export-mechanisms", "cannot write there: " + e.getMessage());
        }
    }

    private int devices() {
        System.out.println(JSON.writeValueAsString(io.brainwright.sim.model.solver.Simulation.devices()));
        return 0;
    }
}
