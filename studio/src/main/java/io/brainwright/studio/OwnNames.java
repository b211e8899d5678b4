package io.brainwright.studio;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** How this machine calls itself. */
final class OwnNames {
    private OwnNames() {}

    /** The machine's host name; "localhost" where it has none that resolves. */
    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            System.getLogger(OwnNames.class.getName())
                    .log(System.Logger.Level.WARNING, "this machine's own name does not resolve: {0}", unnamed);
            return "localhost";
        }
    }
}
