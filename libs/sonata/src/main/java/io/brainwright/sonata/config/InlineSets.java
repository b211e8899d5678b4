package io.brainwright.sonata.config;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Node sets that stand where they are used, as a rule or a list of node ids; each gets its JSON pointer for a name. */
final class InlineSets {
    private final Map<String, JsonNode> rules = new LinkedHashMap<>();

    /** The name of the set that a key means. */
    String name(ConfigObject member, String key, String otherwise) {
        var said = member.raw(key);
        var name = member.pointer() + "/" + key;
        if (said.isMissingNode()) {
            return otherwise;
        }
        if (said.isString()) {
            return said.asString();
        }
        if (said.isObject()) {
            rules.put(name, said);
        } else if (said.isArray()) {
            rules.put(name, JsonNodeFactory.instance.objectNode().set("node_id", said));
        } else {
            member.fault(key, "is %s; a name, a rule or a list of node ids belongs here".formatted(said));
        }
        return name;
    }

    Map<String, JsonNode> rules() {
        return rules;
    }
}
