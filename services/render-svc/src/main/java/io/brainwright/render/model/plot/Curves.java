package io.brainwright.render.model.plot;

import java.util.List;
import org.jfree.data.xy.AbstractXYDataset;

/** Curves as the chart library reads them. */
@SuppressWarnings("serial") // never serialized
final class Curves extends AbstractXYDataset {
    private final transient List<Curve> curves;

    Curves(List<Curve> curves) {
        this.curves = curves;
    }

    @Override
    public int getSeriesCount() {
        return curves.size();
    }

    /** The place, not the name: two curves may bear one name. */
    @Override
    public Comparable<Integer> getSeriesKey(int series) {
        return series;
    }

    @Override
    public int getItemCount(int series) {
        return curves.get(series).x().length;
    }

    @Override
    public double getXValue(int series, int item) {
        return curves.get(series).x()[item];
    }

    @Override
    public double getYValue(int series, int item) {
        return curves.get(series).y()[item];
    }

    @Override
    public Number getX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public Number getY(int series, int item) {
        return getYValue(series, item);
    }
}
