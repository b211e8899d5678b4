package io.brainwright.agents.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** docs/actions.md says of every action what runs and what does not yet; {@code -Dgolden.update=true} writes it anew. */
class ActionsPageTest {
    private static final Path PAGE = Path.of("../docs/actions.md");
    private static final String BEGIN = "<!-- table: written by ActionsPageTest -->\n";

    @Test
    void thePageSaysWhatRunsAndWhatDoesNotYet() throws IOException {
        var page = Files.readString(PAGE).replace("\r\n", "\n");
        var head = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        var written = head + table();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, written);
        }
        assertThat(Files.readString(PAGE).replace("\r\n", "\n")).isEqualTo(written);
    }

    private static String table() throws IOException {
        JsonNode vocabulary;
        JsonNode available;
        try (var words = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("vocabulary.json"));
                var runs = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("available.yaml"))) {
            vocabulary = JsonMapper.shared().readTree(words).path("actions");
            available = new YAMLMapper().readTree(runs);
        }
        var text = new StringBuilder("| action | runs | not yet |\n|---|---|---|\n");
        for (var action : vocabulary.properties()) {
            var runs = new ArrayList<String>();
            var not = new ArrayList<String>();
            if (!available.has(action.getKey())) {
                not.add("all of it");
            } else {
                fields("", action.getValue(), available.path(action.getKey()), runs, not);
            }
            text.append("| `%s` | %s | %s |\n".formatted(action.getKey(), joined(runs), joined(not)));
        }
        return text.toString();
    }

    private static void fields(String prefix, JsonNode forms, JsonNode allowed, List<String> runs, List<String> not) {
        for (var form : forms.properties()) {
            var name = prefix.isEmpty() ? form.getKey() : prefix + "." + form.getKey();
            var inner = form.getValue().has("fields")
                    ? form.getValue().path("fields")
                    : form.getValue().path("of").path("fields");
            if (inner.isObject() && !allowed.has(name)) {
                fields(name, inner, allowed, runs, not);
                continue;
            }
            var values = form.getValue().has("values")
                    ? form.getValue().path("values")
                    : form.getValue().path("of").path("values");
            var here = allowed.path(name);
            if (here.isMissingNode()) {
                not.add(name);
            } else if (here.isArray()) {
                runs.add(name + " (" + words(here) + ")");
                var missing = new ArrayList<String>();
                values.forEach(v -> {
                    if (here.valueStream().noneMatch(v::equals)) {
                        missing.add(v.asString());
                    }
                });
                if (!missing.isEmpty()) {
                    not.add(name + " (" + String.join(", ", missing) + ")");
                }
            } else {
                runs.add(here.asString("").equals("one") ? name + " (one at a time)" : name);
            }
        }
    }

    private static String words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
    }

    private static String joined(List<String> parts) {
        return parts.isEmpty() ? "" : String.join("; ", parts);
    }
}
