package io.brainwright.agents.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The words of {@code words.yaml} and {@code regions.yaml}. */
final class Lexicon {
    private static final Lexicon SHARED = new Lexicon();

    private final Map<String, Set<String>> lists = new HashMap<>();
    private final Map<String, String> drugs = new HashMap<>();
    private final Map<String, String> absent = new HashMap<>();
    private final Map<String, String> regionNames = new LinkedHashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final List<String> acronyms = new ArrayList<>();

    private Lexicon() {
        var words = yaml("words.yaml");
        words.properties().forEach(e -> {
            if (e.getValue().isArray()) {
                lists.put(e.getKey(), texts(e.getValue()));
            }
        });
        words.path("drugs").properties().forEach(e -> texts(e.getValue()).forEach(d -> drugs.put(d, e.getKey())));
        words.path("absent").properties().forEach(e -> texts(e.getValue()).forEach(w -> absent.put(w, e.getKey())));
        regions(yaml("regions.yaml"));
    }

    static Lexicon shared() {
        return SHARED;
    }

    private void regions(JsonNode yaml) {
        yaml.path("regions").properties().forEach(e -> {
            acronyms.add(e.getKey());
            regionNames.put(e.getKey().toLowerCase(Locale.ROOT), e.getKey());
            texts(e.getValue()).forEach(name -> regionNames.put(name, e.getKey()));
        });
        lists.put("region.generic", texts(yaml.path("generic")));
        lists.put("region.absent", texts(yaml.path("absent")));
        lists.put("species.rat", texts(yaml.path("species").path("rat")));
        lists.put("species.absent", texts(yaml.path("species").path("absent")));
        for (var kind : new String[] {"m_types", "e_types"}) {
            yaml.path(kind).forEach(t -> types.put(t.asString().toLowerCase(Locale.ROOT), t.asString()));
            lists.put(kind, texts(yaml.path(kind)));
        }
    }

    /** Whether a word stands in a list. */
    boolean is(String list, String word) {
        return lists.getOrDefault(list, Set.of()).contains(word);
    }

    /** Receptor or channel that a word means. */
    @Nullable
    String target(String word) {
        return drugs.get(word);
    }

    /** What a word asks for that this version does not have. */
    @Nullable
    String absent(String word) {
        return absent.get(word);
    }

    /** Acronym of the region that the words name. */
    @Nullable
    String region(String words) {
        return regionNames.get(words);
    }

    /** Acronyms of all regions. */
    List<String> acronyms() {
        return List.copyOf(acronyms);
    }

    /** All names of regions, one or more words each. */
    Set<String> regionNames() {
        return regionNames.keySet();
    }

    /** The m-type or e-type as the recipe spells it. */
    @Nullable
    String type(String word) {
        return types.get(word);
    }

    /** Whether any list knows the word. */
    boolean knows(String word) {
        return lists.values().stream().anyMatch(l -> l.contains(word))
                || drugs.containsKey(word)
                || absent.containsKey(word)
                || types.containsKey(word)
                || regionNames.containsKey(word);
    }

    private static Set<String> texts(JsonNode list) {
        var set = new TreeSet<String>();
        list.forEach(w -> set.add(w.asString().toLowerCase(Locale.ROOT)));
        return set;
    }

    private static JsonNode yaml(String name) {
        try (var in = Lexicon.class.getResourceAsStream(name)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
