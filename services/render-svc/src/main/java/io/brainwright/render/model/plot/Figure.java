package io.brainwright.render.model.plot;

import java.util.List;

/**
 * Numbers and what is said of them.
 *
 * @param drawing how they are drawn
 * @param title empty: none
 * @param caption stands below: what the numbers are, of how many, from what; empty: none
 * @param xLabel label of the axis, with its unit in SI spelling: "time (ms)"
 * @param yLabel the same of the other
 * @param zLabel label of the shades of a matrix; empty for all else
 * @param curves at least one
 * @param marks_ms times of the stimulus, on the x axis
 * @param yDown whether y grows downwards, as depth does
 * @param beside what the curves are set beside, dashed, the k-th in the colour of the k-th curve
 * @param bands of the y axis
 */
public record Figure(
        Drawing drawing,
        String title,
        String caption,
        String xLabel,
        String yLabel,
        String zLabel,
        List<Curve> curves,
        List<Double> marks_ms,
        boolean yDown,
        List<Curve> beside,
        List<Band> bands) {
    public Figure {
        curves = List.copyOf(curves);
        marks_ms = List.copyOf(marks_ms);
        beside = List.copyOf(beside);
        bands = List.copyOf(bands);
        assert !curves.isEmpty();
    }

    /** Curves by themselves. */
    public Figure(
            Drawing drawing,
            String title,
            String caption,
            String xLabel,
            String yLabel,
            String zLabel,
            List<Curve> curves,
            List<Double> marks_ms,
            boolean yDown) {
        this(drawing, title, caption, xLabel, yLabel, zLabel, curves, marks_ms, yDown, List.of(), List.of());
    }
}
