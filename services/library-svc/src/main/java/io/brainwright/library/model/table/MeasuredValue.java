package io.brainwright.library.model.table;

import org.jspecify.annotations.Nullable;

/**
 * A value from a table of the scientist's own. Texts are empty where the table does not say.
 *
 * @param quantity what was measured: "input_resistance"
 * @param value the number
 * @param unit as the mapping or the table gives it, "1" where it has none
 * @param spread null where there is none
 * @param spreadKind sd, sem, range, iqr or unknown
 * @param n how many were measured, null where the table does not say
 * @param species "rat"
 * @param age "P14"
 * @param region acronym or name
 * @param layer "2/3"
 * @param cellType m-type or name
 * @param source citation
 * @param line where it stands in the file
 * @param column name of its column
 */
public record MeasuredValue(
        String quantity,
        double value,
        String unit,
        @Nullable Double spread,
        String spreadKind,
        @Nullable Long n,
        String species,
        String age,
        String region,
        String layer,
        String cellType,
        String source,
        int line,
        String column) {}
