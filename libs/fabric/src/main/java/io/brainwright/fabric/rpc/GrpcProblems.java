package io.brainwright.fabric.rpc;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one mapping between {@link Problem} and {@code google.rpc.Status}: kind to code, reason and facts to {@code ErrorInfo},
 * field faults to {@code BadRequest}. What goes out through {@link #toGrpc} comes back equal through {@link #fromGrpc}.
 */
public final class GrpcProblems {
    private static final String REMEDY = "remedy";

    private GrpcProblems() {}

    /**
     * @param domain the service that speaks, e.g. {@code placement.brainwright.io}
     * @param problem what went wrong
     */
    public static StatusRuntimeException toGrpc(String domain, Problem problem) {
        var info = ErrorInfo.newBuilder()
                .setDomain(domain)
                .setReason(problem.reason())
                .putAllMetadata(problem.facts())
                .putMetadata(REMEDY, problem.remedy());
        var status = Status.newBuilder()
                .setCode(code(problem.kind()).getNumber())
                .setMessage(problem.getMessage())
                .addDetails(Any.pack(info.build()));
        if (!problem.faults().isEmpty()) {
            var bad = BadRequest.newBuilder();
            for (var fault : problem.faults()) {
                bad.addFieldViolationsBuilder().setField(fault.field()).setDescription(fault.fault());
            }
            status.addDetails(Any.pack(bad.build()));
        }
        return StatusProto.toStatusRuntimeException(status.build());
    }

    /** The problem that a failed call tells of; a call that failed without one becomes UNAVAILABLE or INTERNAL. */
    public static Problem fromGrpc(StatusRuntimeException failure) {
        var status = StatusProto.fromThrowable(failure);
        if (status == null) {
            return foreign(failure);
        }
        String reason = "";
        String remedy = "";
        Map<String, String> facts = new HashMap<>();
        List<FieldFault> faults = new ArrayList<>();
        try {
            for (var detail : status.getDetailsList()) {
                if (detail.is(ErrorInfo.class)) {
                    var info = detail.unpack(ErrorInfo.class);
                    reason = info.getReason();
                    facts.putAll(info.getMetadataMap());
                    remedy = facts.getOrDefault(REMEDY, "");
                    facts.remove(REMEDY);
                } else if (detail.is(BadRequest.class)) {
                    for (var v : detail.unpack(BadRequest.class).getFieldViolationsList()) {
                        faults.add(new FieldFault(v.getField(), v.getDescription()));
                    }
                }
            }
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            return foreign(failure);
        }
        if (reason.isEmpty()) {
            return foreign(failure);
        }
        return new Problem(kind(status.getCode()), reason, status.getMessage(), remedy, facts, faults, failure);
    }

    private static Problem foreign(StatusRuntimeException failure) {
        var code = failure.getStatus().getCode();
        var said = failure.getStatus().getDescription();
        var what = "The call failed with %s%s.".formatted(code, said == null ? "" : ": " + said);
        var kind = switch (code) {
            case CANCELLED -> Kind.CANCELLED;
            case UNAVAILABLE, DEADLINE_EXCEEDED -> Kind.UNAVAILABLE;
            case INVALID_ARGUMENT -> Kind.INVALID;
            case NOT_FOUND, UNIMPLEMENTED -> Kind.NOT_FOUND;
            case RESOURCE_EXHAUSTED -> Kind.TOO_LARGE;
            case FAILED_PRECONDITION -> Kind.PRECONDITION;
            default -> Kind.INTERNAL;
        };
        return new Problem(
                kind,
                "CALL_" + code,
                what,
                kind == Kind.UNAVAILABLE ? "See whether the service runs: 'brainwright doctor'." : "",
                Map.of("code", code.name()),
                List.of(),
                failure);
    }

    private static Code code(Kind kind) {
        return switch (kind) {
            case INVALID -> Code.INVALID_ARGUMENT;
            case NOT_FOUND -> Code.NOT_FOUND;
            case PRECONDITION -> Code.FAILED_PRECONDITION;
            case TOO_LARGE -> Code.RESOURCE_EXHAUSTED;
            case CANCELLED -> Code.CANCELLED;
            case UNAVAILABLE -> Code.UNAVAILABLE;
            case INTERNAL -> Code.INTERNAL;
        };
    }

    private static Kind kind(int code) {
        for (var kind : Kind.values()) {
            if (code(kind).getNumber() == code) {
                return kind;
            }
        }
        return Kind.INTERNAL;
    }
}
