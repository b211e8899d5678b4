package io.brainwright.sonata.config;

import io.brainwright.neuro.problem.FieldFault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * One object of a configuration while it is read. Every key that is asked for is known; {@link #end()} makes a fault of any
 * other. A fault gives a harmless value, so that all faults of a file come together.
 */
final class ConfigObject {
    private final JsonNode node;
    private final String pointer;
    private final List<FieldFault> faults;
    private final Set<String> asked = new HashSet<>();

    ConfigObject(JsonNode node, String pointer, List<FieldFault> faults) {
        this.node = node;
        this.pointer = pointer;
        this.faults = faults;
        if (!node.isObject() && !node.isMissingNode()) {
            faults.add(new FieldFault(pointer, "is %s; an object belongs here".formatted(shown(node))));
        }
    }

    String pointer() {
        return pointer;
    }

    boolean has(String key) {
        return node.has(key);
    }

    /** A member that is an object itself; without keys where it is absent. */
    ConfigObject object(String key) {
        return new ConfigObject(value(key), at(key), faults);
    }

    /** The members of a member, each an object with a name. */
    List<ConfigObject> members(String key) {
        var members = new ArrayList<ConfigObject>();
        var parent = value(key);
        if (parent.isArray()) {
            for (int i = 0; i < parent.size(); i++) {
                members.add(new ConfigObject(parent.get(i), at(key) + "/" + i, faults));
            }
        } else {
            parent.properties()
                    .forEach(e ->
                            members.add(new ConfigObject(e.getValue(), at(key) + "/" + escaped(e.getKey()), faults)));
        }
        return members;
    }

    /** Its own key in the object that holds it. */
    String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    double number(String key) {
        need(key);
        return number(key, 0);
    }

    double number(String key, double otherwise) {
        return optionalNumber(key).orElse(otherwise);
    }

    /** At least 0. */
    double amount(String key, double otherwise) {
        double value = number(key, otherwise);
        check(key, value >= 0, "a number from 0");
        return value;
    }

    double amount(String key) {
        need(key);
        return amount(key, 0);
    }

    /** Above 0. */
    double positive(String key, double otherwise) {
        double value = number(key, otherwise);
        check(key, value > 0, "a number above 0");
        return value;
    }

    double positive(String key) {
        need(key);
        return positive(key, 1);
    }

    OptionalDouble optionalNumber(String key) {
        var value = value(key);
        if (value.isMissingNode()) {
            return OptionalDouble.empty();
        }
        if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            fault(key, "is %s; a number belongs here".formatted(shown(value)));
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(value.asDouble());
    }

    /** A whole number from 0. */
    OptionalLong seed(String key) {
        var value = value(key);
        if (value.isMissingNode()) {
            return OptionalLong.empty();
        }
        if (!value.isIntegralNumber() || value.asLong() < 0) {
            fault(key, "is %s; a whole number from 0 belongs here".formatted(shown(value)));
            return OptionalLong.empty();
        }
        return OptionalLong.of(value.asLong());
    }

    boolean flag(String key, boolean otherwise) {
        var value = value(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            fault(key, "is %s; true or false belongs here".formatted(shown(value)));
        }
        return value.asBoolean(otherwise);
    }

    String text(String key) {
        need(key);
        return optionalText(key).orElse("");
    }

    Optional<String> optionalText(String key) {
        var value = value(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            fault(key, "is %s; a text belongs here".formatted(shown(value)));
            return Optional.empty();
        }
        return Optional.of(value.asString());
    }

    /** One of a few words, in any case of letters. */
    String word(String key, String otherwise, String... allowed) {
        var text = optionalText(key).orElse(otherwise);
        for (var word : allowed) {
            if (word.equalsIgnoreCase(text)) {
                return word;
            }
        }
        fault(key, "is '%s'; one of %s".formatted(text, List.of(allowed)));
        return otherwise;
    }

    /** A known key whose content nothing here reads. */
    JsonNode raw(String key) {
        return value(key);
    }

    /** A key that SONATA has and this reader does not carry out. */
    void unsupported(String key, String why) {
        if (has(key)) {
            asked.add(key);
            fault(key, why);
        }
    }

    void fault(String key, String fault) {
        faults.add(new FieldFault(at(key), fault));
    }

    void check(String key, boolean holds, String right) {
        if (!holds) {
            fault(key, "is %s; %s belongs here".formatted(shown(node.path(key)), right));
        }
    }

    /** Makes a fault of every key that was not asked for. */
    void end() {
        for (var entry : node.properties()) {
            if (!asked.contains(entry.getKey())) {
                fault(entry.getKey(), "is not known here; known are %s".formatted(new TreeSet<>(asked)));
            }
        }
    }

    private void need(String key) {
        if (!has(key)) {
            asked.add(key);
            fault(key, "is missing");
        }
    }

    private JsonNode value(String key) {
        asked.add(key);
        return node.path(key);
    }

    private String at(String key) {
        return pointer + "/" + escaped(key);
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1"); // RFC 6901
    }

    private static String shown(JsonNode value) {
        var text = value.toString();
        return text.length() > 60 ? text.substring(0, 57) + "..." : text;
    }
}
