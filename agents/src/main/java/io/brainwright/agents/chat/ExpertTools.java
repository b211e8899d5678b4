package io.brainwright.agents.chat;

import io.brainwright.agents.experts.Expert;
import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.experts.SkillFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.ai.tool.ToolCallback;
import tools.jackson.databind.JsonNode;

/** Which tools a turn has, as its expert's file says and as what it has read allows. */
final class ExpertTools {
    private static final int LONGEST_REASON = 200;

    private final List<OwnTool> own;
    private final ForeignTools foreign;
    private final Experts experts;
    private final Path skills;

    ExpertTools(List<OwnTool> own, ForeignTools foreign, Experts experts, Path skills) {
        this.own = List.copyOf(own);
        this.foreign = foreign;
        this.experts = experts;
        this.skills = skills;
    }

    /** The tools that may be used now. */
    List<ToolCallback> of(Turn turn) {
        var expert = turn.expert();
        if (expert == null) {
            return List.copyOf(own);
        }
        var tools = new ArrayList<ToolCallback>();
        own.stream().filter(t -> expert.mayUse(t.definition().name())).forEach(tools::add);
        foreign.all().stream()
                .filter(f -> f.isFor(expert, turn))
                .map(ForeignTools.Foreign::tool)
                .forEach(tools::add);
        if (!expert.skills().isEmpty()) {
            tools.add(OwnTool.of(
                    "read_skill",
                    "Reads one of your longer texts: " + String.join(", ", expert.skills()) + ".",
                    true,
                    (arguments, now) -> skill(arguments, now),
                    "name",
                    "name of the text"));
        }
        if (!expert.handoff().isEmpty()) {
            tools.add(OwnTool.of(
                    "hand_off",
                    "Passes the question to another expert, who answers from then on: "
                            + String.join(", ", expert.handoff()) + ".",
                    false,
                    (arguments, now) -> handOff(arguments, now),
                    "to",
                    "name of the expert",
                    "why",
                    "what it is to answer, in a few words"));
        }
        return tools;
    }

    /** Those that nobody in particular has. */
    List<ToolCallback> everybodys() {
        return List.copyOf(own);
    }

    private Object skill(JsonNode arguments, Turn turn) {
        var expert = Objects.requireNonNull(turn.expert(), "skills belong to an expert");
        var name = QueryTools.text(arguments, "name");
        return Quote.whole("skills/" + name, SkillFile.read(skills, expert, name));
    }

    private Object handOff(JsonNode arguments, Turn turn) {
        var from = Objects.requireNonNull(turn.expert(), "an expert hands over");
        var to = QueryTools.text(arguments, "to");
        if (!from.handoff().contains(to)) {
            throw new IllegalArgumentException(
                    "%s hands over to %s only.".formatted(from.name(), String.join(", ", from.handoff())));
        }
        var why = QueryTools.text(arguments, "why").replaceAll("\\s+", " ");
        var next = experts.named(to);
        if (!turn.handOver(next, why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why)) {
            throw new IllegalArgumentException(
                    "The question was handed over %d times already; answer it yourself.".formatted(Turn.MOST_HANDOFFS));
        }
        return new HandedOver(to);
    }

    /** Tells a model that somebody else answers now. */
    record HandedOver(String to) {}

    /** What the expert is told of itself, and by whom it was written. */
    static String introduction(Expert expert) {
        return expert.own()
                ? "The scientist's own file describes the expert '%s', as whom you answer now:\n%s"
                        .formatted(expert.name(), expert.prompt())
                : expert.prompt();
    }
}
