package io.brainwright.neuro.atlas.fields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why a voxel's fields are not to be trusted: bits that add up. */
public final class BadVoxels {
    /** No way within the region leads to both the pia and the lower face. */
    public static final byte UNCONNECTED = 1;

    /** The potential has no slope here. */
    public static final byte NO_DIRECTION = 2;

    /** The streamline leaves the region before it reaches the pia. */
    public static final byte NO_PIA = 4;

    /** The streamline leaves the region before it reaches the lower face. */
    public static final byte NO_BOTTOM = 8;

    /** The streamline meets a lower layer above a higher one. */
    public static final byte LAYERS_OUT_OF_ORDER = 16;

    /** The streamline is longer than the greatest thickness that was given. */
    public static final byte TOO_THICK = 32;

    /** The voxel has no place of its own on the flat map: its streamline leaves the region before the middle, or meets no patch. */
    public static final byte NO_PLACE = 64;

    private static final Map<Byte, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(UNCONNECTED, "not connected with both the pia and the lower face");
        WORDS.put(NO_DIRECTION, "no direction: the potential is flat");
        WORDS.put(NO_PIA, "the streamline leaves the region before the pia");
        WORDS.put(NO_BOTTOM, "the streamline leaves the region before the lower face");
        WORDS.put(LAYERS_OUT_OF_ORDER, "the streamline meets layers out of order");
        WORDS.put(TOO_THICK, "the streamline is longer than the greatest thickness");
        WORDS.put(
                NO_PLACE, "no place of its own on the flat map: the streamline meets no patch of the surface half way");
    }

    private BadVoxels() {}

    /**
     * One reason.
     *
     * @param bit its value in the volume
     * @param reason in words
     * @param voxels how many
     * @param examples the first of them, indices in the volume
     */
    public record Reason(int bit, String reason, int voxels, List<String> examples) {
        public Reason {
            examples = List.copyOf(examples);
        }
    }

    static List<Reason> reasons(LayeredRegion region, byte[] bad) {
        var reasons = new ArrayList<Reason>();
        WORDS.forEach((bit, words) -> {
            int n = 0;
            var examples = new ArrayList<String>();
            for (int v = 0; v < bad.length; v++) {
                if ((bad[v] & bit) != 0 && n++ < 5) {
                    examples.add("(%d, %d, %d)"
                            .formatted(region.volumeIndex(v, 0), region.volumeIndex(v, 1), region.volumeIndex(v, 2)));
                }
            }
            reasons.add(new Reason(bit, words, n, examples));
        });
        return reasons;
    }
}
