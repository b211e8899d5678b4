package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.figure.Sample;
import java.util.List;
import java.util.Optional;

/** Gives sample sizes to values: "n = 24" behind three values is of all three, a second "n = 12" of those behind the first. */
final class SampleReader {
    private final List<Sample> samples;
    private final List<Bound> values;

    SampleReader(ReadSentence read, List<Bound> values) {
        this.samples = read.samples;
        this.values = values;
    }

    SampleSize of(Bound value) {
        var counts = value.proportion();
        if (counts != null) {
            return new SampleSize(counts.trials(), "pairs", null, counts.successes());
        }
        return sample(value).map(s -> size(s, value)).orElse(SampleSize.UNTOLD);
    }

    private Optional<Sample> sample(Bound value) {
        var behind = samples.stream().filter(s -> s.begin() >= value.end()).findFirst();
        if (behind.isPresent()) {
            return behind;
        }
        boolean allBefore =
                samples.stream().allMatch(s -> s.end() <= values.getFirst().begin());
        return allBefore && samples.size() == 1 ? Optional.of(samples.getFirst()) : Optional.empty();
    }

    /** "n = 12 and 9 cells" behind two values: the first has 12, the second 9. */
    private SampleSize size(Sample sample, Bound value) {
        var n = sample.n();
        if (sample.second() != null) {
            var sharing = values.stream().filter(v -> v.end() <= sample.begin()).toList();
            n = sharing.indexOf(value) == sharing.size() - 1 ? sample.second() : sample.n();
        }
        return new SampleSize(n, sample.of(), sample.animals(), null);
    }
}
