package io.brainwright.synthesis.model.fit;

import io.brainwright.neuro.morphology.Morphology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Measures how thick the dendrites of reconstructions are: along their terminal sections, and how fast they thicken towards the soma. */
final class DiameterFit {
    private static final double TAPER =
            1.15; // a grown terminal section is so much thicker in its middle than at its tip

    private final List<Piece> terminal = new ArrayList<>();
    private final List<Trunk> trunks = new ArrayList<>();

    private record Piece(double diameter_um, double length_um) {}

    private record Trunk(double diameter_um, double leaves) {}

    void section(Morphology cell, int s) {
        if (cell.children(s).length == 0) {
            terminal.addAll(pieces(cell, s));
        }
    }

    /**
     * @param root first section of a tree; its start, which widens into the soma, counts as little as it is long
     */
    void tree(Morphology cell, int root, double leaves) {
        if (leaves > 1) {
            trunks.add(new Trunk(median_um(pieces(cell, root)), leaves));
        }
    }

    private static List<Piece> pieces(Morphology cell, int s) {
        var pieces = new ArrayList<Piece>();
        for (int p = cell.begin(s); p < cell.end(s) - 1; p++) {
            pieces.add(new Piece((cell.diameter(p) + cell.diameter(p + 1)) / 2.0, cell.segmentLength_um(p)));
        }
        return pieces;
    }

    /** Diameter at grown tips, so that half of all terminal length is thicker than the reconstructions' median. */
    double terminal_um() {
        return median_um(terminal) / TAPER;
    }

    /** Median over trees of a = ln leaves / ln (trunk / tip); 4 where no trunk is thicker than its tips. */
    double rall(double terminal_um) {
        var found = new ArrayList<Double>();
        for (var trunk : trunks) {
            double ratio = trunk.diameter_um() / terminal_um;
            found.add(ratio > 1.1 ? StrictMath.log(trunk.leaves()) / StrictMath.log(ratio) : 4);
        }
        return NeuriteFit.median(found);
    }

    /** Median by length. */
    private static double median_um(List<Piece> pieces) {
        var sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparingDouble(Piece::diameter_um));
        double all = sorted.stream().mapToDouble(Piece::length_um).sum();
        double sum = 0;
        for (var piece : sorted) {
            sum += piece.length_um();
            if (sum >= all / 2) {
                return piece.diameter_um();
            }
        }
        return 1;
    }
}
