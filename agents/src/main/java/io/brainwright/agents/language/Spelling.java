package io.brainwright.agents.language;

/** Slips of the pen. */
final class Spelling {
    private Spelling() {}

    /** Whether one word becomes the beginning of or the whole other by one letter more, less, other, or by two swapped. */
    static boolean oneSlip(String word, String spelling) {
        if (Math.abs(word.length() - spelling.length()) > 1 || word.charAt(0) != spelling.charAt(0)) {
            return false;
        }
        int i = 0;
        int shorter = Math.min(word.length(), spelling.length());
        while (i < shorter && word.charAt(i) == spelling.charAt(i)) {
            i++;
        }
        var a = word.substring(i);
        var b = spelling.substring(i);
        return rest(a, 1).equals(rest(b, 1))
                || rest(a, 1).equals(b)
                || a.equals(rest(b, 1))
                || (a.length() > 1
                        && b.length() > 1
                        && a.charAt(0) == b.charAt(1)
                        && a.charAt(1) == b.charAt(0)
                        && a.substring(2).equals(b.substring(2)));
    }

    private static String rest(String text, int from) {
        return text.length() <= from ? "" : text.substring(from);
    }
}
