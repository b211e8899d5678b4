package io.brainwright.agents.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.BuildResult;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.Progress;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BuildCallTest {
    private final List<String> heard = new ArrayList<>();
    private final RunListener listener = new RunListener() {
        @Override
        public void progress(String step, Progress progress) {
            heard.add(step + ": " + progress.getDetail());
        }

        @Override
        public void done(String step, Built built) {
            heard.add(step + " done: " + built.id());
        }

        @Override
        public void wrote(String step, String what) {
            heard.add(step + " wrote " + what);
        }
    };

    @Test
    void aServiceThatDiesInTheMiddleIsAskedAgain() {
        var calls = new AtomicInteger();
        var made = new BuildCall("synthesis", listener, Duration.ofMinutes(1))
                .finish(() -> calls.incrementAndGet() < 3 ? dying() : answer("ab"));
        assertThat(made.id()).isEqualTo("ab");
        assertThat(calls).hasValue(3);
        assertThat(heard)
                .containsExactly(
                        "synthesis: cells",
                        "synthesis: the service is away, asking again",
                        "synthesis: cells",
                        "synthesis: the service is away, asking again",
                        "synthesis done: ab");
    }

    @Test
    void aServiceThatStaysAwayIsAProblem() {
        var calls = new AtomicInteger();
        Supplier<Iterator<BuildProgress>> away = () -> {
            calls.incrementAndGet();
            return throwing(Status.UNAVAILABLE.asRuntimeException());
        };
        assertThatThrownBy(() -> new BuildCall("sim", listener, Duration.ZERO).finish(away))
                .isInstanceOf(StatusRuntimeException.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void aProblemThatTheServiceTellsIsNotAskedAgain() {
        var told = new Problem(Kind.UNAVAILABLE, "KAFKA_UNAVAILABLE", "Kafka failed.", "", Map.of());
        var calls = new AtomicInteger();
        assertThatThrownBy(() -> new BuildCall("sim", listener, Duration.ofMinutes(1)).finish(() -> {
                    calls.incrementAndGet();
                    return throwing(GrpcProblems.toGrpc("sim", told));
                }))
                .isInstanceOf(StatusRuntimeException.class);
        assertThat(calls).hasValue(1);
    }

    private static Iterator<BuildProgress> answer(String id) {
        return List.of(BuildProgress.newBuilder()
                        .setResult(BuildResult.newBuilder()
                                .setDataset(DatasetRef.newBuilder().setId(id)))
                        .build())
                .iterator();
    }

    private static Iterator<BuildProgress> dying() {
        var first = BuildProgress.newBuilder()
                .setProgress(Progress.newBuilder().setDetail("cells"))
                .build();
        return new Iterator<>() {
            private boolean told;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public BuildProgress next() {
                if (told) {
                    throw Status.UNAVAILABLE.withDescription("io exception").asRuntimeException();
                }
                told = true;
                return first;
            }
        };
    }

    private static Iterator<BuildProgress> throwing(StatusRuntimeException failure) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                throw failure;
            }

            @Override
            public BuildProgress next() {
                throw failure;
            }
        };
    }
}
