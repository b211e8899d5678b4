package io.brainwright.agents.frames;

import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.neuro.recipe.MType;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The m-types of the recipe that a class of cells and layers leave. */
public final class MTypes {
    private static final List<String> PYRAMIDAL = List.of("TPC", "UPC", "IPC", "BPC", "HPC");

    private MTypes() {}

    /** Names of all m-types. */
    public static List<String> all() {
        return CorticalRecipe.open("rat-nbs1").mtypes().stream()
                .map(MType::name)
                .toList();
    }

    /** "L5 pyramidal" as the m-types of the recipe; none where the words name no class that the recipe has. */
    static List<String> of(JsonNode target) {
        var words = target.path("m_class").asString("");
        if (!words.contains("pyramid")) {
            return List.of();
        }
        var layer = words.matches("L\\d .*") ? words.substring(0, 2) : "";
        return all().stream()
                .filter(t -> PYRAMIDAL.stream().anyMatch(p -> t.contains("_" + p)))
                .filter(t -> layer.isEmpty()
                        || t.startsWith(layer + "_")
                        || (layer.matches("L[23]") && t.startsWith("L23_")))
                .toList();
    }
}
