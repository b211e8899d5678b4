: Calcium-activated potassium (Kohler et al. 1996, doi 10.1126/science.273.5282.1709).
NEURON {
    SUFFIX bench_SK
    USEION k READ ek WRITE ik
    USEION ca READ cai
    RANGE gbar_S_cm2
    THREADSAFE
}
PARAMETER { gbar_S_cm2 = 1e-5 }
ASSIGNED { v (mV) ek (mV) ik (mA/cm2) cai (mM) }
STATE { z }
BREAKPOINT {
    SOLVE states METHOD cnexp
    ik = gbar_S_cm2 * z * (v - ek)
}
INITIAL { z = 1 / (1 + exp(4.8 * (log(0.00043) - log(cai)))) }
DERIVATIVE states { z' = 1 / (1 + exp(4.8 * (log(0.00043) - log(cai)))) - z }
