: Muscarinic potassium (Adams, Brown & Constanti 1982, J Physiol 330:537).
NEURON {
    SUFFIX bench_Im
    USEION k READ ek WRITE ik
    RANGE gbar_S_cm2
    THREADSAFE
}
PARAMETER { gbar_S_cm2 = 1e-5 }
ASSIGNED { v (mV) ek (mV) ik (mA/cm2) }
STATE { m }
BREAKPOINT {
    SOLVE states METHOD cnexp
    ik = gbar_S_cm2 * m * (v - ek)
}
INITIAL {
    LOCAL am, bm
    am = 3.3e-3 * exp(0.1 * (v + 35))
    bm = 3.3e-3 * exp(-0.1 * (v + 35))
    m = am / (am + bm)
}
DERIVATIVE states {
    LOCAL am, bm
    am = 3.3e-3 * exp(0.1 * (v + 35))
    bm = 3.3e-3 * exp(-0.1 * (v + 35))
    m' = (am / (am + bm) - m) * (2.952882641412121 * (am + bm))
}
