package io.brainwright.fabric.table;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Two checksums of rows, both made from their canonical bytes (see RowBytes), dictionary words spelled out.
 *
 * @param sha256 SHA-256 of the rows one after another, in hexadecimal: depends on their order, not on batches
 * @param sum sum modulo 2^128 of the rows' MurmurHash3 (x64, 128 bits), 32 hexadecimal digits: depends on neither order nor
 *     chunks, so that of a whole table is the sum of its parts'
 */
public record RowHash(String sha256, String sum) {
    /** The sum of no rows. */
    public static final String ZERO = "0".repeat(32);

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

    /** Checksums of a batch. */
    public static RowHash of(Batch batch) {
        var sha = digest();
        var murmur = new Murmur3();
        var rows = new RowBytes(batch);
        long low = 0;
        long high = 0;
        for (int next = 0; next < batch.rowCount(); ) {
            int count = rows.fill(next);
            sha.update(rows.bytes(), 0, rows.start(count));
            for (int i = 0; i < count; i++) {
                murmur.hash(rows.bytes(), rows.start(i), rows.start(i + 1));
                low += murmur.low();
                long carry = Long.compareUnsigned(low, murmur.low()) < 0 ? 1 : 0;
                high += murmur.high() + carry;
            }
            next += count;
        }
        return new RowHash(HexFormat.of().formatHex(sha.digest()), "%016x%016x".formatted(high, low));
    }

    /** The first of the two alone, in hexadecimal: enough to see whether a batch is as it was written. */
    public static String sha256(Batch batch) {
        var sha = digest();
        var rows = new RowBytes(batch);
        for (int next = 0; next < batch.rowCount(); ) {
            int count = rows.fill(next);
            sha.update(rows.bytes(), 0, rows.start(count));
            next += count;
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /** Adds two sums modulo 2^128. */
    public static String add(String a, String b) {
        var sum = new BigInteger(a, 16).add(new BigInteger(b, 16)).mod(MODULUS);
        return "%032x".formatted(sum);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
