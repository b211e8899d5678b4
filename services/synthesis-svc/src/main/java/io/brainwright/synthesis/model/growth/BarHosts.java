package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.random.Draws;
import java.util.List;

/** Decides from which elder bar each bar parts: any that is alive at the fork and outlives it, with equal chance. */
final class BarHosts {
    private BarHosts() {}

    /** Host of each bar, -1 for bar 0; bars stand by fork, bar 0 has the farthest tip. */
    static int[] draw(List<List<Float>> bars, Draws draws) {
        int[] host = new int[bars.size()];
        int[] fits = new int[bars.size()];
        host[0] = -1;
        for (int b = 1; b < host.length; b++) {
            int n = 0;
            for (int e = 0; e < b; e++) {
                boolean alive = bars.get(e).get(1) < bars.get(b).get(1) || e == 0;
                if (alive && bars.get(e).get(0) >= bars.get(b).get(0)) {
                    fits[n++] = e;
                }
            }
            host[b] = n == 0 ? 0 : fits[draws.nextInt(n)];
        }
        return host;
    }
}
