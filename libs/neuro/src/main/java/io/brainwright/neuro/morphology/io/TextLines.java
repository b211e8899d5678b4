package io.brainwright.neuro.morphology.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** The lines of a text file, refused where it is too large or no text. */
final class TextLines {
    /** chosen: the largest reconstructions known have some 1e6 points of 60 letters. */
    static final long MAX_BYTES = 512L << 20;

    private TextLines() {}

    static List<String> of(Findings findings) {
        try {
            long size = Files.size(findings.file());
            if (size > MAX_BYTES) {
                throw findings.fatal(
                        "FILE_TOO_LARGE", "the whole file", size + " bytes", "up to " + MAX_BYTES + " bytes");
            }
            var bytes = Files.readAllBytes(findings.file());
            for (int b = 0; b < bytes.length; b++) {
                if (bytes[b] == 0) {
                    throw findings.fatal("NOT_TEXT", "byte " + b, "a zero byte", "a text file");
                }
            }
            return new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
