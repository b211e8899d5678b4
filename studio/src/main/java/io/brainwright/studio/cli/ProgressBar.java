package io.brainwright.studio.cli;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Progress in a scientist's words: what is done of what, how fast, how long still. One line that is drawn over on a terminal;
 * elsewhere a line now and then.
 */
final class ProgressBar {
    private static final int WIDTH = 24;
    private static final long QUIET_MS = 5000;

    private final PrintStream out;
    private final boolean terminal;
    private int drawn;
    private long lastPrinted;

    ProgressBar(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.lastPrinted = System.currentTimeMillis();
    }

    /**
     * @param step what is being done, e.g. "synthesis"
     * @param words "grown 128 of 300 cells, layer 5"
     * @param done of total
     * @param perSecond rate, 0 where it is not known
     * @param unit what is counted
     */
    void show(String step, String words, long done, long total, double perSecond, String unit) {
        var line = line(step, words, done, total, perSecond, unit);
        if (terminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
            out.flush();
            drawn = line.length();
        } else if (System.currentTimeMillis() - lastPrinted >= QUIET_MS) {
            out.println(line);
            lastPrinted = System.currentTimeMillis();
        }
    }

    /** Ends a step with a line that stays. */
    void done(String line) {
        if (terminal && drawn > 0) {
            out.print("\r" + " ".repeat(drawn) + "\r");
            drawn = 0;
        }
        out.println(line);
        lastPrinted = System.currentTimeMillis();
    }

    static String line(String step, String words, long done, long total, double perSecond, String unit) {
        double share = total > 0 ? Math.clamp((double) done / total, 0, 1) : 0;
        int filled = (int) Math.round(share * WIDTH);
        var rate = perSecond > 0 ? "  %s %s/s".formatted(brief(perSecond), unit) : "";
        var left = perSecond > 0 && done < total ? ", %s left".formatted(duration((total - done) / perSecond)) : "";
        return "  %-12s [%s%s] %3.0f %%  %s%s%s"
                .formatted(step, "#".repeat(filled), "-".repeat(WIDTH - filled), share * 100, words, rate, left);
    }

    /** Seconds as a person says them. */
    static String duration(double seconds) {
        if (seconds < 1) {
            return "under 1 s";
        }
        if (seconds < 90) {
            return "%.0f s".formatted(seconds);
        }
        return seconds < 5400 ? "%.0f min".formatted(seconds / 60) : "%.1f h".formatted(seconds / 3600);
    }

    private static String brief(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%,.0f", value).replace(',', ' ')
                : String.format(Locale.ROOT, "%.3g", value);
    }
}
