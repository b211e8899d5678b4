package io.brainwright.connectome.service;

import io.brainwright.connectome.model.apposition.Contact;
import io.brainwright.connectome.model.apposition.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Columns of an edge table, filled one after another from its rows. */
final class EdgeColumns<E> {
    private final List<E> edges;
    private final List<Object> columns = new ArrayList<>();

    EdgeColumns(List<E> edges) {
        this.edges = edges;
    }

    List<Object> all() {
        return columns;
    }

    EdgeColumns<E> longs(ToLongFunction<E> value) {
        columns.add(edges.stream().mapToLong(value).toArray());
        return this;
    }

    EdgeColumns<E> ints(ToIntFunction<E> value) {
        columns.add(edges.stream().mapToInt(value).toArray());
        return this;
    }

    EdgeColumns<E> floats(ToDoubleFunction<E> value) {
        float[] column = new float[edges.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = (float) value.applyAsDouble(edges.get(i));
        }
        columns.add(column);
        return this;
    }

    /** The afferent side, then the efferent one, as {@link ConnectomeTables#side} names their columns. */
    EdgeColumns<E> sides(Function<E, Contact> contact) {
        side(e -> contact.apply(e).afferent());
        side(e -> contact.apply(e).efferent());
        return this;
    }

    private void side(Function<E, Site> side) {
        ints(e -> side.apply(e).section());
        ints(e -> side.apply(e).segment());
        floats(e -> side.apply(e).offset_um());
        floats(e -> side.apply(e).sectionPos());
        ints(e -> side.apply(e).sectionType());
        floats(e -> side.apply(e).centerX_um());
        floats(e -> side.apply(e).centerY_um());
        floats(e -> side.apply(e).centerZ_um());
        floats(e -> side.apply(e).surfaceX_um());
        floats(e -> side.apply(e).surfaceY_um());
        floats(e -> side.apply(e).surfaceZ_um());
    }
}
