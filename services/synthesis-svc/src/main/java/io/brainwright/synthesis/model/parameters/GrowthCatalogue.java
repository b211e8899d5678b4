package io.brainwright.synthesis.model.parameters;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The parameter sets that ship with Brainwright, and the table that says which m-type grows from which. */
public final class GrowthCatalogue {
    private static final String FOLDER = "/io/brainwright/synthesis/growth/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, MtypeRule> rules = new TreeMap<>();
    private final Map<String, GrowthParameters> sets = new ConcurrentHashMap<>();

    public GrowthCatalogue() {
        var tree = new YAMLMapper().readTree(open("mtypes.yaml"));
        tree.properties().forEach(e -> {
            var tags = new ArrayList<String>();
            e.getValue().path("generalised").forEach(tag -> tags.add(tag.asString()));
            var from = e.getValue().path("from").asString();
            rules.put(
                    e.getKey(),
                    new MtypeRule(e.getKey(), from, e.getValue().path("apical").asString(), tags));
        });
    }

    /** All m-types that can be grown, in alphabetical order. */
    public List<MtypeRule> rules() {
        return List.copyOf(rules.values());
    }

    /** Which set an m-type grows from. */
    public MtypeRule rule(String mtype) {
        var rule = rules.get(mtype);
        if (rule == null) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "MTYPE_NOT_GROWN",
                    "There are no growth parameters for the m-type '%s'.".formatted(mtype),
                    "Known m-types: %s.".formatted(String.join(", ", rules.keySet())),
                    Map.of("mtype", mtype));
        }
        return rule;
    }

    /** The parameter set of a rule. */
    public GrowthParameters parameters(MtypeRule rule) {
        return sets.computeIfAbsent(
                rule.grown_from(), set -> JSON.readValue(open(fileName(set)), GrowthParameters.class));
    }

    /** Name of a set's file; a colon is no letter of a file name everywhere. */
    public static String fileName(String mtype) {
        return mtype.replace(':', '_') + ".json";
    }

    private static byte[] open(String name) {
        try (InputStream in = GrowthCatalogue.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + FOLDER + name);
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
