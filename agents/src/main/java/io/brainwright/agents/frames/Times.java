package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says of each time of a request what it is the time of.
 *
 * <p>All times are read together: of all ways to give each a role, no role twice, the one is taken that the words around speak for most
 * ({@link TimeCues}). A simulation that ends before its stimulus begins
 * is a poor reading, taken only where the words say so outright: then it is asked about.
 */
final class Times {
    /** chosen: more times than this in one sentence are a list and are asked about */
    private static final int MOST = 5;

    private static final int CONTRADICTION = 10;

    private final TimeCues cues;
    private final List<Amount> times;
    private Map<Amount, TimeRole> best = Map.of();
    private int bestScore = Integer.MIN_VALUE;

    private Times(TimeCues cues, List<Amount> times) {
        this.cues = cues;
        this.times = times.subList(0, Math.min(MOST, times.size()));
    }

    /**
     * The roles of some times.
     *
     * @param times free quantities of time, in their order
     * @param anchor the word that the stimulus hangs on
     * @param kind the stimulus' kind, empty where it is unknown
     */
    static Map<Amount, TimeRole> roles(Reading r, List<Amount> times, int anchor, String kind) {
        var search = new Times(new TimeCues(r.u(), anchor, kind), times);
        search.assign(new ArrayList<>(), 0);
        return search.best;
    }

    private void assign(List<TimeRole> given, int score) {
        if (given.size() == times.size()) {
            int total = score - (ends(given) ? 0 : CONTRADICTION);
            if (total > bestScore) {
                bestScore = total;
                best = new LinkedHashMap<>();
                for (int i = 0; i < times.size(); i++) {
                    best.put(times.get(i), given.get(i));
                }
            }
            return;
        }
        var time = times.get(given.size());
        for (var role : EnumSet.allOf(TimeRole.class)) {
            boolean taken = role != TimeRole.OTHER && given.contains(role)
                    || role.begins() && given.stream().anyMatch(TimeRole::begins);
            if (!taken) {
                given.add(role);
                assign(given, score + cues.of(time, role));
                given.removeLast();
            }
        }
    }

    /** Whether the simulation lasts longer than its stimulus waits. */
    private boolean ends(List<TimeRole> given) {
        int run = given.indexOf(TimeRole.RUN);
        for (int i = 0; i < given.size() && run >= 0; i++) {
            if (given.get(i).begins() && times.get(i).value() >= times.get(run).value()) {
                return false;
            }
        }
        return true;
    }
}
