package io.brainwright.agents.run;

import io.brainwright.proto.atlas.v1.AtlasServiceGrpc;
import io.brainwright.proto.connectome.v1.ConnectomeServiceGrpc;
import io.brainwright.proto.library.v1.ExtractionServiceGrpc;
import io.brainwright.proto.library.v1.LibraryServiceGrpc;
import io.brainwright.proto.placement.v1.PlacementServiceGrpc;
import io.brainwright.proto.plugin.v1.PluginServiceGrpc;
import io.brainwright.proto.render.v1.RenderServiceGrpc;
import io.brainwright.proto.sim.v1.SimServiceGrpc;
import io.brainwright.proto.synthesis.v1.SynthesisServiceGrpc;
import io.grpc.Channel;

/** The services as a runner calls them. */
public record Services(
        AtlasServiceGrpc.AtlasServiceBlockingStub atlas,
        PlacementServiceGrpc.PlacementServiceBlockingStub placement,
        SynthesisServiceGrpc.SynthesisServiceBlockingStub synthesis,
        ConnectomeServiceGrpc.ConnectomeServiceBlockingStub connectome,
        SimServiceGrpc.SimServiceBlockingStub sim,
        RenderServiceGrpc.RenderServiceBlockingStub render,
        LibraryServiceGrpc.LibraryServiceBlockingStub library,
        ExtractionServiceGrpc.ExtractionServiceBlockingStub extraction,
        PluginServiceGrpc.PluginServiceBlockingStub plugin) {

    /** All services behind one channel. */
    public static Services on(Channel channel) {
        return new Services(
                AtlasServiceGrpc.newBlockingStub(channel),
                PlacementServiceGrpc.newBlockingStub(channel),
                SynthesisServiceGrpc.newBlockingStub(channel),
                ConnectomeServiceGrpc.newBlockingStub(channel),
                SimServiceGrpc.newBlockingStub(channel),
                RenderServiceGrpc.newBlockingStub(channel),
                LibraryServiceGrpc.newBlockingStub(channel),
                ExtractionServiceGrpc.newBlockingStub(channel),
                PluginServiceGrpc.newBlockingStub(channel));
    }
}
