package io.brainwright.agents.experts;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Step;
import io.brainwright.neuro.lexicon.Lexicon;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.vocabulary.NearestNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All experts of a workspace: the scientist's own first, then those that ship with Brainwright and were not replaced. */
public final class Experts {
    private static final List<String> SHIPPED =
            List.of("anatomist", "electrophysiologist", "graphics-engineer", "connectomics", "literature");
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}_.@])@([a-z0-9-]{1,64})(?![\\p{L}\\p{N}_@])");

    private final ExpertFolder folder;

    private Experts(ExpertFolder folder) {
        this.folder = folder;
    }

    /** The shipped experts and those of a folder, which need not exist; files that change are read again. */
    public static Experts of(Path workspaceAgentsFolder) {
        return of(builtIn(), workspaceAgentsFolder);
    }

    /** The same with other built-in ones. */
    public static Experts of(List<Expert> builtIn, Path workspaceAgentsFolder) {
        return new Experts(new ExpertFolder(builtIn, workspaceAgentsFolder));
    }

    /** The experts that ship with Brainwright. */
    public static List<Expert> builtIn() {
        return SHIPPED.stream().map(ExpertFile::builtIn).toList();
    }

    /** All experts as their files stand now. */
    public List<Expert> all() {
        return folder.now().experts();
    }

    /** What is wrong with the files in the folder, one sentence a file; the other files count all the same. */
    public List<String> faults() {
        return folder.now().faults();
    }

    /** What the experts' vocabularies teach the offline planner; no word twice. */
    public List<ExtraWord> vocabulary() {
        return folder.now().words();
    }

    /** The lexicon with those words; the same object as long as no file changes. */
    public Lexicon lexicon() {
        return folder.now().lexicon();
    }

    /** Where the scientist's own experts lie. */
    public Path folder() {
        return folder.path();
    }

    /** The workspace of that folder. */
    public Path workspace() {
        var parent = folder.path().toAbsolutePath().getParent();
        return parent == null ? folder.path() : parent;
    }

    /**
     * The expert of a name.
     *
     * @throws Problem NOT_FOUND with the nearest names
     */
    public Expert named(String name) {
        var all = all();
        return all.stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Kind.NOT_FOUND,
                        "EXPERT_NOT_FOUND",
                        "There is no expert '%s'.".formatted(name),
                        NearestNames.sentence(
                                name, all.stream().map(Expert::name).toList()),
                        Map.of("name", name)));
    }

    /** The expert that words call with "@name"; null where they call none. */
    public @Nullable Expert called(String words) {
        var mention = MENTION.matcher(words);
        return mention.find() ? named(mention.group(1)) : null;
    }

    /** The words without the call. */
    public static String withoutCall(String words) {
        return MENTION.matcher(words).replaceFirst("").strip().replaceFirst("^[,:]\\s*", "");
    }

    /** Who speaks for a step: the one that the words call, else the first that knows the step's stage. */
    public Optional<Expert> forStep(String words, Step step) {
        var called = called(words);
        return called != null
                ? Optional.of(called)
                : all().stream().filter(e -> e.speaksFor(step.action())).findFirst();
    }

    /** Who answers words: the one that they call, else the one whose description fits them best; none where nobody's does. */
    public Optional<Expert> forWords(String words) {
        var called = called(words);
        return called != null ? Optional.of(called) : Routing.best(words, all());
    }

    /**
     * Who hands a plan over to whom, one sentence each.
     *
     * @param words the scientist's; whom they call, or whose description they fit, begins
     */
    public List<String> handoffs(String words, Plan plan) {
        var all = all();
        if (plan.steps().isEmpty()) {
            return List.of();
        }
        return forWords(words)
                .or(() -> forStep(words, plan.steps().getFirst()))
                .map(first -> Handoffs.of(first, plan, all))
                .orElse(List.of());
    }

    /** What the experts have to say about a plan, and which of their files could not be heard; the plan stays as it is. */
    public List<String> review(Plan plan) {
        var now = folder.now();
        var said = new ArrayList<String>();
        for (var expert : now.experts()) {
            for (var check : expert.checks()) {
                for (double value : PlanValues.of(plan, check.param())) {
                    if (!check.covers(value)) {
                        said.add(sentence(expert, check, value));
                    }
                }
            }
        }
        said.addAll(now.faults());
        return said;
    }

    private static String sentence(Expert expert, Expert.Check check, double value) {
        boolean below = value < check.min();
        return "%s: %s is %s, %s %s: %s"
                .formatted(
                        expert.name(),
                        check.param(),
                        Contradictions.number(value),
                        below ? "below" : "above",
                        Contradictions.number(below ? check.min() : check.max()),
                        check.say());
    }
}
