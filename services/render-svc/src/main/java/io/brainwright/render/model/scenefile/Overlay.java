package io.brainwright.render.model.scenefile;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something drawn over the picture.
 *
 * @param type "clock", "scalebar", "colorbar", "trace", "title", "caption", "legend" or "layers"
 * @param t shares of the movie between which it is seen
 * @param um length of the scale bar; NaN: a round one
 * @param layer id of the layer that the colour bar and the legend explain; null: the first
 * @param height share of the picture that traces take
 * @param source name of the report of the traces; null: that of the first layer coloured by a report
 */
public record Overlay(
        String type,
        List<Double> t,
        String text,
        String unit,
        double um,
        @Nullable String layer,
        double height,
        @Nullable String source,
        List<Probe> probes) {
    @JsonCreator
    public Overlay(
            @Nullable String type,
            @Nullable List<Double> t,
            @Nullable String text,
            @Nullable String unit,
            @Nullable Double um,
            @Nullable String layer,
            @Nullable Double height,
            @Nullable String source,
            @Nullable List<Probe> probes) {
        this(
                type == null ? "" : type,
                t == null ? List.of(0.0, 1.0) : List.copyOf(t),
                text == null ? "" : text,
                unit == null ? "ms" : unit,
                um == null ? Double.NaN : um.doubleValue(),
                layer,
                height == null ? 0.16 : height.doubleValue(),
                source,
                probes == null ? List.of() : List.copyOf(probes));
    }

    /**
     * A place whose voltage is traced.
     *
     * @param node_id the cell; null: the first
     * @param section "soma", "apical", "apical.trunk", "axon", ... or a section's number
     * @param x place on the section, 0..1
     * @param distance_um along the path from the soma; NaN: x says where
     */
    public record Probe(@Nullable Long node_id, String section, double x, double distance_um, String label) {
        @JsonCreator
        public Probe(
                @Nullable Long node_id,
                @Nullable String section,
                @Nullable Double x,
                @Nullable Double distance_um,
                @Nullable String label) {
            this(
                    node_id,
                    section == null ? "soma" : section,
                    x == null ? 0.5 : x.doubleValue(),
                    distance_um == null ? Double.NaN : distance_um.doubleValue(),
                    label == null ? "" : label);
        }
    }
}
