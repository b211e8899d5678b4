package io.brainwright.connectome.model.edit;

/** Chance by distance, see {@link DistanceDecay}. */
final class DistanceFit implements ModelFit {
    private final CellPlaces places;
    private final DistanceDecay decay = new DistanceDecay();

    DistanceFit(CellPlaces places) {
        this.places = places;
    }

    @Override
    public void pair(int source, int target, boolean connected) {
        decay.pair(places.distance_um(source, target), connected);
    }

    @Override
    public ConnectionModel model() {
        return new Model(decay.fit());
    }

    private record Model(DistanceDecay.Fitted decay) implements ConnectionModel {
        @Override
        public double weight(CellPlaces places, int source, int target) {
            return decay.chance(places.distance_um(source, target));
        }

        @Override
        public String words() {
            return decay.words();
        }
    }
}
