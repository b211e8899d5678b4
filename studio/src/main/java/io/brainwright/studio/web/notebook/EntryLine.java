package io.brainwright.studio.web.notebook;

import io.brainwright.agents.notebook.Entry;
import io.brainwright.neuro.problem.Problem;
import java.util.Locale;

/**
 * An entry in a list.
 *
 * @param name its name
 * @param date of its first run
 * @param request the scientist's words
 * @param outcome supported, refuted, undecided, none, damaged
 * @param finding the first sentence of what was found, or what is wrong with the entry
 */
record EntryLine(String name, String date, String request, String outcome, String finding) {
    static EntryLine of(Entry entry) {
        try {
            var findings = entry.findings();
            var verdict = findings.verdict();
            var outcome = verdict == null ? "none" : verdict.outcome().name().toLowerCase(Locale.ROOT);
            var finding = verdict == null || verdict.effects().isEmpty()
                    ? findings.words().stream().findFirst().orElse("")
                    : verdict.words();
            return new EntryLine(entry.name(), entry.date(), entry.request(), outcome, finding);
        } catch (Problem damaged) {
            return new EntryLine(entry.name(), entry.date(), "", "damaged", damaged.sentence());
        }
    }
}
