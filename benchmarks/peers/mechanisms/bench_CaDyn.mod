: Calcium under the membrane (Destexhe et al. 1994, doi 10.1152/jn.1994.72.2.803).
NEURON {
    SUFFIX bench_CaDyn
    USEION ca READ ica WRITE cai
    RANGE gamma_1, decay_ms, minCai_mM
    THREADSAFE
}
PARAMETER { gamma_1 = 0.05 decay_ms = 80 (ms) minCai_mM = 1e-4 (mM) }
ASSIGNED { ica (mA/cm2) diam (um) }
STATE { cai (mM) }
BREAKPOINT { SOLVE pool METHOD cnexp }
DERIVATIVE pool { cai' = -1e4 * ica * (4 / diam) * gamma_1 / (2 * 96485.33) - (cai - minCai_mM) / decay_ms }
INITIAL { cai = minCai_mM }
