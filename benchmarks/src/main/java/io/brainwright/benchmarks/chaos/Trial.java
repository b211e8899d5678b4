package io.brainwright.benchmarks.chaos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One kind of trouble: brings it about while studies are built, and gathers what they came to. */
abstract class Trial {
    private static final AtomicInteger REQUESTS = new AtomicInteger();

    /** What the trial was told to bring about, for the report. */
    abstract String name();

    /** Runs it; returns a line for the report. */
    abstract String run(Household household, Path workspaces) throws Exception;

    private final Map<String, List<Answer>> answers = new LinkedHashMap<>();

    /** A request that no other trial has asked. */
    static String request(int neurons) {
        return "Take %d neurons from a %d um wide column of rat S1HL, stimulate layer 4 at 5 ms and show me the activity for 20 ms"
                .formatted(neurons, 120 + REQUESTS.getAndIncrement());
    }

    /** Notes an answer, to be compared with the undisturbed one. */
    Answer note(String request, Answer answer) {
        answers.computeIfAbsent(request, _ -> new ArrayList<>()).add(answer);
        if (!answer.isGood()) {
            throw new IllegalStateException("no answer to '%s': %s".formatted(request, answer.said()));
        }
        return answer;
    }

    /** All answers by request. */
    Map<String, List<Answer>> answers() {
        return answers;
    }
}
