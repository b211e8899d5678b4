package io.brainwright.agents.actions;

import io.brainwright.proto.fabric.v1.CellGroup;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which cells a plan means, as services take it: words of the field, or an object of conditions. */
final class CellGroups {
    private static final Set<String> EXCITATORY = Set.of("excitatory", "EXC");
    private static final Set<String> INHIBITORY = Set.of("inhibitory", "INH");

    private CellGroups() {}

    /** The cells of "pre" or "post" ("text or cells"); all of them where nothing is said. */
    static CellGroup of(JsonNode said) {
        var group = CellGroup.newBuilder();
        if (said.isString()) {
            words(said.asString(), group);
        } else if (said.isObject()) {
            conditions(said, group);
        }
        return group.build();
    }

    private static void words(String words, CellGroup.Builder group) {
        if (EXCITATORY.contains(words)) {
            group.setSynapseClass("EXC");
        } else if (INHIBITORY.contains(words)) {
            group.setSynapseClass("INH");
        } else if (words.matches("[Ll][1-6]")) {
            group.addLayers(words.charAt(1) - '0');
        } else if (!words.equals("all")) {
            group.addAllMTypes(CellClasses.mTypes(words, "cells"));
        }
    }

    private static void conditions(JsonNode said, CellGroup.Builder group) {
        said.path("layer").forEach(layer -> group.addLayers(layer.asInt()));
        said.path("e_types").forEach(type -> group.addETypes(type.asString()));
        said.path("cell_ids").forEach(id -> group.addNodeIds(id.asLong()));
        texts(said.path("region")).forEach(group::addRegions);
        group.addAllMTypes(mTypes(said));
        var population = said.path("population").asString("all");
        if (!population.equals("all")) {
            words(population, group);
        }
    }

    /** The m-types of a target: those named, and those of its class of cells. */
    static Set<String> mTypes(JsonNode target) {
        var types = new LinkedHashSet<String>();
        target.path("m_types").forEach(type -> types.add(type.asString()));
        if (target.path("m_class").isString()) {
            var ofClass = CellClasses.mTypes(target.path("m_class").asString(), "m_class");
            if (types.isEmpty()) {
                types.addAll(ofClass);
            } else {
                types.retainAll(ofClass);
            }
        }
        return types;
    }

    /** One text or a list of texts. */
    static Set<String> texts(JsonNode said) {
        var texts = new LinkedHashSet<String>();
        if (said.isString()) {
            texts.add(said.asString());
        } else {
            said.forEach(one -> texts.add(one.asString()));
        }
        return texts;
    }
}
