package io.brainwright.synthesis.model.parameters;

import java.nio.file.Path;
import java.util.List;

/** Whether a tree can grow from bars: every one ends, after it forks, and the first outlives all. */
final class BarcodeCheck {
    private static final double LONGEST_um = 20_000; // chosen: longer than any dendrite; axons in files are cut at 1 mm
    private static final int MOST_BARS = 10_000;

    private BarcodeCheck() {}

    static void of(List<List<Float>> bars, Path file) {
        if (bars.isEmpty() || bars.size() > MOST_BARS) {
            throw GrowthFiles.wrong(
                    file, "a tree has %d bars".formatted(bars.size()), "1 to %d are right.".formatted(MOST_BARS));
        }
        double trunk = bars.getFirst().getFirst();
        for (var bar : bars) {
            if (bar.size() != 5 && bar.size() != 6) {
                throw GrowthFiles.wrong(
                        file, "a bar has %d numbers".formatted(bar.size()), "5 or 6 are right: tip, fork, two turns, aim, angle between.");
            }
            double tip = bar.get(0);
            double fork = bar.get(1);
            if (!(fork >= 0 && tip >= fork && tip <= trunk + 1e-3 && tip <= LONGEST_um)) {
                throw GrowthFiles.wrong(
                        file,
                        "a bar forks at %s um and ends at %s um, the trunk at %s um".formatted(fork, tip, trunk),
                        "A bar ends after it forks, not beyond the trunk's tip, and within %.0f um.".formatted(LONGEST_um));
            }
        }
    }
}
