package io.brainwright.studio.web;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.grpc.StatusRuntimeException;
import java.util.function.Supplier;

/** A service's answer as JSON: field names as in the contract, and a refusal as the problem that it stands for. */
public final class ProtoJson {
    private ProtoJson() {}

    /** Asks a service and gives its answer as JSON. */
    public static String of(Supplier<? extends Message> call) {
        try {
            return JsonFormat.printer()
                    .preservingProtoFieldNames()
                    .alwaysPrintFieldsWithNoPresence()
                    .print(call.get());
        } catch (StatusRuntimeException refused) {
            throw GrpcProblems.fromGrpc(refused);
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
