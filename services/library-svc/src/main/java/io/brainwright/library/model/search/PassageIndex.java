package io.brainwright.library.model.search;

import io.brainwright.library.model.document.Passage;
import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.document.ReadDocument;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;

/** Passages of all documents, found by words. Holds nothing that cannot be read again from the originals. */
public final class PassageIndex implements Closeable {
    /** Rises whenever words are cut or fields are kept in another way; an index of another version is made again. */
    private static final String VERSION = "1";

    /** Equal scores in the order of documents and passages, so that an index that was made again answers alike. */
    private static final Sort BEST_FIRST = new Sort(
            SortField.FIELD_SCORE,
            new SortField(PassageFields.DOCUMENT, SortField.Type.STRING),
            new SortField(PassageFields.INDEX, SortField.Type.LONG));

    private final Directory directory;
    private final IndexWriter writer;
    private final Synonyms synonyms;

    private PassageIndex(Directory directory, IndexWriter writer, Synonyms synonyms) {
        this.directory = directory;
        this.writer = writer;
        this.synonyms = synonyms;
    }

    /**
     * Opens the index of a folder; one that is broken or of another version is emptied.
     *
     * @param folder where it lies
     * @param synonyms names that find each other
     */
    public static PassageIndex open(Path folder, Synonyms synonyms) {
        try {
            Files.createDirectories(folder);
            var directory = new NIOFSDirectory(folder);
            if (!isUsable(directory)) {
                for (var file : directory.listAll()) {
                    directory.deleteFile(file);
                }
            }
            var writer = new IndexWriter(directory, new IndexWriterConfig(new FormAnalyzer()));
            writer.setLiveCommitData(Map.of("version", VERSION).entrySet());
            writer.commit();
            return new PassageIndex(directory, writer, synonyms);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot open the index in " + folder, failed);
        }
    }

    private static boolean isUsable(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return false;
        }
        try (var reader = DirectoryReader.open(directory)) {
            return VERSION.equals(reader.getIndexCommit().getUserData().get("version"));
        } catch (CorruptIndexException
                | IndexFormatTooNewException
                | IndexFormatTooOldException
                | FileNotFoundException
                | NoSuchFileException broken) {
            System.getLogger(PassageIndex.class.getName())
                    .log(System.Logger.Level.WARNING, "The search index is broken and will be made again", broken);
            return false;
        }
    }

    /** Puts a document in, in place of what the index had of it. */
    public void put(ReadDocument read) {
        var context = PassageFields.context(read);
        var fields = read.passages().stream()
                .map(p -> PassageFields.of(read, p, context))
                .toList();
        try {
            writer.updateDocuments(
                    new Term(PassageFields.DOCUMENT, read.document().id()), fields);
            writer.commit();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot index " + read.document().fileName(), failed);
        }
    }

    /** Takes a document out. */
    public void remove(String documentId) {
        try {
            writer.deleteDocuments(new Term(PassageFields.DOCUMENT, documentId));
            writer.forceMergeDeletes(); // what is gone shall not count in the ranking of the rest
            writer.commit();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot take " + documentId + " out of the index", failed);
        }
    }

    /** How many passages each document has, by id. */
    public Map<String, Integer> counts() {
        return reading(searcher -> {
            var counts = new HashMap<String, Integer>();
            var terms = MultiTerms.getTerms(searcher.getIndexReader(), PassageFields.DOCUMENT);
            if (terms != null) {
                var each = terms.iterator();
                for (var id = each.next(); id != null; id = each.next()) {
                    var word = id.utf8ToString();
                    int count = searcher.count(new TermQuery(new Term(PassageFields.DOCUMENT, word)));
                    if (count > 0) {
                        counts.put(word, count);
                    }
                }
            }
            return counts;
        });
    }

    /**
     * Passages that match.
     *
     * @param passages best first, at most as many as asked for
     * @param matches how many there are
     */
    public record Answer(List<FoundPassage> passages, int matches) {}

    /** Finds passages. Entries of reference lists are not found: they are others' words. */
    public Answer find(PassageQuery asked) {
        var question = new Question(asked.words(), synonyms);
        var query = new BooleanQuery.Builder()
                .add(question.query(), Occur.MUST)
                .add(new TermQuery(new Term(PassageFields.PART, PassageKind.REFERENCE.name())), Occur.MUST_NOT);
        if (!asked.kind().isEmpty()) {
            query.add(new TermQuery(new Term(PassageFields.KIND, asked.kind())), Occur.FILTER);
        }
        if (!asked.document().isEmpty()) {
            query.add(new TermQuery(new Term(PassageFields.DOCUMENT, asked.document())), Occur.FILTER);
        }
        if (asked.afterYear() > 0) {
            query.add(
                    IntPoint.newRangeQuery(PassageFields.YEAR, asked.afterYear() + 1, Integer.MAX_VALUE), Occur.FILTER);
        }
        if (!asked.species().isBlank()) {
            query.add(new Question(asked.species(), synonyms).named(), Occur.FILTER);
        }
        if (!asked.regions().isEmpty()) {
            var either = new BooleanQuery.Builder();
            asked.regions().forEach(r -> either.add(new Question(r, synonyms).named(), Occur.SHOULD));
            query.add(either.build(), Occur.FILTER);
        }
        return reading(searcher -> answer(searcher, query.build(), question, asked.limit()));
    }

    private static Answer answer(IndexSearcher searcher, Query query, Question question, int limit) throws IOException {
        int matches = searcher.count(query);
        var found = new ArrayList<FoundPassage>();
        var stored = searcher.storedFields();
        for (var hit : searcher.search(query, Math.max(1, limit), BEST_FIRST, true).scoreDocs) {
            var passage = PassageFields.passage(stored.document(hit.doc));
            found.add(new FoundPassage(passage, hit.score, question.places(passage.text())));
        }
        return new Answer(found, matches);
    }

    /** All passages of a document in order. */
    public List<Passage> passages(String documentId) {
        return reading(searcher -> {
            var query = new TermQuery(new Term(PassageFields.DOCUMENT, documentId));
            int count = searcher.count(query);
            var byIndex = new Sort(new SortField(PassageFields.INDEX, SortField.Type.LONG));
            var passages = new ArrayList<Passage>();
            var stored = searcher.storedFields();
            for (var hit : searcher.search(query, Math.max(1, count), byIndex).scoreDocs) {
                passages.add(PassageFields.passage(stored.document(hit.doc)));
            }
            return passages;
        });
    }

    private interface Reading<T> {
        T from(IndexSearcher searcher) throws IOException;
    }

    private <T> T reading(Reading<T> what) {
        try (var reader = DirectoryReader.open(writer)) {
            return what.from(new IndexSearcher(reader));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the search index", failed);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
            directory.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot close the search index", failed);
        }
    }
}
