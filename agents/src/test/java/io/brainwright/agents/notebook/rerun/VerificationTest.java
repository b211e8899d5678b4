package io.brainwright.agents.notebook.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.notebook.Findings;
import io.brainwright.agents.notebook.Made;
import io.brainwright.agents.notebook.Studies;
import io.brainwright.agents.notebook.rerun.Verification.Check;
import io.brainwright.agents.notebook.rerun.Verification.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class VerificationTest {
    @TempDir
    Path workspace;

    private Findings recorded() throws Exception {
        return Studies.write(workspace, 30).findings();
    }

    /** The findings with one dataset changed. */
    private static Findings with(Findings f, int index, UnaryOperator<Made> change) {
        var datasets = new ArrayList<>(f.datasets());
        datasets.set(index, change.apply(datasets.get(index)));
        return with(f, datasets);
    }

    private static Findings with(Findings f, List<Made> datasets) {
        return new Findings(
                f.schema(), f.plan(), f.verdict(), f.words(), f.measures(), datasets, f.pictures(), f.onset_ms(), null);
    }

    private static Made made(Made m, int version, String id, String request, Map<String, String> rowHash) {
        return new Made(
                m.label(),
                m.stage(),
                version,
                id,
                m.inputs(),
                JsonMapper.shared().readTree(request),
                m.rows(),
                rowHash,
                m.bytes(),
                99);
    }

    @Test
    void theSameAgainIsIdenticalWhateverItTook() throws Exception {
        var f = recorded();
        var slower = with(f, 1, m -> made(m, 1, m.id(), m.request().toString(), m.rowHash()));
        assertThat(Verification.of(f, slower).identical()).isTrue();
    }

    @Test
    void otherRowsUnderTheSameIdAreFoundAndNamed() throws Exception {
        var f = recorded();
        var other = with(f, 1, m -> made(m, 1, m.id(), m.request().toString(), Map.of("spikes", "0".repeat(32))));
        var verification = Verification.of(f, other);
        assertThat(verification.identical()).isFalse();
        assertThat(verification.checks().get(1).result()).isEqualTo(Result.OTHER_ROWS);
        assertThat(verification.checks().get(1).why()).contains("spikes");
    }

    @Test
    void anotherIdIsExplainedByVersionOrRequest() throws Exception {
        var f = recorded();
        var id = "d".repeat(64);
        var version = with(f, 1, m -> made(m, 2, id, m.request().toString(), m.rowHash()));
        assertThat(Verification.of(f, version).checks().get(1).why()).contains("was version 1, is 2");
        var request = with(f, 1, m -> made(m, 1, id, m.request().toString().replace("40", "41"), m.rowHash()));
        assertThat(Verification.of(f, request).checks().get(1).why()).contains("duration_ms");
    }

    @Test
    void missingNewAndUncheckedDatasetsAreNotIdentical() throws Exception {
        var f = recorded();
        var fewer = with(f, f.datasets().subList(0, 2));
        assertThat(Verification.of(f, fewer).checks()).extracting(Check::result).contains(Result.MISSING);
        assertThat(Verification.of(fewer, f).checks()).extracting(Check::result).contains(Result.NEW);
        var unchecked = with(f, 0, m -> made(m, 1, m.id(), "{}", Map.of()));
        assertThat(Verification.of(unchecked, f).identical()).isFalse();
        assertThat(Verification.of(unchecked, f).checks().getFirst().result()).isEqualTo(Result.UNCHECKED);
    }

    @Test
    void otherNumbersAreNotIdentical() throws Exception {
        var f = recorded();
        var other = Studies.write(workspace.resolve("other"), 31).findings();
        var verification = Verification.of(f, other);
        assertThat(verification.checks()).extracting(Check::result).containsOnly(Result.IDENTICAL);
        assertThat(verification.otherNumbers())
                .singleElement()
                .asString()
                .contains("mean rate of L4, stimulated was 42.857", "is 44.2857");
        assertThat(verification.identical()).isFalse();
    }
}
