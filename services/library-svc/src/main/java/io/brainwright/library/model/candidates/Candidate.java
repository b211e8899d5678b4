package io.brainwright.library.model.candidates;

import io.brainwright.library.model.document.Document;
import io.brainwright.library.model.extraction.ExtractedValue;
import io.brainwright.library.model.extraction.papers.PassageValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A value of a document, with all that is needed to judge it.
 *
 * @param id sixteen hexadecimal digits of the SHA-256 of document, place, quantity and rules: the same document gives the same ids
 * @param document SHA-256 of the document
 * @param name the document in a few words: "Eyal et al. 2016"
 * @param citation of the document
 * @param passage index of the passage within it
 * @param page 0 where the document has no pages
 * @param extractor the rules that found it
 * @param value what was found; its places are within the passage
 */
public record Candidate(
        String id,
        String document,
        String name,
        String citation,
        int passage,
        int page,
        String extractor,
        ExtractedValue value) {
    private static final int DIGITS = 16;

    /** A value found in a document. */
    public static Candidate of(Document document, PassageValue found, String extractor) {
        var value = found.value();
        var key = String.join(
                "|",
                document.id(),
                String.valueOf(found.passage().index()),
                String.valueOf(value.place().start()),
                String.valueOf(value.place().end()),
                value.parameter(),
                extractor);
        return new Candidate(
                sha256(key).substring(0, DIGITS),
                document.id(),
                document.shortName(),
                document.citation(),
                found.passage().index(),
                found.passage().page(),
                extractor,
                value);
    }

    private static String sha256(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException never) {
            throw new AssertionError("every JVM has SHA-256", never);
        }
    }
}
