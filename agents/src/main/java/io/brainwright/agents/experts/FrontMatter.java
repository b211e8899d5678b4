package io.brainwright.agents.experts;

import io.brainwright.agents.lined.Yaml;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.vocabulary.NearestNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the front matter of one file into an expert, and notes what is wrong with it. */
final class FrontMatter {
    private static final List<String> KEYS =
            List.of("name", "description", "tools", "disallowedTools", "model", "skills", "brainwright");
    private static final List<String> OWN_KEYS = List.of("stage", "handoff", "vocabulary", "checks");
    private static final List<String> CHECK_KEYS = List.of("param", "min", "max", "say");
    private static final int LONGEST_DESCRIPTION = 1024;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern TOOL = Pattern.compile("[A-Za-z0-9_.*-]{1,128}");
    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final NumericParameters PARAMETERS = NumericParameters.open();

    private final String file;
    private final List<FieldFault> faults = new ArrayList<>();

    FrontMatter(String file) {
        this.file = file;
    }

    List<FieldFault> faults() {
        return faults;
    }

    /** The expert as far as it could be read; it counts only where there are no faults. */
    Expert expert(Yaml front, String prompt, int promptLine) {
        var top = keys(front, KEYS, "front matter");
        var own = top.containsKey("brainwright")
                ? keys(top.get("brainwright"), OWN_KEYS, "brainwright")
                : Map.<String, Yaml>of();
        if (prompt.isEmpty()) {
            fault(promptLine, "Found no text after the front matter; write what the expert knows and how it answers.");
        }
        return new Expert(
                required(top, "name", front, NAME, "1 to 64 of a-z, 0-9 and -"),
                description(top, front),
                names(top, "tools", TOOL, "names of tools, * for any letters"),
                names(top, "disallowedTools", TOOL, "names of tools, * for any letters"),
                model(top),
                names(top, "skills", NAME, "1 to 64 of a-z, 0-9 and -"),
                stages(own),
                names(own, "handoff", NAME, "names of experts, 1 to 64 of a-z, 0-9 and -"),
                vocabulary(own),
                checks(own),
                prompt,
                false);
    }

    private Map<String, Yaml> keys(@Nullable Yaml node, List<String> allowed, String where) {
        Map<String, Yaml> found = new HashMap<>();
        if (!(node instanceof Yaml.Mapping mapping)) {
            if (node != null) {
                fault(node.line(), "Found no keys in %s; allowed: %s.".formatted(where, String.join(", ", allowed)));
            }
            return found;
        }
        for (var entry : mapping.entries()) {
            if (!allowed.contains(entry.key())) {
                fault(
                        entry.line(),
                        "Found the key '%s' in %s; %s"
                                .formatted(entry.key(), where, ExpertFile.oneOf(entry.key(), allowed)));
            } else if (found.put(entry.key(), entry.value()) != null) {
                fault(entry.line(), "Found the key '%s' twice; keep one.".formatted(entry.key()));
            }
        }
        return found;
    }

    private String required(Map<String, Yaml> keys, String key, Yaml at, Pattern form, String allowed) {
        var node = keys.get(key);
        if (node == null) {
            fault(at.line(), "Found no '%s'; give %s.".formatted(key, allowed));
            return "";
        }
        return text(node, key, s -> form.matcher(s).matches(), allowed);
    }

    private String description(Map<String, Yaml> top, Yaml front) {
        var node = top.get("description");
        if (node == null) {
            fault(front.line(), "Found no 'description'; say in up to 1024 characters what to ask this expert about.");
            return "";
        }
        if (node instanceof Yaml.Text(int line, String words) && words.length() > LONGEST_DESCRIPTION) {
            fault(
                    line,
                    "Found a description of %d characters; at most %d.".formatted(words.length(), LONGEST_DESCRIPTION));
            return "";
        }
        return text(node, "description", s -> !s.isBlank(), "up to 1024 characters");
    }

    private String model(Map<String, Yaml> top) {
        var node = top.get("model");
        return node == null
                ? "inherit"
                : text(
                        node,
                        "model",
                        s -> ALIAS.matcher(s).matches(),
                        "inherit, local, fast, strong or a model's name");
    }

    private List<String> stages(Map<String, Yaml> own) {
        var stages = new ArrayList<String>();
        for (var item : items(own.get("stage"), "stage")) {
            if (PARAMETERS.stages().contains(item.text())) {
                stages.add(item.text());
            } else {
                fault(
                        item.line(),
                        "Found the stage '%s'; %s"
                                .formatted(item.text(), ExpertFile.oneOf(item.text(), PARAMETERS.stages())));
            }
        }
        return stages;
    }

