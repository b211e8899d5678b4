package io.brainwright.library.model.format;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Bytes as text: UTF-8, or UTF-16 where a mark says so, or Latin-1 where UTF-8 cannot be; never bytes that are no text at all. */
public final class TextBytes {
    /** chosen: a hundred long papers; a table of a million rows. */
    private static final long MAX_BYTES = 200L << 20;

    private TextBytes() {}

    /** A file's text. */
    public static String read(Path file, String name) {
        try {
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                throw new Problem(
                        Kind.TOO_LARGE,
                        "FILE_TOO_LARGE",
                        "'%s' has %d bytes of text; at most %d are read.".formatted(name, size, MAX_BYTES),
                        "Cut it in parts.",
                        Map.of("file", name, "bytes", String.valueOf(size), "limit", String.valueOf(MAX_BYTES)));
            }
            return decode(Files.readAllBytes(file), name);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    /** The text of bytes, without a byte order mark, lines ended by a line feed. */
    static String decode(byte[] bytes, String name) {
        var charset = charset(bytes);
        if (charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.ISO_8859_1)) {
            refuseBinary(bytes, name);
        }
        var text = new String(bytes, charset);
        return (text.startsWith("\ufeff") ? text.substring(1) : text)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        return isUtf8(bytes) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    /** A character that is cut at the end of the bytes is no fault. */
    private static boolean isUtf8(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            int first = bytes[at] & 0xff;
            int more = first < 0x80
                    ? 0
                    : first >= 0xc2 && first < 0xe0
                            ? 1
                            : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xf0 && first < 0xf5 ? 3 : -1;
            if (more < 0) {
                return false;
            }
            for (int i = 1; i <= more && at + i < bytes.length; i++) {
                if ((bytes[at + i] & 0xc0) != 0x80) {
                    return false;
                }
            }
            at += more + 1;
        }
        return true;
    }

    private static void refuseBinary(byte[] bytes, String name) {
        int controls = 0;
        for (byte b : bytes) {
            if (b == 0) {
                throw FormatDetection.refused(
                        name, "FORMAT_UNKNOWN", "holds zero bytes and begins like no format known here", REMEDY);
            }
            controls += b > 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f' ? 1 : 0;
        }
        if (controls > bytes.length / 100 + 1) {
            throw FormatDetection.refused(
                    name, "FORMAT_UNKNOWN", "is not text, and begins like no format known here", REMEDY);
        }
    }

    static final String REMEDY =
            "Taken are JATS, PDF, BibTeX, plain text, Markdown, SWC, H5 morphologies, NWB 2, CSV, TSV and NMODL.";
}
