package io.brainwright.library.model.extraction.figure;

import static io.brainwright.library.model.extraction.passage.Patterns.anywhere;

import io.brainwright.library.model.extraction.passage.Sentence;
import io.brainwright.neuro.units.Dimension;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers that stand in a paper and are no results of it: statistics of tests, years, references, settings, changes, sample sizes. */
public final class NotAResult {
    private static final int REACH = 60;
    private static final Map<String, Pattern> BEFORE = new LinkedHashMap<>();
    private static final Map<String, Pattern> AFTER = new LinkedHashMap<>();

    static {
        before(
                "statistic of a test",
                "(?<![\\p{L}])(?:(?-i:[pPtrRzZWHχ]|F\\d[\\d, ]*|R2|r2|df|rs|CE|BF)|χ ?2|rho|chi-?squared?|Wilcoxon W|alpha|(?:mann-?whitney|whitney|test)[^.;]{0,12}(?-i:U)|power)"
                        + "(?: ?\\([\\d., ]+\\))? ?(?:=|<|>|≤|≥|≈|of)+ ?$");
        before(
                "statistic of a test",
                "(?-i:[tF]) ?\\((?:\\d+, ?)?$|p-?values? (?:of |was |were )?$|significance level (?:of )?$|(?:mann-?whitney|wilcoxon|kolmogorov|anova)[^.;]{0,25}$");
        before(
                "number of a figure, table or reference",
                "(?:figs?|figures?|tables?|tabl?|abb|abbildung|tabelle|refs?|references?|eqs?|equations?|supplementary|suppl|section|chapter|movie|video|panel|experiment|animal|case|grant|version)\\.? ?(?:[\\p{L}]?\\d+[\\p{L}]?(?:,| and|[-–]) ?)*$");
        before("sample", "(?<![\\p{L}])[nN] ?[=≥>] ?(?:\\d+ ?(?:,|and|/|vs\\.?) ?)*$");
        before(
                "identifier",
                "(?:doi|pmid|issn|isbn|rrid|cat|catalog(?:ue)?|no)[ .:#]{0,3}[\\d./\\p{L}-]*$|https?://\\S*$|#$|10\\.\\d{4,}/\\S*$");
        before(
                "layer or age",
                "(?<![\\p{L}])(?:layers?|lamina|couches?|schicht|capas?|postnatal days?|days?|weeks?|embryonic day|aged?|cohort|group|day) (?:[\\dIV/]+ ?(?:,|and|to|[-–]) ?)*$");
        before("confidence level", "(?:confidence|credible) (?:interval|level)s?[^.;]{0,6}$");
        before(
                "setting",
                "(?:held|clamped|voltage[- ]clamped|hyperpolari[sz]ed|depolari[sz]ed|stepped|maintained|kept|set|fixed|adjusted|cut|sectioned|incubated|bathed|filtered|sampled|digiti[sz]ed|low-?pass(?:ed)?|acquired|stimulated|delivered|repeated|injected|perfused|recorded|heated|warmed|dissolved|washed|imaged|scanned)"
                        + "(?: [\\p{L}-]+){0,2} (?:at|to|with|for|between|every|in|of|a) ?(?:a |about |approximately |~ ?)?(?:potential |frequency |rate |voltage )?(?:of )?$");
        before(
                "setting",
                "holding (?:potential|voltage|current)s?,? ?(?:of|was|were|at|=|:|\\()? ?$|(?:command|test|pre-?)?(?:potential|voltage) steps? (?:of|to) $|every $|each lasting $|steps? of $|pulses? (?:of|lasting) $|series resistances?[^.;]{0,25}$|(?:pipettes?|electrodes?)[^.;]{0,30}resistances?[^.;]{0,15}$|resistances? of (?:the )?(?:pipettes?|electrodes?)[^.;]{0,15}$|(?:tip|open[- ]tip) resistances?[^.;]{0,15}$|liquid junction potentials?[^.;]{0,15}$|junction potential of $");
        before(
                "interval of stimuli",
                "(?:inter-?(?:pulse|stimulus|spike)[- ]intervals?|paired pulses?|pulses|stimuli|stimulation|trains?)(?: of| at| with|,| \\(| was| were)* ?$");
        before(
                "change",
                "(?:increased?s?|decreased?s?|reduced?s?|reduction|increase|decrease|fell|rose|grew|dropped|declined?|changed?|differ(?:ed|s)?|lower(?:ed)?|raised?|enhanced?|attenuated?|depressed|facilitated|shift(?:ed)?|augment\\w*|diminu\\w*|erh[oö]ht\\w*|gesenkt|verringert\\w*|disminuy\\w*|aument\\w*)(?: [\\p{L}-]+){0,3} (?:by|of|um|de|en un|um etwa) ?(?:about |approximately |~ ?|only )?$");
        before(
                "comparison value",
                "(?:commonly|widely|generally|usually|often|previously)[- ](?:accepted|assumed|used|cited)[^.;]{0,60}$|(?:universal|canonical|textbook|standard|theoretical|nominal|accepted|assumed|hypothetical)['\" ]{0,2} (?:values?)? ?(?:of )?\\(?[~≈ ]*$");
        before("volume fraction of a solution", "containing[^.;]{0,80}$");
        after("confidence level", " ?(?:confidence|credible|CI\\b|C\\.I\\.|prediction interval|quantile|percentile)");
        after(
                "part of a rise",
                " ?(?:%|percent)? ?(?:rise|decay|of (?:the )?(?:peak|maxim\\w+|amplitude|rise))|[-–]\\d+ ?%? ?(?:rise|decay)");
        after(
                "change",
                " ?%? of (?:the )?(?:control|baseline|initial|pre-?\\w+|its|their|max\\w*|that|the first|wild)|[- ]?fold\\b|[- ]?times (?:as|more|less|larger|smaller|higher|lower|faster|slower|greater|longer|shorter|the)|[- ]?fach| fois (?:plus|moins)| veces (?:m[aá]s|menos)");
        after(
                "difference",
                " ?(?:more|less|fewer|greater|larger|smaller|higher|lower|longer|shorter|faster|slower|thicker|thinner|wider|deeper|below|above|beneath|positive to|negative to|earlier|later|increase|decrease|reduction|difference|shift|change)\\b");
        after(
                "duration of a procedure",
                "[- ]?(?:long |lasting )?(?:current |voltage |light |test |depolari[sz]ing |hyperpolari[sz]ing |square )*(?:pulses?|steps?|injections?|stimul\\w+|trains?|sweeps?|inter-?(?:pulse|stimulus)|intervals?|bins?|windows?|epochs?|ramps?|flash\\w*|sections?|slices?|thick (?:coronal|sagittal|horizontal|parasagittal|sections?|slices?)|apart)\\b");
        after(
                "sample",
                " (?:(?!(?:per|in|of|from|for|and|to|at|on|but|than|with|by)\\b)[\\p{L}-]+ ){0,3}(?:patients?|donors?|animals?|rats?|mice|cats|monkeys?|slices?|hemispheres?|experiments?|recordings?|sweeps?|trials?|subjects?|brains?|cultures?|injections?|sections?|cellules|zellen|c[eé]lulas|ratten|m[aä]usen?|souris|ratas|ratones|paires|paare|pares|preparations?|sites?(?<!release sites)(?<!release site))\\b");
        after(
                "sample",
                " (?:(?!(?:per|in|of|from|for|and|to|at|on|but|than|with|by)\\b)[\\p{L}-]+ ){0,3}(?:cells?|neurons?|pairs?|connections?|interneurons?|synapses|dendrites|axons|neurones|neuronen|neuronas)(?= (?:were|was|tested|recorded|from|in total|analy[sz]ed|\\(|had|gave)|[,;)]|$)");
        after(
                "concentration or dose",
                "[- ]?(?-i:[mnμup]?M|[mnμup]?mol|[mμunk]?g|[mμun]?[lL]|mOsm|mosm|U|IU|rpm|kDa|bp|w/v|v/v|Da|x g)(?![\\p{L}])");
        after(
                "solution",
                " ?%? (?:biocytin|paraformaldehyde|glutaraldehyde|triton|isoflurane|O2|CO2|sucrose|agar\\w*|ethanol|saline|formalin|PFA|BSA|goat|serum|DMSO|confidence)\\b");
        after("degrees of freedom", " ?\\) ?=");
    }

