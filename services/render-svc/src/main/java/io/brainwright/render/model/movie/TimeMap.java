package io.brainwright.render.model.movie;

import io.brainwright.render.model.scenefile.Moments;
import io.brainwright.render.model.scenefile.Timing;
import java.util.List;

/**
 * Simulated time and screen time.
 *
 * <pre>{@code
 *   screen(t) = integral from t0 to t of slowdown(u) du
 * }</pre>
 *
 * The slow-down is constant between warps, so the map is linear between them and has an exact inverse.
 */
public final class TimeMap {
    private final double[] sim_ms;
    private final double[] screen_ms;
    private final double[] slowdown;

    private TimeMap(double[] sim_ms, double[] screen_ms, double[] slowdown) {
        this.sim_ms = sim_ms;
        this.screen_ms = screen_ms;
        this.slowdown = slowdown;
    }

    /** @param end_ms end of the run, where the scene says no times */
    public static TimeMap of(Timing timing, double end_ms) {
        double from = timing.sim().isEmpty() ? 0 : Moments.ms(timing.sim().get(0));
        double to = timing.sim().isEmpty() ? end_ms : Moments.ms(timing.sim().get(1));
        double slow = timing.slowdown();
        List<Timing.Warp> warps = timing.warp();
        double[] sim = new double[warps.size() + 2];
        double[] factor = new double[warps.size() + 2];
        int n = 1;
        sim[0] = from;
        for (var warp : warps) {
            double at = Moments.ms(warp.at());
            if (at <= from) {
                slow = warp.slowdown();
            } else if (at < to) {
                factor[n - 1] = slow;
                sim[n++] = at;
                slow = warp.slowdown();
            }
        }
        factor[n - 1] = slow;
        sim[n] = to;
        factor[n] = slow;
        double[] screen = new double[n + 1];
        for (int i = 1; i <= n; i++) {
            screen[i] = screen[i - 1] + (sim[i] - sim[i - 1]) * factor[i - 1];
        }
        return new TimeMap(java.util.Arrays.copyOf(sim, n + 1), screen, factor);
    }

    public double begin_ms() {
        return sim_ms[0];
    }

    public double end_ms() {
        return sim_ms[sim_ms.length - 1];
    }

    /** Length of the movie, s. */
    public double duration_s() {
        return screen_ms[screen_ms.length - 1] / 1000;
    }

    /** Screen time of a simulated moment, s from the movie's begin. */
    public double screen_s(double t_ms) {
        int i = 0;
        while (i < sim_ms.length - 2 && sim_ms[i + 1] <= t_ms) {
            i++;
        }
        return (screen_ms[i] + (t_ms - sim_ms[i]) * slowdown[i]) / 1000;
    }

    /** Simulated moment of a screen time, ms. */
    public double sim_ms(double screen_s) {
        double screen = screen_s * 1000;
        int i = 0;
        while (i < sim_ms.length - 2 && screen_ms[i + 1] <= screen) {
            i++;
        }
        return sim_ms[i] + (screen - screen_ms[i]) / slowdown[i];
    }

    /** Slow-down at a simulated moment. */
    public double slowdown(double t_ms) {
        int i = 0;
        while (i < sim_ms.length - 2 && sim_ms[i + 1] <= t_ms) {
            i++;
        }
        return slowdown[i];
    }
}
