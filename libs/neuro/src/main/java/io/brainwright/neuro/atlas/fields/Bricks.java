package io.brainwright.neuro.atlas.fields;

import org.jspecify.annotations.Nullable;

/**
 * A set of cells of a box, numbered in the order of the volume (x fastest). The box is cut into bricks of 64 x 8 x 8 cells, and only
 * bricks that hold a cell of the set exist: a bit per cell and the number of the first taken cell per 64 of them.
 */
final class Bricks {
    private static final int WORDS = 64; // of a brick: one per y and z

    private final int[] size;
    private final int across;
    private final int along;
    private final long[] @Nullable [] bits;
    private final int[] @Nullable [] first;
    private int count;

    /**
     * @param size cells of the box along each axis
     */
    Bricks(int[] size) {
        this.size = size.clone();
        this.across = (size[0] + 63) >> 6;
        this.along = (size[1] + 7) >> 3;
        int bricks = Math.multiplyExact(Math.multiplyExact(across, along), (size[2] + 7) >> 3);
        this.bits = new long[bricks][];
        this.first = new int[bricks][];
    }

    /** What is told of each cell. */
    interface Visitor {
        void cell(int number, int x, int y, int z);
    }

    /** What is told of each cell with the numbers of its neighbours along y and z, -1 where none was taken. */
    interface StarVisitor {
        void cell(int number, int backY, int aheadY, int backZ, int aheadZ);
    }

    private int brick(int x, int y, int z) {
        return (x >> 6) + across * ((y >> 3) + along * (z >> 3));
    }

    private static int word(int y, int z) {
        return (y & 7) | (z & 7) << 3;
    }

    /** Takes a cell in; {@link #number()} must follow. */
    void add(int x, int y, int z) {
        addWord(x >> 6, y, z, 1L << x);
    }

    private void addWord(int column, int y, int z, long taken) {
        int b = brick(column << 6, y, z);
        var words = bits[b];
        if (words == null) {
            words = new long[WORDS];
            bits[b] = words;
        }
        words[word(y, z)] |= taken;
    }

    /** Numbers the cells that were taken in. */
    void number() {
        long n = 0;
        for (int z = 0; z < size[2]; z++) {
            for (int y = 0; y < size[1]; y++) {
                for (int c = 0; c < across; c++) {
                    int b = brick(c << 6, y, z);
                    var words = bits[b];
                    if (words != null) {
                        var numbers = first[b];
                        if (numbers == null) {
                            numbers = new int[WORDS];
                            first[b] = numbers;
                        }
                        numbers[word(y, z)] = (int) n;
                        n += Long.bitCount(words[word(y, z)]);
                    }
                }
            }
        }
        count = Math.toIntExact(n);
    }

    /** Cells of the set. */
    int count() {
        return count;
    }

    int size(int axis) {
        return size[axis];
    }

    /** Bricks that exist. */
    int bricks() {
        int n = 0;
        for (var words : bits) {
            n += words == null ? 0 : 1;
        }
        return n;
    }

    /** Number of the cell at a place, -1 where none was taken or the box ends. */
    int at(int x, int y, int z) {
        if ((x | y | z) < 0 || x >= size[0] || y >= size[1] || z >= size[2]) {
            return -1;
        }
        int b = brick(x, y, z);
        var words = bits[b];
        var numbers = first[b];
        if (words == null || numbers == null) {
            return -1;
        }
        int w = word(y, z);
        long bit = 1L << x;
        return (words[w] & bit) == 0 ? -1 : numbers[w] + Long.bitCount(words[w] & (bit - 1));
    }

    /** Tells every cell in the order of its number. */
    void forEach(Visitor visitor) {
        for (int z = 0; z < size[2]; z++) {
            for (int y = 0; y < size[1]; y++) {
                row(y, z, visitor);
            }
        }
    }

    private void row(int y, int z, Visitor visitor) {
        for (int c = 0; c < across; c++) {
            int b = brick(c << 6, y, z);
            var words = bits[b];
            var numbers = first[b];
            if (words != null && numbers != null) {
                int n = numbers[word(y, z)];
                for (long left = words[word(y, z)]; left != 0; left &= left - 1) {
                    visitor.cell(n++, (c << 6) + Long.numberOfTrailingZeros(left), y, z);
                }
            }
        }
    }

