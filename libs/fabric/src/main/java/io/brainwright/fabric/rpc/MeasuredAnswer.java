package io.brainwright.fabric.rpc;

import io.brainwright.neuro.statistics.Moments;
import io.brainwright.proto.fabric.v1.Measured;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.brainwright.proto.fabric.v1.Series;

/** Collects the numbers, curves and words that answer one query. A number that is not finite is left out of its measure. */
public final class MeasuredAnswer {
    private final MeasuredResponse.Builder response = MeasuredResponse.newBuilder();

    /** One number that does not scatter: a count, a share, a ratio. */
    public void number(String metric, String group, double value, String unit, long n) {
        var measured = Measured.newBuilder()
                .setMetric(metric)
                .setGroup(group)
                .setUnit(unit)
                .setN(n);
        if (Double.isFinite(value)) {
            measured.setValue(value);
        }
        response.addMeasures(measured);
    }

    /**
     * The mean of observations with their spread.
     *
     * @param over what they are: "cells", "pairs"
     */
    public void mean(String metric, String group, Moments moments, String unit, String over) {
        var measured = Measured.newBuilder()
                .setMetric(metric)
                .setGroup(group)
                .setUnit(unit)
                .setOver(over)
                .setN(moments.n());
        if (Double.isFinite(moments.mean())) {
            measured.setValue(moments.mean());
        }
        if (Double.isFinite(moments.sd())) {
            measured.setSd(moments.sd());
        }
        response.addMeasures(measured);
    }

    /** A curve to fill with points. */
    public Series.Builder curve(String metric, String group, String xLabel, String yLabel) {
        return response.addSeriesBuilder()
                .setMetric(metric)
                .setGroup(group)
                .setXLabel(xLabel)
                .setYLabel(yLabel);
    }

    /** A definition, or why something could not be measured. */
    public void note(String words) {
        response.addNotes(words);
    }

    public MeasuredResponse response() {
        return response.build();
    }
}
