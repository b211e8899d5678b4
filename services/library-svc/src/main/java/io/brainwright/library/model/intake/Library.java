package io.brainwright.library.model.intake;

import io.brainwright.library.model.bibliography.BibtexReader;
import io.brainwright.library.model.document.Document;
import io.brainwright.library.model.document.DocumentKind;
import io.brainwright.library.model.document.Passage;
import io.brainwright.library.model.document.ReadDocument;
import io.brainwright.library.model.document.ReadingReport;
import io.brainwright.library.model.format.FileFormat;
import io.brainwright.library.model.format.FormatDetection;
import io.brainwright.library.model.format.TextBytes;
import io.brainwright.library.model.intake.Outcome.Duplicate;
import io.brainwright.library.model.intake.Outcome.Imported;
import io.brainwright.library.model.intake.Outcome.Refused;
import io.brainwright.library.model.reading.Facts;
import io.brainwright.library.model.reading.Parsed;
import io.brainwright.library.model.reading.ReadingProgress;
import io.brainwright.library.model.search.PassageIndex;
import io.brainwright.library.model.search.SearchNames;
import io.brainwright.library.model.shelf.Kept;
import io.brainwright.library.model.shelf.Shelf;
import io.brainwright.library.model.table.MeasuredValue;
import io.brainwright.library.model.trace.Recording;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scientist's library: documents on the shelf, their passages in the index. */
public final class Library implements Closeable {
    private final Shelf shelf;
    private final Map<String, List<MeasuredValue>> values = new HashMap<>();
    private @Nullable PassageIndex index;

    /** @param workspace the scientist's folder */
    public Library(Path workspace) {
        this.shelf = new Shelf(workspace);
    }

    /** Documents with their facts. */
    public Shelf shelf() {
        return shelf;
    }

    /** The index, opened at first use; documents that it does not know are read into it, and those that are gone taken out. */
    public synchronized PassageIndex index() {
        if (index == null) {
            Staging.clear(shelf.folder());
            index = PassageIndex.open(shelf.folder().resolve("index"), SearchNames.shipped());
            catchUp(index);
        }
        return index;
    }

    /** Makes the index agree with the shelf again, after a file came onto the shelf by another way. */
    public synchronized void catchUp() {
        catchUp(index());
    }

    private void catchUp(PassageIndex index) {
        var indexed = new HashSet<>(index.counts().keySet());
        for (var kept : shelf.all()) {
            if (!indexed.remove(kept.document().id())) {
                index.put(read(kept));
            }
        }
        indexed.forEach(index::remove);
    }

    /** Reads a document again from its original. */
    public ReadDocument read(Kept kept) {
        var name = kept.document().fileName();
        var parsed = kept.entry().isEmpty()
                ? Readers.read(
                        shelf.original(kept),
                        name,
                        FileFormat.of(kept.document().format()),
                        mapping(kept),
                        ReadingProgress.SILENT)
                : BibliographyIntake.words(shelf.original(kept), name, kept.entry());
        return document(kept.document(), parsed);
    }

    private @Nullable Path mapping(Kept kept) {
        return kept.mapping().isEmpty() ? null : shelf.folder().resolve(kept.mapping());
    }

    /**
     * Values of the scientist's own tables.
     *
     * @param kept the table that it stands in
     * @param value the value
     */
    public record TableValue(Kept kept, MeasuredValue value) {}

    /** All values of all tables. */
    public synchronized List<TableValue> values() {
        var all = new ArrayList<TableValue>();
        for (var kept : shelf.all()) {
            var mapping = mapping(kept);
            if (mapping != null) {
                values.computeIfAbsent(
                                kept.document().id(),
                                _ -> DataWords.values(
                                                shelf.original(kept),
                                                kept.document().fileName(),
                                                mapping,
                                                kept.document().citation())
                                        .values())
                        .forEach(v -> all.add(new TableValue(kept, v)));
            }
        }
        return all;
    }

    /** A recording of the library, read from its original. */
    public Recording recording(Kept kept) {
        return DataWords.recording(
                shelf.original(kept),
                kept.document().fileName(),
                FileFormat.of(kept.document().format()));
    }

    /** Takes one file. */
    public synchronized Outcome take(Path file, Told told, ReadingProgress progress) {
        var open = index();
        try (var staged = Staging.of(file, shelf.folder())) {
            var same = shelf.find(staged.sha256());
            if (same.isPresent()) {
                return new Duplicate(file, same.get(), "the same bytes are there already");
            }
            var name = String.valueOf(file.getFileName());
            var format = FormatDetection.of(staged.copy(), name);
            return format == FileFormat.BIBTEX
                    ? bibliography(file, name, staged, told, open)
                    : document(file, name, format, staged, told, open, progress);
        } catch (Problem problem) {
            return new Refused(file, problem);
        }
    }

