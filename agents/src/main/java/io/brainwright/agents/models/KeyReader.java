package io.brainwright.agents.models;

import io.brainwright.agents.lined.Yaml;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.vocabulary.NearestNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads values of a file and notes every fault with its line. A value is told only where it can hold no key. */
final class KeyReader {
    private final String file;
    private final List<FieldFault> faults = new ArrayList<>();

    KeyReader(String file) {
        this.file = file;
    }

    List<FieldFault> faults() {
        return faults;
    }

    void fault(int line, String words) {
        faults.add(new FieldFault(file + ":" + line, words));
    }

    /** Named things below a key; names are 1 to 32 of a-z, 0-9 and -. */
    Map<String, Yaml> named(@Nullable Yaml node) {
        Map<String, Yaml> named = new LinkedHashMap<>();
        if (node instanceof Yaml.Mapping mapping) {
            for (var entry : mapping.entries()) {
                if (!entry.key().matches("[a-z0-9-]{1,32}") || entry.key().equals("none")) {
                    fault(
                            entry.line(),
                            "Found the name '%s'; allowed: 1 to 32 of a-z, 0-9 and -, not 'none'."
                                    .formatted(entry.key()));
                } else if (named.put(entry.key(), entry.value()) != null) {
                    fault(entry.line(), "Found the name '%s' twice; keep one.".formatted(entry.key()));
                }
            }
        } else if (node != null && !(node instanceof Yaml.Text t && t.text().isEmpty())) {
            fault(node.line(), "Found no names here; docs/agents.md shows an example.");
        }
        return named;
    }

    /** The keys of one thing, each at most once and known. */
    Map<String, Yaml> keys(Yaml node, List<String> allowed, String where) {
        Map<String, Yaml> found = new LinkedHashMap<>();
        if (!(node instanceof Yaml.Mapping mapping)) {
            fault(node.line(), "Found no keys for %s; allowed: %s.".formatted(where, String.join(", ", allowed)));
            return found;
        }
        for (var entry : mapping.entries()) {
            if (!allowed.contains(entry.key())) {
                fault(
                        entry.line(),
                        "Found the key '%s' in %s. %s"
                                .formatted(entry.key(), where, NearestNames.sentence(entry.key(), allowed)));
            } else if (found.put(entry.key(), entry.value()) != null) {
                fault(entry.line(), "Found the key '%s' twice; keep one.".formatted(entry.key()));
            }
        }
        return found;
    }

    String text(Yaml node, String key, Predicate<String> right, String allowed) {
        if (node instanceof Yaml.Text t && right.test(t.text())) {
            return t.text();
        }
        fault(
                node.line(),
                node instanceof Yaml.Text t
                        ? "Found '%s' in '%s'; allowed: %s.".formatted(t.text(), key, allowed)
                        : "Found no text in '%s'; allowed: %s.".formatted(key, allowed));
        return "";
    }

    @Nullable
    String url(@Nullable Yaml node, String key) {
        if (node instanceof Yaml.Text t && t.text().matches("https?://[^\\s]+")) {
            return t.text();
        }
        if (node != null) {
            fault(node.line(), "Found no address in '%s'; give one such as http://localhost:8080/v1.".formatted(key));
        }
        return null;
    }

    double number(@Nullable Yaml node, String key, double otherwise, double min, double max) {
        if (node == null) {
            return otherwise;
        }
        try {
            double value = node instanceof Yaml.Text t ? Double.parseDouble(t.text()) : Double.NaN;
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException broken) {
            // told below, together with numbers out of range
        }
        fault(node.line(), "Found no number from %s to %s in '%s'.".formatted(min, max, key));
        return otherwise;
    }

    Duration seconds(@Nullable Yaml node, String key, double otherwise) {
        return Duration.ofMillis(Math.round(1000 * number(node, key, otherwise, 0.1, 3600)));
    }

    List<String> texts(@Nullable Yaml node, String key) {
        var texts = new ArrayList<String>();
        if (node instanceof Yaml.Sequence list) {
            list.items().forEach(item -> texts.add(text(item, key, _ -> true, "text")));
        } else if (node instanceof Yaml.Text t && !t.text().isBlank()) {
            texts.addAll(List.of(t.text().split("\\s+")));
        } else if (node != null) {
            fault(node.line(), "Found no list in '%s'.".formatted(key));
        }
        return texts;
    }

    Map<String, String> pairs(@Nullable Yaml node, String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (node instanceof Yaml.Mapping mapping) {
            for (var entry : mapping.entries()) {
                if (entry.value() instanceof Yaml.Text t) {
                    pairs.put(entry.key(), t.text());
                } else {
                    fault(entry.line(), "Found no text for '%s' in '%s'.".formatted(entry.key(), key));
                }
            }
        } else if (node != null) {
            fault(node.line(), "Found no names with values in '%s'.".formatted(key));
        }
        return pairs;
    }
}
