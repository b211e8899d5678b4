package io.brainwright.sim.model.solver;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Checksum;

/**
 * Everything that the observer of a run was told, in a file that only grows, so that a later run can tell it again. Passes all on.
 *
 * <p>Records: 1 spike (step i32, cell i32), 2 frame (recording i32, frame i64, time f64, count i32, values f64), 3 progress (f64).
 */
final class Journal implements Observer, AutoCloseable {
    private static final int SPIKE = 1;
    private static final int FRAME = 2;
    private static final int PROGRESS = 3;

    private final Observer inner;
    private final Consumer<IOException> failed;
    private final double dt_ms;
    private final FileChannel file;
    private final CRC32C crc = new CRC32C();
    private final DataOutputStream out;
    private ByteBuffer room = ByteBuffer.allocate(0);
    private long bytes;
    private boolean broken;

    /**
     * How much of the file a checkpoint stands on.
     *
     * @param bytes length
     * @param crc CRC-32C of these bytes
     */
    record Mark(long bytes, int crc) {
        static final Mark NOTHING = new Mark(0, 0);
    }

    /**
     * Goes on after a mark; what lies behind it in the file is lost.
     *
     * @param failed told when it cannot be written; where that throws nothing, the run goes on without a journal
     */
    Journal(Path path, Mark after, Observer inner, Consumer<IOException> failed, double dt_ms) throws IOException {
        this.inner = inner;
        this.failed = failed;
        this.dt_ms = dt_ms;
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        file.truncate(after.bytes);
        file.position(0);
        if (after.bytes > 0 && sum(Channels.newInputStream(file), after.bytes, crc) != after.bytes) {
            throw new IOException("it is too short");
        }
        bytes = after.bytes;
        out = new DataOutputStream(
                new CheckedOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16), crc));
    }

    /** CRC-32C of the first bytes; an IOException where there are less. */
    static int sum(Path path, long bytes) throws IOException {
        var crc = new CRC32C();
        try (var in = Channels.newInputStream(FileChannel.open(path))) {
            if (sum(in, bytes, crc) != bytes) {
                throw new IOException("it is too short");
            }
        }
        return (int) crc.getValue();
    }

    private static long sum(InputStream in, long bytes, Checksum crc) throws IOException {
        var part = new byte[1 << 16];
        long done = 0;
        while (done < bytes) {
            int n = in.read(part, 0, (int) Math.min(part.length, bytes - done));
            if (n < 0) {
                return done;
            }
            crc.update(part, 0, n);
            done += n;
        }
        return done;
    }

    /** Tells an observer what the file holds up to a mark; gives the spikes. */
    static SpikeLog replay(Path path, Mark mark, Observer observer, double dt_ms) throws IOException {
        var spikes = new SpikeLog();
        long at = 0;
        try (var in = new DataInputStream(
                new BufferedInputStream(Channels.newInputStream(FileChannel.open(path)), 1 << 16))) {
            while (at < mark.bytes) {
                int kind = in.readByte();
                switch (kind) {
                    case SPIKE -> {
                        int step = in.readInt();
                        int cell = in.readInt();
                        spikes.add(step, cell);
                        observer.spike(step * dt_ms, cell);
                        at += 9;
                    }
                    case FRAME -> {
                        int recording = in.readInt();
                        long frame = in.readLong();
                        double t_ms = in.readDouble();
                        var values = new byte[Math.multiplyExact(Double.BYTES, in.readInt())];
                        in.readFully(values);
                        var doubles = new double[values.length / Double.BYTES];
                        ByteBuffer.wrap(values).asDoubleBuffer().get(doubles);
                        observer.frame(recording, frame, t_ms, doubles);
                        at += 25 + values.length;
                    }
                    case PROGRESS -> {
                        observer.progress(in.readDouble());
                        at += 9;
                    }
                    default -> throw new IOException("a record of kind %d at byte %d".formatted(kind, at));
                }
            }
        }
        return spikes;
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    private void write(int length, Writing record) {
        if (!broken) {
            try {
                record.write();
                bytes += length;
            } catch (IOException e) {
                broken = true;
                failed.accept(e);
            }
        }
    }

    /** Whether it can no longer be written. */
    boolean broken() {
        return broken;
    }

    @Override
    public void spike(double t_ms, int cell) {
        write(9, () -> {
            out.writeByte(SPIKE);
            out.writeInt((int) Math.round(t_ms / dt_ms));
            out.writeInt(cell);
        });
        inner.spike(t_ms, cell);
    }

    @Override
    public void frame(int recording, long frame, double t_ms, double[] values) {
        int length = Double.BYTES * values.length;
        if (room.capacity() < length) {
            room = ByteBuffer.allocate(length);
        }
        room.clear().asDoubleBuffer().put(values);
        write(25 + length, () -> {
            out.writeByte(FRAME);
            out.writeInt(recording);
            out.writeLong(frame);
            out.writeDouble(t_ms);
            out.writeInt(values.length);
            out.write(room.array(), 0, length);
        });
        inner.frame(recording, frame, t_ms, values);
    }

    @Override
    public void progress(double done_ms) {
        write(9, () -> {
            out.writeByte(PROGRESS);
            out.writeDouble(done_ms);
        });
        inner.progress(done_ms);
    }

    @Override
    public boolean cancelled() {
        return inner.cancelled();
    }

    /** Puts all on the disk; says how far it is. */
    Mark mark() throws IOException {
        out.flush();
        file.force(false);
        return new Mark(bytes, (int) crc.getValue());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
