package io.brainwright.neuro.morphology.io;

import java.util.Locale;

/**
 * One thing that a morphology file says and that is odd or wrong, told as a compiler tells it.
 *
 * @param severity how grave
 * @param code stable name in UPPER_SNAKE_CASE
 * @param where line or dataset row, e.g. {@code line 6}
 * @param found what stands there
 * @param allowed what may stand there
 * @param clash the other place that it clashes with and what stands there; empty where there is none
 * @param repair what a repair does about it, or did; empty where nothing can be done without guessing
 */
public record Finding(
        Severity severity, String code, String where, String found, String allowed, String clash, String repair) {
    boolean isRepairable() {
        return !repair.isEmpty();
    }

    Finding repaired() {
        return new Finding(Severity.REPAIRED, code, where, found, allowed, clash, repair);
    }

    /** The finding with its file, in one sentence or two. */
    public String sentence(String file) {
        var text = new StringBuilder("%s, %s: %s: found %s".formatted(file, where, name(), found));
        if (!clash.isEmpty()) {
            text.append(", which clashes with ").append(clash);
        }
        text.append("; allowed: ").append(allowed).append(" [").append(code).append(']');
        if (severity == Severity.REPAIRED) {
            text.append(", so ").append(repair);
        } else if (isRepairable()) {
            text.append(" (--repair: ").append(repair).append(')');
        }
        return text.append('.').toString();
    }

    private String name() {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
