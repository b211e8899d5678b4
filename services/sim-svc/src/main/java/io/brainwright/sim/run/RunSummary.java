package io.brainwright.sim.run;

import java.util.List;
import java.util.Locale;

/**
 * What one run did.
 *
 * @param name of the experiment
 * @param variant of it; "base" where it has none
 * @param backend "java" or "opencl"
 * @param device who computed
 * @param cells cells simulated
 * @param compartments compartments of all cells
 * @param duration_ms model time
 * @param steps time steps
 * @param seconds wall time of the stepping
 * @param spikes of all cells
 * @param firing cells that fired, with their spikes
 * @param extremes smallest and largest value of each record
 * @param files what was written
 * @param notes what a reader must know, such as what stands for something else
 */
public record RunSummary(
        String name,
        String variant,
        String backend,
        String device,
        int cells,
        long compartments,
        double duration_ms,
        int steps,
        double seconds,
        long spikes,
        List<Firing> firing,
        List<Extremes> extremes,
        List<String> files,
        List<String> notes) {
    private static final int SHOWN = 20;

    public RunSummary {
        firing = List.copyOf(firing);
        extremes = List.copyOf(extremes);
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /**
     * One cell that fired.
     *
     * @param cell its number, or population and node id
     * @param spikes how often
     * @param first_ms first spike
     * @param last_ms last spike
     */
    public record Firing(String cell, int spikes, double first_ms, double last_ms) {}

    /** For people. */
    public String text() {
        var text = new StringBuilder(line(
                "%s, %s: %d cells, %d compartments, %s ms in %d steps%n",
                name, variant, cells, compartments, number(duration_ms), steps));
        text.append(line("  computed by %s in %.2f s%n", device, seconds));
        text.append(line("  %d spikes of %d cells%n", spikes, firing.size()));
        firing.stream()
                .limit(SHOWN)
                .forEach(f -> text.append(line(
                        "    cell %s: %d spikes, first %s ms, last %s ms%n",
                        f.cell, f.spikes, number(f.first_ms), number(f.last_ms))));
        if (firing.size() > SHOWN) {
            text.append(line("    and %d more cells%n", firing.size() - SHOWN));
        }
        extremes.forEach(e -> text.append(line(
                "  %s: %s at %s ms to %s at %s ms%n",
                e.record(), number(e.least()), number(e.least_at_ms()), number(e.most()), number(e.most_at_ms()))));
        notes.forEach(note -> text.append("  note: ").append(note).append('\n'));
        files.forEach(file -> text.append("  wrote ").append(file).append('\n'));
        return text.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
