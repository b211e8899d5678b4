package io.brainwright.neuro.atlas.nrrd;

import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a header, and what they mean together. */
final class NrrdHeaderText {
    private final Path file;
    private final Map<String, String> fields = new HashMap<>();

    NrrdHeaderText(Path file, List<String> lines) {
        this.file = file;
        for (int l = 1; l < lines.size(); l++) {
            var line = lines.get(l);
            int colon = line.indexOf(": ");
            if (line.startsWith("#") || line.contains(":=")) {
                continue; // a comment, or a note of the writer's own
            }
            if (colon < 0) {
                throw fault("header line " + (l + 1), "'" + line + "'", "'field: value'");
            }
            var twin = fields.put(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 2).strip());
            if (twin != null) {
                throw fault("header line " + (l + 1), "'" + line + "' after '" + twin + "'", "each field once");
            }
        }
    }

    NrrdHeader header() {
        var typeName = need("type");
        var type = NrrdType.of(typeName);
        if (type == null) {
            throw fault("field 'type'", "'" + typeName + "'", "uint8 to int64, float, double");
        }
        int[] sizes = sizes();
        @Nullable double[] spacing = spacing(sizes.length);
        int space = (int) Arrays.stream(spacing).filter(s -> !Double.isNaN(s)).count();
        int lead = sizes.length - space;
        int components = 1;
        for (int a = 0; a < lead; a++) {
            if (!Double.isNaN(spacing[a])) {
                throw fault(
                        "field 'space directions'", "a component axis after an axis of space", "component axes first");
            }
            components = Math.multiplyExact(components, sizes[a]);
        }
        return new NrrdHeader(
                type,
                components,
                Arrays.copyOfRange(sizes, lead, sizes.length),
                Arrays.copyOfRange(spacing, lead, sizes.length),
                origin(space),
                isLittleEndian(type),
                isGzip());
    }

    @Nullable
    String get(String field) {
        return fields.get(field);
    }

    private int[] sizes() {
        var words = need("sizes").split("\\s+", -1);
        int dimension = (int) number("field 'dimension'", need("dimension"));
        int[] sizes = new int[words.length];
        double product = 1;
        for (int a = 0; a < sizes.length; a++) {
            double size = number("field 'sizes'", words[a]);
            if (size < 1 || size != Math.rint(size) || size > Integer.MAX_VALUE) {
                throw fault("field 'sizes'", words[a], "whole numbers from 1");
            }
            sizes[a] = (int) size;
            product *= size;
        }
        if (sizes.length != dimension) {
            throw fault("field 'sizes'", sizes.length + " numbers", dimension + ", the value of 'dimension'");
        }
        if (product > 1e12) {
            throw fault("field 'sizes'", "%.3g values".formatted(product), "up to 1e12");
        }
        return sizes;
    }

    /** Spacing of each axis in um; NaN for an axis of components. */
    private double[] spacing(int dimension) {
        var directions = fields.get("space directions");
        double[] spacing = new double[dimension];
        if (directions == null) {
            var spacings = fields.get("spacings");
            if (spacings == null) {
                throw fault("header", "neither 'space directions' nor 'spacings'", "the size of a voxel in um");
            }
            var words = spacings.split("\\s+", -1);
            count("spacings", words.length, dimension);
            for (int a = 0; a < dimension; a++) {
                spacing[a] = words[a].equalsIgnoreCase("nan")
                        ? Double.NaN
                        : positive("spacings", number("field 'spacings'", words[a]));
            }
            return spacing;
        }
        var vectors = vectors(directions);
        count("space directions", vectors.size(), dimension);
        int axis = 0;
        for (int a = 0; a < dimension; a++) {
            double[] v = vectors.get(a);
            spacing[a] = v.length == 0 ? Double.NaN : along(v, axis++);
        }
        return spacing;
    }

    private double along(double[] vector, int axis) {
        for (int c = 0; c < vector.length; c++) {
            if (c != axis && vector[c] != 0) {
                throw fault("field 'space directions'", Arrays.toString(vector), "axes along x, y and z in this order");
            }
        }
        return axis < vector.length ? positive("space directions", vector[axis]) : positive("space directions", 0);
    }

    private double positive(String field, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw fault("field '" + field + "'", String.valueOf(value), "voxel edges of more than 0 um");
        }
        return value;
    }

    private List<double[]> vectors(String text) {
        var vectors = new ArrayList<double[]>();
        for (var part : text.replaceAll("\\s*,\\s*", ",").split("\\s+", -1)) {
            if (part.equalsIgnoreCase("none")) {
                vectors.add(new double[0]);
            } else if (part.startsWith("(") && part.endsWith(")")) {
                vectors.add(Arrays.stream(part.substring(1, part.length() - 1).split(",", -1))
                        .mapToDouble(w -> number("a vector of the header", w))
                        .toArray());
            } else {
                throw fault("a vector of the header", "'" + part + "'", "none or (x,y,z)");
            }
        }
        return vectors;
    }

    private double[] origin(int space) {
        var text = fields.get("space origin");
        double[] origin = text == null ? new double[space] : vectors(text).getFirst();
        count("space origin", origin.length, space);
        return origin;
    }

    private boolean isLittleEndian(NrrdType type) {
        var endian = fields.get("endian");
        if (endian == null && type.bytes() > 1) {
            throw fault("header", "no field 'endian'", "little or big");
        }
        if (endian != null && !endian.equals("little") && !endian.equals("big")) {
            throw fault("field 'endian'", "'" + endian + "'", "little or big");
        }
        return !"big".equals(endian);
    }

    private boolean isGzip() {
        var encoding = need("encoding").toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "raw" -> false;
            case "gzip", "gz" -> true;
            default -> throw fault("field 'encoding'", "'" + encoding + "'", "raw or gzip");
        };
    }

    private void count(String field, int found, int allowed) {
        if (found != allowed) {
            throw fault("field '" + field + "'", found + " entries", String.valueOf(allowed));
        }
    }

    private String need(String field) {
        var value = fields.get(field);
        if (value == null) {
            throw fault("header", "no field '" + field + "'", "type, dimension, sizes, encoding, space directions");
        }
        return value;
    }

    private double number(String where, String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException broken) {
            throw fault(where, "'" + word + "'", "a number");
        }
    }

    private Problem fault(String where, String found, String allowed) {
        return NrrdFault.of(file, where, found, allowed);
    }
}
