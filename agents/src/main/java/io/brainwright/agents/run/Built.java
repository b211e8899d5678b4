package io.brainwright.agents.run;

/**
 * A dataset that a run made or found.
 *
 * @param stage what it is: "placement", "sim", "sim control"
 * @param id its id
 * @param fromCatalogue whether it existed before
 * @param rows rows over all its tables
 * @param bytes bytes on the wire
 * @param seconds wall time of its build, 0 where it existed
 */
public record Built(String stage, String id, boolean fromCatalogue, long rows, long bytes, double seconds) {}
