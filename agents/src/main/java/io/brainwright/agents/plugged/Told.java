package io.brainwright.agents.plugged;

import io.brainwright.agents.plan.PluggedAction;
import io.brainwright.proto.plugin.v1.PluggedStage;
import io.brainwright.proto.plugin.v1.StageState;
import io.brainwright.proto.stage.v1.Action;
import io.brainwright.proto.stage.v1.InputKind;
import io.brainwright.proto.stage.v1.Parameter;
import io.brainwright.proto.stage.v1.ParameterValue;
import io.brainwright.proto.stage.v1.Phrases;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A plug-in's own description as the vocabulary has it. */
final class Told {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Told() {}

    /** Its actions; none of one that was never heard of. */
    static List<PluggedAction> actions(PluggedStage stage) {
        var name = stage.getDescription().getName();
        var away = stage.getState() == StageState.STAGE_STATE_READY
                ? ""
                : "%s: %s".formatted(stage.getAddress(), stage.getWhy());
        return stage.getDescription().getActionsList().stream()
                .map(action -> action(name, away, action))
                .toList();
    }

    private static PluggedAction action(String stage, String away, Action a) {
        return new PluggedAction(
                stage,
                stage + "." + a.getName(),
                a.getMeaning(),
                words(a.getWordsList()),
                a.getParametersList().stream().map(Told::parameter).toList(),
                a.getInputsList().stream().map(InputKind::getKind).toList(),
                a.getMakes(),
                away);
    }

    private static PluggedAction.Parameter parameter(Parameter p) {
        return new PluggedAction.Parameter(
                p.getName(),
                switch (p.getType()) {
                    case PARAMETER_TYPE_NUMBER -> "number";
                    case PARAMETER_TYPE_INTEGER -> "integer";
                    case PARAMETER_TYPE_FLAG -> "boolean";
                    case PARAMETER_TYPE_TEXT, PARAMETER_TYPE_UNSPECIFIED, UNRECOGNIZED -> "text";
                },
                p.getMeaning(),
                p.getUnit(),
                p.hasMin() ? p.getMin() : Double.NEGATIVE_INFINITY,
                p.hasMax() ? p.getMax() : Double.POSITIVE_INFINITY,
                p.getValuesList(),
                p.hasDefaultValue() ? value(p.getDefaultValue()) : null,
                p.getSource(),
                words(p.getWordsList()));
    }

    private static @Nullable JsonNode value(ParameterValue v) {
        return switch (v.getValueCase()) {
            case NUMBER -> number(v.getNumber());
            case INTEGER -> JSON.numberNode(v.getInteger());
            case TEXT -> JSON.stringNode(v.getText());
            case FLAG -> JSON.booleanNode(v.getFlag());
            case VALUE_NOT_SET -> null;
        };
    }

    /** Whole numbers are written without a fraction. */
    private static JsonNode number(double x) {
        return x == Math.rint(x) && Math.abs(x) < 9e15 ? JSON.numberNode((long) x) : JSON.numberNode(x);
    }

    private static Map<String, List<String>> words(List<Phrases> phrases) {
        return phrases.stream()
                .collect(Collectors.toMap(Phrases::getLanguage, p -> List.copyOf(p.getPhrasesList()), (a, _) -> a));
    }
}
