package io.brainwright.library.model.extraction.context;

import io.brainwright.library.model.extraction.context.Mention.Kind;
import io.brainwright.library.model.extraction.passage.Patterns;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ages in numbers: "P14-P16", "postnatal days 12 to 15", "8-week-old", "3 to 5 months old". */
final class AgeWords {
    private static final Pattern POSTNATAL_SHORT = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:P|PND ?|PN)(\\d{1,3})(?:\\s?(?:-|–|to|and)\\s?(?:P|PND ?|PN)?(\\d{1,3}))?(?![\\p{N}\\p{L}.]\\p{N}?)");
    private static final Pattern POSTNATAL =
            Patterns.words("post-?natal days? (?:P)?(\\d{1,3})(?:\\s?(?:-|–|to|and)\\s?(?:P)?(\\d{1,3}))?");
    private static final Pattern OLD = Patterns.words(
            "(\\d+(?:\\.\\d+)?)(?:\\s?(?:-|–|to|and)\\s?(\\d+(?:\\.\\d+)?))?[- ](day|week|month|year)s?[- ](?:old|of age)");
    private static final Pattern EMBRYONIC = Pattern.compile("(?<![\\p{L}\\p{N}])E(\\d{2}(?:\\.5)?)(?![\\p{L}\\p{N}])");

    private AgeWords() {}

    static List<Mention> find(String text, int begin, int end) {
        var found = new ArrayList<Mention>();
        each(found, POSTNATAL_SHORT.matcher(text).region(begin, end), "P");
        each(found, POSTNATAL.matcher(text).region(begin, end), "P");
        each(found, EMBRYONIC.matcher(text).region(begin, end), "E");
        var old = OLD.matcher(text).region(begin, end);
        while (old.find()) {
            var span = old.group(2) == null ? old.group(1) : old.group(1) + "-" + old.group(2);
            found.add(new Mention(Kind.AGE, span + " " + old.group(3) + "s", old.start(), old.end()));
        }
        return found;
    }

    private static void each(List<Mention> found, Matcher matcher, String letter) {
        matcher.useTransparentBounds(true);
        while (matcher.find()) {
            boolean span = matcher.groupCount() > 1 && matcher.group(2) != null;
            var age = letter + matcher.group(1) + (span ? "-" + letter + matcher.group(2) : "");
            found.add(new Mention(Kind.AGE, age, matcher.start(), matcher.end()));
        }
    }
}
