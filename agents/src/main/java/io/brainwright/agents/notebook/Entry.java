package io.brainwright.agents.notebook;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An entry of the notebook, read from its folder.
 *
 * @param folder where its files lie
 */
public record Entry(Path folder) {
    static final String REQUEST = "request.md";
    static final String PLAN = "plan.json";
    static final String FINDINGS = "findings.json";
    static final String PAGE = "notebook.md";

    /** Section on which assumptions matter. */
    public static final String SENSITIVITY = "sensitivity.md";

    /** Name of the folder. */
    public String name() {
        return Objects.requireNonNull(folder.getFileName()).toString();
    }

    /** Date of the first run, as the folder's name begins with it. */
    public String date() {
        return name().length() < 10 ? "" : name().substring(0, 10);
    }

    /**
     * The plan that ran.
     *
     * @throws Problem where plan.json is missing or no plan
     */
    public Plan plan() {
        var text = text(PLAN);
        try {
            return PlanJson.read(text);
        } catch (Problem unreadable) {
            throw new Problem(
                    Kind.INVALID,
                    "ENTRY_DAMAGED",
                    "The plan of the entry %s cannot be read: %s".formatted(name(), unreadable.getMessage()),
                    "Mend %s, or ask again in the words of request.md.".formatted(folder.resolve(PLAN)),
                    Map.of("entry", name()),
                    unreadable.faults(),
                    unreadable);
        }
    }

    /** Whether its plan only handled other entries: exported, ran again or compared them. One that cannot be read is none. */
    public boolean isOfTheNotebook() {
        try {
            return plan().steps().stream().allMatch(s -> s.action().startsWith("notebook."));
        } catch (Problem damaged) {
            return false;
        }
    }

    /** What was learned. */
    public Findings findings() {
        return Records.read(folder.resolve(FINDINGS), Findings.class);
    }

    /** All runs of the plan, oldest first. */
    public List<RunLine> runs() {
        return RunLog.read(folder);
    }

    /** When the plan ran last, ISO 8601; the date of the entry where the log of runs is missing. */
    public String lastRun() {
        var runs = runs();
        return runs.isEmpty() ? date() : runs.getLast().time();
    }

    /** The versions of the plan that came before it, first draft first, and it. */
    public List<Plan> versions() {
        return PlanHistory.read(folder, plan());
    }

    /** The page that a human reads. */
    public String page() {
        return text(PAGE);
    }

    /** The scientist's words. */
    public String request() {
        return text(REQUEST).strip();
    }

    private String text(String file) {
        try {
            var path = folder.resolve(file);
            if (!Files.isRegularFile(path)) {
                throw new Problem(
                        Kind.NOT_FOUND,
                        "ENTRY_INCOMPLETE",
                        "The entry %s has no %s.".formatted(name(), file),
                        "Ask again in the words of its request, so that it is written anew.",
                        Map.of("entry", name(), "file", file));
            }
            return Files.readString(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
