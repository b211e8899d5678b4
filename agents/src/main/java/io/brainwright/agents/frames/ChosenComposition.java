package io.brainwright.agents.frames;

import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.neuro.recipe.PublishedComposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which of the published compositions words choose where the sources disagree: "the density of the 2015 microcircuit", "the inhibitory share
 * of Markram 2015", "the density of the composition file".
 *
 * @param parameter of placement.cells
 * @param value that gives what the chosen source says
 * @param how the value follows from the sources
 * @param alternatives what the other source says
 */
public record ChosenComposition(String parameter, double value, String how, List<String> alternatives) {
    /** chosen: "a density like that of the 2015 microcircuit" */
    private static final int NEAR = 6;

    public ChosenComposition {
        alternatives = List.copyOf(alternatives);
    }

    /** What words choose; nothing where they name no source. */
    public static List<ChosenComposition> in(Utterance u) {
        var recipe = CorticalRecipe.open("rat-nbs1");
        var microcircuit = PublishedComposition.microcircuit2015(recipe);
        var byLayer = PublishedComposition.byLayer(recipe);
        if (u.has("word.microcircuit_2015")) {
            return of(u, "word.microcircuit_2015", microcircuit, byLayer);
        }
        return u.has("word.composition_file") ? of(u, "word.composition_file", byLayer, microcircuit) : List.of();
    }

    private static List<ChosenComposition> of(
            Utterance u, String named, PublishedComposition chosen, PublishedComposition other) {
        var all = new ArrayList<ChosenComposition>();
        if (near(u, named, "word.density", "query.density")) {
            all.add(new ChosenComposition(
                    "density_scale",
                    chosen.scale(),
                    "the density of %s; %s, as a factor on that by layer and m-type"
                            .formatted(chosen.name(), density(chosen)),
                    List.of("%s: %s".formatted(number(other.scale()), density(other)))));
        }
        if (near(u, named, "class.inhibitory", "class.excitatory") && !counted(u)) {
            all.add(new ChosenComposition(
                    "excitatory_fraction",
                    round(chosen.excitatoryFraction()),
                    "the excitatory share of %s; %s".formatted(chosen.name(), chosen.source()),
                    List.of("%s: %s (%s)"
                            .formatted(number(round(other.excitatoryFraction())), other.name(), other.source()))));
        }
        return all;
    }

    /** "85 % excitatory" is a share of its own. */
    private static boolean counted(Utterance u) {
        return u.amounts().stream()
                .anyMatch(a -> u.between(a.from() - 4, a.to() + 4, "class.inhibitory", "class.excitatory")
                        && !a.unit().isEmpty());
    }

    private static boolean near(Utterance u, String named, String... concepts) {
        return u.all(named).stream().anyMatch(m -> u.between(m.from() - NEAR, m.to() + NEAR, concepts));
    }

    private static double round(double share) {
        return Math.rint(share * 1e4) / 1e4;
    }

    private static String density(PublishedComposition one) {
        return String.format(Locale.ROOT, "%.0f neurons per mm3 (%s)", one.neurons_per_mm3(), one.source());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
