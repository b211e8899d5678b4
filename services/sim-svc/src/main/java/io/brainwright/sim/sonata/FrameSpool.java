package io.brainwright.sim.sonata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The frames of a report on disk while the run goes on, so that a run of any length holds one of them. */
final class FrameSpool implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer row;
    private long count;

    /**
     * @param file replaced if it exists, gone after {@link #close}
     * @param width values of a frame
     */
    FrameSpool(Path file, int width) {
        this.file = file;
        row = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, width));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    void add(float[] frame) {
        row.clear().asFloatBuffer().put(frame);
        try {
            while (row.hasRemaining()) {
                channel.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        count++;
    }

    long count() {
        return count;
    }

    /** Some columns of every frame, in order. */
    Iterable<float[]> columns(int from, int to) {
        return () -> new Iterator<>() {
            private long next;

            @Override
            public boolean hasNext() {
                return next < count;
            }

            @Override
            public float[] next() {
                if (next == count) {
                    throw new NoSuchElementException();
                }
                var part = ByteBuffer.allocate(Float.BYTES * (to - from));
                long at = next++ * row.capacity() + (long) Float.BYTES * from;
                try {
                    while (part.hasRemaining()) {
                        int n = channel.read(part, at + part.position());
                        if (n < 0) {
                            throw new IOException("it is too short");
                        }
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot read " + file, e);
                }
                var values = new float[to - from];
                part.flip().asFloatBuffer().get(values);
                return values;
            }
        };
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }
}
