package io.brainwright.library.model.format;

import java.util.List;
import java.util.regex.Pattern;

/** Tells formats of text apart. */
final class TextFormats {
    private static final Pattern BIBTEX = Pattern.compile("(?m)^\\s*@[A-Za-z]+\\s*[{(]");
    private static final Pattern NMODL = Pattern.compile("(?m)^\\s*(NEURON|STATE|PARAMETER|BREAKPOINT)\\s*\\{");
    private static final Pattern NEUROLUCIDA = Pattern.compile(
            "(?is)\\(\\s*(\"?(CellBody|Axon|Dendrite|Apical)\"?|Color\\b|Contour\\b|Thumbnail\\b|ImageCoords\\b)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Pattern RIS = Pattern.compile("(?m)^TY  - ");
    private static final int ENOUGH_LINES = 50;

    private TextFormats() {}

    static FileFormat of(String head, String name) {
        var start = head.stripLeading();
        if (start.startsWith("<")) {
            return xml(start, name);
        }
        if (start.startsWith(";") && NEUROLUCIDA.matcher(start).find()
                || start.startsWith("(") && NEUROLUCIDA.matcher(start).lookingAt()) {
            throw FormatDetection.refused(
                    name,
                    "FORMAT_NOT_TAKEN",
                    "is a morphology of Neurolucida (ASC)",
                    "ASC is not read yet: convert it to SWC or H5, for example with MorphIO's 'morphio convert'.");
        }
        if (RIS.matcher(head).find() && start.startsWith("TY")) {
            throw FormatDetection.refused(
                    name,
                    "FORMAT_NOT_TAKEN",
                    "is a bibliography in RIS",
                    "Export it as BibTeX; every reference manager can.");
        }
        var lines = head.lines().limit(ENOUGH_LINES).toList();
        if (isSwc(lines)) {
            return FileFormat.SWC;
        }
        if (BIBTEX.matcher(head).find() && (start.startsWith("@") || start.startsWith("%"))) {
            return FileFormat.BIBTEX;
        }
        if (NMODL.matcher(head).results().count() >= 2) {
            return FileFormat.NMODL;
        }
        return isTable(lines) ? FileFormat.CSV : FileFormat.TEXT;
    }

    private static FileFormat xml(String start, String name) {
        if (Pattern.compile("<(\\w+:)?(article|pmc-articleset|OAI-PMH)[\\s>]")
                .matcher(start)
                .find()) {
            return FileFormat.JATS;
        }
        boolean html =
                Pattern.compile("(?i)<(!doctype\\s+)?html").matcher(start).find();
        throw FormatDetection.refused(
                name,
                "FORMAT_NOT_TAKEN",
                html ? "is a web page (HTML)" : "is XML, and no article of JATS",
                html ? "Print it to PDF, or download the paper as JATS." : "Of XML, papers as JATS are taken.");
    }

    /** Comments, then lines of seven numbers. */
    private static boolean isSwc(List<String> lines) {
        var rows = lines.stream()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .limit(3)
                .toList();
        return !rows.isEmpty() && rows.stream().allMatch(TextFormats::isPoint);
    }

    private static boolean isPoint(String row) {
        var words = row.split("[\\s,]+");
        return words.length >= 7
                && List.of(words).subList(0, 7).stream()
                        .allMatch(w -> NUMBER.matcher(w).matches())
                && words[0].matches("\\d+")
                && words[1].matches("-?\\d+")
                && words[6].matches("-?\\d+");
    }

    /** Lines of equally many fields, two or more, for one of the delimiters; two lines at least. */
    private static boolean isTable(List<String> lines) {
        var rows = lines.stream()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .limit(20)
                .toList();
        if (rows.size() < 2) {
            return false;
        }
        for (char delimiter : new char[] {'\t', ';', ','}) {
            var counts = rows.stream().map(r -> fields(r, delimiter)).distinct().toList();
            boolean regular = counts.size() == 1 && counts.getFirst() >= 2;
            boolean brief = rows.getFirst().length() < 2000 && fields(rows.getFirst(), delimiter) >= 2;
            if (regular && brief && (delimiter != ',' || !isProse(rows))) {
                return true;
            }
        }
        return false;
    }

    /** Sentences may hold one comma each; tables hold numbers. */
    private static boolean isProse(List<String> rows) {
        return rows.stream()
                .skip(1)
                .noneMatch(r ->
                        Pattern.compile("(^|,)\\s*\"?[-+]?\\.?\\d").matcher(r).find());
    }

    private static int fields(String row, char delimiter) {
        int count = 1;
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            quoted ^= row.charAt(i) == '"';
            count += !quoted && row.charAt(i) == delimiter ? 1 : 0;
        }
        return count;
    }
}
