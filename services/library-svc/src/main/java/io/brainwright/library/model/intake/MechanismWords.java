package io.brainwright.library.model.intake;

import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.reading.Facts;
import io.brainwright.library.model.reading.Parsed;
import io.brainwright.library.model.reading.PassageWriter;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What can be found of a mechanism: its title, its comments, and the names and units of its parameters. */
final class MechanismWords {
    private static final Pattern TITLE = Pattern.compile("(?m)^[ \\t]*TITLE[ \\t]+(.+)$");
    private static final Pattern COMMENT = Pattern.compile("\\bCOMMENT\\b");
    private static final Pattern END_OF_COMMENT = Pattern.compile("\\bENDCOMMENT\\b");
    private static final Pattern NAME = Pattern.compile("\\b(SUFFIX|POINT_PROCESS|ARTIFICIAL_CELL)\\s+(\\w+)");
    private static final Pattern PARAMETERS = Pattern.compile("\\bPARAMETER\\s*\\{");
    private static final Pattern END_OF_BLOCK = Pattern.compile("\\}");

    private MechanismWords() {}

    static Parsed read(String text, String name) {
        var out = new PassageWriter(name);
        var title = TITLE.matcher(text);
        var called = NAME.matcher(text);
        var suffix = called.find() ? called.group(2) : name.replaceFirst("\\.[^.]*$", "");
        var words = title.find() ? title.group(1).strip() : "Mechanism " + suffix;
        out.write(PassageKind.TITLE, suffix, 0, words);
        between(COMMENT, END_OF_COMMENT, text, inside -> out.write(PassageKind.DESCRIPTION, "COMMENT", 0, inside));
        between(PARAMETERS, END_OF_BLOCK, text, inside -> out.write(PassageKind.DESCRIPTION, "PARAMETER", 0, inside));
        out.skip("program: the mechanism is kept and found, not compiled here");
        return out.parsed(Facts.titled(words));
    }

    /** Reads on once, however many blocks begin that never end. */
    private static void between(Pattern begin, Pattern end, String text, Consumer<String> inside) {
        var begins = begin.matcher(text);
        var ends = end.matcher(text);
        for (int at = 0; begins.find(at) && ends.find(begins.end()); at = ends.end()) {
            inside.accept(text.substring(begins.end(), ends.start()));
        }
    }
}
