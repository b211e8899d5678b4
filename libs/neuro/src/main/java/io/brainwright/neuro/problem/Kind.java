package io.brainwright.neuro.problem;

/** What sort of thing went wrong; decides the gRPC status code and the exit code of the command line. */
public enum Kind {
    /** The request cannot be meant as said; the scientist can mend it. gRPC INVALID_ARGUMENT, exit code 2. */
    INVALID(2),
    /** A thing that was named does not exist. gRPC NOT_FOUND, exit code 2. */
    NOT_FOUND(2),
    /** The world is not in the state that the request needs (workspace held, port taken). FAILED_PRECONDITION, exit code 2. */
    PRECONDITION(2),
    /** More memory, time or disk than there is. gRPC RESOURCE_EXHAUSTED, exit code 2. */
    TOO_LARGE(2),
    /** The scientist stopped it. gRPC CANCELLED, exit code 130. */
    CANCELLED(130),
    /** A part that should answer does not. gRPC UNAVAILABLE, exit code 1. */
    UNAVAILABLE(1),
    /** A broken promise of our own, data that does not match its checksum, a result that is not deterministic. Exit code 1. */
    INTERNAL(1);

    private final int exitCode;

    Kind(int exitCode) {
        this.exitCode = exitCode;
    }

    /** Exit code of the command line for a problem of this kind. */
    public int exitCode() {
        return exitCode;
    }
}
