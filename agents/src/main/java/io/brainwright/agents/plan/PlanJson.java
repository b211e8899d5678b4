package io.brainwright.agents.plan;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plans as JSON, and the hash that names them. */
public final class PlanJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PlanJson() {}

    /** The plan as a tree; absent values are left away. */
    public static ObjectNode tree(Plan plan) {
        ObjectNode tree = MAPPER.valueToTree(plan);
        dropNulls(tree);
        return tree;
    }

    /** The plan as text for people. */
    public static String pretty(Plan plan) {
        return tree(plan).toPrettyString().replace("\r\n", "\n") + "\n";
    }

    /** The one spelling of a plan, without its estimate, which depends on the machine and on what is built already. */
    public static String canonical(Plan plan) {
        var tree = tree(plan);
        tree.remove("estimate");
        return CanonicalJson.write(tree);
    }

    /**
     * Reads a plan.
     *
     * @throws Problem INVALID where the text is no plan
     */
    public static Plan read(String json) {
        try {
            return read(MAPPER.readTree(json));
        } catch (JacksonException broken) {
            throw notAPlan(broken);
        }
    }

    /** The same from a tree. */
    public static Plan read(JsonNode tree) {
        try {
            for (var field :
                    new String[] {"schema", "request", "hypothesis", "steps", "variants", "assumptions", "questions"}) {
                if (!tree.hasNonNull(field)) {
                    throw missing(field);
                }
            }
            finite(tree, "");
            return MAPPER.treeToValue(tree, Plan.class);
        } catch (JacksonException broken) {
            throw notAPlan(broken);
        }
    }

    /** 1e309 is JSON, but no number that a plan could hold. */
    private static void finite(JsonNode node, String at) {
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            throw new Problem(
                    Kind.INVALID,
                    "PLAN_NUMBER_ENDLESS",
                    "The plan has at '%s' a number beyond all numbers.".formatted(at),
                    "Numbers reach up to 1.8e308.",
                    Map.of("path", at));
        }
        node.properties().forEach(e -> finite(e.getValue(), at + "/" + e.getKey()));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            finite(node.get(i), at + "/" + i);
        }
    }

    static String hash(Plan plan) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(canonical(plan).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new AssertionError("every Java platform has SHA-256", absent);
        }
    }

    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeNulls();
        }
        node.forEach(PlanJson::dropNulls);
    }

    private static Problem missing(String field) {
        return new Problem(
                Kind.INVALID,
                "PLAN_FIELD_MISSING",
                "The plan has no '%s'.".formatted(field),
                "plan.schema.json tells the form of a plan.",
                Map.of("field", field));
    }

    private static Problem notAPlan(JacksonException broken) {
        return new Problem(
                Kind.INVALID,
                "PLAN_UNREADABLE",
                "This is no plan: " + broken.getOriginalMessage(),
                "plan.schema.json tells the form of a plan.",
                Map.of(),
                java.util.List.of(),
                broken);
    }
}
