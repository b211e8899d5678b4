package io.brainwright.testkit.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Changes that know nothing of the format but that it holds numbers of 1 to 8 bytes. */
final class Bytes {
    private static final byte[] NASTY = {
        0, 1, -1, 127, -128, '<', '&', ';', '"', '{', '}', '(', ')', ',', '\\', '\n', '%'
    };
    private static final long[] EDGES = {
        0,
        1,
        -1,
        2,
        Byte.MAX_VALUE,
        Short.MAX_VALUE,
        0xffff,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0xffffffffL,
        1L << 32,
        0x10000001L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        0x7ff0000000000000L,
        0x7ff8000000000001L,
        0x7f800000L
    };

    private Bytes() {}

    static byte[] change(byte[] bytes, byte[] other, SplittableRandom random) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(9)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> bytes[at] = NASTY[random.nextInt(NASTY.length)];
            case 3 -> number(bytes, at, random);
            case 4 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 5 -> {
                return Mutator.replaced(bytes, at, at + length(bytes.length - at, random), new byte[0]);
            }
            case 6 -> {
                return repeated(bytes, at, random);
            }
            case 7 -> {
                return spliced(bytes, at, other, random);
            }
            default -> {
                int end = at + length(Math.min(64, bytes.length - at), random);
                Arrays.fill(bytes, at, end, NASTY[random.nextInt(NASTY.length)]);
            }
        }
        return bytes;
    }

    private static void number(byte[] bytes, int at, SplittableRandom random) {
        int width = 1 << random.nextInt(4);
        int from = random.nextBoolean() ? at / width * width : at;
        if (from + width > bytes.length) {
            return;
        }
        var order = random.nextInt(4) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        long edge = EDGES[random.nextInt(EDGES.length)];
        var buffer = ByteBuffer.wrap(bytes).order(order);
        switch (width) {
            case 1 -> buffer.put(from, (byte) edge);
            case 2 -> buffer.putShort(from, (short) edge);
            case 4 -> buffer.putInt(from, (int) edge);
            default -> buffer.putLong(from, edge);
        }
    }

    private static byte[] repeated(byte[] bytes, int at, SplittableRandom random) {
        int length = length(bytes.length - at, random);
        int times = random.nextInt(20) == 0 ? random.nextInt(1, 200) : 1;
        byte[] more = new byte[length * Math.min(times, (1 << 20) / length + 1)];
        for (int i = 0; i < more.length; i++) {
            more[i] = bytes[at + i % length];
        }
        return Mutator.replaced(bytes, at, at, more);
    }

    private static byte[] spliced(byte[] bytes, int at, byte[] other, SplittableRandom random) {
        int from = random.nextInt(other.length);
        byte[] part = Arrays.copyOfRange(other, from, from + length(other.length - from, random));
        int end = random.nextBoolean() ? at : Math.min(bytes.length, at + part.length);
        return Mutator.replaced(bytes, at, end, part);
    }

    /** From 1 to the most, short ones more often. */
    private static int length(int most, SplittableRandom random) {
        int bound = random.nextInt(3) == 0 ? most : Math.min(most, 48);
        return bound <= 1 ? bound : random.nextInt(1, bound + 1);
    }
}
