package io.brainwright.connectome.files;

import io.brainwright.connectome.model.apposition.Cylinders;
import java.nio.file.Path;
import java.util.List;

/** Segments from a CSV file with columns id, x0 y0 z0 x1 y1 z1, radius (um) and cell; read a block at a time. */
final class SegmentTable implements AutoCloseable {
    private static final List<String> COLUMNS = List.of("id", "x0", "y0", "z0", "x1", "y1", "z1", "radius", "cell");
    private static final int RADIUS = 7;
    private static final int CELL = 8;

    private final NumberTable rows;
    private final double[] ends = new double[6];

    SegmentTable(Path file) {
        rows = NumberTable.open(file, COLUMNS, List.of());
    }

    /**
     * Fills a block with the next segments.
     *
     * @return false where the file has no more
     */
    boolean next(Cylinders block, int most) {
        block.clear();
        while (block.size() < most && rows.next()) {
            for (int k = 0; k < ends.length; k++) {
                ends[k] = rows.at(1 + k);
            }
            double radius_um = rows.at(RADIUS);
            if (radius_um < 0) {
                throw rows.problem("has the radius %s um; it cannot be negative".formatted(radius_um));
            }
            block.add(rows.whole(0), rows.whole(CELL), radius_um, ends);
        }
        return block.size() > 0;
    }

    @Override
    public void close() {
        rows.close();
    }
}
