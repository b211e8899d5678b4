package io.brainwright.neuro.recipe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipped recipe with the scientist's own values over it: those in {@code <workspace>/recipe/<name>.yaml} take precedence over the shipped
 * ones of the same path.
 *
 * @param values by path, the shipped order first, then paths that only the workspace has
 */
public record RecipeOverlay(List<Layered> values) {
    /**
     * A value and what lies under it.
     *
     * @param value what holds
     * @param own whether it is the workspace's
     * @param under the shipped value that it takes precedence over, null where there is none
     */
    public record Layered(
            RecipeValue value, boolean own, @Nullable RecipeValue under) {}

    public RecipeOverlay {
        values = List.copyOf(values);
    }

    /**
     * Reads a recipe and what the workspace has over it.
     *
     * @param name of the recipe
     * @param workspace the scientist's folder; one without such a file has nothing over it
     */
    public static RecipeOverlay open(String name, Path workspace) {
        var layered = new LinkedHashMap<String, Layered>();
        for (var value : RecipeFile.open(name).values()) {
            layered.put(value.path(), new Layered(value, false, null));
        }
        var file = workspace.resolve("recipe").resolve(name + ".yaml");
        if (Files.isRegularFile(file)) {
            for (var value : read(name, file).values()) {
                var under = layered.get(value.path());
                layered.put(value.path(), new Layered(value, true, under == null ? null : under.value()));
            }
        }
        return new RecipeOverlay(List.copyOf(layered.values()));
    }

    private static RecipeFile read(String name, Path file) {
        try (var in = Files.newInputStream(file)) {
            return RecipeFile.read(name, in);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }
}
