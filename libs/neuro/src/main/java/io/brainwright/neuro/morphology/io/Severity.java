package io.brainwright.neuro.morphology.io;

/** How grave a finding is. */
public enum Severity {
    /** Unusual, but what the file means is clear. */
    WARNING,
    /** The file cannot be meant as it stands. */
    ERROR,
    /** Was an error and has been repaired, because the caller asked for it. */
    REPAIRED
}
