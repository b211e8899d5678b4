package io.brainwright.agents.planner;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.neuro.recipe.RecipeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The values that this version takes where nobody said one, each with its source: the only numbers that need no words. */
public final class SourcedDefaults {
    private static final String STIMULUS = "sim.run.stimuli.";

    private final RecipeFile file;

    private SourcedDefaults(RecipeFile file) {
        this.file = file;
    }

    /** Those of this version. */
    public static SourcedDefaults open() {
        try (var in = SourcedDefaults.class.getResourceAsStream("planner-defaults.yaml")) {
            return new SourcedDefaults(RecipeFile.read("planner-defaults", Objects.requireNonNull(in)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The value that is taken at a path of a plan ("sim.run.stimuli.0.time_ms"), as an assumption of the plan. */
    public Optional<Assumption> at(String path) {
        var bare = path.replaceAll("\\.[0-9]+(?=\\.|$)", "");
        var names = new ArrayList<>(List.of(path, bare));
        if (bare.startsWith(STIMULUS)) {
            names.add("stimulus." + bare.substring(STIMULUS.length()));
        }
        return names.stream()
                .filter(name -> file.tree().path("defaults").has(name))
                .findFirst()
                .map(name -> file.value("defaults." + name))
                .map(v -> new Assumption(path, Defaults.number(v.value()), v.unit(), v.source(), v.alternatives()));
    }

    /** Paths below an action that a plan always states, because they decide the result: seeds, conditions, steps. */
    public List<String> alwaysStated(String action) {
        return file.tree().path("defaults").propertyNames().stream()
                .filter(name -> name.startsWith(action + "."))
                .filter(name ->
                        name.startsWith("sim.run.") || name.startsWith("connectome.local.") || name.endsWith(".seed"))
                .sorted()
                .toList();
    }
}
