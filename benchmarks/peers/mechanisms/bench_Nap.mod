: Persistent sodium (Magistretti & Alonso 1999, doi 10.1085/jgp.114.4.491).
NEURON {
    SUFFIX bench_Nap
    USEION na READ ena WRITE ina
    RANGE gbar_S_cm2
    THREADSAFE
}
PARAMETER { gbar_S_cm2 = 1e-5 }
ASSIGNED { v (mV) ena (mV) ina (mA/cm2) }
STATE { m h }
BREAKPOINT {
    SOLVE states METHOD cnexp
    ina = gbar_S_cm2 * m * m * m * h * (v - ena)
}
INITIAL {
    LOCAL x, y, am, bm
    x = v + 38.000000001
    am = 0.182 * x / (1 - exp(-x / 6))
    bm = 0.124 * x / (exp(x / 6) - 1)
    x = v + 17.000000001
    y = v + 64.400000001
    m = 1 / (1 + exp(-(v + 52.6) / 4.6))
    h = 1 / (1 + exp((v + 48.8) / 10))
}
DERIVATIVE states {
    LOCAL x, y, am, bm
    x = v + 38.000000001
    am = 0.182 * x / (1 - exp(-x / 6))
    bm = 0.124 * x / (exp(x / 6) - 1)
    x = v + 17.000000001
    y = v + 64.400000001
    m' = (1 / (1 + exp(-(v + 52.6) / 4.6)) - m) * (2.952882641412121 * (am + bm) / 6)
    h' = (1 / (1 + exp((v + 48.8) / 10)) - h) * (2.952882641412121 * (2.88e-6 * x / (exp(x / 4.63) - 1) + 6.94e-6 * y / (1 - exp(-y / 2.63))))
}
