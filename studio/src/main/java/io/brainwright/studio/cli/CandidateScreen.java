package io.brainwright.studio.cli;

import io.brainwright.proto.library.v1.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A candidate as lines on the screen. */
final class CandidateScreen {
    private CandidateScreen() {}

    static String lines(Candidate c) {
        return String.format(
                Locale.ROOT,
                "%s  %s = %s  [%s]%s%n    %s%n    \"%s\"%n    %s, passage %d; sure %.2f%s",
                c.getId(),
                c.getParameter(),
                number(c),
                c.getStatus(),
                c.getPath().isEmpty() ? "" : " at " + c.getPath(),
                of(c),
                c.getQuote().getText(),
                c.getSource(),
                c.getQuote().getPassage(),
                c.getConfidence(),
                c.getNotesCount() == 0 ? "" : "; " + String.join("; ", c.getNotesList()));
    }

    private static String number(Candidate c) {
        var text = new StringBuilder(c.getApproximate() ? "about " : "");
        text.append(c.hasValue() ? plain(c.getValue()) : "");
        if (c.hasSpread()) {
            text.append(" ± ")
                    .append(plain(c.getSpread()))
                    .append(" (")
                    .append(c.getSpreadKind())
                    .append(')');
        } else if (c.hasLow()) {
            text.append(c.hasValue() ? " " : "")
                    .append('(')
                    .append(c.getSpreadKind())
                    .append(' ')
                    .append(plain(c.getLow()))
                    .append(" to ")
                    .append(plain(c.getHigh()))
                    .append(')');
        }
        text.append(c.getUnit().equals("1") ? "" : " " + c.getUnit());
        return text.append(c.hasN() ? ", n = " + c.getN() : "").toString();
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf((float) value);
    }

    private static String of(Candidate c) {
        var words = new ArrayList<>(List.of(
                c.getSpecies(),
                c.getAge(),
                c.getRegion(),
                c.getLayer().isEmpty() ? "" : "layer " + c.getLayer(),
                c.getCellType(),
                c.getPre().isEmpty() && c.getPost().isEmpty() ? "" : c.getPre() + " to " + c.getPost(),
                c.getCompartment(),
                c.getReceptor(),
                c.getCondition(),
                c.getCitedFrom().isEmpty() ? "" : "cited from " + c.getCitedFrom()));
        words.removeIf(String::isBlank);
        return words.isEmpty() ? "of whom is not said" : String.join(", ", words);
    }
}
