package io.brainwright.connectome.model.edit;

import java.util.HashMap;
import java.util.Map;

/**
 * Chance by where both cells lie: {@code p(bin) = connections / pairs} in bins of the source's depth, the target's depth (100 um
 * each, chosen) and the horizontal distance (50 um, chosen). A bin without connections gets none.
 */
final class PositionFit implements ModelFit {
    private static final double DEPTH_UM = 100;
    private static final double HORIZONTAL_UM = 50;

    private final CellPlaces places;
    private final Map<Bin, Count> counts = new HashMap<>();

    private record Bin(int sourceDepth, int targetDepth, int horizontal) {
        static Bin of(CellPlaces places, int source, int target) {
            return new Bin(
                    (int) Math.floor(places.depth_um(source) / DEPTH_UM),
                    (int) Math.floor(places.depth_um(target) / DEPTH_UM),
                    (int) (places.horizontal_um(source, target) / HORIZONTAL_UM));
        }
    }

    private static final class Count {
        private long pairs;
        private long connections;
    }

    PositionFit(CellPlaces places) {
        this.places = places;
    }

    @Override
    public void pair(int source, int target, boolean connected) {
        var count = counts.computeIfAbsent(Bin.of(places, source, target), _ -> new Count());
        count.pairs++;
        count.connections += connected ? 1 : 0;
    }

    @Override
    public ConnectionModel model() {
        var chances = new HashMap<Bin, Double>();
        counts.forEach((bin, count) -> chances.put(bin, (double) count.connections / count.pairs));
        return new Model(Map.copyOf(chances));
    }

    private record Model(Map<Bin, Double> chances) implements ConnectionModel {
        @Override
        public double weight(CellPlaces places, int source, int target) {
            return chances.getOrDefault(Bin.of(places, source, target), 0.0);
        }

        @Override
        public String words() {
            return "%d bins of position, %d of them with connections"
                    .formatted(
                            chances.size(),
                            chances.values().stream().filter(p -> p > 0).count());
        }
    }
}
