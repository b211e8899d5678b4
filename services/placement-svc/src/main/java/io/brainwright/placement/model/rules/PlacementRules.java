package io.brainwright.placement.model.rules;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of a circuit: those that every cell keeps, and those of an m-type.
 *
 * @param common for all
 * @param byMtype for one m-type each, without the common ones
 * @param skipped ids of rules of a sort that scores nothing, with the sort: {@code "ScaleBias: prefer_unscaled"}
 */
public record PlacementRules(
        List<PlacementRule> common, Map<String, List<PlacementRule>> byMtype, List<String> skipped) {
    public PlacementRules {
        common = List.copyOf(common);
        byMtype = Map.copyOf(byMtype);
        skipped = List.copyOf(skipped);
    }

    /** Rules of an m-type, its own first; an m-type without rules of its own keeps the common ones. */
    public List<PlacementRule> of(String mtype) {
        var all = new ArrayList<>(byMtype.getOrDefault(mtype, List.of()));
        all.addAll(common);
        return all;
    }

    /** Reads the field's XML: {@code placement_rules / (global_rule_set | mtype_rule_set) / rule}. */
    static PlacementRules read(List<XmlRows.Row> rows, String file) {
        var common = new ArrayList<PlacementRule>();
        var byMtype = new LinkedHashMap<String, List<PlacementRule>>();
        var skipped = new ArrayList<String>();
        List<String> mtypes = List.of();
        boolean global = false;
        for (var row : rows) {
            switch (row.element()) {
                case "global_rule_set" -> {
                    if (global) {
                        throw row.wrong(file, "global_rule_set", "stands twice; put all rules for every cell into one");
                    }
                    global = true;
                    mtypes = List.of();
                }
                case "mtype_rule_set" -> {
                    mtypes = List.of(row.text(file, "mtype").split("\\|"));
                    for (var mtype : mtypes) {
                        if (byMtype.put(mtype, new ArrayList<>()) != null) {
                            throw row.wrong(file, "mtype", "'%s' has two sets of rules; put them into one".formatted(mtype));
                        }
                    }
                }
                case "rule" -> {
                    var rule = rule(row, file, skipped);
                    if (rule != null && mtypes.isEmpty()) {
                        common.add(rule);
                    } else if (rule != null) {
                        mtypes.forEach(m -> byMtype.getOrDefault(m, List.of()).add(rule));
                    }
                }
                default -> {}
            }
        }
        var found = new PlacementRules(common, byMtype, skipped);
        found.everyIdOnce(file);
        return found;
    }

    private static @org.jspecify.annotations.Nullable PlacementRule rule(
            XmlRows.Row row, String file, List<String> skipped) {
        var id = row.text(file, "id");
        return switch (row.text(file, "type")) {
            case "below" ->
                new PlacementRule.Below(
                        id,
                        new Height(row.text(file, "y_layer"), row.number(file, "y_fraction")),
                        row.has("tolerance") ? row.number(file, "tolerance") : PlacementRule.TOLERANCE_um);
            case "region_target" -> new PlacementRule.Target(id, low(row, file), high(row, file));
            case "region_occupy" -> new PlacementRule.Occupy(id, low(row, file), high(row, file));
            default -> {
                skipped.add(id + ": " + row.text(file, "type"));
                yield null;
            }
        };
    }

    private static Height low(XmlRows.Row row, String file) {
        return new Height(row.text(file, "y_min_layer"), row.number(file, "y_min_fraction"));
    }

    private static Height high(XmlRows.Row row, String file) {
        return new Height(row.text(file, "y_max_layer"), row.number(file, "y_max_fraction"));
    }

    private void everyIdOnce(String file) {
        byMtype.keySet().forEach(mtype -> {
            var seen = new HashSet<String>();
            for (var rule : of(mtype)) {
                if (!seen.add(rule.id())) {
                    throw new Problem(
                            Kind.INVALID,
                            "PLACEMENT_RULE_TWICE",
                            "%s: m-type '%s' has two rules '%s'.".formatted(file, mtype, rule.id()),
                            "Give every rule of an m-type, the common ones included, an id of its own.",
                            Map.of("file", file, "mtype", mtype, "rule", rule.id()));
                }
            }
        });
    }
}
