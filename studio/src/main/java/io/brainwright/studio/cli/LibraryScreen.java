package io.brainwright.studio.cli;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.brainwright.proto.library.v1.Document;
import io.brainwright.proto.library.v1.FoundPassage;
import io.brainwright.proto.library.v1.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Documents, passages and values as a person reads them. */
final class LibraryScreen {
    private static final int WIDTH = 100;
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[22m";
    /** Eight digits name a document, as long as no other begins so. */
    private static final int BRIEF_ID = 8;

    private final boolean terminal;

    LibraryScreen() {
        this.terminal = System.console() != null && System.console().isTerminal();
    }

    LibraryScreen(boolean terminal) {
        this.terminal = terminal;
    }

    /** An answer as JSON, every field named as the contract names it. */
    static String json(Message answer) {
        try {
            return JsonFormat.printer()
                    .preservingProtoFieldNames()
                    .alwaysPrintFieldsWithNoPresence()
                    .print(answer);
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String brief(String id) {
        return id.substring(0, Math.min(BRIEF_ID, id.length()));
    }

    /** The passage with its hits, its citation beneath. */
    String passage(FoundPassage found) {
        var d = found.getDocument();
        return wrapped(marked(found), "  ") + "\n    — " + printable(d.getCitation()) + "\n    " + place(found) + "\n";
    }

    /** A passage within its document: no citation. */
    String row(FoundPassage found) {
        return "%4d %s%n%s%n".formatted(found.getQuote().getPassage(), heading(found), wrapped(marked(found), "     "));
    }

    String document(Document d) {
        var year = d.hasYear() ? String.valueOf(d.getYear()) : "year unknown";
        return "%s  %-12s %-6s %s. %s (%s)%n          licence: %s; %d passages%s"
                .formatted(
                        brief(d.getId()),
                        d.getKind(),
                        d.getFormat(),
                        printable(d.getShortName()),
                        printable(d.getTitle()),
                        year,
                        printable(d.getLicence()),
                        d.getPassages(),
                        d.hasDataset() ? "; dataset " + d.getDataset().getId() : "");
    }

    String value(Value v) {
        var text = new StringBuilder();
        text.append("%s = %s %s".formatted(printable(v.getPath()), v.getValue(), printable(v.getUnit())));
        if (v.hasSd()) {
            text.append(" ± ").append(v.getSd());
        } else if (v.hasSpread()) {
            text.append(" ± %s (%s)".formatted(v.getSpread(), v.getSpreadKind()));
        }
        text.append("%n    %s. %s".formatted(printable(v.getDescription()), printable(v.getSource())));
        if (v.getGeneralisedCount() > 0) {
            text.append(" [").append(String.join("; ", v.getGeneralisedList())).append(']');
        }
        if (!v.getDocumentId().isEmpty()) {
            text.append(" (%s, %s)".formatted(brief(v.getDocumentId()), v.getPlace()));
        }
        return text.toString();
    }

    private static String place(FoundPassage found) {
        return "%s, passage %d, %s"
                .formatted(
                        brief(found.getQuote().getDocumentId()),
                        found.getQuote().getPassage(),
                        heading(found));
    }

    private static String heading(FoundPassage found) {
        var words = new ArrayList<String>();
        words.add(found.getKind().toLowerCase(Locale.ROOT).replace('_', ' '));
        if (!found.getSection().isEmpty()) {
            words.add("\"" + printable(found.getSection()) + "\"");
        }
        if (found.getPage() > 0) {
            words.add("page " + found.getPage());
        }
        if (!found.getElement().isEmpty()) {
            words.add(printable(found.getElement()));
        }
        return String.join(", ", words);
    }

    private String marked(FoundPassage found) {
        var text = found.getQuote().getText();
        var marked = new StringBuilder();
        int at = 0;
        for (var span : found.getHighlightsList()) {
            if (span.getBegin() < at) {
                continue;
            }
            marked.append(printable(text.substring(at, span.getBegin())));
            marked.append(terminal ? BOLD : "*").append(printable(text.substring(span.getBegin(), span.getEnd())));
            marked.append(terminal ? PLAIN : "*");
            at = span.getEnd();
        }
        return marked.append(printable(text.substring(at))).toString();
    }

    /** Text of files must not steer the terminal. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", " ");
    }

    private static String wrapped(String text, String indent) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : List.of(text.split(" "))) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(indent + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(indent + line);
        return String.join("\n", lines);
    }
}
