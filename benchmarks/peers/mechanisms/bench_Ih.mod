: Hyperpolarisation-activated cation (Kole, Hallermann & Stuart 2006, J Neurosci 26:1677).
NEURON {
    SUFFIX bench_Ih
    NONSPECIFIC_CURRENT i
    RANGE gbar_S_cm2
    THREADSAFE
}
PARAMETER { gbar_S_cm2 = 1e-5 }
ASSIGNED { v (mV) i (mA/cm2) }
STATE { m }
BREAKPOINT {
    SOLVE states METHOD cnexp
    i = gbar_S_cm2 * m * (v + 45)
}
INITIAL {
    LOCAL x, am, bm
    x = v + 154.900000001
    am = 0.00643 * x / (exp(x / 11.9) - 1)
    bm = 0.193 * exp(v / 33.1)
    m = am / (am + bm)
}
DERIVATIVE states {
    LOCAL x, am, bm
    x = v + 154.900000001
    am = 0.00643 * x / (exp(x / 11.9) - 1)
    bm = 0.193 * exp(v / 33.1)
    m' = (am / (am + bm) - m) * (am + bm)
}
