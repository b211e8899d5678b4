package io.brainwright.studio.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A page asked for in words: "make me a page with the raster above and the 3D view of layer 5 below". It reads what stands there and where; what
 * it does not know is told, never guessed.
 *
 * @param title title of the page
 * @param parts its panels in the order of the words
 */
record PageRequest(String title, List<Part> parts) {
    private static final Pattern ASKED = Pattern.compile(
            "^\\s*(?:please\\s+)?(?:can you\\s+|could you\\s+)?(?:make|write|build|create|lay out|set up|give|draw)\\s+(?:me\\s+)?(?:a|an|one|another|my own)\\s+(?:new\\s+|own\\s+)?page\\b(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern CALLED = Pattern.compile(
            "\\b(?:called|named|titled)\\s+[\"'\u201c\u2018]?([^\"'\u201d\u2019:,]{1,60}?)[\"'\u201d\u2019]?(?=\\s+with\\b|\\s+that\\b|\\s+showing\\b|[:,.]|$)",
            Pattern.CASE_INSENSITIVE);

    PageRequest {
        parts = List.copyOf(parts);
    }

    /** Where a panel stands. */
    enum Place {
        ABOVE,
        BELOW,
        LEFT,
        RIGHT,
        BESIDE,
        ANYWHERE
    }

    /**
     * A panel.
     *
     * @param kind its kind
     * @param words how it was asked for
     * @param place where it stands
     * @param about the words that say more about it: "of layer 5"
     */
    record Part(PanelWord kind, String words, Place place, String about) {}

    /** Reads a request; empty where the words ask for no page. */
    static Optional<PageRequest> read(String words) {
        var asked = ASKED.matcher(words);
        if (!asked.matches()) {
            return Optional.empty();
        }
        var rest = asked.group(1);
        var called = CALLED.matcher(rest);
        var title = "";
        if (called.find()) {
            title = called.group(1).strip();
            rest = rest.substring(0, called.start()) + " " + rest.substring(called.end());
        }
        return Optional.of(new PageRequest(title, parts(rest)));
    }

    private static List<Part> parts(String text) {
        var hits = PanelWord.hits(text);
        var parts = new ArrayList<Part>();
        var led = Place.ANYWHERE;
        for (int i = 0; i < hits.size(); i++) {
            var hit = hits.get(i);
            int before = i == 0 ? 0 : hits.get(i - 1).end();
            int after = i + 1 < hits.size() ? hits.get(i + 1).start() : text.length();
            var behind = text.substring(hit.end(), after);
            var place = place(cutAtJoint(behind));
            if (place == Place.ANYWHERE) {
                var ahead = place(fromJoint(text.substring(before, hit.start()), i == 0));
                led = ahead == Place.ANYWHERE ? led : ahead; // "on the right the raster and the traces"
                place = led;
            } else {
                led = Place.ANYWHERE;
            }
            parts.add(new Part(hit.kind(), text.substring(hit.start(), hit.end()), place, behind.strip()));
        }
        return parts;
    }

    /** What follows a panel belongs to it up to "and", "," or ";". */
    private static String cutAtJoint(String behind) {
        var parts = behind.split(",|;|\\band\\b(?!\\s+\\d)", 2);
        return parts[0];
    }

    private static String fromJoint(String before, boolean first) {
        var parts = before.split(",|;|\\band\\b(?!\\s+\\d)", -1);
        return first || parts.length > 1 ? parts[parts.length - 1] : "";
    }

    private static Place place(String words) {
        var w = words.toLowerCase(Locale.ROOT);
        if (w.matches("(?s).*\\b(above|top|upper|over)\\b.*")) {
            return Place.ABOVE;
        }
        if (w.matches("(?s).*\\b(below|bottom|under|underneath|lower|beneath)\\b.*")) {
            return Place.BELOW;
        }
        if (w.matches("(?s).*\\bleft\\b.*")) {
            return Place.LEFT;
        }
        if (w.matches("(?s).*\\bright\\b.*")) {
            return Place.RIGHT;
        }
        return w.matches("(?s).*\\b(beside|next to|alongside)\\b.*") ? Place.BESIDE : Place.ANYWHERE;
    }
}
