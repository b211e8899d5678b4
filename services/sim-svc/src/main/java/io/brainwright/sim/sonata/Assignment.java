package io.brainwright.sim.sonata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One assignment of a configure text, {@code %s.NAME = VALUE} or {@code %s.NAME *= VALUE}.
 *
 * @param name what is set
 * @param factor whether the value is a factor of what it was
 * @param value the number
 */
record Assignment(String name, boolean factor, double value) {
    private static final Pattern ONE =
            Pattern.compile("%s\\.(\\w+)\\s*(\\*?)=\\s*([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)[\\s;,]*");

    /** The value after the assignment. */
    double of(double before) {
        return factor ? before * value : value;
    }

    /** Reads a text of assignments; anything else in it is refused. */
    static List<Assignment> parse(String pointer, String text) {
        var found = new ArrayList<Assignment>();
        var matcher = ONE.matcher(text);
        int at = text.length() - text.stripLeading().length();
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw Fault.at(
                        pointer,
                        "is no assignment at '%s'; write %%s.NAME = VALUE or %%s.NAME *= VALUE"
                                .formatted(text.substring(at)));
            }
            found.add(new Assignment(matcher.group(1), !matcher.group(2).isEmpty(), number(pointer, matcher.group(3))));
            at = matcher.end();
        }
        if (found.isEmpty()) {
            throw Fault.at(pointer, "is empty; write %s.NAME = VALUE");
        }
        return found;
    }

    private static double number(String pointer, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException broken) {
            throw Fault.at(pointer, "has '%s' where a number belongs".formatted(text));
        }
    }
}
