package io.brainwright.neuro.morphology.io;

import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.morphology.SomaShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the contour of the soma and the trees out of a Neurolucida file; markers, spines and pictures are left out. */
final class AscTree {
    private static final Map<String, Byte> TYPES = Map.of(
            "CellBody", SectionType.SOMA,
            "Axon", SectionType.AXON,
            "Dendrite", SectionType.BASAL,
            "Apical", SectionType.APICAL);

    /** A run of tokens that is one branch, waiting to be read. */
    private record Branch(int from, int to, int parentSection) {}

    private final Findings findings;
    private final AscTokens tokens;
    private final Draft draft = new Draft();

    AscTree(Findings findings) {
        this.findings = findings;
        this.tokens = new AscTokens(findings);
    }

    /** The whole cell; section 0 is the soma. */
    Draft read() {
        var bodies = new ArrayList<Integer>();
        var trees = new ArrayList<Integer>();
        for (int t = 0; t < tokens.size(); t++) {
            if (!tokens.is(t, "(")) {
                findings.warn("WORD_OUTSIDE", tokens.where(t), "'" + tokens.word(t) + "'", "blocks in brackets");
                continue;
            }
            int type = type(t);
            if (type > 0) {
                (type == SectionType.SOMA ? bodies : trees).add(t);
            } else if (hasPoints(t)) {
                findings.warn(
                        "BLOCK_UNKNOWN",
                        tokens.where(t),
                        "a drawing of no known type",
                        String.join(", ", TYPES.keySet()));
            }
            t = tokens.partner(t);
        }
        soma(bodies, trees);
        for (byte type : new byte[] {SectionType.AXON, SectionType.BASAL, SectionType.APICAL}) {
            trees.stream().filter(t -> type(t) == type).forEach(t -> tree(t, type));
        }
        findings.stopAtErrors();
        return draft;
    }

    private int type(int block) {
        for (int t = block + 1; t < tokens.partner(block) && !tokens.isPoint(t); t++) {
            if (tokens.is(t, "(")) {
                var type = TYPES.get(tokens.word(t + 1));
                if (type != null && tokens.is(t + 2, ")")) {
                    return type;
                }
                t = tokens.isFork(t) ? t : tokens.partner(t);
            }
        }
        return 0;
    }

    private boolean hasPoints(int block) {
        for (int t = block + 1; t < tokens.partner(block); t++) {
            if (tokens.isPoint(t)) {
                return true;
            }
        }
        return false;
    }

    private void soma(List<Integer> bodies, List<Integer> trees) {
        draft.section(-1, SectionType.SOMA);
        if (bodies.isEmpty()) {
            findings.clash(
                    "SOMA_MISSING",
                    "the whole file",
                    "no CellBody",
                    "one contour of a CellBody",
                    trees.isEmpty() ? "no trees either" : "trees from " + tokens.where(trees.getFirst()));
            findings.stopAtErrors();
        }
        int body = bodies.getFirst();
        for (int other : bodies.subList(1, bodies.size())) {
            if (findings.repairable(
                    "SOMA_TWICE",
                    tokens.where(other),
                    "a second contour of a CellBody",
                    "one contour",
                    tokens.where(bodies.getFirst()),
                    "the contour of the most points is kept")) {
                body = tokens.partner(other) - other > tokens.partner(body) - body ? other : body;
            }
        }
        for (int t = body + 1; t < tokens.partner(body); t++) {
            if (tokens.isPoint(t)) {
                point(t);
                t = tokens.partner(t);
            }
        }
        if (draft.end(0) == 0) {
            throw findings.fatal(
                    "SOMA_EMPTY", tokens.where(body), "a CellBody without points", "points x y z diameter");
        }
    }

    SomaShape somaShape() {
        return draft.end(0) == 1 ? SomaShape.SPHERE : SomaShape.CONTOUR;
    }

    private void tree(int block, byte type) {
        var waiting = new ArrayDeque<Branch>();
        waiting.push(new Branch(block + 1, tokens.partner(block), 0));
        while (!waiting.isEmpty()) {
            branch(waiting, type);
        }
    }

    private void branch(ArrayDeque<Branch> waiting, byte type) {
        var branch = waiting.pop();
        int section = -1;
        int to = branch.to();
        for (int t = branch.from(); t < to; t++) {
            if (tokens.isPoint(t)) {
                if (section < 0) {
                    section = begin(branch.parentSection(), type, t);
                }
                point(t);
                t = tokens.partner(t);
            } else if (tokens.isFork(t)) {
                var forks = forks(t, section < 0 ? branch.parentSection() : section);
                if (forks.size() > 1) {
                    forks.reversed().forEach(waiting::push);
                    t = tokens.partner(t);
                } else {
                    findings.warn("FORK_OF_ONE", tokens.where(t), "one branch", "two or more; it continues its parent");
                }
            } else if (tokens.is(t, "(") || tokens.is(t, "<")) {
                t = tokens.partner(t);
            }
        }
    }

    /** A section, begun with its parent's last point unless it repeats it itself. */
    private int begin(int parent, byte type, int t) {
        int section = draft.section(parent, type);
        if (parent > 0) {
            float[] first = numbers(t);
            int last = draft.end(parent) - 1;
            boolean repeats =
                    draft.at(0, last) == first[0] && draft.at(1, last) == first[1] && draft.at(2, last) == first[2];
            if (!repeats) {
                draft.point(draft.at(0, last), draft.at(1, last), draft.at(2, last), first[3], draft.place(last));
            }
        }
        return section;
    }

    private List<Branch> forks(int open, int parentSection) {
        var forks = new ArrayList<Branch>();
        int from = open + 1;
        for (int t = from; t <= tokens.partner(open); t++) {
            if (t == tokens.partner(open) || tokens.is(t, "|")) {
                forks.add(new Branch(from, t, parentSection));
                from = t + 1;
            } else if (tokens.is(t, "(") || tokens.is(t, "<")) {
                t = tokens.partner(t);
            }
        }
        return forks;
    }

    private void point(int t) {
        float[] v = numbers(t);
        draft.point(v[0], v[1], v[2], v[3], tokens.line(t));
    }

    private float[] numbers(int open) {
        float[] v = new float[4];
        int n = Math.min(4, tokens.partner(open) - open - 1);
        if (n < 4) {
            findings.error("COLUMNS_MISSING", tokens.where(open), n + " numbers in a point", "four: x y z diameter");
        }
        for (int c = 0; c < n; c++) {
            var word = tokens.word(open + 1 + c);
            try {
                v[c] = Float.parseFloat(word);
            } catch (NumberFormatException broken) {
                findings.error("NOT_A_NUMBER", tokens.where(open), "'" + word + "'", "a finite number");
            }
        }
        return v;
    }
}
