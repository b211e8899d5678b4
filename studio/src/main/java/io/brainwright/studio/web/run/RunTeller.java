package io.brainwright.studio.web.run;

import io.brainwright.agents.run.Built;
import io.brainwright.agents.run.RunListener;
import io.brainwright.proto.fabric.v1.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Turns what a run tells into lines for a page; progress is told at most a few times a second. */
final class RunTeller implements RunListener {
    private static final long APART_NS = 150_000_000L;

    private final BiConsumer<RunState.@Nullable Now, List<RunState.Line>> told;
    private final List<RunState.Line> lines = new ArrayList<>();
    private long last_ns = System.nanoTime() - APART_NS;

    RunTeller(BiConsumer<RunState.@Nullable Now, List<RunState.Line>> told) {
        this.told = told;
    }

    @Override
    public void progress(String step, Progress p) {
        long now_ns = System.nanoTime();
        if (now_ns - last_ns < APART_NS) {
            return;
        }
        last_ns = now_ns;
        var words = "%s %s of %s %s%s"
                .formatted(
                        p.getVerb(),
                        grouped(p.getDone()),
                        grouped(p.getTotal()),
                        p.getUnit(),
                        p.getDetail().isEmpty() ? "" : ", " + p.getDetail());
        told.accept(new RunState.Now(step, words, p.getDone(), p.getTotal()), lines);
    }

    @Override
    public void done(String step, Built built) {
        line(
                step,
                String.format(
                        Locale.ROOT,
                        "%s rows, %.1f MB, %s",
                        grouped(built.rows()),
                        built.bytes() / 1e6,
                        built.fromCatalogue() ? "from the catalogue" : "built in %.1f s".formatted(built.seconds())));
    }

    @Override
    public void wrote(String step, String what) {
        line(step, what);
    }

    private void line(String step, String words) {
        lines.add(new RunState.Line(step, words));
        told.accept(null, lines);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }
}
