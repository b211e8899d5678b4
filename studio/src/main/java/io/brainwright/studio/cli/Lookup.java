package io.brainwright.studio.cli;

import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.studio.Platform;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Carries out what only reads, and tells what was found; nothing is approved, since nothing is made. */
final class Lookup {
    private final Platform running;
    private final PrintStream talk;

    Lookup(Platform running, PrintStream talk) {
        this.running = running;
        this.talk = talk;
    }

    /** Looks up; an answer without steps is its own text. Gives facts for {@code --json}. */
    Map<String, Object> of(Proposal.Answer asked) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("answer", asked.text());
        if (asked.plan().steps().isEmpty() || !asked.unavailable().isEmpty()) {
            return facts;
        }
        var found = running.part(PlanRunner.class).answer(asked.plan(), new ScreenListener(talk, false));
        talk.println();
        talk.println("FOUND");
        MeasureTable.lines(found.measures()).forEach(line -> talk.println("  " + line));
        found.words().forEach(line -> talk.println("  " + line));
        facts.put("words", found.words());
        facts.put("measures", found.measures());
        return facts;
    }
}
