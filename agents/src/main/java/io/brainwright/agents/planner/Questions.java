package io.brainwright.agents.planner;

import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.text.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words faults that frames noted as "kind:what", in the scientist's language. */
final class Questions {
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:[.,]\\d+)?");

    private final Utterance u;
    private final Language language;

    Questions(Utterance utterance) {
        this.u = utterance;
        this.language = utterance.language();
    }

    /** The same faults in words. */
    List<FieldFault> worded(List<FieldFault> faults) {
        return faults.stream().map(f -> worded(f, List.of())).toList();
    }

    FieldFault worded(FieldFault fault, List<String> suggestions) {
        int colon = fault.fault().indexOf(':');
        var kind = colon < 0 ? "" : fault.fault().substring(0, colon);
        var what = fault.fault().substring(colon + 1);
        var text = switch (kind) {
            case "unknown" -> Replies.say(language, "ask.unknown_region", what, String.join(", ", suggestions));
            case "no_layer" -> Replies.say(language, "ask.layer", what);
            case "fahrenheit" -> fahrenheit(what);
            case "number" -> Replies.say(language, "ask.number", (Object[]) what.split("\\|", 2));
            case "limit" -> limit(what.split("\\|", 3));
            case "too_wide", "too_many", "late_stimulus", "no_current", "unbuilt_layer" ->
                Replies.say(language, "ask." + kind, (Object[]) what.split("\\|", 3));
            case "concentration" -> Replies.say(language, "ask.concentration", what);
            case "no_plastic", "plastic_release" -> Replies.say(language, "ask." + kind);
            case "agonist", "no_block" -> Replies.say(language, "ask." + kind, (Object[]) what.split("\\|", 2));
            case "wrong_unit" -> Replies.say(language, "ask.wrong_unit", (Object[]) what.split("\\|", 4));
            case "unit" -> Replies.say(language, "ask.unit", (Object[]) what.split("\\|", 5));
            default -> fault.fault();
        };
        return new FieldFault(fault.field(), text);
    }

    private String limit(String[] said) {
        var words = Replies.find(language, "limit." + said[0].replaceAll("stimuli\\.\\d+", "stimuli.0"));
        return Replies.say(language, "ask.limit", said[0], said[1], words.orElse(said[2]));
    }

    private String fahrenheit(String said) {
        var m = NUMBER.matcher(said);
        var number = m.find() ? m.group().replace(',', '.') : "0";
        double celsius = (new BigDecimal(number).doubleValue() - 32) * 5 / 9;
        return Replies.say(language, "ask.temperature", said, String.format(Locale.ROOT, "%.1f", celsius), number);
    }

    Proposal.Question ask(List<FieldFault> faults, List<String> suggestions, String understood) {
        var worded = new ArrayList<FieldFault>();
        faults.forEach(f -> worded.add(worded(f, suggestions)));
        var lines = String.join(
                " ", worded.stream().map(FieldFault::fault).distinct().toList());
        var text = lines + (understood.isBlank() ? "" : "\n" + Replies.say(language, "read_as", understood));
        assert !u.text().isBlank();
        return new Proposal.Question(text, understood, worded, suggestions);
    }
}
