package io.brainwright.library.model.candidates;

import io.brainwright.library.model.document.DocumentKind;
import io.brainwright.library.model.extraction.Extractor;
import io.brainwright.library.model.extraction.Field;
import io.brainwright.library.model.extraction.papers.PaperExtraction;
import io.brainwright.library.model.intake.Library;
import java.util.ArrayList;
import java.util.List;

/** Extracts from the documents of the library and keeps what was found as candidates. */
public final class LibraryExtraction {
    private final Library library;
    private final CandidateShelf shelf;

    public LibraryExtraction(Library library, CandidateShelf shelf) {
        this.library = library;
        this.shelf = shelf;
    }

    /**
     * What was found.
     *
     * @param candidates all of them
     * @param documents how many documents were read
     * @param outside documents that are not about nerve cells
     * @param instructions quotations of sentences that speak to an assistant
     */
    public record Found(List<Candidate> candidates, int documents, List<String> outside, List<String> instructions) {
        public Found {
            candidates = List.copyOf(candidates);
            outside = List.copyOf(outside);
            instructions = List.copyOf(instructions);
        }
    }

    /** @param id of a document, or its beginning; empty for every paper */
    public Found extract(String id) {
        var wanted = id.isEmpty()
                ? library.shelf().all().stream()
                        .filter(k -> k.document().kind() == DocumentKind.PAPER)
                        .toList()
                : List.of(library.shelf().get(id));
        var candidates = new ArrayList<Candidate>();
        var outside = new ArrayList<String>();
        var instructions = new ArrayList<String>();
        for (var kept : wanted) {
            var read = PaperExtraction.of(library.read(kept).passages());
            var found = read.values().stream()
                    .map(v -> Candidate.of(kept.document(), v, Extractor.VERSION))
                    .toList();
            shelf.replace(kept.document().id(), found);
            candidates.addAll(found);
            instructions.addAll(read.instructions());
            if (read.field() == Field.OTHER) {
                outside.add(kept.document().shortName());
            }
        }
        return new Found(candidates, wanted.size(), outside, instructions);
    }
}
