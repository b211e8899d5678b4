package io.brainwright.render.model.movie;

import io.brainwright.render.model.scenefile.Scene;
import io.brainwright.render.model.world.ReportFeed;
import io.brainwright.render.model.world.SpikeTrain;
import java.util.Arrays;
import java.util.Collection;

/**
 * The moment that a single picture of a scene shows where nobody says which: when most happens.
 *
 * <p>That is the mean time of the spikes within the 2 ms that hold most of them, the first such 2 ms where several do. Where no cell fires
 * within the scene's time, it is when most compartments are above -40 mV; where none ever is, the middle.
 */
public final class BusiestMoment {
    /** chosen: about as long as an action potential takes to fill the dendrites next to the soma. */
    private static final double WINDOW_MS = 2;

    /** chosen: well above rest and below the peak of an action potential. */
    private static final float ACTIVE_MV = -40;

    private BusiestMoment() {}

    /** Number of the frame that shows it. */
    public static int frame(Scene scene, SceneData data, double end_ms, int frames) {
        var times = TimeMap.of(scene.time(), end_ms);
        double t_ms = of(data.spikes().values(), data.reports().values(), times.begin_ms(), times.end_ms());
        return (int) Math.clamp(Math.rint(times.screen_s(t_ms) * scene.time().fps()), 0, frames - 1);
    }

    /** Its time between two others, ms. */
    static double of(Collection<SpikeTrain> spikes, Collection<ReportFeed> reports, double from_ms, double to_ms) {
        double[] all = spikes.stream()
                .flatMapToDouble(train ->
                        java.util.stream.IntStream.range(0, train.count()).mapToDouble(train::time_ms))
                .filter(t -> t >= from_ms && t <= to_ms)
                .sorted()
                .toArray();
        return all.length > 0 ? ofSpikes(all) : ofVoltages(reports, from_ms, to_ms);
    }

    private static double ofSpikes(double[] rising_ms) {
        int first = 0;
        int bestFirst = 0;
        int most = 0;
        for (int last = 0; last < rising_ms.length; last++) {
            while (rising_ms[last] - rising_ms[first] > WINDOW_MS) {
                first++;
            }
            if (last - first + 1 > most) {
                most = last - first + 1;
                bestFirst = first;
            }
        }
        return Arrays.stream(rising_ms, bestFirst, bestFirst + most).average().orElseThrow();
    }

    private static double ofVoltages(Collection<ReportFeed> reports, double from_ms, double to_ms) {
        double[] best = {(from_ms + to_ms) / 2, 0};
        reports.forEach(report -> report.forEachFrame((t_ms, values) -> {
            int active = 0;
            for (float v : values) {
                active += v > ACTIVE_MV ? 1 : 0;
            }
            if (t_ms >= from_ms && t_ms <= to_ms && active > best[1]) {
                best[0] = t_ms;
                best[1] = active;
            }
        }));
        return best[0];
    }
}
