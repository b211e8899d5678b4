package io.brainwright.library.model.intake;

import io.brainwright.library.model.document.Document;
import io.brainwright.library.model.reading.Facts;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;

/** Licence and citation of a document: as the scientist says, else as the file says; never absent. */
final class Citations {
    private static final int MANY_AUTHORS = 6;

    private Citations() {}

    /** "Surname G, Other H (2016) Title. Journal. doi:10.1/x"; empty where neither authors nor DOI are known. */
    static String of(Facts facts) {
        if (facts.title().isBlank() || (facts.authors().isEmpty() && facts.doi().isEmpty())) {
            return "";
        }
        var authors = facts.authors().size() > MANY_AUTHORS
                ? String.join(", ", facts.authors().subList(0, MANY_AUTHORS)) + ", et al."
                : String.join(", ", facts.authors());
        var text = new StringBuilder(authors);
        text.append(facts.year() == null ? "" : (text.isEmpty() ? "(" : " (") + facts.year() + ")");
        text.append(text.isEmpty() ? "" : " ").append(ended(facts.title()));
        text.append(facts.journal().isBlank() ? "" : " " + ended(facts.journal()));
        text.append(facts.doi().isEmpty() ? "" : " doi:" + facts.doi());
        return text.toString();
    }

    /** @throws Problem INVALID where licence or citation are told by nobody */
    static void check(String name, String licence, String citation) {
        var faults = new ArrayList<FieldFault>();
        if (licence.isBlank()) {
            faults.add(new FieldFault("licence", "the file tells none; give its licence, or 'unknown'"));
        }
        if (citation.isBlank()) {
            faults.add(new FieldFault(
                    "citation",
                    "the file does not tell title and authors or DOI; cite where it comes from, or 'unknown'"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("'%s' cannot be imported without licence and citation.".formatted(name), faults);
        }
    }

    /** A citation that was made from facts, made again from better ones; one that was told stays. */
    static String improved(Document document, Facts before, Facts after) {
        return document.citation().equals(of(before)) || document.citation().equals(Document.UNKNOWN)
                ? of(after)
                : document.citation();
    }

    private static String ended(String sentence) {
        return sentence.matches(".*[.?!]$") ? sentence : sentence + ".";
    }
}
