package io.brainwright.library.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.library.model.trace.Channel;
import io.brainwright.library.model.trace.Channel.Quantity;
import io.brainwright.library.model.trace.Recording;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A recording as Arrow tables: its channels, and their samples by quantity, so that each column has one unit. */
final class TraceTables {
    private static final String FILE = "the imported file";

    /** One row per channel. */
    static final TableSchema CHANNELS = new TableSchema(
            "channels",
            List.of(
                    Column.of("channel", ColumnType.U32, "1", "number of the channel", FILE),
                    Column.of("name", ColumnType.TEXT, "1", "its name in the file", FILE),
                    Column.of("quantity", ColumnType.TEXT, "1", "voltage or current", FILE),
                    Column.of("unit", ColumnType.TEXT, "1", "unit of its values", FILE),
                    Column.of("samples", ColumnType.U64, "1", "number of samples", FILE),
                    Column.of(
                            "interval_ms",
                            ColumnType.F64,
                            "ms",
                            "time between samples, NaN where it is not even",
                            FILE)));

    /** One row per sample of a voltage. */
    static final TableSchema VOLTAGES = samples("voltages", "voltage_mV", "mV");
    /** One row per sample of a current. */
    static final TableSchema CURRENTS = samples("currents", "current_nA", "nA");

    private TraceTables() {}

    private static TableSchema samples(String name, String value, String unit) {
        return new TableSchema(
                name,
                List.of(
                        Column.of("channel", ColumnType.U32, "1", "number of the channel", FILE),
                        Column.of("time_ms", ColumnType.F64, "ms", "time of the sample", FILE),
                        Column.of(value, ColumnType.F64, unit, "value, NaN where the file has none", FILE)));
    }

    static Batch channels(Recording recording) {
        int n = recording.channels().size();
        int[] number = new int[n];
        var name = new String[n];
        var quantity = new String[n];
        var unit = new String[n];
        long[] samples = new long[n];
        double[] interval_ms = new double[n];
        for (int c = 0; c < n; c++) {
            var channel = recording.channels().get(c);
            number[c] = c;
            name[c] = channel.name();
            quantity[c] = channel.quantity().name().toLowerCase(Locale.ROOT);
            unit[c] = channel.quantity().unit();
            samples[c] = channel.values().length;
            interval_ms[c] = channel.interval_ms();
        }
        return Batch.of(CHANNELS, number, name, quantity, unit, samples, interval_ms);
    }

    static Batch samples(int number, Channel channel) {
        int[] numbers = new int[channel.values().length];
        Arrays.fill(numbers, number);
        return Batch.of(
                channel.quantity() == Quantity.VOLTAGE ? VOLTAGES : CURRENTS,
                numbers,
                channel.times_ms(),
                channel.values());
    }
}
