package io.brainwright.agents.run;

import io.brainwright.agents.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what came of a run. */
final class RunAssembly {
    private final Plan plan;
    private final Services services;
    private final List<SimulationRun> runs;
    private final List<StepOutcome> outcomes = new ArrayList<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final List<Built> built;

    RunAssembly(
            Plan plan,
            Services services,
            List<SimulationRun> runs,
            Collection<Map<Setting, StepOutcome>> outcomes,
            List<Built> built) {
        this.plan = plan;
        this.services = services;
        this.runs = runs;
        for (var step : outcomes) {
            this.outcomes.addAll(step.values());
            var notes = new RunNotes();
            step.forEach((setting, outcome) -> notes.add(setting.words(), outcome.words()));
            words.addAll(notes.words());
        }
        this.built = built;
    }

    RunResult result() {
        var comparisons = Comparisons.of(plan, services, runs);
        var measures = new ArrayList<Measure>();
        outcomes.forEach(o -> measures.addAll(o.measures()));
        measures.addAll(comparisons.measures());
        var files = outcomes.stream().flatMap(o -> o.files().stream()).toList();
        return new RunResult(
                built,
                comparisons.first(),
                comparisons.controlled(),
                runs.isEmpty() ? 0 : Onsets.first_ms(runs.getFirst().params()),
                files.stream().filter(RunAssembly::isPicture).toList(),
                named(files, "circuit_config.json"),
                named(files, "simulation_config.json"),
                SeedAverage.of(measures),
                List.copyOf(words),
                files.stream()
                        .filter(f -> !isPicture(f) && !f.toString().endsWith("_config.json"))
                        .toList());
    }

    private static boolean isPicture(Path file) {
        return file.toString().endsWith(".png") || file.toString().endsWith(".svg");
    }

    private static @Nullable Path named(List<Path> files, String name) {
        return files.stream().filter(f -> f.endsWith(name)).findFirst().orElse(null);
    }
}
