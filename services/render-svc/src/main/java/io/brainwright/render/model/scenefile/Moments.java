package io.brainwright.render.model.scenefile;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.regex.Pattern;

/** Simulated times as the file writes them: a number and its unit. */
public final class Moments {
    private static final Pattern TEXT = Pattern.compile("(-?[0-9]+(?:[.][0-9]+)?(?:e-?[0-9]+)?) ?(us|ms|s)");

    private Moments() {}

    /** "2 ms" in ms. */
    public static double ms(String text) {
        var m = TEXT.matcher(text);
        if (!m.matches()) {
            throw Problem.invalid(
                    "'%s' is no time.".formatted(text),
                    List.of(new FieldFault(text, "is no time; write a number and us, ms or s: \"2 ms\".")));
        }
        double value = Double.parseDouble(m.group(1));
        return switch (m.group(2)) {
            case "us" -> value * 1e-3;
            case "s" -> value * 1e3;
            default -> value;
        };
    }
}
