package io.brainwright.agents.plan;

import java.math.BigDecimal;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One spelling for one document: keys in the order of their UTF-16 units, no space, numbers as ECMAScript prints doubles.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785, JSON Canonicalization Scheme</a>
 */
final class CanonicalJson {
    private static final double PLAIN_FROM = 1e-6;
    private static final double PLAIN_TO = 1e21;

    private CanonicalJson() {}

    static String write(JsonNode node) {
        var out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            var sorted = new TreeMap<String, JsonNode>();
            node.properties().forEach(e -> sorted.put(e.getKey(), e.getValue()));
            char between = '{';
            for (var entry : sorted.entrySet()) {
                out.append(between).append(text(entry.getKey())).append(':');
                write(entry.getValue(), out);
                between = ',';
            }
            out.append(sorted.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            char between = '[';
            for (var item : node) {
                out.append(between);
                write(item, out);
                between = ',';
            }
            out.append(node.isEmpty() ? "[]" : "]");
        } else if (node.isNumber()) {
            out.append(number(node.asDouble()));
        } else if (node.isString()) {
            out.append(text(node.asString()));
        } else {
            out.append(node.isNull() ? "null" : String.valueOf(node.asBoolean()));
        }
    }

    /** As {@code String(x)} prints in ECMAScript. */
    static String number(double x) {
        assert Double.isFinite(x) : "JSON has no " + x;
        if (x == 0) {
            return "0";
        }
        var decimal = new BigDecimal(Double.toString(x)).stripTrailingZeros();
        double size = Math.abs(x);
        if (size >= PLAIN_FROM && size < PLAIN_TO) {
            return decimal.toPlainString();
        }
        var digits = decimal.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - decimal.scale();
        return (x < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + Math.abs(exponent);
    }

    private static String text(String words) {
        return JsonNodeFactory.instance.stringNode(words).toString();
    }
}
