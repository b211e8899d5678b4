package io.brainwright.neuro.morphology.io;

import org.jspecify.annotations.Nullable;

/**
 * One point as its line says it: um throughout.
 *
 * @param line number of the line, from 1
 */
record SwcLine(int line, int id, int type, float x, float y, float z, float radius, int parentId) {
    private static final String LAYOUT = "id type x y z radius parent";

    /** Reads one line; null after a fault, which is noted. */
    static @Nullable SwcLine read(Findings findings, int line, String text) {
        String where = "line " + line;
        var words = text.split("[\\s,]+", -1);
        if (words.length < 7) {
            findings.error("COLUMNS_MISSING", where, words.length + " columns", "seven: " + LAYOUT);
            return null;
        }
        if (words.length > 7 && !words[7].startsWith("#")) {
            findings.warn("COLUMNS_EXTRA", where, words.length + " columns", "seven: " + LAYOUT);
        }
        var id = whole(findings, where, words[0]);
        var type = whole(findings, where, words[1]);
        var parent = whole(findings, where, words[6]);
        float[] numbers = new float[4];
        boolean good = id != null && type != null && parent != null;
        for (int c = 0; c < 4; c++) {
            var value = number(findings, where, words[2 + c]);
            numbers[c] = value == null ? 0 : value;
            good &= value != null;
        }
        return good && id != null && type != null && parent != null
                ? new SwcLine(line, id, type, numbers[0], numbers[1], numbers[2], numbers[3], parent)
                : null;
    }

    boolean isFinite() {
        return Float.isFinite(x) && Float.isFinite(y) && Float.isFinite(z) && Float.isFinite(radius);
    }

    String where() {
        return "line " + line;
    }

    private static @Nullable Integer whole(Findings findings, String where, String word) {
        try {
            double value = Double.parseDouble(word); // some writers print 1.0 for an id
            if (value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE) {
                return (int) value;
            }
        } catch (NumberFormatException broken) {
            // told below
        }
        findings.error("NOT_A_NUMBER", where, "'" + word + "'", "a whole number");
        return null;
    }

    private static @Nullable Float number(Findings findings, String where, String word) {
        try {
            return Float.parseFloat(word);
        } catch (NumberFormatException broken) {
            findings.error("NOT_A_NUMBER", where, "'" + word + "'", "a finite number");
            return null;
        }
    }
}