    private NotAResult() {}

    /** Why a number is no result; empty where nothing speaks against it. */
    public static Optional<String> reason(Sentence sentence, Figure figure) {
        if (figure.dimension() == Dimension.TEMPERATURE
                || figure.dimension() == Dimension.FOLD
                || figure.dimension() == Dimension.ANGLE) {
            return Optional.of("condition");
        }
        if (year(sentence, figure)) {
            return Optional.of("year");
        }
        var before = sentence.before(figure.begin(), REACH).replaceAll("[~≈∼] ?$", "");
        var after = sentence.after(figure.numberEnd(), REACH);
        var behindUnit = sentence.after(figure.end(), REACH);
        return BEFORE.entrySet().stream()
                .filter(e -> e.getValue().matcher(before).find())
                .map(e -> e.getKey().replaceAll(" \\d+$", ""))
                .findFirst()
                .or(() -> AFTER.entrySet().stream()
                        .filter(e -> e.getValue().matcher(after).lookingAt()
                                || (figure.end() != figure.numberEnd()
                                        && e.getValue().matcher(behindUnit).lookingAt()))
                        .map(e -> e.getKey().replaceAll(" \\d+$", ""))
                        .findFirst());
    }

    private static boolean year(Sentence sentence, Figure figure) {
        if (!figure.bare() || !sentence.between(figure.begin(), figure.end()).matches("(?:1[89]|20)\\d\\d")) {
            return false;
        }
        var before = sentence.before(figure.begin(), 40);
        var after = sentence.after(figure.end(), 10);
        return before.matches("(?s).*(?:\\p{L}|\\.|,|&|and) ?\\(?$") && !after.matches("(?s)^ \\p{Ll}.*")
                || before.matches("(?s).*(?i:in|since|of|from|until) $") && after.matches("(?s)^(?:[.,;)].*|$)")
                || before.matches("(?s).*\\([^)]*\\p{L},? $");
    }

    private static void before(String reason, String pattern) {
        BEFORE.put(reason + " " + BEFORE.size(), anywhere("(?:" + pattern + ")"));
    }

    private static void after(String reason, String pattern) {
        AFTER.put(reason + " " + AFTER.size(), anywhere("(?:" + pattern + ")"));
    }
}
