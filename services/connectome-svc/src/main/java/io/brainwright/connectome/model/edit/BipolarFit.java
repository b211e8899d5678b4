package io.brainwright.connectome.model.edit;

/** Chance by distance, with one {@link DistanceDecay} for sources that lie above their target and one for the others. */
final class BipolarFit implements ModelFit {
    private final CellPlaces places;
    private final DistanceDecay above = new DistanceDecay();
    private final DistanceDecay below = new DistanceDecay();

    BipolarFit(CellPlaces places) {
        this.places = places;
    }

    @Override
    public void pair(int source, int target, boolean connected) {
        (isAbove(places, source, target) ? above : below).pair(places.distance_um(source, target), connected);
    }

    @Override
    public ConnectionModel model() {
        return new Model(above.fit(), below.fit());
    }

    private static boolean isAbove(CellPlaces places, int source, int target) {
        return places.depth_um(source) < places.depth_um(target);
    }

    private record Model(DistanceDecay.Fitted above, DistanceDecay.Fitted below) implements ConnectionModel {
        @Override
        public double weight(CellPlaces places, int source, int target) {
            return (isAbove(places, source, target) ? above : below).chance(places.distance_um(source, target));
        }

        @Override
        public String words() {
            return "from above %s, from below %s".formatted(above.words(), below.words());
        }
    }
}
