package io.brainwright.library.model.scoring;

import io.brainwright.library.model.extraction.ExtractedValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An extracted value as the fields of a scored passage: only what the text states, in the same names. */
public final class ValueFields {
    private ValueFields() {}

    public static Map<String, Object> of(ExtractedValue value) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("parameter", value.parameter());
        put(fields, "value", value.value());
        fields.put("unit", value.unit());
        var spread = value.spread();
        if (spread != null) {
            Object amount = spread.amount();
            fields.put(
                    spread.kind().word(),
                    amount != null ? amount : List.of(number(spread.low()), number(spread.high())));
        }
        put(fields, "statistic", value.statistic());
        put(fields, "n", value.sample().n());
        put(fields, "n_of", value.sample().of());
        put(fields, "n_animals", value.sample().animals());
        put(fields, "successes", value.sample().successes());
        var tissue = value.tissue();
        put(fields, "species", tissue.species());
        put(fields, "strain", tissue.strain());
        put(fields, "age", tissue.age());
        put(fields, "region", tissue.region());
        put(fields, "layer", tissue.layer());
        put(fields, "cell_type", tissue.cellType());
        put(fields, "pre", tissue.pre());
        put(fields, "post", tissue.post());
        put(fields, "compartment", tissue.compartment());
        put(fields, "receptor", tissue.receptor());
        put(fields, "marker", tissue.marker());
        put(fields, "of", tissue.of());
        put(fields, "condition", tissue.condition());
        put(fields, "max_distance_um", tissue.maxDistance_um());
        put(fields, "distance_um", tissue.distance_um());
        if (!tissue.temperature_degC().isEmpty()) {
            fields.put("temperature_degC", tissue.temperature_degC());
        }
        if (value.approximate()) {
            fields.put("approximate", true);
        }
        put(fields, "cited_from", value.citedFrom());
        if (!value.measuredHere()) {
            fields.put("measured_here", false);
        }
        if (!value.notes().isEmpty()) {
            fields.put("note", String.join("; ", value.notes()));
        }
        return fields;
    }

    private static double number(@Nullable Double end) {
        assert end != null : "a spread has an amount or two ends";
        return end == null ? Double.NaN : end;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            fields.put(name, value);
        }
    }
}
