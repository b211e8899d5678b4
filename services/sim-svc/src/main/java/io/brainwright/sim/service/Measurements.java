package io.brainwright.sim.service;

import io.brainwright.proto.fabric.v1.Measured;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.brainwright.proto.fabric.v1.Series;
import io.brainwright.sim.model.analysis.Sample;

/** Puts numbers and curves into the answer; NaN is an absent value. */
final class Measurements {
    private final MeasuredResponse.Builder answer;

    Measurements(MeasuredResponse.Builder answer) {
        this.answer = answer;
    }

    void sample(String metric, String group, Sample sample, String unit, String over) {
        var m = measured(metric, group, sample.mean(), unit, sample.n());
        if (!Double.isNaN(sample.sd())) {
            m.setSd(sample.sd()).setOver(over);
        }
        answer.addMeasures(m);
    }

    void value(String metric, String group, double value, String unit, long n) {
        answer.addMeasures(measured(metric, group, value, unit, n));
    }

    private static Measured.Builder measured(String metric, String group, double value, String unit, long n) {
        var m = Measured.newBuilder()
                .setMetric(metric)
                .setGroup(group)
                .setUnit(unit)
                .setN(n);
        return Double.isNaN(value) ? m : m.setValue(value);
    }

    Series.Builder series(String metric, String group, String x, String y) {
        return answer.addSeriesBuilder()
                .setMetric(metric)
                .setGroup(group)
                .setXLabel(x)
                .setYLabel(y);
    }

    void note(String words) {
        answer.addNotes(words);
    }
}
