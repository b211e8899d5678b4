package io.brainwright.sim.model.nmodl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.sim.model.cell.CableTree;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Ions;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Membrane;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.network.Variable;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Observer;
import io.brainwright.sim.model.solver.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a mechanism that is read from text does, against closed forms and against the built-in of the same equations. */
class NmodlMethodsTest {
    private static final double DT_ms = 0.025;

    private static String decay(String method, String equations) {
        return """
            NEURON { SUFFIX toy RANGE k }
            PARAMETER { k = 0.2 (/ms) }
            STATE { a b }
            BREAKPOINT { SOLVE run METHOD %s }
            INITIAL { a = 1 b = 0 }
            %s
            """.formatted(method, equations);
    }

    @Test
    void cnexpIsTheExponential() {
        var a = state(decay("cnexp", "DERIVATIVE run { a' = -k*a  b' = 0 }"), "a");
        assertThat(a.getLast()).isCloseTo(Math.exp(-0.2 * 10), within(1e-12));
    }

    @Test
    void eulerMultipliesByOneLessKDt() {
        var a = state(decay("euler", "DERIVATIVE run { a' = -k*a  b' = 0 }"), "a");
        assertThat(a.getLast()).isCloseTo(Math.pow(1 - 0.2 * DT_ms, 400), within(1e-12));
    }

    @Test
    void derivimplicitSolvesTheImplicitEquation() {
        var a = state(decay("derivimplicit", "DERIVATIVE run { a' = -k*a*a  b' = k*a*a }"), "a");
        double x = 1;
        for (int i = 0; i < 400; i++) {
            x = (-1 + Math.sqrt(1 + 4 * 0.2 * DT_ms * x)) / (2 * 0.2 * DT_ms);
        }
        assertThat(a.getLast()).isCloseTo(x, within(1e-12));
    }

    @Test
    void kineticReactionsConserveAndRelax() {
        var text = decay("sparse", "KINETIC run { ~ a <-> b (k, 0.05)  CONSERVE a + b = 1 }");
        var a = state(text, "a");
        var b = state(text, "b");
        assertThat(a.getLast() + b.getLast()).isCloseTo(1, within(1e-12));
        double steady = 0.05 / 0.25;
        assertThat(a.getLast()).isCloseTo(steady + (1 - steady) * Math.pow(1 / (1 + 0.25 * DT_ms), 400), within(1e-12));
    }

    @Test
    void steadyStateIsWhereReactionsBalance() {
        var text = decay("sparse", "KINETIC run { ~ a <-> b (k, 0.05)  CONSERVE a + b = 1 }")
                .replace("INITIAL { a = 1 b = 0 }", "INITIAL { SOLVE run STEADYSTATE sparse }");
        assertThat(state(text, "a")).allSatisfy(x -> assertThat(x).isCloseTo(0.2, within(1e-12)));
    }

    @Test
    void aChannelAsTextIsTheBuiltInChannel() {
        var text = """
            NEURON { SUFFIX mine  USEION k READ ek WRITE ik  RANGE gbar }
            PARAMETER { gbar = 0.01 (S/cm2) }
            ASSIGNED { v (mV) ek (mV) ik (mA/cm2) minf mtau (ms) }
            STATE { m }
            BREAKPOINT { SOLVE states METHOD cnexp  ik = gbar * m * (v - ek) }
            DERIVATIVE states { rates(v)  m' = (minf - m) / mtau }
            INITIAL { rates(v)  m = minf }
            PROCEDURE rates(v (mV)) {
              minf = 1 / (1 + exp(-(v - 18.7) / 9.7))
              mtau = 4 / (1 + exp(-(v + 46.56) / 44.14))
            }
            """;
        var mine = Membrane.of(1).with(Nmodl.read("mine.mod", text), "gbar", 0.01);
        var builtIn = Membrane.of(1).with(Mechanism.Kv31, "gbar_S_cm2", 0.01);
        var a = run(mine, Variable.VOLTAGE, 2, Backend.JAVA);
        var b = run(builtIn, Variable.VOLTAGE, 2, Backend.JAVA);
        for (int i = 0; i < a.size(); i++) {
            assertThat(a.get(i)).isCloseTo(b.get(i), within(1e-9));
        }
    }

