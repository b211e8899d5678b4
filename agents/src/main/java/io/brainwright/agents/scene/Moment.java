package io.brainwright.agents.scene;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.regex.Pattern;

/** Moments of a scene file: "2 ms". */
public final class Moment {
    private static final Pattern FORM = Pattern.compile("(-?[0-9.eE+-]+) ?(us|ms|s)");

    private Moment() {}

    /** In ms. */
    public static double ms(String text) {
        var m = FORM.matcher(text);
        if (!m.matches()) {
            throw Problem.invalid(
                    "This is no moment.", List.of(new FieldFault(text, "write a number and us, ms or s: \"2 ms\".")));
        }
        double value = Double.parseDouble(m.group(1));
        return switch (m.group(2)) {
            case "us" -> value / 1000;
            case "s" -> value * 1000;
            default -> value;
        };
    }
}
