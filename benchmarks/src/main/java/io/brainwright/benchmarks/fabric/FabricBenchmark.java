package io.brainwright.benchmarks.fabric;

/**
 * Questions: how fast do datasets go through Kafka beside plain Kafka; what does a chunk cost; how long does a workspace of 3,000
 * datasets take to open; what does a second worker add; how long until the plan is
 * there?
 *
 * <p>Answers: benchmarks/results/fabric.md. Run it in the folder of the sources:
 *
 * <pre>{@code benchmarks/run fabric.FabricBenchmark throughput|chunks|restart|scaling|startup [ROUNDS]}</pre>
 */
public final class FabricBenchmark {
    private static final int CHUNKS_OF_ROWS = 10;
    private static final int MANY = 1000;
    private static final int DATASETS = 3000;
    private static final int HARD_CHUNKS = 64;

    private FabricBenchmark() {}

    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            System.err.println("usage: FabricBenchmark throughput|chunks|restart|scaling|startup [ROUNDS]");
            System.exit(2);
        }
        switch (args[0]) {
            case Scaling.WORKER -> Scaling.worker(args[1]);
            case Scaling.ALONE -> Scaling.alone(Integer.parseInt(args[1]));
            default -> System.out.print(answer(args[0], args.length > 1 ? Integer.parseInt(args[1]) : 5));
        }
    }

    private static String answer(String question, int rounds) throws Exception {
        return switch (question) {
            case "throughput" -> Throughput.run(rounds, CHUNKS_OF_ROWS);
            case "chunks" -> ManyDatasets.chunks(rounds, MANY);
            case "restart" -> ManyDatasets.restart(DATASETS, rounds);
            case "scaling" -> Scaling.run(rounds, HARD_CHUNKS);
            case "startup" -> StartUp.run(rounds);
            default ->
                throw new IllegalArgumentException(question + " is none of throughput, chunks, restart, scaling");
        };
    }
}
