package io.brainwright.agents.library;

import io.brainwright.proto.library.v1.Candidate;
import java.util.List;
import java.util.stream.Stream;

/** Candidates in words: value with its spread, of whom, and the sentence that it stands in with its source. */
final class CandidateLines {
    private CandidateLines() {}

    static List<String> of(List<Candidate> candidates) {
        return candidates.stream().map(CandidateLines::line).toList();
    }

    private static String line(Candidate c) {
        var whose = Stream.of(c.getSpecies(), c.getRegion(), c.getLayer(), c.getCellType(), c.getPre(), c.getPost())
                .filter(w -> !w.isBlank())
                .toList();
        var value = c.hasValue() ? number(c.getValue()) : number(c.getLow()) + " to " + number(c.getHigh());
        var spread = c.hasSpread() ? " (%s %s)".formatted(c.getSpreadKind(), number(c.getSpread())) : "";
        return "%s: %s%s%s%s. \"%s\" (%s)"
                .formatted(
                        c.getParameter(),
                        value,
                        spread,
                        c.getUnit().equals("1") ? "" : " " + c.getUnit(),
                        whose.isEmpty() ? "" : ", " + String.join(", ", whose),
                        c.getQuote().getText(),
                        c.getSource());
    }

    private static String number(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
