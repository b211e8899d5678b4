package io.brainwright.library.service;

import io.brainwright.library.model.document.Passage;
import io.brainwright.library.model.search.FoundPassage;
import io.brainwright.library.model.shelf.Kept;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.library.v1.Document;
import io.brainwright.proto.library.v1.Quote;
import io.brainwright.proto.library.v1.Span;
import java.util.List;

/** Documents and passages in the words of the contract. */
final class Documents {
    private Documents() {}

    static Document document(Kept kept, int passages) {
        var d = kept.document();
        var answer = Document.newBuilder()
                .setId(d.id())
                .setKind(d.kind().word())
                .setFormat(d.format())
                .setFileName(d.fileName())
                .setTitle(d.title())
                .addAllAuthors(d.authors())
                .setJournal(d.journal())
                .setDoi(d.doi())
                .setLicence(d.licence())
                .setCitation(d.citation())
                .setShortName(d.shortName())
                .setPassages(passages);
        if (d.year() != null) {
            answer.setYear(d.year());
        }
        if (!kept.dataset().isEmpty()) {
            answer.setDataset(DatasetRef.newBuilder().setId(kept.dataset()));
        }
        return answer.build();
    }

    static io.brainwright.proto.library.v1.FoundPassage passage(FoundPassage found, Document document) {
        return passage(found.passage(), document).toBuilder()
                .setScore(found.score())
                .addAllHighlights(found.highlights().stream()
                        .map(h -> Span.newBuilder()
                                .setBegin(h.begin())
                                .setEnd(h.end())
                                .build())
                        .toList())
                .build();
    }

    static io.brainwright.proto.library.v1.FoundPassage passage(Passage p, Document document) {
        return io.brainwright.proto.library.v1.FoundPassage.newBuilder()
                .setQuote(Quote.newBuilder()
                        .setDocumentId(p.documentId())
                        .setPassage(p.index())
                        .setBegin(0)
                        .setEnd(p.text().length())
                        .setText(p.text()))
                .setKind(p.kind().name())
                .setSection(p.section())
                .setElement(p.element())
                .setPage(p.page())
                .setDocument(document)
                .build();
    }

    /** Kinds that a search may ask for. */
    static final List<String> KINDS = List.of("papers", "morphologies", "traces", "models", "datasets", "values");
}
