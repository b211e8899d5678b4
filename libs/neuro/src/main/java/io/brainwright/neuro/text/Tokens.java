package io.brainwright.neuro.text;

import io.brainwright.neuro.units.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into {@link Token}s. */
public final class Tokens {
    private static final String EXTENSIONS =
            "csv|tsv|swc|asc|h5|hdf5|nwb|pdf|xml|bib|ris|nrrd|nii|gz|mod|hoc|png|svg|jpe?g|tiff?|mp4|wav|glb|ply|obj|ipynb|html?|md|json|ya?ml|txt|xlsx?|zip|arrow|parquet|py|docx?";
    private static final Pattern PATH =
            Pattern.compile("(?:(?:~|\\.{1,2})/[\\p{L}\\p{N}_.\\-]*(?:/[\\p{L}\\p{N}_.\\-]+)*/?"
                    + "|/[\\p{L}\\p{N}_.\\-]+(?:/[\\p{L}\\p{N}_.\\-]+)+/?"
                    + "|(?:[\\p{L}\\p{N}_][\\p{L}\\p{N}_.\\-]*/)*[\\p{L}\\p{N}_][\\p{L}\\p{N}_\\-]*(?:\\.[\\p{L}\\p{N}_\\-]+)*\\.(?i:"
                    + EXTENSIONS
                    + ")(?![\\p{L}\\p{N}/])"
                    + "|\\p{L}[\\p{L}\\p{N}_\\-]+/(?:[\\p{L}\\p{N}_\\-]+/)*(?![\\p{L}\\p{N}(\\[]))");
    private static final Pattern MENTION = Pattern.compile("@[\\p{L}][\\p{L}\\p{N}_\\-]*");
    private static final Pattern NUMBER =
            Pattern.compile(VulgarFractions.PATTERN + "|\\d+(?:[.,']\\d+)*(?:[eE][-+]?\\d+(?![\\p{L}\\p{N}]))?");
    private static final Pattern DIGITS_IN_NAME =
            Pattern.compile("\\d{1,2}-\\p{Lu}{2,}[\\p{L}\\p{N}]*|\\d+\\p{L}[\\p{L}\\p{N}_]*");
    private static final Pattern AFTER_NUMBER = Pattern.compile(
            "[kK]|[xX]|C|p|st|nd|rd|th|er|ère|re|ème|eme|e|ª|º|o|a|te|ten|ter|tes|fold|fach|fache|dpi|[eE]\\d+|px|bit");
    private static final Pattern ABBREVIATION = Pattern.compile("(?:\\p{L}\\.){2,}");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}_\\p{M}]*"
            + "(?:(?<=\\d)/\\d+(?!\\d)|(?<=[IV])/[IV]+(?!\\p{L})" // L2/3, II/III
            + "|(?<=\\d\\p{Lu}{1,2})/\\d(?!\\d)" // C57BL/6
            + "|(?<=[\\p{L}]\\d)\\.\\d+(?![\\p{N}])" // Kv1.1
            + "|'(?:t|s|d|m|ll|re|ve)(?!\\p{L})" // don't
            + "|\\^-?\\d" // mm^-3
            + "|(?<=\\p{Lu}{2})-\\d{2,}(?!\\p{N})" // MK-801
            + "|(?<=GABA)-?[AB](?!\\p{L})" // GABA-A
            + "|(?<=(?<!\\p{L})[DLR])-(?=\\p{Lu}{2})\\p{Lu}[\\p{L}\\p{N}]*" // D-AP5
            + ")*(?:\\+(?![\\p{L}\\p{N}]))?");
    private static final Pattern TYPE_NAME =
            Pattern.compile("(?i:L)\\d{1,2}_[\\p{L}]+(?:[-:][\\p{L}]{1,3}(?![\\p{L}]))*");
    private static final Pattern ELISION =
            Pattern.compile("(?:[ldjmtscnLDJMTSCN]|(?:[Jj]us|[Ll]ors|[Pp]uis)?[Qq]u)'(?=\\p{L}{2}|\\p{L}\\d)");
    private static final Set<String> UNIT_SIGNS = Set.of("°", "%", "‰");

    private final Normalised source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    private Tokens(Normalised source) {
        this.source = source;
        this.text = source.text();
    }

    /** The tokens of a text, in order; they do not overlap and leave out only spaces. */
    public static List<Token> of(String text) {
        return of(Normalised.of(text));
    }

    /** The same of a text already made plain. */
    public static List<Token> of(Normalised text) {
        var cut = new Tokens(text);
        int at = 0;
        while (at < cut.text.length()) {
            at = cut.text.charAt(at) == ' ' ? at + 1 : cut.next(at);
        }
        return List.copyOf(cut.tokens);
    }

    private int next(int at) {
        boolean free = at == 0 || " \"'(,;:[".indexOf(text.charAt(at - 1)) >= 0;
        int end = free ? match(PATH, at) : at;
        if (end > at) {
            while (text.charAt(end - 1) == '.') {
                end--;
            }
            if (end > at) {
                return add(Token.Kind.PATH, at, end);
            }
        }
        end = free ? match(MENTION, at) : at;
        if (end > at) {
            return add(Token.Kind.MENTION, at, end);
        }
        char c = text.charAt(at);
        if (c >= '0' && c <= '9' || VulgarFractions.isOne(c) && match(NUMBER, at) > at) {
            return number(at);
        }
        return Character.isLetter(text.codePointAt(at)) ? word(at) : sign(at);
    }

    private int number(int at) {
        int end = match(NUMBER, at);
        int named = match(DIGITS_IN_NAME, at);
        if (named > at) {
            int letters = at;
            while (Character.isDigit(text.charAt(letters)) || ".,-".indexOf(text.charAt(letters)) >= 0) {
                letters++;
            }
            var tail = text.substring(letters, named);
            if (!Units.isUnit(tail) && !AFTER_NUMBER.matcher(tail).matches()) {
                return add(Token.Kind.WORD, at, named);
            }
        }
        return add(Token.Kind.NUMBER, at, end);
    }

    private int word(int at) {
        int end = match(ABBREVIATION, at);
        end = end > at ? end : match(ELISION, at);
        end = end > at ? end : match(TYPE_NAME, at);
        end = end > at ? end : match(WORD, at);
        return add(Token.Kind.WORD, at, end > at ? end : at + Character.charCount(text.codePointAt(at)));
    }

    private int sign(int at) {
        return add(Token.Kind.SIGN, at, at + Character.charCount(text.codePointAt(at)));
    }

    private int match(Pattern pattern, int at) {
        Matcher m = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        return m.lookingAt() ? m.end() : at;
    }

    private int add(Token.Kind kind, int from, int until) {
        int to = until;
        while (source.belongTogether(to - 1)) {
            to++;
        }
        boolean more = kind == Token.Kind.NUMBER && to > until; // "㏠" is "1日": one character, and no number
        tokens.add(new Token(
                more ? Token.Kind.WORD : kind,
                text.substring(from, to),
                source.original(new Span(from, to)),
                from == 0 || text.charAt(from - 1) == ' '));
        return to;
    }

    /** Whether a sign belongs to units. */
    static boolean isUnitSign(Token token) {
        return token.is(Token.Kind.SIGN) && UNIT_SIGNS.contains(token.text());
    }
}
