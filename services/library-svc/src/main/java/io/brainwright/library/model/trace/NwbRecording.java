package io.brainwright.library.model.trace;

import io.brainwright.library.model.format.Hdf5Files;
import io.brainwright.library.model.trace.Channel.Quantity;
import io.brainwright.neuro.hdf5.StrangersHdf5;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Intracellular recordings of an NWB 2 file: the series of {@code acquisition} and {@code stimulus/presentation}. Values are
 * {@code data * conversion + offset} in volts or amperes, times {@code starting_time + i / rate} or {@code timestamps} in seconds.
 *
 * @see <a href="https://nwb-schema.readthedocs.io/en/stable/">NWB schema 2</a>
 */
public final class NwbRecording {
    /** chosen: 400 MB of numbers and times in memory. */
    private static final long MAX_SAMPLES = 25_000_000;

    private static final Set<String> VOLTAGE =
            Set.of("CurrentClampSeries", "IZeroClampSeries", "VoltageClampStimulusSeries");
    private static final Set<String> CURRENT = Set.of("VoltageClampSeries", "CurrentClampStimulusSeries");
    private static final List<String> FOLDERS = List.of("acquisition", "stimulus/presentation");
    private static final double MILLI = 1e3; // V to mV, s to ms
    private static final double NANO = 1e9; // A to nA

    private final String file;
    private final List<Channel> channels = new ArrayList<>();
    private final List<String> description = new ArrayList<>();
    private final List<String> odd = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private long samples;

    private NwbRecording(String file) {
        this.file = file;
    }

    /**
     * Reads a recording.
     *
     * @param path where it lies
     * @param file its name, for messages
     * @throws Problem INVALID with the name of the series that is wrong; TOO_LARGE where it holds too many samples
     */
    public static Recording read(Path path, String file) {
        return Hdf5Files.read(path, file, hdf -> new NwbRecording(file).all(hdf));
    }

    private Recording all(HdfFile hdf) {
        for (var name : List.of(
                "session_description",
                "general/experiment_description",
                "general/subject/species",
                "general/subject/age",
                "general/subject/description")) {
            text(hdf, name)
                    .ifPresent(t -> description.add(
                            name.substring(name.lastIndexOf('/') + 1).replace('_', ' ') + ": " + t));
        }
        for (var folder : FOLDERS) {
            if (node(hdf, folder) instanceof Group group) {
                group.getChildren().forEach((name, node) -> series(folder + "/" + name, node));
            }
        }
        if (channels.isEmpty()) {
            throw new Problem(
                    Kind.INVALID,
                    "NWB_WITHOUT_ICEPHYS",
                    "'%s' holds no intracellular recording in %s.".formatted(file, FOLDERS),
                    "Read are CurrentClampSeries, VoltageClampSeries, their stimuli and IZeroClampSeries; skipped was: %s"
                            .formatted(skipped.isEmpty() ? "nothing" : String.join("; ", skipped)),
                    Map.of("file", file));
        }
        return new Recording(channels, description, odd, skipped);
    }

