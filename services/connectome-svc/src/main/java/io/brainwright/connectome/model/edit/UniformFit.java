package io.brainwright.connectome.model.edit;

import java.util.Locale;

/** One chance for all pairs: {@code p = connections / pairs}. */
final class UniformFit implements ModelFit {
    private long pairs;
    private long connections;

    @Override
    public void pair(int source, int target, boolean connected) {
        pairs++;
        connections += connected ? 1 : 0;
    }

    @Override
    public ConnectionModel model() {
        return new Model(pairs == 0 ? 0 : (double) connections / pairs);
    }

    private record Model(double chance) implements ConnectionModel {
        @Override
        public double weight(CellPlaces places, int source, int target) {
            return chance;
        }

        @Override
        public String words() {
            return String.format(Locale.ROOT, "%.3g", chance);
        }
    }
}
