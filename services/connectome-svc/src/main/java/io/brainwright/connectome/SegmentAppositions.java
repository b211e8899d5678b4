package io.brainwright.connectome;

import io.brainwright.connectome.files.PairFile;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/** Appositions of the segments of two files; for the command line, starts no services. */
public final class SegmentAppositions {
    private SegmentAppositions() {}

    /**
     * Writes all pairs of an axon segment and a dendrite segment of different cells whose surfaces are nearer than a gap, by the order of
     * the two files: {@code axon_id,dendrite_id,surface_gap_um}. The file appears whole or not at all.
     *
     * @param axons CSV with columns id,x0,y0,z0,x1,y1,z1,radius,cell, in um
     * @param dendrites another
     * @param gap_um not itself included
     * @param pairs where to write
     * @return how many pairs there are, and what the search took
     */
    public static PairFile.Done write(Path axons, Path dendrites, double gap_um, Path pairs) {
        if (!(gap_um > 0 && gap_um <= 100)) {
            throw Problem.invalid(
                    "The gap is %s um.".formatted(gap_um),
                    List.of(new FieldFault("--gap-um", "spines bridge some 2.5 um; give more than 0 and up to 100.")));
        }
        return PairFile.write(axons, dendrites, gap_um, pairs);
    }
}
