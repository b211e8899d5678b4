package io.brainwright.fabric.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ipc.ArrowStreamReader;

/**
 * Arrow IPC streams that somebody else wrote: nothing in them is believed. A header cannot make us allocate more than a small multiple
 * of what was sent, and a value that is missing is never read as zero.
 */
public final class ForeignRows {
    private static final long SPARE_BYTES = 1L << 20;
    private static final long TIMES_SENT = 4;
    private static final int CONTINUED = -1;

    private ForeignRows() {}

    /**
     * The schema of a stream, whether or not rows follow.
     *
     * @throws IllegalArgumentException that says what is wrong with it
     */
    public static TableSchema schema(byte[] stream) {
        return read(stream, false).schema();
    }

    /**
     * All rows of a stream.
     *
     * @throws IllegalArgumentException that says what is wrong with it
     */
    public static Batch rows(byte[] stream) {
        return read(stream, true);
    }

    private static Batch read(byte[] stream, boolean rows) {
        try (var allocator = new RootAllocator(SPARE_BYTES + TIMES_SENT * stream.length);
                var reader = new ArrowStreamReader(new ByteArrayInputStream(stream), allocator)) {
            checkLengths(stream);
            var root = reader.getVectorSchemaRoot();
            var schema = ArrowSchemas.fromArrow(root.getSchema());
            var parts = new ArrayList<Batch>();
            while (rows && reader.loadNextBatch()) {
                root.getFieldVectors().forEach(ForeignRows::refuseMissing);
                parts.add(ArrowCodec.batch(schema, root, reader));
            }
            return parts.size() == 1 ? parts.getFirst() : Batch.concat(schema, parts);
        } catch (OutOfMemoryException greedy) {
            throw new IllegalArgumentException("its headers ask for more memory than was sent", greedy);
        } catch (IllegalArgumentException told) {
            throw told;
        } catch (IOException
                | RuntimeException broken) { // a reader meets malformed bytes in as many ways as there are bytes
            throw new IllegalArgumentException("it is no Arrow IPC stream (%s)".formatted(broken), broken);
        }
    }

    /** Every length that a message tells of itself lies within what was sent, so that no reader makes room for more. */
    private static void checkLengths(byte[] stream) {
        var in = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        while (in.remaining() >= 2 * Integer.BYTES) {
            int first = in.getInt();
            int length = first == CONTINUED ? in.getInt() : first;
            if (length == 0) {
                return;
            }
            within(length, in.remaining());
            long body = Message.getRootAsMessage(in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN))
                    .bodyLength();
            within(body, in.remaining() - length);
            in.position(in.position() + length + (int) body);
        }
    }

    private static void within(long length, int sent) {
        if (length < 0 || length > sent) {
            throw new IllegalArgumentException(
                    "it is no Arrow IPC stream: a message of %d bytes, where %d were sent".formatted(length, sent));
        }
    }

    private static void refuseMissing(FieldVector vector) {
        if (vector.getNullCount() > 0) {
            throw new IllegalArgumentException("column '%s' lacks %d of %d values"
                    .formatted(vector.getName(), vector.getNullCount(), vector.getValueCount()));
        }
        List<FieldVector> inner = vector.getChildrenFromFields();
        inner.forEach(ForeignRows::refuseMissing);
    }
}
