package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the long columns of numbers live, one number or row per voxel: on the heap, or in mapped files of a folder, which the system
 * writes out when memory gets short. A mapped file loses its name as soon as it is mapped, so nothing stays behind, whatever
 * happens; its space is free again when its column is not used any more.
 */
final class Scratch {
    private final @Nullable Path folder;

    private Scratch(@Nullable Path folder) {
        this.folder = folder;
    }

    static Scratch heap() {
        return new Scratch(null);
    }

    static Scratch files(Path folder) {
        return new Scratch(folder);
    }

    Floats floats(long n) {
        return new Floats(
                folder == null ? MemorySegment.ofArray(new float[Math.toIntExact(n)]) : mapped(folder, 4 * n));
    }

    Ints ints(long n) {
        return new Ints(folder == null ? MemorySegment.ofArray(new int[Math.toIntExact(n)]) : mapped(folder, 4 * n));
    }

    Doubles doubles(long n) {
        return new Doubles(
                folder == null ? MemorySegment.ofArray(new double[Math.toIntExact(n)]) : mapped(folder, 8 * n));
    }

    private static MemorySegment mapped(Path folder, long bytes) {
        try {
            long room = Files.getFileStore(folder).getUsableSpace();
            if (room < bytes) {
                throw new Problem(
                        Kind.TOO_LARGE,
                        "NO_ROOM",
                        "A column of %d bytes does not fit into '%s', which has room for %d."
                                .formatted(bytes, folder, room),
                        "Name a folder on a larger disk, or ask for a part of the region.",
                        Map.of(
                                "folder",
                                folder.toString(),
                                "bytes",
                                String.valueOf(bytes),
                                "room",
                                String.valueOf(room)));
            }
            var file = Files.createTempFile(folder, "scratch", ".part");
            try (var channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
                return channel.map(MapMode.READ_WRITE, 0, Math.max(8, bytes), Arena.ofAuto());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Single-precision numbers, 0 at first. */
    record Floats(MemorySegment memory) {
        float at(long i) {
            return memory.getAtIndex(ValueLayout.JAVA_FLOAT, i);
        }

        void set(long i, double value) {
            memory.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) value);
        }

        long length() {
            return memory.byteSize() / 4;
        }

        void fill(float value) {
            for (long i = 0; i < length(); i++) {
                set(i, value);
            }
        }
    }

    /** Whole numbers, 0 at first. */
    record Ints(MemorySegment memory) {
        int at(long i) {
            return memory.getAtIndex(ValueLayout.JAVA_INT, i);
        }

        void set(long i, int value) {
            memory.setAtIndex(ValueLayout.JAVA_INT, i, value);
        }
    }

    /** Double-precision numbers, 0 at first. */
    record Doubles(MemorySegment memory) {
        double at(long i) {
            return memory.getAtIndex(ValueLayout.JAVA_DOUBLE, i);
        }

        void set(long i, double value) {
            memory.setAtIndex(ValueLayout.JAVA_DOUBLE, i, value);
        }
    }
}