    /** Tells every cell with its neighbours in the order of its number; those along x are one number before and after. */
    void forEachStar(StarVisitor visitor) {
        long[] near = new long[4];
        int[] numbers = new int[4];
        for (int z = 0; z < size[2]; z++) {
            for (int y = 0; y < size[1]; y++) {
                for (int c = 0; c < across; c++) {
                    long left = word(c, y, z);
                    if (left != 0) {
                        near[0] = word(c, y - 1, z);
                        near[1] = word(c, y + 1, z);
                        near[2] = word(c, y, z - 1);
                        near[3] = word(c, y, z + 1);
                        numbers[0] = first(c, y - 1, z);
                        numbers[1] = first(c, y + 1, z);
                        numbers[2] = first(c, y, z - 1);
                        numbers[3] = first(c, y, z + 1);
                        stars(visitor, left, first(c, y, z), near, numbers);
                    }
                }
            }
        }
    }

    private static void stars(StarVisitor visitor, long cells, int number, long[] near, int[] numbers) {
        int n = number;
        for (long left = cells; left != 0; left &= left - 1) {
            long bit = left & -left;
            visitor.cell(
                    n++,
                    neighbour(near[0], numbers[0], bit),
                    neighbour(near[1], numbers[1], bit),
                    neighbour(near[2], numbers[2], bit),
                    neighbour(near[3], numbers[3], bit));
        }
    }

    private static int neighbour(long word, int number, long bit) {
        return (word & bit) == 0 ? -1 : number + Long.bitCount(word & (bit - 1));
    }

    /** The cells of 64 along x that were taken. */
    private long word(int column, int y, int z) {
        if ((y | z) < 0 || y >= size[1] || z >= size[2]) {
            return 0;
        }
        var words = bits[brick(column << 6, y, z)];
        return words == null ? 0 : words[word(y, z)];
    }

    /** Number of the first of them. */
    private int first(int column, int y, int z) {
        if ((y | z) < 0 || y >= size[1] || z >= size[2]) {
            return -1;
        }
        var numbers = first[brick(column << 6, y, z)];
        return numbers == null ? -1 : numbers[word(y, z)];
    }

    /** Tells every cell in the order of its number, the last first. */
    void forEachBackwards(Visitor visitor) {
        for (int z = size[2] - 1; z >= 0; z--) {
            for (int y = size[1] - 1; y >= 0; y--) {
                for (int c = across - 1; c >= 0; c--) {
                    int b = brick(c << 6, y, z);
                    var words = bits[b];
                    var numbers = first[b];
                    if (words != null && numbers != null) {
                        long left = words[word(y, z)];
                        int n = numbers[word(y, z)] + Long.bitCount(left);
                        while (left != 0) {
                            int top = 63 - Long.numberOfLeadingZeros(left);
                            visitor.cell(--n, (c << 6) + top, y, z);
                            left &= ~(1L << top);
                        }
                    }
                }
            }
        }
    }

    /** The set with all cells around: those within {@code reach} steps of 26 neighbours, in a box that begins {@code shift} cells lower. */
    Bricks grown(int reach, int[] shift, int[] newSize) {
        var grown = new Bricks(newSize);
        forEach((_, x, y, z) -> {
            boolean outer = at(x - 1, y, z) < 0
                    || at(x + 1, y, z) < 0
                    || at(x, y - 1, z) < 0
                    || at(x, y + 1, z) < 0
                    || at(x, y, z - 1) < 0
                    || at(x, y, z + 1) < 0;
            grown.cube(x + shift[0], y + shift[1], z + shift[2], outer ? reach : 0);
        });
        grown.number();
        return grown;
    }

    private void cube(int x, int y, int z, int reach) {
        int low = Math.max(0, x - reach);
        int high = Math.min(size[0] - 1, x + reach);
        for (int k = Math.max(0, z - reach); k <= Math.min(size[2] - 1, z + reach); k++) {
            for (int j = Math.max(0, y - reach); j <= Math.min(size[1] - 1, y + reach); j++) {
                for (int c = low >> 6; c <= high >> 6; c++) {
                    long from = c == low >> 6 ? -1L << low : -1L;
                    long to = c == high >> 6 ? -1L >>> (63 - (high & 63)) : -1L;
                    addWord(c, j, k, from & to);
                }
            }
        }
    }
}
