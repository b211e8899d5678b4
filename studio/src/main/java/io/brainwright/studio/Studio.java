package io.brainwright.studio;

import io.brainwright.studio.cli.Brainwright;

/** Starts the command line. */
public final class Studio {
    private Studio() {}

    public static void main(String[] args) {
        System.exit(Brainwright.run(args));
    }
}
