package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.nmodl.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a file into words; comments, titles and units switches fall away. */
final class Lexer {
    private static final List<String> TWO = List.of("==", "!=", "<=", ">=", "&&", "||", "<-", "->", "<<");

    private final SourceText source;
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    private Lexer(SourceText source) {
        this.source = source;
        text = source.text();
    }

    static List<Token> words(SourceText source) {
        var lexer = new Lexer(source);
        var words = new ArrayList<Token>();
        while (true) {
            var word = lexer.next();
            words.add(word);
            if (word.kind() == Kind.END) {
                return words;
            }
        }
    }

    private Token next() {
        while (true) {
            skipBlanks();
            if (at >= text.length()) {
                return token(Kind.END, at);
            }
            char c = text.charAt(at);
            if (c == ':' || c == '?') {
                skipLine();
            } else if (Character.isLetter(c) || c == '_') {
                int from = at;
                while (at < text.length() && isNamePart(text.charAt(at))) {
                    at++;
                }
                switch (text.substring(from, at)) {
                    case "TITLE" -> skipLine();
                    case "COMMENT" -> block(from, "ENDCOMMENT");
                    case "VERBATIM" -> {
                        return block(from, "ENDVERBATIM");
                    }
                    case "UNITSOFF", "UNITSON" -> {}
                    default -> {
                        return token(Kind.NAME, from);
                    }
                }
            } else if (Character.isDigit(c)
                    || c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
                return number();
            } else if (c == '"') {
                return quoted();
            } else {
                return sign();
            }
        }
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
            at++;
        }
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }

    private Token block(int from, String end) {
        int startLine = line;
        int startColumn = from - lineStart + 1;
        int stop = text.indexOf(end, at);
        if (stop < 0) {
            throw source.fault(token(Kind.NAME, from), "this block never ends", "Close it with " + end + ".");
        }
        for (; at < stop; at++) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
        at += end.length();
        return new Token(Kind.VERBATIM, text.substring(from, at), startLine, startColumn);
    }

    /** Text in quotation marks, which printf takes; it ends on its line. */
    private Token quoted() {
        int from = at++;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' && at + 1 < text.length() ? 2 : 1;
        }
        if (at >= text.length() || text.charAt(at) != '"') {
            throw source.fault(
                    new Token(Kind.SIGN, "\"", line, from - lineStart + 1),
                    "this text never ends",
                    "Close it with \".");
        }
        at++;
        return token(Kind.SIGN, from);
    }

    private Token number() {
        int from = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean signed = (c == '+' || c == '-') && "eE".indexOf(text.charAt(at - 1)) >= 0 && at > from;
            boolean exponent = (c == 'e' || c == 'E')
                    && at + 1 < text.length()
                    && (Character.isDigit(text.charAt(at + 1)) || "+-".indexOf(text.charAt(at + 1)) >= 0);
            if (!Character.isDigit(c) && c != '.' && !exponent && !signed) {
                break;
            }
            at++;
        }
        return token(Kind.NUMBER, from);
    }

    private Token sign() {
        for (var two : TWO) {
            // a<-5 in a comparison is written without blanks more often than a reaction's arrow stands outside a
            // KINETIC block
            if (text.startsWith(two, at)) {
                at += 2;
                return new Token(Kind.SIGN, two, line, at - 2 - lineStart + 1);
            }
        }
        int from = at++;
        return token(Kind.SIGN, from);
    }

    private Token token(Kind kind, int from) {
        return new Token(kind, text.substring(from, at), line, from - lineStart + 1);
    }
}
