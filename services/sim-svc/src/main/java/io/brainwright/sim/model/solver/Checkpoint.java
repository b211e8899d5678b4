package io.brainwright.sim.model.solver;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * The state of a run between two epochs, as a file: "BWCP", version i32, SHA-256 of the network, step i32, cells i32, length and
 * CRC-32C of the journal that belongs to it, the cells ({@link StateBytes}), CRC-32C of all before; big-endian.
 *
 * @param step steps done
 * @param journal what the observer had been told
 */
record Checkpoint(int step, Journal.Mark journal) {
    private static final int MAGIC = 0x42574350;
    /** Raised whenever the order of a cell's numbers changes, or a step gives other bits. */
    private static final int VERSION = 1;

    private static final int IDENTITY = 32;

    /** Writes the state of one cell after another. */
    @FunctionalInterface
    interface Cells {
        void write(int cell, DataOutputStream out) throws IOException;
    }

    /** Reads what {@link Cells} wrote. */
    @FunctionalInterface
    interface Restored {
        void read(int cell, DataInputStream in) throws IOException;
    }

    /** Writes the file; it appears whole or not at all, and replaces the one before. */
    void write(Path file, byte[] identity, int cells, Cells each) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        var crc = new CRC32C();
        try (var channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var out = new DataOutputStream(
                    new CheckedOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16), crc));
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.write(identity);
            out.writeInt(step);
            out.writeInt(cells);
            out.writeLong(journal.bytes());
            out.writeInt(journal.crc());
            for (int cell = 0; cell < cells; cell++) {
                each.write(cell, out);
            }
            int sum = (int) crc.getValue();
            out.writeInt(sum);
            out.flush();
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Looks whether a file and its journal are whole and of this network; reads no cell.
     *
     * @throws Problem CHECKPOINT_DAMAGED, CHECKPOINT_OF_ANOTHER_VERSION or CHECKPOINT_OF_ANOTHER_RUN
     */
    static Checkpoint check(Path file, Path journal, byte[] identity) {
        try {
            long body = Files.size(file) - Integer.BYTES;
            if (body < 0 || stored(file, body) != Journal.sum(file, body)) {
                throw damaged(file, "its checksum does not fit");
            }
            try (var in = open(file)) {
                if (in.readInt() != MAGIC) {
                    throw damaged(file, "it is no checkpoint");
                }
                int version = in.readInt();
                if (version != VERSION) {
                    throw new Problem(
                            Kind.PRECONDITION,
                            "CHECKPOINT_OF_ANOTHER_VERSION",
                            "Checkpoint %s is of version %d; this program writes %d.".formatted(file, version, VERSION),
                            "Go on with the program that wrote it, or begin the run anew.",
                            Map.of("file", file.toString(), "version", String.valueOf(version)));
                }
                var its = in.readNBytes(IDENTITY);
                if (!Arrays.equals(its, identity)) {
                    throw ofAnother(file, its, identity);
                }
                int step = in.readInt();
                in.readInt();
                var mark = new Journal.Mark(in.readLong(), in.readInt());
                if (Journal.sum(journal, mark.bytes()) != mark.crc()) {
                    throw damaged(journal, "its checksum does not fit");
                }
                return new Checkpoint(step, mark);
            }
        } catch (IOException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    /** Reads the cells of a file that was looked at. */
    static void read(Path file, Restored each) throws IOException {
        try (var in = open(file)) {
            in.skipNBytes(2 * Integer.BYTES + IDENTITY + Integer.BYTES);
            int cells = in.readInt();
            in.skipNBytes(Long.BYTES + Integer.BYTES);
            for (int cell = 0; cell < cells; cell++) {
                each.read(cell, in);
            }
        }
    }

    private static DataInputStream open(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    private static int stored(Path file, long at) throws IOException {
        try (var in = open(file)) {
            in.skipNBytes(at);
            return in.readInt();
        }
    }

    static Problem damaged(Path file, String how) {
        return new Problem(
                Kind.PRECONDITION,
                "CHECKPOINT_DAMAGED",
                "Checkpoint %s cannot be used: %s.".formatted(file, how),
                "Begin the run anew, without --resume.",
                Map.of("file", file.toString(), "fault", how));
    }

    private static Problem ofAnother(Path file, byte[] its, byte[] identity) {
        var hex = HexFormat.of();
        return new Problem(
                Kind.PRECONDITION,
                "CHECKPOINT_OF_ANOTHER_RUN",
                "Checkpoint %s belongs to network %s; this is network %s."
                        .formatted(file, hex.formatHex(its, 0, 8), hex.formatHex(identity, 0, 8)),
                "Resume with the files that the run began with, or begin anew without --resume.",
                Map.of("file", file.toString(), "its", hex.formatHex(its), "network", hex.formatHex(identity)));
    }
}
