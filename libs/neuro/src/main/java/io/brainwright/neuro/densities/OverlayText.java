package io.brainwright.neuro.densities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A transplant as values of the scientist's own: a file of the form of a recipe, each value with the tag from where to where, which plans and
 * notebook entries repeat. Only layers that differ from the donor's stand in it.
 */
public final class OverlayText {
    private static final String INHIBITORY = "INH";

    private OverlayText() {}

    /** As YAML. */
    public static String of(Transplant moved, List<Stratum> lent) {
        var text = new StringBuilder("schema: brainwright-recipe/1\nlayers:\n");
        for (int i = 0; i < moved.strata().size(); i++) {
            var here = moved.strata().get(i);
            var there = lent.get(i);
            if (!here.equals(there)) {
                text.append("  ").append(here.name()).append(":\n");
                lines(moved, here, there)
                        .forEach(line -> text.append("    ").append(line).append('\n'));
            }
        }
        return text.toString();
    }

    private static List<String> lines(Transplant moved, Stratum here, Stratum there) {
        var lines = new ArrayList<String>();
        if (here.thickness_um() != there.thickness_um()) {
            lines.add(value("thickness_um", here.thickness_um(), "um", "own thickness of " + moved.recipient(), ""));
        }
        if (!here.densities().equals(there.densities())) {
            var why = "composition of %s on densities of %s".formatted(moved.donor(), moved.recipient());
            lines.add(value("neurons_per_mm3", here.total_per_mm3(), "1/mm3", why, moved.tag()));
            lines.add(value(
                    "inhibitory_fraction",
                    here.groups().getOrDefault(INHIBITORY, 0.0) / here.total_per_mm3(),
                    "1",
                    why,
                    moved.tag()));
        }
        return lines;
    }

    private static String value(String name, double value, String unit, String why, String tag) {
        return String.format(
                Locale.ROOT,
                "%s: {value: %s, unit: %s, source: \"chosen: %s\"%s}",
                name,
                value,
                unit.equals("1") ? "'1'" : unit,
                why,
                tag.isEmpty() ? "" : ", generalised: [" + tag + "]");
    }
}
