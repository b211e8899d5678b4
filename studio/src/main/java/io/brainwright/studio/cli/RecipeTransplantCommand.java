package io.brainwright.studio.cli;

import io.brainwright.neuro.densities.OverlayText;
import io.brainwright.neuro.densities.RecipeStrata;
import io.brainwright.neuro.densities.Recipient;
import io.brainwright.neuro.densities.Stratum;
import io.brainwright.neuro.densities.Transplant;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.neuro.recipe.CorticalRegion;
import io.brainwright.neuro.vocabulary.NearestNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One subregion takes the composition of another. */
@Command(
        name = "transplant",
        description = {
            "Give a subregion of the rat sheet the composition of another: shares by layer and m-type stay the donor's, thicknesses and "
                    + "densities of excitatory and inhibitory cells are the recipient's own where you give them.",
            "Example: brainwright recipe transplant --from S1HL --to S1Tr --thickness 4=150 --inhibitory 4=9500 --out S1Tr.yaml"
        },
        mixinStandardHelpOptions = true)
final class RecipeTransplantCommand implements Runnable {
    private static final String RECIPE = "rat-nbs1";

    @Option(names = "--from", required = true, paramLabel = "REGION", description = "Donor.")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "REGION", description = "Recipient.")
    private String to = "";

    @Option(
            names = "--thickness",
            paramLabel = "LAYER=UM",
            description = "Own thickness of a layer; may be given again.")
    private Map<String, Double> thickness = Map.of();

    @Option(
            names = "--excitatory",
            paramLabel = "LAYER=PER_MM3",
            description = "Own density of excitatory neurons of a layer.")
    private Map<String, Double> excitatory = Map.of();

    @Option(
            names = "--inhibitory",
            paramLabel = "LAYER=PER_MM3",
            description = "Own density of inhibitory neurons of a layer.")
    private Map<String, Double> inhibitory = Map.of();

    @Option(
            names = "--out",
            paramLabel = "FILE.yaml",
            description =
                    "Write it as values of your own; in recipe/rat-nbs1.yaml of the workspace plans build from them, in all subregions.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        var recipe = CorticalRecipe.open(RECIPE);
        check(recipe);
        var lent = RecipeStrata.of(recipe);
        var moved = Transplant.of(from, lent, recipient(lent));
        if (json) {
            System.out.println(Json.of(Map.of(
                    "donor", moved.donor(),
                    "recipient", moved.recipient(),
                    "generalised", List.of(moved.tag()),
                    "cells_per_mm2", moved.cells_per_mm2(),
                    "identity", moved.strata().equals(lent),
                    "layers", moved.strata())));
        } else {
            show(recipe, lent, moved);
        }
        if (!out.toString().isEmpty()) {
            write(OverlayText.of(moved, lent));
        }
    }

    private void check(CorticalRecipe recipe) {
        var known = recipe.regions().stream().map(CorticalRegion::acronym).toList();
        for (var region : List.of(from, to)) {
            if (!known.contains(region)) {
                throw Problem.invalid(
                        "There is no subregion '%s' in recipe %s.".formatted(region, RECIPE),
                        List.of(new FieldFault(
                                region.equals(from) ? "--from" : "--to", NearestNames.sentence(region, known))));
            }
        }
    }

    private Recipient recipient(List<Stratum> lent) {
        var layers = new LinkedHashMap<String, Recipient.Known>();
        for (var stratum : lent) {
            layers.put(stratum.name(), known(stratum.name(), stratum.thickness_um()));
        }
        for (var asked : List.of(thickness, excitatory, inhibitory)) {
            asked.keySet().forEach(layer -> layers.computeIfAbsent(layer, l -> known(l, Double.NaN)));
        }
        return new Recipient(to, layers);
    }

    private Recipient.Known known(String layer, double otherwise_um) {
        var groups = new LinkedHashMap<String, Double>();
        if (excitatory.containsKey(layer)) {
            groups.put("EXC", excitatory.get(layer));
        }
        if (inhibitory.containsKey(layer)) {
            groups.put("INH", inhibitory.get(layer));
        }
        return new Recipient.Known(thickness.getOrDefault(layer, otherwise_um), groups, Map.of());
    }

    private static void show(CorticalRecipe recipe, List<Stratum> lent, Transplant moved) {
        if (moved.strata().equals(lent)) {
            System.out.printf(
                    "%s and %s share one composition and one set of thicknesses in recipe %s: there is nothing to transplant between them.%n"
                            + "Give what is known of %s itself: --thickness, --excitatory, --inhibitory.%n",
                    moved.donor(), moved.recipient(), RECIPE, moved.recipient());
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%s   [generalised: %s]   %,.0f neurons under 1 mm2 (%s: %,.0f)%n",
                moved.recipient(),
                moved.tag(),
                moved.cells_per_mm2(),
                moved.donor(),
                recipe.file().number("sheet.neurons_per_mm2"));
        for (var stratum : moved.strata()) {
            System.out.printf(
                    Locale.ROOT,
                    "%nlayer %s  %.0f um, %,.0f per mm3%n",
                    stratum.name(),
                    stratum.thickness_um(),
                    stratum.total_per_mm3());
            stratum.densities()
                    .forEach(t -> System.out.printf(
                            Locale.ROOT, "  %-12s %s %,12.1f%n", t.name(), t.group(), t.density_per_mm3()));
        }
    }

    private void write(String yaml) {
        if (Files.exists(out)) {
            throw Problem.invalid(
                    "'%s' is there already.".formatted(out),
                    List.of(new FieldFault("--out", "Name a new file; nothing was overwritten.")));
        }
        try {
            Files.writeString(out, yaml);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + out, failed);
        }
    }
}
