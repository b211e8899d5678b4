package io.brainwright.render.model.sound;

import io.brainwright.render.model.column.PlacedCell;
import io.brainwright.render.model.movie.TimeMap;
import io.brainwright.render.model.scenefile.Audio;
import io.brainwright.render.model.world.Neurites;
import io.brainwright.render.model.world.SpikeTrain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Maps spikes to sounds: onset = screen time of the spike, pan by the soma's place, pitch by its depth or layer, timbre by its class.
 *
 * <p>Where many sound within 20 ms each is softer, by one over the square root of their number.
 */
public final class SoundScore {
    private static final int[] PENTATONIC = {0, 2, 4, 7, 9};
    private static final double CROWD_S = 0.02;
    private static final double SEMITONES = 12;

    private final Audio audio;
    private final Map<Long, PlacedCell> cells = new HashMap<>();
    private final double[] low = new double[3];
    private final double[] high = new double[3];

    /** @param cells as they stand in the picture: up is towards the pia */
    public SoundScore(Audio audio, List<PlacedCell> cells) {
        this.audio = audio;
        java.util.Arrays.fill(low, Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (var cell : cells) {
            this.cells.put(cell.node_id(), cell);
            double[] p = Neurites.soma(cell);
            for (int k = 0; k < 3; k++) {
                low[k] = Math.min(low[k], p[k]);
                high[k] = Math.max(high[k], p[k]);
            }
        }
    }

    /** Events by rising onset; spikes of cells that are not in the picture, or outside its time, are silent. */
    public List<SoundEvent> events(SpikeTrain spikes, TimeMap times) {
        var events = new ArrayList<SoundEvent>();
        for (int i = 0; i < spikes.count(); i++) {
            double t = spikes.time_ms(i);
            var cell = cells.get(spikes.node(i));
            if (cell != null && t >= times.begin_ms() && t < times.end_ms()) {
                events.add(event(cell, t, times.screen_s(t)));
            }
        }
        return softened(events);
    }

    private SoundEvent event(PlacedCell cell, double t_ms, double onset_s) {
        double[] at = Neurites.soma(cell);
        double pan = switch (audio.pan()) {
            case "soma.x" -> 2 * share(at, 0) - 1;
            case "soma.z" -> 2 * share(at, 2) - 1;
            default -> 0;
        };
        var other = audio.synth().equals("bell") ? "pluck" : "bell";
        boolean otherwise = audio.timbre().equals("class") && !cell.excitatory();
        return new SoundEvent(
                onset_s,
                pan,
                pitch_Hz(cell, at),
                otherwise ? other : audio.synth(),
                audio.gain(),
                cell.node_id(),
                t_ms);
    }

    /** Superficial is high: the height's share of the octaves, on the scale. */
    private double pitch_Hz(PlacedCell cell, double[] at) {
        var pitch = audio.pitch();
        double height = pitch.by().equals("layer") && cell.layer() > 0 ? (6 - cell.layer()) / 5.0 : share(at, 1);
        double semitones = height * pitch.octaves() * SEMITONES;
        if (pitch.scale().equals("pentatonic")) {
            int steps = (int) Math.rint(height * pitch.octaves() * PENTATONIC.length);
            semitones = SEMITONES * (steps / PENTATONIC.length) + PENTATONIC[steps % PENTATONIC.length];
        }
        return pitch.low_Hz() * StrictMath.pow(2, Math.rint(semitones) / SEMITONES);
    }

    private double share(double[] at, int axis) {
        return high[axis] > low[axis] ? (at[axis] - low[axis]) / (high[axis] - low[axis]) : 0.5;
    }

    private static List<SoundEvent> softened(List<SoundEvent> events) {
        events.sort(java.util.Comparator.comparingDouble(SoundEvent::onset_s).thenComparingLong(SoundEvent::node_id));
        var soft = new ArrayList<SoundEvent>();
        int from = 0;
        int to = 0;
        for (var e : events) {
            while (events.get(from).onset_s() < e.onset_s() - CROWD_S / 2) {
                from++;
            }
            while (to < events.size() && events.get(to).onset_s() <= e.onset_s() + CROWD_S / 2) {
                to++;
            }
            double gain = e.gain() / Math.sqrt(to - from);
            soft.add(new SoundEvent(e.onset_s(), e.pan(), e.pitch_Hz(), e.timbre(), gain, e.node_id(), e.time_ms()));
        }
        return soft;
    }
}
