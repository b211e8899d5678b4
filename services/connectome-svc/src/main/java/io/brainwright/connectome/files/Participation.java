package io.brainwright.connectome.files;

import io.brainwright.connectome.model.analysis.SimplexCensus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** In how many simplices cells take part: a row per dimension, with every cell's number where there are few. */
final class Participation {
    /** chosen: what a reader scrolls through. */
    private static final int FEW = 1000;

    private Participation() {}

    static List<Map<String, Object>> tree(SimplexCensus census) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int k = 1; k < census.participation().length; k++) {
            long[] cells = census.participation()[k];
            var statistics = LongStream.of(cells).summaryStatistics();
            var row = new LinkedHashMap<String, Object>();
            row.put("dimension", k);
            row.put("mean", statistics.getAverage());
            row.put("max", statistics.getMax());
            row.put("nodes_in_any", LongStream.of(cells).filter(c -> c > 0).count());
            if (cells.length <= FEW) {
                row.put("by_node", cells);
            }
            rows.add(row);
        }
        return rows;
    }
}
