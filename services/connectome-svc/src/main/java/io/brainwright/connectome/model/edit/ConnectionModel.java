package io.brainwright.connectome.model.edit;

/**
 * How likely a connection is for what two cells are to each other; fitted to connections that exist.
 *
 * <p>Models come in orders: the higher one is, the more of the structure it keeps. What a circuit loses when it is wired anew by a model is
 * what that model does not hold.
 *
 * @see <a href="https://doi.org/10.1101/2024.05.24.593860">Pokorny et al. 2024, A connectome manipulation framework</a>
 */
public interface ConnectionModel {
    /**
     * Chance of a connection, up to one factor for all pairs.
     *
     * @return at least 0
     */
    double weight(CellPlaces places, int source, int target);

    /** What was fitted, in words: {@code "0.12 exp(-d / 130 um)"}. */
    String words();
}
