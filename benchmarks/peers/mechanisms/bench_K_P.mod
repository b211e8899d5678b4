: Persistent potassium (Korngreen & Sakmann 2000, doi 10.1111/j.1469-7793.2000.00621.x).
NEURON {
    SUFFIX bench_K_P
    USEION k READ ek WRITE ik
    RANGE gbar_S_cm2
    THREADSAFE
}
PARAMETER { gbar_S_cm2 = 1e-5 }
ASSIGNED { v (mV) ek (mV) ik (mA/cm2) }
STATE { m h }
BREAKPOINT {
    SOLVE states METHOD cnexp
    ik = gbar_S_cm2 * m * m * h * (v - ek)
}
INITIAL {
    LOCAL x, mtau
    x = (v + 85) / 48
    if (v < -60) {
    mtau = 1.25 + 175.03 * exp(0.026 * (v + 10))
    } else {
    mtau = 1.25 + 13 * exp(-0.026 * (v + 10))
    }
    m = 1 / (1 + exp(-(v + 11) / 12))
    h = 1 / (1 + exp((v + 64) / 11))
}
DERIVATIVE states {
    LOCAL x, mtau
    x = (v + 85) / 48
    if (v < -60) {
    mtau = 1.25 + 175.03 * exp(0.026 * (v + 10))
    } else {
    mtau = 1.25 + 13 * exp(-0.026 * (v + 10))
    }
    m' = (1 / (1 + exp(-(v + 11) / 12)) - m) * 2.952882641412121 / mtau
    h' = (1 / (1 + exp((v + 64) / 11)) - h) * 2.952882641412121 / (360 + (1010 + 24 * (v + 65)) * exp(-x * x))
}
