package io.brainwright.library.model.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The names that ship with Brainwright, {@code search-names.yaml}: lists of names of one thing each. */
public final class SearchNames {
    private static final Synonyms SHIPPED = read();

    private SearchNames() {}

    /** All of them. */
    public static Synonyms shipped() {
        return SHIPPED;
    }

    private static Synonyms read() {
        try (var in = Objects.requireNonNull(SearchNames.class.getResourceAsStream("search-names.yaml"))) {
            var groups = new ArrayList<List<String>>();
            for (var subject : YAMLMapper.builder().build().readTree(in)) {
                for (var group : subject) {
                    groups.add(group.valueStream().map(JsonNode::asString).toList());
                }
            }
            return new Synonyms(groups);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read search-names.yaml", failed);
        }
    }
}
