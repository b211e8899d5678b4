package io.brainwright.fabric.work;

/**
 * One deterministic piece of a build.
 *
 * @param index place in the dataset's order, from 0
 * @param label what it holds, for people: "cells 64..127", "layer 5"
 * @param first first entity (cell, tile, step), meaning is the stage's
 * @param end one past the last
 * @param amount how much work it is, in {@code unit}s; progress counts these
 */
public record ChunkSpec(int index, String label, long first, long end, long amount) {}
