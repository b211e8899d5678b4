package io.brainwright.library.model.intake;

import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.reading.Facts;
import io.brainwright.library.model.reading.Parsed;
import io.brainwright.library.model.reading.PassageWriter;
import java.util.regex.Pattern;

/** What can be found of a mechanism: its title, its comments, and the names and units of its parameters. */
final class MechanismWords {
    private static final Pattern TITLE = Pattern.compile("(?m)^\\s*TITLE\\s+(.+)$");
    private static final Pattern COMMENT = Pattern.compile("(?s)\\bCOMMENT\\b(.*?)\\bENDCOMMENT\\b");
    private static final Pattern NAME = Pattern.compile("\\b(SUFFIX|POINT_PROCESS|ARTIFICIAL_CELL)\\s+(\\w+)");
    private static final Pattern PARAMETERS = Pattern.compile("(?s)\\bPARAMETER\\s*\\{(.*?)\\}");

    private MechanismWords() {}

    static Parsed read(String text, String name) {
        var out = new PassageWriter(name);
        var title = TITLE.matcher(text);
        var called = NAME.matcher(text);
        var suffix = called.find() ? called.group(2) : name.replaceFirst("\\.[^.]*$", "");
        var words = title.find() ? title.group(1).strip() : "Mechanism " + suffix;
        out.write(PassageKind.TITLE, suffix, 0, words);
        COMMENT.matcher(text).results().forEach(c -> out.write(PassageKind.DESCRIPTION, "COMMENT", 0, c.group(1)));
        PARAMETERS.matcher(text).results().forEach(p -> out.write(PassageKind.DESCRIPTION, "PARAMETER", 0, p.group(1)));
        out.skip("program: the mechanism is kept and found, not compiled here");
        return out.parsed(Facts.titled(words));
    }
}
