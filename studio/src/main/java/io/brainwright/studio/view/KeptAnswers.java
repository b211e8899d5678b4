package io.brainwright.studio.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Answers that never change, gzipped once and kept; the one used least lately goes first. */
final class KeptAnswers {
    private static final long LIMIT_BYTES = 96L << 20;

    private final LinkedHashMap<String, byte[]> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /** The gzipped answer at an address. */
    byte[] gzipped(String address, Supplier<byte[]> make) {
        var found = find(address);
        if (found != null) {
            return found;
        }
        var made = gzip(make.get());
        keep(address, made);
        return made;
    }

    private synchronized byte @Nullable [] find(String address) {
        return kept.get(address);
    }

    private synchronized void keep(String address, byte[] answer) {
        if (answer.length > LIMIT_BYTES / 4 || kept.put(address, answer) != null) {
            return;
        }
        bytes += answer.length;
        var eldest = kept.values().iterator();
        while (bytes > LIMIT_BYTES && eldest.hasNext()) {
            bytes -= eldest.next().length;
            eldest.remove();
        }
    }

    private static byte[] gzip(byte[] plain) {
        var out = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.DEFAULT_COMPRESSION);
            }
        }) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