    /** What NEURON gets is read back and must be the mechanism that it was written from. */
    @Test
    void everyBuiltInMechanismWrittenAsNmodlIsItself() {
        for (var builtIn : Mechanism.builtIn()) {
            var copy = Nmodl.read(builtIn.name() + ".mod", NmodlText.of(builtIn));
            var membrane =
                    Membrane.of(1).with(Mechanism.pas, "g_S_cm2", 1e-4).with(Mechanism.Ca_LVA, "gbar_S_cm2", 1e-4);
            if (builtIn == Mechanism.pas || builtIn == Mechanism.Ca_LVA) {
                membrane = Membrane.of(1).with(Mechanism.Kv31, "gbar_S_cm2", 1e-4);
            }
            var first = builtIn.parameters().getFirst();
            double value = first.name().startsWith("gbar") ? 1e-3 : first.value();
            var a = run(membrane.with(builtIn, first.name(), value), Variable.VOLTAGE, 2, Backend.JAVA);
            var b = run(membrane.with(copy, first.name(), value), Variable.VOLTAGE, 2, Backend.JAVA);
            for (int i = 0; i < a.size(); i++) {
                assertThat(b.get(i)).as(builtIn.name()).isCloseTo(a.get(i), within(1e-6));
            }
        }
    }

    @Test
    void aPoolAsTextIsTheBuiltInPoolAndOthersReadIt() {
        var text = """
            NEURON { SUFFIX pool  USEION ca READ ica WRITE cai  RANGE gamma, tau, rest }
            UNITS { FARADAY = (faraday) (coulombs) }
            PARAMETER { gamma = 0.05  tau = 80 (ms)  rest = 1e-4 (mM) }
            ASSIGNED { ica (mA/cm2) diam (um) }
            STATE { cai (mM) }
            BREAKPOINT { SOLVE run METHOD cnexp }
            DERIVATIVE run { cai' = -1e4 * ica * (4/diam) * gamma / (2*FARADAY) - (cai - rest) / tau }
            INITIAL { cai = rest }
            """;
        var channels = Membrane.of(1)
                .with(Mechanism.pas, "g_S_cm2", 1e-4)
                .with(Mechanism.Ca_HVA, "gbar_S_cm2", 1e-3)
                .with(Mechanism.SK, "gbar_S_cm2", 1e-3);
        var mine = channels.with(Nmodl.read("pool.mod", text), "rest", 1e-4);
        var builtIn = channels.with(Mechanism.CaDyn, "minCai_mM", 1e-4);
        for (var variable : List.of(new Variable.Calcium(), Variable.VOLTAGE)) {
            var a = run(mine, variable, 2, Backend.JAVA);
            var b = run(builtIn, variable, 2, Backend.JAVA);
            for (int i = 0; i < a.size(); i++) {
                assertThat(a.get(i)).isCloseTo(b.get(i), within(1e-7 * Math.abs(b.get(i))));
            }
        }
    }

