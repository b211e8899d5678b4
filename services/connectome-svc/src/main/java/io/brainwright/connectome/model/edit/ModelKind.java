package io.brainwright.connectome.model.edit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a {@link ConnectionModel} lets the chance of a connection depend on, by rising order. */
public enum ModelKind {
    /** Nothing: every pair is as likely. Order 1. */
    ERDOS_RENYI,
    /** The distance of the somata. Order 2. */
    DISTANCE,
    /** The distance, apart for sources above and below their target. Order 3. */
    BIPOLAR,
    /** The depths of both somata and their horizontal distance. Order 5 in a flat cortex that looks the same from all sides. */
    POSITION;

    /** Name in requests and plans. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this name. */
    public static Optional<ModelKind> named(String word) {
        return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
    }

    /** All names. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ModelKind::word).toList();
    }

    /** Whether the cells' depths are needed. */
    public boolean needsDepth() {
        return this == BIPOLAR || this == POSITION;
    }

    /** An empty fit. */
    public ModelFit fit(CellPlaces places) {
        return switch (this) {
            case ERDOS_RENYI -> new UniformFit();
            case DISTANCE -> new DistanceFit(places);
            case BIPOLAR -> new BipolarFit(places);
            case POSITION -> new PositionFit(places);
        };
    }
}
