package io.brainwright.neuro.atlas.nrrd;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/** Writes a volume value by value, x fastest; the file takes its name when it is whole. */
public final class NrrdWriter implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final NrrdHeader header;
    private final OutputStream out;
    private final ByteBuffer buffer;
    private long left;

    public NrrdWriter(Path file, NrrdHeader header) {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.header = header;
        this.left = Math.multiplyExact(header.voxels(), header.components());
        try {
            var plain = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
            plain.write(header.text().getBytes(StandardCharsets.US_ASCII));
            this.out = header.isGzip() ? new GZIPOutputStream(plain, 1 << 16) : plain;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        this.buffer = ByteBuffer.allocate(8192 * header.type().bytes())
                .order(header.isLittleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** Writes the next value. */
    public void next(double value) {
        if (!buffer.hasRemaining()) {
            flush();
        }
        header.type().put(buffer, value);
        left--;
    }

    private void flush() {
        try {
            out.write(buffer.array(), 0, buffer.position());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        buffer.clear();
    }

    @Override
    public void close() {
        flush();
        try {
            out.close();
            if (left == 0) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(part);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
