package io.brainwright.agents.notebook.sensitivity;

import io.brainwright.agents.notebook.MarkdownText;
import io.brainwright.agents.notebook.verdict.Numbers;
import java.util.Locale;

/** Which assumptions matter, as a section of an entry's page. */
public final class SensitivityPage {
    /** A change of so many standard deviations over seeds counts as more than noise. Chosen: the customary two. */
    static final double BEYOND_NOISE = 2;

    private final Sensitivity s;
    private final StringBuilder text = new StringBuilder();

    private SensitivityPage(Sensitivity s) {
        this.s = s;
    }

    /**
     * The section.
     *
     * @param picture name of the picture beside the page
     */
    public static String markdown(Sensitivity s, String picture) {
        return new SensitivityPage(s).write(picture);
    }

    /** The answer in one sentence. */
    public static String answer(Sensitivity s) {
        var flips = s.effects().stream()
                .filter(e -> !e.seed()
                        && !e.outcome().equals("FAILED")
                        && !e.outcome().equals(s.outcome()))
                .map(Sensitivity.Effect::path)
                .distinct()
                .toList();
        var beyond = s.effects().stream()
                .filter(e -> !e.seed() && e.inNoise() != null && Math.abs(e.inNoise()) > BEYOND_NOISE)
                .map(Sensitivity.Effect::path)
                .distinct()
                .toList();
        var answer = flips.isEmpty()
                ? "No variation turned the verdict."
                : "The verdict turns with " + String.join(", ", flips) + ".";
        if (s.noise() == null) {
            return answer
                    + " The noise of seeds is not known (%d seeds), so no change can be told from chance."
                            .formatted(s.seeds());
        }
        if (s.noise() == 0) {
            return answer + " Seeds change nothing (%d seeds), so every change counts.".formatted(s.seeds());
        }
        return answer
                + (beyond.isEmpty()
                        ? " No change is larger than twice the noise of seeds."
                        : " More than twice the noise of seeds: " + String.join(", ", beyond) + ".");
    }

    private String write(String picture) {
        line("## Sensitivity");
        line("How much each assumption, varied alone, changes *%s*, which is %s in this entry."
                .formatted(MarkdownText.of(s.number()), number(s.base())));
        line("**" + MarkdownText.of(answer(s)) + "**");
        line("![sensitivity](%s)".formatted(picture));
        if (s.noise() != null) {
            line("Noise: standard deviation %s over %d seeds.".formatted(number(s.noise()), s.seeds()));
        }
        text.append(
                "| assumption | from | to | number | change | in noise | verdict |\n|---|---:|---:|---:|---:|---:|---|\n");
        s.effects().forEach(this::row);
        text.append('\n');
        s.leftOut()
                .forEach((path, why) -> text.append("- Not varied: ")
                        .append(MarkdownText.code(path))
                        .append(' ')
                        .append(why)
                        .append(".\n"));
        text.append(s.leftOut().isEmpty() ? "" : "\n");
        line("One assumption at a time sees no interaction between two of them.");
        return text.toString();
    }

    private void row(Sensitivity.Effect e) {
        var unit = Numbers.unit(e.unit());
        text.append("| %s | %s%s | %s%s | %s | %s | %s | %s |\n"
                .formatted(
                        MarkdownText.code(e.path()),
                        e.from(),
                        unit,
                        e.to(),
                        unit,
                        number(e.value()),
                        e.change() == null ? "none" : (e.change() > 0 ? "+" : "") + number(e.change()),
                        e.inNoise() == null ? "" : Numbers.text(Math.rint(e.inNoise() * 10) / 10),
                        e.trouble().isEmpty()
                                ? e.outcome().toLowerCase(Locale.ROOT)
                                : "refused: " + MarkdownText.of(e.trouble())));
    }

    private String number(@org.jspecify.annotations.Nullable Double value) {
        return value == null ? "none" : Numbers.text(value) + Numbers.unit(s.unit());
    }

    private void line(String paragraph) {
        text.append(paragraph).append("\n\n");
    }
}