    private void series(String name, Node node) {
        var type = attribute(node, "neurodata_type").map(String::valueOf).orElse("");
        if (!(node instanceof Group group) || !VOLTAGE.contains(type) && !CURRENT.contains(type)) {
            skipped.add("'%s': %s is no intracellular series".formatted(name, type.isEmpty() ? "it" : type));
            return;
        }
        if (!(group.getChildren().get("data") instanceof Dataset data)) {
            skipped.add("'%s': it has no data".formatted(name));
            return;
        }
        var quantity = VOLTAGE.contains(type) ? Quantity.VOLTAGE : Quantity.CURRENT;
        Hdf5Files.limit(data, file, MAX_SAMPLES);
        unit(name, data, quantity);
        if (data.getDimensions().length != 1) {
            throw wrong(name, "data has %d dimensions; one is read".formatted(data.getDimensions().length));
        }
        samples += data.getSize();
        if (samples > MAX_SAMPLES) {
            throw new Problem(
                    Kind.TOO_LARGE,
                    "RECORDING_TOO_LONG",
                    "'%s' holds more than %d samples.".formatted(file, MAX_SAMPLES),
                    "Cut it in parts.",
                    Map.of("file", file, "limit", String.valueOf(MAX_SAMPLES)));
        }
        double conversion = number(data, "conversion", 1);
        double offset = number(data, "offset", 0);
        double scale = quantity == Quantity.VOLTAGE ? MILLI : NANO;
        double[] raw = doubles(data);
        double[] values = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            values[i] = (raw[i] * conversion + offset) * scale;
        }
        double[] times = times(name, group, raw.length);
        int backwards = Sampling.firstBackwards(times);
        if (backwards >= 0) {
            throw wrong(name, "timestamp %d is not later than the one before".formatted(backwards));
        }
        var said = attribute(node, "description").map(String::valueOf).orElse("");
        channels.add(new Channel(
                name.substring(name.lastIndexOf('/') + 1),
                quantity,
                said.equals("no description") ? "" : said,
                Sampling.interval_ms(times),
                times,
                values));
    }

    /** The schema fixes volts and amperes; other words are kept in mind and said. */
    private void unit(String name, Dataset data, Quantity quantity) {
        var unit = attribute(data, "unit").map(String::valueOf).orElse("");
        var expected = quantity == Quantity.VOLTAGE ? "volts" : "amperes";
        if (unit.isEmpty()) {
            odd.add("'%s' tells no unit; NWB's own, %s, is taken.".formatted(name, expected));
        } else if (!unit.equals(expected)
                && !unit.equals(expected.substring(0, expected.length() - 1))
                && !unit.equals(expected.substring(0, 1).toUpperCase(Locale.ROOT))) {
            throw wrong(name, "its unit is '%s'; NWB asks for %s and a 'conversion'".formatted(unit, expected));
        }
    }

    private double[] times(String name, Group group, int count) {
        if (group.getChildren().get("timestamps") instanceof Dataset stamps) {
            double[] seconds = doubles(stamps);
            if (seconds.length != count) {
                throw wrong(name, "it has %d samples and %d timestamps".formatted(count, seconds.length));
            }
            for (int i = 0; i < count; i++) {
                seconds[i] *= MILLI;
            }
            return seconds;
        }
        if (!(group.getChildren().get("starting_time") instanceof Dataset start)) {
            throw wrong(name, "it has neither timestamps nor a starting time");
        }
        double rate_Hz = number(start, "rate", Double.NaN);
        if (!(rate_Hz > 0) || Double.isInfinite(rate_Hz)) {
            throw wrong(name, "the rate of its starting time is %s".formatted(rate_Hz));
        }
        if (!(first(StrangersHdf5.checked(start).getData()) instanceof Number said)) {
            throw wrong(name, "its starting time is no number");
        }
        double start_s = said.doubleValue();
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = (start_s + i / rate_Hz) * MILLI;
        }
        return times;
    }

    private Problem wrong(String series, String what) {
        return new Problem(
                Kind.INVALID,
                "NWB_SERIES_WRONG",
                "'%s', series '%s': %s.".formatted(file, series, what),
                "Check it with 'nwbinspector', or write it again.",
                Map.of("file", file, "series", series));
    }

    private static @Nullable Node node(Group group, String path) {
        Node at = group;
        for (var name : path.split("/")) {
            if (!(at instanceof Group inner) || !inner.getChildren().containsKey(name)) {
                return null;
            }
            at = inner.getChildren().get(name);
        }
        return at;
    }

    private static Optional<String> text(Group group, String path) {
        return node(group, path) instanceof Dataset data
                        && first(StrangersHdf5.checked(data).getData()) instanceof String text
                ? Optional.of(text).filter(t -> !t.isBlank())
                : Optional.empty();
    }

    private static Optional<Object> attribute(Node node, String name) {
        var found = node.getAttribute(name);
        return found == null
                ? Optional.empty()
                : Optional.ofNullable(first(StrangersHdf5.checked(found).getData()));
    }

    private static double number(Node node, String name, double otherwise) {
        return attribute(node, name).orElse(otherwise) instanceof Number n ? n.doubleValue() : otherwise;
    }

    /** The value itself, or the first of an array. */
    private static @Nullable Object first(@Nullable Object data) {
        return data != null && data.getClass().isArray()
                ? (Array.getLength(data) == 0 ? null : first(Array.get(data, 0)))
                : data;
    }

    private static double[] doubles(Dataset data) {
        var flat = data.getDataFlat();
        double[] values = new double[Array.getLength(flat)];
        for (int i = 0; i < values.length; i++) {
            values[i] = Array.getDouble(flat, i);
        }
        return values;
    }
}
