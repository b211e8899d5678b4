package io.brainwright.fabric.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.arrow.flatbuf.Message;

/**
 * The messages of an Arrow IPC stream, looked at before Arrow asks for memory: what each says of its length must lie within the
 * stream.
 *
 * @see <a href="https://arrow.apache.org/docs/format/Columnar.html#encapsulated-message-format">Encapsulated message format</a>
 */
final class IpcFrames {
    private static final int CONTINUED = 0xffffffff;

    private IpcFrames() {}

    /** @throws IOException where a message is longer than the stream */
    static void check(byte[] stream) throws IOException {
        var bytes = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.remaining() >= Integer.BYTES) {
            int length = bytes.getInt();
            if (length == CONTINUED && bytes.remaining() >= Integer.BYTES) {
                length = bytes.getInt();
            }
            if (length == 0) {
                return;
            }
            skip(bytes, length, "metadata");
            var metadata = bytes.slice(bytes.position() - length, length).order(ByteOrder.LITTLE_ENDIAN);
            skip(bytes, Message.getRootAsMessage(metadata).bodyLength(), "a body");
        }
    }

    private static void skip(ByteBuffer bytes, long length, String what) throws IOException {
        if (length < 0 || length > bytes.remaining()) {
            throw new IOException(
                    "a message claims %s of %d bytes where %d are left".formatted(what, length, bytes.remaining()));
        }
        bytes.position(bytes.position() + (int) length);
    }
}
