: Transient potassium (Korngreen & Sakmann 2000, doi 10.1111/j.1469-7793.2000.00621.x).
NEURON {
    SUFFIX bench_K_T
    USEION k READ ek WRITE ik
    RANGE gbar_S_cm2
    THREADSAFE
}
PARAMETER { gbar_S_cm2 = 1e-5 }
ASSIGNED { v (mV) ek (mV) ik (mA/cm2) }
STATE { m h }
BREAKPOINT {
    SOLVE states METHOD cnexp
    ik = gbar_S_cm2 * m * m * m * m * h * (v - ek)
}
INITIAL {
    LOCAL x, y
    x = (v + 81) / 59
    y = (v + 83) / 23
    m = 1 / (1 + exp(-(v + 10) / 19))
    h = 1 / (1 + exp((v + 76) / 10))
}
DERIVATIVE states {
    LOCAL x, y
    x = (v + 81) / 59
    y = (v + 83) / 23
    m' = (1 / (1 + exp(-(v + 10) / 19)) - m) * 2.952882641412121 / (0.34 + 0.92 * exp(-x * x))
    h' = (1 / (1 + exp((v + 76) / 10)) - h) * 2.952882641412121 / (8 + 49 * exp(-y * y))
}
