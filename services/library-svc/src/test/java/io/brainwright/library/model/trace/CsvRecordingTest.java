package io.brainwright.library.model.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.library.model.table.CsvTable;
import io.brainwright.library.model.trace.Channel.Quantity;
import io.brainwright.neuro.problem.Problem;
import org.junit.jupiter.api.Test;

class CsvRecordingTest {
    @Test
    void unitsOfTheHeaderBecomeMillivoltsNanoamperesAndMilliseconds() {
        var recording = read(
                "# cell 7\ntime (s),soma [V],I_pA,temperature\n0.0000,-0.07,100,34\n0.0001,-0.069,,34\n0.0002,-0.068,-50,34\n");
        assertThat(recording.channels()).hasSize(2);
        var voltage = recording.channels().getFirst();
        assertThat(voltage.name()).isEqualTo("soma");
        assertThat(voltage.quantity()).isEqualTo(Quantity.VOLTAGE);
        assertThat(voltage.values()).containsExactly(-70, -69, -68);
        assertThat(voltage.times_ms()).containsExactly(0, 0.1, 0.2);
        assertThat(voltage.interval_ms()).isEqualTo(0.1, within(1e-12));
        var current = recording.channels().getLast();
        assertThat(current.values()[0]).isEqualTo(0.1, within(1e-15));
        assertThat(current.values()[1]).isNaN();
        assertThat(recording.skipped()).anyMatch(s -> s.contains("temperature"));
        assertThat(recording.odd()).anyMatch(o -> o.contains("I_pA") && o.contains("1 empty"));
        assertThat(recording.description()).containsExactly("cell 7");
    }

    @Test
    void decimalCommasAreReadWhereSemicolonsPartTheColumns() {
        var recording = read("t_ms;V_mV\n0;-70,5\n0,5;-70,25\n");
        assertThat(recording.channels().getFirst().values()).containsExactly(-70.5, -70.25);
        assertThat(recording.channels().getFirst().times_ms()).containsExactly(0, 0.5);
    }

    @Test
    void unevenTimesAreKeptAndSaid() {
        var recording = read("t_ms,V_mV\n0,1\n1,2\n5,3\n");
        assertThat(recording.channels().getFirst().interval_ms()).isNaN();
        assertThat(recording.odd()).anyMatch(o -> o.contains("not even"));
    }

    @Test
    void faultsAreNamedByLineAndColumn() {
        wrong("t_ms,V_mV\n0,1\n1,oops\n", "line 3", "'V_mV'", "oops");
        wrong("t_ms,V_mV\n0,1\n1,2\n0.5,3\n", "line 4", "'t_ms'", "not later");
        wrong("t_ms,V_mV\n0,1\n1\n", "Line 3", "1 fields");
        wrong("region,count\nS1,1\n", "'region'");
        wrong("t_ms,V\n0,1\n", "no channel");
    }

    private static void wrong(String csv, String... words) {
        assertThatThrownBy(() -> read(csv)).isInstanceOf(Problem.class).hasMessageContainingAll(words);
    }

    private static Recording read(String csv) {
        return CsvRecording.read(CsvTable.read(csv, "trace.csv"), "trace.csv");
    }
}
