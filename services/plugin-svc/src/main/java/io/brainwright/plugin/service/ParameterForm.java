package io.brainwright.plugin.service;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.proto.stage.v1.Action;
import io.brainwright.proto.stage.v1.NamedValue;
import io.brainwright.proto.stage.v1.Parameter;
import io.brainwright.proto.stage.v1.ParameterType;
import io.brainwright.proto.stage.v1.ParameterValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which values a parameter takes. */
final class ParameterForm {
    private static final double LARGEST_WHOLE = 0x1p53 - 1;

    private ParameterForm() {}

    /** What is wrong with a value; empty where nothing is. */
    static String fault(Parameter p, ParameterValue value) {
        return switch (p.getType()) {
            case PARAMETER_TYPE_NUMBER -> value.hasNumber() ? bounds(p, value.getNumber()) : "is no number";
            case PARAMETER_TYPE_INTEGER ->
                value.hasInteger() && Math.abs(value.getInteger()) <= LARGEST_WHOLE
                        ? bounds(p, value.getInteger())
                        : "is no whole number";
            case PARAMETER_TYPE_TEXT ->
                !value.hasText()
                        ? "is no text"
                        : p.getValuesCount() == 0 || p.getValuesList().contains(value.getText())
                                ? ""
                                : "is '%s'; one of %s".formatted(value.getText(), String.join(", ", p.getValuesList()));
            case PARAMETER_TYPE_FLAG -> value.hasFlag() ? "" : "is neither true nor false";
            case PARAMETER_TYPE_UNSPECIFIED, UNRECOGNIZED -> "has no type";
        };
    }

    private static String bounds(Parameter p, double x) {
        boolean fits = Double.isFinite(x) && !(p.hasMin() && x < p.getMin()) && !(p.hasMax() && x > p.getMax());
        var unit = p.getUnit().equals("1") ? "" : " " + p.getUnit();
        return fits
                ? ""
                : "is %s%s; allowed: %s to %s"
                        .formatted(
                                plain(x),
                                unit,
                                p.hasMin() ? plain(p.getMin()) : "any",
                                p.hasMax() ? plain(p.getMax()) : "any");
    }

    /** A number without a needless fraction. */
    static String plain(double x) {
        return x == Math.rint(x) && Math.abs(x) <= LARGEST_WHOLE ? String.valueOf((long) x) : String.valueOf(x);
    }

    /** Every parameter of an action with the value given or its default, sorted by name; -0 is 0, whole numbers fit real ones. */
    static List<NamedValue> complete(Action action, List<NamedValue> given, List<FieldFault> faults) {
        Map<String, ParameterValue> asked = new HashMap<>();
        given.forEach(v -> asked.put(v.getName(), v.getValue()));
        var complete = new ArrayList<NamedValue>();
        action.getParametersList().stream()
                .sorted(java.util.Comparator.comparing(Parameter::getName))
                .forEach(p -> {
                    var value = asked.remove(p.getName());
                    if (value == null && !p.hasDefaultValue()) {
                        faults.add(new FieldFault(p.getName(), "is missing; it has no default. " + p.getMeaning()));
                        return;
                    }
                    var settled = value == null ? p.getDefaultValue() : settled(p, value);
                    var fault = fault(p, settled);
                    if (!fault.isEmpty()) {
                        faults.add(new FieldFault(p.getName(), fault + "."));
                    }
                    complete.add(NamedValue.newBuilder()
                            .setName(p.getName())
                            .setValue(settled)
                            .build());
                });
        asked.keySet()
                .forEach(name -> faults.add(new FieldFault(
                        name,
                        "is no parameter of '%s'; one of %s."
                                .formatted(
                                        action.getName(),
                                        String.join(
                                                ", ",
                                                action.getParametersList().stream()
                                                        .map(Parameter::getName)
                                                        .toList())))));
        return complete;
    }

    private static ParameterValue settled(Parameter p, ParameterValue value) {
        if (p.getType() == ParameterType.PARAMETER_TYPE_NUMBER) {
            double x = value.hasInteger() ? value.getInteger() : value.getNumber();
            boolean number = value.hasInteger() || value.hasNumber();
            return number
                    ? ParameterValue.newBuilder().setNumber(x == 0 ? 0.0 : x).build()
                    : value;
        }
        boolean whole = p.getType() == ParameterType.PARAMETER_TYPE_INTEGER
                && value.hasNumber()
                && value.getNumber() == Math.rint(value.getNumber())
                && Math.abs(value.getNumber()) <= LARGEST_WHOLE;
        return whole
                ? ParameterValue.newBuilder()
                        .setInteger((long) value.getNumber())
                        .build()
                : value;
    }
}
