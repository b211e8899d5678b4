package io.brainwright.placement.model.rules;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Scores of the places of a candidates file: lines of cell, m-type, id of the place, height of the soma, then lower and upper boundary of every
 * layer, in um, between blanks.
 */
public final class Candidates {
    private final PlacementRules rules;
    private final Path annotations;
    private final List<String> layers;
    private final Map<String, CellScores> bound = new HashMap<>();
    private final TreeSet<String> unannotated = new TreeSet<>();

    /**
     * @param annotations folder of the cells' annotations, {@code NAME.xml}
     * @param layers names, in the order of the file's columns
     */
    public Candidates(PlacementRules rules, Path annotations, List<String> layers) {
        this.rules = rules;
        this.annotations = annotations;
        this.layers = List.copyOf(layers);
    }

    /**
     * One place's score.
     *
     * @param cell name of the reconstructed cell
     * @param place id of the place
     * @param score in [0, 1]
     */
    public record Scored(String cell, String place, double score) {}

    /** Scores a file; candidates whose cell has no annotations are left away and named by {@link #unannotated}. */
    public List<Scored> score(Path file) {
        var all = new ArrayList<Scored>();
        var score = new double[1];
        try (var lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                var words = line.strip().split("\\s+");
                var profile = profile(words, String.valueOf(file.getFileName()), number);
                var cell = annotations.resolve(words[0] + ".xml").normalize();
                if (!cell.startsWith(annotations.normalize()) || !Files.isRegularFile(cell)) {
                    unannotated.add(words[0]);
                    continue;
                }
                bound.computeIfAbsent(
                                words[0] + " " + words[1],
                                _ -> new CellScores(rules.of(words[1]), List.of(RuleFiles.annotations(cell))))
                        .at(profile, 1, ScaleBias.UNIFORM, score);
                all.add(new Scored(words[0], words[2], score[0]));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + file, broken);
        }
        return all;
    }

    /** Cells that were asked for and have no annotations. */
    public List<String> unannotated() {
        return List.copyOf(unannotated);
    }

    private LayerProfile profile(String[] words, String file, int line) {
        var numbers = new double[Math.max(0, words.length - 3)];
        try {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Double.parseDouble(words[i + 3]);
            }
        } catch (NumberFormatException broken) {
            throw wrong(file, line, "has a word where a number belongs");
        }
        if (numbers.length != 1 + 2 * layers.size()) {
            throw wrong(file, line, "has %d columns; %d are right for %d layers"
                    .formatted(words.length, 4 + 2 * layers.size(), layers.size()));
        }
        for (double n : numbers) {
            if (!Double.isFinite(n)) {
                throw wrong(file, line, "has a number that is not finite");
            }
        }
        return new LayerProfile(layers, numbers[0], java.util.Arrays.copyOfRange(numbers, 1, numbers.length));
    }

    private static Problem wrong(String file, int line, String what) {
        return new Problem(
                Kind.INVALID,
                "CANDIDATE_WRONG",
                "%s, line %d %s.".formatted(file, line, what),
                "A line is: cell, m-type, place, height of the soma, lower and upper boundary of every layer (um).",
                Map.of("file", file, "line", String.valueOf(line)));
    }
}
