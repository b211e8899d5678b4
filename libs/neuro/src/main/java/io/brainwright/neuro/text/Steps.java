package io.brainwright.neuro.text;

import io.brainwright.neuro.units.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The values of "from a to b in steps of c", both ends included where the steps meet them; decimal arithmetic. */
final class Steps {
    /** More values than any sweep runs; a text that says more is kept as a range with its step. */
    private static final int MOST = 10_000;

    private Steps() {}

    static List<Double> between(List<QuantityMention.Part> ends, Quantity step) {
        var unit = ends.getFirst().quantity().unit();
        var from = scaled(ends.getFirst().quantity());
        var to = scaled(ends.getLast().quantity());
        var width = scaled(step).abs();
        var length = to.subtract(from).abs();
        if (width.signum() == 0 || length.compareTo(width.multiply(BigDecimal.valueOf(MOST))) > 0) {
            return ends.stream().map(end -> end.quantity().canonical()).toList();
        }
        var direction = from.compareTo(to) > 0 ? width.negate() : width;
        var values = new ArrayList<Double>();
        for (var at = BigDecimal.ZERO; at.abs().compareTo(length) <= 0; at = at.add(direction)) {
            values.add(from.add(at).add(unit.zero()).doubleValue());
        }
        return values;
    }

    private static BigDecimal scaled(Quantity quantity) {
        return quantity.value().multiply(quantity.unit().factor());
    }
}
