package io.brainwright.agents.planner;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Whether words are about tissue, runs or papers at all ({@code topics.yaml}). */
final class Topic {
    private static final Set<Dimension> MEASURED = Set.of(
            Dimension.CURRENT, Dimension.VOLTAGE, Dimension.CONCENTRATION, Dimension.TEMPERATURE, Dimension.DENSITY);

    private static final Set<String> FAMILIES = read("families");
    private static final Set<String> ORDINARY = read("ordinary");

    private final Utterance u;
    private final WorkspaceView workspace;

    Topic(Utterance utterance, WorkspaceView workspace) {
        this.u = utterance;
        this.workspace = workspace;
    }

    private static Set<String> read(String key) {
        try (var in = Topic.class.getResourceAsStream("topics.yaml")) {
            return new YAMLMapper()
                    .readTree(in)
                    .path(key)
                    .valueStream()
                    .map(JsonNode::asString)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether the words are about the field at all. */
    boolean isField() {
        return u.named().stream().anyMatch(n -> !n.is(Named.Kind.UNKNOWN_REGION))
                || u.mentions().stream()
                        .anyMatch(m -> FAMILIES.contains(m.concept()
                                        .substring(
                                                0,
                                                m.concept().indexOf('.') < 0
                                                        ? m.concept().length()
                                                        : m.concept().indexOf('.')))
                                && !ORDINARY.contains(m.concept()))
                || u.amounts().stream()
                        .anyMatch(a -> MEASURED.contains(a.dimension())
                                && (u.has("verb.run", "verb.change") || a.dimension() != Dimension.TEMPERATURE))
                || u.named(Named.Kind.UNKNOWN_REGION).stream()
                        .anyMatch(_ -> u.has(
                                "verb.build",
                                "verb.run",
                                "verb.place",
                                "thing.column",
                                "thing.slice",
                                "thing.circuit",
                                "word.layers"));
    }

    /** Whether nothing of the words can be meant for tissue, runs or papers. */
    boolean isOffTopic(boolean somethingAsked) {
        if (isField()) {
            return false;
        }
        boolean here = !workspace.runs().isEmpty()
                || workspace.circuit() != null
                || workspace.lastPlan() != null
                || !workspace.files().isEmpty();
        boolean about = here
                && u.has(
                        "thing.column",
                        "thing.circuit",
                        "thing.run",
                        "verb.run",
                        "word.rerun",
                        "word.repeats",
                        "word.temperature",
                        "thing.notebook",
                        "thing.image",
                        "thing.movie",
                        "ion.ca",
                        "ion.mg",
                        "metric.activity",
                        "metric.raster");
        boolean ours = u.has(
                        "verb.run",
                        "verb.build",
                        "verb.stimulate",
                        "verb.block",
                        "verb.change",
                        "verb.place",
                        "verb.grow",
                        "verb.wire",
                        "verb.record",
                        "verb.tune",
                        "verb.replace",
                        "verb.add",
                        "verb.remove")
                && u.family("verb").stream().anyMatch(m -> m.from() <= 1)
                && u.unexplained().isEmpty()
                && !u.isQuestion();
        if (ours) {
            return false;
        }
        int unknown = u.unexplained().size();
        return !about && (!somethingAsked || (here ? unknown * 2 > u.contentWords() : unknown * 2 >= u.contentWords()));
    }
}
