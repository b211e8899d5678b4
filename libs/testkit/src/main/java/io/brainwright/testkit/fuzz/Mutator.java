package io.brainwright.testkit.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes broken files out of whole ones. The same seed, originals and number give the same file on any machine.
 *
 * <p>Half of the mutants change bytes (for binary formats), half change words, numbers, lines and brackets (for texts); some do
 * both.
 */
public final class Mutator {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int MOST_CHANGES = 6;
    private static final int MOST_BYTES = 1 << 20;

    private final long seed;
    private final List<byte[]> originals;

    /**
     * @param seed of all choices
     * @param originals whole files, at least one, none empty
     */
    public Mutator(long seed, List<byte[]> originals) {
        assert !originals.isEmpty() && originals.stream().noneMatch(o -> o.length == 0) : "whole files are needed";
        this.seed = seed;
        this.originals = originals.stream().map(byte[]::clone).toList();
    }

    /** The mutant of a number, from 0; at most 1 MiB longer than its original. */
    public byte[] mutant(int number) {
        var random = new SplittableRandom(seed * GOLDEN + number);
        byte[] bytes = originals.get(number % originals.size()).clone();
        int most = bytes.length + MOST_BYTES;
        for (int change = random.nextInt(1, MOST_CHANGES + 1); change > 0; change--) {
            byte[] other = originals.get(random.nextInt(originals.size()));
            bytes = bytes.length == 0
                    ? other.clone()
                    : random.nextBoolean() ? Bytes.change(bytes, other, random) : Words.change(bytes, other, random);
            if (bytes.length > most) {
                bytes = Arrays.copyOf(bytes, most);
            }
        }
        return bytes;
    }

    /** Bytes with a part of them replaced. */
    static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        byte[] result = new byte[bytes.length - (to - from) + by.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(bytes, to, result, from + by.length, bytes.length - to);
        return result;
    }
}
