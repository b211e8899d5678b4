package io.brainwright.library.model.intake;

import io.brainwright.library.model.bibliography.BibEntry;
import io.brainwright.library.model.bibliography.BibtexReader;
import io.brainwright.library.model.document.Document;
import io.brainwright.library.model.document.DocumentKind;
import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.format.FileFormat;
import io.brainwright.library.model.format.TextBytes;
import io.brainwright.library.model.reading.Facts;
import io.brainwright.library.model.reading.Parsed;
import io.brainwright.library.model.reading.PassageWriter;
import io.brainwright.library.model.shelf.Kept;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Entries of a bibliography as documents, and as better facts of documents that are there. */
final class BibliographyIntake {
    private BibliographyIntake() {}

    /** What an entry says, as passages. */
    static Parsed words(BibEntry entry, String name) {
        var out = new PassageWriter(name);
        out.write(PassageKind.TITLE, entry.key(), 0, entry.facts().title());
        out.write(PassageKind.ABSTRACT, entry.key(), 0, entry.summary());
        out.write(PassageKind.DESCRIPTION, entry.key(), 0, entry.keywords());
        return out.parsed(entry.facts());
    }

    /** An entry that was imported, read again. */
    static Parsed words(Path file, String name, String key) {
        var entries = BibtexReader.read(TextBytes.read(file, name), name, _ -> {});
        return entries.stream()
                .filter(e -> e.key().equals(key))
                .findFirst()
                .map(e -> words(e, name))
                .orElseThrow(() -> new IllegalStateException("no entry " + key + " in " + file));
    }

    /** The document of an entry; its id is made from what the entry says, so that other entries of the file do not change it. */
    static Kept document(BibEntry entry, String name, String bibliography, Told told) {
        var facts = entry.facts();
        var made = Citations.of(facts);
        return new Kept(
                new Document(
                        sha256(entry.key() + "\n" + made + "\n" + entry.summary() + "\n" + entry.keywords()),
                        DocumentKind.REFERENCE,
                        FileFormat.BIBTEX.word(),
                        name,
                        facts.title(),
                        facts.authors(),
                        facts.year(),
                        facts.journal(),
                        facts.doi(),
                        told(told.licence(), facts.licence()),
                        told(told.citation(), made)),
                bibliography,
                "",
                "",
                entry.key());
    }

    /**
     * A document with what an entry knows better: of a paper as JATS only what the paper does not say, of others all, for a
     * bibliography is written by a person and the facts of a PDF are guessed.
     */
    static Document improved(Document document, Facts entry) {
        var before = new Facts(
                document.title(),
                document.authors(),
                document.year(),
                document.journal(),
                document.doi(),
                document.licence());
        var after = document.format().equals(FileFormat.JATS.word()) ? before.or(entry) : entry.or(before);
        return new Document(
                document.id(),
                document.kind(),
                document.format(),
                document.fileName(),
                after.title(),
                after.authors(),
                after.year(),
                after.journal(),
                after.doi(),
                document.licence(),
                Citations.improved(document, before, after));
    }

    private static String told(String first, String second) {
        return !first.isBlank() ? first : !second.isBlank() ? second : Document.UNKNOWN;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
