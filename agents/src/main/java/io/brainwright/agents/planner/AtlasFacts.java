package io.brainwright.agents.planner;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.proto.atlas.v1.AtlasServiceGrpc;
import io.brainwright.proto.atlas.v1.DescribeRegionRequest;
import io.grpc.StatusRuntimeException;
import tools.jackson.databind.node.JsonNodeFactory;

/** Asks atlas-svc. */
public final class AtlasFacts implements TissueFacts {
    private final AtlasServiceGrpc.AtlasServiceBlockingStub atlas;

    public AtlasFacts(AtlasServiceGrpc.AtlasServiceBlockingStub atlas) {
        this.atlas = atlas;
    }

    @Override
    public Region describe(String acronym) {
        try {
            var reply = atlas.describeRegion(
                    DescribeRegionRequest.newBuilder().setRegion(acronym).build());
            return new Region(
                    acronym,
                    reply.getAreaMm2(),
                    reply.getLayersList().stream()
                            .map(l -> new Layer(l.getLayer(), l.getThicknessUm(), l.getNeuronsPerMm3()))
                            .toList(),
                    reply.getAssumptionsList().stream()
                            .map(AtlasFacts::assumption)
                            .toList());
        } catch (StatusRuntimeException failure) {
            throw GrpcProblems.fromGrpc(failure);
        }
    }

    /** A service's assumption as the plan writes it; tags of generalisation join the source. */
    public static Assumption assumption(io.brainwright.proto.fabric.v1.Assumption a) {
        var tags = a.getGeneralisedList().isEmpty()
                ? ""
                : " [generalised: " + String.join(", ", a.getGeneralisedList()) + "]";
        return new Assumption(
                a.getPath(),
                JsonNodeFactory.instance.stringNode(a.getValue()),
                a.getUnit().isEmpty() ? "1" : a.getUnit(),
                a.getSource() + tags,
                a.getAlternativesList());
    }
}
