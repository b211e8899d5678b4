: High-voltage-activated calcium (Reuveni et al. 1993, J Neurosci 13:4609).
NEURON {
    SUFFIX bench_Ca_HVA
    USEION ca READ eca WRITE ica
    RANGE gbar_S_cm2
    THREADSAFE
}
PARAMETER { gbar_S_cm2 = 1e-5 }
ASSIGNED { v (mV) eca (mV) ica (mA/cm2) }
STATE { m h }
BREAKPOINT {
    SOLVE states METHOD cnexp
    ica = gbar_S_cm2 * m * m * h * (v - eca)
}
INITIAL {
    LOCAL x, am, bm, ah, bh
    x = -27.000000001 - v
    am = 0.055 * x / (exp(x / 3.8) - 1)
    bm = 0.94 * exp((-75 - v) / 17)
    ah = 0.000457 * exp((-25.3 - v) / 50)
    bh = 0.0065 / (exp((-v - 27.3) / 28) + 1)
    m = am / (am + bm)
    h = ah / (ah + bh)
}
DERIVATIVE states {
    LOCAL x, am, bm, ah, bh
    x = -27.000000001 - v
    am = 0.055 * x / (exp(x / 3.8) - 1)
    bm = 0.94 * exp((-75 - v) / 17)
    ah = 0.000457 * exp((-25.3 - v) / 50)
    bh = 0.0065 / (exp((-v - 27.3) / 28) + 1)
    m' = (am / (am + bm) - m) * (am + bm)
    h' = (ah / (ah + bh) - h) * (ah + bh)
}