    private @Nullable String vocabulary(Map<String, Yaml> own) {
        var node = own.get("vocabulary");
        return node == null
                ? null
                : text(
                        node,
                        "vocabulary",
                        s -> s.matches(".*[.]ya?ml") && ExpertFile.staysInFolder(s),
                        "a .yaml file in the folder of the expert");
    }

    private List<Expert.Check> checks(Map<String, Yaml> own) {
        var checks = new ArrayList<Expert.Check>();
        var node = own.get("checks");
        if (node instanceof Yaml.Sequence list) {
            list.items().forEach(item -> checks.add(check(item)));
        } else if (node != null) {
            fault(
                    node.line(),
                    "Found no list in 'checks'; write '- {param: sim.run.dt_ms, min: 0.005, max: 0.1, say: why}'.");
        }
        return checks;
    }

    private Expert.Check check(Yaml node) {
        var keys = keys(node, CHECK_KEYS, "a check");
        var param = keys.get("param");
        var path = param == null ? "" : text(param, "param", s -> true, "");
        if (param == null) {
            fault(node.line(), "Found a check without 'param'; name a parameter such as sim.run.temperature_degC.");
        } else if (!PARAMETERS.paths().contains(path)) {
            var near = NearestNames.of(path, PARAMETERS.paths(), 2);
            fault(
                    param.line(),
                    "Found the parameter '%s', which no plan has as a number;%s docs/experts.md tells how to name one."
                            .formatted(path, near.isEmpty() ? "" : " did you mean " + String.join(" or ", near) + "?"));
        }
        double min = bound(keys.get("min"), "min", Double.NEGATIVE_INFINITY);
        double max = bound(keys.get("max"), "max", Double.POSITIVE_INFINITY);
        if (!keys.containsKey("min") && !keys.containsKey("max")) {
            fault(node.line(), "Found a check without 'min' and 'max'; give at least one.");
        } else if (min > max) {
            fault(node.line(), "Found min %s above max %s; exchange them.".formatted(min, max));
        }
        var say = keys.get("say");
        if (say == null) {
            fault(node.line(), "Found a check without 'say'; give the reason in a sentence.");
        }
        return new Expert.Check(path, min, max, say == null ? "" : text(say, "say", s -> !s.isBlank(), "a sentence"));
    }

    private double bound(@Nullable Yaml node, String key, double otherwise) {
        if (node == null) {
            return otherwise;
        }
        try {
            double value = node instanceof Yaml.Text t ? Double.parseDouble(t.text()) : Double.NaN;
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException broken) {
            // told below, together with lists and infinite numbers
        }
        fault(
                node.line(),
                "Found %s in '%s'; give a number in the unit of the parameter's name.".formatted(shown(node), key));
        return otherwise;
    }

    private List<String> names(Map<String, Yaml> keys, String key, Pattern form, String allowed) {
        var names = new ArrayList<String>();
        for (var item : items(keys.get(key), key)) {
            if (form.matcher(item.text()).matches()) {
                names.add(item.text());
            } else {
                fault(item.line(), "Found '%s' in '%s'; allowed: %s.".formatted(item.text(), key, allowed));
            }
        }
        return names;
    }

    /** The words of a list, or of a text with commas. */
    private List<Yaml.Text> items(@Nullable Yaml node, String key) {
        var items = new ArrayList<Yaml.Text>();
        if (node instanceof Yaml.Text(int line, String words)) {
            Arrays.stream(words.split(","))
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .forEach(s -> items.add(new Yaml.Text(line, s)));
        } else if (node instanceof Yaml.Sequence list) {
            for (var item : list.items()) {
                if (item instanceof Yaml.Text t) {
                    items.add(t);
                } else {
                    fault(
                            item.line(),
                            "Found no word in the list '%s'; give words with commas between them.".formatted(key));
                }
            }
        } else if (node != null) {
            fault(node.line(), "Found keys in '%s'; give words with commas between them.".formatted(key));
        }
        return items;
    }

    private String text(Yaml node, String key, Predicate<String> right, String allowed) {
        if (node instanceof Yaml.Text t && right.test(t.text())) {
            return t.text();
        }
        fault(node.line(), "Found %s in '%s'; allowed: %s.".formatted(shown(node), key, allowed));
        return "";
    }

    private static String shown(Yaml node) {
        return switch (node) {
            case Yaml.Text t -> "'" + t.text() + "'";
            case Yaml.Sequence _ -> "a list";
            case Yaml.Mapping _ -> "keys";
        };
    }

    private void fault(int line, String words) {
        faults.add(new FieldFault(file + ":" + line, words));
    }
}
