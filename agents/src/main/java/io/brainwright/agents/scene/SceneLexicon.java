package io.brainwright.agents.scene;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What words about a scene mean, in four languages at once: {@code scene-words.txt}. */
final class SceneLexicon {
    private static final String FILE = "scene-words.txt";
    private static final Pattern TOKEN = Pattern.compile("\\d+(?:\\.\\d+)?|\\p{L}+");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[,.'\u00a0\u202f ](?=\\d{3}(?!\\d))");

    /** Verbs in two parts: "turn the clock off", "blende die Axone aus". */
    private static final Pattern SPLIT_ON =
            Pattern.compile("^\\s*(?:blende|schalte|turn|switch)\\s+(.+?)\\s+(?:ein|an|on)\\s*$");

    private static final Pattern SPLIT_OFF =
            Pattern.compile("^\\s*(?:blende|schalte|turn|switch)\\s+(.+?)\\s+(?:aus|ab|off)\\s*$");
    private static final Map<String, Concept> PHRASES = read();
    private static final int LONGEST = PHRASES.keySet().stream()
            .mapToInt(p -> p.split(" ", -1).length)
            .max()
            .orElse(1);

    private SceneLexicon() {}

    /** What a phrase can mean; the names stand in the file. */
    enum Concept {
        HIDE,
        SHOW,
        ONLY,
        COLOUR,
        SLOW,
        SPEED,
        LAST,
        ORBIT,
        STILL,
        LOOK,
        TITLE,
        GLOW,
        SHADOW,
        AXON,
        DENDRITE,
        BASAL,
        APICAL,
        TUFT,
        TRUNK,
        SOMA,
        SYNAPSE,
        LAYER,
        CLOCK,
        SCALEBAR,
        COLOURBAR,
        LEGEND,
        SOUND,
        MTYPE,
        ETYPE,
        REGION,
        CELL,
        CLASS,
        VOLTAGE,
        SECTION,
        EXCITATORY,
        INHIBITORY,
        WHILE,
        SPIKE,
        CLIMB,
        TIMES,
        ONCE,
        TWICE,
        SECONDS,
        SCENE,
        ALL,
        UNDO,
        FILLER,
        NUMBER
    }

    /** A phrase that was understood; {@code number} is NaN where it is none. */
    record Piece(Concept concept, double number) {}

    /** The pieces of a wish, fillers left away; empty where one word of it is unknown. */
    static Optional<List<Piece>> pieces(String wish) {
        var joined = SPLIT_ON.matcher(plain(wish)).replaceFirst("show $1");
        var tokens = TOKEN.matcher(SPLIT_OFF.matcher(joined).replaceFirst("hide $1"))
                .results()
                .map(m -> m.group())
                .toList();
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < tokens.size(); ) {
            if (Character.isDigit(tokens.get(i).charAt(0))) {
                pieces.add(new Piece(Concept.NUMBER, Double.parseDouble(tokens.get(i++))));
                continue;
            }
            Concept found = null;
            int words = 0;
            for (int n = Math.min(LONGEST, tokens.size() - i); n > 0 && found == null; n--) {
                found = PHRASES.get(String.join(" ", tokens.subList(i, i + n)));
                words = n;
            }
            if (found == null) {
                return Optional.empty();
            }
            if (found != Concept.FILLER) {
                pieces.add(new Piece(found, Double.NaN));
            }
            i += words;
        }
        return Optional.of(pieces);
    }

    /** Lower case, no accents, no hyphens, thousands without a mark, the sign for times as x. */
    static String plain(String text) {
        var low = text.toLowerCase(Locale.ROOT).replace("\u00d7", "x").replace("ß", "ss");
        var bare = Normalizer.normalize(low, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return THOUSANDS.matcher(bare).replaceAll("").replaceAll("[-\u2010-\u2015'\u2019_]", " ");
    }

    private static Map<String, Concept> read() {
        Map<String, Concept> phrases = new HashMap<>();
        try (@Nullable InputStream in = SceneLexicon.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("this jar lacks " + FILE);
            }
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                int equals = line.indexOf('=');
                if (!line.startsWith("#") && equals > 0) {
                    var concept = Concept.valueOf(line.substring(0, equals).strip());
                    for (var phrase : line.substring(equals + 1).split("\\|", -1)) {
                        phrases.putIfAbsent(plain(phrase).strip(), concept);
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return phrases;
    }
}
