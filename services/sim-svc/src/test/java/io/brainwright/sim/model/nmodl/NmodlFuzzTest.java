package io.brainwright.sim.model.nmodl;

import io.brainwright.testkit.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NmodlFuzzTest {
    private static final String CHANNEL = """
            TITLE a channel
            COMMENT everything that the subset has ENDCOMMENT
            NEURON {
              SUFFIX toy
              USEION k READ ek WRITE ik
              RANGE gbar, g, minf, tau
              GLOBAL q
            }
            UNITS { (mV) = (millivolt) (mA) = (milliamp) (S) = (siemens) }
            PARAMETER { gbar = 0.001 (S/cm2) <0, 1e9> q = 2.3 vhalf = -35 (mV) celsius (degC) }
            ASSIGNED { v (mV) ek (mV) ik (mA/cm2) g (S/cm2) minf tau (ms) a b }
            STATE { m h }
            BREAKPOINT { SOLVE states METHOD cnexp
              g = gbar * m^3 * h
              ik = g * (v - ek) }
            INITIAL { rates(v) m = minf h = 1 }
            DERIVATIVE states { rates(v)
              m' = (minf - m) / tau
              h' = (0.5 - h) / 10 }
            FUNCTION vtrap(x, y) {
              if (fabs(x / y) < 1e-6) { vtrap = y * (1 - x / y / 2) } else { vtrap = x / (exp(x / y) - 1) }
            }
            PROCEDURE rates(v (mV)) { LOCAL qt
              qt = q^((celsius - 21) / 10)
              a = 0.1 * vtrap(-(v - vhalf), 10)
              b = 4 * exp(-(v + 60) / 18)
              tau = 1 / (a + b) / qt
              minf = a / (a + b) : a comment
            }
            """;
    private static final String POINT = """
            NEURON { SUFFIX leak NONSPECIFIC_CURRENT i RANGE g, e }
            PARAMETER { g = 0.0003 (S/cm2) e = -70 (mV) }
            ASSIGNED { v (mV) i (mA/cm2) }
            BREAKPOINT { i = g * (v - e) }
            """;

    private static final String EVENTS = """
            NEURON { POINT_PROCESS Contact  NONSPECIFIC_CURRENT i  RANGE tau, e, n  RANDOM r  BBCOREPOINTER p }
            PARAMETER { tau = 3 (ms)  e = 0 (mV) }
            ASSIGNED { v (mV) i (nA) n }
            STATE { g C O }
            INITIAL { g = 0  C = 1  n = 0  net_send(1, 2) }
            BREAKPOINT { SOLVE fall METHOD cnexp  SOLVE scheme METHOD sparse  i = (g + O) * (v - e) }
            DERIVATIVE fall { g' = -g / tau }
            KINETIC scheme { ~ C <-> O (0.1, 0.2)  CONSERVE C + O = 1 }
            NET_RECEIVE(w, u) {
              INITIAL { u = 1 }
              if (flag == 0) {
                printf("t %g", t)
                u = u + random_binomial(r, 3, 0.5)
                g = g + w * random_uniform(r, 0, 1)
                FROM k = 1 TO 2 { net_send(random_negexp(r, 2) + floor(k), 1) }
              } else if (flag == 2) {
                WATCH (v > -50) 3
              } else { state_discontinuity(g, g + 0.1)  n = n + 1 }
            }
            """;

    @Test
    void mechanisms() {
        Fuzz.check(
                "NMODL mechanism",
                List.of(
                        CHANNEL.getBytes(StandardCharsets.UTF_8),
                        POINT.getBytes(StandardCharsets.UTF_8),
                        EVENTS.getBytes(StandardCharsets.UTF_8)),
                bytes -> Nmodl.read("mutant.mod", new String(bytes, StandardCharsets.ISO_8859_1)));
    }
}
