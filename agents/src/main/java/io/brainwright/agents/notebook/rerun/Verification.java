package io.brainwright.agents.notebook.rerun;

import io.brainwright.agents.notebook.Findings;
import io.brainwright.agents.notebook.Made;
import io.brainwright.agents.notebook.Records;
import io.brainwright.agents.run.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run against the recorded one, dataset by dataset.
 *
 * @param checks one for each dataset of either
 * @param otherNumbers measured numbers that are not equal to the last bit, in words; empty where all are
 */
public record Verification(List<Check> checks, List<String> otherNumbers) {
    public Verification {
        checks = List.copyOf(checks);
        otherNumbers = List.copyOf(otherNumbers);
    }

    /** How a dataset compares. */
    public enum Result {
        /** Same id, same rows. */
        IDENTICAL,
        /** Same id, but the entry holds no checksum to compare its rows with. */
        UNCHECKED,
        /** Same id, other rows: something is not deterministic. */
        OTHER_ROWS,
        /** Another id: another request, other inputs or another version of the algorithm. */
        OTHER_ID,
        /** The entry has it, the run did not make it. */
        MISSING,
        /** The run made it, the entry does not have it. */
        NEW
    }

    /**
     * One dataset.
     *
     * @param label what it is in the run
     * @param result how it compares
     * @param recorded id in the entry; null where it has none
     * @param again id in the new run; null where it has none
     * @param why what differs, in words; empty where nothing does
     */
    public record Check(
            String label,
            Result result,
            @Nullable String recorded,
            @Nullable String again,
            String why) {}

    /** Compares datasets of the same label, in order where a label stands more than once. */
    public static Verification of(Findings recorded, Findings again) {
        var left = new ArrayList<>(recorded.datasets());
        var checks = new ArrayList<Check>();
        for (var made : again.datasets()) {
            var partner = left.stream()
                    .filter(d -> d.label().equals(made.label()))
                    .findFirst()
                    .orElse(null);
            checks.add(check(partner, made));
            left.remove(partner);
        }
        left.forEach(d -> checks.add(new Check(d.label(), Result.MISSING, d.id(), null, "the run did not make it")));
        return new Verification(checks, otherNumbers(recorded.measures(), again.measures()));
    }

    /** Whether everything is the same, and was compared. */
    public boolean identical() {
        return otherNumbers.isEmpty() && checks.stream().allMatch(c -> c.result() == Result.IDENTICAL);
    }

    private static List<String> otherNumbers(List<Measure> recorded, List<Measure> again) {
        var before = named(recorded);
        var now = named(again);
        var other = new ArrayList<String>();
        now.forEach((name, value) -> {
            var was = before.remove(name);
            if (was == null) {
                other.add(name + " was not measured");
            } else if (!was.equals(value)) {
                other.add("%s was %s, is %s".formatted(name, was, value));
            }
        });
        before.keySet().forEach(name -> other.add(name + " was not measured this time"));
        return other;
    }

    /** Value, spread and n of each measure, to the last digit, by what it measures. */
    private static Map<String, String> named(List<Measure> measures) {
        var named = new LinkedHashMap<String, String>();
        for (var m : measures) {
            var under = m.under().isEmpty() ? "" : " at " + Records.line(m.under());
            named.put(
                    "%s of %s, %s%s".formatted(m.metric().replace('_', ' '), m.group(), m.variant(), under),
                    m.value() + " " + m.unit() + (m.spread() == null ? "" : " " + Records.line(m.spread())) + ", n "
                            + m.n());
        }
        return named;
    }

    private static Check check(@Nullable Made recorded, Made again) {
        if (recorded == null) {
            return new Check(again.label(), Result.NEW, null, again.id(), "the entry does not have it");
        }
        if (!recorded.id().equals(again.id())) {
            return new Check(again.label(), Result.OTHER_ID, recorded.id(), again.id(), otherId(recorded, again));
        }
        if (recorded.rowHash().isEmpty() || again.rowHash().isEmpty()) {
            return new Check(
                    again.label(),
                    Result.UNCHECKED,
                    recorded.id(),
                    again.id(),
                    "the entry holds no checksum of its rows");
        }
        var tables = new ArrayList<String>();
        new TreeMap<>(recorded.rowHash()).forEach((table, hash) -> {
            if (!hash.equals(again.rowHash().get(table))) {
                tables.add(table);
            }
        });
        if (tables.isEmpty() && recorded.rowHash().size() == again.rowHash().size()) {
            return new Check(again.label(), Result.IDENTICAL, recorded.id(), again.id(), "");
        }
        return new Check(
                again.label(),
                Result.OTHER_ROWS,
                recorded.id(),
                again.id(),
                "other rows in " + (tables.isEmpty() ? "a table that one of them lacks" : String.join(", ", tables)));
    }

    private static String otherId(Made recorded, Made again) {
        if (recorded.version() != again.version()) {
            return "the %s stage was version %d, is %d".formatted(again.stage(), recorded.version(), again.version());
        }
        if (!recorded.request().equals(again.request())) {
            var fields = new ArrayList<String>();
            again.request().properties().forEach(e -> {
                if (!e.getValue().equals(recorded.request().get(e.getKey()))) {
                    fields.add(e.getKey());
                }
            });
            return "its request differs in " + (fields.isEmpty() ? "fields that are gone" : String.join(", ", fields));
        }
        return recorded.inputs().equals(again.inputs())
                ? "for a reason that the entry does not tell"
                : "its inputs differ";
    }
}
