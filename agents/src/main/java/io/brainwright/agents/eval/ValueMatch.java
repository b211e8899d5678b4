package io.brainwright.agents.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whether a parameter of a plan is what the corpus expects.
 *
 * <p>Numbers agree within 1e-6, texts by identity, free texts where they contain the expected words, lists without order. Fields
 * that are not listed are free. The corpus also says {@code {any_of: [...]}}, {@code {sweep: [...]}}, {@code {min: x}}, {@code {max: x}}.
 */
final class ValueMatch {
    private static final double SAME = 1e-6;
    private static final Set<String> FREE_TEXTS = Set.of(
            "path",
            "source",
            "against",
            "highlight",
            "name",
            "match",
            "date",
            "model",
            "morphologies",
            "from",
            "action");
    private static final Set<String> TERMS = Set.of("query_terms", "description_terms");
    private static final Set<String> FOLDERS = Set.of("path", "source", "morphologies", "from");

    private final Identity identity;

    ValueMatch(Identity identity) {
        this.identity = identity;
    }

    /**
     * Whether a value fits.
     *
     * @param name the parameter's own name: it decides how texts are compared
     * @param expected what the corpus says
     * @param came what the plan says; missing where it says nothing
     */
    boolean fits(String name, JsonNode expected, JsonNode came) {
        if (expected.path("any_of").isArray()) {
            return expected.path("any_of").valueStream().anyMatch(one -> fits(name, one, came));
        }
        if (came.isMissingNode() || came.isNull()) {
            return expected.isArray() && expected.isEmpty();
        }
        if (expected.isObject() && (expected.has("min") || expected.has("max"))) {
            return came.isNumber()
                    && came.asDouble() >= expected.path("min").asDouble(Double.NEGATIVE_INFINITY) * (1 - SAME)
                    && came.asDouble() <= expected.path("max").asDouble(Double.POSITIVE_INFINITY) * (1 + SAME);
        }
        if (expected.isArray() || came.isArray()) {
            return lists(name, items(expected), items(came));
        }
        if (expected.isString() && came.isObject() && came.has("m_class")) {
            return fits("m_class", expected, came.path("m_class")); // cells may be named or described
        }
        if (expected.isObject()) {
            return came.isObject()
                    && expected.properties().stream()
                            .allMatch(e -> fits(e.getKey(), e.getValue(), came.path(e.getKey())));
        }
        return leaf(name, expected, came);
    }

    private boolean leaf(String name, JsonNode expected, JsonNode came) {
        if (expected.isNumber() || came.isNumber()) {
            return expected.isNumber() && came.isNumber() && close(expected.asDouble(), came.asDouble());
        }
        if (expected.isBoolean() || came.isBoolean()) {
            return expected.equals(came);
        }
        return came.isString() && texts(name, expected.asString(), came.asString());
    }

    private boolean texts(String name, String expected, String came) {
        if (FOLDERS.contains(name) && path(expected).equals(path(came))) {
            return true;
        }
        return FREE_TEXTS.contains(name) ? identity.contains(came, expected) : identity.same(expected, came);
    }

    private boolean lists(String name, List<JsonNode> expected, List<JsonNode> came) {
        if (TERMS.contains(name)) {
            return expected.stream().allMatch(e -> came.stream().anyMatch(c -> term(e.asString(), c.asString())));
        }
        return expected.size() == came.size() && paired(name, expected, new ArrayList<>(came), 0);
    }

    /** Whether each expected element has a partner of its own. */
    private boolean paired(String name, List<JsonNode> expected, List<JsonNode> left, int i) {
        if (i == expected.size()) {
            return true;
        }
        for (int k = 0; k < left.size(); k++) {
            if (fits(name, expected.get(i), left.get(k))) {
                var rest = new ArrayList<>(left);
                rest.remove(k);
                if (paired(name, expected, rest, i + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean term(String expected, String came) {
        return identity.contains(came, expected) || Identity.plain(came).contains(Identity.plain(expected));
    }

    private static List<JsonNode> items(JsonNode node) {
        return node.isArray() ? node.valueStream().toList() : List.of(node);
    }

    private static String path(String text) {
        return text.replaceFirst("^\\./", "").replaceFirst("/$", "");
    }

    static boolean close(double a, double b) {
        return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
    }
}