    @Test
    void oneMechanismsConcentrationIsReadByOthers() {
        var channel = Nmodl.read("blocked.mod", """
            NEURON { SUFFIX blocked  NONSPECIFIC_CURRENT i  USEION ttx READ ttxo VALENCE 1  RANGE open }
            ASSIGNED { v (mV) i (mA/cm2) ttxo (mM) open }
            STATE { seen }
            BREAKPOINT { SOLVE look METHOD cnexp  i = 0 * v }
            DERIVATIVE look { seen' = 0 }
            INITIAL { if (ttxo > 0.5) { seen = ttxo } else { seen = -1 } }
            """);
        var toxin = Nmodl.read("toxin.mod", """
            NEURON { SUFFIX toxin  USEION ttx WRITE ttxo VALENCE 1  RANGE level }
            PARAMETER { level = 0.1 (mM) }
            ASSIGNED { ttxo (mM) }
            BREAKPOINT { ttxo = level }
            INITIAL { ttxo = level }
            """);
        var alone = Membrane.of(1).with(channel, "ttxo", 1);
        assertThat(run(alone, new Variable.State(channel, "seen"), 0, Backend.JAVA))
                .allMatch(x -> x == 1);
        var both = alone.with(toxin, "level", 0.7);
        assertThat(run(both, new Variable.State(channel, "seen"), 0, Backend.JAVA))
                .allMatch(x -> x == 0.7);
    }

    @Test
    void openClGivesTheBitsOfJava() {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Simulation.devices().stream().anyMatch(d -> d.backend().equals("opencl") && d.available()),
                "SKIPPED: no OpenCL device");
        var text = """
            NEURON { SUFFIX all  USEION k READ ek WRITE ik  USEION ca READ cai  NONSPECIFIC_CURRENT i  RANGE gbar }
            PARAMETER { gbar = 0.002 (S/cm2) }
            ASSIGNED { v (mV) ek (mV) ik (mA/cm2) i (mA/cm2) cai (mM) slow tail }
            STATE { m n a b }
            BREAKPOINT { SOLVE one METHOD cnexp  SOLVE two METHOD sparse
              ik = gbar * m * (v - ek)
              i = gbar * a * tanh(v / 40) * sqrt(n + 1) + 1e-6 * tail * t
              slow = v + 1 }
            DERIVATIVE one {
              if (v == -65 || cai > 1) { m' = 0.1 - m } else { m' = (1 / (1 + exp(-(v + 40) / 7)) - m) / 2 }
              tail = log(2 + slow * slow)
              n' = 0.3 * (1 - n) - 0.1 * n * (cai / 1e-4)^1.7 }
            KINETIC two { ~ a <-> b (0.3 * exp(v / 60), 0.2) }
            INITIAL { m = 0.1 n = 0.5 a = 1 b = 0 }
            """;
        var membrane =
                Membrane.of(1).with(Mechanism.pas, "g_S_cm2", 1e-4).with(Nmodl.read("all.mod", text), "gbar", 0.003);
        var java = run(membrane, Variable.VOLTAGE, 2, Backend.JAVA);
        assertThat(java.getLast()).isBetween(-150.0, 100.0);
        assertThat(run(membrane, Variable.VOLTAGE, 2, Backend.OPENCL)).isEqualTo(java);
    }

    private static List<Double> state(String text, String state) {
        var mechanism = Nmodl.read("toy.mod", text);
        var membrane = Membrane.of(1).with(mechanism, "k", 0.2).with(Mechanism.pas, "g_S_cm2", 1e-4);
        return run(membrane, new Variable.State(mechanism, state), 0, Backend.JAVA);
    }

    /** 10 ms of one compartment with 0.3 nA from a given time. */
    private static List<Double> run(Membrane membrane, Variable variable, double from_ms, Backend backend) {
        var network = new NetworkBuilder(new Network.Run(DT_ms, 10, 34, -65));
        var tree = new CableTree(false);
        tree.add(0, -1, 0, "soma", CableTree.cylinders(20, 20, 1, 100));
        network.cell(0, tree.build(), new CellModel(Map.of("soma", membrane), Ions.cortical()), -1, 0);
        if (from_ms > 0) {
            network.current(0, 0, from_ms, 5, 0.3);
        }
        network.record(variable, new int[] {0}, new int[] {0}, DT_ms);
        var values = new ArrayList<Double>();
        Simulation.run(network.build(), backend, 1, new Observer() {
            @Override
            public void frame(int recording, long frame, double t_ms, double[] frameValues) {
                values.add(frameValues[0]);
            }
        });
        return values;
    }
}
