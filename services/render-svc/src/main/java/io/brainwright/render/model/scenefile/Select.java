package io.brainwright.render.model.scenefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which cells; a cell fulfils every condition that is not empty.
 *
 * @param count at most so many, spread evenly over rising node ids; 0: no limit
 */
public record Select(
        List<Long> node_ids,
        List<Integer> layers,
        List<String> mtypes,
        List<String> etypes,
        List<String> regions,
        String synapse_class,
        int count) {
    /** Every cell. */
    public static final Select ALL = new Select(null, null, null, null, null, null, 0);

    public Select(
            @Nullable List<Long> node_ids,
            @Nullable List<Integer> layers,
            @Nullable List<String> mtypes,
            @Nullable List<String> etypes,
            @Nullable List<String> regions,
            @Nullable String synapse_class,
            int count) {
        this.node_ids = node_ids == null ? List.of() : List.copyOf(node_ids);
        this.layers = layers == null ? List.of() : List.copyOf(layers);
        this.mtypes = mtypes == null ? List.of() : List.copyOf(mtypes);
        this.etypes = etypes == null ? List.of() : List.copyOf(etypes);
        this.regions = regions == null ? List.of() : List.copyOf(regions);
        this.synapse_class = synapse_class == null ? "" : synapse_class;
        this.count = count;
    }
}
