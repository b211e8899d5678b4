package io.brainwright.neuro.densities;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.neuro.vocabulary.NearestNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/** Published densities of cells in the regions of the mouse brain, by region, as their sources print them. */
public final class MouseTable {
    /** Name of the recipe. */
    public static final String NAME = "mouse-ccf";

    /** All inhibitory cells; the others lie within them. */
    public static final String INHIBITORY = "inhibitory neuron";

    /** Classes of cells that the table counts. */
    public static final List<String> TYPES = List.of("PV+", "SST+", "VIP+", INHIBITORY);

    private static final Pattern LAYER = Pattern.compile("layer (\\d(?:/\\d)?[ab]?)$");
    private static final MouseTable SHIPPED = new MouseTable(RecipeFile.open(NAME));

    private final RecipeFile file;
    private final Map<String, Region> regions = new LinkedHashMap<>();
    private final Map<String, List<Reported>> reported = new LinkedHashMap<>();

    /**
     * A region.
     *
     * @param acronym of the Allen atlas
     * @param name in words
     * @param parent acronym of the region that it is a part of
     * @param allenId its number in the atlas
     */
    public record Region(String acronym, String name, String parent, int allenId) {
        /** Layer that its name ends with: "2/3"; "" for none. */
        public String layer() {
            var matcher = LAYER.matcher(name);
            return matcher.find() ? matcher.group(1) : "";
        }
    }

    /**
     * What one source counted.
     *
     * @param type of {@link #TYPES}
     * @param density_per_mm3 cells per mm3
     * @param sd_per_mm3 standard deviation; 0 where the source prints none
     * @param key of the source in the table: "S2"
     * @param source title
     */
    public record Reported(String type, double density_per_mm3, double sd_per_mm3, String key, String source) {}

    /** @param file with literature measurements by region */
    MouseTable(RecipeFile file) {
        this.file = file;
        var literature = file.tree().path("literature_measurements");
        for (var entry : literature.path("regions").properties()) {
            var node = entry.getValue();
            regions.put(
                    entry.getKey(),
                    new Region(
                            entry.getKey(),
                            node.path("name").asString(),
                            node.path("parent").asString(),
                            node.path("allen_id").asInt()));
            var rows = new ArrayList<Reported>();
            node.path("values").forEach(row -> rows.add(row(row, literature.path("titles"))));
            reported.put(entry.getKey(), List.copyOf(rows));
        }
    }

    private static Reported row(JsonNode row, JsonNode titles) {
        var key = row.get(3).asString();
        return new Reported(
                row.get(0).asString(),
                row.get(1).asDouble(),
                row.path(2).asDouble(0),
                key,
                titles.path(key)
                        .asString(key)
                        .replaceAll("\\p{Cntrl}|_x0001_", "")
                        .strip());
    }

    /** The table that ships with Brainwright. */
    public static MouseTable shipped() {
        return SHIPPED;
    }

    /** Species and age, in words. */
    public String species() {
        return file.tree().path("species").asString();
    }

    /** Numbers of the whole brain and of its groups. */
    public JsonNode tree() {
        return file.tree();
    }

    /** A citation of the table in full: "AD config" with what AD stands for. */
    String citation(String printed) {
        var words = printed.split(" ");
        for (int i = 0; i < words.length; i++) {
            var cited = file.tree().path("sources").path(words[i]);
            words[i] = cited.isString() ? cited.asString() : words[i];
        }
        return String.join(" ", words);
    }

    public List<Region> regions() {
        return List.copyOf(regions.values());
    }

    public boolean has(String acronym) {
        return regions.containsKey(acronym);
    }

    /** What the sources counted in a region, of one class. */
    public List<Reported> reported(String acronym, String type) {
        return reported.getOrDefault(acronym, List.of()).stream()
                .filter(r -> r.type().equals(type))
                .toList();
    }

    /**
     * The regions that words mean: an acronym, a name, or @ and a pattern on acronyms; separated by |.
     *
     * @throws Problem NOT_FOUND with the nearest names
     */
    public List<Region> find(String query) {
        if (query.startsWith("@")) {
            return matching(query.substring(1));
        }
        var found = new ArrayList<Region>();
        for (var name : query.split("\\|")) {
            found.add(one(name.strip()).orElseThrow(() -> unknown(name.strip())));
        }
        return found;
    }

