package io.brainwright.agents.experts;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Longer texts of the workspace, {@code skills/<name>/SKILL.md}, that an expert reads when it needs them. */
public final class SkillFile {
    private static final long LONGEST_BYTES = 100_000;

    private SkillFile() {}

    /**
     * The text of a skill.
     *
     * @param skills folder of the skills
     * @param expert who asks; it reads only what its file lists
     * @param name of the skill
     * @throws Problem NOT_FOUND where its file does not list the skill, or there is no such text
     */
    public static String read(Path skills, Expert expert, String name) {
        if (!expert.skills().contains(name)) {
            throw problem(
                    name,
                    "The expert %s has no skill '%s'.".formatted(expert.name(), name),
                    expert.skills().isEmpty()
                            ? "Its file lists none under 'skills'."
                            : "Its file lists " + String.join(", ", expert.skills()) + ".");
        }
        var file = skills.resolve(name).resolve("SKILL.md");
        try {
            var real = file.toRealPath();
            if (!real.startsWith(skills.toRealPath()) || Files.size(real) > LONGEST_BYTES) {
                throw problem(
                        name,
                        "The skill '%s' lies elsewhere or is longer than %d bytes.".formatted(name, LONGEST_BYTES),
                        "Keep skills/%s/SKILL.md in the workspace, and short.".formatted(name));
            }
            return Files.readString(real);
        } catch (IOException absent) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "SKILL_NOT_FOUND",
                    "The skill '%s' cannot be read.".formatted(name),
                    "Write skills/%s/SKILL.md in the workspace, as UTF-8 text.".formatted(name),
                    Map.of("skill", name),
                    List.of(),
                    absent);
        }
    }

    private static Problem problem(String name, String what, String next) {
        return new Problem(Kind.NOT_FOUND, "SKILL_NOT_FOUND", what, next, Map.of("skill", name));
    }
}
