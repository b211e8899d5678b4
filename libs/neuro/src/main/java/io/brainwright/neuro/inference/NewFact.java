package io.brainwright.neuro.inference;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A value of the scientist's own for one quantity: {@code SSp VIP+ = 2300 +- 200}.
 *
 * @param quantity name in the web
 * @param value in the quantity's unit
 * @param sd standard deviation in the same unit
 */
public record NewFact(String quantity, double value, double sd) {
    private static final Pattern FORM =
            Pattern.compile("(.+?)\\s*=\\s*([0-9.eE+-]*?[0-9.])\\s*(?:\\+-|\\+/-|±)\\s*([0-9.eE+-]+)");

    /**
     * Reads one.
     *
     * @throws Problem INVALID where the text has another form, or a number is not positive
     */
    public static NewFact read(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw wrong(text, "has the form 'QUANTITY = VALUE +- SD', e.g. 'SSp VIP+ = 2300 +- 200'.");
        }
        try {
            double value = Double.parseDouble(form.group(2));
            double sd = Double.parseDouble(form.group(3));
            if (!(value > 0 && sd > 0 && Double.isFinite(value) && Double.isFinite(sd))) {
                throw wrong(text, "needs a value and a spread above 0.");
            }
            return new NewFact(form.group(1), value, sd);
        } catch (NumberFormatException notANumber) {
            throw wrong(text, "needs two numbers, a value and its spread.");
        }
    }

    private static Problem wrong(String text, String right) {
        return Problem.invalid("'%s' is no fact.".formatted(text), List.of(new FieldFault("--fact", right)));
    }

    /** As a relation of a web. */
    public Relation in(Web web) {
        double relative = sd / value;
        return Relation.measured(
                quantity,
                Expression.of(web.quantity(quantity)),
                value,
                Math.sqrt(StrictMath.log1p(relative * relative)),
                "",
                "yours");
    }
}
