package io.brainwright.neuro.atlas.nrrd;

import java.util.Arrays;

/**
 * What a volume is: values of a type on a lattice whose axes run along x, y and z.
 *
 * @param type type of the values
 * @param components values per voxel (3 for a vector, 4 for a quaternion); they stand together in the file
 * @param sizes voxels along each axis of space, fastest first
 * @param spacing_um distance of voxel centres along each axis
 * @param origin_um as the file gives it: lower corner of the first voxel, as voxcell and the atlas tools read it
 * @param isLittleEndian byte order
 * @param isGzip whether the values are compressed
 */
public record NrrdHeader(
        NrrdType type,
        int components,
        int[] sizes,
        double[] spacing_um,
        double[] origin_um,
        boolean isLittleEndian,
        boolean isGzip) {
    /** Number of voxels. */
    public long voxels() {
        return Arrays.stream(sizes).asLongStream().reduce(1, Math::multiplyExact);
    }

    /** The header of another volume on the same lattice, compressed, little-endian. */
    public NrrdHeader with(NrrdType other, int otherComponents) {
        return new NrrdHeader(other, otherComponents, sizes, spacing_um, origin_um, true, true);
    }

    /** The header's text, up to and with the empty line. */
    String text() {
        boolean vector = components > 1;
        var text = new StringBuilder("NRRD0004\n");
        text.append("type: ").append(type.spelling()).append('\n');
        text.append("dimension: ").append(sizes.length + (vector ? 1 : 0)).append('\n');
        text.append("space dimension: ").append(sizes.length).append('\n');
        text.append("sizes:").append(vector ? " " + components : "");
        Arrays.stream(sizes).forEach(n -> text.append(' ').append(n));
        text.append("\nspace directions:").append(vector ? " none" : "");
        for (int a = 0; a < sizes.length; a++) {
            double[] axis = new double[sizes.length];
            axis[a] = spacing_um[a];
            text.append(' ').append(tuple(axis));
        }
        text.append("\nkinds:").append(vector ? (components == 4 ? " quaternion" : " vector") : "");
        text.append(" domain".repeat(sizes.length));
        text.append("\nendian: ").append(isLittleEndian ? "little" : "big");
        text.append("\nencoding: ").append(isGzip ? "gzip" : "raw");
        text.append("\nspace origin: ").append(tuple(origin_um)).append("\n\n");
        return text.toString();
    }

    private static String tuple(double[] values) {
        return Arrays.toString(values).replace('[', '(').replace(']', ')').replace(" ", "");
    }
}
