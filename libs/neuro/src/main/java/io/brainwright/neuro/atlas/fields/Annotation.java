package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.RegionTree;
import io.brainwright.neuro.atlas.nrrd.NrrdHeader;
import io.brainwright.neuro.atlas.nrrd.NrrdReader;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** An annotation volume on disk with its hierarchy; read in two passes, never held whole. */
public final class Annotation {
    private static final long MAX_BOX = Integer.MAX_VALUE; // a place in the box is an int

    private final Path file;
    private final RegionTree tree;
    private final NrrdHeader header;
    private final TreeMap<Long, long[]> census = new TreeMap<>(); // id -> count, low and high index by axis

    public Annotation(Path file, RegionTree tree) {
        this.file = file;
        this.tree = tree;
        try (var reader = new NrrdReader(file)) {
            this.header = reader.header();
            if (header.sizes().length != 3 || header.components() != 1) {
                throw fault(
                        "%d axes of space and %d components".formatted(header.sizes().length, header.components()),
                        "one id per voxel in space");
            }
            count(reader);
        }
    }

    private void count(NrrdReader reader) {
        int[] n = header.sizes();
        long last = 0;
        long[] row = new long[7];
        for (int z = 0; z < n[2]; z++) {
            for (int y = 0; y < n[1]; y++) {
                for (int x = 0; x < n[0]; x++) {
                    double value = reader.next();
                    long id = (long) value;
                    if (id != value || id < 0) {
                        throw fault("%s at voxel (%d, %d, %d)".formatted(value, x, y, z), "whole numbers from 0");
                    }
                    if (id != last && id != 0) {
                        row = census.computeIfAbsent(id, _ -> new long[] {0, n[0], n[1], n[2], -1, -1, -1});
                        last = id;
                    }
                    if (id != 0) {
                        widen(row, x, y, z);
                    }
                }
            }
        }
    }

    private static void widen(long[] row, int x, int y, int z) {
        row[0]++;
        row[1] = Math.min(row[1], x);
        row[2] = Math.min(row[2], y);
        row[3] = Math.min(row[3], z);
        row[4] = Math.max(row[4], x);
        row[5] = Math.max(row[5], y);
        row[6] = Math.max(row[6], z);
    }

    public NrrdHeader header() {
        return header;
    }

    /** Voxels of each id that occurs, 0 apart. */
    public Map<Long, Long> voxelsById() {
        var counts = new TreeMap<Long, Long>();
        census.forEach((id, row) -> counts.put(id, row[0]));
        return counts;
    }

    /** Ids of the volume that the hierarchy does not name. */
    public long[] notInHierarchy() {
        return tree.missing(census.keySet().stream().mapToLong(Long::longValue).toArray());
    }

    /** Regions without children that no voxel carries. */
    public java.util.List<RegionTree.Region> notInVolume() {
        var parents = tree.regions().stream().map(RegionTree.Region::parent).toList();
        return tree.regions().stream()
                .filter(r -> !parents.contains(r.id()) && !census.containsKey(r.id()))
                .toList();
    }

    /** Those of some ids that at least one voxel carries. */
    long[] present(long[] ids) {
        return Arrays.stream(ids).filter(census::containsKey).toArray();
    }

    /** Voxels that carry one of some ids. */
    long voxels(long[] ids) {
        return Arrays.stream(ids)
                .map(id -> census.getOrDefault(id, new long[1])[0])
                .sum();
    }

    /** The voxels of a region with their layers. */
    LayeredRegion region(String query, LayerNames names, long[] ids, Scratch scratch) {
        int[] low = header.sizes().clone();
        int[] high = {-1, -1, -1};
        long voxels = 0;
        for (long id : ids) {
            var row = census.get(id);
            if (row != null && names.rank(id) >= 0) {
                voxels += row[0];
                for (int a = 0; a < 3; a++) {
                    low[a] = (int) Math.min(low[a], row[1 + a]);
                    high[a] = (int) Math.max(high[a], row[4 + a]);
                }
            }
        }
        if (voxels == 0) {
            throw fault("no voxel of a layer of '%s'".formatted(query), "a region with a volume");
        }
        int[] size = new int[3];
        for (int a = 0; a < 3; a++) {
            low[a] = Math.max(0, low[a] - 1);
            size[a] = Math.min(header.sizes()[a] - 1, high[a] + 1) - low[a] + 1;
        }
        long box = (long) size[0] * size[1] * size[2];
        if (box > MAX_BOX) {
            throw new Problem(
                    Kind.TOO_LARGE,
                    "REGION_TOO_LARGE",
                    "The box around '%s' has %d voxels.".formatted(query, box),
                    "Up to %d: ask for a part of the region, or for a coarser volume.".formatted(MAX_BOX),
                    Map.of("region", query, "voxels", String.valueOf(box)));
        }
        return collect(names, ids, low, size, (int) voxels, scratch);
    }

    private LayeredRegion collect(LayerNames names, long[] ids, int[] low, int[] size, int voxels, Scratch scratch) {
        var bricks = new Bricks(size);
        byte[] layer = new byte[voxels];
        int n = 0;
        int[] all = header.sizes();
        try (var reader = new NrrdReader(file)) {
            long last = 0;
            int rank = -1;
            for (int z = 0; z < low[2] + size[2]; z++) {
                for (int y = 0; y < all[1]; y++) {
                    for (int x = 0; x < all[0]; x++) {
                        long id = (long) reader.next();
                        if (id != last) {
                            last = id;
                            rank = id == 0 || Arrays.binarySearch(ids, id) < 0 ? -1 : names.rank(id);
                        }
                        if (rank >= 0) {
                            bricks.add(x - low[0], y - low[1], z - low[2]);
                            layer[n++] = (byte) rank;
                        }
                    }
                }
            }
        }
        bricks.number();
        return new LayeredRegion(header, low, bricks, layer, scratch);
    }

    private Problem fault(String found, String allowed) {
        return new Problem(
                Kind.INVALID,
                "ANNOTATION_UNUSABLE",
                "%s: found %s.".formatted(file.getFileName(), found),
                "Allowed: %s.".formatted(allowed),
                Map.of("file", file.toString(), "found", found));
    }
}
