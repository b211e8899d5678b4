package io.brainwright.neuro.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers written in words: "two hundred and fifty", "deux cent cinquante", "dreihundert", "mil quinientos".
 *
 * <p>A word joins the number before it only where grammar lets it: tens take ones, hundreds take all below, so "two three" stays two numbers.
 */
final class NumberWords {
    private static final Set<String> JOINING = Set.of("and", "et", "y");
    private static final Set<String> ARTICLES = Set.of("un", "une", "ein");
    private static final Map<Language, String> POINT = Map.of(
            Language.ENGLISH, "point", Language.FRENCH, "virgule", Language.GERMAN, "komma", Language.SPANISH, "coma");

    private final List<Token> tokens;
    private final Language language;
    private long total;
    private long part;
    private boolean begun;

    private NumberWords(List<Token> tokens, Language language) {
        this.tokens = tokens;
        this.language = language;
    }

    /** The number whose words begin at a token; null where none does. Articles alone ("a", "une", "ein") are none. */
    static @Nullable ReadNumber at(List<Token> tokens, int i, Language language) {
        return new NumberWords(tokens, language).read(i);
    }

    private @Nullable ReadNumber read(int from) {
        int i = from;
        while (i < tokens.size()) {
            int next = begun ? afterJoint(i) : i;
            var value = next < tokens.size()
                    ? NumberTable.of(language).value(tokens.get(next).folded())
                    : -1;
            if (value < 0 || !joins(value, next, next > i)) {
                break;
            }
            take(value);
            i = next + 1;
        }
        if (!begun || (i == from + 1 && ARTICLES.contains(tokens.get(from).lower()))) {
            return null;
        }
        return decimals(new ReadNumber(BigDecimal.valueOf(total + part), i, true));
    }

    /** Over "and", a hyphen, or both: "a hundred-and-fifty". */
    private int afterJoint(int i) {
        int at = isHyphen(i) ? i + 1 : i;
        if (at < tokens.size() && JOINING.contains(tokens.get(at).lower())) {
            at++;
            return at < tokens.size() && isHyphen(at) ? at + 1 : at;
        }
        return at;
    }

    private boolean isHyphen(int i) {
        return tokens.get(i).isSign("-") && !tokens.get(i).afterGap();
    }

    private boolean joins(long value, int at, boolean joint) {
        if (!begun) {
            return true;
        }
        boolean word = joint
                && (JOINING.contains(tokens.get(at - 1).lower())
                        || JOINING.contains(tokens.get(at - 2).lower()));
        if (value >= 100 && NumberTable.isScale(value)) {
            return !word && (value >= 1000 ? part < value : part < 100 && part + total > 0);
        }
        if (word && at + 1 < tokens.size()) {
            long after = NumberTable.of(language).value(tokens.get(at + 1).folded());
            if (after >= 100 && NumberTable.isScale(after)) {
                return false; // "a hundred and two hundred"
            }
        }
        if (word && language == Language.ENGLISH && part % 100 != 0) {
            return false;
        }
        return room(value);
    }

    private boolean room(long value) {
        long low = part % 100;
        if (language == Language.FRENCH && value == 20 && low == 4) {
            return true; // quatre-vingts
        }
        if (language == Language.FRENCH && (low == 60 || low == 80) && value < 20) {
            return true; // soixante-dix, quatre-vingt-onze
        }
        if (value >= 100) {
            return part == 0; // quinientos after mil
        }
        return low == 0 ? part > 0 || total > 0 : low >= 20 && low % 10 == 0 && value < 10;
    }

    private void take(long value) {
        begun = true;
        if (language == Language.FRENCH && value == 20 && part % 100 == 4) {
            part += 76;
        } else if (value >= 1000 && NumberTable.isScale(value)) {
            total += Math.max(part, 1) * value;
            part = 0;
        } else if (value == 100 && NumberTable.isScale(value)) {
            part = Math.max(part, 1) * 100;
        } else {
            part += value;
        }
    }

    /** "one point five". */
    private ReadNumber decimals(ReadNumber whole) {
        int i = whole.end();
        if (i + 1 >= tokens.size() || !tokens.get(i).lower().equals(POINT.get(language))) {
            return whole;
        }
        var digits = new StringBuilder();
        for (i++; i < tokens.size(); i++) {
            long digit = NumberTable.of(language).value(tokens.get(i).folded());
            if (digit < 0 || digit > 9 && !digits.isEmpty() || digit > 99) {
                break;
            }
            digits.append(digit);
        }
        return digits.isEmpty() ? whole : new ReadNumber(new BigDecimal(whole.value() + "." + digits), i, true);
    }
}
