package io.brainwright.connectome.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.proto.connectome.v1.EditRequest;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The pathway that an edit concerns.
 *
 * @param pre node ids of the cells that send, ascending
 * @param post node ids of those that receive, ascending
 */
record Selection(long[] pre, long[] post) {
    static Selection of(EditRequest request, Datasets inputs) {
        var cells = inputs.read(ConnectomeRequests.id(request.getCells()), "cells");
        return new Selection(
                ids(cells, CellChoice.of("pre", request.getPre(), cells)),
                ids(cells, CellChoice.of("post", request.getPost(), cells)));
    }

    boolean holds(long source, long target) {
        return Arrays.binarySearch(pre, source) >= 0 && Arrays.binarySearch(post, target) >= 0;
    }

    private static long[] ids(Batch cells, boolean[] chosen) {
        long[] ids = cells.longs("node_id");
        return IntStream.range(0, ids.length)
                .filter(row -> chosen[row])
                .mapToLong(row -> ids[row])
                .sorted()
                .toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Selection s && Arrays.equals(s.pre, pre) && Arrays.equals(s.post, post);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pre) + 31 * Arrays.hashCode(post);
    }
}
