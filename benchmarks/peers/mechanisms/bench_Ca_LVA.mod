: Low-voltage-activated calcium (Avery & Johnston 1996, J Neurosci 16:5567; Randall & Tsien 1997, Neuropharmacology 36:879).
NEURON {
    SUFFIX bench_Ca_LVA
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
    LOCAL mtau, htau
    mtau = (5 + 20 / (1 + exp((v + 35) / 5))) / 2.952882641412121
    htau = (20 + 50 / (1 + exp((v + 50) / 7))) / 2.952882641412121
    m = 1 / (1 + exp(-(v + 40) / 6))
    h = 1 / (1 + exp((v + 90) / 6.4))
}
DERIVATIVE states {
    LOCAL mtau, htau
    mtau = (5 + 20 / (1 + exp((v + 35) / 5))) / 2.952882641412121
    htau = (20 + 50 / (1 + exp((v + 50) / 7))) / 2.952882641412121
    m' = (1 / (1 + exp(-(v + 40) / 6)) - m) / mtau
    h' = (1 / (1 + exp((v + 90) / 6.4)) - h) / htau
}
