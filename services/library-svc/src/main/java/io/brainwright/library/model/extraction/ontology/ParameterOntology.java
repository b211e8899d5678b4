package io.brainwright.library.model.extraction.ontology;

import io.brainwright.library.model.extraction.passage.Patterns;
import io.brainwright.neuro.text.Language;
import io.brainwright.neuro.text.QuantityScanner;
import io.brainwright.neuro.units.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All quantities that can be extracted, read once from the files beside this class. */
public final class ParameterOntology {
    private static final List<String> FILES = List.of("parameters.yaml", "structure.yaml");
    private static final ParameterOntology SHIPPED = read();

    private final List<Parameter> all;
    private final Map<String, Parameter> names = new LinkedHashMap<>();

    private ParameterOntology(List<Parameter> all) {
        this.all = List.copyOf(all);
        for (var parameter : all) {
            enter(parameter.name(), parameter);
        }
        for (var parameter : all) {
            parameter.also().forEach(other -> names.putIfAbsent(other.toLowerCase(Locale.ROOT), parameter));
        }
    }

    private void enter(String name, Parameter parameter) {
        var before = names.put(name.toLowerCase(Locale.ROOT), parameter);
        assert before == null : "two quantities are called " + name;
    }

    /** The quantities that ship with Brainwright. */
    public static ParameterOntology shipped() {
        return SHIPPED;
    }

    public List<Parameter> all() {
        return all;
    }

    /** The quantity that is called so, by its name or by another of its names; letter case does not matter. */
    public Optional<Parameter> named(String name) {
        return Optional.ofNullable(names.get(name.toLowerCase(Locale.ROOT)));
    }

    private static ParameterOntology read() {
        var all = new ArrayList<Parameter>();
        for (var file : FILES) {
            try (var in = Objects.requireNonNull(ParameterOntology.class.getResourceAsStream(file), file)) {
                new YAMLMapper().readTree(in).forEach(row -> all.add(parameter(row)));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return new ParameterOntology(all);
    }

    private static Parameter parameter(JsonNode row) {
        var also = new ArrayList<String>();
        row.path("also").forEach(other -> also.add(other.asString()));
        var terms = new ArrayList<TermRule>();
        row.path("terms").forEach(term -> terms.add(term(term)));
        var counted = new ArrayList<CountedRule>();
        row.path("counted").forEach(noun -> counted.add(counted(noun)));
        var unit = row.get("unit").asString();
        return new Parameter(
                row.get("name").asString(),
                also,
                unit(unit),
                unit,
                Parameter.Kind.valueOf(row.path("kind").asString("plain").toUpperCase(Locale.ROOT)),
                row.get("limits").get(0).asDouble(),
                row.get("limits").get(1).asDouble(),
                terms,
                counted);
    }

    private static TermRule term(JsonNode node) {
        return node.isString()
                ? new TermRule(Patterns.words(node.asString()), null, null, 1, false)
                : new TermRule(
                        Patterns.words(node.get("term").asString()),
                        pattern(node, "of"),
                        pattern(node, "not"),
                        node.path("weight").asDouble(1),
                        node.path("weak").asBoolean(false));
    }

    private static CountedRule counted(JsonNode node) {
        return new CountedRule(
                Patterns.words(node.get("noun").asString()),
                pattern(node, "needs"),
                node.path("weight").asDouble(1));
    }

    private static @Nullable Pattern pattern(JsonNode node, String key) {
        return node.has(key) ? Patterns.words(node.get(key).asString()) : null;
    }

    /** The unit that is written so, read as any other unit in print. */
    public static Unit unit(String written) {
        if (written.equals("1")) {
            return Unit.NONE;
        }
        var read = QuantityScanner.scan("1 " + written, Language.ENGLISH);
        var unit = read.size() == 1 ? read.getFirst().unit() : null;
        return Objects.requireNonNull(unit, "not a unit: " + written);
    }
}
