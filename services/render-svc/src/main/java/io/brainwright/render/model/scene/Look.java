package io.brainwright.render.model.scene;

import java.util.List;

/**
 * How a picture feels.
 *
 * @param samples per pixel and axis: 2 for a finished picture, 1 for a draft
 * @param minRadius_px thinner neurites are drawn that wide, and dimmer
 * @param top background, linear RGB
 * @param bottom background, linear RGB
 * @param key direction to the light: right, up, towards an eye at azimuth 0; of any length
 * @param ambient light from everywhere
 * @param occlusion_um reach of the darkness in crevices; 0: none
 * @param occlusion its strength, 0..1
 * @param shadows whether the key light casts any
 * @param fogNear where the fog begins, in radii of the scene behind its front
 * @param fogFar where it is thickest
 * @param fog share of the background there
 * @param glowStrength factor on what bleeds
 * @param glowRadii_px blur radii for a picture 1400 px wide
 */
public record Look(
        int samples,
        double minRadius_px,
        List<Float> top,
        List<Float> bottom,
        List<Double> key,
        double ambient,
        double occlusion_um,
        double occlusion,
        boolean shadows,
        double fogNear,
        double fogFar,
        double fog,
        double glowStrength,
        List<Double> glowRadii_px) {
    /** A night sky; chosen with the eye. */
    public static Look night() {
        return new Look(
                2,
                0.55,
                List.of(0.0060f, 0.0082f, 0.0175f),
                List.of(0.0060f, 0.0082f, 0.0175f),
                List.of(-0.45, 0.7, 0.55),
                0.34,
                14,
                0.75,
                true,
                0,
                2,
                0.55,
                1,
                List.of(2.0, 6.0, 16.0, 40.0));
    }
}
