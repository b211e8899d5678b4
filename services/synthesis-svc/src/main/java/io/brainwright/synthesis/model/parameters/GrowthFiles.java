package io.brainwright.synthesis.model.parameters;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Growth parameters as files: our own, and those of NeuroTS. */
public final class GrowthFiles {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build()) // NeuroTS writes NaN
            .build();

    private GrowthFiles() {}

    /** Writes our own form. */
    public static void write(GrowthParameters parameters, Path file) {
        try {
            Files.writeString(file, JSON.writeValueAsString(parameters) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    /**
     * Reads either form.
     *
     * @param distributions NeuroTS distributions; null for our own form
     * @param mtype name of the cells; "" for the one in the file
     * @throws Problem INVALID with the file and what it lacks
     */
    public static GrowthParameters read(Path parameters, @Nullable Path distributions, String mtype) {
        var tree = tree(parameters);
        if (distributions != null || tree.has("grow_types")) {
            if (distributions == null) {
                throw wrong(
                        parameters,
                        "it holds NeuroTS parameters, which need their distributions",
                        "Add --distributions FILE.");
            }
            return NeuroTsFiles.of(
                    tree, tree(distributions), mtype.isEmpty() ? name(parameters) : mtype, distributions);
        }
        try {
            var read = JSON.treeToValue(tree, GrowthParameters.class);
            check(read, parameters);
            return mtype.isEmpty()
                    ? read
                    : new GrowthParameters(
                            mtype,
                            read.soma_radius_um(),
                            read.axon(),
                            read.basal(),
                            read.apical(),
                            read.sources(),
                            read.attribution());
        } catch (JacksonException | NullPointerException broken) {
            throw wrong(parameters, "it holds no growth parameters", "Write it with 'brainwright grow fit'.");
        }
    }

    private static void check(GrowthParameters read, Path file) {
        for (var neurite : List.of(read.axon(), read.basal(), read.apical())) {
            for (var tree : neurite.trees()) {
                BarcodeCheck.of(tree.bars(), file);
            }
            if (neurite.trees_per_cell().stream().anyMatch(n -> n < 0 || n > 1000)) {
                throw wrong(file, "a cell has %s trees".formatted(neurite.trees_per_cell()), "0 to 1000 are right.");
            }
            if (!(neurite.randomness() >= 0 && neurite.randomness() < 0.86)) {
                throw wrong(
                        file,
                        "randomness is %s".formatted(neurite.randomness()),
                        "0 to below 0.86 is right: with more a branch never gets anywhere.");
            }
            var habit = neurite.habit();
            if (habit != null
                    && !(habit.heading() >= 0 && habit.heading() <= 1 && habit.wander() >= 0 && habit.wander() < 1)) {
                throw wrong(
                        file,
                        "habit is %s".formatted(habit),
                        "A heading of 0 to 1 and a wander of 0 to below 1 are right.");
            }
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        } catch (JacksonException broken) {
            throw wrong(file, "it is no JSON: " + broken.getOriginalMessage(), "Mend it.");
        }
    }

    static Problem wrong(Path file, String what, String right) {
        return new Problem(
                Kind.INVALID,
                "GROWTH_FILE_WRONG",
                "%s cannot be grown from: %s.".formatted(file.getFileName(), what),
                right,
                Map.of("file", String.valueOf(file.getFileName())));
    }
}
