package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.RegionTree;
import io.brainwright.neuro.atlas.nrrd.NrrdHeader;
import io.brainwright.neuro.atlas.nrrd.NrrdType;
import io.brainwright.neuro.atlas.nrrd.NrrdWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Layered regions of known shape as annotation volumes. */
final class Geometry {
    private Geometry() {}

    /** Id of each voxel. */
    interface Ids {
        int at(int x, int y, int z);
    }

    /** A region C with layers 1 to n, ids 101 to 100 + n. */
    static RegionTree tree(Path folder, int layers) {
        var children = new StringBuilder();
        for (int l = 1; l <= layers; l++) {
            children.append(l > 1 ? "," : "")
                    .append("{\"id\":%d,\"acronym\":\"C%d\",\"name\":\"cortex, layer %d\"}".formatted(100 + l, l, l));
        }
        try {
            return RegionTree.read(Files.writeString(
                    folder.resolve("tree.json"),
                    "{\"id\":1,\"acronym\":\"C\",\"name\":\"cortex\",\"children\":[" + children + "]}"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Path annotation(Path folder, Ids ids, double edge_um, int... sizes) {
        var file = folder.resolve("annotation.nrrd");
        var header = new NrrdHeader(
                NrrdType.UINT32, 1, sizes, new double[] {edge_um, edge_um, edge_um}, new double[3], true, true);
        try (var writer = new NrrdWriter(file, header)) {
            for (int z = 0; z < sizes[2]; z++) {
                for (int y = 0; y < sizes[1]; y++) {
                    for (int x = 0; x < sizes[0]; x++) {
                        writer.next(ids.at(x, y, z));
                    }
                }
            }
        }
        return file;
    }
}
