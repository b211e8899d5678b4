package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.ScalarVolume;
import io.brainwright.neuro.atlas.nrrd.NrrdReader;
import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields that {@link FieldFiles} wrote, asked at one place. */
public final class FieldFolder {
    private final Path folder;

    /**
     * @param folder with {@code pia_distance.nrrd}, {@code orientation.nrrd}, {@code depth.nrrd} and {@code [PH]*.nrrd}
     * @throws Problem NOT_FOUND where one of them is missing
     */
    public FieldFolder(Path folder) {
        this.folder = folder;
        for (var name : new String[] {"pia_distance", "orientation", "depth", "[PH]y", "[PH]1"}) {
            if (!Files.isRegularFile(file(name))) {
                throw new Problem(
                        Kind.NOT_FOUND,
                        "FIELD_MISSING",
                        "The folder %s has no %s.nrrd.".formatted(folder, name),
                        "Write it with 'brainwright atlas fields'.",
                        Map.of("folder", folder.toString(), "field", name));
            }
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".nrrd");
    }

    /**
     * What the fields say of one place.
     *
     * @param depth_um length of the streamline up to the pia
     * @param height_um length of the streamline down to the lower face
     * @param up turns +y to the pia
     * @param layers lower and upper boundary of each layer over the lower face, um, by its number
     */
    public record Place(double depth_um, double height_um, Quaternion up, SortedMap<Integer, double[]> layers) {}

    /**
     * Reads the voxel of a place.
     *
     * @param at_um x, y, z in the atlas
     * @throws Problem INVALID where the place lies outside the region
     */
    public Place at(double[] at_um) {
        double depth_um = row("depth", at_um)[0];
        double height_um = row("[PH]y", at_um)[0];
        double[] q = row("orientation", at_um);
        if (Double.isNaN(depth_um + height_um + q[0])) {
            throw outside(at_um);
        }
        var layers = new TreeMap<Integer, double[]>();
        for (int layer = 1; layer <= 6; layer++) {
            if (Files.isRegularFile(file("[PH]" + layer))) {
                layers.put(layer, row("[PH]" + layer, at_um));
            }
        }
        return new Place(depth_um, height_um, new Quaternion(q[0], q[1], q[2], q[3]), layers);
    }

    /** Signed distance to the pia, to be looked up anywhere. */
    public ScalarVolume piaDistance() {
        return ScalarVolume.read(file("pia_distance"));
    }

    private double[] row(String name, double[] at_um) {
        try (var reader = new NrrdReader(file(name))) {
            var header = reader.header();
            long voxel = 0;
            for (int a = 2; a >= 0; a--) {
                int i = (int) Math.floor((at_um[a] - header.origin_um()[a]) / header.spacing_um()[a]);
                if (i < 0 || i >= header.sizes()[a]) {
                    throw outside(at_um);
                }
                voxel = voxel * header.sizes()[a] + i;
            }
            for (long skip = voxel * header.components(); skip > 0; skip--) {
                reader.next();
            }
            var row = new double[header.components()];
            Arrays.setAll(row, _ -> reader.next());
            return row;
        }
    }

    private Problem outside(double[] at_um) {
        var place = String.format(Locale.ROOT, "%.1f, %.1f, %.1f um", at_um[0], at_um[1], at_um[2]);
        return new Problem(
                Kind.INVALID,
                "PLACE_OUTSIDE_FIELDS",
                "The place %s lies outside the region of %s.".formatted(place, folder),
                "Name a place within it, in the atlas's own um; fields.png shows where it is.",
                Map.of("place", place, "folder", folder.toString()));
    }
}
