package io.brainwright.studio.cli;

import io.brainwright.agents.run.Built;
import io.brainwright.agents.run.RunListener;
import io.brainwright.proto.fabric.v1.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** Shows a run on the screen. */
final class ScreenListener implements RunListener {
    private final ProgressBar bar;

    ScreenListener(PrintStream out, boolean terminal) {
        this.bar = new ProgressBar(out, terminal);
    }

    @Override
    public void progress(String step, Progress p) {
        var words = p.getTotal() > 0 ? counted(p) : p.getDetail();
        bar.show(step, words, p.getDone(), p.getTotal(), p.getPerSecond(), p.getUnit());
    }

    private static String counted(Progress p) {
        return "%s %s of %s %s%s"
                .formatted(
                        p.getVerb(),
                        grouped(p.getDone()),
                        grouped(p.getTotal()),
                        p.getUnit(),
                        p.getDetail().isEmpty() ? "" : ", " + p.getDetail());
    }

    @Override
    public void done(String step, Built built) {
        bar.done(String.format(
                Locale.ROOT,
                "  %-15s %s  %s rows, %.1f MB, %s",
                step,
                built.id().substring(0, 12),
                grouped(built.rows()),
                built.bytes() / 1e6,
                built.fromCatalogue() ? "from the catalogue" : "built in %.1f s".formatted(built.seconds())));
    }

    @Override
    public void wrote(String step, String what) {
        if (!step.startsWith("render.")) {
            bar.done("  %-15s %s".formatted(step, what));
        }
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }
}
