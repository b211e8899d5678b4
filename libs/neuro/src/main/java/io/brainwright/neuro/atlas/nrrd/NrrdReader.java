package io.brainwright.neuro.atlas.nrrd;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.GZIPInputStream;

/** Reads a volume value by value, x fastest; memory is that of one buffer. */
public final class NrrdReader implements AutoCloseable {
    private static final int HEADER_BYTES = 1 << 20; // chosen: a header is some hundred bytes
    private static final int BUFFER_VALUES = 8192;

    private final Path file;
    private final NrrdHeader header;
    private final InputStream values;
    private final ByteBuffer buffer;
    private long left;

    public NrrdReader(Path file) {
        this.file = file;
        try {
            InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            var text = new NrrdHeaderText(file, lines(in));
            this.header = text.header();
            var other = text.get("data file");
            if (other == null) {
                other = text.get("datafile");
            }
            if (other != null) {
                in.close();
                in = new BufferedInputStream(Files.newInputStream(beside(other)), 1 << 16);
            }
            this.values = header.isGzip() ? new GZIPInputStream(in, 1 << 16) : in;
        } catch (IOException broken) {
            throw NrrdFault.of(file, "the file", String.valueOf(broken.getMessage()), "a readable NRRD file");
        }
        this.left = Math.multiplyExact(header.voxels(), header.components());
        this.buffer = ByteBuffer.allocate(BUFFER_VALUES * header.type().bytes())
                .order(header.isLittleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .limit(0);
    }

    /** A header may name the file of its values, but only one that lies beside it. */
    private Path beside(String other) {
        try {
            var name = Path.of(other.startsWith("./") ? other.substring(2) : other);
            if (!name.isAbsolute() && name.getNameCount() == 1 && !other.equals("..")) {
                return file.resolveSibling(name);
            }
        } catch (InvalidPathException impossible) {
            throw NrrdFault.of(file, "field 'data file'", String.valueOf(impossible.getMessage()), "a name");
        }
        throw NrrdFault.of(file, "field 'data file'", "'" + other + "'", "the name of a file in the same folder");
    }

    public NrrdHeader header() {
        return header;
    }

    private java.util.List<String> lines(InputStream in) throws IOException {
        var lines = new ArrayList<String>();
        var line = new ByteArrayOutputStream();
        for (int n = 0; n < HEADER_BYTES; n++) {
            int b = in.read();
            if (b == '\n' || b < 0) {
                var text = line.toString(StandardCharsets.UTF_8).replace("\r", "");
                if (lines.isEmpty() && !text.startsWith("NRRD000")) {
                    break;
                }
                if (text.isEmpty() || b < 0) {
                    return lines;
                }
                lines.add(text);
                line.reset();
            } else {
                line.write(b);
            }
        }
        throw NrrdFault.of(file, "the first line", "no NRRD magic or no end of the header", "NRRD0001 to NRRD0005");
    }

    /** The next value. */
    public double next() {
        if (!buffer.hasRemaining()) {
            fill();
        }
        left--;
        return header.type().get(buffer);
    }

    private void fill() {
        int bytes = header.type().bytes();
        int want = (int) Math.min(BUFFER_VALUES, left) * bytes;
        assert want > 0 : "read beyond the volume";
        try {
            int got = values.readNBytes(buffer.array(), 0, want);
            if (got < want) {
                throw shortOf((left * bytes - got) / bytes);
            }
        } catch (IOException broken) {
            throw NrrdFault.of(
                    file,
                    "the values",
                    String.valueOf(broken.getMessage()),
                    "whole " + (header.isGzip() ? "gzip" : "raw") + " data");
        }
        buffer.limit(want).rewind();
    }

    private io.brainwright.neuro.problem.Problem shortOf(long missing) {
        return NrrdFault.of(
                file,
                "the values",
                "a file that ends %d values early".formatted(missing),
                "%d values of %s".formatted(header.voxels() * header.components(), header.type()));
    }

    @Override
    public void close() {
        try {
            values.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
