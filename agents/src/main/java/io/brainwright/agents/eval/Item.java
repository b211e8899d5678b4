package io.brainwright.agents.eval;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One conversation of a corpus.
 *
 * @param id its name
 * @param category "build", "dialogue"
 * @param level 1 easy, 3 hard
 * @param language "en", "fr", "de", "es"
 * @param tags what makes it special: "injection"
 * @param workspace what exists before the first turn
 * @param turns what is said and expected
 */
public record Item(
        String id,
        String category,
        int level,
        String language,
        List<String> tags,
        JsonNode workspace,
        List<Turn> turns) {
    public Item {
        tags = List.copyOf(tags);
        workspace = workspace.deepCopy();
        turns = List.copyOf(turns);
    }

    /** A copy, so that no conversation changes the corpus. */
    @Override
    public JsonNode workspace() {
        return workspace.deepCopy();
    }

    /** Whether it holds instructions that must not be obeyed. */
    public boolean injection() {
        return tags.stream().anyMatch(t -> t.startsWith("injection"));
    }

    /**
     * One turn.
     *
     * @param user the scientist's words
     * @param expect what must come of them
     */
    public record Turn(String user, JsonNode expect) {
        /** The outcome that must come; where several may, the first. */
        public String outcome() {
            return outcomes().getFirst();
        }

        /** The outcomes that may come: one, or those of {@code {any_of: [...]}}. */
        public List<String> outcomes() {
            var one = expect.path("outcome");
            var some = one.path("any_of");
            return some.isEmpty()
                    ? List.of(one.asString(""))
                    : some.valueStream().map(JsonNode::asString).toList();
        }

        /** A list of texts of the expectation; absent: empty. */
        public List<String> texts(String field) {
            return expect.path(field).valueStream().map(JsonNode::asString).toList();
        }
    }
}
