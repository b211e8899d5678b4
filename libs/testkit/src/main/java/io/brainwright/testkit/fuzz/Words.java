package io.brainwright.testkit.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Changes that know what most texts are made of: words, numbers, lines, brackets, quotes. */
final class Words {
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "-1",
        "1",
        "2147483647",
        "2147483648",
        "-2147483649",
        "4294967296",
        "9223372036854775807",
        "9223372036854775808",
        "99999999999999999999999999",
        "1e308",
        "1e309",
        "-1e309",
        "1e-320",
        "1e999999999",
        "NaN",
        "Infinity",
        "0x7fffffff",
        "00",
        "1.",
        ".5",
        "1,5",
        "1e",
        "null",
        "true",
        "\"7\"",
        "1000000000"
    };
    private static final String[] OPENERS = {
        "[", "{", "(", "<a>", "{\"a\":", "[[", "- ", "\"", "'", "/*", "<!--", "<![CDATA[", "COMMENT "
    };
    private static final String[] ODD = {
        "\ufeff",
        "\u0000",
        "\u202e",
        "\ud83e\udde0",
        "\u2028",
        "\r",
        "\t",
        "&amp;",
        "&x;",
        "%s",
        "${a}",
        "../",
        "..\\",
        "/etc/passwd",
        "#",
        "@",
        "*",
        "!!",
        "&a",
        "*a",
        "<<",
        "\\u0000"
    };
    private static final int DEEPEST = 100_000;

    private Words() {}

    static byte[] change(byte[] bytes, byte[] other, SplittableRandom random) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> number(bytes, random);
            case 3 -> swapped(bytes, random);
            case 4 -> word(bytes, other, random);
            case 5, 6 -> line(bytes, other, random);
            case 7 -> nested(bytes, random);
            case 8 -> insert(bytes, random.nextInt(bytes.length), ODD[random.nextInt(ODD.length)]);
            case 9 -> broken(bytes, random);
            case 10 -> insert(bytes, random.nextInt(bytes.length), OPENERS[random.nextInt(OPENERS.length)]);
            default -> invalidText(bytes, random);
        };
    }

    private static byte[] number(byte[] bytes, SplittableRandom random) {
        int[] span = span(bytes, random, Words::isOfNumber);
        return span.length == 0
                ? bytes
                : Mutator.replaced(bytes, span[0], span[1], ascii(NUMBERS[random.nextInt(NUMBERS.length)]));
    }

    private static byte[] swapped(byte[] bytes, SplittableRandom random) {
        int[] a = span(bytes, random, Words::isOfWord);
        int[] b = span(bytes, random, Words::isOfWord);
        if (a.length == 0 || b.length == 0 || a[0] == b[0]) {
            return bytes;
        }
        int[] first = a[0] < b[0] ? a : b;
        int[] second = a[0] < b[0] ? b : a;
        byte[] early = java.util.Arrays.copyOfRange(bytes, first[0], first[1]);
        byte[] late = java.util.Arrays.copyOfRange(bytes, second[0], second[1]);
        return Mutator.replaced(Mutator.replaced(bytes, second[0], second[1], early), first[0], first[1], late);
    }

    private static byte[] word(byte[] bytes, byte[] other, SplittableRandom random) {
        int[] from = span(other, random, Words::isOfWord);
        int[] to = span(bytes, random, Words::isOfWord);
        return from.length == 0 || to.length == 0
                ? bytes
                : Mutator.replaced(bytes, to[0], to[1], java.util.Arrays.copyOfRange(other, from[0], from[1]));
    }

    private static byte[] line(byte[] bytes, byte[] other, SplittableRandom random) {
        int[] here = lineAt(bytes, random.nextInt(bytes.length));
        int[] there = lineAt(other, random.nextInt(other.length));
        byte[] line = java.util.Arrays.copyOfRange(other, there[0], there[1]);
        return switch (random.nextInt(3)) {
            case 0 -> Mutator.replaced(bytes, here[0], here[1], new byte[0]);
            case 1 -> Mutator.replaced(bytes, here[0], here[0], line);
            default -> Mutator.replaced(bytes, here[0], here[1], line);
        };
    }

    /** Many times the same opening bracket: what recursion without a bound does not survive. */
    private static byte[] nested(byte[] bytes, SplittableRandom random) {
        var opener = OPENERS[random.nextInt(OPENERS.length)];
        int depth = random.nextInt(4) == 0 ? random.nextInt(1, DEEPEST) : random.nextInt(1, 40);
        return insert(bytes, random.nextInt(bytes.length), opener.repeat(Math.min(depth, 400_000 / opener.length())));
    }

    private static byte[] broken(byte[] bytes, SplittableRandom random) {
        List<Integer> places = new ArrayList<>();
        int from = random.nextInt(bytes.length);
        for (int i = 0; i < bytes.length && places.size() < 8; i++) {
            int at = (from + i) % bytes.length;
            if ("[]{}()<>\"':,=|\n".indexOf(bytes[at]) >= 0) {
                places.add(at);
            }
        }
        if (places.isEmpty()) {
            return bytes;
        }
        int at = places.get(random.nextInt(places.size()));
        return Mutator.replaced(bytes, at, at + 1, new byte[0]);
    }

    private static byte[] invalidText(byte[] bytes, SplittableRandom random) {
        byte[][] invalid = {
            {(byte) 0xc0, (byte) 0x80},
            {(byte) 0xff, (byte) 0xfe},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {(byte) 0xe2}
        };
        int at = random.nextInt(bytes.length);
        return Mutator.replaced(bytes, at, at, invalid[random.nextInt(invalid.length)]);
    }

    private static byte[] insert(byte[] bytes, int at, String text) {
        return Mutator.replaced(bytes, at, at, text.getBytes(StandardCharsets.UTF_8));
    }

    @FunctionalInterface
    private interface Letter {
        boolean is(byte b);
    }

    /** A run of letters of a kind, searched from a random place on; empty where there is none nearby. */
    private static int[] span(byte[] bytes, SplittableRandom random, Letter letter) {
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 4096);
        while (at < end && !letter.is(bytes[at])) {
            at++;
        }
        if (at == end) {
            return new int[0];
        }
        int from = at;
        while (from > 0 && at - from < 256 && letter.is(bytes[from - 1])) {
            from--;
        }
        int to = at;
        while (to < bytes.length && to - at < 256 && letter.is(bytes[to])) {
            to++;
        }
        return new int[] {from, to};
    }

    private static int[] lineAt(byte[] bytes, int at) {
        int from = at;
        while (from > 0 && bytes[from - 1] != '\n') {
            from--;
        }
        int to = at;
        while (to < bytes.length && bytes[to] != '\n') {
            to++;
        }
        return new int[] {from, Math.min(bytes.length, to + 1)};
    }

    private static boolean isOfNumber(byte b) {
        return b >= '0' && b <= '9' || b == '.' || b == '-';
    }

    private static boolean isOfWord(byte b) {
        return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b == '_' || b == '.';
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
