package io.brainwright.studio.cli;

import io.brainwright.neuro.inference.RecipeInference;
import io.brainwright.neuro.inference.Relation;
import java.io.PrintStream;
import java.util.Locale;

/** Shows an inference in the terminal. */
final class RecipeInferScreen {
    private static final int LONGEST_SOURCE = 60;

    private final PrintStream out;
    private final int rows;

    private RecipeInferScreen(PrintStream out, int rows) {
        this.out = out;
        this.rows = rows;
    }

    static void show(PrintStream out, RecipeInference found, int rows) {
        var it = new RecipeInferScreen(out, rows);
        it.head(found);
        it.moved(found);
        it.values(found);
        it.sources(found);
        it.conflicts(found);
        it.determined(found);
        it.next(found);
    }

    private void line(String form, Object... values) {
        out.printf(Locale.ROOT, form + "%n", values);
    }

    private void head(RecipeInference found) {
        var d = found.determination();
        line(
                "%s: %,d unknowns. Measurements fix %,.0f, identities %,.0f; %,.0f rest on resemblance alone.",
                found.recipe(), d.quantities(), d.byMeasurements(), d.byIdentities(), d.free());
    }

    private void moved(RecipeInference found) {
        if (found.again_s() == 0) {
            return;
        }
        line("%nAFTER YOUR FACTS (re-solved in %.2f s) these moved by more than 0.5 %%:", found.again_s());
        found.moved().stream()
                .limit(rows)
                .forEach(m -> line("  %-40s %,14.4g -> %,.4g %s", m.name(), m.before(), m.after(), m.unit()));
        more(found.moved().size());
    }

    private void values(RecipeInference found) {
        line("%nVALUES (most likely, 90 %% interval)");
        found.values().stream()
                .limit(rows)
                .forEach(v -> line(
                        "  %-40s %,12.4g %-12s %,.4g to %,.4g  %s%s%s",
                        v.name(),
                        v.value(),
                        v.unit(),
                        v.low(),
                        v.high(),
                        v.tier(),
                        v.sources().isEmpty() ? "" : ": " + cut(String.join("; ", v.sources())),
                        v.generalised().isEmpty() ? "" : "  [" + String.join("; ", v.generalised()) + "]"));
        more(found.values().size());
    }

    private void sources(RecipeInference found) {
        line("%nSOURCES THAT COUNT DIFFERENTLY");
        found.sources().stream()
                .filter(s -> s.low() > 1 || s.high() < 1)
                .limit(rows)
                .forEach(s -> line("  %-40s %.2f times the others (%.2f to %.2f)", s.name(), s.factor(), s.low(), s.high()));
    }

    private void conflicts(RecipeInference found) {
        line("%nCANNOT HOLD TOGETHER within two standard deviations of each");
        for (var conflict : found.conflicts().stream().limit(rows).toList()) {
            line("  %.1f standard deviations apart:", conflict.suspicion());
            for (var r : conflict.relations()) {
                if (r.kind() == Relation.Kind.MEASURED) {
                    line("    %-44s %,12.5g +- %.0f %%  %s", r.name(), r.told(), 100 * r.sd(), cut(r.source()));
                } else {
                    line("    %s", r.name());
                }
            }
        }
        if (found.conflicts().isEmpty()) {
            line("  nothing");
        }
    }

    private void determined(RecipeInference found) {
        var by = found.determination().byOthers();
        line("%nDETERMINED BY THE OTHERS, better than by their own measurement: %,d measured values", by.size());
        by.stream()
                .limit(rows)
                .forEach(f -> line(
                        "  %-44s others say %,.4g +- %.0f %%, it says %,.4g  %s",
                        f.relation().name(),
                        f.relation().told() * StrictMath.exp(f.misfit()),
                        100 * f.sd(),
                        f.relation().told(),
                        cut(f.relation().source())));
    }

    private void next(RecipeInference found) {
        line("%nMEASURE NEXT (share of the uncertainty that would go)");
        found.next().stream()
                .limit(rows)
                .forEach(n -> line("  %-40s %5.1f %%  known to +- %.0f %% now", n.quantity(), 100 * n.gain(), 100 * n.sd()));
    }

    private void more(int all) {
        if (all > rows) {
            line("  ... %,d more (--rows, --json)", all - rows);
        }
    }

    private static String cut(String source) {
        return source.length() <= LONGEST_SOURCE ? source : source.substring(0, LONGEST_SOURCE) + "...";
    }
}
