package io.brainwright.agents.language;

/**
 * A place where a concept is named.
 *
 * @param concept "verb.build", "metric.raster"
 * @param from first word
 * @param to the word after the last
 */
public record Mention(String concept, int from, int to) {
    /** What stands before the dot: concepts of one family exclude each other where one phrase lies within another. */
    public String family() {
        return concept.substring(0, concept.indexOf('.') < 0 ? concept.length() : concept.indexOf('.'));
    }

    /** What stands behind the dot. */
    public String name() {
        return concept.substring(concept.indexOf('.') + 1);
    }

    public boolean within(Mention longer) {
        return longer.from <= from && to <= longer.to && longer.to - longer.from > to - from;
    }
}
