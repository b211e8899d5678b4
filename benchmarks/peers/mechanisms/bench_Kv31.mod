: Fast non-inactivating potassium, Kv3.1 (Rettig et al. 1992, EMBO J 11:2473).
NEURON {
    SUFFIX bench_Kv31
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
    LOCAL rate
    rate = (1 + exp(-(v + 46.56) / 44.14)) / 4
    m = 1 / (1 + exp(-(v - 18.7) / 9.7))
}
DERIVATIVE states {
    LOCAL rate
    rate = (1 + exp(-(v + 46.56) / 44.14)) / 4
    m' = (1 / (1 + exp(-(v - 18.7) / 9.7)) - m) * rate
}
