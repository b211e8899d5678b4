package io.brainwright.sim.model.solver;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The state of one cell as bytes: how many numbers, then each with all its bits. */
final class StateBytes {
    private double[] numbers = new double[1024];
    private int size;

    /** Writes a cell's state. */
    void save(CellState state, int cell, DataOutputStream out) throws IOException {
        size = 0;
        state.visit(cell, value -> {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = value;
            return value;
        });
        var bytes = ByteBuffer.allocate(Integer.BYTES + Double.BYTES * size).putInt(size);
        bytes.asDoubleBuffer().put(numbers, 0, size);
        out.write(bytes.array());
    }

    /** Gives a cell the state that was written; an IOException where the bytes are not this cell's. */
    void restore(CellState state, int cell, DataInputStream in) throws IOException {
        int count = in.readInt();
        int[] at = {0};
        try {
            state.visit(cell, _ -> {
                if (at[0]++ == count) {
                    throw new UncheckedIOException(
                            new IOException("cell %d has more than %d numbers".formatted(cell, count)));
                }
                try {
                    return in.readDouble();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (at[0] != count) {
            throw new IOException("cell %d has %d numbers, %d are there".formatted(cell, at[0], count));
        }
    }

    /** Passes one cell's state on. */
    static byte[] next(DataInputStream in) throws IOException {
        int count = in.readInt();
        var bytes = new byte[Math.addExact(Integer.BYTES, Math.multiplyExact(Double.BYTES, count))];
        ByteBuffer.wrap(bytes).putInt(count);
        in.readFully(bytes, Integer.BYTES, bytes.length - Integer.BYTES);
        return bytes;
    }
}
