package io.brainwright.library.model.scoring;

import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.extraction.Field;
import io.brainwright.library.model.extraction.NeuroscienceGate;
import io.brainwright.library.model.extraction.papers.PaperExtraction;
import io.brainwright.library.model.paper.jats.JatsReader;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whole papers, read as the library reads them; those outside neuroscience must yield no value. */
public final class NegativeControls {
    private NegativeControls() {}

    /**
     * What came of a paper.
     *
     * @param file its name
     * @param neuroscience whether its words say that it is about nerve cells
     * @param values how many values were extracted
     * @param valuesByPassage how many would be, if each passage stood by itself without its paper
     */
    public record Paper(String file, boolean neuroscience, int values, int valuesByPassage) {}

    /** Reads every JATS file of a folder. */
    public static List<Paper> read(Path folder) {
        var papers = new ArrayList<Paper>();
        try (var files = Files.newDirectoryStream(folder, "*.{xml,nxml}")) {
            for (var file : files) {
                papers.add(paper(file));
            }
        } catch (IOException broken) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "PAPERS_UNREADABLE",
                    "The papers in '%s' cannot be read: %s.".formatted(folder, broken.getMessage()),
                    "Give a folder of JATS files.",
                    Map.of("folder", folder.toString()),
                    List.of(),
                    broken);
        }
        papers.sort(java.util.Comparator.comparing(Paper::file));
        return List.copyOf(papers);
    }

    private static Paper paper(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var name = String.valueOf(file.getFileName());
            var passages = JatsReader.read(in, name).passages();
            var words = passages.stream()
                    .filter(p -> p.kind() != PassageKind.REFERENCE)
                    .map(p -> p.text())
                    .toList();
            return new Paper(
                    name,
                    NeuroscienceGate.field(words) == Field.NEUROSCIENCE,
                    PaperExtraction.of(passages).values().size(),
                    PaperExtraction.passageByPassage(passages).values().size());
        }
    }
}
