package io.brainwright.agents.run;

import io.brainwright.proto.atlas.v1.AtlasServiceGrpc;
import io.brainwright.proto.atlas.v1.AtlasServiceGrpc.AtlasServiceBlockingStub;
import io.brainwright.proto.connectome.v1.ConnectomeServiceGrpc;
import io.brainwright.proto.connectome.v1.ConnectomeServiceGrpc.ConnectomeServiceBlockingStub;
import io.brainwright.proto.library.v1.LibraryServiceGrpc;
import io.brainwright.proto.library.v1.LibraryServiceGrpc.LibraryServiceBlockingStub;
import io.brainwright.proto.placement.v1.PlacementServiceGrpc;
import io.brainwright.proto.placement.v1.PlacementServiceGrpc.PlacementServiceBlockingStub;
import io.brainwright.proto.render.v1.RenderServiceGrpc;
import io.brainwright.proto.render.v1.RenderServiceGrpc.RenderServiceBlockingStub;
import io.brainwright.proto.sim.v1.SimServiceGrpc;
import io.brainwright.proto.sim.v1.SimServiceGrpc.SimServiceBlockingStub;
import io.brainwright.proto.synthesis.v1.SynthesisServiceGrpc;
import io.brainwright.proto.synthesis.v1.SynthesisServiceGrpc.SynthesisServiceBlockingStub;
import io.grpc.Channel;

/** The stages that a plan needs, each by its own contract. */
public record Stages(
        AtlasServiceBlockingStub atlas,
        PlacementServiceBlockingStub placement,
        SynthesisServiceBlockingStub synthesis,
        ConnectomeServiceBlockingStub connectome,
        SimServiceBlockingStub sim,
        RenderServiceBlockingStub render,
        LibraryServiceBlockingStub library) {
    /** All stages behind one channel. */
    public static Stages over(Channel channel) {
        return new Stages(
                AtlasServiceGrpc.newBlockingStub(channel),
                PlacementServiceGrpc.newBlockingStub(channel),
                SynthesisServiceGrpc.newBlockingStub(channel),
                ConnectomeServiceGrpc.newBlockingStub(channel),
                SimServiceGrpc.newBlockingStub(channel),
                RenderServiceGrpc.newBlockingStub(channel),
                LibraryServiceGrpc.newBlockingStub(channel));
    }
}
