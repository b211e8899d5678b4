package io.brainwright.library.model.candidates;

import io.brainwright.library.model.candidates.Decision.Verdict;
import io.brainwright.library.model.extraction.ontology.ParameterOntology;
import io.brainwright.library.model.search.ShippedRecipes;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.neuro.recipe.RecipeReaders;
import io.brainwright.neuro.recipe.RecipeValue;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scientist's acts on candidates: into the recipe, or not.
 *
 * <p>A promoted value stands in {@code <workspace>/recipe/<recipe>.yaml} at its path, with unit, spread, source, quotation, and a tag for
 * each generalisation (another species, region or age than the recipe's). It takes precedence over the shipped value of the same path.
 */
public final class Promotion {
    private final Path workspace;
    private final CandidateShelf shelf;

    /** @param workspace the scientist's folder */
    public Promotion(Path workspace) {
        this.workspace = workspace;
        this.shelf = new CandidateShelf(workspace);
    }

    /**
     * What was written.
     *
     * @param file the recipe file of the workspace
     * @param path within it
     * @param value in the unit
     * @param unit as the shipped recipe writes it, or the candidate's
     * @param generalised tags
     * @param replaced the shipped value that it takes precedence over; empty where the recipe has none of that path
     * @param stage that builds from it; empty where none does, and the value is only kept
     */
    public record Promoted(
            Path file,
            String path,
            double value,
            String unit,
            List<String> generalised,
            Optional<RecipeValue> replaced,
            Optional<String> stage) {
        public Promoted {
            generalised = List.copyOf(generalised);
        }
    }

    /**
     * Writes a candidate into the workspace's recipe.
     *
     * @param id of the candidate, or its beginning
     * @param fullPath recipe and path: {@code rat-nbs1.layers.4.thickness_um}
     * @param at when the scientist did it
     */
    public Promoted promote(String id, String fullPath, Instant at) {
        var candidate = shelf.get(id);
        var recipe = recipe(fullPath);
        var path = fullPath.substring(recipe.name().length() + 1);
        var value = candidate.value().value();
        if (value == null) {
            throw new Problem(
                    Kind.INVALID,
                    "CANDIDATE_WITHOUT_VALUE",
                    "Candidate %s states only a range.".formatted(candidate.id()),
                    "A recipe needs one number; choose it yourself and write it as 'chosen: ...'.",
                    Map.of("candidate", candidate.id()));
        }
        var shipped =
                recipe.values().stream().filter(v -> v.path().equals(path)).findFirst();
        var unit = shipped.map(RecipeValue::unit).orElse(candidate.value().unit());
        double factor = factor(candidate, unit, fullPath);
        var generalised = Generalisations.of(candidate.value().tissue(), recipe);
        var file = new WorkspaceRecipe(workspace, recipe.name());
        file.put(path, new WorkspaceRecipe.Entry(candidate, value * factor, unit, factor, generalised, at));
        shelf.decide(new Decision(candidate.id(), Verdict.PROMOTED, fullPath, "", at));
        return new Promoted(
                file.file(), path, value * factor, unit, generalised, shipped, RecipeReaders.of(recipe.name(), path));
    }

    /**
     * Takes a value back out of the workspace's recipe: what is built is the shipped value again. The candidate waits as before.
     *
     * @param fullPath recipe and path: {@code rat-nbs1.layers.4.thickness_um}
     * @throws Problem NOT_FOUND where nothing was promoted there
     */
    public void demote(String fullPath, Instant at) {
        var recipe = recipe(fullPath);
        var path = fullPath.substring(recipe.name().length() + 1);
        var candidate = new WorkspaceRecipe(workspace, recipe.name()).take(path);
        if (!candidate.isEmpty()) {
            shelf.decide(new Decision(candidate, Verdict.DEMOTED, fullPath, "", at));
        }
    }

    /** Writes down that the scientist does not want a candidate. */
    public Candidate reject(String id, String reason, Instant at) {
        var candidate = shelf.get(id);
        shelf.decide(new Decision(candidate.id(), Verdict.REJECTED, "", reason, at));
        return candidate;
    }

    private static RecipeFile recipe(String fullPath) {
        var all = ShippedRecipes.all();
        return all.stream()
                .filter(r -> fullPath.startsWith(r.name() + ".")
                        && fullPath.length() > r.name().length() + 1)
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "This is no place in a recipe.",
                        List.of(new FieldFault(
                                "path",
                                "is '%s'; begin with the recipe, one of %s, then a point and the path within it"
                                        .formatted(
                                                fullPath,
                                                all.stream()
                                                        .map(RecipeFile::name)
                                                        .toList())))));
    }

    private static double factor(Candidate candidate, String unit, String path) {
        var from = ParameterOntology.unit(candidate.value().unit());
        var to = ParameterOntology.unit(unit);
        if (from.dimension() != to.dimension()) {
            throw new Problem(
                    Kind.INVALID,
                    "CANDIDATE_UNIT_MISMATCH",
                    "Candidate %s is in %s, but '%s' is in %s."
                            .formatted(candidate.id(), candidate.value().unit(), path, unit),
                    "Choose a path of the same quantity.",
                    Map.of(
                            "candidate",
                            candidate.id(),
                            "unit",
                            candidate.value().unit(),
                            "path",
                            path,
                            "recipe_unit",
                            unit));
        }
        return from.factor().divide(to.factor(), MathContext.DECIMAL64).doubleValue();
    }
}
