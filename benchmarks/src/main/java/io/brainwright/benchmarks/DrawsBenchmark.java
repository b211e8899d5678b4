package io.brainwright.benchmarks;

import io.brainwright.neuro.random.Draws;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: what does a draw that no thread or chunk can change cost, against the JDK's fast generator?
 *
 * <p>Answer: benchmarks/results/draws.md.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class DrawsBenchmark {
    private static final int DRAWS = 10_000;

    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public double philox() {
        var draws = Draws.of(7, "benchmark", 1);
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += draws.nextDouble();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public double splittableRandom() {
        var random = new SplittableRandom(7);
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
