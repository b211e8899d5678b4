package io.brainwright.sim.service;

import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.fabric.keys.TokenCalls;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.solver.Partition;
import io.brainwright.sim.model.solver.Peer;
import io.brainwright.sim.model.solver.Team;
import io.grpc.ConnectivityState;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The other replicas of the simulator, which can step parts of a run that this one leads. */
public final class Replicas {
    private static final System.Logger LOG = System.getLogger(Replicas.class.getName());
    private static final long CONNECT_MS = 3000;

    private final List<String> addresses;
    private final @Nullable KeyFolder keys;
    private final IntSupplier ownPort;
    private final double worth_s;
    private final Duration patience;

    /**
     * @param addresses HOST:PORT of each; a name that stands for several machines is all of them
     * @param keys certificate and token; null: plain text, for the loopback interface
     * @param ownPort where this process answers, which is left out
     * @param worth_s a run that is expected to take less is made alone
     * @param patience longest silence of a replica: it builds the circuit in this time
     */
    public Replicas(
            List<String> addresses, @Nullable KeyFolder keys, IntSupplier ownPort, double worth_s, Duration patience) {
        this.addresses = List.copyOf(addresses);
        this.keys = keys;
        this.ownPort = ownPort;
        this.worth_s = worth_s;
        this.patience = patience;
    }

    /** Who helps with a run. */
    Team team(SimRequest request, Network network, double expected_s) {
        if (addresses.isEmpty() || expected_s < worth_s) {
            return Team.NOBODY;
        }
        var identity = Partition.identity(network);
        return without -> recruit(without, request, network, identity);
    }

    private List<Peer> recruit(Set<String> without, SimRequest request, Network network, byte[] identity) {
        var peers = new ArrayList<Peer>();
        for (var place : places()) {
            if (!without.contains(place.name())) {
                var channel = channel(place);
                if (answers(channel)) {
                    peers.add(new GrpcPeer(place.name(), channel, request, network, identity, patience));
                } else {
                    channel.shutdownNow();
                    LOG.log(System.Logger.Level.INFO, "Replica {0} does not answer; the run is made without it", place);
                }
            }
        }
        return peers;
    }

    private record Place(String host, String ip, int port) {
        String name() {
            return "%s:%d".formatted(ip, port);
        }
    }

    private List<Place> places() {
        var places = new ArrayList<Place>();
        for (var address : addresses) {
            int colon = address.lastIndexOf(':');
            var host = address.substring(0, colon);
            int port = Integer.parseInt(address.substring(colon + 1));
            try {
                for (var ip : InetAddress.getAllByName(host)) {
                    if (port != ownPort.getAsInt() || NetworkInterface.getByInetAddress(ip) == null) {
                        places.add(new Place(host, ip.getHostAddress(), port));
                    }
                }
            } catch (UnknownHostException | SocketException e) {
                LOG.log(System.Logger.Level.INFO, "Replica {0} has no address now ({1})", address, e.getMessage());
            }
        }
        return places;
    }

    private ManagedChannel channel(Place place) {
        var target = place.ip().contains(":") ? "[%s]:%d".formatted(place.ip(), place.port()) : place.name();
        var builder = Grpc.newChannelBuilder(
                        target, keys == null ? InsecureChannelCredentials.create() : keys.channelCredentials())
                .overrideAuthority("%s:%d".formatted(place.host(), place.port()));
        return keys == null
                ? builder.build()
                : builder.intercept(new TokenCalls(keys)).build();
    }

    private static boolean answers(ManagedChannel channel) {
        long until = System.nanoTime() + CONNECT_MS * 1_000_000;
        var state = channel.getState(true);
        while (state != ConnectivityState.READY && System.nanoTime() < until) {
            if (state == ConnectivityState.TRANSIENT_FAILURE || state == ConnectivityState.SHUTDOWN) {
                return false;
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            state = channel.getState(true);
        }
        return state == ConnectivityState.READY;
    }
}
