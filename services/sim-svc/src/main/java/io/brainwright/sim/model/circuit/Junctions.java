package io.brainwright.sim.model.circuit;

/**
 * Gap junctions, one entry per junction in each array. They have no direction: which side is called source says nothing. The arrays
 * belong to this object.
 *
 * @param source node id of one cell
 * @param target node id of the other
 * @param sourceSection section of the first, 0 = soma
 * @param targetSection section of the second
 * @param sourcePos where on the section, 0 to 1
 * @param targetPos where on the section, 0 to 1
 * @param conductance_nS of each junction
 */
@SuppressWarnings("ArrayRecordComponent")
public record Junctions(
        long[] source,
        long[] target,
        int[] sourceSection,
        int[] targetSection,
        float[] sourcePos,
        float[] targetPos,
        float[] conductance_nS) {
    public int count() {
        return source.length;
    }
}