    private List<Region> matching(String pattern) {
        try {
            var compiled = Pattern.compile(pattern);
            var found = regions.values().stream()
                    .filter(r -> compiled.matcher(r.acronym()).find())
                    .toList();
            if (found.isEmpty()) {
                throw unknown("@" + pattern);
            }
            return found;
        } catch (PatternSyntaxException broken) {
            throw Problem.invalid(
                    "The pattern cannot be read.",
                    List.of(new FieldFault("region", "'%s': %s.".formatted(pattern, broken.getDescription()))));
        }
    }

    private Optional<Region> one(String name) {
        var exact = Optional.ofNullable(regions.get(name));
        return exact.or(() -> regions.values().stream()
                .filter(r -> r.name().equalsIgnoreCase(name) || r.acronym().equalsIgnoreCase(name))
                .findFirst());
    }

    private Problem unknown(String name) {
        var known = new ArrayList<String>(regions.keySet());
        regions.values().forEach(r -> known.add(r.name()));
        var near = NearestNames.of(name, known, 3);
        return new Problem(
                Kind.NOT_FOUND,
                "REGION_NOT_FOUND",
                "The mouse tables have no region '%s'.".formatted(name),
                near.isEmpty()
                        ? "They have %d regions of the Allen atlas; '@.' lists them.".formatted(regions.size())
                        : "Did you mean %s?".formatted(String.join(", ", near)),
                Map.of("region", name, "nearest", String.join(", ", near)));
    }

    /** Whether a region is another, or a part of it. */
    public boolean within(String acronym, String whole) {
        return path(acronym).contains(whole);
    }

    /** The region and all that it is a part of, from inside out. */
    List<String> path(String acronym) {
        var path = new ArrayList<String>();
        var at = regions.get(acronym);
        while (at != null) {
            path.add(at.acronym());
            at = regions.get(at.parent());
        }
        return path;
    }

    /**
     * The nearest relative in the hierarchy where a class was counted: fewest steps up and down; of a layer, the same layer elsewhere. The first
     * in the table's order where several are as near. A part lends nothing to its whole.
     */
    public Optional<Region> nearestCounted(String acronym, String type) {
        var region = one(acronym).orElseThrow(() -> unknown(acronym));
        var path = path(region.acronym());
        return regions.values().stream()
                .filter(r -> !within(r.acronym(), region.acronym()) && r.layer().equals(region.layer()))
                .filter(r -> !reported(r.acronym(), type).isEmpty())
                .min(Comparator.comparingInt(r -> steps(path, path(r.acronym()))));
    }

    private static int steps(List<String> from, List<String> to) {
        for (int up = 0; up < from.size(); up++) {
            int down = to.indexOf(from.get(up));
            if (down >= 0) {
                return up + down;
            }
        }
        return from.size() + to.size();
    }

    /** The same layer of another region: layer 4 of "SSp-bfd" is "SSp-bfd4"; the region itself where none is meant. */
    public Region layerOf(String donor, String layer) {
        var whole = one(donor).orElseThrow(() -> unknown(donor));
        if (layer.isEmpty() || whole.layer().equals(layer)) {
            return whole;
        }
        var parts = regions.values().stream()
                .filter(r -> r.parent().equals(whole.acronym()) && !r.layer().isEmpty())
                .toList();
        return parts.stream()
                .filter(r -> r.layer().equals(layer))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Kind.NOT_FOUND,
                        "DONOR_LACKS_LAYERS",
                        "%s has no layer %s in the mouse tables.".formatted(whole.acronym(), layer),
                        parts.isEmpty()
                                ? "It has no layers there."
                                : "It has %s."
                                        .formatted(String.join(
                                                ", ",
                                                parts.stream()
                                                        .map(Region::layer)
                                                        .toList())),
                        Map.of("donor", whole.acronym(), "layers", layer)));
    }
}
