: GABA-A and GABA-B receptors at one contact, short-term plasticity (Fuhrmann et al. 2002, doi 10.1152/jn.00258.2001).
: Release by the mean of the Tsodyks-Markram rule, for each input apart.
: Weights are peak conductances in nS. An input that is spontaneous (a mini) has nc_type 1.
NEURON {
    POINT_PROCESS DetGABAAB
    NONSPECIFIC_CURRENT i
    RANGE tau_r_GABAA, tau_d_GABAA, tau_r_GABAB, tau_d_GABAB, e_GABAA, e_GABAB, GABAB_ratio
    RANGE Use, Dep, Fac, u0
}
PARAMETER {
    tau_r_GABAA = 0.2 (ms)
    tau_d_GABAA = 8 (ms)
    tau_r_GABAB = 3.5 (ms)
    tau_d_GABAB = 260.9 (ms)
    Use = 1
    Dep = 100 (ms)
    Fac = 10 (ms)
    u0 = 0
    e_GABAA = -80 (mV)
    e_GABAB = -97 (mV)
    GABAB_ratio = 0
}
ASSIGNED {
    v (mV)
    i (nA)
    peak_GABAA
    peak_GABAB
}
STATE { A_GABAA B_GABAA A_GABAB B_GABAB }
INITIAL {
    A_GABAA = 0
    B_GABAA = 0
    A_GABAB = 0
    B_GABAB = 0
    peak_GABAA = 1 / highest(tau_r_GABAA, tau_d_GABAA)
    peak_GABAB = 1 / highest(tau_r_GABAB, tau_d_GABAB)
}
BREAKPOINT {
    SOLVE decay METHOD cnexp
    i = 1e-3 * ((B_GABAA - A_GABAA) * (v - e_GABAA) + (B_GABAB - A_GABAB) * (v - e_GABAB))
}
DERIVATIVE decay {
    A_GABAA' = -A_GABAA / tau_r_GABAA
    B_GABAA' = -B_GABAA / tau_d_GABAA
    A_GABAB' = -A_GABAB / tau_r_GABAB
    B_GABAB' = -B_GABAB / tau_d_GABAB
}
NET_RECEIVE(weight, R, u, tsyn (ms), nc_type) {
    LOCAL part
    INITIAL {
        R = 1
        u = u0
        tsyn = 0
    }
    if (Fac > 0) {
        u = u * exp(-(t - tsyn) / Fac)
        u = u + Use * (1 - u)
    } else {
        u = Use
    }
    if (Dep > 0) {
        R = 1 - (1 - R) * exp(-(t - tsyn) / Dep)
    } else {
        R = 1
    }
    part = u * R
    R = R - part
    tsyn = t
    A_GABAA = A_GABAA + weight * part * peak_GABAA
    B_GABAA = B_GABAA + weight * part * peak_GABAA
    A_GABAB = A_GABAB + weight * GABAB_ratio * part * peak_GABAB
    B_GABAB = B_GABAB + weight * GABAB_ratio * part * peak_GABAB
}
FUNCTION highest(rise (ms), decay (ms)) {
    LOCAL at
    at = rise * decay / (decay - rise) * log(decay / rise)
    highest = exp(-at / decay) - exp(-at / rise)
}
