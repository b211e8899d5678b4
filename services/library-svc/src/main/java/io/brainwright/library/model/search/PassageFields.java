package io.brainwright.library.model.search;

import io.brainwright.library.model.document.Document;
import io.brainwright.library.model.document.Passage;
import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.document.ReadDocument;
import java.util.stream.Collectors;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.json.JsonMapper;

/** A passage as the index keeps it. */
final class PassageFields {
    /** Its own words. */
    static final String TEXT = "text";
    /** Its document's title, authors and journal, and its section. */
    static final String ABOUT = "about";
    /** Its document's title and abstract. */
    static final String CONTEXT = "context";

    static final String DOCUMENT = "document";
    static final String KIND = "kind";
    static final String PART = "part";
    static final String YEAR = "year";
    static final String INDEX = "index";
    static final String PASSAGE = "passage";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CONTEXT_CHARACTERS = 5000;

    private PassageFields() {}

    static org.apache.lucene.document.Document of(ReadDocument read, Passage passage, String context) {
        var document = read.document();
        var fields = new org.apache.lucene.document.Document();
        fields.add(new TextField(TEXT, passage.text(), Field.Store.NO));
        fields.add(new TextField(ABOUT, about(document, passage), Field.Store.NO));
        fields.add(new TextField(CONTEXT, context, Field.Store.NO));
        fields.add(new StringField(DOCUMENT, document.id(), Field.Store.YES));
        fields.add(new SortedDocValuesField(DOCUMENT, new BytesRef(document.id())));
        fields.add(new StringField(KIND, document.kind().word(), Field.Store.NO));
        fields.add(new StringField(PART, passage.kind().name(), Field.Store.NO));
        fields.add(new NumericDocValuesField(INDEX, passage.index()));
        if (document.year() != null) {
            fields.add(new IntPoint(YEAR, document.year()));
        }
        fields.add(new StoredField(PASSAGE, JSON.writeValueAsBytes(passage)));
        return fields;
    }

    static Passage passage(org.apache.lucene.document.Document stored) {
        var bytes = stored.getBinaryValue(PASSAGE);
        return JSON.readValue(bytes.bytes, bytes.offset, bytes.length, Passage.class);
    }

    private static String about(Document d, Passage p) {
        return String.join(" . ", d.title(), String.join(" , ", d.authors()), d.journal(), d.fileName(), p.section());
    }

    /** Title and abstract; of a text without an abstract, its beginning. */
    static String context(ReadDocument read) {
        var summary = read.passages().stream()
                .filter(p -> p.kind() == PassageKind.ABSTRACT || p.kind() == PassageKind.DESCRIPTION)
                .map(Passage::text)
                .collect(Collectors.joining(" . "));
        var start = summary.isEmpty()
                ? read.passages().stream().limit(3).map(Passage::text).collect(Collectors.joining(" . "))
                : summary;
        return read.document().title() + " . " + start.substring(0, Math.min(start.length(), CONTEXT_CHARACTERS));
    }
}
