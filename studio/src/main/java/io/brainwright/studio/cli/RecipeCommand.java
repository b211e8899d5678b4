package io.brainwright.studio.cli;

import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.neuro.recipe.RecipeOverlay;
import io.brainwright.neuro.recipe.RecipeOverlay.Layered;
import io.brainwright.neuro.recipe.RecipeReaders;
import io.brainwright.neuro.recipe.RecipeValue;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The values that Brainwright builds from. */
@Command(
        name = "recipe",
        description = "The published and chosen values that everything is built from.",
        mixinStandardHelpOptions = true,
        subcommands = {RecipeCommand.Show.class, RecipeInferCommand.class, RecipeTransplantCommand.class})
final class RecipeCommand implements Runnable {
    private static final List<String> SHIPPED =
            List.of("rat-nbs1", "rat-nbs1-synapses", "rat-nbs1-electrical", "mouse-ccf", "mouse-brain");

    @Override
    public void run() {
        SHIPPED.forEach(name -> System.out.printf(
                "%-22s %,6d values%n", name, RecipeFile.open(name).values().size()));
        System.out.println(
                "'brainwright recipe show NAME [WORDS]' lists them, 'brainwright recipe infer NAME' what they say of each other.");
    }

    /** Lists values. */
    @Command(name = "show", description = "List values with unit, spread and source.", mixinStandardHelpOptions = true)
    static final class Show implements Runnable {
        @Parameters(index = "0", paramLabel = "NAME", description = "Recipe, e.g. rat-nbs1.")
        private String name = "";

        @Parameters(index = "1..*", paramLabel = "WORD", description = "Only values in which all words occur.")
        private List<String> words = List.of();

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Mixin
        private WorkspaceOption workspace = new WorkspaceOption();

        @Override
        public void run() {
            var found = RecipeOverlay.open(name, workspace.path()).values().stream()
                    .filter(l -> matches(l.value()))
                    .toList();
            if (json) {
                System.out.println(Json.of(found.stream().map(Layered::value).toList()));
                return;
            }
            for (var layered : found) {
                var v = layered.value();
                System.out.printf(
                        "%-52s %12s %-8s%s  %s%s%s%n",
                        v.path(),
                        v.value() == Math.rint(v.value())
                                ? String.valueOf((long) v.value())
                                : String.valueOf(v.value()),
                        v.unit(),
                        v.sd() == null ? "" : " ± " + v.sd(),
                        v.source(),
                        v.generalised().isEmpty() ? "" : "  [" + String.join("; ", v.generalised()) + "]",
                        mark(layered));
            }
        }

        private String mark(Layered layered) {
            if (!layered.own()) {
                return "";
            }
            return RecipeReaders.of(name, layered.value().path())
                    .map(stage -> "  (yours; %s builds from it)".formatted(stage))
                    .orElse("  (yours; kept, no stage builds from it)");
        }

        private boolean matches(RecipeValue v) {
            var text = (v.path() + " " + v.description() + " " + v.source()).toLowerCase(Locale.ROOT);
            return words.stream().allMatch(w -> text.contains(w.toLowerCase(Locale.ROOT)));
        }
    }
}