    private Outcome document(
            Path file,
            String name,
            FileFormat format,
            Staging staged,
            Told told,
            PassageIndex open,
            ReadingProgress progress) {
        var mapping = format == FileFormat.CSV ? told.mapping() : null;
        var parsed = Readers.read(staged.copy(), name, format, mapping, progress);
        var kind = mapping == null ? format.kind() : DocumentKind.TABLE;
        var document = facts(staged.sha256(), kind, name, format, parsed.facts(), told);
        var same = shelf.samePaper(document);
        if (same.isPresent()) {
            if (same.get().document().kind() != DocumentKind.REFERENCE) {
                return new Duplicate(file, same.get(), "the same paper is there already");
            }
            document = BibliographyIntake.improved(document, factsOf(same.get().document()));
        }
        var kept = new Kept(
                document,
                staged.sha256() + "." + format.ending(),
                mapping == null ? "" : shelf.keepMapping(staged.sha256(), mapping),
                "",
                "");
        shelf.keep(staged.copy(), kept);
        open.put(document(document, parsed));
        same.ifPresent(this::remove); // the entry of a bibliography gives way to the paper itself
        return new Imported(file, kept, parsed.passages().size(), parsed.report());
    }

    /** Entries of papers that are here tell more of them; the others become documents of their own. */
    private Outcome bibliography(Path file, String name, Staging staged, Told told, PassageIndex open) {
        var odd = new ArrayList<String>();
        var entries = BibtexReader.read(TextBytes.read(staged.copy(), name), name, odd::add);
        var bibliography = staged.sha256() + "." + FileFormat.BIBTEX.ending();
        int joined = 0;
        int known = 0;
        var fresh = new ArrayList<Kept>();
        for (var entry : entries) {
            var kept = BibliographyIntake.document(entry, name, bibliography, told);
            var same = shelf.find(kept.document().id()).or(() -> shelf.samePaper(kept.document()));
            if (same.isEmpty()) {
                if (fresh.isEmpty()) {
                    shelf.keep(staged.copy(), kept);
                } else {
                    shelf.write(kept);
                }
                fresh.add(kept);
                open.put(document(kept.document(), BibliographyIntake.words(entry, name)));
            } else if (same.get().document().kind() == DocumentKind.REFERENCE) {
                known++;
            } else {
                var better =
                        same.get().with(BibliographyIntake.improved(same.get().document(), entry.facts()));
                if (better.equals(same.get())) {
                    known++;
                } else {
                    shelf.write(better);
                    open.put(read(better));
                    joined++;
                }
            }
        }
        var report = new ReadingReport(
                List.of("%d entries: %d new, %d joined to papers that are here, %d known"
                        .formatted(entries.size(), fresh.size(), joined, known)),
                List.of(),
                odd);
        return fresh.isEmpty() && joined == 0
                ? nothingNew(file, name, entries.size(), report)
                : new Imported(file, fresh.isEmpty() ? null : fresh.getFirst(), fresh.size(), report);
    }

    private static Outcome nothingNew(Path file, String name, int entries, ReadingReport report) {
        if (entries > 0) {
            return new Duplicate(file, null, report.read().getFirst());
        }
        throw new Problem(
                Kind.INVALID,
                "BIBTEX_WITHOUT_ENTRIES",
                "'%s' holds no entry with a title.".formatted(name),
                "Give a bibliography with entries such as @article{key, title = {...}}.",
                Map.of("file", name));
    }

    private static Facts factsOf(Document d) {
        return new Facts(d.title(), d.authors(), d.year(), d.journal(), d.doi(), d.licence());
    }

    /** Takes a document out again. */
    public synchronized void remove(Kept kept) {
        shelf.remove(kept);
        values.remove(kept.document().id());
        index().remove(kept.document().id());
    }

    private static Document facts(
            String id, DocumentKind kind, String name, FileFormat format, Facts facts, Told told) {
        var licence = told.licence().isBlank() ? facts.licence() : told.licence();
        var citation = told.citation().isBlank() ? Citations.of(facts) : told.citation();
        Citations.check(name, licence, citation);
        return new Document(
                id,
                kind,
                format.word(),
                name,
                facts.title(),
                facts.authors(),
                facts.year(),
                facts.journal(),
                facts.doi(),
                licence,
                citation);
    }

    /** Passages get the id of their document. */
    private static ReadDocument document(Document document, Parsed parsed) {
        List<Passage> named = parsed.passages().stream()
                .map(p -> new Passage(
                        document.id(), p.index(), p.kind(), p.section(), p.element(), p.page(), p.text(), p.cells()))
                .toList();
        return new ReadDocument(document, named, parsed.report());
    }

    @Override
    public synchronized void close() {
        if (index != null) {
            index.close();
            index = null;
        }
    }
}
