package io.brainwright.agents.experts;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the file of a new expert: the action agent.create.
 *
 * @param name how it is called
 * @param tools tools, globs, or stages ("sim") that it may use; empty: it may only talk
 * @param descriptionTerms what it knows about
 * @param model alias of its chat model
 * @param readOnly whether it may only look, and not propose plans
 */
public record NewExpert(
        String name, List<String> tools, List<String> descriptionTerms, String model, boolean readOnly) {
    public NewExpert {
        tools = List.copyOf(tools);
        descriptionTerms = List.copyOf(descriptionTerms);
    }

    /**
     * Writes it.
     *
     * @param folder folder of the workspace's experts, made where it is missing
     * @return the file
     * @throws Problem INVALID with every fault; PRECONDITION where there is such a file already
     */
    public Path write(Path folder) {
        var text = text();
        ExpertFile.parse(name + ".md", text);
        var file = folder.resolve(name + ".md");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            return file;
        } catch (FileAlreadyExistsException taken) {
            throw problem(
                    "EXPERT_EXISTS",
                    "There is already a file %s.md.".formatted(name),
                    "Edit it, or choose another name.",
                    taken);
        } catch (IOException refused) {
            throw problem(
                    "EXPERT_NOT_WRITTEN",
                    "%s.md cannot be written.".formatted(name),
                    "Make the folder agents/ of the workspace writable.",
                    refused);
        }
    }

    private Problem problem(String reason, String what, String next, IOException cause) {
        return new Problem(Kind.PRECONDITION, reason, what, next, Map.of("name", name), List.of(), cause);
    }

    private String text() {
        var faults = new ArrayList<FieldFault>();
        if (descriptionTerms.stream().allMatch(String::isBlank)) {
            faults.add(new FieldFault("agent.create.description_terms", "Say what it knows about."));
        }
        if (!name.matches("[a-z0-9-]{1,64}")) {
            faults.add(new FieldFault("agent.create.name", "'%s' is not 1 to 64 of a-z, 0-9 and -.".formatted(name)));
        }
        var stages = tools.stream()
                .filter(NumericParameters.open().stages()::contains)
                .toList();
        var allowed = new ArrayList<String>();
        for (var tool : tools) {
            allowed.addAll(STAGE_TOOLS.getOrDefault(tool, List.of(tool)));
        }
        if (!readOnly && !stages.isEmpty()) {
            allowed.add("propose_plan");
        }
        for (var word : descriptionTerms) {
            if (word.matches("(?s).*[\"\\\\\\n\\r].*")) {
                faults.add(new FieldFault(
                        "agent.create.description_terms", "'%s' holds a quote or a line end.".formatted(word)));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("This expert cannot be made.", faults);
        }
        var terms = String.join(", ", descriptionTerms);
        return """
                ---
                name: %s
                description: "Use for %s."
                tools: [%s]
                %smodel: %s
                brainwright:
                  stage: [%s]
                ---
                You know about %s. Take numbers only from the scientist's words or from a tool, and say which.
                """.formatted(
                name,
                terms,
                String.join(
                        ", ",
                        allowed.stream().distinct().map(t -> '"' + t + '"').toList()),
                readOnly ? "disallowedTools: [propose_plan]\n" : "",
                model,
                String.join(", ", stages),
                terms);
    }

    /** Which tools look at the things of a stage. */
    private static final Map<String, List<String>> STAGE_TOOLS = Map.of(
            "atlas", List.of("list_regions", "describe_region"),
            "placement", List.of("look_up"),
            "connectome", List.of("look_up"),
            "library", List.of("search_library", "look_up"),
            "notebook", List.of("list_notebook", "show_notebook", "look_up"),
            "sim", List.of("list_notebook", "show_notebook", "look_up"));
}
