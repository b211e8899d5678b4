package io.brainwright.neuro.atlas;

/**
 * The sphere laid flat without changing areas, from the apex +y: Lambert's azimuthal equal-area projection.
 *
 * <pre>{@code
 *   (u, v) = r sqrt(2 / (1 + dy)) (dx, dz)          d a unit vector, r the radius of the mapped sphere
 *   dy = 1 - q / 2,  (dx, dz) = sqrt(1 - q / 4) (u, v) / r,  q = (u² + v²) / r²
 * }</pre>
 *
 * @param radius_um r
 * @see <a href="https://doi.org/10.3133/pp1395">Snyder 1987, Map projections: a working manual, USGS PP 1395, ch. 24</a>
 */
record FlatMap(double radius_um) {
    /** Writes u and v of a direction; the direction must not be -y. */
    void flatten(double dx, double dy, double dz, double[] uv) {
        double scale = radius_um * Math.sqrt(2 / (1 + dy));
        uv[0] = scale * dx;
        uv[1] = scale * dz;
    }

    /** Writes the direction of a place on the map. */
    void direction(double u_um, double v_um, double[] direction) {
        double q = (u_um * u_um + v_um * v_um) / (radius_um * radius_um);
        double scale = Math.sqrt(1 - q / 4) / radius_um;
        direction[0] = u_um * scale;
        direction[1] = 1 - q / 2;
        direction[2] = v_um * scale;
    }
}
