package io.brainwright.sim.model.circuit;

/**
 * Synapses as SONATA edges, one entry per contact in each array, in the table's order. The arrays belong to this object.
 */
public final class Contacts {
    /** syn_type_id from which a synapse is excitatory, in SONATA's practice. */
    private static final int FIRST_EXCITATORY = 100;

    private final long[] source;
    private final long[] target;
    private final int[] section;
    private final int[] type;
    private final float[][] numbers;

    /** The numbers of a contact, in this order. */
    public enum Number {
        /** Where on the section, 0 to 1. */
        AFFERENT_SECTION_POS,
        /** Peak conductance, nS. */
        CONDUCTANCE,
        /** Decay of the fast conductance, ms. */
        DECAY_TIME,
        /** Recovery from depression, ms. */
        DEPRESSION_TIME,
        /** Decay of facilitation, ms. */
        FACILITATION_TIME,
        /** Utilisation at 2 mM calcium. */
        U_SYN,
        /** Axonal and synaptic delay, ms. */
        DELAY,
        /** NMDA over AMPA peak. */
        CONDUCTANCE_SCALE_FACTOR,
        /** Half-point K of the calcium curve, mM. */
        U_HILL_COEFFICIENT,
        /** Readily releasable vesicles; NaN where the table has none. */
        N_RRP_VESICLES;

        /** SONATA's name of the column. */
        public String column() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * @param source node id of the sending cell
     * @param target node id of the receiving cell
     * @param section section of the receiving cell, 0 = soma
     * @param type syn_type_id, 100 and above excitatory
     * @param numbers one array per {@link Number}
     */
    public Contacts(long[] source, long[] target, int[] section, int[] type, float[]... numbers) {
        assert numbers.length == Number.values().length : numbers.length + " numbers";
        this.source = source;
        this.target = target;
        this.section = section;
        this.type = type;
        this.numbers = numbers;
    }

    /** No synapses. */
    public static Contacts none() {
        return new Contacts(new long[0], new long[0], new int[0], new int[0], new float[Number.values().length][0]);
    }

    public int count() {
        return source.length;
    }

    public long source(int contact) {
        return source[contact];
    }

    public long target(int contact) {
        return target[contact];
    }

    public int section(int contact) {
        return section[contact];
    }

    public boolean excitatory(int contact) {
        return type[contact] >= FIRST_EXCITATORY;
    }

    public float get(Number number, int contact) {
        return numbers[number.ordinal()][contact];
    }
}
