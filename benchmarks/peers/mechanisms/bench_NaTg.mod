: Transient sodium (Colbert & Pan 2002, doi 10.1038/nn0602-857).
NEURON {
    SUFFIX bench_NaTg
    USEION na READ ena WRITE ina
    RANGE gbar_S_cm2, vshiftm_mV, vshifth_mV, slopem_mV, slopeh_mV
    THREADSAFE
}
PARAMETER { gbar_S_cm2 = 1e-5 vshiftm_mV = 0 vshifth_mV = 0 slopem_mV = 6 slopeh_mV = 6 }
ASSIGNED { v (mV) ena (mV) ina (mA/cm2) }
STATE { m h }
BREAKPOINT {
    SOLVE states METHOD cnexp
    ina = gbar_S_cm2 * m * m * m * h * (v - ena)
}
INITIAL {
    LOCAL x, am, bm, ah, bh
    x = v + 38.000000001 - vshiftm_mV
    am = 0.182 * x / (1 - exp(-x / slopem_mV))
    bm = 0.124 * x / (exp(x / slopem_mV) - 1)
    x = v + 66.000000001 - vshifth_mV
    ah = 0.015 * x / (exp(x / slopeh_mV) - 1)
    bh = 0.015 * x / (1 - exp(-x / slopeh_mV))
    m = am / (am + bm)
    h = ah / (ah + bh)
}
DERIVATIVE states {
    LOCAL x, am, bm, ah, bh
    x = v + 38.000000001 - vshiftm_mV
    am = 0.182 * x / (1 - exp(-x / slopem_mV))
    bm = 0.124 * x / (exp(x / slopem_mV) - 1)
    x = v + 66.000000001 - vshifth_mV
    ah = 0.015 * x / (exp(x / slopeh_mV) - 1)
    bh = 0.015 * x / (1 - exp(-x / slopeh_mV))
    m' = (am / (am + bm) - m) * (2.952882641412121 * (am + bm))
    h' = (ah / (ah + bh) - h) * (2.952882641412121 * (ah + bh))
}
