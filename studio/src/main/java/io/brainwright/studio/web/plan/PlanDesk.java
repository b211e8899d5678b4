package io.brainwright.studio.web.plan;

import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.audit.AuditLine;
import io.brainwright.agents.dialogue.Dialogue;
import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.plan.JsonDiff;
import io.brainwright.agents.plan.PatchWords;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.plan.PlanPatch;
import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.run.WorkspaceReader;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The plan that waits: shown, changed by hand, taken back. */
@Component
final class PlanDesk {
    private final Dialogue dialogue;
    private final Planner planner;
    private final Experts experts;
    private final Audit audit;
    private final Path workspace;

    PlanDesk(
            Dialogue dialogue,
            Planner planner,
            Experts experts,
            Audit audit,
            @Value("${brainwright.workspace}") Path workspace) {
        this.audit = audit;
        this.dialogue = dialogue;
        this.planner = planner;
        this.experts = experts;
        this.workspace = workspace;
    }

    PlanView view() {
        var versions = dialogue.versions();
        if (versions.isEmpty()) {
            return new PlanView(null, "", List.of(), List.of(), List.of());
        }
        var plan = versions.getLast();
        return new PlanView(
                PlanJson.tree(plan), plan.hash(), planner.cannotRun(plan), experts.review(plan), told(versions));
    }

    private static List<PlanView.Version> told(List<Plan> versions) {
        var told = new ArrayList<PlanView.Version>();
        for (int i = 0; i < versions.size(); i++) {
            var after = bare(versions.get(i));
            var before = i == 0 ? after : bare(versions.get(i - 1));
            told.add(new PlanView.Version(
                    versions.get(i).version(),
                    versions.get(i).hash(),
                    PatchWords.of(before, JsonDiff.between(before, after))));
        }
        return told;
    }

    /** What a reader compares: the plan without what follows from it. */
    private static ObjectNode bare(Plan plan) {
        var tree = PlanJson.tree(plan);
        tree.remove("estimate");
        tree.remove("version");
        tree.remove("request");
        return tree;
    }

    /**
     * Puts another value in the place of an assumption. It becomes the scientist's choice, in the assumption and in every step that
     * uses it, and the plan is checked like any other.
     *
     * @param hash the plan that the scientist read
     * @param path path of the assumption
     */
    PlanView assume(String hash, String path, JsonNode value) {
        var plan = dialogue.pending().filter(p -> p.hash().equals(hash)).orElseThrow(PlanDesk::changed);
        var tree = PlanJson.tree(plan);
        var assumption = assumption(tree, path);
        var old = assumption.path("value");
        if (!old.getNodeType().equals(value.getNodeType())) {
            throw Problem.invalid(
                    "This value cannot stand there.",
                    List.of(new FieldFault(path, "is %s; %s was given.".formatted(words(old), words(value)))));
        }
        assumption.set("value", value);
        assumption.put(
                "source",
                "chosen: by the scientist, instead of %s (%s)"
                        .formatted(
                                old.isString() ? old.asString() : old.toString(),
                                assumption.path("source").asString()));
        if (!place(tree, path, old, value)) {
            throw Problem.invalid(
                    "This assumption cannot be edited here.",
                    List.of(new FieldFault(
                            path, "is no parameter of a step: it follows from the recipe or from other parameters.")));
        }
        tree.put("version", plan.version() + 1);
        tree.remove("estimate");
        show(PlanJson.read(tree), Map.of("path", path, "value", value));
        return view();
    }

    /**
     * Changes the plan by hand. Where a changed parameter is an assumption, the assumption changes with it and becomes the scientist's choice; the
     * plan is checked like any other.
     *
     * @param hash the plan that the scientist read
     * @param edit a JSON Patch, or the plan as it is to be
     */
    PlanView edit(String hash, JsonNode edit) {
        var plan = dialogue.pending().filter(p -> p.hash().equals(hash)).orElseThrow(PlanDesk::changed);
        var patch = edit instanceof ArrayNode operations ? operations : JsonDiff.between(bare(plan), whole(edit));
        if (patch.isEmpty()) {
            throw Problem.invalid(
                    "Nothing was changed.", List.of(new FieldFault("", "The plan is the same as before.")));
        }
        show(ByHand.chosen(plan, PlanPatch.apply(plan, patch)), Map.of("patch", patch));
        return view();
    }

    /** A plan that passes the checks becomes the one that waits, and the edit stands in the log. */
    private void show(Plan edited, Map<String, Object> how) {
        var checked = planner.checkedByHand(edited, new WorkspaceReader(workspace).view());
        dialogue.show(checked);
        audit.record(AuditLine.Kind.EDIT, "by hand", how, AuditLine.OK, Duration.ZERO, checked.hash());
    }

    /** What the scientist wrote in the plan's place, without what follows from it. */
    private static ObjectNode whole(JsonNode edit) {
        if (!(edit instanceof ObjectNode object)) {
            throw Problem.invalid(
                    "This is no edit of a plan.",
                    List.of(new FieldFault(
                            "", "Give a JSON Patch, which is a list, or the plan, which is an object.")));
        }
        var copy = object.deepCopy();
        copy.remove(List.of("estimate", "version", "request"));
        return copy;
    }

    /** Takes the last edit back. */
    PlanView undo() {
        dialogue.turn("undo");
        audit.record(AuditLine.Kind.EDIT, "undo", Map.of(), AuditLine.OK);
        return view();
    }

    private static ObjectNode assumption(ObjectNode tree, String path) {
        for (var item : tree.path("assumptions")) {
            if (item instanceof ObjectNode object
                    && object.path("path").asString("").equals(path)) {
                return object;
            }
        }
        throw new Problem(
                Kind.NOT_FOUND,
                "ASSUMPTION_NOT_FOUND",
                "The plan assumes nothing at '%s'.".formatted(path),
                "The plan lists its assumptions.",
                Map.of("path", path));
    }

    /** Sets the parameter in every step of the action whose parameter it is; gives whether there was one. */
    private static boolean place(ObjectNode tree, String path, JsonNode old, JsonNode value) {
        boolean found = false;
        for (var step : tree.path("steps")) {
            var action = step.path("action").asString("");
            if (!path.startsWith(action + ".")) {
                continue;
            }
            var names = path.substring(action.length() + 1).split("\\.", -1);
            var parent = step.path("params");
            for (int i = 0; i < names.length - 1; i++) {
                parent = parent.isArray() ? parent.path(Integer.parseInt(names[i])) : parent.path(names[i]);
            }
            if (parent instanceof ObjectNode object
                    && object.path(names[names.length - 1]).equals(old)) {
                object.set(names[names.length - 1], value);
                found = true;
            }
        }
        return found;
    }

    private static String words(JsonNode value) {
        return value.isNumber() ? "a number" : value.isString() ? "a word" : value.isBoolean() ? "yes or no" : "a list";
    }

    private static Problem changed() {
        return new Problem(
                Kind.PRECONDITION,
                "PLAN_CHANGED",
                "The plan has changed since you read it; nothing was edited.",
                "Read the plan as it is now.",
                Map.of());
    }
}
