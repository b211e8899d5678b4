package io.brainwright.library.model.extraction;

import static io.brainwright.library.model.extraction.passage.Patterns.anywhere;

import io.brainwright.library.model.extraction.passage.Patterns;
import io.brainwright.library.model.extraction.passage.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose value a number is: the paper's own, or one that it cites. */
final class Citations {
    private static final String NAME = "\\p{Lu}[\\p{L}'’-]+";
    private static final String WHO =
            NAME + "(?:,? (?:et al\\.?|(?:and|&|und|et|y) (?:colleagues|co-?workers|coworkers|" + NAME + ")))?";
    private static final String YEAR = "((?:19|20)\\d\\d)[a-z]?";
    private static final Pattern BRACKETED =
            Pattern.compile("[(\\[;] ?(?:see |e\\.g\\.,? |reviewed in |data from |from |after )*(" + WHO + "),? " + YEAR
                    + "(?=[,;)\\] ])");
    private static final Pattern IN_TEXT = Pattern.compile("(" + WHO + "),? [(\\[]" + YEAR + "[)\\]]");
    private static final Pattern NUMBERED = Pattern.compile("\\[\\d{1,3}(?:[,–-] ?\\d{1,3})*\\]");
    private static final Pattern OWN = Patterns.words(
            "we|our|here|this study|present study|this work|nous|notre|wir|unsere?r?|nosotros|nuestr[oa]s?");
    private static final Pattern LIKENED = Patterns.words(
            "consistent with|in (?:good |close |excellent )?(?:agreement|line|accordance) with|similar to|comparable (?:to|with)|like (?:those|that|the)|as (?:in|described|reported|shown|previously)|(?:in )?contrast to|unlike|compared (?:to|with)|cf|see|close to|agrees? with|than (?:the|that|those)");
    private static final Pattern REPORTED = Patterns.words(
            "reported|previously|has been|have been|had been|according to|literature|taken (?:as|to be|from)|published|earlier (?:work|studies|reports)|known|estimated by|measured by|found by|obtained by|did not measure|not measured here|others");
    private static final Pattern NOT_MEASURED = anywhere(
            "(?:did not|didn't|not) (?:ourselves )?measured?\\b|previous(?:ly)? (?:reported|published|measured|estimated|described)|(?:reported|published|measured|estimated) (?:previously|earlier|elsewhere|by others)|in the literature|published values?|earlier (?:studies|reports|work)");

    /** A citation at its place. */
    private record Cited(String source, int begin, int end, boolean inText) {}

    private final Sentence sentence;
    private final List<Cited> cited = new ArrayList<>();

    Citations(Sentence sentence) {
        this.sentence = sentence;
        collect(BRACKETED.matcher(sentence.text()), false);
        collect(IN_TEXT.matcher(sentence.text()), true);
    }

    private void collect(Matcher matcher, boolean inText) {
        matcher.region(sentence.begin(), sentence.end()).useTransparentBounds(true);
        while (matcher.find()) {
            var who = matcher.group(1)
                    .replaceAll("(?:and|&|und|et|y) (?:colleagues|co-?workers|coworkers)", "et al.")
                    .replaceAll(" et al$", " et al.");
            cited.add(new Cited(
                    who.replaceAll(",? et al", " et al") + ", " + matcher.group(2),
                    matcher.start(),
                    matcher.end(),
                    inText));
        }
    }

    /** Whether a place belongs to a citation. */
    boolean covers(int place) {
        return cited.stream().anyMatch(c -> c.begin() <= place && place < c.end())
                || NUMBERED.matcher(sentence.words())
                        .results()
                        .anyMatch(r -> sentence.begin() + r.start() <= place && place < sentence.begin() + r.end());
    }

    /** The source that a number is cited from; "previous work" where the text names none, empty where it is the paper's own. */
    String source(int place) {
        var words = sentence.words();
        boolean own = OWN.matcher(words).find() && !NOT_MEASURED.matcher(words).find();
        if (cited.isEmpty()) {
            return NOT_MEASURED.matcher(words).find() && !own ? "previous work" : "";
        }
        var likened = LIKENED.matcher(words);
        if (likened.find()) {
            int from = sentence.begin() + likened.start();
            return place < from ? "" : nearest(place);
        }
        boolean reported = REPORTED.matcher(words).find();
        return own && !reported ? "" : nearest(place);
    }

    private String nearest(int place) {
        return cited.stream()
                .filter(c -> c.begin() >= place)
                .findFirst()
                .or(() -> cited.stream().reduce((_, last) -> last))
                .map(Cited::source)
                .orElse("");
    }
}
