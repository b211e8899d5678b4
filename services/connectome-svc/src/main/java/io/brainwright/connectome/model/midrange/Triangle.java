package io.brainwright.connectome.model.midrange;

/**
 * Three places on the flat map that carry coordinates: a place in one triangle has its image where another triangle has the same ones.
 *
 * <pre>{@code
 *   p = a A + b B + c C,   a + b + c = 1
 * }</pre>
 *
 * @param ax_um first corner, u
 * @param ay_um first corner, v
 * @param bx_um second corner, u
 * @param by_um second corner, v
 * @param cx_um third corner, u
 * @param cy_um third corner, v
 */
public record Triangle(double ax_um, double ay_um, double bx_um, double by_um, double cx_um, double cy_um) {
    public Triangle {
        assert area(ax_um, ay_um, bx_um, by_um, cx_um, cy_um) != 0 : "three corners on a line";
    }

    /** Writes the barycentric coordinates of a place; outside the triangle one of them is negative. */
    public void coordinates(double u_um, double v_um, double[] abc) {
        double all = area(ax_um, ay_um, bx_um, by_um, cx_um, cy_um);
        abc[0] = area(u_um, v_um, bx_um, by_um, cx_um, cy_um) / all;
        abc[1] = area(ax_um, ay_um, u_um, v_um, cx_um, cy_um) / all;
        abc[2] = 1 - abc[0] - abc[1];
    }

    /** Writes the place of barycentric coordinates. */
    public void place(double[] abc, double[] uv_um) {
        uv_um[0] = abc[0] * ax_um + abc[1] * bx_um + abc[2] * cx_um;
        uv_um[1] = abc[0] * ay_um + abc[1] * by_um + abc[2] * cy_um;
    }

    /** Writes the image of a place of this triangle in another. */
    public void map(Triangle to, double u_um, double v_um, double[] uv_um) {
        double[] abc = new double[3];
        coordinates(u_um, v_um, abc);
        to.place(abc, uv_um);
    }

    /** Twice the signed area. */
    private static double area(double ax, double ay, double bx, double by, double cx, double cy) {
        return (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    }
}
