package io.brainwright.agents.language;

import java.util.regex.Pattern;

/** "2 x 2 mm", "0.3x0.3 mm2", "1,5 mm mal 1,5 mm": a square of tissue is told by its width. */
final class Squares {
    private static final String NUMBER = "(\\d+(?:[.,]\\d+)?)";
    private static final String UNIT =
            "(mm|cm|[uµμ]m|microns?|micrometers?|micrometres?|mikrometer|millimet\\w+|milimetros?)";
    private static final Pattern SQUARE = Pattern.compile(
            "(?<![\\d.,])" + NUMBER + "\\s*" + UNIT + "?\\s*(?:[x×*]|by|mal|par|por)\\s*" + NUMBER + "\\s*" + UNIT
                    + "(?:2|²|\\^2)?(?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE);

    private Squares() {}

    /** The text with each square as one length; sides that are not equal stay as they were said. */
    static String told(String text) {
        return SQUARE.matcher(text).replaceAll(m -> {
            boolean square = m.group(1).equals(m.group(3))
                    && (m.group(2) == null || m.group(2).equalsIgnoreCase(m.group(4)));
            return java.util.regex.Matcher.quoteReplacement(square ? m.group(1) + " " + m.group(4) : m.group());
        });
    }
}
