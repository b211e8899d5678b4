package io.brainwright.render.model.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnit;
import org.jfree.chart.axis.TickUnitSource;

/** Steps of 1, 2 or 5 times a power of ten, with labels that are the same in every country. */
final class RoundTicks implements TickUnitSource {
    private static final double[] FACTORS = {1, 2, 5, 10};
    private static final double HAIR = 1 + 1e-9;

    @Override
    public TickUnit getLargerTickUnit(TickUnit unit) {
        return getCeilingTickUnit(unit.getSize() * 1.5);
    }

    @Override
    public TickUnit getCeilingTickUnit(TickUnit unit) {
        return getCeilingTickUnit(unit.getSize());
    }

    @Override
    public TickUnit getCeilingTickUnit(double size) {
        int power = (int) StrictMath.floor(StrictMath.log10(size));
        for (double factor : FACTORS) {
            double step = new BigDecimal(factor).scaleByPowerOfTen(power).doubleValue();
            if (step * HAIR >= size) {
                return new Step(step, factor == 10 ? power + 1 : power);
            }
        }
        throw new AssertionError(size);
    }

    /** A value without needless digits, with a minus as wide as a digit. */
    static String label(double value, int power) {
        return plain(value, power).replace('-', '−');
    }

    private static String plain(double value, int power) {
        if (power < -4 || power > 5) {
            var rounded = new BigDecimal(value)
                    .setScale(-power, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros();
            int exponent = rounded.precision() - rounded.scale() - 1;
            return rounded.signum() == 0
                    ? "0"
                    : rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
        }
        return new BigDecimal(value)
                .setScale(Math.max(0, -power), RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    @SuppressWarnings("serial") // never serialized
    private static final class Step extends NumberTickUnit {
        private final int power;

        Step(double step, int power) {
            super(step);
            this.power = power;
        }

        @Override
        public String valueToString(double value) {
            return label(value, power);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Step step && step.getSize() == getSize();
        }

        @Override
        public int hashCode() {
            return Double.hashCode(getSize());
        }
    }
}
